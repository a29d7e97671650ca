"""Why a customer is contacted by nobody until a person has decided."""

from __future__ import annotations

from enum import StrEnum


class StopReason(StrEnum):
    """What forbids going on by itself, whoever heard of it."""

    INSOLVENCY = "insolvency"
    LAWYER = "lawyer"
    """A lawyer speaks for the customer."""
    WRONG_PERSON = "wrong_person"
    """Whoever gets the letters does not owe the money."""
    OBJECTION = "objection"
    """The customer objects to being contacted at all."""
