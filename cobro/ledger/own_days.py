"""What follows when a creditor's file says other hours or closings than before: moves are brought in line at once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from cobro.dunning.closing import Closing
from cobro.ledger import tables as t
from cobro.ledger.stopping import settle_customer
from cobro.ledger.work import Work


def settle_concerned(work: Work, creditor: t.Creditor, before: dict[str, Any]) -> None:
    """Settle the customers whose days or hours changed. `before` is the profile that the creditor had.

    The caller holds the creditor's own lock.
    """
    now = creditor.value
    hours = before.get("hours") != creditor.profile.get("hours")
    changed = set(map(Closing.model_validate, before.get("closings") or ())).symmetric_difference(now.closings)
    if not hours and not changed:
        return
    chosen = select(t.Customer).where(t.Customer.creditor_id == creditor.id).order_by(t.Customer.id)
    concerned = [
        row.id
        for row in work.session.scalars(chosen).all()
        if hours or any(each.concerns(row.value, now.country) for each in changed)
    ]
    for customer_id in concerned:
        settle_customer(work, creditor.id, customer_id)
