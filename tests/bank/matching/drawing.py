"""What hypothesis draws for matching: small books in which numbers, names and sums collide, and movements on them."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from cobro.bank.matching.book import Book, Expected, KnownInvoice
from cobro.bank.movement import Movement
from cobro.dunning.money import Money

DAY = dt.date(2026, 3, 12)
NAMES = {
    1: "Talleres García, S.L.",
    2: "Talleres García Hijos, S.L.",
    3: "Hotel Mirador, S.A.",
    4: "Panadería La Espiga, S.L.",
}
UNRELATED = {11: "Zxylo Vqor", 12: "Kwemb Ubhatt", 13: "Yrdu Opfli"}
IBANS = {customer: f"ES0000000000000000000{customer:03}" for customer in NAMES}

_SERIALS = st.integers(38, 46)
_SERIES = st.sampled_from(("F2026-{:04}", "2026-{:04}", "F2025-{:04}", "INV-{:04}", "{}", "F2026-0{:04}", "2026{:04}"))
NUMBERS = st.builds(str.format, _SERIES, _SERIALS)
UNITS = st.sampled_from((10000, 12100, 20000, 22100, 32100, 4900)) | st.integers(1, 40000)
_CURRENCY = st.sampled_from(("EUR", "EUR", "EUR", "EUR", "EUR", "USD"))
_WORDS = st.sampled_from(
    (
        "pago",
        "fra",
        "FACTURA",
        "n.",
        "y",
        "a cuenta",
        "TEL 976 12 34 56",
        "12/03/2026",
        "50017",
        "Talleres García",
        "R-",
    )
)
_JOINTS = st.sampled_from((" ", " ", ", ", "/", "-", " y ", "", "+"))


@st.composite
def invoices(draw: st.DrawFn, customers: dict[int, str], number: str) -> KnownInvoice:
    """An invoice of one of these customers, sometimes settled, seldom in dollars."""
    customer = draw(st.sampled_from(sorted(customers)))
    settled = draw(st.integers(0, 6)) == 0
    units = 0 if settled else draw(UNITS)
    due = DAY - dt.timedelta(days=draw(st.integers(0, 60)))
    issued = due - dt.timedelta(days=30)
    money = Money.from_minor(units, draw(_CURRENCY))
    return KnownInvoice(number, customer, customers[customer], issued, due, money)


@st.composite
def books(draw: st.DrawFn) -> Book:
    """A book of up to nine invoices of four customers."""
    numbers = draw(st.lists(NUMBERS, min_size=1, max_size=9, unique=True))
    known = draw(st.sets(st.sampled_from(sorted(NAMES))))
    drawn = tuple(draw(invoices(NAMES, number)) for number in numbers)
    expected: tuple[Expected, ...] = ()
    if draw(st.booleans()):
        about = draw(st.sampled_from(drawn))
        day = DAY + dt.timedelta(days=draw(st.integers(-15, 15)))
        expected = (Expected(about.customer, (about.number,), Money.from_minor(draw(UNITS), "EUR"), day),)
    return Book(drawn, {IBANS[customer]: frozenset({customer}) for customer in sorted(known)}, expected)


def _copied(number: str) -> st.SearchStrategy[str]:
    """A number whole, mangled, shortened to its end, or with letters that look like digits."""
    forms = (number, number.lower(), number.replace("-", ""), number.replace("-", " "), number.replace("-0", "/"))
    return st.sampled_from((*forms, number[-2:], number.replace("0", "O")))


@st.composite
def _written(draw: st.DrawFn, book: Book) -> str:
    """A number of the book, or of nobody, as it may be copied."""
    return draw(_copied(draw(st.sampled_from([invoice.number for invoice in book.invoices]) | NUMBERS)))


@st.composite
def movements(draw: st.DrawFn, book: Book) -> Movement:
    """A credit about invoices of the book, or hardly so: its text, sum, account and name are right, or nearly right."""
    about = draw(st.lists(st.sampled_from(book.invoices), min_size=1, max_size=3, unique=True))
    aimed = draw(st.integers(0, 3)) > 0
    if aimed:
        parts = [draw(st.sampled_from(("", "fra ", "pago "))) + draw(_copied(invoice.number)) for invoice in about]
    else:
        parts = draw(st.lists(_written(book) | _WORDS, max_size=5))
    text = "".join(part + draw(_JOINTS) for part in parts).strip()
    units = sum(invoice.open.minor for invoice in about) if draw(st.integers(0, 3)) > 0 else draw(UNITS)
    customer = draw(st.sampled_from((0, about[0].customer)) if aimed else st.sampled_from((0, *NAMES)))
    name = draw(st.sampled_from(("", about[0].name, *NAMES.values(), "Gestoría Sol")))
    return Movement(
        booked=DAY,
        value=DAY,
        amount=Money.from_minor(max(1, units), "EUR"),
        credit=True,
        text=text,
        payer_name=name,
        payer_iban=IBANS[customer] if customer else "",
    )
