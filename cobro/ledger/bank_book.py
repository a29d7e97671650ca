"""What movements are held against, read from the ledger once and kept in step while they are applied."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, true

from cobro.bank.matching.book import Book, Expected, KnownInvoice
from cobro.bank.matching.matcher import Matcher
from cobro.dunning.money import Money
from cobro.ledger import tables as t
from cobro.ledger.work import Work


class LiveMatcher(Matcher):
    """A matcher whose invoices are paid while it is used: the index is not made ready anew for each of them."""

    def pay(self, number: str, left: Money) -> int | None:
        """So much is left open on an invoice now; returns its customer, or None where the book has no such invoice."""
        index = self._index
        before = index.invoices.get(number)
        if before is None:
            return None
        index.invoices[number] = replace(before, open=left)
        owed = [one for one in index.owed_by[before.customer] if one.number != number]
        owed += [index.invoices[number]] if left else []
        index.owed_by[before.customer] = sorted(owed, key=lambda one: (one.due.isoformat(), one.number))
        return before.customer

    def expect(self, customers: frozenset[int], expected: Iterable[Expected]) -> None:
        """What is still expected of these customers, in place of what was."""
        kept = [one for each in self._index.expected.values() for one in each if one.customer not in customers]
        self._index.expected.clear()
        for one in (*kept, *expected):
            self._index.expected[str(one.amount)].append(one)

    def expects(self, customer: int) -> bool:
        """Whether anything is expected of a customer."""
        return any(one.customer == customer for each in self._index.expected.values() for one in each)


class LedgerBook:
    """One creditor's book in one transaction. The caller holds the creditor alone, so nobody else changes it."""

    def __init__(self, work: Work, creditor_id: str) -> None:
        self._work = work
        self._creditor = creditor_id
        self._accounts = _accounts(work, creditor_id)
        expected = tuple(_expected(work, creditor_id))
        self.matcher = LiveMatcher(Book(tuple(_invoices(work, creditor_id)), self._accounts, expected))

    def refresh(self, invoice_ids: Iterable[int]) -> None:
        """Bring the book in line with what is open on these invoices now."""
        chosen = select(t.Invoice).where(t.Invoice.id.in_(list(invoice_ids)))
        touched = set()
        for invoice in self._work.session.scalars(chosen):
            customer = self.matcher.pay(invoice.number, invoice.open)
            if customer is not None and self.matcher.expects(customer):
                touched.add(customer)
        if touched:
            self.matcher.expect(frozenset(touched), _expected(self._work, self._creditor, touched))

    def learn(self, iban: str, customer: int) -> None:
        """A customer has paid from this account."""
        self._accounts[iban] = self._accounts.get(iban, frozenset()) | {customer}


def _invoices(work: Work, creditor_id: str) -> Iterator[KnownInvoice]:
    rows = work.session.execute(
        select(
            t.Invoice.number,
            t.Invoice.customer_id,
            t.Customer.profile["name"].as_string().label("name"),
            t.Invoice.issued,
            t.Invoice.due,
            (t.Invoice.total_minor - t.Invoice.applied_minor).label("left"),
            t.Invoice.currency,
            t.Invoice.reference,
        )
        .join(t.Customer, t.Customer.id == t.Invoice.customer_id)
        .where(t.Invoice.creditor_id == creditor_id)
    )
    for row in rows:
        reference = row.reference if row.reference != row.number else ""
        left = Money.from_minor(row.left, row.currency)
        yield KnownInvoice(row.number, row.customer_id, row.name, row.issued, row.due, left, reference)


def _accounts(work: Work, creditor_id: str) -> dict[str, frozenset[int]]:
    """The accounts that customers pay from, without those that a match told of which somebody took back."""
    found: dict[str, set[int]] = defaultdict(set)
    rows = work.session.execute(
        select(t.PayerAccount.iban, t.PayerAccount.customer_id).where(t.PayerAccount.creditor_id == creditor_id)
    )
    for iban, customer in rows:
        found[iban].add(customer)
    for iban, customer in _disowned(work, creditor_id):
        found[iban].discard(customer)
    return {iban: frozenset(customers) for iban, customers in found.items() if customers}


def _disowned(work: Work, creditor_id: str) -> set[tuple[str, int]]:
    """Accounts and customers whom only matches brought together that a person undid."""
    undone = work.session.scalars(
        select(t.EventRow.body["event"].as_string()).where(
            t.EventRow.creditor_id == creditor_id,
            t.EventRow.kind == "event_undone",
            t.EventRow.status == t.EventStatus.APPLIED,
        )
    )
    wrong = set(undone)
    if not wrong:
        return set()
    # Only the accounts of matches that were undone are looked at: they are few.
    of_wrong = (
        select(t.BankMovement.payer_iban)
        .join(t.MovementEvent, t.MovementEvent.movement_id == t.BankMovement.id)
        .join(t.EventRow, t.EventRow.id == t.MovementEvent.event_id)
        .where(t.EventRow.creditor_id == creditor_id, t.EventRow.event_id.in_(wrong), t.BankMovement.payer_iban != "")
    )
    rows = work.session.execute(
        select(t.BankMovement.payer_iban, t.Invoice.customer_id, t.EventRow.event_id)
        .join(t.MovementEvent, t.MovementEvent.movement_id == t.BankMovement.id)
        .join(t.EventRow, t.EventRow.id == t.MovementEvent.event_id)
        .join(t.Invoice, (t.Invoice.creditor_id == creditor_id) & (t.Invoice.number == t.EventRow.about))
        .where(
            t.BankMovement.creditor_id == creditor_id,
            t.BankMovement.payer_iban.in_(of_wrong),
            t.EventRow.kind == "payment_received",
        )
    ).all()
    right = {(iban, customer) for iban, customer, event in rows if event not in wrong}
    return {(iban, customer) for iban, customer, event in rows if event in wrong} - right


def _expected(work: Work, creditor_id: str, customers: Iterable[int] | None = None) -> Iterator[Expected]:
    """What was promised, and the instalments of running plans, as far as they have not come."""
    chosen = None if customers is None else sorted(customers)
    yield from _promised(work, creditor_id, chosen)
    yield from _instalments(work, creditor_id, chosen)


def _promised(work: Work, creditor_id: str, chosen: Sequence[int] | None) -> Iterator[Expected]:
    rows = work.session.execute(
        _with_what_came(select(t.Promise), t.PromiseInvoice, t.PromiseInvoice.promise_id == t.Promise.id)
        .join(t.Customer, t.Customer.id == t.Promise.customer_id)
        .where(
            t.Customer.creditor_id == creditor_id,
            t.Promise.withdrawn_at.is_(None),
            t.Promise.customer_id.in_(chosen) if chosen is not None else true(),
        )
        .group_by(t.Promise.id)
    ).all()
    for promise, came, left in rows:
        minor = min(promise.minor - came, left)
        if minor > 0:
            of = select(t.PromiseInvoice.invoice_id).where(t.PromiseInvoice.promise_id == promise.id)
            money = Money.from_minor(int(minor), promise.currency)
            yield Expected(promise.customer_id, _numbers(work, of), money, promise.pay_by)


def _instalments(work: Work, creditor_id: str, chosen: Sequence[int] | None) -> Iterator[Expected]:
    rows = work.session.execute(
        _with_what_came(select(t.Plan), t.PlanInvoice, t.PlanInvoice.plan_id == t.Plan.id)
        .where(
            t.Plan.creditor_id == creditor_id,
            t.Plan.ending.is_(None),
            t.Plan.customer_id.in_(chosen) if chosen is not None else true(),
        )
        .group_by(t.Plan.id)
    ).all()
    for plan, came, _ in rows:
        numbers = _numbers(work, select(t.PlanInvoice.invoice_id).where(t.PlanInvoice.plan_id == plan.id))
        parts = work.session.scalars(
            select(t.InstalmentRow).where(t.InstalmentRow.plan_id == plan.id).order_by(t.InstalmentRow.k)
        )
        for part in parts:
            paid = min(int(came), part.minor)
            came -= paid
            if paid < part.minor:
                yield Expected(plan.customer_id, numbers, Money.from_minor(part.minor - paid, plan.currency), part.due)


def _with_what_came(
    of: Select[Any], link: type[t.PromiseInvoice] | type[t.PlanInvoice], joined: ColumnElement[bool]
) -> Select[Any]:
    """With the sums of what came since on the invoices, and of what is left open on them."""
    return (
        of.add_columns(
            func.sum(t.Invoice.applied_minor - link.applied_before_minor),
            func.sum(t.Invoice.total_minor - t.Invoice.applied_minor),
        )
        .join(link, joined)
        .join(t.Invoice, t.Invoice.id == link.invoice_id)
    )


def _numbers(work: Work, invoice_ids: Select[int]) -> tuple[str, ...]:
    chosen = select(t.Invoice.number).where(t.Invoice.id.in_(invoice_ids)).order_by(t.Invoice.due, t.Invoice.number)
    return tuple(work.session.scalars(chosen))
