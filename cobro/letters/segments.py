"""How many text messages a text costs: 160 characters of the GSM alphabet, or 70 of any other (3GPP 23.038)."""

from __future__ import annotations

import unicodedata

_ALPHABET = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_TWICE = frozenset("^{}\\[~]|€\f")
"""These take the room of two."""
_LIKE = str.maketrans(
    {
        **dict.fromkeys("’‘‚", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("–—‑", "-"),
        "…": "...",
        "ª": "a",
        "º": "o",
        "°": "o",
        "œ": "oe",
        "Œ": "OE",
        "·": ".",
        "ŀ": "l.",
        "Ŀ": "L.",
    }
)


def in_cheap_letters(text: str) -> str:
    """The text in the GSM alphabet where only accents and typographic signs keep it out (`á` becomes `a`, `ñ` stays);
    otherwise as it is. One letter outside of the alphabet makes the whole message more than twice as long.
    """
    cheap = "".join(char if _is_cheap(char) else _without_accent(char) for char in text.translate(_LIKE))
    return cheap if all(map(_is_cheap, cheap)) else text


def segments(text: str) -> int:
    """The number of text messages that the text is sent as."""
    if all(map(_is_cheap, text)):
        return _filled([2 if char in _TWICE else 1 for char in text], alone=160, joined=153)
    return _filled([2 if ord(char) > 0xFFFF else 1 for char in text], alone=70, joined=67)


def _filled(widths: list[int], *, alone: int, joined: int) -> int:
    """How many messages letters of these widths fill; no letter is cut in two."""
    if sum(widths) <= alone:
        return 1
    count, used = 1, 0
    for width in widths:
        if used + width > joined:
            count, used = count + 1, 0
        used += width
    return count


def _is_cheap(char: str) -> bool:
    return char in _ALPHABET or char in _TWICE


def _without_accent(char: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
