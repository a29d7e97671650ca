"""A call and what it brought: all is checked first, then the call is logged, then the rest in an order of sense."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cobro.cli.mistakes import Mistake
from cobro.cli.office import Office
from cobro.cli.options import amount
from cobro.cli.plans import agreed_parts, report_plan
from cobro.cli.reporting import Told, report
from cobro.cli.silences import report_promise
from cobro.dunning.answer import Verdict
from cobro.dunning.consequence import CONSEQUENCES, Consequence
from cobro.dunning.event import CallOutcome, PaymentForm, Reason
from cobro.ledger import queries
from cobro.ledger import tables as t
from cobro.ledger.spoken import SPOKE

_ALL = "all"


@dataclass(frozen=True)
class Brought:
    """What a customer said on the telephone, as it was typed."""

    promised: str | None
    by: dt.date | None
    form: PaymentForm
    disputed: str | None
    instalments: tuple[str, ...]
    parts: int | None
    every: int | None
    first: dt.date | None

    @property
    def plan(self) -> bool:
        return bool(self.instalments or self.parts or self.every or self.first)

    @property
    def anything(self) -> bool:
        return bool(self.promised or self.disputed or self.plan)


def log_call(
    office: Office,
    event_id: str,
    task: int,
    outcome: CallOutcome,
    reason: Reason | None,
    back: dt.date | None,
    numbers: list[str],
    brought: Brought,
    note: str | None,
) -> list[Told]:
    """Log the call and report what it brought. Where the call is refused, nothing else is reported."""
    _check(outcome, reason, back, brought)
    invoices = _spoken_of(office, task, numbers) if brought.anything else []
    contested = _contested(invoices, brought.disputed) if brought.disputed else None
    plan = (
        agreed_parts(invoices, brought.instalments, brought.parts, brought.every, brought.first)
        if brought.plan
        else None
    )
    if brought.promised:
        amount(brought.promised, invoices[0].currency, "--promise")
    spoken_of = _on_task(office, task) or []
    first = report(office, "call_logged", note, id=event_id, task=task, outcome=outcome, reason=reason, call_back=back)
    if first.verdict is Verdict.REFUSED:
        return [first]
    # A reason has consequences, so the cases are shown; what else the call brought shows them afterwards, by itself.
    told = [first if brought.anything else replace(first, cases=_standing(office, spoken_of))]
    if contested is not None:
        told.append(
            report(
                office,
                "dispute_opened",
                id=f"{event_id}/dispute",
                invoice=invoices[0].number,
                amount=contested.get("amount"),
                reason=reason or Reason.OTHER,
            )
        )
    if brought.promised and brought.by:
        told.append(
            report_promise(
                office, f"{event_id}/promise", invoices, brought.promised, brought.by, brought.form, field="--promise"
            )
        )
    if plan is not None:
        told.append(report_plan(office, f"{event_id}/plan", invoices, plan))
    return told


def _check(outcome: CallOutcome, reason: Reason | None, back: dt.date | None, brought: Brought) -> None:
    wrong = list(_mistakes(outcome, reason, back, brought))
    if wrong:
        raise Mistake(*wrong)


def _mistakes(outcome: CallOutcome, reason: Reason | None, back: dt.date | None, brought: Brought) -> Iterator[str]:
    spoke = outcome in SPOKE
    if brought.anything and not spoke:
        yield f"--outcome: expected spoke or call_back with a promise, a dispute or a plan, got {outcome.value}"
    if reason and CONSEQUENCES[reason] is Consequence.DISPUTE and not brought.disputed:
        yield f"--dispute: expected what is contested, an AMOUNT or all, with --reason {reason.value}, got nothing"
    if outcome is CallOutcome.CALL_BACK and back is None:
        yield "--back: expected a day with --outcome call_back, got nothing"
    if outcome is not CallOutcome.CALL_BACK and back is not None:
        yield f"--back: expected only with --outcome call_back, got it with {outcome.value}"
    if bool(brought.promised) != bool(brought.by):
        yield "--promise: expected AMOUNT together with --by DATE"
    if brought.plan and brought.promised:
        yield "--promise: expected without a plan, whose instalments are its promises"


def _spoken_of(office: Office, task: int, numbers: list[str]) -> list[t.Invoice]:
    """The invoices that were spoken of, all in one currency."""
    on_task = _on_task(office, task)
    if on_task is None:
        raise Mistake(f"TASK: expected the number of a call on the desk, got {task}")
    unknown = [number for number in numbers if number not in on_task]
    if unknown:
        raise Mistake(*(f"--invoice: expected one of {', '.join(on_task)}, got '{number}'" for number in unknown))
    found = office.invoices(numbers or on_task)
    still_open = [invoice for invoice in found if invoice.open]
    if not still_open:
        raise Mistake(f"TASK: nothing is open on the invoices of call {task}")
    return still_open


def _on_task(office: Office, task: int) -> list[str] | None:
    """The invoices that a task is about; nothing where there is no such task."""
    with office.ledger.reading() as session:
        if queries.find_task(session, office.creditor.id, task) is None:
            return None
        return [invoice.number for invoice in queries.invoices_of_task(session, task)]


def _standing(office: Office, numbers: list[str]) -> list[queries.CaseLine]:
    with office.ledger.reading() as session:
        return queries.cases(session, office.creditor.id, numbers=numbers) if numbers else []


def _contested(invoices: list[t.Invoice], text: str) -> dict[str, object]:
    if len(invoices) > 1:
        one_of = ", ".join(invoice.number for invoice in invoices)
        raise Mistake(f"--invoice: expected the one that is contested: one of {one_of}")
    return {} if text == _ALL else {"amount": amount(text, invoices[0].currency, "--dispute")}
