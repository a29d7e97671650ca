"""What happens on an account, scene by scene: each makes a movement, and knows whose money it is."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from typing import Any

from tests.bank.labelled.business import Business, Invoice, written
from tests.bank.labelled.hand import Hand

Row = dict[str, Any]
Scene = Callable[[Business, Hand], Row | None]
BOOKED = dt.date(2026, 3, 12)


def row(business: Business, units: int, to: dict[str, int], *, auto: bool, **more: Any) -> Row:
    """A movement in the form of the file."""
    said = {field: value for field, value in more.items() if value not in ("", None)}
    truth = {number: written(part) for number, part in to.items()}
    return {"c": business.name, "a": written(units), **said, "to": truth, "auto": auto}


def some(business: Business, hand: Hand, *, series: str = "") -> Invoice:
    """Any open invoice in euros whose number is no plain one."""
    fit = [i for i in business.invoices if i.open and i.currency == "EUR" and i.number.startswith(series)]
    return hand.rng.choice([i for i in fit if not i.number.isdigit() and not i.number.startswith("2026-")])


def whole(business: Business, invoice: Invoice, text: str, **more: Any) -> Row:
    """All of one invoice, which may be applied by itself."""
    return row(business, invoice.open, {invoice.number: invoice.open}, auto=True, text=text, **more)


def printed(business: Business, hand: Hand) -> Row:
    invoice = some(business, hand)
    code = invoice.reference or invoice.number
    return whole(business, invoice, hand.line(business, invoice, code), name=hand.name(business, invoice.customer))


def mangled(business: Business, hand: Hand) -> Row:
    invoice = some(business, hand)
    name = hand.rng.choice(("", hand.name(business, invoice.customer)))
    return whole(business, invoice, hand.line(business, invoice, hand.number(invoice.number)), name=name)


def noisy(business: Business, hand: Hand) -> Row:
    invoice = some(business, hand)
    return whole(business, invoice, hand.noisy(invoice, invoice.number), name=hand.name(business, invoice.customer))


def structured(business: Business, hand: Hand) -> Row:
    invoice = some(business, hand)
    reference = hand.creditor_reference(invoice.number)
    if hand.rng.random() < 0.5:
        return whole(business, invoice, "", references=[reference])
    return whole(business, invoice, f"PAGO {reference}", iban=business.iban(invoice.customer))


def plain_number(business: Business, hand: Hand) -> Row | None:
    fit = [i for i in business.invoices if i.open and i.number.isdigit() and i.currency == "EUR"]
    if not fit:
        return None
    invoice = hand.rng.choice(fit)
    name = hand.name(business, invoice.customer)
    return whole(business, invoice, f"invoice {invoice.number}", name=name)


def several(business: Business, hand: Hand) -> Row | None:
    invoices = _together(business, hand)
    if len(invoices) < 2:
        return None
    joint = hand.rng.choice((" ", ", ", " y ", " + ", "/", " & "))
    text = joint.join(hand.rng.choice((i.number, i.number, i.number.lower())) for i in invoices)
    to = {invoice.number: invoice.open for invoice in invoices}
    return row(business, sum(to.values()), to, auto=True, text=text, name=hand.name(business, invoices[0].customer))


def several_in_short(business: Business, hand: Hand) -> Row | None:
    invoices = _together(business, hand)
    series = {invoice.number[:-4] for invoice in invoices}
    if len(invoices) < 2 or len(series) > 1 or invoices[0].number.isdigit():
        return None
    serials = [invoice.number[-4:].lstrip("0") for invoice in invoices]
    text = f"pago facturas {', '.join(serials[:-1])} y {serials[-1]}"
    to = {invoice.number: invoice.open for invoice in invoices}
    customer = invoices[0].customer
    known = customer in business.accounts
    said = {"iban": business.accounts[customer]} if known else {"name": hand.name(business, customer)}
    return row(business, sum(to.values()), to, auto=True, text=text, **said)


def several_short_of_it(business: Business, hand: Hand) -> Row | None:
    invoices = _together(business, hand)
    total = sum(invoice.open for invoice in invoices)
    missing = total // 4
    if len(invoices) < 2 or missing >= invoices[-1].open:
        return None
    to = {invoice.number: invoice.open for invoice in invoices}
    to[invoices[-1].number] -= missing
    text = " y ".join(invoice.number for invoice in invoices)
    return row(business, total - missing, to, auto=False, text=f"a cuenta {text}")


def end_only(business: Business, hand: Hand) -> Row:
    invoice = some(business, hand)
    text = hand.rng.choice(("fra {}", "factura {}", "FACT. N. {}", "s/fra {}")).format(invoice.number[-4:].lstrip("0"))
    return {**whole(business, invoice, text), "auto": False}


def end_and_name(business: Business, hand: Hand) -> Row:
    invoice = some(business, hand)
    name = hand.name(business, invoice.customer)
    return whole(business, invoice, f"fra {invoice.number[-4:].lstrip('0')}", name=name)


def cut(business: Business, hand: Hand) -> Row:
    invoice = some(business, hand)
    size = hand.rng.choice((35, 38))
    lost = hand.rng.randint(1, 3)
    line = f"{hand.name(business, invoice.customer)} PAGO FACTURA".ljust(60, ".")
    text = line[: size - len(invoice.number) + lost - 1] + " " + invoice.number
    return {**whole(business, invoice, text[:size]), "auto": False}


def by_account(business: Business, hand: Hand) -> Row:
    customer = _known(business, hand)
    owed = business.owed(customer)
    same = [invoice for invoice in owed if invoice.open == owed[0].open]
    text = hand.rng.choice(("", "PAGO", "TRANSFERENCIA A SU FAVOR", "thanks", "pago pendiente marzo 2026"))
    return {**whole(business, owed[0], text, iban=business.accounts[customer]), "auto": len(same) == 1}


def all_by_account(business: Business, hand: Hand) -> Row:
    customer = _known(business, hand)
    to = {invoice.number: invoice.open for invoice in business.owed(customer)}
    return row(business, sum(to.values()), to, auto=True, text="liquidación total", iban=business.accounts[customer])


def by_name(business: Business, hand: Hand) -> Row:
    invoice = some(business, hand)
    text = hand.rng.choice(("", "PAGO FACTURA", "transferencia", "lo de febrero"))
    return {**whole(business, invoice, text, name=hand.name(business, invoice.customer)), "auto": False}


def name_in_text(business: Business, hand: Hand) -> Row:
    invoice = some(business, hand)
    return {**whole(business, invoice, f"TRANSF {hand.name(business, invoice.customer)}"), "auto": False}


def charged(business: Business, hand: Hand) -> Row:
    invoice = some(business, hand)
    less = max(1, min(500, invoice.open // 200) - hand.rng.randint(0, 20))
    ordered = written(invoice.open) if hand.rng.random() < 0.5 else None
    came = invoice.open - less
    return row(business, came, {invoice.number: came}, auto=True, text=invoice.number, instructed=ordered)


def part(business: Business, hand: Hand) -> Row:
    invoice = some(business, hand)
    came = invoice.open * hand.rng.randint(20, 80) // 100
    name = hand.rng.choice(("", hand.name(business, invoice.customer)))
    return row(business, came, {invoice.number: came}, auto=True, text=f"a cuenta de {invoice.number}", name=name)


def too_much(business: Business, hand: Hand) -> Row:
    invoice = some(business, hand)
    came = invoice.open + hand.rng.randint(1, 30000)
    name = hand.name(business, invoice.customer)
    return row(business, came, {invoice.number: invoice.open}, auto=True, text=f"fra {invoice.number}", name=name)


def for_another(business: Business, hand: Hand) -> Row:
    invoice = some(business, hand)
    return whole(business, invoice, f"PAGO {invoice.number}", name="GESTORIA SOL Y SOMBRA SLP")


def wrong_number(business: Business, hand: Hand) -> Row:
    """Somebody pays their own, and writes the number of somebody else's."""
    payer = _known(business, hand)
    mine = business.owed(payer)[0]
    theirs = some(business, hand)
    while theirs.customer == payer:
        theirs = some(business, hand)
    return {**whole(business, mine, f"FRA {theirs.number}", iban=business.accounts[payer]), "auto": False}


def foreign_number(business: Business, hand: Hand) -> Row:
    """Meant for quite another firm, whose numbers look like ours."""
    number = some(business, hand).number
    units = hand.rng.randint(1000, 99999) * 10 + 7
    return row(business, units, {}, auto=False, text=f"PAGO {number}", name="SUMINISTROS INDUSTRIALES LEON")


def unknown_number(business: Business, hand: Hand) -> Row:
    customer = _known(business, hand)
    owed = business.owed(customer)[0]
    number = f"{'F2026-' if business.name == 'ebro' else 'INV-'}0{hand.rng.randint(700, 999)}"
    return row(business, owed.open, {}, auto=False, text=f"fra {number}", iban=business.accounts[customer])


def settled(business: Business, hand: Hand) -> Row:
    invoice = hand.rng.choice([i for i in business.invoices if not i.open and not i.number.isdigit()])
    known = business.accounts.get(invoice.customer, "")
    return row(business, hand.rng.choice((4900, 12100, 33333)), {}, auto=False, text=invoice.number, iban=known)


def other_currency(business: Business, hand: Hand) -> Row | None:
    fit = [i for i in business.invoices if i.open and i.currency != "EUR" and not i.number.isdigit()]
    if not fit:
        return None
    invoice = hand.rng.choice(fit)
    return row(business, invoice.open, {}, auto=False, text=f"fra {invoice.number}")


def looks_like(business: Business, hand: Hand) -> Row:
    invoice = some(business, hand, series="F" if business.name == "ebro" else "INV")
    text = invoice.number.replace("0", "O").replace("1", "I")
    return {**whole(business, invoice, text, name=hand.name(business, invoice.customer)), "auto": False}


def promised(business: Business, hand: Hand) -> Row:
    customer, numbers, units, day = hand.rng.choice(business.expected)
    known = customer in business.accounts
    said = {"iban": business.accounts[customer]} if known else {"name": hand.name(business, customer)}
    booked = str(day + dt.timedelta(days=hand.rng.randint(-3, 5)))
    return row(business, units, {numbers[0]: units}, auto=known, text="plazo acordado", booked=booked, **said)


def nobody(business: Business, hand: Hand) -> Row:
    """Other income: nothing in it concerns an invoice, whatever numbers it is full of."""
    text, name = hand.rng.choice(
        (
            ("NOMINA MARZO 2026", "MINISTERIO DE TRABAJO"),
            ("DEVOLUCION IVA MODELO 303 EJERCICIO 2026", "AGENCIA TRIBUTARIA"),
            ("BIZUM 42 EUROS CENA 20/02/2026", "LUIS PEREZ"),
            ("ALQUILER LOCAL CALLE MAYOR 42 50001 ZARAGOZA", "ANA CID"),
            ("REMESA TPV 20260315 LOTE 0042", "COMERCIA"),
            ("TEL 976 42 20 26 CP 50042", "LUIS PEREZ"),
            ("PEDIDO 2026-0042 ALBARAN 0043", "AMAZON EU"),
            ("INTERESES CUENTA ES91 2100 0418 4502 0005 1332", ""),
            ("SUBVENCION EXPTE 2026/0042", "GOBIERNO DE ARAGON"),
            ("SEGURO POLIZA 20260042 SINIESTRO 1042", "MAPFRE"),
        )
    )
    return row(business, hand.rng.randint(1000, 200000), {}, auto=False, text=text, name=name)


def gone_back(business: Business, hand: Hand) -> Row:
    invoice = some(business, hand)
    credit = hand.rng.random() < 0.3
    text = f"DEVOLUCION {invoice.number}"
    return row(business, invoice.open, {}, auto=False, text=text, credit=credit, reversal=True)


def _together(business: Business, hand: Hand) -> list[Invoice]:
    """Two or three open invoices of one customer."""
    many = [customer for customer in business.customers if len(_named(business, customer)) > 1]
    owed = _named(business, hand.rng.choice(many))
    return owed[: hand.rng.randint(2, 3)]


def _named(business: Business, customer: int) -> list[Invoice]:
    return [i for i in business.owed(customer) if not i.number.isdigit() and not i.number.startswith("2026-")]


def _known(business: Business, hand: Hand) -> int:
    return hand.rng.choice([customer for customer in business.accounts if business.owed(customer)])


SCENES: tuple[Scene, ...] = (
    *(printed, mangled, mangled, noisy, structured, plain_number, several, several_in_short, several_short_of_it),
    *(end_only, end_and_name, cut, by_account, all_by_account, by_name, name_in_text, charged, part, too_much),
    *(for_another, wrong_number, foreign_number, unknown_number, settled, other_currency, looks_like, promised),
    *(nobody, gone_back),
)


def play(scenes: tuple[Scene, ...], businesses: tuple[Business, ...], rng: random.Random, times: int) -> Iterator[Row]:
    """Every scene so many times, at one creditor or the other."""
    for scene in scenes:
        for _ in range(times):
            made = scene(rng.choice(businesses), Hand(rng))
            if made is not None:
                yield {**made, "kind": scene.__name__}
