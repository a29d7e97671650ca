"""What goes along: the cases that one message to a customer speaks for, and what it only shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from cobro.dunning import along as rules
from cobro.dunning.ladder import next_contact, next_move
from cobro.dunning.letter import NotAsked, Noted
from cobro.dunning.move import Move
from cobro.ledger import tables as t
from cobro.ledger.case import Case, open_cases
from cobro.ledger.facts import Seen, see
from cobro.ledger.work import Work

_PLANNED = (
    select(t.Invoice)
    .join(t.PlanInvoice, t.PlanInvoice.invoice_id == t.Invoice.id)
    .join(t.Plan, t.Plan.id == t.PlanInvoice.plan_id)
    .where(
        t.Invoice.customer_id == bindparam("customer"),
        t.Plan.ending.is_(None),
        t.Invoice.applied_minor < t.Invoice.total_minor,
    )
)


@dataclass(frozen=True, slots=True)
class Part:
    """A case of the customer, and what it does next: the step of it that a contact may carry."""

    case: Case
    move: Move
    seen: Seen
    today: dt.date
    """The customer's local day."""

    @property
    def step(self) -> str:
        return self.move.step or ""

    @property
    def attempt(self) -> int:
        return self.seen.attempts(self.case.episode.id, self.step) + 1

    @property
    def height(self) -> float:
        """How high on the ladder the step stands."""
        return rules.height(self.move, self.seen.facts, self.case.policy)

    @property
    def is_asked_for(self) -> bool:
        """Whether the invoice has fallen due, so that money may be asked for; a word before that asks for nothing."""
        due = self.seen.facts.due
        return due < self.today or (due == self.today and self.height >= 0)


@dataclass(frozen=True, slots=True)
class Together:
    """All that one contact carries, the oldest invoice first, and the customer's other open cases."""

    parts: tuple[Part, ...]
    others: tuple[Part, ...]

    @property
    def top(self) -> Part:
        """The highest step: how the message opens, who signs it, and to whom it goes."""
        return max(self.parts, key=lambda part: part.height)

    def in_few_words(self, mine: Part) -> Together:
        """What a text message has room for: it shows nothing that it does not ask for."""
        if rules.stands_alone(mine.move):
            return self
        kept = tuple(part for part in self.parts if part.is_asked_for == mine.is_asked_for)
        return Together(kept, (*self.others, *(part for part in self.parts if part not in kept)))


def gather(work: Work, mine: Part) -> Together:
    """Put together what leaves with a case's step, under the customer's lock."""
    case = mine.case
    until = next_contact(mine.seen.facts, case.policy, case.calendar, work.now)
    parts, others = [mine], list[Part]()
    for other in _others(work, case):
        facts = other.seen.facts
        along = rules.goes_along(mine.move, other.move, facts, case.policy, case.calendar, work.now, until)
        (parts if along else others).append(other)
    kept, left = _in_one_tone(mine, parts)
    return Together(
        tuple(sorted(kept, key=lambda part: (part.case.invoice.due, part.case.invoice.id))), (*others, *left)
    )


def _others(work: Work, here: Case) -> list[Part]:
    cases = [case for case in open_cases(work, here.customer.id) if case.episode is not here.episode]
    return [part_of(work, case) for case in cases]


def part_of(work: Work, case: Case) -> Part:
    """A case as it stands now, and what it does next."""
    seen = see(work, case)
    move = next_move(seen.facts, case.policy, case.calendar, work.now)
    return Part(case, move, seen, case.calendar.local_day(work.now))


def _in_one_tone(mine: Part, parts: list[Part]) -> tuple[list[Part], list[Part]]:
    """From the first earnest step on a letter is about overdue invoices only: a word in advance is said another day."""
    earnest = mine.case.policy.earnest
    if (
        mine.move.do not in rules.LETTERS
        or all(part.is_asked_for for part in parts)
        or max(part.height for part in parts) < earnest
    ):
        return parts, []
    kept = [
        part for part in parts if part is mine or (part.is_asked_for if mine.is_asked_for else part.height < earnest)
    ]
    return kept, [part for part in parts if part not in kept]


def noted(work: Work, together: Together) -> tuple[Noted, ...]:
    """What else the customer has open and is not asked for now, and why: shown, and in no total."""
    top = together.top
    if not any(part.is_asked_for for part in together.parts):
        return ()
    found = [
        Noted(row.number, row.due, row.open, NotAsked.PLANNED)
        for row in work.session.scalars(_PLANNED, {"customer": top.case.customer.id})
    ]
    for part in together.parts:
        found += _of_part(part, None if part.is_asked_for else NotAsked.NOT_DUE)
    for part in together.others:
        facts = part.seen.facts
        if facts.ending is None and facts.handoff is None:
            found += _of_part(part, rules.not_asked(facts, part.case.policy, part.case.calendar, part.today))
    if top.height >= top.case.policy.earnest:
        found = [each for each in found if each.due < top.today]
    return tuple(sorted(found, key=lambda each: (each.due, each.number, each.why)))


def _of_part(part: Part, why: NotAsked | None) -> Sequence[Noted]:
    invoice, facts = part.case.invoice, part.seen.facts
    contested = facts.open - facts.demandable
    found = [Noted(invoice.number, invoice.due, contested, NotAsked.DISPUTED)] if contested else []
    if why and facts.demandable:
        found.append(Noted(invoice.number, invoice.due, facts.demandable, why))
    return found
