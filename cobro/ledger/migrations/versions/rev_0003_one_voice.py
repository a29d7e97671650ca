"""One voice: formal notices, recipients and collectors of a customer, reviewed languages, exceptions, digests."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _shifts()
    _stops()
    _notices()
    _recipients()
    _collectors()
    _segments()
    _languages()
    _doubts()


def downgrade() -> None:
    op.drop_index("ix_contacts_in_doubt", "contacts")
    op.drop_table("language_reviews")
    op.drop_table("exceptions")
    op.drop_column("episodes", "segment_why")
    op.drop_column("episodes", "segment")
    op.drop_column("contacts", "shows_terms")
    op.drop_column("contacts", "role")
    op.drop_table("customer_contacts")
    op.drop_table("digests")
    op.drop_table("assignments")
    op.drop_table("formal_notice_invoices")
    op.drop_table("formal_notices")
    op.drop_column("customers", "stopped_for")
    op.drop_column("moves", "shifted")


def _shifts() -> None:
    op.add_column("moves", sa.Column("shifted", sa.String(length=300), nullable=True))


def _stops() -> None:
    op.add_column("customers", sa.Column("stopped_for", sa.String(length=40), nullable=True))


def _segments() -> None:
    op.add_column("episodes", sa.Column("segment", sa.String(length=40), nullable=True))
    op.add_column("episodes", sa.Column("segment_why", sa.String(length=200), nullable=True))
    op.create_table(
        "exceptions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("segment", sa.String(length=40), nullable=True),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.String(length=100), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.String(length=100), nullable=True),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_exceptions_has_a_reason")),
        sa.CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name=op.f("ck_exceptions_ended_by_somebody")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_exceptions_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exceptions")),
    )
    op.create_index("ix_exceptions_customer", "exceptions", ["customer_id"])


def _notices() -> None:
    op.create_table(
        "formal_notices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("approved_by", sa.String(length=100), nullable=False),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("days > 0", name=op.f("ck_formal_notices_waits")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_formal_notices_customer_id")),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_formal_notices_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_formal_notices")),
        sa.UniqueConstraint("event_id", name=op.f("uq_formal_notices_event_id")),
    )
    op.create_table(
        "formal_notice_invoices",
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("invoice_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["notice_id"], ["formal_notices.id"], name=op.f("fk_formal_notice_invoices_notice_id")),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], name=op.f("fk_formal_notice_invoices_invoice_id")),
        sa.PrimaryKeyConstraint("notice_id", "invoice_id", name=op.f("pk_formal_notice_invoices")),
    )
    op.create_index("ix_formal_notice_invoices_invoice", "formal_notice_invoices", ["invoice_id"])


def _collectors() -> None:
    op.create_table(
        "assignments",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("seniority", _seniority(), nullable=False),
        sa.Column("creditor_id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("assigned_by", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(
            ["creditor_id", "customer_id"],
            ["customers.creditor_id", "customers.id"],
            name=op.f("fk_assignments_creditor_id_customer_id"),
        ),
        sa.PrimaryKeyConstraint("customer_id", "seniority", name=op.f("pk_assignments")),
    )
    op.create_index("ix_assignments_collector", "assignments", ["creditor_id", "seniority", "name"])
    # Whoever has a customer's open tasks keeps the customer (R54).
    op.execute(
        "INSERT INTO assignments (customer_id, seniority, creditor_id, name, since, assigned_by) "
        "SELECT customer_id, role, creditor_id, MIN(owner), MIN(opened_at), 'cobro' FROM tasks "
        "WHERE state = 'open' AND role IN ('junior', 'senior') GROUP BY customer_id, role, creditor_id"
    )
    op.create_table(
        "digests",
        sa.Column("creditor_id", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("contact", sa.String(length=50), nullable=False),
        sa.Column("state", _digest_state(), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("detail", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["creditor_id"], ["creditors.id"], name=op.f("fk_digests_creditor_id")),
        sa.PrimaryKeyConstraint("creditor_id", "day", name=op.f("pk_digests")),
    )


def _seniority() -> sa.Enum:
    return sa.Enum("junior", "senior", name="seniority", native_enum=False, create_constraint=True, length=24)


def _digest_state() -> sa.Enum:
    states = ("sending", "sent", "unknown", "released", "empty")
    return sa.Enum(*states, name="digeststate", native_enum=False, create_constraint=True, length=24)


def _recipients() -> None:
    op.create_table(
        "customer_contacts",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("profile", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_customer_contacts_customer_id")),
        sa.PrimaryKeyConstraint("customer_id", "role", name=op.f("pk_customer_contacts")),
    )
    op.add_column("contacts", sa.Column("role", sa.String(length=40), nullable=True))
    op.add_column("contacts", sa.Column("shows_terms", sa.Boolean(), nullable=True))


def _doubts() -> None:
    unknown = sa.text("state = 'unknown'")
    op.create_index("ix_contacts_in_doubt", "contacts", ["claimed_at"], sqlite_where=unknown, postgresql_where=unknown)


def _languages() -> None:
    op.create_table(
        "language_reviews",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("creditor_id", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("reviewed_by", sa.String(length=100), nullable=False),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["creditor_id"], ["creditors.id"], name=op.f("fk_language_reviews_creditor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_language_reviews")),
    )
    op.create_index("ix_language_reviews_edition", "language_reviews", ["creditor_id", "language", "digest"])
