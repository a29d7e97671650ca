"""What an e-mail that came in means: who wrote it, whether a machine did, and what it answers."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any

from cobro.dunning.event import MessageReceived
from cobro.gateway.letter_in import LetterIn
from cobro.ledger.receiving import Arrival

_OURS = re.compile(r"<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@[^<>\s]+>")
"""A Message-ID of a letter of ours: the contact's id, at the sender's domain."""
_SIGNED_BY = re.compile(r"@([a-z0-9.-]+)\s*:\s*pass\b")
_IN_BULK = ("bulk", "junk", "auto_reply", "list")
_ROBOTS = ("mailer-daemon", "postmaster")
_MARKS = ("x-autoreply", "x-autorespond", "x-auto-response-suppress")
_LONGEST_NOTE = 4_000
_ID_LENGTH = 32
"""Hexadecimal digits of a message's id: a person types or copies it, and two of one book are never alike by chance."""


def arrival_of(letter: LetterIn, creditor: str, who: str, received: str) -> Arrival:
    """The message for a creditor. It is tied by the letter that it answers, else by its sender's address.

    An address that the mail system does not vouch for is no reason to leave a customer in peace: it is kept beside the
    message as `claimed`, and a person says whose it is.
    """
    proof = "from" if is_vouched_for(letter) else "claimed"
    private: dict[str, Any] = {proof: letter.sender, "to": letter.to, "subject": letter.subject, "text": letter.text}
    event = MessageReceived(
        id=_id(letter),
        creditor=creditor,
        channel="email",
        automatic=is_automatic(letter),
        contact=answered(letter),
    )
    note = f"{letter.subject}\n\n{letter.text}".strip()[:_LONGEST_NOTE]
    return Arrival(
        event,
        received,
        private=private,
        note=note or "(no text)",
        paper=letter.paper,
        who=who,
        source="sendgrid",
    )


def is_automatic(letter: LetterIn) -> bool:
    """Whether a machine wrote it: an absence note, a bounce, a newsletter (RFC 3834, and what is customary besides)."""
    headers = letter.headers
    submitted = headers.get("auto-submitted", "no").partition(";")[0].strip().lower()
    return (
        submitted != "no"
        or any(mark in headers for mark in _MARKS)
        or headers.get("precedence", "").strip().lower() in _IN_BULK
        or headers.get("content-type", "").lower().startswith("multipart/report")
        or letter.envelope_from == ""
        or headers.get("return-path", "").replace(" ", "") == "<>"
        or letter.sender.partition("@")[0].lower() in _ROBOTS
    )


def answered(letter: LetterIn) -> str | None:
    """The contact that it answers, by what its writer's program says: first the letter itself, then the thread."""
    direct = _OURS.search(letter.headers.get("in-reply-to", ""))
    if direct:
        return direct[1]
    thread = _OURS.findall(letter.headers.get("references", ""))
    return str(thread[-1]) if thread else None


def is_vouched_for(letter: LetterIn) -> bool:
    """Whether SPF or DKIM passed, and for the domain that stands as the sender: a pass of another proves nothing."""
    domain = _domain(letter.sender)
    passed = _SIGNED_BY.findall(letter.dkim)
    if letter.spf == "pass" and letter.envelope_from:
        passed.append(_domain(letter.envelope_from))
    return bool(domain) and any(_is_within(domain, other) or _is_within(other, domain) for other in passed)


def _domain(address: str) -> str:
    return address.rpartition("@")[2].strip().strip(".").lower()


def _is_within(inner: str, outer: str) -> bool:
    # A domain of a single label, such as "com", vouches for nobody else.
    return inner == outer or ("." in outer and inner.endswith(f".{outer}"))


def _id(letter: LetterIn) -> str:
    own = letter.headers.get("message-id", "")
    digest = sha256(own.encode("utf-8", "replace") if own else letter.paper.content).hexdigest()
    return f"mail/{digest[:_ID_LENGTH]}"
