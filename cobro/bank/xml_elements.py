"""XML that nobody here wrote, read piece by piece: no entities, no network, no endless depth.

Elements are looked up by their local names: the same part has another namespace in each version of a message.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from lxml import etree

from cobro.bank.characters import plain
from cobro.bank.refusal import refused

MOST = 4_000_000
"""Opening brackets in a file: as many as 50 MB of payments have. An element takes memory, were it ever so short."""


_ENDLESS = re.compile(rb"<[^<>]{100000}")
"""The beginning of a tag that takes more memory than all the rest: no bank writes attributes by the thousand."""


def ended_elements(name: str, content: bytes, wanted: Iterable[str]) -> Iterator[etree._Element]:
    """Each element with one of these local names, at its end; whoever takes it drops it when it is used up.

    Deeper than 256 levels, and beyond 10 MB in one text, the parser itself refuses.

    Raises:
        BadInput: the file is no well-formed XML, declares a document type, is nested too deeply, or holds too much.
    """
    if content.count(b"<") > MOST:
        raise refused(name, "", f"at most {MOST // 2_000_000} million elements")
    if _ENDLESS.search(content):
        raise refused(name, "", "tags of at most 100,000 bytes")
    try:
        for element in _ended(content, [f"{{*}}{one}" for one in wanted]):
            if element.getroottree().docinfo.internalDTD is not None:
                raise refused(name, "", "XML without a DOCTYPE: no bank's message has one")
            yield element
    except etree.XMLSyntaxError as error:
        raise refused(name, "", f"well-formed XML ({plain(error.msg or 'it cannot be read')})") from None


def _ended(content: bytes, tags: Sequence[str]) -> Iterator[etree._Element]:
    events: Iterator[tuple[str, etree._Element]] = etree.iterparse(
        io.BytesIO(content),
        events=("end",),
        tag=tags,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return (element for _, element in events)


def drop(element: etree._Element) -> None:
    """Free what is in an element whose content has been taken, from the leaves up.

    Clearing it from the top takes time with the square of what is in it: minutes for a large batch.
    """
    for part in reversed(list(element.iter())):
        part.clear()


def local_name(element: etree._Element) -> str:
    """The name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def child(element: etree._Element, path: str) -> etree._Element | None:
    """The first element at a path of local names such as `Refs/EndToEndId`."""
    return element.find(_anywhere(path))


def children(element: etree._Element, path: str) -> list[etree._Element]:
    """All elements at such a path."""
    return element.findall(_anywhere(path))


def text_at(element: etree._Element, *paths: str) -> str:
    """The text of the first of these paths that has one, as one printable line; nothing if none has."""
    for path in paths:
        found = element.find(_anywhere(path))
        if found is not None and (text := own_text(found)):
            return text
    return ""


def own_text(element: etree._Element) -> str:
    """What stands in the element itself, as one printable line."""
    return plain(element.text or "")


@cache
def _anywhere(path: str) -> str:
    return "/".join(f"{{*}}{part}" for part in path.split("/"))
