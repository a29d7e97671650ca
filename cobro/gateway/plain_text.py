"""Text that somebody wrote, made fit to be stored and shown: printable, and not endless."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_UNSEEN = ("script", "style", "head", "title")
_BREAKS = ("p", "br", "div", "tr", "li", "h1", "h2", "h3", "blockquote")
_LONGEST_PAGE = 1_000_000
"""Characters of a page that are read."""


def plain(text: str, longest: int) -> str:
    """The text without what is not printable, at most so long."""
    lines = text[: 2 * longest].replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c.isprintable() or c in "\n\t").strip()[:longest].rstrip()


def text_of_html(html: str) -> str:
    """What a reader sees of a page, a line for each block; of a page that is longer than any letter, its beginning.

    Not by the standard library's parser: a page of 100 KB of `<a ` keeps it busy for minutes, and anybody can send one.
    """
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        page = etree.fromstring(html[:_LONGEST_PAGE].replace("\0", "").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:  # nothing is in it
        return ""
    if page is None:
        return ""
    lines = (" ".join(line.split()) for line in "".join(_seen(page)).split("\n"))
    return "\n".join(line for line in lines if line)


def _seen(page: etree._Element) -> Iterator[str]:
    unseen = 0
    for event, element in etree.iterwalk(page, events=("start", "end")):
        begins = event == "start"
        if element.tag in _UNSEEN:
            unseen += 1 if begins else -1
        if element.tag in _BREAKS:
            yield "\n"
        words = element.text if begins else element.tail
        if words and not unseen:
            yield words.replace("\n", " ")
