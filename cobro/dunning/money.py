"""An amount that never travels without its currency."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_MINOR_DIGITS = {
    **dict.fromkeys(("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX"), 0),
    **dict.fromkeys(("UYI", "VND", "VUV", "XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}


_LIMIT = Decimal(10) ** 15
"""No amount of this house comes near; larger ones would not fit the ledger's columns."""


class CurrencyMismatch(ValueError):
    """Two amounts of different currencies were put together."""

    def __init__(self, left: str, right: str) -> None:
        super().__init__(f"an amount in {right} cannot be combined with one in {left}")


def minor_digits(currency: str) -> int:
    """Decimal places of a currency's smallest unit (ISO 4217); 2 where the standard says nothing else."""
    return _MINOR_DIGITS.get(currency, 2)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency (ISO 4217 code), always a whole number of its smallest unit.

    Raises:
        ValueError: the amount has more decimals than the currency, or is not finite.
    """

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        digits = minor_digits(self.currency)
        if not self.amount.is_finite() or abs(self.amount) >= _LIMIT or self.amount != round(self.amount, digits):
            raise ValueError(f"{self.amount} {self.currency}: expected at most {digits} decimals, below {_LIMIT:.0E}")
        # Adding zero turns a negative zero into the plain one.
        object.__setattr__(self, "amount", self.amount.quantize(Decimal(1).scaleb(-digits)) + 0)

    @classmethod
    def from_minor(cls, units: int, currency: str) -> Money:
        """The amount of so many smallest units (cents of EUR)."""
        return cls(Decimal(units).scaleb(-minor_digits(currency)), currency)

    @classmethod
    def zero(cls, currency: str) -> Money:
        return cls(Decimal(0), currency)

    @property
    def minor(self) -> int:
        """The amount in smallest units (cents of EUR)."""
        return int(self.amount.scaleb(minor_digits(self.currency)))

    def _same(self, other: Money) -> Decimal:
        if other.currency != self.currency:
            raise CurrencyMismatch(self.currency, other.currency)
        return other.amount

    def __add__(self, other: Money) -> Money:
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount - self._same(other), self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.amount < self._same(other)

    def __le__(self, other: Money) -> bool:
        return self.amount <= self._same(other)

    def __bool__(self) -> bool:
        return bool(self.amount)

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    def share(self, parts: int) -> tuple[Money, ...]:
        """Split into so many instalments that add up exactly; the first ones carry the odd cents."""
        if parts < 1:
            raise ValueError(f"{self}: expected one or more parts, got {parts}")
        base, odd = divmod(self.minor, parts)
        return tuple(Money.from_minor(base + (i < odd), self.currency) for i in range(parts))

    def percent(self, percentage: Decimal) -> Money:
        """A percentage of the amount, rounded half up to the smallest unit."""
        if not percentage.is_finite() or abs(percentage) >= _LIMIT:
            raise ValueError(f"{self}: expected a percentage, got {percentage}")
        exact = self.amount * percentage / 100
        quantum = Decimal(1).scaleb(-minor_digits(self.currency))
        return Money(exact.quantize(quantum, ROUND_HALF_UP), self.currency)


def totals(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """One total for each currency, in the order of the currency codes: currencies are never added together."""
    sums: dict[str, Money] = {}
    for money in amounts:
        sums[money.currency] = sums.get(money.currency, Money.zero(money.currency)) + money
    return tuple(sums[code] for code in sorted(sums))
