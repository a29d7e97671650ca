"""Nothing lost, nothing twice, every balance right: what the senders got 2xx for, held against the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bench.intake.apart import Expected, compute, last_words
from bench.intake.book import Owing
from bench.intake.ledger_file import Books
from bench.intake.said import Said

_NO_EVIDENCE = ("invoice_announced",)
"""What leaves no trace in a case: there is none yet."""
_TOLD = 5


@dataclass(frozen=True)
class Counted:
    """What was found. Of each kind of mistake, what it is about."""

    answered: int
    early: int
    """Events that were stored before the one that they need."""
    lost: list[str] = field(default_factory=list)
    """Answered with 2xx, and not in the ledger, or without its effect there."""
    twice: list[str] = field(default_factory=list)
    """In the ledger and sent by nobody, or with its effect more than once."""
    unequal: list[str] = field(default_factory=list)
    """Invoices and contacts that are not as they were computed apart."""
    balance: int = 0
    """Cents that are open by the ledger, and `apart` by our own sum."""
    apart: int = 0

    @property
    def is_equal(self) -> bool:
        """Whether every balance is as it was computed apart."""
        return not self.unequal and self.balance == self.apart


def count(book: Iterable[Owing], said: Sequence[Said], answered: Collection[str], books: Books) -> Counted:
    """Hold what was answered against the ledger, and its end state against what is computed apart."""
    expected = compute(book, said)
    lines = {line.id: line for line in books.lines}
    rows = Counter(line.id for line in books.lines)
    known = {one.id: one for one in said}
    lost = []
    for event in answered:
        one, line = known[event], lines.get(event)
        if line is None or line.status != ("kept" if one.kept else "applied") or not _has_effect(one, books):
            lost.append(f"{event} ({one.kind} of {one.about}): {line.status if line else 'not there'}")
    twice = [f"{event}: nobody sent it" for event in rows if event not in known]
    twice += [f"{event}: stored {times} times" for event, times in rows.items() if times > 1]
    twice += [f"{event}: {times} times in {number}" for (event, number), times in books.effects.items() if times > 1]
    twice += [f"{one.id}: more money than it brought" for one in said if _brought_more(one, books)]
    early = [one for one in said if one.after and one.id in lines and one.after in lines]
    return Counted(
        answered=len(answered),
        early=sum(lines[one.id].row < lines[one.after or ""].row for one in early),
        lost=lost,
        twice=twice,
        unequal=[*_unequal(expected, books), *_unlike(last_words(said), books)],
        balance=sum(account.total - account.applied for account in books.accounts.values()),
        apart=sum(one.owed for one in expected.values()),
    )


def _has_effect(one: Said, books: Books) -> bool:
    return one.kept or one.kind in _NO_EVIDENCE or bool(books.effects[one.id, one.about])


def _brought_more(one: Said, books: Books) -> bool:
    if one.kind not in ("payment_received", "credit_issued"):
        return False
    return books.paid.get(one.id, 0) > round(float(one.data["amount"]) * 100)


def _unequal(expected: Mapping[str, Expected], books: Books) -> list[str]:
    found = []
    for number in expected.keys() | books.accounts.keys():
        ours, theirs = expected.get(number), books.accounts.get(number)
        if ours is None or theirs is None:
            found.append(f"{number}: {'unknown to the senders' if ours is None else 'not in the ledger'}")
        elif (theirs.total, theirs.applied, theirs.ending is None) != (ours.total, ours.applied, ours.is_open):
            found.append(
                f"{number}: {theirs.applied} of {theirs.total}, {theirs.ending or 'open'}; "
                f"apart: {ours.applied} of {ours.total}, {'open' if ours.is_open else 'not open'}"
            )
    return sorted(found)


def _unlike(words: Mapping[str, str], books: Books) -> list[str]:
    return [
        f"contact {contact}: {books.contacts.get(contact)}, not {word}"
        for contact, word in words.items()
        if books.contacts.get(contact) != word
    ]


def some(mistakes: Sequence[str]) -> str:
    """The first few, for a person."""
    more = len(mistakes) - _TOLD
    return "; ".join(mistakes[:_TOLD]) + (f"; and {more} more" if more > 0 else "")
