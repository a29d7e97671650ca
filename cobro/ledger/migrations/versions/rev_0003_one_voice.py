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


def downgrade() -> None:
    op.drop_table("formal_notice_invoices")
    op.drop_table("formal_notices")
    op.drop_column("customers", "stopped_for")
    op.drop_column("moves", "shifted")


def _shifts() -> None:
    op.add_column("moves", sa.Column("shifted", sa.String(length=300), nullable=True))


def _stops() -> None:
    op.add_column("customers", sa.Column("stopped_for", sa.String(length=40), nullable=True))


def _notices() -> None:
    op.create_table(
        "formal_notices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("letter", sa.String(length=40), nullable=False),
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
