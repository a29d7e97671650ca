"""Proper names in a sentence: Herr Richter judges nobody, and a street called Court Lane threatens nobody."""

from __future__ import annotations

import re

_NAME = r"[A-ZÀ-ÖØ-Ý][\w'’-]*"
_SMALL = r"(?:(?:de|del|de la|d'|do|da|dos|das|du|des|dels|i|y|e|und|et|of|&|of the) )"
_TITLE = (
    r"Herrn?|Frau|Mr|Mrs|Ms|Miss|Messrs|Sr|Sra|Srta|Dr|Dra|Mme|Mlle|M|Monsieur|Madame|Maître|Senhora?|[Ss]eñora?|[Ss]enyora?"
    r"|[Ss]ra?|[Dd]oña|[Dd]on|Eng|Prof"
)
_STREET = (
    r"calle|c/|avenida|avda|plaza|paseo|camino|carrer|avinguda|plaça|passeig|rua|travessa|praça|largo|rue|place|avenue|allée"
    r"|boulevard|chemin|cours"
)
_FORM = (
    r"S\.?L\.?(?:[PU]\.?)*|S\.?A\.?(?:[USRL]\.?)*|S\.?C\.?P\.?|Lda|Ltda|Ltd|Limited|LLP|PLC|Inc"
    r"|GmbH|AG|KG|UG|OHG|e\.? ?K|SARL|SAS|SASU|EURL"
)
_ADVERSE = (
    r"(?i:abogad|advoca|avocat|anw[aä]lt|lawyer|solicitor|advogad|inkasso|recobr|cobran|collect|recouvre|huissier"
    r"|court)"
)

_NAMED = re.compile(
    rf"\b(?:{_TITLE})\.? (?:{_NAME})(?: {_NAME})*"
    rf"|\b(?i:{_STREET})\.? {_SMALL}?(?:{_NAME})(?: {_SMALL}?{_NAME})*"
    r"|\b[A-ZÀ-Ý]\w*(?:straße|strasse|platz|weg|gasse|allee)\b"
    rf"|\b{_NAME} (?:Lane|Road|Street|Close|Square|House|Avenue|Row|Yard|Terrace|Gardens)\b"
    rf"|\b(?!{_ADVERSE}){_NAME}(?: {_SMALL}?(?!{_ADVERSE}){_NAME}){{1,5}},? (?:{_FORM})\b"
)


def without_proper_names(text: str) -> str:
    """The text with names of people (by their title), streets and firms (by their legal form) that say nothing.

    It is as long as before. A firm whose name says that it collects or goes to law is no mere name.
    """
    return _NAMED.sub(lambda match: "X" * len(match[0]), text)
