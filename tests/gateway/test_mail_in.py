"""E-mail that came in: tied to whoever wrote, a machine's told from a person's, and kept as it came."""

from __future__ import annotations

import json
from collections.abc import Mapping
from time import process_time
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobro.gateway.forms import Form
from cobro.gateway.letter_in import read_letter
from cobro.gateway.mail_in import arrival_of
from cobro.ledger import tables as t
from cobro.ledger.ledger import Ledger
from tests.gateway.served import Got, Served
from tests.ledger.builders import COURTESY, EBRO, promise
from tests.ledger.stage import Stage

BOUNDARY = "xYzZY"
SENDER = "c-1@espiga.example"
GOOD: dict[str, str] = {
    "headers": f"From: Ana <{SENDER}>\nMessage-ID: <1@espiga.example>\nSubject: Re: factura",
    "from": f'"Ana, de Espiga" <{SENDER}>',
    "to": "cobros@ebro.example",
    "subject": "Re: factura",
    "text": "Ya está pagada.",
    "SPF": "pass",
    "dkim": "{@espiga.example : pass}",
    "envelope": json.dumps({"to": ["cobros@ebro.example"], "from": SENDER}),
}


def multipart(fields: Mapping[str, bytes | str], *files: tuple[str, bytes]) -> bytes:
    parts = []
    for name, value in fields.items():
        content = value.encode() if isinstance(value, str) else value
        parts.append(f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode() + content)
    for name, content in files:
        head = f'Content-Disposition: form-data; name="attachment1"; filename="{name}"\r\nContent-Type: image/png'
        parts.append(f"--{BOUNDARY}\r\n{head}\r\n\r\n".encode() + content)
    return b"\r\n".join([*parts, f"--{BOUNDARY}--\r\n".encode()])


def post(gateway: Served, content: bytes, key: str | None = None) -> Got:
    key = key or gateway.key("inbound", name="mail")
    headers = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    got = gateway.send("POST", f"/hooks/sendgrid/inbound/{key}", content, headers)
    gateway.apply()
    return got


def test_a_reply_leaves_its_writer_in_peace_and_is_kept_as_it_came(gateway: Served) -> None:
    key = gateway.key("inbound", name="mail")
    content = multipart(GOOD, ("../../justificante.png", b"\x89PNG\xff"))

    assert post(gateway, content, key).json["answers"][0]["verdict"] == "received"
    assert post(gateway, content, key).json["answers"][0]["verdict"] == "repeated"

    [row] = gateway.rows()
    assert (row.status, row.who, row.about) == (t.EventStatus.APPLIED, "mail", "F-1")
    assert row.note == "Re: factura\n\nYa está pagada."
    assert row.private is not None
    assert row.private["from"] == SENDER
    assert "espiga" not in json.dumps(row.body)
    stage = Stage(gateway.ledger)
    assert [kind for kind, _, _ in stage.tasks()] == ["reply"]
    [paper] = stage.rows(t.Paper)
    assert paper.content is not None
    [attached] = json.loads(paper.content)["attachments"]
    assert attached["content"] == "iVBOR/8="
    assert "/" not in paper.name


def test_a_whole_message_is_kept_byte_for_byte_and_read_in_its_own_encoding(gateway: Served) -> None:
    raw = (
        f"From: Ana <{SENDER}>\r\nMessage-ID: <2@espiga.example>\r\nSubject: =?utf-8?q?C=C3=B3mo?=\r\n"
        "MIME-Version: 1.0\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n"
        "<html><style>p {}</style><p>Mañana&nbsp;pagamos</p></html>"
    ).encode("iso-8859-1")

    post(gateway, multipart({**GOOD, "headers": "", "text": "", "email": raw}))

    [row] = gateway.rows()
    assert row.note == "Re: factura\n\nMañana pagamos"
    [paper] = Stage(gateway.ledger).rows(t.Paper)
    assert (paper.content, paper.media_type) == (raw, "message/rfc822")


def test_each_field_is_read_in_the_encoding_that_is_told(gateway: Served) -> None:
    charsets = json.dumps({"text": "iso-8859-1", "subject": "nonsense"})

    post(gateway, multipart({**GOOD, "text": "mañana".encode("iso-8859-1"), "charsets": charsets}))

    assert gateway.rows()[0].note == "Re: factura\n\nmañana"


def test_an_answer_to_a_letter_is_tied_by_the_letter_whoever_wrote_it(gateway: Served, ledger: Ledger) -> None:
    contact = Stage(ledger).contact(COURTESY).contact
    headers = f"In-Reply-To: <{contact}@ebro.example>\nMessage-ID: <3@other.example>"

    post(gateway, multipart({**GOOD, "headers": headers, "from": "x@other.example", "SPF": "fail", "dkim": "none"}))

    [row] = gateway.rows()
    assert (row.status, row.body["contact"], row.about) == (t.EventStatus.APPLIED, contact, "F-1")


@pytest.mark.parametrize("known", [f"cobro/{EBRO}/F-1/1/courtesy/1", f"cobro/{EBRO}/promise-confirmed-1/1"])
def test_a_stranger_cannot_answer_a_letter_that_went_to_somebody_else(
    gateway: Served, ledger: Ledger, known: str
) -> None:
    stage = Stage(ledger)
    stage.contact(COURTESY)
    stage.tell(promise("2026-03-20", "50"), COURTESY)
    stage.contact(COURTESY)
    headers = f"In-Reply-To: <{uuid5(NAMESPACE_URL, known)}@ebro.example>\nMessage-ID: <4@evil.example>"
    vouched = {"from": "x@evil.example", "dkim": "{@evil.example : pass}"}

    post(gateway, multipart({**GOOD, **vouched, "headers": headers}))

    assert gateway.rows()[-1].status is t.EventStatus.KEPT
    assert stage.tasks() == []


@pytest.mark.parametrize(
    "proof",
    [
        {"SPF": "fail", "dkim": "{@espiga.example : fail}"},
        {"SPF": "none", "dkim": "none"},
        {"SPF": "", "dkim": ""},
        {"SPF": "pass", "dkim": "none", "envelope": '{"from": "thief@evil.example"}'},
        {"SPF": "pass", "dkim": "none", "envelope": "{"},
        {"SPF": "fail", "dkim": "{@evil.example : pass}"},
        {"SPF": "fail", "dkim": "{@example : pass}"},
        {"SPF": "fail", "dkim": "{@notespiga.example : pass}"},
    ],
)
def test_a_forged_sender_pauses_nobody_and_is_kept_for_a_person(gateway: Served, proof: dict[str, str]) -> None:
    post(gateway, multipart({**GOOD, **proof}))

    [row] = gateway.rows()
    assert row.status is t.EventStatus.KEPT
    assert row.private is not None
    assert row.private["claimed"] == SENDER
    assert Stage(gateway.ledger).tasks() == []


@pytest.mark.parametrize(
    "made_up",
    [
        {"text": "", "html": "<a " * 300_000 + "<p>Pagamos"},
        {"from": "(" * 5_000 + SENDER},
        {"email": "".join(f"Content-Type: multipart/mixed; boundary={n}\r\n\r\n--{n}\r\n" for n in range(2_000))},
        {"email": "Content-Type: text/plain; " + ";".join(f"a*{n}=b" for n in range(300_000)) + "\r\n\r\nx"},
    ],
    ids=["tags", "brackets", "parts in parts", "parameters"],
)
def test_a_message_made_to_be_hard_to_read_is_taken_at_once(gateway: Served, made_up: dict[str, str]) -> None:
    before = process_time()

    assert post(gateway, multipart({**GOOD, **made_up})).status == 200

    # Most take no time at all; read to the end, by a parser that trips, each of them took minutes or an error.
    assert process_time() - before < 30
    assert len(gateway.rows()) == 1


@pytest.mark.parametrize(
    "sign",
    [
        "Auto-Submitted: auto-replied",
        "auto-submitted: auto-generated; owner=x",
        "X-Autoreply: yes",
        "X-Autorespond: yes",
        "Precedence: Bulk",
        "Precedence: auto_reply",
        "X-Auto-Response-Suppress: All",
        "Content-Type: multipart/report; report-type=delivery-status",
        "Return-Path: <>",
    ],
)
def test_what_a_machine_wrote_pauses_nobody(gateway: Served, sign: str) -> None:
    post(gateway, multipart({**GOOD, "headers": f"{GOOD['headers']}\n{sign}"}))

    [row] = gateway.rows()
    assert (row.body["automatic"], row.status) == (True, t.EventStatus.APPLIED)
    assert Stage(gateway.ledger).tasks() == []


@pytest.mark.parametrize(
    ("change", "automatic"),
    [
        ({"envelope": '{"from": ""}'}, True),
        ({"from": "MAILER-DAEMON@espiga.example"}, True),
        ({"from": "postmaster@espiga.example"}, True),
        ({"headers": "Auto-Submitted: no\nMessage-ID: <1@x>"}, False),
        ({"headers": "Precedence: first-class\nMessage-ID: <1@x>"}, False),
    ],
)
def test_a_bounce_is_automatic_and_a_person_is_not(gateway: Served, change: dict[str, str], automatic: bool) -> None:
    post(gateway, multipart({**GOOD, **change}))

    assert gateway.rows()[0].body["automatic"] is automatic


@pytest.mark.parametrize("content", [b"", b"--xYzZY", b"--xYzZY\r\n\r\nx", b"\x00\xff" * 50])
def test_what_is_no_form_is_answered(gateway: Served, content: bytes) -> None:
    assert post(gateway, content).status in (200, 400)
    key = gateway.key("inbound")
    assert gateway.send("POST", f"/hooks/sendgrid/inbound/{key}", b"{}").status == 415


def test_only_a_key_that_may_pass_mail_on_is_let_in(gateway: Served) -> None:
    assert post(gateway, multipart(GOOD), "ck_wrong").status == 401
    assert post(gateway, multipart(GOOD), gateway.key("events")).status == 403
    assert gateway.rows() == []


_NAMES = st.sampled_from(["headers", "from", "to", "subject", "text", "html", "email", "envelope", "charsets", "SPF"])


@given(st.dictionaries(_NAMES, st.binary(max_size=80) | st.text(max_size=80).map(str.encode)))
def test_whatever_comes_is_read(fields: dict[str, Any]) -> None:
    arrival = arrival_of(read_letter(Form(fields)), EBRO, "mail", "0" * 64)

    assert arrival.paper is not None
    json.dumps([arrival.event.model_dump(mode="json"), arrival.private, arrival.note]).encode()
    assert "\x00" not in f"{arrival.private}{arrival.note}"
