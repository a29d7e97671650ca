"""The one seam between the house and whatever carries its messages."""

from typing import Protocol

from cobro.dunning.contact import Evidence, Message, Outcome


class Way(Protocol):
    """Carries messages of one channel. Blocking; called on a thread of the activity pool; never retries by itself."""

    def send(self, message: Message) -> Outcome:
        """Hand a message to the provider once, and say what came of it. Never raises for what a provider does."""
        ...

    def look_up(self, message: Message) -> Evidence:
        """After a crash: find out whether the provider took the message. Never raises for what a provider does."""
        ...
