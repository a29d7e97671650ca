"""Reminders that had left before anything is measured, for the providers to report about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bench.intake.book import CREDITOR, Owing, euros
from cobro.dunning.answer import Verdict
from cobro.dunning.contact import Accepted, Channel
from cobro.dunning.contract import CaseRef
from cobro.dunning.event import PromiseMade
from cobro.dunning.move import Do
from cobro.house import House
from cobro.ledger.door import Claimed

LONG_AGO = dt.timedelta(days=12)
"""When the book was brought in, before now."""
_LOOKS = 10
_SOON = dt.timedelta(minutes=1)
_WHO = "bench"


def write_to(house: House, owing: Sequence[Owing], now: dt.datetime) -> dict[str, str]:
    """Have a first message of those with a channel leave, in the days before now; returns the contacts by number."""
    return {one.number: _write(house, one, one.channel, now) for one in owing if one.channel is not None}


def _write(house: House, one: Owing, channel: Channel, now: dt.datetime) -> str:
    """By its ladder: an e-mail when it falls due, a text message when a promise is broken."""
    case, moment = CaseRef(creditor=CREDITOR.id, invoice=one.number), now - LONG_AGO
    if channel is Channel.SMS:
        _promise(house, one, moment)
    for _ in range(_LOOKS):
        move = house.ledger.current(case, moment, dt.timedelta(0))
        moment = max(moment, move.alarm) + _SOON
        if move.do not in (Do.SEND_EMAIL, Do.SEND_SMS) or moment > now:
            continue
        claim = house.ledger.claim(case, move.n, moment, house.render)
        if isinstance(claim, Claimed):
            contact = claim.message.contact
            house.ledger.settle_contact(case, contact, Accepted(f"at-{contact}"), moment)
            if claim.message.channel is channel:
                return contact
    raise RuntimeError(f"{one.number}: expected a message by {channel.value} to leave before {now}, got {move}")


def _promise(house: House, one: Owing, moment: dt.datetime) -> None:
    promise = PromiseMade.model_validate(
        {
            "id": f"promise-{one.number}",
            "creditor": CREDITOR.id,
            "invoices": [one.number],
            "amount": euros(one.cents),
            "currency": "EUR",
            "pay_by": moment.date(),
        }
    )
    answer = house.ledger.record(promise, moment, who=_WHO, source="bench")
    if answer.verdict is not Verdict.APPLIED:
        raise RuntimeError(f"{one.number}: expected to be promised, got {answer}")
