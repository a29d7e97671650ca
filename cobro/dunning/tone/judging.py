"""Whether a text keeps the tone of the house (R45 to R48, R51, R53). Pure; the words are in the modules of the languages."""

from __future__ import annotations

import re
from functools import lru_cache

from cobro.dunning.tone import ca, de, en, es, fr, pt
from cobro.dunning.tone.fault import Kind, ToneFault
from cobro.dunning.tone.phrase import folded, sentences

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


def faults_of_tone(text: str, language: str, *, may_mention_law: bool = False) -> tuple[ToneFault, ...]:
    """What is wrong with the tone of a text, each fault once, in the order of the text.

    Args:
        text: as its reader sees it; names of people and firms should be left out, for they may be called anything.
        language: two letters; in one that is not judged, nothing is found.
        may_mention_law: the step may say what the law provides (R30), and be a formal demand; it may not threaten.
    """
    if not is_judged(language):
        return ()
    found = []
    for start, sentence in sentences(text):
        found += [
            ToneFault(kind, _shown(text[start + first : start + last]))
            for kind, (first, last) in _faults(sentence, language, may_mention_law)
        ]
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


def _says(what: str, text: str, language: str) -> bool:
    phrases = _LEXICONS[language].read[what]
    return any(phrases.found_in(folded(sentence).text) for _, sentence in sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence and where it begins. Capitals after a full stop make one; a line is one as well."""


@lru_cache(maxsize=8192)
def _faults(sentence: str, language: str, may_mention_law: bool) -> tuple[tuple[Kind, Span], ...]:
    """The faults of one sentence, by where they stand in it. Remembered: a frame is the same around every letter."""
    lexicon = _LEXICONS[language].read
    plain = folded(sentence)
    said = lexicon["fine"].blanked(plain.text)
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
    return tuple((kind, (plain.places[first], plain.places[last - 1] + 1)) for kind, (first, last) in found)


def _shown(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
