"""The three counts are nought for what happened, and one for each thing that should not have happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from cobro.dunning.answer import Answer, Verdict
from cobro.dunning.contact import Channel, ContactClass
from cobro.house import House, open_house
from cobro.ledger import tables as t
from cobro.ledger.door import Claimed
from cobro.rehearsal.report import make_report
from cobro.settings import Settings
from tests.ledger.builders import CALL, COURTESY, EBRO, FRIENDLY, at, called, invoice, payment
from tests.ledger.stage import Stage

PAID = "2026-03-18 12:00"
LATER = "2026-03-19 12:00"
COUNTS = ("duplicate_contacts", "contacts_after_payment", "lost_events")


class Lived:
    """A customer who got two mails and a call, and paid; and money for an invoice that nobody knows."""

    def __init__(self, house: House) -> None:
        self._house = house
        self.stage = Stage(house.ledger)
        self.journal: list[Answer] = []
        self.stage.bring(invoice())
        for when in (COURTESY, FRIENDLY, CALL):
            self._contact(when)
        self.tell(called(self.stage.task("call").id, "spoke", "T-1"), "2026-03-17 11:00")
        self.tell(payment(), PAID)
        self.tell(payment(), PAID)
        self.tell(payment("P-2", number="F-9"), PAID)

    def tell(self, event: object, now: str) -> None:
        self.journal.append(self.stage.tell(event, now))  # type: ignore[arg-type]

    @property
    def mails(self) -> list[Path]:
        return sorted(self._outbox.glob("*.eml"))

    @property
    def _outbox(self) -> Path:
        return self._house.settings.home / "outbox"

    def leave(self, now: str, name: str, content: bytes) -> None:
        """A file in the outbox that no claim stands behind."""
        (self._outbox / f"{_moment(now):%Y%m%dT%H%M%SZ}-{name}").write_bytes(content)

    def mail(self, now: str, **headers: str) -> None:
        """The second mail once more, at another moment and with other headers."""
        lines = self.mails[1].read_bytes().split(b"\n")
        new = {"Date": f"{_moment(now):%a, %d %b %Y %H:%M:%S} +0000", **headers}
        for name, value in new.items():
            at = next(k for k, line in enumerate(lines) if line.lower().startswith(f"{name}:".lower().encode()))
            lines[at] = f"{name}: {value}".encode()
        self.leave(now, "astray.eml", b"\n".join(lines))

    def change(self, *statements: object) -> None:
        with self._house.ledger.writing() as session:
            for statement in statements:
                session.execute(statement)  # type: ignore[call-overload]

    def counts(self) -> tuple[int, ...]:
        with self._house.ledger.reading() as session:
            report = make_report(session, EBRO, self._outbox, 30, self.journal)
        return tuple(report[count] for count in COUNTS)

    def _contact(self, now: str) -> None:
        self.stage.move(now)
        claim = self.stage.claim(now, render=self._house.render)
        assert isinstance(claim, Claimed)
        if claim.message.channel is not Channel.CALL:
            self.stage.settle(claim.message, self._house.ways[claim.message.channel].send(claim.message), now)
        self.stage.move(now)


def _moment(now: str) -> dt.datetime:
    return at(now).astimezone(dt.UTC)


@pytest.fixture
def lived(tmp_path: Path) -> Iterator[Lived]:
    house = open_house(Settings(home=tmp_path))
    try:
        yield Lived(house)
    finally:
        house.close()


def test_what_happened_counts_as_nought(lived: Lived) -> None:
    assert len(lived.mails) == 2
    assert [answer.verdict for answer in lived.journal[1:]] == [Verdict.APPLIED, Verdict.REPEATED, Verdict.KEPT]
    assert lived.counts() == (0, 0, 0)


def open_call(lived: Lived) -> None:
    lived.change(
        update(t.Task).values(state=t.TaskState.OPEN),
        update(t.TaskInvoice).values(live=True),
    )


def call_late(lived: Lived) -> None:
    lived.change(
        update(t.EventRow).where(t.EventRow.event_id == "T-1").values(recorded_at=_moment(LATER)),
    )


def forget_half(lived: Lived) -> None:
    lived.change(update(t.Allocation).values(minor=5000), update(t.Invoice).values(applied_minor=5000))


TAMPERED: dict[str, tuple[Callable[[Lived], object], tuple[int, int, int]]] = {
    "a mail twice on a day": (lambda lived: lived.mail(FRIENDLY), (1, 0, 0)),
    "a step again on another day": (lambda lived: lived.mail("2026-03-12 10:00"), (1, 0, 0)),
    "a text on the day of a mail": (
        lambda lived: lived.leave(COURTESY, "astray.txt", b"To: +34976000111\n\nfactura F-1, 100,00"),
        (1, 0, 0),
    ),
    "a mail after the payment": (lambda lived: lived.mail(LATER, **{"X-Cobro-Steps": "F-1=week-3"}), (0, 1, 0)),
    "a call asked for after the payment": (open_call, (0, 1, 0)),
    "a call made after the payment": (call_late, (0, 1, 0)),
    "an event that was forgotten": (
        lambda lived: lived.change(delete(t.EventRow).where(t.EventRow.event_id == "P-2")),
        (0, 0, 1),
    ),
    "money that was forgotten": (forget_half, (0, 0, 1)),
    "a balance that is not its sum": (lambda lived: lived.change(update(t.Invoice).values(applied_minor=0)), (0, 0, 1)),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_each_count_finds_what_should_not_have_happened(lived: Lived, what: str) -> None:
    tamper, counts = TAMPERED[what]
    tamper(lived)
    assert lived.counts() == counts


def test_what_is_owed_to_a_customer_takes_no_day_and_is_said_once(lived: Lived) -> None:
    lived.mail(FRIENDLY)
    with_name = lived.mails[-1]
    contact = lived.stage.rows(t.Contact)[0].id
    named = with_name.rename(with_name.with_name(f"{with_name.stem.partition('-')[0]}-{contact}.eml"))
    assert lived.counts() == (1, 0, 0)
    lived.change(update(t.Contact).where(t.Contact.id == contact).values(contact_class=ContactClass.OWED))
    assert lived.counts() == (1, 0, 0)
    named.write_bytes(named.read_bytes().replace(b"F-1=week-1", b"F-1=promise-confirmed-1"))
    assert lived.counts() == (0, 0, 0)
