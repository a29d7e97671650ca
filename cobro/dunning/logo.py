"""What a creditor's logo may be: a small PNG or JPEG."""

from __future__ import annotations

MOST_BYTES = 64 * 1024
"""A logo goes into every e-mail that is stored: a large one would fill the ledger."""

_KINDS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}


class NoLogo(ValueError):
    """The bytes cannot be a logo; the message says what was expected."""


def kind_of_logo(content: bytes) -> str:
    """Which kind of picture it is: `png` or `jpeg`.

    Raises:
        NoLogo: it is neither, or larger than `MOST_BYTES`.
    """
    kind = next((kind for start, kind in _KINDS.items() if content.startswith(start)), None)
    if kind is None or len(content) > MOST_BYTES:
        raise NoLogo(f"a picture file, PNG or JPEG, of at most {MOST_BYTES // 1024} KB")
    return kind
