"""Files that were made to do harm, or were broken on their way: one clear line each, and never anything else."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from facturx import generate_from_binary
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from cobro.intake.einvoice.reading import EInvoice
from cobro.intake.einvoice.xml_tree import LARGEST
from cobro.intake.problem import BadInput
from tests.intake.einvoice.documents import CII, EXAMPLES, FACTURAE, PDF, UBL, changed, read

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


def refusal(content: bytes) -> str:
    """The one line that a file is refused with."""
    with pytest.raises(BadInput) as refused:
        read(content)
    (line,) = str(refused.value).splitlines()
    return line


def with_doctype(doctype: str, value: str) -> bytes:
    return changed(UBL, ("<Invoice ", f"{doctype}<Invoice "), ("F2026-0701", value))


def test_a_document_type_is_refused_whatever_it_declares(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("s3cret", encoding="utf-8")
    kinds = {
        "<!DOCTYPE Invoice>": "F1",
        f'<!DOCTYPE Invoice [<!ENTITY x SYSTEM "{secret.as_uri()}">]>': "&x;",
        '<!DOCTYPE Invoice [<!ENTITY x "F1">]>': "&x;",
        f'<!DOCTYPE Invoice SYSTEM "{secret.as_uri()}">': "F1",
        f'<!DOCTYPE Invoice [<!ENTITY l0 "ha">{LAUGHS}]>': "&l11;",
        f'<!DOCTYPE Invoice [<!ENTITY l0 "ha">{LAUGHS}]> ': '<x y="&l11;"/>',
    }
    for doctype, value in kinds.items():
        line = refusal(with_doctype(doctype, value))
        assert line == "invoice.xml: expected XML without a document type (<!DOCTYPE ...>), which no invoice needs"


def test_a_pdf_is_searched_as_carefully() -> None:
    xml = changed(CII, ("<rsm:CrossIndustryInvoice ", '<!DOCTYPE x [<!ENTITY x "F1">]><rsm:CrossIndustryInvoice '))

    assert "expected XML without a document type" in refusal(in_pdf(xml))


def in_pdf(xml: bytes) -> bytes:
    page = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(page)
    made = generate_from_binary(page.getvalue(), EXAMPLES[CII], flavor="factur-x", level="en16931", check_xsd=False)
    writer = PdfWriter(clone_from=io.BytesIO(made))
    assert [attached.name for attached in writer.attachment_list] == ["factur-x.xml"]
    next(iter(writer.attachment_list)).content = xml
    again = io.BytesIO()
    writer.write(again)
    return again.getvalue()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "a file with something in it, and it is empty"),
        (b" ", "well-formed XML ("),
        (b"not XML", "well-formed XML ("),
        (b"\x00\x01\x02", "well-formed XML ("),
        (b"<a/>", "an electronic invoice (UBL 2.1, CII, Factur-X, Facturae 3.2), and it begins with <a>"),
        (b"<Invoice/>", "an electronic invoice (UBL 2.1, CII, Factur-X, Facturae 3.2), and it begins with <Invoice>"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "well-formed XML ("),
        (b"<a>" * 101 + b"</a>" * 101, "elements nested at most 100 deep"),
        (b"<a>" * 100_000, "well-formed XML ("),
        (b"<a>" + b"<b/>" * 1_300_000 + b"</a>", "at most 650,000 elements"),
        (b"<a>" + b" " * LARGEST + b"</a>", "a file of at most 20 MB, and it has 20.0"),
        (b"%PDF-1.7\nnothing", "a PDF that can be read"),
        (EXAMPLES[UBL].decode().encode("cp1252"), "well-formed XML ("),
    ],
)
def test_what_is_no_invoice_is_told_so(content: bytes, expected: str) -> None:
    assert refusal(content).startswith(f"invoice.xml: expected {expected}")


def test_a_pdf_that_is_only_for_reading_is_told_so() -> None:
    blank = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(blank)

    assert "a PDF with an electronic invoice in it (Factur-X)" in refusal(blank.getvalue())


def test_another_encoding_is_read_where_the_file_says_it() -> None:
    text = EXAMPLES[UBL].decode()

    for encoding in ("iso-8859-1", "utf-16"):
        assert read(text.replace("UTF-8", encoding, 1).encode(encoding)) == read(EXAMPLES[UBL])


def test_a_line_on_the_screen_holds_nothing_that_steers_it() -> None:
    line = refusal(changed(FACTURAE, ("<TaxIdentificationNumber>B50999010", "<TaxIdentificationNumber>X&#10;\u202e")))

    assert line.isprintable()


@given(data=st.data(), name=st.sampled_from(sorted(EXAMPLES)))
def test_whatever_happens_to_a_file_it_is_read_or_refused(data: st.DataObject, name: str) -> None:
    content = bytearray(EXAMPLES[name])
    if data.draw(st.booleans(), "cut"):
        del content[data.draw(st.integers(0, len(content)), "length") :]
    for place in data.draw(st.lists(st.integers(0, max(len(content) - 1, 0)), max_size=4), "places"):
        if content:
            content[place] ^= 1 << data.draw(st.integers(0, 7), "bit")

    try:
        found: EInvoice | BadInput = read(bytes(content), name)
    except BadInput as refused:
        found = refused

    assert str(found).startswith(name) if isinstance(found, BadInput) else found.invoices or found.credits


def test_every_beginning_of_a_file_is_refused() -> None:
    for name, content in EXAMPLES.items():
        for length in range(0, len(content.rstrip()) - 1, 97):
            if name != PDF or length < 1000:
                with pytest.raises(BadInput):
                    read(content[:length], name)
