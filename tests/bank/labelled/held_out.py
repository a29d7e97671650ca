"""Scenes that the rules were not made with: written after them, with other hands and other mistakes."""

from __future__ import annotations

from tests.bank.labelled.business import Business, Invoice, written
from tests.bank.labelled.hand import Hand
from tests.bank.labelled.scenes import SCENES, Row, Scene, row, some, whole

_HANDS = (
    "Ref.: {slashed}",
    "F_2026_{serial}",
    "#{code}",
    "fra({code})",
    "{code};gracias",
    "FACTURA{bare}",
    "Fact.{code}.Gracias",
    "N/REF {code}",
    "'{code}'",
    "pago {code}/",
    "{code} 20260312",
    "S/FACTURA NUM {series} {year} {serial} DE FECHA 02/02/2026",
    "conc: {code} - mes de febrero",
    "pago.de.la.factura.{code}",
    "{code}\t{code}",
)
_GLUED = ("{code}GRACIAS", "PAGO{bare}", "{code}976123456", "X{code}", "{code}B")


def _forms(pattern: str, invoice: Invoice) -> str:
    code = invoice.number
    series, year, serial = code[:1], code[1:5], code.rpartition("-")[2]
    bare, slashed = code.replace("-", ""), f"{series}/{year}/{serial}"
    return pattern.format(code=code, bare=bare, slashed=slashed, series=series, year=year, serial=serial)


def _of_series(business: Business, hand: Hand) -> Invoice | None:
    fit = [i for i in business.invoices if i.open and i.currency == "EUR" and i.number.startswith("F2026-")]
    return hand.rng.choice(fit) if fit else None


def other_hands(business: Business, hand: Hand) -> Row | None:
    invoice = _of_series(business, hand)
    if invoice is None:
        return None
    name = hand.name(business, invoice.customer)
    return whole(business, invoice, _forms(hand.rng.choice(_HANDS), invoice), name=name)


def glued(business: Business, hand: Hand) -> Row | None:
    invoice = _of_series(business, hand)
    if invoice is None:
        return None
    return {**whole(business, invoice, _forms(hand.rng.choice(_GLUED), invoice)), "auto": False}


def broken_line(business: Business, hand: Hand) -> Row:
    invoice = some(business, hand)
    at = hand.rng.randint(2, len(invoice.number) - 1)
    text = f"TRANSFERENCIA PAGO FRA {invoice.number[:at]} {invoice.number[at:]}"
    return whole(business, invoice, text, name=hand.name(business, invoice.customer))


def short_year(business: Business, hand: Hand) -> Row | None:
    invoice = _of_series(business, hand)
    if invoice is None:
        return None
    serial = invoice.number.rpartition("-")[2]
    text = hand.rng.choice((f"F26-{serial}", f"fra {int(serial)}/2026", f"F-{serial}", f"fra 2026-{serial}"))
    return whole(business, invoice, text, name=hand.name(business, invoice.customer))


def other_lists(business: Business, hand: Hand) -> Row | None:
    two = _two(business, hand)
    if two is None:
        return None
    joint = hand.rng.choice((";", " e ", " and ", "  ", " // ", " - ", " mas ", "\n", ",", " y la "))
    to = {invoice.number: invoice.open for invoice in two}
    less = hand.rng.choice((0, 0, 50))
    if less:
        to[two[-1].number] -= less
    text = joint.join(invoice.number for invoice in two)
    return row(business, sum(to.values()), to, auto=True, text=text, name=hand.name(business, two[0].customer))


def too_much_for_several(business: Business, hand: Hand) -> Row | None:
    two = _two(business, hand)
    if two is None:
        return None
    to = {invoice.number: invoice.open for invoice in two}
    return row(business, sum(to.values()) + 777, to, auto=False, text=" y ".join(to))


def for_several_customers(business: Business, hand: Hand) -> Row | None:
    one, other = some(business, hand), some(business, hand)
    if one.customer == other.customer:
        return None
    to = {one.number: one.open, other.number: other.open}
    return row(business, one.open + other.open, to, auto=False, text=" + ".join(to), name="ASESORIA LUNA SLP")


def two_stories(business: Business, hand: Hand) -> Row | None:
    """The structured reference says one invoice, the text another."""
    one, other = some(business, hand), some(business, hand)
    if one.number == other.number:
        return None
    reference = hand.creditor_reference(one.number)
    return {**whole(business, one, f"fra {other.number}", references=[reference]), "auto": False}


def wrong_check_digits(business: Business, hand: Hand) -> Row:
    invoice = some(business, hand)
    whole_reference = hand.creditor_reference(invoice.number).replace(" ", "").upper()
    wrong = f"RF{(int(whole_reference[2:4]) + 10) % 97:02}{whole_reference[4:]}"
    return {**whole(business, invoice, wrong), "auto": False}


def two_references(business: Business, hand: Hand) -> Row | None:
    two = _two(business, hand)
    if two is None:
        return None
    to = {invoice.number: invoice.open for invoice in two}
    references = [hand.creditor_reference(number) for number in to]
    return row(business, sum(to.values()), to, auto=True, references=references)


def slip_of_the_finger(business: Business, hand: Hand) -> Row:
    """Two digits changed places: it is another invoice's number, or nobody's."""
    invoice = some(business, hand)
    at = len(invoice.number) - 2
    text = invoice.number[:at] + invoice.number[at + 1] + invoice.number[at]
    name = hand.name(business, invoice.customer)
    return {**whole(business, invoice, f"fra {text}", name=name), "auto": text == invoice.number}


def slip_from_known_account(business: Business, hand: Hand) -> Row | None:
    slip = slip_of_the_finger(business, hand)
    invoice = next(i for i in business.invoices if i.number in slip["to"])
    account = business.accounts.get(invoice.customer)
    same = [i for i in business.owed(invoice.customer) if i.open == invoice.open]
    text = slip["text"].removeprefix("fra ")
    named = text in {i.number for i in business.invoices}
    if account is None:
        return None
    auto = text == invoice.number or (not named and len(same) == 1)
    return {**slip, "name": "", "iban": account, "auto": auto}


def ordered_in_full(business: Business, hand: Hand) -> Row | None:
    """A known account, charges taken off on the way, and no reference."""
    known = [i for i in business.invoices if i.customer in business.accounts and i.open > 20000 and i.currency == "EUR"]
    invoice = hand.rng.choice(known)
    came = invoice.open - 95
    to = {invoice.number: came}
    iban, ordered = business.accounts[invoice.customer], written(invoice.open)
    return row(business, came, to, auto=False, text="payment", iban=iban, instructed=ordered)


def end_and_cut_name(business: Business, hand: Hand) -> Row:
    invoice = some(business, hand)
    name = business.customers[invoice.customer].upper().replace(",", "").replace(".", "")[:16]
    return whole(business, invoice, f"FACTURA N. {int(invoice.number[-4:])}", name=name)


def refund_of_a_supplier(business: Business, hand: Hand) -> Row:
    number = some(business, hand).number
    text = hand.rng.choice((f"ABONO FRA {number}", f"DEVOLUCION COMPRA {number}", f"REFUND ORDER {number}"))
    return row(business, hand.rng.randint(100, 900) * 100 + 3, {}, auto=False, text=text, name="MAYORISTAS DEL SUR SA")


def other_income(business: Business, hand: Hand) -> Row:
    text, name = hand.rng.choice(
        (
            ("LIQUIDACION TPV 12/03 COMERCIO 20260042", "REDSYS"),
            ("RECIBO 2026-0045 DEVUELTO", "IBERDROLA"),
            ("PREMIO LOTERIA 00042 2026", ""),
            ("ANTICIPO PROYECTO F2027-0001", "LUIS PEREZ"),
            ("INGRESO CHEQUE 20260045 OFICINA 0042", ""),
            ("TRASPASO DESDE ES79 2100 0813 6101 2345 6789", "TALLERES EBRO SL"),
            ("SALARY 2026-02 EMP 1045", "ACME PAYROLL"),
            ("RENT FLAT 42 MARCH 26", "A TENANT"),
            ("HMRC VAT 1046 Q1 2026", "HMRC"),
            ("DIVIDEND 31/12/2025 REF 1042", "BP PLC"),
            ("PRESTAMO 2026 0043 CUOTA 41 Y 42", "BANCO"),
            ("CASHBACK 49.00 CARD 1047", "VISA"),
        )
    )
    return row(business, hand.rng.choice((4900, 12100, 98765, 3107)), {}, auto=False, text=text, name=name)


def _two(business: Business, hand: Hand) -> tuple[Invoice, Invoice] | None:
    """Two open invoices of one customer, the older one first."""
    fit = [i for i in business.owed(some(business, hand).customer) if not i.number[0].isdigit()]
    return (fit[0], fit[1]) if len(fit) > 1 else None


HELD_OUT: tuple[Scene, ...] = (
    *(other_hands, other_hands, glued, broken_line, short_year, other_lists, other_lists, too_much_for_several),
    *(for_several_customers, two_stories, wrong_check_digits, two_references, slip_of_the_finger),
    *(slip_from_known_account, ordered_in_full, end_and_cut_name, refund_of_a_supplier, other_income),
    *SCENES,
)
