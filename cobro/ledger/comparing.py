"""Which cases a policy would move if it were put in force now, by the very rules that the workers use."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from cobro.dunning.ladder import next_move
from cobro.dunning.move import Move
from cobro.dunning.policy import Policy
from cobro.ledger import tables as t
from cobro.ledger.case import load
from cobro.ledger.facts import see, under
from cobro.ledger.policies import refuse_misfit
from cobro.ledger.work import Work


@dataclass(frozen=True, slots=True)
class Moved:
    """A case whose next move would be another. Moments of the moves are in the customer's time zone."""

    creditor: str
    invoice: str
    before: Move
    after: Move


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a policy would change. `cases` is how many it would govern."""

    policy: str
    version: int
    in_force: int | None
    cases: int
    moved: tuple[Moved, ...]


def compare(work: Work, policy: Policy) -> Comparison:
    """Compare a policy with the one in force for each open case of every creditor that names it. Changes nothing.

    Raises:
        Refused: it could not be put in force.
    """
    refuse_misfit(work.session, policy)
    count, moved, versions = 0, [], set()
    for creditor in work.session.scalars(select(t.Creditor).order_by(t.Creditor.id)).all():
        if creditor.profile["policy"] != policy.name:
            continue
        episodes = work.session.scalars(
            select(t.Episode)
            .join(t.Invoice, t.Invoice.id == t.Episode.invoice_id)
            .where(t.Invoice.creditor_id == creditor.id, t.Episode.ending.is_(None))
            .order_by(t.Invoice.due, t.Invoice.number)
        ).all()
        for episode in episodes:
            case = load(work, episode)
            versions.add(case.policy.version)
            seen = see(work, case)
            before = next_move(seen.facts, case.policy, case.calendar, work.now)
            after = next_move(under(work, case, seen, policy), policy, case.calendar, work.now)
            count += 1
            if _what(before) != _what(after):
                zone = case.calendar.zone
                pair = (move.model_copy(update={"at": move.at.astimezone(zone)}) for move in (before, after))
                moved.append(Moved(creditor.id, case.invoice.number, *pair))
    return Comparison(policy.name, policy.version, max(versions, default=None), count, tuple(moved))


def _what(move: Move) -> tuple[object, ...]:
    return move.do, move.step, move.at, move.letter, move.by, move.goal
