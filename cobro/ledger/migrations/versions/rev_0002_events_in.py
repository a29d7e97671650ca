"""Events in: what is received before it is applied, keys, papers, and the bank."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_STATUSES = ("applied", "kept", "dismissed")
_KINDS = ("call", "offer", "decision", "dispute", "repair", "reply")
_REPORTS = ("accepted", "delayed", "delivered", "failed", "bounced", "dropped", "opted_out", "complained")
_CAME_LATER = ("received_digest", "about", "private", "applied_at", "replaced", "undone_by")


def upgrade() -> None:
    op.create_table(
        "api_keys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("creditor_id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("scopes", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.String(length=100), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_by", sa.String(length=100), nullable=True),
        sa.ForeignKeyConstraint(["creditor_id"], ["creditors.id"], name=op.f("fk_api_keys_creditor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_keys")),
        sa.UniqueConstraint("creditor_id", "name", name=op.f("uq_api_keys_creditor_id_name")),
        sa.UniqueConstraint("hash", name=op.f("uq_api_keys_hash")),
    )
    op.create_table(
        "bank_accounts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("creditor_id", sa.String(length=40), nullable=False),
        sa.Column("iban", sa.String(length=34), nullable=False),
        sa.Column("known_up_to", sa.Date(), nullable=True),
        sa.Column("closing_minor", sa.BigInteger(), nullable=True),
        sa.Column("forgotten_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("forgotten_by", sa.String(length=100), nullable=True),
        sa.ForeignKeyConstraint(["creditor_id"], ["creditors.id"], name=op.f("fk_bank_accounts_creditor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_accounts")),
        sa.UniqueConstraint("creditor_id", "iban", name=op.f("uq_bank_accounts_creditor_id_iban")),
    )
    op.create_table(
        "bank_files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("creditor_id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("who", sa.String(length=100), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["creditor_id"], ["creditors.id"], name=op.f("fk_bank_files_creditor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_files")),
        sa.UniqueConstraint("creditor_id", "digest", name=op.f("uq_bank_files_creditor_id_digest")),
    )
    op.create_table(
        "payer_accounts",
        sa.Column("creditor_id", sa.String(length=40), nullable=False),
        sa.Column("iban", sa.String(length=34), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("learned_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["creditor_id"], ["creditors.id"], name=op.f("fk_payer_accounts_creditor_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_payer_accounts_customer_id")),
        sa.PrimaryKeyConstraint("creditor_id", "iban", "customer_id", name=op.f("pk_payer_accounts")),
    )
    op.create_table(
        "bank_movements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("creditor_id", sa.String(length=40), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "norma43",
                "camt.053",
                "camt.054",
                "camt.052",
                "mt940",
                name="filekind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("booked", sa.Date(), nullable=False),
        sa.Column("value", sa.Date(), nullable=False),
        sa.Column("minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("credit", sa.Boolean(), nullable=False),
        sa.Column("reversal", sa.Boolean(), nullable=False),
        sa.Column("is_fee", sa.Boolean(), nullable=False),
        sa.Column("concept", sa.String(length=60), nullable=False),
        sa.Column("bank_reference", sa.Text(), nullable=False),
        sa.Column("end_to_end", sa.Text(), nullable=False),
        sa.Column("references", sa.JSON(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("payer_name", sa.Text(), nullable=False),
        sa.Column("payer_iban", sa.String(length=34), nullable=False),
        sa.Column("instructed_minor", sa.BigInteger(), nullable=True),
        sa.Column("line", sa.String(length=60), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "read",
                "waiting",
                "applied",
                "reverses",
                "reversed",
                "set_aside",
                name="movementstate",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("proposals", sa.JSON(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("task_id", sa.Integer(), nullable=True),
        sa.Column("reverses_id", sa.Integer(), nullable=True),
        sa.Column("twin_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("came_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by", sa.String(length=100), nullable=True),
        sa.CheckConstraint("minor > 0", name=op.f("ck_bank_movements_moves_money")),
        sa.ForeignKeyConstraint(["account_id"], ["bank_accounts.id"], name=op.f("fk_bank_movements_account_id")),
        sa.ForeignKeyConstraint(["creditor_id"], ["creditors.id"], name=op.f("fk_bank_movements_creditor_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_bank_movements_customer_id")),
        sa.ForeignKeyConstraint(["file_id"], ["bank_files.id"], name=op.f("fk_bank_movements_file_id")),
        sa.ForeignKeyConstraint(["reverses_id"], ["bank_movements.id"], name=op.f("fk_bank_movements_reverses_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_bank_movements_task_id")),
        sa.ForeignKeyConstraint(["twin_id"], ["bank_movements.id"], name=op.f("fk_bank_movements_twin_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_movements")),
    )
    with op.batch_alter_table("bank_movements", schema=None) as batch_op:
        batch_op.create_index("ix_bank_movements_day", ["account_id", "booked", "minor"], unique=False)
        batch_op.create_index("ix_bank_movements_state", ["creditor_id", "state"], unique=False)

    op.create_table(
        "papers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("creditor_id", sa.String(length=40), nullable=False),
        sa.Column("invoice_id", sa.Integer(), nullable=True),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "invoice", "bank", "message", name="paperkind", native_enum=False, create_constraint=True, length=24
            ),
            nullable=False,
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["creditor_id"], ["creditors.id"], name=op.f("fk_papers_creditor_id")),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_papers_event_id")),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], name=op.f("fk_papers_invoice_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_papers")),
    )
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.create_index("ix_papers_digest", ["creditor_id", "digest"], unique=False)
        batch_op.create_index("ix_papers_invoice", ["invoice_id"], unique=False)

    op.create_table(
        "movement_events",
        sa.Column("movement_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_movement_events_event_id")),
        sa.ForeignKeyConstraint(["movement_id"], ["bank_movements.id"], name=op.f("fk_movement_events_movement_id")),
        sa.PrimaryKeyConstraint("movement_id", "event_id", name=op.f("pk_movement_events")),
    )
    reports = ", ".join(f"'{report}'" for report in _REPORTS)
    moment = "DATETIME" if _is_sqlite() else "TIMESTAMP WITH TIME ZONE"
    op.execute(
        f"ALTER TABLE contacts ADD COLUMN report VARCHAR(24) CONSTRAINT ck_contacts_report CHECK (report IN ({reports}))"
    )
    op.execute(f"ALTER TABLE contacts ADD COLUMN reported_at {moment}")
    op.execute(f"ALTER TABLE promises ADD COLUMN withdrawn_at {moment}")
    if _is_sqlite():
        _rebuild_events(("received", *_STATUSES), later=True)
        _rebuild_tasks((*_KINDS, "match", "cost"))
    else:
        for column in _new_columns():
            op.add_column("events", column)
        op.execute(
            "UPDATE events SET received_digest = digest, applied_at = CASE WHEN status = 'applied' THEN recorded_at END"
        )
        op.alter_column("events", "received_digest", nullable=False)
        _allow("events", "ck_events_eventstatus", "status", ("received", *_STATUSES))
        _allow("tasks", "ck_tasks_taskkind", "kind", (*_KINDS, "match", "cost"))
    _fill_about()
    op.create_index(
        "ix_events_received",
        "events",
        ["id"],
        sqlite_where=sa.text("status = 'received'"),
        postgresql_where=sa.text("status = 'received'"),
    )
    op.create_index("ix_events_about", "events", ["creditor_id", "about"])
    op.create_index("ix_contacts_customer", "contacts", ["customer_id", "local_day"])
    op.create_index("ix_tasks_customer", "tasks", ["customer_id"])


def downgrade() -> None:
    op.drop_index("ix_tasks_customer", "tasks")
    op.drop_index("ix_contacts_customer", "contacts")
    op.drop_index("ix_events_about", "events")
    op.execute("UPDATE bank_movements SET task_id = NULL")
    op.execute("DELETE FROM task_invoices WHERE task_id IN (SELECT id FROM tasks WHERE kind IN ('match', 'cost'))")
    op.execute("DELETE FROM tasks WHERE kind IN ('match', 'cost')")
    op.execute("UPDATE events SET status = 'kept', reason = 'not applied yet' WHERE status = 'received'")
    op.drop_index("ix_events_received", "events")
    if _is_sqlite():
        _rebuild_tasks(_KINDS)
        _rebuild_events(_STATUSES, later=False)
    else:
        _allow("tasks", "ck_tasks_taskkind", "kind", _KINDS)
        _allow("events", "ck_events_eventstatus", "status", _STATUSES)
        for name in _CAME_LATER:
            op.drop_column("events", name)
    # As they came: with the check of their own, and without a rebuilding that would know of it.
    op.execute("ALTER TABLE promises DROP COLUMN withdrawn_at")
    op.execute("ALTER TABLE contacts DROP COLUMN reported_at")
    op.execute("ALTER TABLE contacts DROP COLUMN report")
    op.drop_table("movement_events")
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.drop_index("ix_papers_invoice")
        batch_op.drop_index("ix_papers_digest")

    op.drop_table("papers")
    with op.batch_alter_table("bank_movements", schema=None) as batch_op:
        batch_op.drop_index("ix_bank_movements_state")
        batch_op.drop_index("ix_bank_movements_day")

    op.drop_table("bank_movements")
    op.drop_table("payer_accounts")
    op.drop_table("bank_files")
    op.drop_table("bank_accounts")
    op.drop_table("api_keys")


def _is_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _allow(table: str, constraint: str, column: str, values: tuple[str, ...]) -> None:
    op.drop_constraint(constraint, table)
    op.create_check_constraint(op.f(constraint), table, sa.column(column).in_(values))


def _fill_about() -> None:
    """What is in the ledger is found by the invoice that it names, as what comes is: a reversal above all, which must
    not take its money back twice. What has no form that is known names none."""
    named = (
        "COALESCE(json_extract(body, '$.invoice'), json_extract(body, '$.invoices[0]'))"
        if _is_sqlite()
        else "COALESCE(body ->> 'invoice', body -> 'invoices' ->> 0)"
    )
    op.execute(f"UPDATE events SET about = {named} WHERE kind <> 'unreadable'")


def _new_columns() -> list[sa.Column[Any]]:
    # PostgreSQL fills the digest of what there is before it insists on it.
    return [
        sa.Column("received_digest", sa.String(length=64), nullable=not _is_sqlite()),
        sa.Column("about", sa.String(length=100), nullable=True),
        sa.Column("private", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("replaced", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("undone_by", sa.String(length=100), nullable=True),
    ]


def _rebuild_events(statuses: tuple[str, ...], *, later: bool) -> None:
    """SQLite changes no check: the table is built anew and filled. Foreign keys are off meanwhile."""
    more = _new_columns() if later else []
    op.create_table(
        "events_new",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("creditor_id", sa.String(length=100), nullable=False),
        sa.Column("event_id", sa.String(length=100), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        *more,
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("who", sa.String(length=100), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                *statuses, name=op.f("ck_events_eventstatus"), native_enum=False, create_constraint=True, length=24
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("unapplied_minor", sa.BigInteger(), nullable=False),
        sa.Column("dismissed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dismissed_by", sa.String(length=100), nullable=True),
        sa.Column("dismissed_for", sa.Text(), nullable=True),
        sa.CheckConstraint("unapplied_minor >= 0", name=op.f("ck_events_unapplied_is_money")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
        sa.UniqueConstraint("creditor_id", "event_id", name=op.f("uq_events_creditor_id_event_id")),
    )
    old = [name for name in _columns("events") if name not in _CAME_LATER]
    filled = (
        {"received_digest": "digest", "applied_at": "CASE WHEN status = 'applied' THEN recorded_at END"}
        if later
        else {}
    )
    _fill("events", old, filled)
    op.create_index("ix_events_kept", "events", ["creditor_id", "status"])


def _rebuild_tasks(kinds: tuple[str, ...]) -> None:
    op.create_table(
        "tasks_new",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("creditor_id", sa.String(length=40), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                *kinds,
                name=op.f("ck_tasks_taskkind"),
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "done",
                "withdrawn",
                name=op.f("ck_tasks_taskstate"),
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("goal", sa.String(length=200), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "automatic",
                "junior",
                "senior",
                name=op.f("ck_tasks_role"),
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.String(length=100), nullable=True),
        sa.Column("closed_for", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["creditor_id"], ["creditors.id"], name=op.f("fk_tasks_creditor_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_tasks_customer_id")),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_tasks_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
    )
    _fill("tasks", _columns("tasks"), {})
    op.create_index(
        "uq_tasks_one_open_call",
        "tasks",
        ["customer_id"],
        unique=True,
        sqlite_where=sa.text("kind = 'call' AND state = 'open'"),
    )


def _columns(table: str) -> list[str]:
    return [column["name"] for column in sa.inspect(op.get_bind()).get_columns(table)]


def _fill(table: str, columns: list[str], more: dict[str, str]) -> None:
    into = ", ".join(f'"{name}"' for name in (*columns, *more))
    values = ", ".join((*(f'"{name}"' for name in columns), *more.values()))
    op.execute(f"INSERT INTO {table}_new ({into}) SELECT {values} FROM {table}")
    op.drop_table(table)
    op.rename_table(f"{table}_new", table)
