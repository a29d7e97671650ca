"""The morning's digest leaves once a creditor and day, through SendGrid's real SDK, whatever happens on the way."""

from __future__ import annotations

import datetime as dt
import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from bench.fake_provider import BAD_GATEWAY, Behaviour, FakeProvider, Line, sendgrid_refusal
from cobro.channels.files import Files
from cobro.channels.sendgrid_mail import SendGridMail
from cobro.dunning.contact import Evidence, Message, Outcome
from cobro.dunning.parties import Creditor
from cobro.ledger import tables as t
from cobro.ledger.ledger import Ledger
from cobro.letters.digest import DigestLetters
from cobro.relay.digests import Digests
from cobro.settings import ROOT
from tests.ledger.builders import CREDITOR, EBRO, IMPORTED, at, book, customer, invoice
from tests.ledger.stage import Stage

LETTERS = DigestLetters(ROOT / "templates")
NAME = "Panadería La Espiga, S.L."
EIGHT = "2026-03-03 08:00"
HALF_HOUR = dt.timedelta(minutes=30)


class HandClock:
    """A clock that a test sets."""

    shift = dt.timedelta(0)

    def __init__(self, moment: str) -> None:
        self.moment = at(moment)

    def now(self) -> dt.datetime:
        return self.moment


@pytest.fixture
def stage(ledger: Ledger) -> Stage:
    """An empty ledger."""
    return Stage(ledger)


@pytest.fixture
def provider() -> Iterator[FakeProvider]:
    with FakeProvider() as fake:
        yield fake


@pytest.fixture
def clock() -> HandClock:
    return HandClock(EIGHT)


def mailer(provider: FakeProvider) -> SendGridMail:
    return SendGridMail("SG.key", host=provider.url, timeout_seconds=5)


@pytest.fixture
def house(stage: Stage, clock: HandClock, provider: FakeProvider) -> Digests:
    """An invoice that fell due on 2 March, and the loop of one worker."""
    stage.bring(invoice(), customers=(customer(name=NAME),))
    return worker(stage.ledger, clock, provider)


def worker(ledger: Ledger, clock: HandClock, provider: FakeProvider) -> Digests:
    return Digests(ledger, clock, LETTERS.email, mailer(provider))


def creditor(ledger: Ledger, **changes: Any) -> None:
    """The creditor's file comes in changed."""
    ledger.register_creditor(Creditor.model_validate(CREDITOR.model_dump() | changes), at(IMPORTED), who="ana")


def states(stage: Stage) -> list[tuple[str, str]]:
    return [(str(row.day), row.state.value) for row in stage.rows(t.DigestRow)]


def live(house: Callable[[int], Digests], clock: HandClock, since: str, until: str, every: dt.timedelta) -> list[str]:
    """Look at the clock again and again; the moments at which a digest left."""
    clock.moment, left, count = at(since), [], 0
    while clock.moment < at(until):
        left += [f"{clock.moment:%Y-%m-%d %H:%M}"] * house(count).send_due()
        clock.moment += every
        count += 1
    return left


def test_each_working_morning_once_by_the_creditor_s_own_calendar(
    stage: Stage, clock: HandClock, provider: FakeProvider
) -> None:
    # 23 April is the day of Aragón, where the creditor is; the invoices fall due one a day, the weekends too.
    days = [at("2026-04-16 00:00").date() + dt.timedelta(days=n) for n in range(12)]
    stage.bring(*(invoice(f"F-{n}", of="C-1", due=on) for n, on in enumerate(days)))
    workers = [worker(stage.ledger, clock, provider) for _ in range(2)]

    left = live(lambda count: workers[count % 2], clock, "2026-04-17 00:10", "2026-04-25 00:00", HALF_HOUR)

    assert [moment.split()[0][-2:] for moment in left] == ["17", "20", "21", "22", "24"]
    assert {moment.split()[1] for moment in left} == {"08:10"}
    assert len(provider.mails) == 5
    told = [mail.form["content"][0]["value"] for mail in provider.mails]
    for n in range(8):
        assert sum(f"factura F-{n}:" in text.partition("LLAMADAS")[0] for text in told) == 1, (n, told)


@pytest.mark.parametrize(
    ("changes", "left"),
    [
        ({"digest_at": dt.time(10, 30)}, ["2026-03-03 10:30"]),
        ({"digest": False}, []),
        ({"zone": "Atlantic/Canary", "region": "CN"}, ["2026-03-03 09:00"]),
    ],
)
def test_the_creditor_s_file_says_when_and_whether(
    stage: Stage, house: Digests, clock: HandClock, changes: dict[str, Any], left: list[str]
) -> None:
    creditor(stage.ledger, **changes)
    assert live(lambda _: house, clock, "2026-03-03 00:00", "2026-03-04 00:00", HALF_HOUR) == left


def test_whoever_starts_after_the_morning_waits_for_the_next(stage: Stage, house: Digests, clock: HandClock) -> None:
    clock.moment = at("2026-03-02 08:00")
    assert house.send_due() == 0
    assert live(lambda _: house, clock, "2026-03-03 12:00", "2026-03-04 09:00", HALF_HOUR) == ["2026-03-04 08:00"]
    assert stage.ledger.digest(EBRO, at("2026-03-05 08:00")).since == at("2026-03-04 00:00").date()


def test_a_morning_with_nothing_to_tell_has_no_e_mail(
    stage: Stage, house: Digests, clock: HandClock, provider: FakeProvider
) -> None:
    assert live(lambda _: house, clock, "2026-03-05 00:00", "2026-03-06 00:00", HALF_HOUR) == []
    assert states(stage) == [("2026-03-05", "empty")]
    assert provider.asked == 0


def test_what_leaves_is_what_was_claimed_and_no_name_stands_beside_it(
    stage: Stage, house: Digests, provider: FakeProvider, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        assert house.send_due() == 1
    (mail,) = provider.mails
    (row,) = stage.rows(t.DigestRow)
    assert mail.form["custom_args"] == {"contact": row.contact}
    assert mail.form["personalizations"] == [{"to": [{"email": CREDITOR.email, "name": f'"{CREDITOR.name}"'}]}]
    assert mail.form["from"]["email"] == CREDITOR.email
    assert NAME in mail.form["content"][0]["value"]
    beside = {name: value for name, value in mail.form.items() if name != "content"}
    assert "Espiga" not in str(beside)
    assert "C-1" not in str(beside)
    assert "Espiga" not in caplog.text
    assert (row.state, len(row.digest)) == (t.DigestState.SENT, 64)


def test_two_workers_send_one(stage: Stage, clock: HandClock, provider: FakeProvider) -> None:
    stage.bring(*(invoice(f"F-{n}", due=at(f"2026-03-{n:02} 00:00").date()) for n in range(2, 29)))
    workers = [worker(stage.ledger, clock, provider) for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        for n in (3, 4, 5, 6, 9, 10, 11, 12):
            clock.moment = at(f"2026-03-{n:02} 08:00")
            together = threading.Barrier(3)

            def look(each: Digests, together: threading.Barrier = together) -> int:
                together.wait()
                return each.send_due()

            assert sum(pool.map(look, workers)) == 1
    assert len(provider.mails) == 8
    assert {state for _, state in states(stage)} == {"sent"}


@pytest.mark.parametrize("refusal", [sendgrid_refusal(429), sendgrid_refusal(401), sendgrid_refusal(403)])
def test_a_certain_refusal_is_tried_again_the_same_morning(
    stage: Stage,
    house: Digests,
    clock: HandClock,
    provider: FakeProvider,
    refusal: Behaviour,
    caplog: pytest.LogCaptureFixture,
) -> None:
    provider.script(*[refusal] * 2)
    every = dt.timedelta(minutes=5)
    assert live(lambda _: house, clock, EIGHT, "2026-03-04 00:00", every) == ["2026-03-03 08:30"]
    assert (provider.asked, states(stage)) == (3, [("2026-03-03", "sent")])
    assert len(caplog.records) == 1
    assert f"the digest of {EBRO} for 2026-03-03" in caplog.text


def test_a_provider_that_refuses_all_morning_is_asked_until_the_morning_is_over(
    stage: Stage, house: Digests, clock: HandClock, provider: FakeProvider
) -> None:
    provider.script(*[sendgrid_refusal(429)] * 100)
    assert live(lambda _: house, clock, EIGHT, "2026-03-04 00:00", dt.timedelta(minutes=5)) == []
    assert provider.asked == 16
    assert states(stage) == [("2026-03-03", "released")]
    # What could not be told then is told the next morning.
    (missed,) = stage.ledger.digest(EBRO, at("2026-03-04 08:00")).fell_due
    assert missed.invoices == ("F-1",)


@pytest.mark.parametrize("behaviour", [Line.ACCEPT_THEN_DROP, BAD_GATEWAY, Line.NOTHING])
def test_what_may_have_left_is_never_sent_again(
    stage: Stage, house: Digests, clock: HandClock, provider: FakeProvider, behaviour: Behaviour
) -> None:
    provider.script(behaviour)
    assert live(lambda _: house, clock, EIGHT, "2026-03-04 00:00", HALF_HOUR) == []
    assert (provider.asked, states(stage)) == (1, [("2026-03-03", "unknown")])


class Killed(BaseException):
    """The process ends here."""


class DyingCarrier:
    """Takes the first message to the provider, or does not, and then its process is killed."""

    def __init__(self, real: SendGridMail | Files, *, before: bool) -> None:
        self.real = real
        self.before = before
        self.grace = real.grace
        self.keeps_what_it_took = real.keeps_what_it_took
        self.dies = True

    def send(self, message: Message) -> Outcome:
        if not self.dies:
            return self.real.send(message)
        self.dies = False
        if not self.before:
            self.real.send(message)
        raise Killed

    def look_up(self, message: Message) -> Evidence:
        return self.real.look_up(message)


@pytest.mark.parametrize("before", [True, False])
def test_a_worker_killed_while_sending_leaves_it_unknown_where_the_provider_cannot_say(
    stage: Stage, house: Digests, clock: HandClock, provider: FakeProvider, before: bool
) -> None:
    dying = Digests(stage.ledger, clock, LETTERS.email, DyingCarrier(mailer(provider), before=before))
    with pytest.raises(Killed):
        dying.send_due()
    assert states(stage) == [("2026-03-03", "sending")]
    assert live(lambda _: house, clock, "2026-03-03 08:05", "2026-03-04 00:00", dt.timedelta(minutes=5)) == []
    assert states(stage) == [("2026-03-03", "unknown")]
    assert len(provider.mails) == (0 if before else 1)


@pytest.mark.parametrize("before", [True, False])
def test_where_it_can_be_looked_up_it_leaves_after_all_and_once(
    stage: Stage, house: Digests, clock: HandClock, tmp_path: Path, before: bool
) -> None:
    carrier = DyingCarrier(Files(tmp_path), before=before)
    files = Digests(stage.ledger, clock, LETTERS.email, carrier)
    with pytest.raises(Killed):
        files.send_due()
    left = live(lambda _: files, clock, "2026-03-03 08:05", "2026-03-04 00:00", dt.timedelta(minutes=5))
    assert len(left) == (1 if before else 0)
    assert states(stage) == [("2026-03-03", "sent")]
    (mail,) = tmp_path.glob("*.eml")
    read = message_from_bytes(mail.read_bytes(), policy=default)
    assert (read["From"], read["To"], read["Auto-Submitted"]) == (read["To"], read["From"], "auto-generated")
    assert NAME in read.get_content()


def test_what_was_claimed_and_did_not_leave_is_told_the_next_morning(
    stage: Stage, house: Digests, clock: HandClock, tmp_path: Path
) -> None:
    files = Digests(stage.ledger, clock, LETTERS.email, DyingCarrier(Files(tmp_path), before=True))
    with pytest.raises(Killed):
        files.send_due()
    # Nobody is at work for the rest of the day.
    left = live(lambda _: files, clock, "2026-03-04 07:00", "2026-03-05 00:00", HALF_HOUR)
    assert left == ["2026-03-04 08:00"]
    assert states(stage) == [("2026-03-03", "released"), ("2026-03-04", "sent")]
    (mail,) = tmp_path.glob("*.eml")
    assert NAME in message_from_bytes(mail.read_bytes(), policy=default).get_content()


@pytest.mark.parametrize(
    ("language", "words"), [("es", "VENCIDAS SIN PAGAR"), ("en", "FELL DUE"), ("fr", "FELL DUE"), ("nl", "FELL DUE")]
)
def test_it_is_in_the_creditor_s_language_or_in_english(
    stage: Stage, house: Digests, provider: FakeProvider, language: str, words: str
) -> None:
    creditor(stage.ledger, language=language, terms={**CREDITOR.terms, language: "x"})
    assert house.send_due() == 1
    (mail,) = provider.mails
    assert words in mail.form["content"][0]["value"]


def test_a_template_that_is_missing_is_named(
    stage: Stage, house: Digests, clock: HandClock, provider: FakeProvider, tmp_path: Path, caplog: Any
) -> None:
    bare = Digests(stage.ledger, clock, DigestLetters(tmp_path).email, mailer(provider))
    assert bare.send_due() + bare.send_due() == 0
    assert [record.getMessage() for record in caplog.records] == [
        f"the digest of {EBRO} for 2026-03-03 cannot be written: letter '_digest' in language 'en': "
        f"there is no en/_digest.txt in the folder {tmp_path}"
    ]
    assert (provider.asked, stage.rows(t.DigestRow)) == (0, [])


def test_a_mistake_of_ours_stops_no_other_creditor_and_is_told_of_once(
    stage: Stage, house: Digests, clock: HandClock, provider: FakeProvider, caplog: pytest.LogCaptureFixture
) -> None:
    other = Creditor.model_validate(CREDITOR.model_dump() | {"id": "zeta", "language": "en"})
    stage.ledger.register_creditor(other, at(IMPORTED), who="ana")
    stage.ledger.register_book(book(invoice(), creditor="zeta"), at(IMPORTED), who="ana")

    def write(digest: Any, *rest: Any) -> bytes:
        if digest.creditor == EBRO:
            raise ValueError(NAME)
        return LETTERS.email(digest, *rest)

    broken = Digests(stage.ledger, clock, write, mailer(provider))
    assert len(live(lambda _: broken, clock, EIGHT, "2026-03-04 00:00", HALF_HOUR)) == 1
    assert [row.creditor_id for row in stage.rows(t.DigestRow)] == ["zeta"]
    assert len(caplog.records) == 1
    assert "Espiga" not in caplog.text
