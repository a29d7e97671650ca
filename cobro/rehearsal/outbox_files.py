"""The messages of a rehearsal as their files tell them, whatever the ledger says."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sent:
    """One message that left. `at` is aware."""

    contact: str
    """The contact's id, from the name of the file."""
    channel: str
    to: str
    at: dt.datetime
    numbers: tuple[str, ...]
    """The invoices it names."""
    steps: tuple[tuple[str, str], ...] = ()
    """Those invoices with the step that it was for each of them; a text message does not tell."""


def read_outbox(folder: Path, numbers: Sequence[str]) -> list[Sent]:
    """Read what left, oldest first. `numbers` are the invoices that a text message may name."""
    sent = [_read_mail(path) for path in folder.glob("*.eml")]
    sent += [_read_text(path, numbers) for path in folder.glob("*.txt")]
    return sorted(sent, key=lambda message: (message.at, message.contact))


def _read_mail(path: Path) -> Sent:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    return Sent(
        contact=_contact(path),
        channel="email",
        to=message["To"].addresses[0].addr_spec,
        at=message["Date"].datetime,
        numbers=tuple(_parts(message["X-Cobro-Invoices"], ", ")),
        steps=tuple(_pair(part) for part in _parts(message["X-Cobro-Steps"], "; ")),
    )


def _read_text(path: Path, numbers: Sequence[str]) -> Sent:
    to, _, text = path.read_text(encoding="utf-8").partition("\n")
    return Sent(
        contact=_contact(path),
        channel="sms",
        to=to.removeprefix("To:").strip(),
        at=dt.datetime.strptime(path.name.split("-")[0], "%Y%m%dT%H%M%SZ").replace(tzinfo=dt.UTC),
        numbers=tuple(number for number in numbers if number in text),
    )


def _contact(path: Path) -> str:
    return path.stem.partition("-")[2]


def _parts(header: object, between: str) -> list[str]:
    return [part for part in str(header or "").split(between) if part]


def _pair(text: str) -> tuple[str, str]:
    number, _, step = text.rpartition("=")
    return number, step
