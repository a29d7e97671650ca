"""The one order in which the ledger locks: creditor, then customers by id.

Every transaction that claims a contact, and every one that changes what a claim checks (money, promise, dispute, hold,
plan, opt-out, stop), takes these locks first. On SQLite the writing transaction itself is the lock (`BEGIN IMMEDIATE`)
and the row locks below compile to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from cobro.ledger.tables import Creditor, Customer


def lock_customers(session: Session, creditor_id: str, customer_ids: Iterable[int]) -> Creditor | None:
    """Hold the creditor against a change of `stop`, and each customer against everybody else.

    Returns:
        the creditor as it stands under the lock, or None where there is none of that id.
    """
    creditor = session.scalar(select(Creditor).where(Creditor.id == creditor_id).with_for_update(read=True))
    _lock(session, creditor_id, customer_ids)
    return creditor


def lock_creditor(session: Session, creditor_id: str, customer_ids: Iterable[int] = ()) -> Creditor | None:
    """Hold the creditor alone, to change `stop` or to add customers; returned as under the lock."""
    creditor = session.scalar(select(Creditor).where(Creditor.id == creditor_id).with_for_update())
    _lock(session, creditor_id, customer_ids)
    return creditor


def _lock(session: Session, creditor_id: str, customer_ids: Iterable[int]) -> None:
    wanted = sorted(set(customer_ids))
    if wanted:
        # ORDER BY makes every transaction take the rows in one order: no two can wait for each other.
        rows = (
            select(Customer)
            .where(Customer.creditor_id == creditor_id, Customer.id.in_(wanted))
            .order_by(Customer.id)
            .with_for_update()
        )
        session.scalars(rows).all()
    # What was read while waiting for the locks may be old.
    session.flush()
    session.expire_all()
