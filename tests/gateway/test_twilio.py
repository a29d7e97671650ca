"""What Twilio tells and what people text back: signed over the public address, whatever stands before us."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]

from bench.fake_provider import FakeProvider
from cobro.dunning.contact import Channel, Message
from cobro.dunning.event import Wish
from cobro.gateway.texting import wish_of
from cobro.gateway.twilio_signature import is_signed
from cobro.house import open_house
from cobro.ledger import tables as t
from cobro.ledger.ledger import Ledger
from cobro.settings import Settings
from tests.gateway.conftest import HandClock, Open
from tests.gateway.served import Got, Served
from tests.ledger.builders import COURTESY, CREDITOR, EBRO, IMPORTED, at, book, customer, invoice
from tests.ledger.stage import Stage

TOKEN, PUBLIC = "12345", "https://cobro.example/in"
SID = "SM0123456789abcdef"
PHONE = "+34976000111"
INBOUND = f"/hooks/twilio/inbound/{EBRO}"
OTHER = "talleres-duero"


@pytest.fixture
def gateway(opened: Open) -> Served:
    return opened(twilio_auth_token=TOKEN, public_url=PUBLIC)


@pytest.fixture
def contact(gateway: Served, ledger: Ledger) -> str:
    """A text message that left."""
    sent = Stage(ledger).contact(COURTESY).contact
    with ledger.writing() as session:
        session.execute(update(t.Contact).values(channel="sms", recipient=PHONE))
    return sent


def post(gateway: Served, path: str, signature: str | None = None, /, **fields: str) -> Got:
    fields = {"MessageSid": SID, **fields}
    made = RequestValidator(TOKEN).compute_signature(PUBLIC + path, fields)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Twilio-Signature": made if signature is None else signature,
    }
    got = gateway.send("POST", path, urlencode(fields).encode(), headers)
    gateway.apply()
    return got


@pytest.mark.parametrize(
    ("status", "code", "report"),
    [
        ("sent", "", "accepted"),
        ("delivered", "", "delivered"),
        ("read", "", "delivered"),
        ("undelivered", "30003", "failed"),
        ("undelivered", "30005", "bounced"),
        ("failed", "30006", "bounced"),
        ("undelivered", "30007", "dropped"),
        ("failed", "21610", "opted_out"),
        ("failed", "99999", "failed"),
    ],
)
def test_each_status_has_its_meaning(gateway: Served, contact: str, status: str, code: str, report: str) -> None:
    path = f"/hooks/twilio/status?contact={contact}"

    assert post(gateway, path, MessageStatus=status, ErrorCode=code, To=PHONE).status == 200

    [row] = gateway.rows()
    assert (row.event_id, row.body["report"], row.body["detail"]) == (f"twilio/{SID}/{status}", report, code)
    assert row.status is t.EventStatus.APPLIED
    assert PHONE not in json.dumps(row.body)


def test_a_repeated_status_changes_nothing(gateway: Served, contact: str, clock: HandClock) -> None:
    path = f"/hooks/twilio/status?contact={contact}"
    post(gateway, path, MessageStatus="delivered")
    clock.move(90)

    assert post(gateway, path, MessageStatus="delivered").json["answers"][0]["verdict"] == "repeated"
    assert len(gateway.rows()) == 1


@pytest.mark.parametrize("query", ["", "?contact=x", "?contact=00000000-0000-0000-0000-000000000000"])
def test_a_status_of_no_contact_of_ours_is_ignored(gateway: Served, query: str) -> None:
    assert post(gateway, f"/hooks/twilio/status{query}", MessageStatus="delivered").json == {"ignored": "contact"}


def test_a_forged_signature_is_refused(gateway: Served, contact: str) -> None:
    path = f"/hooks/twilio/status?contact={contact}"
    other_query = RequestValidator(TOKEN).compute_signature(
        f"{PUBLIC}/hooks/twilio/status", {"MessageSid": SID, "MessageStatus": "delivered"}
    )

    for signature in ("", "x", "é", other_query):
        assert post(gateway, path, signature, MessageStatus="delivered").status == 403
    assert post(gateway, INBOUND, "x", From=PHONE, Body="STOP").status == 403
    assert gateway.rows() == []


@pytest.mark.parametrize("text", ["STOP", " Baja. ", "¡BÁJA!", "stopall", "Unsubscribe"])
def test_stop_stops_the_texts_of_every_creditor_with_that_number(gateway: Served, ledger: Ledger, text: str) -> None:
    ledger.register_creditor(CREDITOR.model_copy(update={"id": OTHER}), at(IMPORTED), who="tests")
    ledger.register_book(book(invoice("F-1"), customers=(customer("C-1"),), creditor=OTHER), at(IMPORTED), who="tests")

    got = post(gateway, INBOUND, From=PHONE, To="+34910000001", Body=text)

    assert (got.status, got.headers["content-type"].partition(";")[0]) == (200, "text/xml")
    with ledger.reading() as session:
        stopped = {(row.creditor_id, row.ref): row.sms_stopped for row in session.query(t.Customer)}
    assert stopped == {(EBRO, "C-1"): True, (EBRO, "C-2"): False, (OTHER, "C-1"): True}
    post(gateway, INBOUND, From=PHONE, To="+34910000001", Body="ALTA", MessageSid="SM2")
    with ledger.reading() as session:
        assert not any(row.sms_stopped for row in session.query(t.Customer))


def test_words_are_a_reply_to_whoever_texted_last_and_stand_beside_the_event(
    gateway: Served, ledger: Ledger, contact: str
) -> None:
    ledger.register_creditor(CREDITOR.model_copy(update={"id": OTHER}), at(IMPORTED), who="tests")
    words = "Pago el viernes \x00 STOP"

    post(gateway, f"/hooks/twilio/inbound/{OTHER}", From=PHONE, To="+34910000001", Body=words)
    post(gateway, f"/hooks/twilio/inbound/{OTHER}", From="+34600000000", Body=words, MessageSid="SM2")

    first, second = gateway.rows()
    assert (first.creditor_id, first.status, first.note) == (EBRO, t.EventStatus.APPLIED, "Pago el viernes  STOP")
    assert first.private == {"from": PHONE, "to": "+34910000001", "text": "Pago el viernes  STOP"}
    assert (second.creditor_id, second.status) == (OTHER, t.EventStatus.KEPT)
    assert "viernes" not in json.dumps(first.body)


def test_an_unknown_creditor_and_a_message_without_id(gateway: Served) -> None:
    assert post(gateway, "/hooks/twilio/inbound/nobody", From=PHONE, Body="x").status == 404
    assert post(gateway, INBOUND, MessageSid="../etc").status == 422


def test_the_published_vector() -> None:
    pairs = [
        ("CallSid", "CA1234567890ABCDE"),
        ("Caller", "+12349013030"),
        ("Digits", "1234"),
        ("From", "+12349013030"),
        ("To", "+18005551212"),
    ]
    url, signature = "https://mycompany.com/myapp.php?foo=1&bar=2", "0/KCTR6DLpKmkAf8muzZqo1nDgQ="

    assert is_signed(url, pairs, signature, "12345")
    assert not is_signed(url, pairs, signature, "12346")


class _Repeated(dict[str, list[str]]):
    def getlist(self, name: str) -> list[str]:
        return self[name]


@given(
    st.dictionaries(st.text(min_size=1, max_size=4), st.lists(st.text(max_size=4), min_size=1, max_size=3), max_size=4),
    st.sampled_from(["https://a.example", "https://a.example:443", "http://a.example:8080"]),
)
def test_whatever_twilio_s_own_package_signs_fits(fields: dict[str, list[str]], host: str) -> None:
    url = f"{host}/hooks?contact=1"
    oracle = RequestValidator(TOKEN)
    signature = oracle.compute_signature(url, _Repeated(fields))
    pairs = [(name, value) for name, values in fields.items() for value in values]

    assert is_signed(url, pairs, signature, TOKEN)
    assert is_signed(url.replace(":443", ""), pairs, signature, TOKEN)
    assert not is_signed(url + "2", pairs, signature, TOKEN)


@pytest.mark.parametrize("text", ["", "please stop", "STOP it", "no", "yes", "sí", "!", "1"])
def test_more_than_one_word_is_no_wish(text: str) -> None:
    assert wish_of(text) is None
    assert wish_of("Stop") is Wish.STOP


def test_each_text_message_names_the_address_for_its_reports(tmp_path: Path) -> None:
    with FakeProvider() as provider:
        house = open_house(
            Settings(
                home=tmp_path,
                sms="twilio",
                twilio_account_sid="AC1",
                twilio_auth_token=TOKEN,
                twilio_sender="+34910000001",
                twilio_base_url=provider.url,
                public_url=f"{PUBLIC}/",
            )
        )
        contact = "0b8f1c1e-5d0f-5b55-9a0e-3f6f1f5d2a10"
        house.ways[Channel.SMS].send(Message(contact, Channel.SMS, PHONE, b"Hola", at(COURTESY)))
        house.close()

        assert provider.texts[0].form["StatusCallback"] == f"{PUBLIC}/hooks/twilio/status?contact={contact}"
