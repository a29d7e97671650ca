"""What providers answer, seen from a case: through the real SDKs, on the real server."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bench.fake_provider import Behaviour, FakeProvider, Line, sendgrid_refusal, twilio_refusal
from cobro.channels.sendgrid_mail import SendGridMail
from cobro.channels.twilio_sms import TwilioSms
from cobro.dunning.contact import Channel
from cobro.ledger.tables import TaskKind
from cobro.server import OwnServer
from tests.workflows.life import Life, invoice, lives

HOUR = dt.timedelta(hours=1)
NO_GRACE = dt.timedelta(0)


@pytest.fixture
def provider() -> Iterator[FakeProvider]:
    with FakeProvider() as provider:
        yield provider


@pytest.fixture
async def sending(server: OwnServer, provider: FakeProvider, tmp_path: Path) -> AsyncIterator[Life]:
    """A life whose messages go through the SDKs of both providers."""
    ways = {
        Channel.EMAIL: SendGridMail("SG.key", host=provider.url, timeout_seconds=1, grace=NO_GRACE),
        Channel.SMS: TwilioSms("AC1", "token", "+34910000000", base_url=provider.url, grace=NO_GRACE),
    }
    async with lives(server.client, tmp_path, ways) as life:
        yield life


async def test_a_message_carries_our_reference_and_nothing_else_about_the_customer(
    sending: Life, provider: FakeProvider
) -> None:
    await sending.bring_in(invoice("A-1"))
    await sending.walk()
    form = provider.mails[0].form
    assert list(form["custom_args"]) == ["contact"]
    assert "categories" not in form
    assert sending.states() == ["sent"]


async def test_a_wrong_address_becomes_a_persons_task_and_does_not_advance_the_ladder(
    sending: Life, provider: FakeProvider
) -> None:
    provider.script(sendgrid_refusal(400, "personalizations.0.to.0.email"))
    await sending.bring_in(invoice("A-1"))
    await sending.walk()
    assert sending.states() == ["undeliverable"]
    assert sending.steps() == []
    assert sending.task(TaskKind.REPAIR)


@pytest.mark.parametrize("refusal", [sendgrid_refusal(429), sendgrid_refusal(401)])
async def test_a_refusal_is_tried_again_later_or_mended_and_sent_once(
    sending: Life, provider: FakeProvider, refusal: Behaviour
) -> None:
    provider.script(refusal)
    await sending.bring_in(invoice("A-1"))
    await sending.walk()
    assert sending.states() == ["released"]
    if (task := sending.task(TaskKind.REPAIR)) is not None:
        now = sending.move().at - HOUR
        sending.house.ledger.mend(sending.creditor.id, task.id, now, who="test", email=None, phone=None)
        await sending.deliver(now)
    await sending.walk_to("week-1")
    assert sending.states() == ["released", "sent"]
    assert len(provider.mails) == 1


@pytest.mark.parametrize("behaviour", [sendgrid_refusal(500), Line.NOTHING, Line.ACCEPT_THEN_DROP, Line.HALF])
async def test_an_unclear_answer_is_unknown_and_never_sent_again(
    sending: Life, provider: FakeProvider, behaviour: Behaviour
) -> None:
    provider.script(behaviour)
    await sending.bring_in(invoice("A-1"))
    await sending.walk_to("week-1")
    await sending.walk()
    assert sending.states() == ["unknown", "sent"]
    assert sending.steps() == ["courtesy", "week-1"]
    assert provider.asked == 2


async def test_a_customer_who_stopped_text_messages_gets_the_reminder_by_mail(
    sending: Life, provider: FakeProvider
) -> None:
    await sending.bring_in(invoice("A-1"))
    row = await sending.walk_to("week-1")
    promise = {"invoices": ["A-1"], "amount": "100", "currency": "EUR", "pay_by": row.at.date()}
    await sending.tell("promise_made", row.at - HOUR, None, **promise)
    if sending.move().step == "promise-confirmed-1":
        await sending.walk()
    provider.script(twilio_refusal(400, 21610))
    await sending.walk_to("week-1")
    assert sending.states() == ["sent", "sent", "released", "sent"]
    assert provider.texts == []
    assert len(provider.mails) == 3
