"""Alembic's entrance: runs the migrations on a connection that `cobro.ledger.schema` hands in."""

from alembic import context

from cobro.ledger.tables import Base

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True, compare_type=True)
with context.begin_transaction():
    context.run_migrations()
