"""The pictures in an e-mail: payment codes that a banking app reads, and the creditor's logo."""

from __future__ import annotations

import dataclasses
import re
import struct
import zlib
from decimal import Decimal
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from cobro.dunning.letter import Line
from cobro.dunning.money import Money
from cobro.letters.payment_code import MOST, payment_code
from cobro.letters.renderer import Letters
from cobro.letters.wording import money
from tests.letters.samples import LANGUAGES, NAMES, TEMPLATES, forms, letter, line, pictures

LETTERS = Letters(TEMPLATES)
PIXEL = bytes.fromhex("89504e470d0a1a0a") + b"the rest of a picture"


class Shades:
    """A grey picture that the decoder takes, read from a one-bit PNG by the standard library alone."""

    def __init__(self, png: bytes) -> None:
        assert png.startswith(b"\x89PNG\r\n\x1a\n")
        at, body = 8, b""
        while at < len(png):
            (length,) = struct.unpack(">I", png[at : at + 4])
            kind, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
            if kind == b"IHDR":
                width, height, depth, colour = struct.unpack(">IIBB", content[:10])
                assert (depth, colour) == (1, 0)
            if kind == b"IDAT":
                body += content
            at += length + 12
        data, stride = zlib.decompress(body), (width + 7) // 8 + 1
        grey, above = bytearray(), bytes(stride - 1)
        for y in range(height):
            filtered, *row = data[y * stride : (y + 1) * stride]
            assert filtered in (0, 2)  # as it is, or as the difference to the row above
            above = bytes((byte + up) % 256 for byte, up in zip(row, above, strict=True)) if filtered else bytes(row)
            grey += bytes(255 * (above[x // 8] >> (7 - x % 8) & 1) for x in range(width))
        self.view = memoryview(bytes(grey)).cast("B", (height, width))


def scanned(png: bytes) -> list[str]:
    """The lines that a scanner reads."""
    (code,) = zxingcpp.read_barcodes(Shades(png).view)
    assert code.format == zxingcpp.BarcodeFormat.QRCode
    return str(code.text).split("\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_banking_app_reads_account_amount_and_reference(name: str, language: str) -> None:
    content = LETTERS.email(letter(name, language, (line(1, "1210.50"),)))

    ((source, png),) = pictures(content).items()
    html = forms(content)[1]
    alternative = re.search(rf'<img src="{source}"[^>]* alt="([^"]*)"', html)
    assert alternative
    amount = money(Money(Decimal("1210.50"), "EUR"), language)
    for said in ("ES91 2100 0418 4502 0005 1332", "RF69F20260001", amount):
        assert said in alternative[1]
    assert scanned(png) == [
        *("BCD", "002", "1", "SCT", ""),
        *("Talleres Ñandú, S.L.", "ES9121000418450200051332", "EUR1210.5", "", "", "RF69F20260001"),
    ]


def test_a_reference_with_right_check_digits_travels_as_one() -> None:
    code = payment_code("A", dataclasses.replace(line(), reference="RF18 5390 0754 7034"))

    assert code
    assert scanned(code)[-2:] == ["", "RF18539007547034"]


def test_each_invoice_has_its_own_code() -> None:
    lines = (line(1, "10.00"), line(2, "20.00", "GBP"), dataclasses.replace(line(3), by_transfer=False), line(4, "40"))
    content = LETTERS.email(letter("friendly", "es", lines))

    read = [scanned(png) for png in pictures(content).values()]
    assert [(lines[7], lines[-1]) for lines in read] == [("EUR10", "RF69F20260001"), ("EUR40", "RF69F20260004")]


def test_a_letter_about_many_invoices_has_no_codes() -> None:
    lines = tuple(line(i) for i in range(MOST + 1))
    content = LETTERS.email(letter("friendly", "en", lines))

    assert pictures(content) == {}
    assert "QR" not in forms(content)[1]
    assert len(pictures(LETTERS.email(letter("friendly", "en", lines[:MOST])))) == MOST


def test_invoices_that_are_paid_into_two_accounts_say_so() -> None:
    other = dataclasses.replace(line(2), iban="ES7921000813610123456789")
    content = LETTERS.email(letter("friendly", "en", (line(1), other)))

    text = forms(content)[0]
    assert "Account (IBAN) for F2026-0001: ES91 2100 0418 4502 0005 1332" in text
    assert "Account (IBAN) for F2026-0002: ES79 2100 0813 6101 2345 6789" in text
    assert [scanned(png)[6] for png in pictures(content).values()] == [line(1).iban, other.iban]


CENTS = st.integers(1, 99_999_999_999).map(lambda minor: Decimal(minor) / 100)


@settings(deadline=None, max_examples=50)
@given(amount=CENTS, name=st.text(st.characters(categories=("L", "N", "Zs"), codec="utf-8"), min_size=1, max_size=90))
def test_whatever_the_sum_the_code_asks_for_exactly_it_or_is_left_out(amount: Decimal, name: str) -> None:
    code = payment_code(name, line(1, str(amount)))

    if code:
        read = scanned(code)
        assert Decimal(read[7].removeprefix("EUR")) == amount
        assert len(read[5]) <= 70
    else:
        assert not name.strip() or len(name.encode()) > 70


@pytest.mark.parametrize("currency", ["GBP", "USD"])
def test_only_euros_are_scanned(currency: str) -> None:
    other: Line = line(1, "10.00", currency)

    assert payment_code("A", other) is None


def test_a_logo_stands_in_the_letter_and_comes_with_it(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(PIXEL)
    content = LETTERS.email(dataclasses.replace(letter("friendly", "en", (line(1, "5", "GBP"),)), logo=str(logo)))

    ((source, picture),) = pictures(content).items()
    assert f'<img src="{source}"' in forms(content)[1]
    assert picture == PIXEL


@pytest.mark.parametrize("content", [None, b"<svg/>", PIXEL + bytes(64 * 1024)], ids=["gone", "svg", "large"])
def test_a_reminder_does_not_wait_for_a_picture(tmp_path: Path, content: bytes | None) -> None:
    logo = tmp_path / "logo.png"
    if content is not None:
        logo.write_bytes(content)
    written = letter("friendly", "en", (line(1, "5", "GBP"),))

    assert LETTERS.email(dataclasses.replace(written, logo=str(logo))) == LETTERS.email(written)
