"""From a bank's bytes to text that can be stored and shown."""

from __future__ import annotations

import re

_LINE_END = re.compile(r"\r\n|\n|\r")


def decoded(content: bytes) -> str:
    """The file as text. Old formats name no encoding: banks write Latin-1, programs that pass files on write UTF-8.

    Latin-1 text with an accent is practically never valid UTF-8, so the order decides rightly.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def lines_of(text: str) -> list[str]:
    """The lines, without what ends them. Python's own splitting would also break at characters that Latin-1 has."""
    return _LINE_END.split(text)


def plain(text: str) -> str:
    """One line of printable characters, each run of anything else as one space: a zero byte fits no database."""
    printable = text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
    return " ".join(printable.split())
