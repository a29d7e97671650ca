"""XML from strangers as a tree: nothing is expanded, nothing is fetched, nothing is too large or too deep."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from cobro.intake.problem import BadInput, Problem

LARGEST = 20_000_000
"""Bytes of a file. Invoices carry attachments; the receiving points of public administrations take less than this."""

_DEEPEST = 100
_MOST = 1_300_000
"""Opening brackets in a file: as many as 20 MB of invoice have. An element takes memory, were it ever so short."""
_NO_DOCTYPE = "XML without a document type (<!DOCTYPE ...>), which no invoice needs"


def check_size(name: str, size: int) -> None:
    """Refuse a file of so many bytes.

    Raises:
        BadInput: it is empty, or larger than any invoice.
    """
    if not size:
        raise _refused(name, "a file with something in it, and it is empty")
    if size > LARGEST:
        raise _refused(name, f"a file of at most {LARGEST // 1_000_000} MB, and it has {size / 1_000_000:.1f}")


def read_tree(name: str, content: bytes) -> etree._Element:
    """The root of an XML document, without its comments.

    Comments are taken out while it is parsed, for the text beside one would else be cut short: an amount of
    `100<!-- -->0.00` must not be read as 100.

    Raises:
        BadInput: it is not well-formed, declares a document type (the door to expanding entities and to other files),
            or is nested too deep.
    """
    if content.count(b"<") > _MOST:
        raise _refused(name, "at most 650,000 elements")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        # What a document type declares is often what stops the parser: entities that would expand without end.
        raise _refused(name, _NO_DOCTYPE if b"<!DOCTYPE" in content else f"well-formed XML ({error.msg})") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _refused(name, _NO_DOCTYPE)
    if any(depth > _DEEPEST for depth in _depths(root)):
        raise _refused(name, f"elements nested at most {_DEEPEST} deep")
    return root


def _depths(root: etree._Element) -> Iterator[int]:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        yield depth


def _refused(name: str, expected: str) -> BadInput:
    return BadInput([Problem(name, "", None, expected)])
