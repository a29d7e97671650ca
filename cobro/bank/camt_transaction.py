"""What a camt message tells of one movement: who paid, with which words and references, and what was ordered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cobro.bank.account_number import iban_or_nothing
from cobro.bank.camt_value import Place
from cobro.bank.characters import plain
from cobro.bank.movement import Movement
from cobro.bank.refusal import refused
from cobro.dunning.money import Money

_FEES = {"CHRG", "COMM", "COME", "COMI", "COMT", "FEES", "INTR", "TAXE"}
"""Codes that ISO 20022 has in every family for what the bank itself takes or gives: charges, interest, taxes."""

_RETURNS = {"UPDD", "UPCT", "UPCQ", "RRTN", "PRDD", "RPCR"}
"""Codes for what comes back: unpaid direct debits, cards and cheques; returns, reversals and recalls."""

_LONGEST_CODE = 35
"""As ISO 20022 allows for a bank's own code."""

_NAMES = (
    "RltdPties/Dbtr/Nm",  # until version 03
    "RltdPties/Dbtr/Pty/Nm",
    "RltdPties/UltmtDbtr/Nm",
    "RltdPties/UltmtDbtr/Pty/Nm",
)


@dataclass(frozen=True, slots=True)
class Part:
    """An entry or one transaction of it: the money, and what is said about it.

    `transactions` are all of the entry's where they have no amounts of their own; it may be empty.
    """

    entry: Place
    transactions: tuple[Place, ...]
    amount: Money
    credit: bool

    def text(self, *paths: str) -> str:
        """What the transaction says; of several nothing, as each may say something else."""
        return self.transactions[0].text(*paths) if len(self.transactions) == 1 else ""


def movement_of(part: Part, bank_reference: str, line: str) -> Movement:
    """The movement.

    Raises:
        BadInput: a part has not its form, or there is no date.
    """
    entry = part.entry
    booked, value = entry.day("BookgDt/Dt", "BookgDt/DtTm"), entry.day("ValDt/Dt", "ValDt/DtTm")
    day = booked or value
    if day is None:
        raise refused(str(entry), "BookgDt", "a date")
    kind, last = _concept(part)
    returned = not part.credit and (last in _RETURNS or any(one.at("RtrInf") for one in part.transactions))
    return Movement(
        booked=day,
        value=value or day,
        amount=part.amount,
        credit=part.credit,
        reversal=entry.says("RvslInd") or returned,
        is_fee=last in _FEES,
        concept=kind,
        bank_reference=bank_reference,
        end_to_end=_end_to_end(part),
        references=tuple(dict.fromkeys(_numbers(part))),
        text=_wording(part),
        payer_name=part.text(*_NAMES),
        payer_iban=iban_or_nothing(part.text("RltdPties/DbtrAcct/Id/IBAN")),
        instructed=_instructed(part),
        line=line,
    )


def _concept(part: Part) -> tuple[str, str]:
    """The bank's code for the kind of movement, and its last part where it is one of ISO 20022."""
    for place in (*part.transactions[:1], part.entry):
        domain = place.at("BkTxCd/Domn")
        if domain is not None:
            codes = [domain.text(path) for path in ("Cd", "Fmly/Cd", "Fmly/SubFmlyCd")]
            return "/".join(codes)[:_LONGEST_CODE], codes[-1]
        if own := place.text("BkTxCd/Prtry/Cd"):
            return own[:_LONGEST_CODE], ""
    return "", ""


def _end_to_end(part: Part) -> str:
    given = part.text("Refs/EndToEndId")
    return "" if given.upper() == "NOTPROVIDED" else given


def _numbers(part: Part) -> Iterator[str]:
    """Creditor references, and the numbers of the documents that the payer says are paid."""
    for transaction in part.transactions:
        for path in ("RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/RfrdDocInf/Nb"):
            yield from filter(None, (one.content for one in transaction.all_at(path)))


def _wording(part: Part) -> str:
    """What the payer wrote, else what the bank writes in its place."""
    own = [
        one.content
        for transaction in part.transactions
        for path in ("RmtInf/Ustrd", "RmtInf/Strd/AddtlRmtInf")
        for one in transaction.all_at(path)
    ]
    return plain(" ".join(own)) or part.text("AddtlTxInf") or part.entry.text("AddtlNtryInf")


def _instructed(part: Part) -> Money | None:
    """What the payer ordered, where the bank says it or says the charges, and it is not what arrived."""
    sources = part.transactions or (part.entry,)
    if len(sources) > 1:
        return None
    ordered = sources[0].money("AmtDtls/InstdAmt/Amt")
    if ordered is None and part.credit:
        ordered = _before_charges(sources[0], part.amount)
    same = ordered is not None and ordered.currency == part.amount.currency
    return ordered if same and ordered != part.amount else None


def _before_charges(place: Place, amount: Money) -> Money:
    """The amount with the charges that were taken off it; `Rcrd` is their place since version 04."""
    for charge in (*place.all_at("Chrgs/Rcrd"), *place.all_at("Chrgs")):
        money = charge.money("Amt")
        taken_off = not charge.text("ChrgInclInd") or charge.says("ChrgInclInd")
        if money is not None and money.currency == amount.currency and taken_off:
            amount += money
    return amount
