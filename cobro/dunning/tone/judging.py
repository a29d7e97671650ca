"""Whether a text keeps the tone of the house (R45 to R48, R51, R53). Each language has its words in a folder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from cobro.dunning.tone import ca, de, en, es, fr, pt
from cobro.dunning.tone.fault import Kind, ToneFault
from cobro.dunning.tone.phrase import folded, place_of, sentences
from cobro.dunning.tone.proper_names import without_proper_names

_LEXICONS = {
    "ca": ca.LEXICON,
    "de": de.LEXICON,
    "en": en.LEXICON,
    "es": es.LEXICON,
    "fr": fr.LEXICON,
    "pt": pt.LEXICON,
}
_SHOUTED = re.compile(r"[!¡]{2,}")
_SHOWN = 90

Span = tuple[int, int]


def is_judged(language: str) -> bool:
    """Whether the house knows how that language threatens."""
    return language in _LEXICONS


def faults_of_tone(
    text: str, language: str, *, may_mention_law: bool = False, names: Iterable[str] = ()
) -> tuple[ToneFault, ...]:
    """What is wrong with the tone of a text, each fault once, in the order of the text.

    Args:
        text: as its reader sees it.
        language: two letters; in one that is not judged, nothing is found.
        may_mention_law: the step may say what the law provides (R30), and be a formal demand; it may not threaten.
        names: of people and firms, and whatever else in the text is called as it is called; they are overlooked.
    """
    if not is_judged(language):
        return ()
    found = []
    for start, sentence in sentences(_without(names, text)):
        for kind, (first, last) in _faults(sentence.strip(), language, may_mention_law):
            begin, end = place_of(sentence, first, last)
            found.append(ToneFault(kind, _shown(text[start + begin : start + end])))
    found += [ToneFault(Kind.PRESSURE, match[0]) for match in _SHOUTED.finditer(text)]
    return tuple(dict.fromkeys(found))


def tells_harm(text: str, language: str) -> bool:
    """Whether the text says what harm the delay does (R47)."""
    return _says("harm", text, language)


def offers_help(text: str, language: str) -> bool:
    """Whether the text offers help (R53)."""
    return _says("help", text, language)


def says_reminder(text: str, language: str) -> bool:
    """Whether the text is called a reminder (R45)."""
    return _says("reminder", text, language)


def _without(names: Iterable[str], text: str) -> str:
    """The text with names that say nothing, as long as those they stand for."""
    for name in sorted({name for name in names if name}, key=len, reverse=True):
        text = text.replace(name, "X" * len(name))
    return without_proper_names(text)


def _says(what: str, text: str, language: str) -> bool:
    phrases = _LEXICONS[language].read[what]
    return any(phrases.found_in(folded(sentence)) for _, sentence in sentences(text))


@lru_cache(maxsize=8192)
def _faults(sentence: str, language: str, may_mention_law: bool) -> tuple[tuple[Kind, Span], ...]:
    """The faults of one sentence, by where they stand in it. Remembered: a frame is the same around every letter."""
    lexicon = _LEXICONS[language].read
    said = lexicon["fine"].blanked(folded(sentence))
    found: list[tuple[Kind, Span]] = []

    def look(kind: Kind, name: str) -> Span | None:
        if span := lexicon[name].found_in(said):
            found.append((kind, span))
        return span

    look(Kind.COUNT, "counts")
    look(Kind.WARNING, "warnings")
    lawful = may_mention_law and lexicon["law"].found_in(said) is not None
    if not may_mention_law:
        look(Kind.WARNING, "demands")
        look(Kind.LAW, "law")
    look(Kind.THREAT, "threats")
    if not lawful:
        look(Kind.THREAT, "measures")
        if lexicon["conditions"].found_in(said):
            look(Kind.THREAT, "consequences")
    look(Kind.REPROACH, "reproaches")
    look(Kind.PRESSURE, "pressure")
    return tuple(found)


def _shown(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
