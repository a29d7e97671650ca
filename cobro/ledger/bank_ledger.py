"""The ledger's side of the bank: files of movements, and what a person decides about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress

from cobro.bank.movement import Statement
from cobro.dunning import parties
from cobro.dunning.money import Money
from cobro.ledger import (
    bank_accounts,
    bank_costs,
    bank_deciding,
    bank_forgetting,
    bank_judging,
    bank_reading,
    bank_taken,
)
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.papers import NewPaper
from cobro.ledger.transactions import Transactions


class BankLedger(Transactions):
    """Bank files taken in, and their movements decided."""

    def take_bank_file(
        self, creditor: str, name: str, content: bytes, now: dt.datetime, *, who: str, source: str
    ) -> bank_taken.BankTaken:
        """Take a bank's file: store it whole, then look at its movements, `bank_judging.AT_ONCE` in one transaction.

        A process that ends in the middle loses nothing: the same file again, or `finish_bank_files`, finishes the rest.

        Raises:
            BadInput: it cannot be read, or tells of an account that is not the creditor's; nothing of it is taken.
            Refused: there is no such creditor.
        """
        units = bank_reading.units_of(self._creditor(creditor), name, content)
        statements = [statement for unit in units for statement in unit]
        paper = NewPaper(name, "application/octet-stream", content)
        file, repeated = self._do(
            now, who, lambda work: bank_reading.store(work, creditor, paper, units, source=source)
        )
        missing = {} if repeated else self._finish(creditor, file, statements, now, who)
        with self._database.reading() as session:
            return bank_taken.counted(session, file, statements, repeated=repeated, missing=missing)

    def finish_bank_files(self, now: dt.datetime) -> int:
        """Look at what a process that ended in the middle of a file left; returns how many files that were."""
        with self._database.reading() as session:
            left = bank_reading.interrupted(session, now)
        for file in left:
            statements: list[Statement] = []
            # What a file says of whole days is taken over only where it still is of the creditor's own accounts.
            with suppress(ValueError, Refused):
                units = bank_reading.units_of(self._creditor(file.creditor), file.name, file.content)
                statements = [statement for unit in units for statement in unit]
            self._finish(file.creditor, file.row, statements, now, file.who)
        return len(left)

    def _finish(
        self, creditor: str, file: int, statements: Sequence[Statement], now: dt.datetime, who: str
    ) -> bank_taken.Missing:
        while self._do(now, who, lambda work: bank_judging.judge_some(work, creditor)) == bank_judging.AT_ONCE:
            self._database.give_way()
        closed = self._do(now, who, lambda work: bank_accounts.close_file(work, creditor, file, statements))
        for customer in closed.going_on:
            self._settle_customer(creditor, customer, now, who)
        return closed.missing

    def forget_bank(self, creditor: str, account: str, now: dt.datetime, *, who: str) -> bank_forgetting.Forgotten:
        """Wait for no data of an account until the next file of whole days; raises `applying.Refused`."""
        found = self._do(now, who, lambda work: bank_forgetting.forget(work, creditor, account))
        for customer in found.customers:
            self._settle_forgotten(creditor, customer, found, now, who)
        return found

    def _settle_forgotten(
        self, creditor: str, customer: int, found: bank_forgetting.Forgotten, now: dt.datetime, who: str
    ) -> None:
        self._do(now, who, lambda work: bank_forgetting.settle_forgotten(work, creditor, customer, found))

    def accept_match(
        self, creditor: str, movement: int, number: int | None, now: dt.datetime, *, who: str
    ) -> bank_deciding.Decided:
        """Apply a movement as its proposal of a number says, or its only one; raises `applying.Refused`."""
        return self._do(now, who, lambda work: bank_deciding.accept(work, creditor, movement, number))

    def match_to(
        self, creditor: str, movement: int, to: Sequence[tuple[str, Money | None]], now: dt.datetime, *, who: str
    ) -> bank_deciding.Decided:
        """Apply a movement to the invoices that a person names; raises `applying.Refused`."""
        return self._do(now, who, lambda work: bank_deciding.pay_invoices(work, creditor, movement, to))

    def set_aside(self, creditor: str, movement: int, why: str, now: dt.datetime, *, who: str) -> bank_deciding.Decided:
        """A movement concerns no invoice; raises `applying.Refused`."""
        return self._do(now, who, lambda work: bank_deciding.set_aside(work, creditor, movement, why))

    def decide_cost(self, creditor: str, task: int, now: dt.datetime, *, who: str, claim: bool) -> tuple[Money, str]:
        """Say who bears what the bank charged; returns how much, and the invoice. Raises `applying.Refused`."""
        return self._do(now, who, lambda work: bank_costs.decide_cost(work, creditor, task, claim=claim))

    def _creditor(self, creditor: str) -> parties.Creditor:
        with self._database.reading() as session:
            row = session.get(t.Creditor, creditor)
            if row is None:
                raise Refused(f"creditor: the ledger has no creditor '{creditor}'")
            return row.value
