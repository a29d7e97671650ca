"""XML that nobody here wrote, read piece by piece: no entities, no network, no endless depth.

Elements are looked up by their local names: the same part has another namespace in each version of a message.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache

from lxml import etree

from cobro.bank.characters import plain
from cobro.bank.refusal import refused

DEEPEST = 100
"""Elements within elements; a statement of a bank has fewer than 20."""

MOST = 2_000_000
"""Elements that are held at one time, in memory of about 150 bytes each: a batch of some 30,000 payments."""


def ended_elements(name: str, content: bytes, wanted: frozenset[str]) -> Iterator[etree._Element]:
    """Each element with one of these local names, at its end; whoever takes it drops it when it is used up.

    Raises:
        BadInput: the file is no well-formed XML, declares a document type, is nested too deeply, or holds too much.
    """
    depth = held = 0
    try:
        for event, element in _events(content):
            if event == "start":
                depth += 1
                held += 1
                if depth == 1 and element.getroottree().docinfo.internalDTD is not None:
                    raise refused(name, "", "XML without a DOCTYPE: no bank's message has one")
                if depth > DEEPEST:
                    raise refused(f"{name}, line {element.sourceline}", "", f"at most {DEEPEST} levels of elements")
                if held > MOST:
                    raise refused(f"{name}, line {element.sourceline}", "", f"at most {MOST} elements in one entry")
                continue
            depth -= 1
            if local_name(element) in wanted:
                held = 0
                yield element
    except etree.LxmlError as error:
        reason = plain(str(error)) or type(error).__name__
        raise refused(name, "", f"well-formed XML ({reason})") from None


def _events(content: bytes) -> Iterator[tuple[str, etree._Element]]:
    events: Iterator[tuple[str, etree._Element]] = etree.iterparse(
        io.BytesIO(content),
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return events


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
