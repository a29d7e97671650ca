"""The verdict on a movement: the ways tried one after another, and what they found put in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cobro.bank.matching.book import Book
from cobro.bank.matching.by_payer import Paid
from cobro.bank.matching.by_reference import Referred
from cobro.bank.matching.index import Index
from cobro.bank.matching.mentions import Grade
from cobro.bank.matching.payer import payer_of
from cobro.bank.matching.scanning import read
from cobro.bank.matching.verdict import MOST_PROPOSALS, Match, Proposal
from cobro.bank.movement import Movement


class Matcher:
    """Holds movements against one book, which is made ready once.

    >>> match = Matcher(book).match(movement)
    >>> match.certain or match.proposals
    """

    def __init__(self, book: Book) -> None:
        self._index = Index(book)

    def match(self, movement: Movement) -> Match:
        """Whose money it is. Money that leaves, reversals and the bank's own charges belong to no invoice.

        Certain is, in this order: what the payer named and nothing speaks against; what alone of the open invoices of a
        known account, or of the sums expected from it, is exactly the amount. Everything else is proposed.
        """
        if not movement.credit or movement.reversal or movement.is_fee or not movement.amount:
            return Match()
        payer = payer_of(movement, self._index)
        referred = Referred(movement, read(movement, self._index), payer, self._index)
        certain = referred.certain()
        if certain is not None:
            return Match(certain, (certain,), payer.known or self._customer(certain))
        paid = Paid(movement, payer, self._index)
        exact = [*paid.by_account(), *paid.expected(from_account=True)]
        found = _in_order((*exact, *referred.proposals(), *paid.expected(from_account=False), *paid.more()))
        if len({proposal.allocations for proposal in exact}) == 1:
            certain = next(each for each in found if each.allocations == exact[0].allocations)
            if not certain.allocations or certain.rest or referred.speaks_against(exact[0].about):
                certain = None
        first = () if certain is None else (certain,)
        proposals = (*first, *(proposal for proposal in found if proposal != certain))
        return Match(certain, proposals[:MOST_PROPOSALS], payer.known or self._named_customer(referred))

    def _customer(self, proposal: Proposal) -> int | None:
        customers = {self._index.invoices[number].customer for number in proposal.about}
        return customers.pop() if len(customers) == 1 else None

    def _named_customer(self, referred: Referred) -> int | None:
        """The customer of everything that is named in full, where account and name do not speak against it."""
        full = referred.named.of(Grade.FULL)
        customers = {self._index.invoices[number].customer for mention in full for number in mention.invoices}
        return customers.pop() if len(customers) == 1 and not referred.payer.against(customers) else None


def _in_order(proposals: Iterable[Proposal]) -> list[Proposal]:
    """The best first. What several ways propose is one proposal, with the reasons of all."""
    merged: dict[tuple[object, ...], Proposal] = {}
    for proposal in proposals:
        same = (proposal.allocations, proposal.about)
        held = merged.get(same)
        if held is None:
            merged[same] = proposal
            continue
        reasons = tuple(dict.fromkeys((*held.reasons, *proposal.reasons)))
        merged[same] = replace(held, reasons=reasons, score=max(held.score, proposal.score) + 5)
    return sorted(merged.values(), key=lambda each: -each.score)
