"""Phrases: a small notation for ways of saying something, so that the rules of a language read like the language.

    (last|final) notice*      words in a row; `*` stands for any ending, `(a|b)` for either, `(a )?` for maybe
    no _ choice               `_` stands for up to three words
    sorry ~ forced            `~` stands for as much as stands between the two within the sentence
    <we> will act             `<we>` stands for what the language calls so
    if not paid & consequence*    both stand in the sentence, in whatever order
    measure* !! correct*      the first does, and the second does not

Between two words may stand whatever is no letter. Capitals and accents do not count, on either side. A line that begins
with `#` is a remark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_BETWEEN = r"[^\w']+"
_FEW = r"(?:[^\w']+[\w']+){0,3}?[^\w']+"
_FAR = r"(?:[^\w']+|[^\w'].*?[^\w'])"
_MACRO = re.compile(r"<(\w+)>")
_ALIKE = {
    "ß": "ss",
    "œ": "oe",
    "æ": "ae",
    "º": "o",
    "ª": "a",
    "’": "'",
    "‘": "'",
    "`": "'",
    "´": "'",
    "…": ".",
    "·": "",
}
_INNER_DOT = re.compile(r"\.(?=\w|[ \t]*[a-zß-ÿ\d(,;:])")
_SENTENCE = re.compile(r"[^.!?\n]+")

Words = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without capitals and accents, and where each of its characters stands in the text as it was written."""

    text: str
    places: tuple[int, ...]


def folded(text: str) -> Folded:
    """The text as phrases are compared with it; a full stop that ends no sentence (`S.L.`, `1.210,50`) is a comma."""
    found: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(_without_inner_dots(text)):
        plain = _ALIKE.get(sign)
        if plain is None:
            plain = "".join(c for c in unicodedata.normalize("NFD", sign.lower()) if not unicodedata.combining(c))
            plain = "".join(_ALIKE.get(c, c) for c in plain)
        found.append(plain)
        places += [place] * len(plain)
    return Folded("".join(found), tuple(places))


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Where each sentence begins, and the sentence as it was written. A line of its own is one as well."""
    for match in _SENTENCE.finditer(_without_inner_dots(text)):
        yield match.start(), text[match.start() : match.end()]


def _without_inner_dots(text: str) -> str:
    return _INNER_DOT.sub(",", text)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What has to stand in a sentence, all of it, and what must not stand beside it."""

    parts: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]

    def found_in(self, sentence: str) -> tuple[int, int] | None:
        """From where to where the sentence says it."""
        found = []
        for part in self.parts:
            match = part.search(sentence)
            if match is None:
                return None
            found.append(match.span())
        if any(other.search(sentence) for other in self.unless):
            return None
        return min(start for start, _ in found), max(end for _, end in found)


class Phrases:
    """Several phrases; a sentence says one of them or none."""

    def __init__(self, lines: str, names: Mapping[str, str]) -> None:
        plain: list[str] = []
        self._others: list[Phrase] = []
        for line in _lines(lines):
            said, *unless = line.split(" !! ")
            parts = said.split(" & ")
            if len(parts) == 1 and not unless:
                plain.append(_source(said, names))
            else:
                self._others.append(
                    Phrase(tuple(_whole(_source(part, names)) for part in parts), _patterns(unless, names))
                )
        self._plain = _whole("|".join(plain)) if plain else None

    def found_in(self, sentence: str) -> tuple[int, int] | None:
        """From where to where the (folded) sentence says one of them."""
        if self._plain and (match := self._plain.search(sentence)):
            return match.span()
        return next((span for phrase in self._others if (span := phrase.found_in(sentence))), None)

    def blanked(self, text: str) -> str:
        """The (folded) text with a star for each character that belongs to one of them."""
        return self._plain.sub(lambda match: "*" * len(match[0]), text) if self._plain else text


def _lines(text: str) -> Iterator[str]:
    for line in map(str.strip, text.splitlines()):
        if line and not line.startswith("#"):
            yield line


def _patterns(phrases: list[str], names: Mapping[str, str]) -> tuple[re.Pattern[str], ...]:
    return tuple(_whole(_source(phrase, names)) for phrase in phrases)


def _whole(source: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{source})(?!\w)")


def _source(phrase: str, names: Mapping[str, str]) -> str:
    while _MACRO.search(phrase):
        phrase = _MACRO.sub(lambda match: f"({names[match[1]]})", phrase)
    written = folded(phrase).text.replace("(", "(?:").replace("*", r"\w*")
    return written.replace(" ~ ", _FAR).replace(" _ ", _FEW).replace(" ", _BETWEEN)
