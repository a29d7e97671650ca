"""What nobody knew is found out: through the real SDK of Twilio, which keeps what it took, and for both answers."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

import pytest

from bench.fake_provider import BAD_GATEWAY, Behaviour, FakeProvider, Line
from bench.faults.book import MORNING, Owing, invent, register
from bench.faults.fault import FAULTS
from bench.faults.worker import POLICIES
from cobro.channels.sendgrid_mail import SendGridMail
from cobro.channels.twilio_sms import TwilioSms
from cobro.channels.way import Way
from cobro.clock import MachineClock
from cobro.dunning.contact import Channel, Unclear
from cobro.house import House
from cobro.ledger import tables as t
from cobro.ledger.database import Database
from cobro.ledger.door import Claimed
from cobro.ledger.ledger import Ledger
from cobro.letters.renderer import Letters
from cobro.relay.bell import Bell
from cobro.relay.look_ups import LookUps
from cobro.rulebook import Rulebook
from cobro.settings import Settings

GRACE = dt.timedelta(minutes=5)


@pytest.fixture
def provider() -> Iterator[FakeProvider]:
    with FakeProvider() as provider:
        yield provider


class Doubts:
    """A customer by e-mail and one by text message, both due, and a clock that a test moves."""

    def __init__(self, database: Database, provider: FakeProvider) -> None:
        self.ledger = Ledger(database, Rulebook(POLICIES))
        self.mail, self.text = invent(FAULTS[0], 2, random.Random(1))[:2]
        register(self.ledger, [self.mail, self.text])
        self.ways: dict[Channel, Way] = {
            Channel.EMAIL: SendGridMail("SG.key", host=provider.url, timeout_seconds=1, grace=GRACE),
            Channel.SMS: TwilioSms("AC1", "token", "+34910000000", base_url=provider.url, grace=GRACE),
        }
        settings = Settings.model_construct()
        self._house = House(settings, self.ledger, Letters(settings.templates), self.ways)
        self.now = MORNING

    def send(self, owing: Owing) -> None:
        """Claim what is due, hand it to its provider, and write down what that said."""
        (case,) = owing.cases
        move = self.ledger.current(case, self.now, dt.timedelta(0))
        claimed = self.ledger.claim(case, move.n, self.now, self._house.render)
        assert isinstance(claimed, Claimed)
        outcome = self.ways[owing.channel].send(claimed.message)
        assert isinstance(outcome, Unclear)
        self.ledger.settle_contact(case, claimed.message.contact, outcome, self.now)

    async def look(self, after: dt.timedelta) -> int:
        """Ask the providers, so long after the morning."""
        self.now = MORNING + after
        clock = MachineClock(self.now - dt.datetime.now(dt.UTC))
        return await LookUps(self.ledger, self.ways, clock, Bell()).look()

    def states(self) -> list[str]:
        with self.ledger.reading() as session:
            return sorted(row.state.value for row in session.query(t.Contact))

    def woken(self) -> int:
        with self.ledger.reading() as session:
            return session.query(t.Outbox).where(t.Outbox.kind == t.OutboxKind.WAKE_CASE).count()


@pytest.fixture
def doubts(database: Database, provider: FakeProvider) -> Doubts:
    return Doubts(database, provider)


@pytest.mark.parametrize(
    ("behaviour", "state", "woken"),
    [(BAD_GATEWAY, "released", 1), (Line.NOTHING, "released", 1), (Line.ACCEPT_THEN_DROP, "sent", 0)],
)
async def test_a_text_message_in_doubt_is_looked_up_once_the_grace_is_over(
    doubts: Doubts, provider: FakeProvider, behaviour: Behaviour, state: str, woken: int
) -> None:
    provider.script(behaviour)
    doubts.send(doubts.text)
    assert await doubts.look(GRACE / 2) == 0
    assert doubts.states() == ["unknown"]
    assert await doubts.look(GRACE) == 1
    assert doubts.states() == [state]
    # Only what has to be done again needs a wake-up.
    assert doubts.woken() == woken
    assert await doubts.look(2 * GRACE) == 0


async def test_an_email_in_doubt_stays_so_and_nobody_asks(doubts: Doubts, provider: FakeProvider) -> None:
    provider.script(Line.ACCEPT_THEN_DROP)
    doubts.send(doubts.mail)
    asked = provider.asked
    assert await doubts.look(2 * GRACE) == 0
    assert doubts.states() == ["unknown"]
    assert provider.asked == asked


async def test_a_provider_that_does_not_answer_is_asked_again_later(doubts: Doubts, provider: FakeProvider) -> None:
    provider.script(Line.ACCEPT_THEN_DROP)
    provider.script_look_up(BAD_GATEWAY)
    doubts.send(doubts.text)
    assert await doubts.look(GRACE) == 0
    assert doubts.states() == ["unknown"]
    assert await doubts.look(2 * GRACE) == 1
    assert doubts.states() == ["sent"]


async def test_what_nobody_could_find_out_for_two_weeks_is_left_to_people(
    doubts: Doubts, provider: FakeProvider
) -> None:
    provider.script(Line.ACCEPT_THEN_DROP)
    doubts.send(doubts.text)
    assert await doubts.look(dt.timedelta(days=15)) == 0
    assert doubts.states() == ["unknown"]
