"""Letters to try things on, and how to read back what was rendered."""

from __future__ import annotations

import datetime as dt
import email
from decimal import Decimal
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from cobro.dunning.letter import Letter, Line, Party, Signer
from cobro.dunning.money import Money
from cobro.letters import seven

TEMPLATES = Path(__file__).parents[2] / "templates"
LANGUAGES = ("ca", "de", "en", "es", "fr", "pt")
NAMES = ("courtesy", "friendly", "firm", "could-not-reach", "broken-promise")
OWED = ("promise-confirmed", "plan-confirmed", "proof-wanted")
COSTS = {
    "ca": "Aquest recordatori no afegeix cap despesa als imports indicats.",
    "de": "Mit dieser Erinnerung kommen zu den genannten Beträgen keine Kosten hinzu.",
    "en": "This reminder adds no costs to the amounts shown.",
    "es": "Este recordatorio no añade ningún gasto a los importes indicados.",
    "fr": "Ce rappel n'ajoute aucuns frais aux montants indiqués.",
    "pt": "Este lembrete não acrescenta qualquer despesa aos valores indicados.",
}
TERMS = {
    "ca": "Segons les nostres condicions generals, les factures es paguen a 30 dies.",
    "de": "Nach unseren Geschäftsbedingungen sind Rechnungen binnen 30 Tagen zu bezahlen.",
    "en": "Under our general terms, invoices are payable within 30 days of their date of issue.",
    "es": "Según nuestras condiciones generales, las facturas se pagan a 30 días de su fecha de emisión.",
    "fr": "Selon nos conditions générales, les factures sont payables à 30 jours.",
    "pt": "De acordo com as nossas condições gerais, as faturas são pagas a 30 dias.",
}


def line(number: int = 1, amount: str = "1210.50", currency: str = "EUR", total: str | None = None) -> Line:
    return Line(
        number=f"F2026-{number:04}",
        issued=dt.date(2026, 8, 1) + dt.timedelta(days=number),
        due=dt.date(2026, 9, 1) + dt.timedelta(days=number),
        total=Money(Decimal(total or amount), currency),
        asked=Money(Decimal(amount), currency),
        reference=f"RF69F2026{number:04}",
        step="courtesy",
        iban="ES9121000418450200051332",
        by_transfer=True,
    )


def letter(name: str = "courtesy", language: str = "es", lines: tuple[Line, ...] | None = None) -> Letter:
    return Letter(
        contact="1a2b3c4d-5e6f-4711-8899-aabbccddeeff",
        name=name,
        language=language,
        creditor=Party(
            name="Talleres Ñandú, S.L.",
            address="Calle Mayor 12, 35002 Las Palmas de Gran Canaria",
            email="administracion@nandu.example",
            phone="+34 928 000 111",
            tax_id="B12345674",
        ),
        customer=Party(
            name="Hotel Bahía Azul, S.A.",
            address="Paseo Marítimo 3, 07014 Palma",
            email="pagos@bahia.example",
            phone="+34 971 000 222",
            tax_id="A87654323",
            contact="Marta Gil Ortega",
        ),
        signer=Signer(name="Laura Méndez", email="laura.mendez@nandu.example", phone="+34 928 000 112"),
        terms=TERMS[language],
        today=dt.date(2026, 10, 5),
        follow_up=dt.date(2026, 10, 13),
        written_at=dt.datetime(2026, 10, 5, 9, 30, tzinfo=dt.UTC),
        lines=(line(),) if lines is None else lines,
        promised_for=dt.date(2026, 10, 2) if name == "broken-promise" else None,
        known_up_to=dt.date(2026, 10, 4),
    )


def read(content: bytes) -> EmailMessage:
    message = email.message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def forms(content: bytes) -> tuple[str, str]:
    """The plain text and the HTML of a rendered e-mail."""
    plain, html = (part for part in read(content).walk() if part.get_content_maintype() == "text")
    assert isinstance(plain, EmailMessage)
    assert isinstance(html, EmailMessage)
    assert (plain.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    text, markup = (str(part.get_content()).replace("\r\n", "\n") for part in (plain, html))
    return text, markup


def seen(content: bytes) -> tuple[str, str]:
    """What the reader of each form sees."""
    plain, html = forms(content)
    return plain, seven.text_of(html)


def pictures(content: bytes) -> dict[str, bytes]:
    """The pictures inside the HTML's part of a rendered e-mail, by what the HTML calls them."""
    related = [part for part in read(content).iter_parts() if part.get_content_type() == "multipart/related"]
    assert all(isinstance(part, EmailMessage) for part in related)
    inner = [part for whole in related for part in whole.iter_parts() if part.get_content_maintype() == "image"]
    assert all(part.get_content_disposition() == "inline" for part in inner)
    return {f"cid:{str(part['Content-ID']).strip('<>')}": bytes(part.get_content()) for part in inner}
