"""The XML that a Factur-X PDF carries inside."""

from __future__ import annotations

from facturx import get_xml_from_pdf

from cobro.intake.problem import BadInput, Problem


def is_pdf(content: bytes) -> bool:
    """Whether it begins as a PDF does; some programs write a few bytes before."""
    return b"%PDF-" in content[:1024]


def xml_inside(name: str, content: bytes) -> bytes:
    """The first XML file attached to a PDF that is an invoice.

    Raises:
        BadInput: there is none, or the PDF is broken.
    """
    try:
        _, found = get_xml_from_pdf(content, check_xsd=False)
    except Exception:  # a broken PDF ends in whatever pypdf stumbles over
        raise _refused(name, "a PDF that can be read") from None
    if not found:
        raise _refused(name, "a PDF with an electronic invoice in it (Factur-X); this one is only for reading")
    return bytes(found)


def _refused(name: str, expected: str) -> BadInput:
    return BadInput([Problem(name, "", None, expected)])
