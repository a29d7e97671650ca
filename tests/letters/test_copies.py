"""Copies of invoices beside the words: they arrive as attachments, under names that are no paths."""

from __future__ import annotations

import dataclasses
import datetime as dt
import email
from base64 import b64decode
from email.message import EmailMessage
from email.policy import default

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.fake_provider import FakeProvider
from cobro.channels.sendgrid_mail import SendGridMail
from cobro.dunning.contact import Accepted, Channel, Message
from cobro.dunning.letter import Copy
from cobro.letters.renderer import Letters
from cobro.letters.sample import sample
from tests.letters.samples import TEMPLATES

LETTERS = Letters(TEMPLATES)
PDF = b"%PDF-1.7 \x00\xff"


def rendered(*copies: Copy) -> bytes:
    return LETTERS.email(dataclasses.replace(sample("friendly", "es", several=True), copies=copies))


def attached(content: bytes) -> list[EmailMessage]:
    letter = email.message_from_bytes(content, policy=default)
    return [part for part in letter.walk() if part.get_content_disposition() == "attachment"]


def test_the_files_come_as_they_were_and_the_letter_says_how_many() -> None:
    content = rendered(Copy("F-1.pdf", "application/pdf", PDF), Copy("F-2.xml", "application/xml", b"<Invoice/>"))
    letter = email.message_from_bytes(content, policy=default)

    assert [(part.get_content_type(), part.get_filename()) for part in attached(content)] == [
        ("application/pdf", "F-1.pdf"),
        ("application/xml", "F-2.xml"),
    ]
    assert attached(content)[0].get_payload(decode=True) == PDF
    for form in ("plain", "html"):
        body = letter.get_body((form,))
        assert body is not None
        assert "Copias de facturas adjuntas: 2." in body.get_content()


def test_files_of_one_name_get_names_of_their_own() -> None:
    same = Copy("factura.pdf", "application/pdf", PDF)

    assert [part.get_filename() for part in attached(rendered(same, same))] == ["factura.pdf", "factura (2).pdf"]


@settings(deadline=None, max_examples=30)
@given(name=st.text(min_size=1, max_size=40), media_type=st.text(max_size=30))
def test_no_name_or_kind_of_a_file_reaches_into_the_mail(name: str, media_type: str) -> None:
    content = rendered(Copy(name, media_type, PDF))
    letter = email.message_from_bytes(content, policy=default)
    (part,) = attached(content)
    filename = part.get_filename() or ""

    assert filename
    assert filename.isprintable()
    assert not {"/", "\\"} & set(filename)
    assert ".." not in filename
    assert part.get_payload(decode=True) == PDF
    assert letter["Subject"].startswith("Recordatorio")
    assert len(letter.get_all("To", [])) == 1


def test_sendgrid_gets_them_as_attachments() -> None:
    content = rendered(Copy("factura nº 1.pdf", "application/pdf", PDF))
    now = dt.datetime(2026, 3, 10, 9, 0, tzinfo=dt.UTC)
    message = Message("c0ffee01-aaaa", Channel.EMAIL, "pagos@bahia.example", content, now)
    with FakeProvider() as provider:
        outcome = SendGridMail("SG.key", host=provider.url, timeout_seconds=5, now=lambda: now).send(message)
        (taken,) = provider.mails

    assert isinstance(outcome, Accepted)
    request = taken.form
    (copy,) = [one for one in request["attachments"] if one["disposition"] == "attachment"]
    assert (copy["type"], copy["filename"], b64decode(copy["content"])) == ("application/pdf", "factura nº 1.pdf", PDF)
    assert [one["type"] for one in request["content"]] == ["text/plain", "text/html"]
