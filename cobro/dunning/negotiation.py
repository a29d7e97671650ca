"""What was said on the way to a settlement. It is confidential between the parties (Ley Orgánica 1/2025, art. 9) and
never leaves with the evidence of a case (R65): this module alone says what it is.

Whatever is not known to be open counts as negotiation, so that a new kind of event stays in the house until somebody
decides.
"""

from __future__ import annotations

from collections.abc import Mapping

NEGOTIATION = frozenset({"promise_made", "plan_agreed", "hold_placed", "hold_released"})
"""Events that are promises, arrangements or time that was granted (R34, R37)."""

OPEN_FIELDS: Mapping[str, frozenset[str]] = {
    "invoice_announced": frozenset({"amount", "currency", "issue_on"}),
    "invoice_issued": frozenset({"amount", "currency", "issued", "due", "paid"}),
    "invoice_changed": frozenset({"amount", "currency", "due"}),
    "contact_reported": frozenset({"contact", "report", "at"}),
    "message_received": frozenset({"channel", "automatic"}),
    "event_undone": frozenset(),
    "payment_received": frozenset({"amount", "currency", "booked"}),
    "payment_reversed": frozenset({"payment", "booked"}),
    "credit_issued": frozenset({"amount", "currency", "issued"}),
    "dispute_opened": frozenset({"amount", "reason"}),
    "dispute_resolved": frozenset(),
    "formal_notice_approved": frozenset({"days"}),
    "handoff_decided": frozenset({"to"}),
    "call_logged": frozenset({"outcome"}),
    "reply_received": frozenset(),
    "reply_handled": frozenset(),
    "written_off": frozenset(),
    "cancelled": frozenset(),
}
"""Events that anybody may know of, and what of each: that there was a call or reply, not what was said in it (R38)."""

_WHOLE_LINKS = frozenset(
    {"imported", "money", "contact_settled", "handed_over", "payment_received", "payment_reversed", "credit_issued"}
    | {"dispute_opened", "dispute_resolved", "handoff_decided"}
    | {"invoice_announced", "invoice_changed", "contact_reported", "paper_filed", "formal_notice_approved"}
)
_OPENINGS = frozenset({"imported", "payment_reversed"})
_WORDS = frozenset({"promise", "plan", "offer", "settlement"})


def is_negotiation(name: str) -> bool:
    """Whether a letter or a step, by its name, is about a promise or an arrangement: `broken-promise-3`."""
    return not _WORDS.isdisjoint(name.split("-"))


def is_open_link(kind: str, content: Mapping[str, object]) -> bool:
    """Whether a link of a case's evidence may be shown as it is."""
    match kind:
        case "contact_claimed":
            return not is_negotiation(str(content.get("step") or ""))
        case "episode_opened":
            return content.get("reason") in _OPENINGS
        case "episode_ended":
            return content.get("ending") != "payment_plan"
        case _:
            return kind in _WHOLE_LINKS
