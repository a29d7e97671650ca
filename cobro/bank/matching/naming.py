"""Whether two names are likely to be of one customer, and which customers a name may mean."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import fuzz

from cobro.bank.matching.reading import plain

ALIKE = 80
"""From here on two names may be of one customer (0 to 100)."""

_LEGAL_FORMS = frozenset(
    (
        *("SL", "SLU", "SLL", "SLP", "SLNE", "SA", "SAU", "SAL", "SC", "SCP", "CB", "SCOOP", "SCCL"),
        *("COOP", "AIE", "UTE", "SOCIEDAD", "LIMITADA", "ANONIMA", "UNIPERSONAL", "LABORAL", "LTD"),
        *("LIMITED", "PLC", "LLC", "LLP", "INC", "CORP", "GMBH", "AG", "KG", "BV", "NV", "SARL", "SAS"),
        *("SRL", "SPA", "LDA", "COMPANY", "CO"),
    )
)
_SMALL_WORDS = frozenset(("DE", "DEL", "LA", "EL", "LOS", "LAS", "Y", "E", "I", "AND", "THE", "OF", "DON", "SR", "MR"))
_DOTTED = re.compile(r"(?<![A-Z])([A-Z])\.\s?(?=[A-Z](?![A-Z]))")
_WORD = re.compile(r"[A-Z0-9]+")
_SPACED_FORM = re.compile(r" (S L U|S L L|S A U|S L|S A|S C|C B)$")
_CUSTOMERS_LOOKED_AT = 60


def core(name: str) -> str:
    """What is distinctive of a name: without legal form, small words, accents, signs."""
    words = " ".join(_WORD.findall(_DOTTED.sub(r"\1", plain(name))))
    kept = [word for word in _SPACED_FORM.sub("", words).split() if word not in _LEGAL_FORMS | _SMALL_WORDS]
    return " ".join(kept) or words


def likeness(one: str, other: str) -> float:
    """How alike two cores are, from 0 to 100. Only the same words make 100: García is not García Hijos."""
    whole = fuzz.token_sort_ratio(one, other)
    if len(set(one.split()) & set(other.split())) < 2:
        return whole
    return max(whole, 0.9 * fuzz.token_set_ratio(one, other))


class Names:
    """The names of all customers, found again by any of their words."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        self._cores: dict[int, set[str]] = defaultdict(set)
        self._by_word: dict[str, set[int]] = defaultdict(set)
        for customer, name in names:
            self._cores[customer].add(core(name))
            for word in core(name).split():
                self._by_word[word].add(customer)

    def alike(self, name: str) -> dict[int, float]:
        """Customers whom a payer's name may mean, and how alike the names are."""
        wanted = core(name)
        scores = {customer: self.score(customer, wanted) for customer in self._sharing(wanted)}
        return {customer: score for customer, score in scores.items() if score >= ALIKE}

    def within(self, text: str) -> dict[int, float]:
        """Customers whose whole name, of at least two words or one long one, stands in a text."""
        words = set(_WORD.findall(plain(text)))
        found = {}
        for customer in self._sharing(" ".join(sorted(words))):
            whole = [name for name in self._cores[customer] if len(name) >= 8 and words.issuperset(name.split())]
            if whole:
                found[customer] = 90.0
        return found

    def score(self, customer: int, wanted: str) -> float:
        """How alike a customer's name and the core of another one are."""
        return max((likeness(wanted, name) for name in self._cores.get(customer, ())), default=0.0)

    def _sharing(self, wanted: str) -> set[int]:
        """Customers that share a word with a name; words that many share are left out once there are enough."""
        found: set[int] = set()
        for customers in sorted((self._by_word[word] for word in wanted.split() if word in self._by_word), key=len):
            if found and len(found) + len(customers) > _CUSTOMERS_LOOKED_AT:
                break
            found |= customers
        return found
