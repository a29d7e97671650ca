"""The first and second way: the invoices that the payer named."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from cobro.bank.matching.index import Index
from cobro.bank.matching.mentions import Grade, Mention, Named
from cobro.bank.matching.open_sums import exactly
from cobro.bank.matching.payer import Payer
from cobro.bank.matching.verdict import Proposal, Reason, Why
from cobro.bank.matching.weighing import Fit, Weighed, weigh
from cobro.bank.movement import Movement

_MOST_READINGS = 2000
_FEW = 3
"""Readings that are worth showing although their sum is another one."""

_SENTENCES = {
    Why.REFERENCE: "reference {} in the text",
    Why.CREDITOR_REFERENCE: "creditor reference of {}, check digits right",
    Why.PLAIN_NUMBER: "number {} in the text",
    Why.END_OF_NUMBER: "the end of number {} in the text",
    Why.LOOKS_LIKE: "something like {} in the text",
    Why.CUT_OFF: "the beginning of {} where the text is cut off",
}
_WHOLE = (Why.REFERENCE, Why.CREDITOR_REFERENCE, Why.LOOKS_LIKE)
_AMBIGUOUS = Reason(Why.AMBIGUOUS, "what the text names may be several invoices")
_NAMES_MORE = Reason(Why.NAMES_MORE, "the text names something more that is not understood")


@dataclass(frozen=True)
class Referred:
    """A movement whose texts name something, held against the book."""

    movement: Movement
    named: Named
    payer: Payer
    index: Index

    def certain(self) -> Proposal | None:
        """What is applied because the payer said so, or None where anything speaks against it."""
        strong = self._strong()
        if not strong:
            return self._certain_by_weak()
        if any(len(mention.invoices) > 1 for mention in strong):
            return None
        weighed, mentions = self._reading(strong)
        if weighed.unpayable or self.payer.against(weighed.customers) or not self._may_apply(weighed, mentions):
            return None
        return weighed.proposed(self._reasons(mentions, weighed), 95 if weighed.fit is Fit.EXACT else 85)

    def proposals(self) -> Iterator[Proposal]:
        """Everything that the texts may mean, each with what speaks for and against it."""
        strong, weak, guesses = self._strong(), self._weak(), self._guesses()
        if strong:
            for reading in self._readings(strong):
                yield self._proposed(reading, strong, 80 if reading.suits else 60)
            for one in strong if len(strong) > 1 else ():
                yield from self._suiting((one,), 50)
            if weak:
                yield from self._suiting((*strong, *weak), 75, or_few=55)
            if guesses:
                yield from self._suiting((*strong, *guesses), 75)
        else:
            yield from self._suiting(weak, 60, or_few=30)
            yield from self._suiting(guesses, 50, or_few=20)
            if weak and guesses:
                yield from self._suiting((*weak, *guesses), 50)

    def speaks_against(self, numbers: Iterable[str]) -> bool:
        """Whether the texts name something else than these invoices."""
        chosen = set(numbers)
        customers = {self.index.invoices[number].customer for number in chosen}
        return self.named.unread or any(
            chosen.isdisjoint(mention.invoices)
            for mention in self.named.mentions
            if mention.grade is Grade.FULL or mention.why in _WHOLE or self._is_theirs(mention, customers)
        )

    def _is_theirs(self, mention: Mention, customers: set[int]) -> bool:
        return any(self.index.invoices[number].customer in customers for number in mention.invoices)

    def _strong(self) -> tuple[Mention, ...]:
        """Full mentions, one for each invoice; a reference of several says nothing more where one of these is named."""
        full = dict.fromkeys(self.named.of(Grade.FULL))
        single = frozenset[str]().union(*(mention.invoices for mention in full if len(mention.invoices) == 1))
        return _distinct(m for m in full if len(m.invoices) == 1 or single.isdisjoint(m.invoices))

    def _weak(self) -> tuple[Mention, ...]:
        return self._besides(self._strong(), self.named.of(Grade.PLAIN, Grade.TAIL))

    def _guesses(self) -> tuple[Mention, ...]:
        return self._besides((*self._strong(), *self._weak()), self.named.of(Grade.GUESS))

    def _besides(self, known: Sequence[Mention], mentions: Iterable[Mention]) -> tuple[Mention, ...]:
        """Mentions that say more than the known ones: a whole number does, unless it is one of theirs."""
        explained = frozenset[str]().union(*(mention.invoices for mention in known))
        return _distinct(m for m in mentions if explained.isdisjoint(m.whole or m.invoices))

    def _reading(self, strong: tuple[Mention, ...]) -> tuple[Weighed, tuple[Mention, ...]]:
        """What is named in full; together with the rest of the list, where that is exactly the sum."""
        weak = self._weak()
        if weak:
            exact = [found for found in self._readings((*strong, *weak)) if found.fit is Fit.EXACT]
            if len(exact) == 1 and all(_as_written(mention, exact[0]) for mention in weak):
                return exact[0], (*strong, *weak)
        return next(self._readings(strong)), strong

    def _may_apply(self, weighed: Weighed, mentions: tuple[Mention, ...]) -> bool:
        if weighed.fit is Fit.EXACT:
            return True
        if self.named.unread or self._besides(mentions, self._weak()):
            return False
        if self._suits_better(weighed):
            return False
        stranger = any(map(self.payer.is_stranger, weighed.customers))
        if weighed.fit is Fit.SHORT:
            return not stranger or self.movement.instructed == self.movement.amount + weighed.short
        return len(weighed.invoices) == 1 and not stranger

    def _suits_better(self, weighed: Weighed) -> bool:
        """Whether the payer may have meant something else that is exactly the sum, and took a wrong number."""
        customers = sorted(weighed.customers | self.payer.by_account | self.payer.by_name.keys())
        return any(
            set(weighed.invoices).isdisjoint(exact.invoices)
            for customer in customers
            for exact in exactly(customer, self.movement, self.index)
        )

    def _certain_by_weak(self) -> Proposal | None:
        """Numbers that are not sure by themselves, where sum and payer agree, and no other reading does."""
        weak = self._weak()
        if not weak or self.named.unread or self._guesses():
            return None
        candidates = [self._supported(mention) for mention in weak]
        if any(not self.index.invoices[number].open for numbers in candidates for number in numbers):
            return None
        exact = [found for found in self._weighed(candidates) if found.fit is Fit.EXACT and not found.unpayable]
        if len(exact) != 1 or self.payer.against(exact[0].customers):
            return None
        if not all(_as_written(mention, exact[0]) for mention in weak):
            return None
        if not (all(map(self.payer.supports, exact[0].customers)) or self._is_plain(weak, exact[0])):
            return None
        return exact[0].proposed(self._reasons(weak, exact[0]), 75)

    def _is_plain(self, weak: tuple[Mention, ...], weighed: Weighed) -> bool:
        """Whether it is written as an invoice number, can be no other one, and the payer may be anybody."""
        if any(map(self.payer.is_stranger, weighed.customers)):
            return False
        numbers = {invoice.number for invoice in weighed.invoices}
        return all(mention.worded and len(mention.whole) == 1 and mention.whole <= numbers for mention in weak)

    def _supported(self, mention: Mention) -> list[str]:
        """The invoices that a mention may mean, if possible of customers for whom account or name speak."""
        numbers = sorted(mention.invoices)
        theirs = [number for number in numbers if self.payer.supports(self.index.invoices[number].customer)]
        return theirs or numbers

    def _readings(self, mentions: Sequence[Mention]) -> Iterator[Weighed]:
        return self._weighed([sorted(mention.invoices) for mention in mentions])

    def _weighed(self, candidates: Sequence[Sequence[str]]) -> Iterator[Weighed]:
        """Each way to choose one invoice for each mention; none where there are very many."""
        if not candidates or math.prod(map(len, candidates)) > _MOST_READINGS:
            return
        seen = set()
        for chosen in product(*candidates):
            numbers = frozenset(chosen)
            if len(numbers) == len(chosen) and numbers not in seen:
                seen.add(numbers)
                invoices = (self.index.invoices[number] for number in numbers)
                yield weigh(invoices, self.movement, self.index.book.tolerance)

    def _suiting(self, mentions: Sequence[Mention], score: int, or_few: int | None = None) -> Iterator[Proposal]:
        """Readings whose sum is right; where none is, and there are few, all of them."""
        readings = list(self._weighed([self._supported(mention) for mention in mentions]))
        suiting = [found for found in readings if found.suits and not found.unpayable]
        for found in suiting:
            supported = all(map(self.payer.supports, found.customers))
            yield self._proposed(found, mentions, score + (5 if supported else -5))
        if not suiting and or_few is not None and len(readings) <= _FEW:
            for found in readings:
                yield self._proposed(found, mentions, or_few)

    def _proposed(self, weighed: Weighed, mentions: Sequence[Mention], score: int) -> Proposal:
        against = self.payer.against(weighed.customers)
        if any(len(mention.invoices) > 1 for mention in mentions):
            against.append(_AMBIGUOUS)
        if self.named.unread:
            against.append(_NAMES_MORE)
        return weighed.proposed(
            (*self._reasons(mentions, weighed), *against), score - 10 * bool(against) - 20 * weighed.unpayable
        )

    def _reasons(self, mentions: Sequence[Mention], weighed: Weighed) -> Iterator[Reason]:
        for invoice in weighed.invoices:
            why = next((mention.why for mention in mentions if invoice.number in mention.invoices), None)
            if why is not None:
                yield Reason(why, _SENTENCES[why].format(invoice.number))


def _as_written(mention: Mention, weighed: Weighed) -> bool:
    """Whether a number that is written as a whole is taken for that invoice, and not for the end of another one's."""
    return not mention.whole or any(invoice.number in mention.whole for invoice in weighed.invoices)


def _distinct(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """One mention for each set of invoices, the best of them."""
    best: dict[frozenset[str], Mention] = {}
    for mention in mentions:
        held = best.get(mention.invoices)
        if held is None or (held.grade, held.worded) < (mention.grade, mention.worded):
            best[mention.invoices] = mention
    return tuple(best.values())
