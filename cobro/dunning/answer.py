"""What the ledger answers to whoever reports an event."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Verdict(StrEnum):
    """What became of a reported event."""

    RECEIVED = "received"
    """It is stored, and will be applied in its turn; nothing has to be sent again."""
    APPLIED = "applied"
    REPEATED = "repeated"
    """The same event was recorded before; nothing changed."""
    KEPT = "kept"
    """It cannot be applied now; it is kept with the reason and shown to a person."""
    REFUSED = "refused"
    """It was not taken; nothing changed and nothing was stored."""


class Answer(BaseModel):
    """The ledger's verdict on one event, with the reason wherever it was not simply applied."""

    model_config = ConfigDict(frozen=True)

    event: str
    verdict: Verdict
    reason: str = ""
