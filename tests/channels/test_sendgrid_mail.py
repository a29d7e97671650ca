"""E-mail through SendGrid's real SDK: what arrives there, and what is made of each answer."""

import base64
import datetime as dt
import logging
import socket
import ssl
from collections.abc import Iterator
from email.headerregistry import Address
from email.message import EmailMessage
from typing import Any

import pytest

from bench.fake_provider import (
    BAD_GATEWAY,
    Answer,
    Behaviour,
    FakeProvider,
    Line,
    sendgrid_refusal,
)
from cobro.channels.rate import TokenBucket
from cobro.channels.sendgrid_mail import SendGridMail
from cobro.dunning.contact import Accepted, Channel, Message, Outcome, Refusal, Refused, Unclear

NOW = dt.datetime(2026, 3, 10, 9, 0, tzinfo=dt.UTC)
TO = "ana.vidal+facturas@forn.example"
TEXT = "Buenos días, Ana:\n\nLa factura F-7 (1.210,00 €) venció ayer.\n"
HTML = "<p>Buenos días, Ana:</p>\n<p>La factura <b>F-7</b> venció ayer.</p>\n"
TO_FIELD, FROM_FIELD = "personalizations.0.to.0.email", "from.email"


@pytest.fixture
def provider() -> Iterator[FakeProvider]:
    with FakeProvider() as fake:
        yield fake


def mailer(provider: FakeProvider, timeout_seconds: float = 5) -> SendGridMail:
    return SendGridMail("SG.key", host=provider.url, timeout_seconds=timeout_seconds, now=lambda: NOW)


def letter(name: str = "Ana Vidal") -> EmailMessage:
    written = EmailMessage()
    written["From"] = Address("Suministros Soler, S.L.", addr_spec="cobros@soler.example")
    written["To"] = Address(name, addr_spec=TO)
    written["Reply-To"] = Address("Marta Soler", addr_spec="marta@soler.example")
    written["Subject"] = "Factura F-7: ¿ha habido algún problema?"
    written["Message-ID"] = "<c0ffee01-aaaa@soler.example>"
    written["X-Cobro-Invoices"] = "F-7"
    written.set_content(TEXT)
    written.add_alternative(HTML, subtype="html")
    return written


def message(written: EmailMessage | None = None) -> Message:
    return Message("c0ffee01-aaaa", Channel.EMAIL, TO, (written or letter()).as_bytes(), NOW)


def accepted(provider: FakeProvider) -> dict[str, Any]:
    (mail,) = provider.mails
    return mail.form


def test_sendgrid_gets_exactly_the_stored_letter_and_our_reference(provider: FakeProvider) -> None:
    assert mailer(provider).send(message()) == Accepted("mail-1")
    assert accepted(provider) == {
        "from": {"email": "cobros@soler.example", "name": "Suministros Soler, S.L."},
        "personalizations": [{"to": [{"email": TO, "name": "Ana Vidal"}]}],
        "reply_to_list": [{"email": "marta@soler.example", "name": "Marta Soler"}],
        "subject": "Factura F-7: ¿ha habido algún problema?",
        "content": [{"type": "text/plain", "value": TEXT}, {"type": "text/html", "value": HTML}],
        "headers": {"Message-ID": "<c0ffee01-aaaa@soler.example>"},
        "custom_args": {"contact": "c0ffee01-aaaa"},
        "tracking_settings": {
            "click_tracking": {"enable": False, "enable_text": False},
            "open_tracking": {"enable": False},
        },
    }
    assert provider.mails[0].authorization == "Bearer SG.key"


def test_a_company_name_with_a_comma_stays_one_recipient(provider: FakeProvider) -> None:
    mailer(provider).send(message(letter('Forn "Vidal", S.L.')))
    (recipient,) = accepted(provider)["personalizations"][0]["to"]
    assert recipient == {"email": TO, "name": '"Forn \\"Vidal\\", S.L."'}


def test_an_invoice_goes_along_as_it_was_stored(provider: FakeProvider) -> None:
    written = letter()
    written.add_attachment(b"%PDF-1.7 \x00\xff", maintype="application", subtype="pdf", filename="factura F-7.pdf")
    mailer(provider).send(message(written))
    (attached,) = accepted(provider)["attachments"]
    assert base64.b64decode(attached.pop("content")) == b"%PDF-1.7 \x00\xff"
    assert attached == {"type": "application/pdf", "filename": "factura F-7.pdf", "disposition": "attachment"}
    assert [part["value"] for part in accepted(provider)["content"]] == [TEXT, HTML]


def test_a_picture_inside_the_letter_is_no_attachment_of_its_own(provider: FakeProvider) -> None:
    written = letter()
    part = written.get_body(("html",))
    assert isinstance(part, EmailMessage)
    part.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<qr@soler.example>")
    mailer(provider).send(message(written))
    (attached,) = accepted(provider)["attachments"]
    assert (attached["disposition"], attached["content_id"]) == ("inline", "qr@soler.example")
    assert [part["value"] for part in accepted(provider)["content"]] == [TEXT, HTML]


def test_a_plain_letter_is_sent_without_an_empty_html_form(provider: FakeProvider) -> None:
    written = EmailMessage()
    written["From"], written["To"], written["Subject"] = "cobros@soler.example", TO, "Factura F-7"
    written.set_content(TEXT)
    mailer(provider).send(message(written))
    assert accepted(provider)["content"] == [{"type": "text/plain", "value": TEXT}]
    assert "reply_to_list" not in accepted(provider)


def test_a_letter_without_words_is_a_matter_for_a_person(provider: FakeProvider) -> None:
    empty = Message("c0ffee01-aaaa", Channel.EMAIL, TO, b"From: cobros@soler.example\r\n\r\n", NOW)
    outcome = mailer(provider).send(empty)
    assert isinstance(outcome, Refused)
    assert outcome.refusal is Refusal.CONFIGURATION
    assert provider.asked == 0


OUTCOMES: dict[str, tuple[Behaviour, Outcome]] = {
    "sandbox": (Answer(200), Accepted("c0ffee01-aaaa")),
    "accepted without an id": (Answer(202), Accepted("c0ffee01-aaaa")),
    "somebody else's page": (Answer(200, b"<html>Log in to the network</html>"), Unclear("HTTP 200 to a message")),
    "bad recipient": (
        sendgrid_refusal(400, TO_FIELD, echo=TO),
        Refused(Refusal.ADDRESS, f"HTTP 400: {TO_FIELD}"),
    ),
    "bad recipient and sender": (
        sendgrid_refusal(400, FROM_FIELD, TO_FIELD, echo=TO),
        Refused(Refusal.ADDRESS, f"HTTP 400: {FROM_FIELD}, {TO_FIELD}"),
    ),
    "bad sender": (
        sendgrid_refusal(400, FROM_FIELD, echo=TO),
        Refused(Refusal.CONFIGURATION, f"HTTP 400: {FROM_FIELD}"),
    ),
    "field that is an address": (
        sendgrid_refusal(400, TO, "+34600111222"),
        Refused(Refusal.CONFIGURATION, "HTTP 400"),
    ),
    "no field": (sendgrid_refusal(400, None), Refused(Refusal.CONFIGURATION, "HTTP 400")),
    "bare 400": (Answer(400, b"Bad request"), Refused(Refusal.CONFIGURATION, "HTTP 400")),
    "400 of another shape": (Answer(400, b'["errors"]'), Refused(Refusal.CONFIGURATION, "HTTP 400")),
    "bad key": (sendgrid_refusal(401, None), Refused(Refusal.CONFIGURATION, "HTTP 401")),
    "forbidden": (sendgrid_refusal(403, "from"), Refused(Refusal.CONFIGURATION, "HTTP 403")),
    "too large": (sendgrid_refusal(413, None), Refused(Refusal.CONFIGURATION, "HTTP 413")),
    "wrong region": (Answer(451), Refused(Refusal.CONFIGURATION, "HTTP 451")),
    "request came too slowly": (Answer(408), Refused(Refusal.TRANSIENT, "HTTP 408")),
    "too many": (sendgrid_refusal(429, None), Refused(Refusal.TRANSIENT, "HTTP 429")),
    "broken": (sendgrid_refusal(500, None, echo=TO), Unclear("HTTP 500")),
    "bad gateway": (BAD_GATEWAY, Unclear("HTTP 502")),
    "unavailable": (Answer(503), Unclear("HTTP 503")),
    "moved": (Answer(307, b"", {"Location": "http://127.0.0.1:9/"}), Unclear("HTTP 307")),
    "nothing": (Line.NOTHING, Unclear("RemoteDisconnected")),
    "dropped after taking it": (Line.ACCEPT_THEN_DROP, Unclear("RemoteDisconnected")),
}


@pytest.mark.parametrize(("behaviour", "outcome"), OUTCOMES.values(), ids=OUTCOMES.keys())
def test_every_answer_is_told_in_our_words_and_without_the_recipient(
    provider: FakeProvider, caplog: pytest.LogCaptureFixture, behaviour: Behaviour, outcome: Outcome
) -> None:
    provider.script(behaviour)
    with caplog.at_level(logging.DEBUG):
        assert mailer(provider).send(message()) == outcome
    assert TO not in caplog.text
    assert provider.asked == 1


@pytest.mark.parametrize(
    ("reset", "wait"),
    [
        (NOW.timestamp() + 90, dt.timedelta(seconds=90)),
        (NOW.timestamp() - 90, dt.timedelta(seconds=1)),
        (NOW.timestamp() + 86_400, dt.timedelta(hours=1)),
        ("soon", None),
    ],
)
def test_the_wait_that_sendgrid_asks_for_is_kept_within_reason(
    provider: FakeProvider, reset: object, wait: dt.timedelta | None
) -> None:
    provider.script(sendgrid_refusal(429, None, X_RateLimit_Reset=f"{reset}"))
    assert mailer(provider).send(message()) == Refused(Refusal.TRANSIENT, "HTTP 429", wait)


def test_half_an_answer_leaves_it_open(provider: FakeProvider) -> None:
    provider.script(Line.HALF)
    assert mailer(provider).send(message()) == Unclear("IncompleteRead")
    assert len(provider.mails) == 1


def test_a_provider_that_does_not_answer_leaves_it_open(provider: FakeProvider) -> None:
    provider.script(Line.HANG)
    assert mailer(provider, timeout_seconds=0.05).send(message()) == Unclear("TimeoutError")


def test_a_message_that_could_not_leave_may_leave_later() -> None:
    with FakeProvider() as gone:
        pass
    assert mailer(gone).send(message()) == Refused(Refusal.TRANSIENT, "ConnectionRefusedError")


@pytest.mark.parametrize(
    ("place", "error", "refusal"),
    [
        ("getaddrinfo", socket.gaierror(-2, "Name or service not known"), Refusal.TRANSIENT),
        ("create_connection", TimeoutError("timed out"), Refusal.TRANSIENT),
        ("create_connection", OSError(113, "No route to host"), Refusal.TRANSIENT),
        ("create_connection", ssl.SSLCertVerificationError(1, "certificate verify failed"), Refusal.CONFIGURATION),
    ],
)
def test_a_connection_that_never_stood_carried_nothing(
    provider: FakeProvider, monkeypatch: pytest.MonkeyPatch, place: str, error: OSError, refusal: Refusal
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(socket, place, fail)
    assert mailer(provider).send(message()) == Refused(refusal, type(error).__name__)


def test_a_line_that_breaks_while_the_letter_is_on_it_leaves_it_open(
    provider: FakeProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise TimeoutError("timed out")

    with monkeypatch.context() as patch:
        patch.setattr(socket.socket, "sendall", fail)
        assert mailer(provider).send(message()) == Unclear("TimeoutError")


def test_sendgrid_cannot_tell_afterwards(provider: FakeProvider) -> None:
    mailer(provider).send(message())
    assert isinstance(mailer(provider).look_up(message()), Unclear)


def test_each_message_takes_its_turn(provider: FakeProvider) -> None:
    slept: list[float] = []
    bucket = TokenBucket(per_second=1, burst=1, now=lambda: 0.0, sleep=slept.append)
    mail = SendGridMail("SG.key", host=provider.url, rate=bucket)
    mail.send(message())
    mail.send(message())
    assert slept == [1.0]


@pytest.mark.parametrize("key", ["", "SG.key\n", "SG key", "SG.clé"])
def test_a_key_that_cannot_travel_is_refused_without_being_printed(key: str) -> None:
    with pytest.raises(ValueError, match="the SendGrid key is empty") as refused:
        SendGridMail(key)
    assert "SG" not in str(refused.value)
