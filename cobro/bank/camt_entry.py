"""One entry of a camt message (`Ntry`): what the totals count of it, and its movements."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from cobro.bank.camt_transaction import Part, movement_of
from cobro.bank.camt_value import Place
from cobro.bank.movement import Movement
from cobro.bank.refusal import must_agree, refused, shown
from cobro.dunning.money import Money


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as the totals of its message count it, and its movements: none while it is not booked."""

    where: str
    amount: Money
    credit: bool
    booked: bool
    movements: tuple[Movement, ...]

    @property
    def signed_minor(self) -> int:
        return self.amount.minor if self.credit else -self.amount.minor


def entry_of(place: Place, number: int) -> Entry:
    """The entry, the `number`-th of its statement.

    Raises:
        BadInput: a part has not its form, or the transactions of a batch do not add up to it.
    """
    amount = place.money("Amt")
    if amount is None:
        raise refused(str(place), "Amt", "an amount")
    status = place.text("Sts/Cd", "Sts/Prtry", "Sts")
    if not status:
        raise refused(str(place), "Sts", "a status such as BOOK", "")
    credit, booked = place.is_credit(), status == "BOOK"
    movements = _movements(place, amount, credit, number) if booked else ()
    return Entry(str(place), amount, credit, booked, movements)


def _movements(entry: Place, amount: Money, credit: bool, number: int) -> tuple[Movement, ...]:
    parts = _parts(entry, amount, credit)
    references = _references(entry, parts)
    of = [f", transaction {n}" for n in range(1, len(parts) + 1)] if len(parts) > 1 else [""]
    return tuple(
        movement_of(part, reference, f"entry {number}{which}")
        for part, reference, which in zip(parts, references, of, strict=True)
        # Nothing is asked of anybody for a movement of zero; banks use such entries to say something.
        if part.amount
    )


def _parts(entry: Place, amount: Money, credit: bool) -> list[Part]:
    """A batch is as many movements as it names with their amounts; anything else is one."""
    transactions = entry.all_at("NtryDtls/TxDtls")
    shares = [_share(one, amount.currency) for one in transactions]
    if len(transactions) < 2 or None in shares:
        return [Part(entry, tuple(transactions), amount, credit)]
    parts = [
        Part(entry, (one,), share, one.is_credit() if one.at("CdtDbtInd") else credit)
        for one, share in zip(transactions, shares, strict=True)
        if share is not None
    ]
    total = sum(part.amount.minor if part.credit is credit else -part.amount.minor for part in parts)
    must_agree(str(entry), "Amt", str(amount), shown(total, amount.currency))
    return parts


def _share(transaction: Place, currency: str) -> Money | None:
    """What a transaction of a batch is worth on the account."""
    amounts = (transaction.money("Amt"), transaction.money("AmtDtls/TxAmt/Amt"))
    return next((one for one in amounts if one is not None and one.currency == currency), None)


def _references(entry: Place, parts: list[Part]) -> list[str]:
    """The bank's reference of each part; where several share one, with their place among these."""
    common = entry.text("AcctSvcrRef")
    references = [part.text("Refs/AcctSvcrRef") or common for part in parts]
    shared = Counter(references)
    seen: Counter[str] = Counter()
    for n, reference in enumerate(references):
        if reference and shared[reference] > 1:
            seen[reference] += 1
            references[n] = f"{reference}/{seen[reference]}"
    return references
