"""Which way a contact takes, and what somebody has to find where no way is open."""

from __future__ import annotations

from cobro.dunning.along import is_offer
from cobro.dunning.contact import Channel
from cobro.dunning.move import Do, Move
from cobro.dunning.owed import is_owed
from cobro.ledger.along import Part, Together
from cobro.ledger.case import Case
from cobro.ledger.recipients import To, reach
from cobro.ledger.work import Work

CHANNELS = {Do.SEND_EMAIL: Channel.EMAIL, Do.SEND_SMS: Channel.SMS, Do.OPEN_CALL: Channel.CALL}
"""The moves that reach a customer, and how."""


def way_of(work: Work, part: Part, together: Together) -> tuple[Channel, To] | None:
    """The way that a contact takes and to whom, or None where no way is open.

    Where any part of it was to be an e-mail it is one, and a text message that cannot be sent becomes one; an e-mail
    becomes a text message only where it says what is owed in writing, or goes along with one; neither becomes a call.
    """
    top, mine = together.top, part.move
    if mine.do is Do.OPEN_CALL:
        to = reach(work, top.case, top.step, Channel.CALL)
        # An offer is made in whatever way: it asks for no telephone number.
        return (Channel.CALL, to) if to.address or is_offer(mine) else None
    by_email = any(one.move.do is Do.SEND_EMAIL for one in together.parts)
    ways = [Channel.EMAIL, Channel.SMS] if by_email else [Channel.SMS, Channel.EMAIL]
    if part.case.customer.sms_stopped or (mine.do is Do.SEND_EMAIL and not is_owed(mine.step)):
        ways.remove(Channel.SMS)
    for channel in ways:
        to = reach(work, top.case, top.step, channel)
        # The move came in the hours of what reaches the customer itself, which may not be what reaches a role.
        if to.address and part.case.calendar.is_open(work.now, channel):
            return channel, to
    return None


def missing(case: Case, move: Move) -> str:
    """What somebody has to find before a step can be carried out. Who wants no text messages is not called instead."""
    if move.do is Do.OPEN_CALL:
        return "find a phone number"
    by_post = move.do is Do.SEND_SMS and case.customer.sms_stopped
    return "find an e-mail address, or write by post" if by_post else "find an e-mail address"
