"""What must come out, computed from the senders' own list in plain Python: no code of the ledger takes part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bench.intake.book import Owing
from bench.intake.said import Said

_STAGES = ("accepted", "delayed", "delivered", "failed", "bounced")
"""What providers tell of a message, in the order in which one replaces another."""


@dataclass(slots=True)
class Expected:
    """An invoice at the end. `came` is all money and credit notes for it, less what was taken back, in cents."""

    total: int
    came: int = 0
    cancelled: bool = False

    @property
    def applied(self) -> int:
        """Never more than is owed; the rest is the customer's credit."""
        return min(self.total, self.came)

    @property
    def owed(self) -> int:
        """What is left to pay."""
        return self.total - self.applied

    @property
    def is_open(self) -> bool:
        """Whether it is still collected."""
        return self.applied < self.total and not self.cancelled


def compute(book: Iterable[Owing], said: Iterable[Said]) -> dict[str, Expected]:
    """Every invoice, by number. What a person has to see to counts for nothing."""
    found = {one.number: Expected(one.cents) for one in book}
    said = [one for one in said if not one.kept]
    for one in said:
        if one.kind == "invoice_issued":
            found[one.about] = Expected(_cents(one.data))
        elif one.kind == "invoice_changed" and "amount" in one.data:
            found[one.about].total = _cents(one.data)
        elif one.kind == "cancelled":
            found[one.about].cancelled = True
    for number, cents in _money(said).items():
        found[number].came = cents
    return found


def last_words(said: Iterable[Said]) -> dict[str, str]:
    """What each contact has come to: of all that its provider told, in whatever order, what comes last."""
    found: dict[str, str] = {}
    for one in said:
        if one.kind == "contact_reported":
            told = found.get(one.data["contact"], _STAGES[0])
            found[one.data["contact"]] = max(told, one.data["means"], key=_STAGES.index)
    return found


def _money(said: list[Said]) -> Mapping[str, int]:
    taken_back = {one.data["payment"] for one in said if one.kind == "payment_reversed"}
    came: dict[str, int] = defaultdict(int)
    for one in said:
        if one.kind in ("payment_received", "credit_issued") and one.id not in taken_back:
            came[one.about] += _cents(one.data)
    return came


def _cents(data: Mapping[str, Any]) -> int:
    return int(Decimal(data["amount"]) * 100)
