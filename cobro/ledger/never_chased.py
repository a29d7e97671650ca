"""Old invoices that come in and of which nothing was ever done: where the policy says so, a person decides first."""

from __future__ import annotations

from cobro.dunning.facts import Awaited, Person
from cobro.dunning.move import Role
from cobro.ledger import desk
from cobro.ledger.case import Case
from cobro.ledger.work import Work


def ask_first(work: Work, case: Case) -> Person | None:
    """Put the question on a senior's desk, for an invoice whose first episode opens. None where nobody has to be asked.

    All such invoices of a customer are one task. `repair` answers yes, and the case begins at the first step;
    `write-off` or `cancel` answer no.
    """
    limits, invoice = case.policy.limits, case.invoice
    age = (case.calendar.local_day(work.now) - invoice.due).days
    if limits.never_chased != "person" or invoice.done_before or age <= limits.never_chased_days:
        return None
    goal = f"never chased, more than {limits.never_chased_days} days overdue: chase it, or not?"
    task = desk.ask_for_repair(work, case, goal, role=Role.SENIOR)
    return Person(Awaited.REPAIR, task.due)
