"""Text messages through Twilio's real SDK: what arrives there, what is made of each answer, and the look-up."""

import datetime as dt
import logging
import socket
import ssl
from collections.abc import Iterator

import pytest

from bench.fake_provider import (
    BAD_GATEWAY,
    Answer,
    Behaviour,
    FakeProvider,
    Line,
    twilio_refusal,
)
from cobro.channels.rate import TokenBucket
from cobro.channels.twilio_sms import TwilioSms
from cobro.dunning.contact import (
    Accepted,
    Channel,
    Message,
    NotActed,
    Outcome,
    Refusal,
    Refused,
    Unclear,
    reference,
)

NOW = dt.datetime(2026, 3, 10, 9, 0, tzinfo=dt.UTC)
TO = "+34600111222"
CONTACT = "c0ffee01-aaaa-4bbb-8ccc-000000000001"
FIRST_SID = f"SM{1:032x}"


@pytest.fixture
def provider() -> Iterator[FakeProvider]:
    with FakeProvider() as fake:
        yield fake


def sms(
    provider: FakeProvider,
    sender: str = "+34911000000",
    timeout_seconds: float = 5,
    status_callback: str | None = None,
    look_back: int = 1000,
) -> TwilioSms:
    return TwilioSms(
        "AC1",
        "token",
        sender,
        base_url=provider.url,
        timeout_seconds=timeout_seconds,
        status_callback=status_callback,
        look_back=look_back,
    )


def message(contact: str = CONTACT, to: str = TO) -> Message:
    text = f"Soler: la factura F-7 (1.210,00 €) sigue pendiente. ¿Nos llama? (ref {reference(contact)})"
    return Message(contact, Channel.SMS, to, text.encode(), NOW)


def test_twilio_gets_exactly_the_stored_text(provider: FakeProvider) -> None:
    assert sms(provider).send(message()) == Accepted(FIRST_SID)
    (text,) = provider.texts
    assert text.form == {"To": TO, "From": "+34911000000", "Body": message().content.decode()}
    assert text.authorization.startswith("Basic ")


def test_a_messaging_service_chooses_the_number(provider: FakeProvider) -> None:
    sms(provider, sender="MG0123456789").send(message())
    assert provider.texts[0].form["MessagingServiceSid"] == "MG0123456789"
    assert "From" not in provider.texts[0].form


@pytest.mark.parametrize(
    ("url", "called"),
    [
        ("https://cobro.example/twilio", f"https://cobro.example/twilio?contact={CONTACT}"),
        ("https://cobro.example/twilio?creditor=es", f"https://cobro.example/twilio?creditor=es&contact={CONTACT}"),
    ],
)
def test_the_callback_names_the_contact(provider: FakeProvider, url: str, called: str) -> None:
    sms(provider, status_callback=url).send(message())
    assert provider.texts[0].form["StatusCallback"] == called


def refused(refusal: Refusal, status: int, code: int) -> tuple[Behaviour, Outcome]:
    return twilio_refusal(status, code, echo=TO), Refused(refusal, f"HTTP {status}, code {code}")


PROBLEM = (
    b'{"type": "https://twilio.example/p", "title": "Bad", "status": 400, "code": 21211, "detail": "+34600111222"}'
)

OUTCOMES: dict[str, tuple[Behaviour, Outcome]] = {
    "no number": refused(Refusal.ADDRESS, 400, 21211),
    "not mobile": refused(Refusal.ADDRESS, 400, 21614),
    "no number, 21217": refused(Refusal.ADDRESS, 400, 21217),
    "no number, 21401": refused(Refusal.ADDRESS, 400, 21401),
    "no number, in the newer form": (Answer(400, PROBLEM), Refused(Refusal.ADDRESS, "HTTP 400, code 21211")),
    "stopped": refused(Refusal.OPTED_OUT, 400, 21610),
    "queue full": refused(Refusal.TRANSIENT, 400, 21611),
    "sender": refused(Refusal.CONFIGURATION, 400, 21606),
    "country": refused(Refusal.CONFIGURATION, 400, 21408),
    "sender missing": refused(Refusal.CONFIGURATION, 400, 21603),
    "unreachable from here": refused(Refusal.CONFIGURATION, 400, 21612),
    "code of tomorrow": refused(Refusal.CONFIGURATION, 400, 29999),
    "code that is a number of somebody": (
        Answer(400, b'{"code": "+34600111222", "message": "no"}'),
        Refused(Refusal.CONFIGURATION, "HTTP 400"),
    ),
    "token": refused(Refusal.CONFIGURATION, 401, 20003),
    "forbidden": refused(Refusal.CONFIGURATION, 403, 20003),
    "account": refused(Refusal.CONFIGURATION, 404, 20404),
    "request came too slowly": (Answer(408), Refused(Refusal.TRANSIENT, "HTTP 408")),
    "too many at once": refused(Refusal.TRANSIENT, 429, 20429),
    "broken": (twilio_refusal(500, 20500, echo=TO), Unclear("HTTP 500, code 20500")),
    "bad gateway": (BAD_GATEWAY, Unclear("HTTP 502")),
    "moved": (Answer(307, b"", {"Location": "http://127.0.0.1:9/"}), Unclear("HTTP 307")),
    "no JSON": (Answer(201, b"<html>"), Unclear("JSONDecodeError")),
    "no text that can be read": (Answer(201, b'"+34600111222"'), Unclear("AttributeError")),
    "nothing in it": (Answer(201), Unclear("an answer without a sid")),
    "nothing": (Line.NOTHING, Unclear("ConnectionError")),
    "dropped after taking it": (Line.ACCEPT_THEN_DROP, Unclear("ConnectionError")),
    "half an answer": (Line.HALF, Unclear("ChunkedEncodingError")),
}


@pytest.mark.parametrize(("behaviour", "outcome"), OUTCOMES.values(), ids=OUTCOMES.keys())
def test_every_answer_is_told_in_our_words_and_without_the_recipient(
    provider: FakeProvider, caplog: pytest.LogCaptureFixture, behaviour: Behaviour, outcome: Outcome
) -> None:
    provider.script(behaviour)
    with caplog.at_level(logging.DEBUG):
        assert sms(provider).send(message()) == outcome
    assert TO.lstrip("+") not in caplog.text
    assert provider.asked == 1


@pytest.mark.parametrize(
    ("asked", "wait"),
    [
        ("30", dt.timedelta(seconds=30)),
        ("0", dt.timedelta(seconds=1)),
        ("86400", dt.timedelta(hours=1)),
        ("Tue, 10 Mar 2026 09:00:00 GMT", None),
    ],
)
def test_the_wait_that_twilio_asks_for_is_kept_within_reason(
    provider: FakeProvider, asked: str, wait: dt.timedelta | None
) -> None:
    provider.script(twilio_refusal(429, 20429, Retry_After=asked))
    assert sms(provider).send(message()) == Refused(Refusal.TRANSIENT, "HTTP 429, code 20429", wait)


def test_a_provider_that_does_not_answer_leaves_it_open(provider: FakeProvider) -> None:
    provider.script(Line.HANG)
    assert sms(provider, timeout_seconds=0.05).send(message()) == Unclear("ReadTimeout")


def test_a_message_that_could_not_leave_may_leave_later() -> None:
    with FakeProvider() as gone:
        pass
    assert sms(gone).send(message()) == Refused(Refusal.TRANSIENT, "NewConnectionError")


@pytest.mark.parametrize(
    ("place", "error", "name"),
    [
        ("getaddrinfo", socket.gaierror(-2, "Name or service not known"), "NameResolutionError"),
        ("socket.connect", TimeoutError("timed out"), "ConnectTimeoutError"),
        ("socket.connect", OSError(113, "No route to host"), "NewConnectionError"),
    ],
)
def test_a_connection_that_never_stood_carried_nothing(
    provider: FakeProvider, monkeypatch: pytest.MonkeyPatch, place: str, error: OSError, name: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(f"socket.{place}", fail)
        assert sms(provider).send(message()) == Refused(Refusal.TRANSIENT, name)


def test_a_certificate_that_cannot_be_checked_is_a_matter_for_a_person(
    provider: FakeProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ssl.SSLCertVerificationError(1, "certificate verify failed")

    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", fail)
    channel = TwilioSms("AC1", "token", "+34911000000", base_url=provider.url.replace("http:", "https:"))
    assert channel.send(message()) == Refused(Refusal.CONFIGURATION, "SSLCertVerificationError")


def test_a_look_up_finds_what_was_taken_before_the_line_dropped(
    provider: FakeProvider, caplog: pytest.LogCaptureFixture
) -> None:
    provider.script(Line.ACCEPT, Line.ACCEPT_THEN_DROP, Line.ACCEPT)
    channel = sms(provider)
    channel.send(message("aaaaaaaa-earlier"))
    assert isinstance(channel.send(message()), Unclear)
    channel.send(message("bbbbbbbb-later"))
    with caplog.at_level(logging.DEBUG):
        assert channel.look_up(message()) == Accepted(f"SM{2:032x}")
    assert TO.lstrip("+") not in caplog.text


@pytest.mark.parametrize("lost", [Line.NOTHING, Line.HANG])
def test_a_look_up_proves_that_a_lost_message_was_never_taken(provider: FakeProvider, lost: Line) -> None:
    provider.script(Line.ACCEPT, Line.ACCEPT, lost)
    channel = sms(provider)
    channel.send(message("aaaaaaaa-earlier"))
    channel.send(message(to="+34600999888"))
    assert isinstance(sms(provider, timeout_seconds=0.05).send(message()), Unclear)
    assert channel.look_up(message()) == NotActed()


def test_a_look_up_sees_a_text_to_which_twilio_added_words(provider: FakeProvider) -> None:
    channel = sms(provider)
    channel.send(message())
    provider.texts[0].form["Body"] = f"Sent from a trial account - {message().content.decode()} STOP to end"
    assert channel.look_up(message()) == Accepted(FIRST_SID)


@pytest.mark.parametrize(
    "behaviour",
    [
        *(line for line in Line if line is not Line.ACCEPT),
        twilio_refusal(401, 20003),
        twilio_refusal(429, 20429, echo=TO),
        BAD_GATEWAY,
        Answer(200, b"<html>"),
    ],
)
def test_a_look_up_without_an_answer_proves_nothing(provider: FakeProvider, behaviour: Behaviour) -> None:
    provider.script_look_up(behaviour)
    evidence = sms(provider, timeout_seconds=0.05 if behaviour is Line.HANG else 5).look_up(message())
    assert isinstance(evidence, Unclear)
    assert TO.lstrip("+") not in evidence.detail


def test_a_list_too_long_to_read_proves_nothing(provider: FakeProvider) -> None:
    for n in range(3):
        sms(provider).send(message(f"{n}" * 8))
    assert isinstance(sms(provider, look_back=3).look_up(message()), Unclear)
    assert sms(provider, look_back=4).look_up(message()) == NotActed()
    assert sms(provider, look_back=3).look_up(message("0" * 8)) == Accepted(FIRST_SID)


def test_an_erased_text_might_have_been_ours(provider: FakeProvider) -> None:
    sms(provider).send(message("aaaaaaaa-earlier"))
    provider.texts[0].form["Body"] = ""
    assert isinstance(sms(provider).look_up(message()), Unclear)


def test_a_text_without_its_reference_cannot_be_looked_up(provider: FakeProvider) -> None:
    bare = Message(CONTACT, Channel.SMS, TO, b"Buenos dias", NOW)
    assert isinstance(sms(provider).look_up(bare), Unclear)
    assert provider.asked == 0


def test_sending_and_asking_share_one_rate(provider: FakeProvider) -> None:
    slept: list[float] = []
    bucket = TokenBucket(per_second=1, burst=1, now=lambda: 0.0, sleep=slept.append)
    channel = TwilioSms("AC1", "token", "+34911000000", base_url=provider.url, rate=bucket)
    channel.send(message())
    channel.look_up(message())
    assert slept == [1.0]


@pytest.mark.parametrize(("account", "token"), [("", "secret"), ("AC1", ""), ("AC1", "secret\n")])
def test_a_token_that_cannot_travel_is_refused_without_being_printed(account: str, token: str) -> None:
    with pytest.raises(ValueError, match="is empty or contains") as wrong:
        TwilioSms(account, token, "+34911000000")
    assert "secret" not in str(wrong.value)
