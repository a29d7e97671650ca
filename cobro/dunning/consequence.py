"""What follows from the reason that a customer gives on the telephone (R38-R42): one table; none is only a note."""

from __future__ import annotations

from enum import StrEnum

from cobro.dunning.event import Reason


class Consequence(StrEnum):
    """What the ledger does once a reason was heard."""

    GO_ON = "go_on"
    """The ladder goes on at its distance; what the customer undertakes is a promise or a plan of its own."""
    IN_TOUCH = "in_touch"
    """Likewise, but the customer has been in touch about a difficulty: time or a plan is offered next (R31)."""
    ASK_FOR_PROOF = "ask_for_proof"
    """Proof is asked for in writing, and nobody insists for some working days. Once: the next time a person looks."""
    SEND_COPY = "send_copy"
    """Somebody sends what is missing, and the ladder waits for it (R41)."""
    DISPUTE = "dispute"
    """What is contested has to be recorded as a dispute, with its amount (R40, R42)."""
    DECIDE = "decide"
    """A senior decides; until then the case waits."""
    STOP = "stop"
    """The law may forbid going on: the whole customer is stopped until a senior has decided."""


CONSEQUENCES: dict[Reason, Consequence] = {
    Reason.SAYS_PAID: Consequence.ASK_FOR_PROOF,
    Reason.NEXT_PAYMENT_RUN: Consequence.IN_TOUCH,
    Reason.COPY_MISSING: Consequence.SEND_COPY,
    Reason.GOODS: Consequence.DISPUTE,
    Reason.WORK: Consequence.DISPUTE,
    Reason.PRICE: Consequence.DISPUTE,
    Reason.NO_FUNDS: Consequence.IN_TOUCH,
    Reason.OVERSIGHT: Consequence.GO_ON,
    Reason.LONGER_TERMS: Consequence.IN_TOUCH,
    Reason.INSOLVENCY: Consequence.STOP,
    Reason.LAWYER: Consequence.STOP,
    Reason.REFUSES: Consequence.DECIDE,
    Reason.OTHER: Consequence.GO_ON,
}

IN_TOUCH = tuple(reason for reason, follows in CONSEQUENCES.items() if follows is Consequence.IN_TOUCH)
