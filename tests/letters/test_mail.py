"""The e-mail around the words: its headers, its bytes, and that no value can add to them."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobro.letters.error import LetterError, Unsendable
from cobro.letters.renderer import Letters
from tests.letters.samples import TEMPLATES, letter, line, read

LETTERS = Letters(TEMPLATES)
HEADERS = [
    *("From", "Reply-To", "To", "Subject", "Date", "Message-ID"),
    *("X-Cobro-Contact", "X-Cobro-Letter", "X-Cobro-Invoices", "X-Cobro-Steps", "MIME-Version", "Content-Type"),
]


def test_it_reads_back_with_the_standard_library() -> None:
    full = letter("firm", "en", (line(1), line(2)))
    message = read(LETTERS.email(full))

    assert message.keys() == HEADERS
    assert str(message["From"]) == '"Talleres Ñandú, S.L." <administracion@nandu.example>'
    assert str(message["Reply-To"]) == "Laura Méndez <laura.mendez@nandu.example>"
    assert str(message["To"]) == '"Hotel Bahía Azul, S.A." <pagos@bahia.example>'
    assert message["Message-ID"] == f"<{full.contact}@nandu.example>"
    assert message["X-Cobro-Contact"] == full.contact
    assert message["X-Cobro-Letter"] == "firm"
    assert message["X-Cobro-Invoices"] == "F2026-0001, F2026-0002"
    assert message["Date"].datetime == dt.datetime(2026, 10, 5, 9, 30, tzinfo=dt.UTC)
    assert message.get_content_type() == "multipart/alternative"
    assert not message.defects


def test_answers_go_to_the_mailbox_for_answers_where_there_is_one() -> None:
    message = read(LETTERS.email(dataclasses.replace(letter(), reply_to="cobros@nandu.example")))

    assert str(message["Reply-To"]) == '"Talleres Ñandú, S.L." <cobros@nandu.example>'
    assert message.keys() == HEADERS


def test_the_same_letter_gives_the_same_bytes() -> None:
    content = LETTERS.email(letter())

    assert LETTERS.email(letter()) == content
    assert Letters(TEMPLATES).email(letter()) == content


def test_the_bytes_fit_through_any_mail_server() -> None:
    many = tuple(line(i) for i in range(1, 200))
    content = LETTERS.email(letter("courtesy", "es", many))

    assert content.isascii()
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, content.split(b"\r\n"))) <= 998
    assert str(read(content)["X-Cobro-Invoices"]).split(", ") == [row.number for row in many]


INJECTIONS = ("x\r\nBcc: evil@example.com", "x\nBcc: evil@example.com", "x\u2028Bcc: a@b", "x\r\n\r\nBody", "x\0y")


@pytest.mark.parametrize("text", INJECTIONS)
@pytest.mark.parametrize("place", ["customer", "creditor", "signer", "number"])
def test_no_value_adds_a_header(place: str, text: str) -> None:
    full = letter()
    odd = {
        "customer": dataclasses.replace(full, customer=dataclasses.replace(full.customer, name=text)),
        "creditor": dataclasses.replace(full, creditor=dataclasses.replace(full.creditor, name=text)),
        "signer": dataclasses.replace(full, signer=dataclasses.replace(full.signer, name=text)),
        "number": dataclasses.replace(full, lines=(dataclasses.replace(line(), number=text),)),
    }[place]

    message = read(LETTERS.email(odd))

    assert message.keys() == HEADERS
    assert [address.addr_spec for address in message["To"].addresses] == ["pagos@bahia.example"]


@pytest.mark.parametrize(
    "name",
    [
        "Acme Distribution, Sales, Service <evil@example.com>, and Company of the United Kingdom, Ltd., Leeds",
        'A "quoted" one, of (some) <b>length</b> ' * 6,
        "Comercial de Distribución, S.L. " * 9,
        "=?utf-8?q?evil?= <evil@example.com>",
        "🙂, " * 75,
    ],
)
def test_a_long_name_is_no_second_recipient(name: str) -> None:
    full = letter()
    message = read(
        LETTERS.email(dataclasses.replace(full, customer=dataclasses.replace(full.customer, name=name.strip())))
    )

    (recipient,) = message["To"].addresses
    assert recipient.addr_spec == "pagos@bahia.example"


@given(name=st.text(min_size=1, max_size=300))
def test_any_name_reaches_one_recipient_or_is_refused(name: str) -> None:
    full = letter()
    try:
        content = LETTERS.email(dataclasses.replace(full, customer=dataclasses.replace(full.customer, name=name)))
    except LetterError:
        return
    message = read(content)
    assert message.keys() == HEADERS
    assert [address.addr_spec for address in message["To"].addresses] == ["pagos@bahia.example"]


@pytest.mark.parametrize("address", [None, "", "nobody", "a@b\r\nBcc: c@d", "ñ@bahia.example", "a@b, c@d", "a b@c"])
def test_a_broken_address_is_refused_and_not_shown(address: str | None) -> None:
    full = letter()
    odd = dataclasses.replace(full, customer=dataclasses.replace(full.customer, email=address))

    with pytest.raises(Unsendable) as refused:
        LETTERS.email(odd)

    assert "the customer" in str(refused.value)
    assert "\n" not in str(refused.value)
    assert not address or address not in str(refused.value)


def test_a_contact_that_fits_in_no_message_id_is_refused() -> None:
    with pytest.raises(Unsendable, match="Message-ID"):
        LETTERS.email(dataclasses.replace(letter(), contact="a b>"))
