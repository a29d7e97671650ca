"""Letters about invented invoices, so that an editor sees what a template makes of them before a customer does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from cobro.dunning.event import PaymentForm
from cobro.dunning.formal import NOTICE_DAYS, is_formal
from cobro.dunning.letter import Agreed, Copy, Letter, Line, NotAsked, Noted, Part, Party, Signer
from cobro.dunning.money import Money
from cobro.dunning.owed import OWED_LETTERS, PLAN_CONFIRMED, PROOF_WANTED
from cobro.dunning.parties import Creditor

_TODAY = dt.date(2026, 10, 5)
_TERMS = {
    "ca": "Segons les nostres condicions generals, les factures es paguen a 30 dies de la data d'emissió.",
    "de": "Nach unseren Geschäftsbedingungen sind Rechnungen binnen 30 Tagen ab Rechnungsdatum zu bezahlen.",
    "en": "Under our general terms, invoices are payable within 30 days of their date of issue.",
    "es": "Según nuestras condiciones generales, las facturas se pagan a 30 días de su fecha de emisión.",
    "fr": "Selon nos conditions générales, les factures sont payables à 30 jours de leur date d'émission.",
    "pt": "De acordo com as nossas condições gerais, as faturas são pagas a 30 dias da data de emissão.",
}
BEFORE_DUE = "before-due"
"""How the letters begin that are about what has not fallen due."""

_IBAN = "ES9121000418450200051332"
_PARTS = (
    Part(_TODAY + dt.timedelta(days=10), Money(Decimal("605.25"), "EUR")),
    Part(_TODAY + dt.timedelta(days=40), Money(Decimal("605.25"), "EUR")),
)


@dataclass(frozen=True, slots=True)
class Sample:
    """A letter, and what is special about it, for whoever reads of a mistake in it."""

    about: str
    letter: Letter
    mark: str = ""
    """What a file of it is called by, after the letter's name."""


def sample(name: str, language: str, creditor: Creditor | None = None, *, several: bool = False) -> Letter:
    """A letter about one invoice, or about several: of two currencies, one in part disputed."""
    ahead = name.startswith(BEFORE_DUE)
    one = _line(1, "1210.50", creditor, ahead=ahead)
    more = (
        _line(2, "300.00", creditor, total="847.00", ahead=ahead),
        _line(3, "95.40", creditor, currency="GBP", ahead=ahead),
    )
    return Letter(
        contact="00000000-0000-4000-8000-000000000000",
        name=name,
        language=language,
        creditor=_creditor(creditor),
        customer=Party(
            name="Hotel Bahía Azul, S.A.",
            address="Paseo Marítimo 3, 07014 Palma",
            email="pagos@bahia.example",
            phone="+34971000222",
            tax_id="A87654323",
            contact="Marta Gil Ortega",
        ),
        signer=_signer(creditor),
        terms=_terms(language, creditor),
        today=_TODAY,
        follow_up=_TODAY + dt.timedelta(days=8),
        written_at=dt.datetime(2026, 10, 5, 9, 30, tzinfo=dt.UTC),
        lines=(one, *more) if several else (one,),
        promised_for=_TODAY - dt.timedelta(days=3) if "promise" in name else None,
        owed=name in OWED_LETTERS,
        agreed=None if name == PROOF_WANTED else _agreed(name),
        known_up_to=_TODAY,
        answer_by=_TODAY + dt.timedelta(days=NOTICE_DAYS) if is_formal(name) else None,
        logo=creditor.logo if creditor else None,
    )


def samples(name: str, language: str, creditor: Creditor | None = None) -> Iterator[Sample]:
    """The cases in which a template is seen to hold: one invoice, several, and a customer of whom little is known."""
    one = sample(name, language, creditor)
    yield Sample("one invoice", one)
    yield Sample("several invoices", sample(name, language, creditor, several=True), "several")
    yield Sample("a customer without tax number and contact", _little_known(one), "little-known")
    if not (one.owed or one.answer_by or one.before_due):
        about = "invoices at two levels, with others that are only shown"
        yield Sample(about, _merged(name, language, creditor), "merged")


def _agreed(name: str) -> Agreed:
    return Agreed(_PARTS) if name == PLAN_CONFIRMED else Agreed(_PARTS[:1], PaymentForm.TRANSFER)


def _merged(name: str, language: str, creditor: Creditor | None) -> Letter:
    """What a letter says where it carries lower steps along, shows what is not asked for, and has copies with it."""
    several = sample(name, language, creditor, several=True)
    first, *rest = several.lines
    return replace(
        several,
        lines=(first, *(replace(line, promised=_TODAY) for line in rest)),
        concerned=(first.number,),
        noted=tuple(
            Noted(f"F2026-{k:04}", _TODAY, Money(Decimal(k), "EUR"), why) for k, why in enumerate(NotAsked, start=10)
        ),
        copies=(Copy("F2026-0001.pdf", "application/pdf", b"%PDF-1.7"),),
    )


def _little_known(letter: Letter) -> Letter:
    return replace(letter, customer=replace(letter.customer, tax_id=None, contact=None, phone=None))


def _line(
    k: int,
    amount: str,
    creditor: Creditor | None,
    *,
    total: str | None = None,
    currency: str = "EUR",
    ahead: bool = False,
) -> Line:
    month = 10 if ahead else 9
    return Line(
        number=f"F2026-{k:04}",
        issued=dt.date(2026, month - 1, k + 7),
        due=dt.date(2026, month, k + 7),
        total=Money(Decimal(total or amount), currency),
        asked=Money(Decimal(amount), currency),
        reference=f"F2026-{k:04}",
        step="sample",
        iban=creditor.ibans[0] if creditor else _IBAN,
        by_transfer=total is None,
    )


def _creditor(creditor: Creditor | None) -> Party:
    if creditor:
        return Party(creditor.name, creditor.address, creditor.email, creditor.phone, creditor.tax_id)
    return Party(
        name="Talleres Ñandú, S.L.",
        address="Calle Mayor 12, 35002 Las Palmas de Gran Canaria",
        email="administracion@nandu.example",
        phone="+34928000111",
        tax_id="B12345674",
    )


def _signer(creditor: Creditor | None) -> Signer:
    if creditor:
        member = creditor.member("junior")
        return Signer(member.name, member.email, member.phone)
    return Signer("Laura Méndez", "laura.mendez@nandu.example", "+34928000112")


def _terms(language: str, creditor: Creditor | None) -> str:
    """The creditor's own sentence, as in a real letter; the sample's, where there is no creditor."""
    if creditor:
        return creditor.terms.get(language) or creditor.terms[creditor.language]
    return _TERMS.get(language, _TERMS["en"])
