"""The one seam between the house and whatever carries its messages."""

import datetime as dt
from typing import Protocol

from cobro.dunning.contact import Evidence, Message, Outcome


class Way(Protocol):
    """Carries messages of one channel. Blocking; called on a thread of the activity pool; never retries by itself."""

    grace: dt.timedelta
    """How long after a claim a look-up proves nothing, because the first try may still be on its way."""
    keeps_what_it_took: bool
    """Whether the provider can be asked about a message afterwards, so that a look-up may ever prove something."""

    def send(self, message: Message) -> Outcome:
        """Hand a message to the provider once, and say what came of it. Never raises for what a provider does."""
        ...

    def look_up(self, message: Message) -> Evidence:
        """After a crash: find out whether the provider took the message. Never raises for what a provider does."""
        ...
