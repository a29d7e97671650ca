"""The one order in which the ledger locks: creditor, then customers by id.

Every transaction that claims a contact, and every one that changes what a claim checks (money, promise, dispute, hold,
plan, opt-out, stop), takes these locks first. On SQLite the writing transaction itself is the lock (`BEGIN IMMEDIATE`)
and the row locks below compile to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from cobro.ledger.asking import forget
from cobro.ledger.tables import Creditor, Customer

_CREDITOR_ALONE = select(Creditor).where(Creditor.id == bindparam("creditor")).with_for_update()
_CREDITOR_KEPT = select(Creditor).where(Creditor.id == bindparam("creditor")).with_for_update(read=True)
_OF_REF = select(Customer).where(Customer.creditor_id == bindparam("creditor"), Customer.ref == bindparam("ref"))
# ORDER BY makes every transaction take the rows in one order: no two can wait for each other.
_CUSTOMERS = (
    select(Customer)
    .where(Customer.creditor_id == bindparam("creditor"), Customer.id.in_(bindparam("customers", expanding=True)))
    .order_by(Customer.id)
    .with_for_update()
)


def lock_customers(session: Session, creditor_id: str, customer_ids: Iterable[int]) -> Creditor | None:
    """Hold the creditor against a change of `stop`, and each customer against everybody else.

    Returns:
        the creditor as it stands under the lock, or None where there is none of that id.
    """
    return _lock(session, _CREDITOR_KEPT, creditor_id, customer_ids)


def lock_customer(session: Session, creditor_id: str, ref: str) -> Customer | None:
    """Hold the customer of that number, as `lock_customers` does; None where the creditor has none of it."""
    found = session.scalars(_OF_REF, {"creditor": creditor_id, "ref": ref}).first()
    if found is not None:
        lock_customers(session, creditor_id, [found.id])
    return found


def lock_creditor(session: Session, creditor_id: str, customer_ids: Iterable[int] = ()) -> Creditor | None:
    """Hold the creditor alone, to change `stop` or to add customers; returned as under the lock."""
    return _lock(session, _CREDITOR_ALONE, creditor_id, customer_ids)


def _lock(
    session: Session, of_creditor: Select[Creditor], creditor_id: str, customer_ids: Iterable[int]
) -> Creditor | None:
    session.flush()
    wanted = sorted(set(customer_ids))
    if session.get_bind().dialect.name == "sqlite":
        # Nobody else has written since this transaction began: what it has read need not be read again.
        known = session.get(Creditor, creditor_id)
        hold(session, known, *(session.get(Customer, customer) for customer in wanted))
        return known
    # What was read before the locks were held may be old; the locked rows are read as they are then.
    session.expire_all()
    forget(session)
    creditor = session.scalar(of_creditor, {"creditor": creditor_id})
    customers = session.scalars(_CUSTOMERS, {"creditor": creditor_id, "customers": wanted}).all() if wanted else ()
    hold(session, creditor, *customers)
    return creditor


def hold(session: Session, *rows: object) -> None:
    """Keep rows in mind until the transaction ends: a session forgets what nobody refers to, and reads it again."""
    session.info.setdefault("held", []).extend(rows)
