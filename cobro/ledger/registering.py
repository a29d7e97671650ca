"""Bringing creditors, customers and invoices into the ledger. Bringing in the same again changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import select

from cobro.dunning import event as ev
from cobro.dunning import parties
from cobro.dunning.money import Money
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.collectors import hand_on
from cobro.ledger.customers import Changed, add_customers, bring_up_to_date
from cobro.ledger.effects import apply_kept
from cobro.ledger.locks import lock_creditor
from cobro.ledger.opening import open_case, open_cases
from cobro.ledger.own_days import settle_concerned
from cobro.ledger.policies import appoint, in_force
from cobro.ledger.recording import record
from cobro.ledger.stopping import settle_customer
from cobro.ledger.work import Work

T = TypeVar("T")

_AT_ONCE = 500
"""How many rows are asked for, or opened, in one go."""

_ANOTHER_WAY = "a known invoice changes by 'credit' or 'cancel'"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """An invoice that the ledger knows with other data. Nothing of it is taken in."""

    invoice: str
    field: str
    has: str
    came: str

    @property
    def expected(self) -> str:
        """What the file should say, in words."""
        return f"{self.has}, as the ledger has it ({_ANOTHER_WAY})"

    def __str__(self) -> str:
        has = f"the ledger has {self.has}, the file {self.came}"
        return f"invoice {self.invoice}, {self.field}: {has} ({_ANOTHER_WAY})"


class Conflict(ValueError):
    """A book says something else than the ledger; nothing was brought in. The message has a line for each case."""

    def __init__(self, contradictions: Sequence[Contradiction]) -> None:
        self.contradictions = tuple(contradictions)
        super().__init__("\n".join(map(str, contradictions)))


@dataclass(frozen=True, slots=True)
class PaidOtherwise:
    """A known invoice of which the book says that another sum is paid than it said first, and than the ledger knows."""

    invoice: str
    first: Money
    now: Money
    ledger: Money
    """What the ledger knows to be paid or credited."""


@dataclass(frozen=True, slots=True)
class Registered:
    """What a book brought in, what it brought up to date, and what it says that was not taken over."""

    invoices: int
    known: int
    customers: int
    changed_customers: tuple[Changed, ...] = ()
    changed_invoices: tuple[Changed, ...] = ()
    paid_otherwise: tuple[PaidOtherwise, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


def register_creditor(work: Work, creditor: parties.Creditor) -> None:
    """Add a creditor, or bring its data up to date; the open tasks of whoever left go to somebody else at once."""
    known = lock_creditor(work.session, creditor.id)
    profile = creditor.model_dump(mode="json")
    before: dict[str, Any] = profile
    if known is None:
        known = t.Creditor(id=creditor.id, profile=profile)
        work.session.add(known)
    elif known.profile != profile:
        before = known.profile
        known.profile = profile
        if before.get("staff") != profile["staff"]:
            hand_on(work, known)
    work.session.flush()
    appoint(work, known)
    settle_concerned(work, known, before)


def register_book(
    work: Work, book: parties.Book, *, skip: bool = False, each: Callable[[], None] = lambda: None
) -> Registered:
    """Add the invoices that the ledger does not have, each with its case, and apply what had come early for them.

    Args:
        work: the transaction, its moment, and who brings the book.
        book: the invoices of one creditor, whom the ledger knows.
        skip: leave out what contradicts the ledger, and return it.
        each: told of each invoice.

    Raises:
        Conflict: an invoice is known with other data. Nothing is changed then, for the transaction is rolled back.
    """
    customers = _lock(work, book)
    known = _known_invoices(work, book)
    wrong = _contradictions(work, book, customers, known)
    if wrong and not skip:
        raise Conflict(wrong)
    out = {each.invoice for each in wrong}
    accepted = [value for value in book.invoices if value.number not in out]
    again = [value for value in accepted if value.number in known]
    paid_otherwise = _paid_otherwise(work, book.creditor, again, known)
    wanted = {value.customer for value in accepted}
    values = [value for value in book.customers if value.ref in wanted]
    before = set(customers)
    new_customers = add_customers(work, book.creditor, (value for value in values if value.ref not in before))
    changed_customers = _bring_up_to_date(work, customers, values)
    changed_invoices = _update_invoices(work, again, known)
    for _ in again:
        each()
    ids = {ref: row.id for ref, row in customers.items()} | {row.ref: row.id for row in new_customers}
    settled = [customers[changed.which].id for changed in changed_customers]
    new = [value for value in accepted if value.number not in known]
    _add(work, book.creditor, [value for value in new if value.customer not in before], ids, each, many=True)
    _add(work, book.creditor, [value for value in new if value.customer in before], ids, each, many=False)
    for value in new:
        if value.paid:
            _record_paid(work, book.creditor, value)
    apply_kept(work, book.creditor, {value.number for value in new})
    for customer_id in settled:
        settle_customer(work, book.creditor, customer_id)
    return Registered(
        invoices=len(new),
        known=len(again),
        customers=len(values),
        changed_customers=changed_customers,
        changed_invoices=changed_invoices,
        paid_otherwise=paid_otherwise,
        contradictions=tuple(wrong),
    )


def _lock(work: Work, book: parties.Book) -> dict[str, t.Customer]:
    """Hold the creditor and those of the book's customers that the ledger knows; they are returned by their ref."""
    chosen = select(t.Customer).where(t.Customer.creditor_id == book.creditor)
    refs = [value.ref for value in book.customers]
    # Whoever adds a customer holds the creditor: under that lock, the ones that are known stay the same.
    lock_creditor(work.session, book.creditor)
    found = [row for some in _portions(refs) for row in work.session.scalars(chosen.where(t.Customer.ref.in_(some)))]
    if found:
        lock_creditor(work.session, book.creditor, [row.id for row in found])
        found = [
            row for some in _portions(refs) for row in work.session.scalars(chosen.where(t.Customer.ref.in_(some)))
        ]
    return {row.ref: row for row in found}


def _known_invoices(work: Work, book: parties.Book) -> dict[str, t.Invoice]:
    chosen = select(t.Invoice).where(t.Invoice.creditor_id == book.creditor)
    numbers = [value.number for value in book.invoices]
    rows = (work.session.scalars(chosen.where(t.Invoice.number.in_(some))) for some in _portions(numbers))
    return {row.number: row for found in rows for row in found}


def _portions(values: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def _contradictions(
    work: Work, book: parties.Book, customers: dict[str, t.Customer], known: dict[str, t.Invoice]
) -> list[Contradiction]:
    refs = {row.id: ref for ref, row in customers.items()}
    found = []
    for value in book.invoices:
        row = known.get(value.number)
        if row is None:
            continue
        ref = refs.get(row.customer_id) or work.session.get_one(t.Customer, row.customer_id).ref
        step, day = row.done_before[-1] if row.done_before else "none", row.done_before_on
        pairs: dict[str, tuple[object, object]] = {
            "customer": (ref, value.customer),
            "issued": (row.issued, value.issued),
            "due": (row.due, value.due),
            "amount": (row.total, value.total),
            "reference": (row.reference, value.reference),
        }
        if value.last_step is not None:
            pairs |= {"last_step": (step, value.last_step), "last_step_on": (day, value.last_step_on)}
        for field, (has, came) in pairs.items():
            if has != came:
                found.append(Contradiction(value.number, field, str(has), str(came)))
                break
    return found


def _paid_otherwise(
    work: Work, creditor_id: str, again: list[parties.Invoice], known: dict[str, t.Invoice]
) -> tuple[PaidOtherwise, ...]:
    """What the book now says of payments and the ledger does not know: it learns of them as `pay` (law 4)."""
    ids = [_paid_id(value.number) for value in again]
    chosen = select(t.EventRow.event_id, t.EventRow.body).where(t.EventRow.creditor_id == creditor_id)
    rows = (work.session.execute(chosen.where(t.EventRow.event_id.in_(some))) for some in _portions(ids))
    first = {event_id: body["amount"] for found in rows for event_id, body in found}
    told = []
    for value in again:
        row = known[value.number]
        applied = Money.from_minor(row.applied_minor, row.currency)
        at_first = Money(Decimal(first.get(_paid_id(value.number), 0)), row.currency)
        now = Money(value.paid, row.currency)
        if now not in (at_first, applied):
            told.append(PaidOtherwise(value.number, at_first, now, applied))
    return tuple(told)


def _bring_up_to_date(
    work: Work, customers: dict[str, t.Customer], values: list[parties.Customer]
) -> tuple[Changed, ...]:
    changed = []
    for value in values:
        known = customers.get(value.ref)
        if known is not None and (fields := bring_up_to_date(work, known, value)):
            changed.append(Changed(value.ref, fields))
    return tuple(changed)


def _update_invoices(work: Work, again: list[parties.Invoice], known: dict[str, t.Invoice]) -> tuple[Changed, ...]:
    """How and where an invoice is to be paid may change; an account that the book no longer names stays."""
    changed = []
    for value in again:
        row, fields = known[value.number], []
        if row.method is not value.method:
            row.method = value.method
            fields.append("method")
        if value.iban is not None and row.iban != value.iban:
            row.iban = value.iban
            fields.append("iban")
        if fields:
            evidence.append(work, row.id, "invoice_changed", **{field: getattr(value, field) for field in fields})
            changed.append(Changed(value.number, tuple(fields)))
    return tuple(changed)


def _add(
    work: Work,
    creditor_id: str,
    values: list[parties.Invoice],
    ids: dict[str, int],
    each: Callable[[], None],
    *,
    many: bool,
) -> None:
    steps = _steps(work, creditor_id, values)
    digest = work.session.get_one(t.Creditor, creditor_id).policy_digest
    for some in _portions(values):
        rows = [
            t.Invoice(
                creditor_id=creditor_id,
                customer_id=ids[value.customer],
                number=value.number,
                issued=value.issued,
                due=value.due,
                total_minor=value.total.minor,
                applied_minor=0,
                currency=value.currency,
                reference=value.reference,
                method=value.method,
                iban=value.iban,
                done_before=steps[: steps.index(value.last_step) + 1] if value.last_step else None,
                done_before_on=value.last_step_on,
                done_before_policy=digest if value.last_step else None,
                imported_at=work.now,
            )
            for value in some
        ]
        work.session.add_all(rows)
        work.session.flush()
        if many:
            open_cases(work, rows)
        for row in rows:
            if not many:
                open_case(work, row)
            each()


def _steps(work: Work, creditor_id: str, values: list[parties.Invoice]) -> list[str]:
    """The ladder's steps, which have to include every step that was done elsewhere."""
    if not any(value.last_step for value in values):
        return []
    steps = list(in_force(work, work.session.get_one(t.Creditor, creditor_id)).names)
    wrong = [
        Contradiction(value.number, "last_step", f"the steps {', '.join(steps)}", str(value.last_step))
        for value in values
        if value.last_step and value.last_step not in steps
    ]
    if wrong:
        raise Conflict(wrong)
    return steps


def _record_paid(work: Work, creditor_id: str, value: parties.Invoice) -> None:
    paid = ev.PaymentReceived(
        id=_paid_id(value.number),
        creditor=creditor_id,
        invoice=value.number,
        amount=value.paid,
        currency=value.currency,
        booked=work.now.date(),
    )
    record(work, paid, source="import")


def _paid_id(number: str) -> str:
    return f"import/{number}/paid"
