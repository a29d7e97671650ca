"""What a sender says: one event as its sender knows it, and the way by which it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Way(StrEnum):
    """A sender, and how it sends."""

    BILLING = "billing"
    """CloudEvents in batches, with an API key."""
    SHOP = "shop"
    """CloudEvents one by one, with an API key."""
    STRIPE = "stripe"
    """Stripe's webhooks, signed."""
    SENDGRID = "sendgrid"
    """SendGrid's reports of e-mails in batches, signed."""
    TWILIO = "twilio"
    """Twilio's reports of text messages, signed."""


@dataclass(frozen=True, slots=True)
class Said:
    """One event. `id` is the id that the ledger is to know it by; `data` its fields without id, creditor and kind."""

    id: str
    way: Way
    kind: str
    about: str
    """Number of the invoice: what one sender says about it stays in its order."""
    data: Mapping[str, Any]
    after: str | None = None
    """Id of the event that it needs: sent before that one, it is out of order."""
    kept: bool = False
    """It can never be applied, and is to be kept for a person."""


Lanes = list[list[list[Said]]]
"""What a sender sends on each of its connections: requests, one after the other, of one or more events each."""
