"""`stop` and `go`: nobody of a creditor, or one customer, is contacted until somebody says go. Money still comes in."""

from __future__ import annotations

from sqlalchemy import select

from cobro.dunning.stop_reason import StopReason
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.case import open_cases
from cobro.ledger.consequences import stop_customer
from cobro.ledger.locks import lock_creditor, lock_customers
from cobro.ledger.moving import settle
from cobro.ledger.work import Work


def set_stop(
    work: Work, creditor_id: str, customer_ref: str | None, *, stopped: bool, why: StopReason | None = None
) -> list[int] | None:
    """Set or lift the stop under the locks that a claim takes: nothing is claimed after this transaction.

    With a reason, one customer is stopped until a senior person has decided, who gets a task in the same transaction.

    Returns:
        the ids of the customers concerned, or None where creditor or customer is unknown. The caller settles each of
        them with `settle_customer`, in transactions of their own.
    """
    chosen = select(t.Customer).where(t.Customer.creditor_id == creditor_id)
    if customer_ref is not None:
        chosen = chosen.where(t.Customer.ref == customer_ref)
    customers = work.session.scalars(chosen.order_by(t.Customer.id)).all()
    ids = [customer.id for customer in customers]
    row: t.Creditor | t.Customer | None
    if customer_ref is None:
        row = lock_creditor(work.session, creditor_id)
    else:
        lock_customers(work.session, creditor_id, ids)
        row = customers[0] if customers else None
    if row is None:
        return None
    row.stopped_at = work.now if stopped else None
    row.stopped_by = work.who if stopped else None
    if isinstance(row, t.Customer):
        row.stopped_for = None
        if why is not None:
            stop_customer(work, row, why.value)
    return ids


def settle_customer(work: Work, creditor_id: str, customer_id: int, happened: str | None = None) -> None:
    """Bring the moves of a customer's open cases in line with a change, and write what happened into their evidence."""
    lock_customers(work.session, creditor_id, [customer_id])
    for case in open_cases(work, customer_id):
        if happened:
            evidence.append(work, case.invoice.id, happened)
        settle(work, case.episode)
