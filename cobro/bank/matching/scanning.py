"""Texts of a movement searched for invoice numbers, with an eye on what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stdnum import iso11649

from cobro.bank.matching.index import Index
from cobro.bank.matching.mentions import Grade, Mention, Named, settle
from cobro.bank.matching.other_numbers import may_be_other, taken
from cobro.bank.matching.reading import (
    INVOICE_WORDS,
    NUMBER_WORDS,
    OTHER_WORDS,
    Atom,
    alike,
    atoms,
    compact,
    key,
    plain,
    shape,
)
from cobro.bank.matching.verdict import Why
from cobro.bank.movement import Movement
from cobro.dunning.money import Money

_MOST_ATOMS = 10
_LONGEST_GAP = 3
_LONGEST_SERIES = 3
_MORE_ZEROS = 4
"""So many more leading zeros than the number has may be written."""
_JOINING = frozenset(" -/._\\:#")
_LISTING = frozenset((",", "/", "+", "&", ";"))
_AND = frozenset(("Y", "E", "I", "AND", "ET"))
_MAY_BE_CUT = 34
"""Banks cut texts at 35, 38 or more characters; an end at this length or later may be no end."""
_LONGEST_CREDITOR_REFERENCE = 25
_ENOUGH_DIGITS = 6
_ENOUGH = 5
_ENOUGH_AS_PRINTED = 7
"""Letters and digits that are hardly written by chance."""


def read(movement: Movement, index: Index) -> Named:
    """What a movement names: in its structured references, the payer's own reference, and its text."""
    found: list[Mention] = []
    unread = False
    fields = dict.fromkeys((*movement.references, movement.end_to_end, movement.text))
    for field in fields:
        scan = Scan(field, index, movement.amount, may_be_cut=field == movement.text)
        found += scan.mentions()
        unread = unread or scan.unread
    return Named(tuple(dict.fromkeys(found)), unread)


class Scan:
    """One text under search."""

    def __init__(self, text: str, index: Index, amount: Money, *, may_be_cut: bool) -> None:
        self._text = plain(text)
        self._atoms = atoms(self._text)
        self._taken = taken(self._text)
        self._index = index
        self._amount = amount
        self._cut = may_be_cut and len(self._text) >= _MAY_BE_CUT
        self.unread = False
        """Whether something was found that has the form of an invoice number, and is none that is known."""

    def mentions(self) -> tuple[Mention, ...]:
        """What the text names, in its order."""
        found: list[Mention] = []
        for first in range(len(self._atoms)):
            listed = self._listed_after(first, found)
            found += self._creditor_references(first)
            here = [hit for window in self._windows(first) if (hit := self._look(*window, listed))]
            if listed and not here and self._atoms[first].is_number and not self._is_taken(*self._span(first, first)):
                self.unread = True
            found += here
        if self._cut and not any(hit.end == self._atoms[-1].end for hit in found if hit.grade > Grade.GUESS):
            found += self._cut_off()
        return settle(found)

    def _windows(self, first: int) -> Iterator[tuple[int, int]]:
        """Runs of atoms that may be one number, from this one on."""
        size = 0
        for last in range(first, min(first + _MOST_ATOMS, len(self._atoms))):
            size += len(self._atoms[last].text)
            if size > self._index.longest + _MORE_ZEROS or (last > first and not self._joined(last)):
                return
            yield first, last

    def _joined(self, at: int) -> bool:
        gap = self._text[self._atoms[at - 1].end : self._atoms[at].start]
        return len(gap) <= _LONGEST_GAP and _JOINING.issuperset(gap)

    def _span(self, first: int, last: int) -> tuple[int, int]:
        return self._atoms[first].start, self._atoms[last].end

    def _is_taken(self, start: int, end: int) -> bool:
        return any(start < its_end and its_start < end for its_start, its_end in self._taken)

    def _look(self, first: int, last: int, listed: Mention | None) -> Mention | None:
        parts = self._atoms[first : last + 1]
        if all(part.is_number for part in parts):
            return self._numeric(parts, first, last, listed)
        if any(part.is_number for part in parts):
            return self._lettered(parts, first, last)
        return None

    def _codes(self, whole: str, pieces: str) -> frozenset[str]:
        codes = self._index.codes
        return frozenset(codes.get(whole, ())) | frozenset(codes.get(pieces, ()))

    def _lettered(self, parts: list[Atom], first: int, last: int) -> Mention | None:
        whole, pieces = compact(parts), key(parts)
        start, end = self._span(first, last)
        stem = pieces.rpartition("|")[0]
        named = self._codes(whole, pieces)
        if named:
            grade = self._grade_lettered(parts, whole, first, last)
            if grade is None:
                return None
            longer = self._longer(whole, last)
            by_itself = grade is Grade.PLAIN and parts[0].text in INVOICE_WORDS
            worded = by_itself or self._word_before(first) == "invoice"
            return Mention(named | longer, grade, Why.REFERENCE, start, end, worded, stem, named)
        if self._glued(first) or self._glued_after(last) or self._is_taken(start, end):
            return None
        if (tails := self._index.tails.get(pieces)) and parts[-1].is_number:
            return Mention(frozenset(tails), Grade.TAIL, Why.END_OF_NUMBER, start, end, True, stem)
        if looks := self._index.looks.get(alike(whole)):
            return Mention(frozenset(looks), Grade.GUESS, Why.LOOKS_LIKE, start, end)
        if shape(parts) in self._index.shapes:
            self.unread = True
        return None

    def _grade_lettered(self, parts: list[Atom], whole: str, first: int, last: int) -> Grade | None:
        start, end = self._span(first, last)
        if any(its_start < start and end <= its_end for its_start, its_end in self._taken):
            return None
        if self._glued(first) or self._glued_after(last) or self._hangs_on(first):
            return Grade.GUESS
        doubtful = (
            self._is_little(whole, parts[0].text)
            or self._is_taken(start, end)
            or self._goes_on(last)
            or self._word_before(first) == "other"
            or bool(self._longer(whole, last))
        )
        return Grade.PLAIN if doubtful else Grade.FULL

    def _longer(self, whole: str, last: int) -> frozenset[str]:
        """The invoices whose number goes on where the text may have been cut off."""
        if not self._cut or last < len(self._atoms) - 1:
            return frozenset()
        return frozenset(self._index.beginning_with(whole))

    def _is_little(self, whole: str, letters: str) -> bool:
        """Whether so much may be written by chance. A word for invoice counts where all stands as it was printed."""
        if len(letters) == 1 or letters not in INVOICE_WORDS | NUMBER_WORDS:
            return len(whole) < _ENOUGH
        as_printed = whole in self._index.codes and len(whole) >= _ENOUGH_AS_PRINTED
        return not as_printed and len(whole) - len(letters) < _ENOUGH

    def _numeric(self, parts: list[Atom], first: int, last: int, listed: Mention | None) -> Mention | None:
        start, end = self._span(first, last)
        if self._glued(first) or self._glued_after(last) or self._is_taken(start, end) or self._goes_on(last):
            return None
        word = self._word_before(first)
        if word == "other" or (self._hangs_on(first) and not listed):
            return None
        whole, pieces = compact(parts), key(parts)
        worded = word == "invoice" or (listed is not None and listed.worded)
        doubtful = may_be_other(whole, self._amount)
        stem = pieces.rpartition("|")[0] or (listed.stem if listed else "")
        tails = self._listed(pieces, listed) or frozenset(self._index.tails.get(pieces, ()))
        if codes := self._codes(whole, pieces):
            grade, why = self._grade_numeric(whole, codes, tails, worded, doubtful), Why.PLAIN_NUMBER
            return Mention(codes | tails, grade, why, start, end, worded, stem, codes)
        known = bool(word) or listed is not None or len(whole) >= _ENOUGH_DIGITS
        if tails and known and not (doubtful and word != "invoice"):
            return Mention(tails, Grade.TAIL, Why.END_OF_NUMBER, start, end, worded, stem)
        return None

    def _grade_numeric(
        self, whole: str, codes: frozenset[str], tails: frozenset[str], worded: bool, doubtful: bool
    ) -> Grade:
        if doubtful and not worded:
            return Grade.GUESS
        sure = worded and not doubtful and len(whole) >= _ENOUGH_DIGITS and tails <= codes
        return Grade.FULL if sure else Grade.PLAIN

    def _listed(self, pieces: str, listed: Mention | None) -> frozenset[str]:
        """What a number in a list means: the next one of the same series and year."""
        if listed is None or not listed.stem or "|" in pieces:
            return frozenset()
        whole = f"{listed.stem}|{pieces}"
        return frozenset(self._index.codes.get(whole, ())) or frozenset(self._index.tails.get(whole, ()))

    def _listed_after(self, first: int, found: Iterable[Mention]) -> Mention | None:
        """The mention after which this atom stands as the next one of a list: `41, 42 and 43`."""
        before = first - 1
        if before >= 0 and self._atoms[before].text in _AND:
            before -= 1
        if before < 0:
            return None
        end = self._atoms[before].end
        gap = self._text[end : self._atoms[before + 1].start].strip()
        if before == first - 1 and gap not in _LISTING:
            return None
        return next((hit for hit in found if hit.end == end and hit.grade > Grade.GUESS), None)

    def _creditor_references(self, first: int) -> Iterator[Mention]:
        """Structured creditor references (ISO 11649) from this atom on, their check digits checked."""
        if self._atoms[first].text != "RF":
            return
        whole = ""
        for last in range(first, len(self._atoms)):
            whole += self._atoms[last].text
            if len(whole) > _LONGEST_CREDITOR_REFERENCE or (last > first and not self._joined(last)):
                return
            if len(whole) < _ENOUGH or self._glued_after(last):
                continue
            named = self._codes(whole, whole) | self._codes(whole[4:], whole[4:])
            valid = not self._glued(first) and iso11649.is_valid(whole)
            if named:
                grade = Grade.FULL if valid else Grade.GUESS
                yield Mention(named, grade, Why.CREDITOR_REFERENCE, *self._span(first, last))
            elif valid:
                self.unread = True

    def _cut_off(self) -> Iterator[Mention]:
        """Numbers of which the text, which may be cut, has only the beginning."""
        last = len(self._atoms) - 1
        for first in range(max(0, last - _MOST_ATOMS), last + 1):
            parts = self._atoms[first:]
            whole = compact(parts)
            if parts[0].is_number or len(whole) < _ENOUGH or not all(map(self._joined, range(first + 1, last + 1))):
                continue
            if not self._glued(first) and (named := self._index.beginning_with(whole)):
                yield Mention(frozenset(named), Grade.GUESS, Why.CUT_OFF, *self._span(first, last))

    def _glued(self, at: int) -> bool:
        """Whether letters or digits stand directly before, other than a word for invoice or number."""
        start = self._atoms[at].start
        if start == 0 or not self._text[start - 1].isalnum():
            return False
        word = self._atoms[at - 1].text if at and self._atoms[at - 1].end == start else ""
        return not (len(word) > 2 and word in INVOICE_WORDS | NUMBER_WORDS and not self._glued(at - 1))

    def _glued_after(self, at: int) -> bool:
        end = self._atoms[at].end
        return end < len(self._text) and self._text[end].isalnum()

    def _hangs_on(self, at: int) -> bool:
        """Whether it is tied to what stands before, so that it may be the end of something longer: R-F2026-0042."""
        if at == 0:
            return False
        before = self._atoms[at - 1]
        tie = self._text[before.end : self._atoms[at].start]
        if before.is_number:
            return tie == "-" or (tie in ("/", ".", "_", ",") and self._atoms[at].is_number)
        short = len(before.text) <= _LONGEST_SERIES and before.text not in (*INVOICE_WORDS, *NUMBER_WORDS, "REF")
        return short and tie in ("-", "_")

    def _goes_on(self, at: int) -> bool:
        """Whether it is tied to digits that follow, so that it may be the beginning of something longer."""
        if at + 1 == len(self._atoms) or not self._atoms[at + 1].is_number:
            return False
        tie = self._text[self._atoms[at].end : self._atoms[at + 1].start]
        return tie in ("-", ".", "_") or (tie == "/" and not self._is_list(at))

    def _is_list(self, at: int) -> bool:
        """Whether the number after a stroke is one of its own and no part of this one: `41/42`, but not `0042/1`."""
        one, other = self._atoms[at].text.lstrip("0"), self._atoms[at + 1].text.lstrip("0")
        return other.isdigit() and len(one) == len(other) and int(other) > int(one or "0")

    def _word_before(self, at: int) -> str:
        """What kind of word stands before: `invoice`, `number`, `other`, or none."""
        kind = ""
        for before in range(at - 1, max(-1, at - 4), -1):
            gap = self._atoms[before + 1].start - self._atoms[before].end
            word = self._atoms[before].text
            if gap > _LONGEST_GAP:
                break
            if word in NUMBER_WORDS or word in ("O", "REF", "SU", "S"):
                kind = "number" if word in NUMBER_WORDS else kind
                continue
            if word in INVOICE_WORDS:
                return "invoice"
            return "other" if word in OTHER_WORDS else kind
        return kind
