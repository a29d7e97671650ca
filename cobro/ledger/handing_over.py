"""Building what is handed over of a case, and ending the episode once it is delivered (R60, R65)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

from cobro.dunning.ladder import next_move
from cobro.dunning.move import Do, Ending
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.bank_reading import is_being_read
from cobro.ledger.case import current_move, load
from cobro.ledger.dossier import dossier
from cobro.ledger.facts import facts_of
from cobro.ledger.moving import end
from cobro.ledger.receiving import apply_about
from cobro.ledger.work import Work

Deliver = Callable[[str, bytes], None]
"""Stores a file of that name so that it outlives the process; the same name and bytes twice are one file."""

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")


def hand_over(work: Work, episode: t.Episode, n: int, deliver: Deliver) -> None:
    """Deliver the dossier of move `n` and end the episode, in one transaction; a stale move does nothing.

    The caller holds the customer's lock, and settles the case.
    """
    # Money that was received and not applied yet would be sued for.
    apply_about(work, work.session.get_one(t.Customer, episode.invoice.customer_id))
    if is_being_read(work.session, episode.invoice.creditor_id):
        return
    row = current_move(work.session, episode.id)
    case = load(work, episode)
    facts = facts_of(work, case)
    if row is None or row.n != n or row.do is not Do.HAND_OVER or not facts.handoff or episode.ending is not None:
        return
    if next_move(facts, case.policy, case.calendar, work.now).do is not Do.HAND_OVER:
        # Paid, disputed, promised or stopped since it was decided.
        return
    # The episode's own key keeps two numbers that look alike in a file name apart.
    name = f"{case.creditor.id}-{_UNSAFE.sub('_', case.invoice.number)[:60]}-{episode.id}.zip"
    content = dossier(work, case)
    deliver(name, content)
    digest = hashlib.sha256(content).hexdigest()
    work.session.add(
        t.HandOver(episode_id=episode.id, to=facts.handoff, file=name, digest=digest, delivered_at=work.now)
    )
    evidence.append(work, case.invoice.id, "handed_over", to=facts.handoff.value, file=name, digest=digest)
    end(work, case, Ending(facts.handoff), "handed over")
