"""Phrases: a small notation for ways of saying something, so that the rules of a language read like the language.

    (last|final) notice*      words in a row; `*` stands for any ending, `(a|b)` for either, `(a )?` for maybe
    no _ choice               `_` stands for up to three words
    sorry ~ forced            `~` stands for as much as stands between the two within the sentence
    <we> will act             `<we>` stands for what the language calls so
    if not paid & consequence*    both stand in the sentence, in whatever order
    measure* !! correct*      the first does, and the second does not

Between two words may stand whatever is no letter. Capitals, accents and hyphens do not count, on either side. An
indented line goes on with the one above it; one that begins with `#` is a remark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_FEW = r"(?: [\w']+){0,3} "
_FAR = r" (?:.*? )?"
_MACRO = re.compile(r"<(\w+)>")
_BETWEEN = re.compile(r"[^\w']+")
_HYPHEN = re.compile(r"-(?![^[]*\])|, ")
_ALIKE = {"ß": "ss", "œ": "oe", "æ": "ae", "º": "o", "ª": "a", "’": "'", "‘": "'", "`": "'", "´": "'", "·": ""}
_GOES_ON = re.compile(r"(?<=\|)\n {4}|\n {4}(?=\|)|\n {4}(!!|&|~)")
_INNER_DOT = re.compile(r"\.(?=\w|[ \t]*[a-zß-ÿ\d(,;:])")
_SENTENCE = re.compile(r"[^.!?\n]+")


def _plain(sign: str) -> str:
    """A letter without its accent."""
    return "".join(part for part in unicodedata.normalize("NFD", sign) if not unicodedata.combining(part))


# An accent may stand as a sign of its own, and signs that nobody sees inside a word.
_UNSEEN = (*range(0x300, 0x370), 0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF)
_PLAIN = str.maketrans(
    {chr(code): _plain(chr(code)) for code in range(0xC0, 0x250)} | dict.fromkeys(map(chr, _UNSEEN), "") | _ALIKE
)


def folded(text: str) -> str:
    """The text as phrases are compared with it: no capitals, no accents, and one space between words."""
    return _BETWEEN.sub(" ", text.lower().translate(_PLAIN)).strip(" ")


def place_of(text: str, first: int, last: int) -> tuple[int, int]:
    """Where in the text as it was written stands what stands from `first` to `last` once it is folded."""
    places: list[int] = []
    between = True
    for place, sign in enumerate(text):
        for plain in sign.lower().translate(_PLAIN):
            if not (between and _BETWEEN.match(plain)):
                places.append(place)
            between = _BETWEEN.match(plain) is not None
    return places[first], places[last - 1] + 1


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence as it was written, and where it begins.

    A line is one as well; a full stop within one (`S.L.`, `1.210,50`) ends none.
    """
    for match in _SENTENCE.finditer(_INNER_DOT.sub(",", text)):
        yield match.start(), text[match.start() : match.end()]


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
    joined = _GOES_ON.sub(lambda match: f" {match[1]}" if match[1] else "", text)
    for line in map(str.strip, joined.splitlines()):
        if line and not line.startswith("#"):
            yield line


def _patterns(phrases: list[str], names: Mapping[str, str]) -> tuple[re.Pattern[str], ...]:
    return tuple(_whole(_source(phrase, names)) for phrase in phrases)


def _whole(source: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{source})(?!\w)")


def _source(phrase: str, names: Mapping[str, str]) -> str:
    while _MACRO.search(phrase):
        phrase = _MACRO.sub(lambda match: f"({names[match[1]]})", phrase)
    written = _HYPHEN.sub(" ", phrase.lower().translate(_PLAIN)).replace("(", "(?:").replace("*", r"\w*")
    return written.replace(" ~ ", _FAR).replace(" _ ", _FEW)
