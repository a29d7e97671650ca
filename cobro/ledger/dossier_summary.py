"""The first page of a dossier, for the lawyer or the agency that reads it, in the creditor's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

Record = dict[str, Any]

_SPANISH = {
    "creditor": "ACREEDOR",
    "customer": "DEUDOR",
    "invoice": "FACTURA",
    "name": "Nombre",
    "tax_id": "NIF",
    "kind": "Tipo",
    "address": "Dirección",
    "country": "País",
    "contact": "Persona de contacto",
    "email": "Correo electrónico",
    "phone": "Teléfono",
    "account": "Cuenta (IBAN)",
    "number": "Número",
    "issued": "Fecha de emisión",
    "due": "Fecha de vencimiento",
    "reference": "Referencia de pago",
    "total": "Importe",
    "open": "Pendiente",
    "disputed": "De ello, en disputa",
    "money": "PAGOS Y ABONOS",
    "contacts": "COMUNICACIONES",
    "events": "SUCESOS",
    "none": "(ninguno)",
    "company": "empresa",
    "sole_trader": "autónomo",
    "consumer": "consumidor",
    "public_body": "organismo público",
    "sms": "SMS",
    "sending": "enviándose",
    "sent": "enviado",
    "unknown": "sin confirmar",
    "undeliverable": "no entregable",
    "released": "no enviado",
    "spoke": "se habló",
    "no_answer": "sin respuesta",
    "voicemail": "buzón de voz",
    "wrong_person": "otra persona",
    "call_back": "volver a llamar",
    "payment_received": "pago recibido",
    "payment_reversed": "pago devuelto",
    "credit_issued": "abono",
    "dispute_opened": "disputa abierta",
    "dispute_resolved": "disputa resuelta",
    "handoff_decided": "traspaso decidido",
    "call_logged": "llamada hecha",
    "written_off": "dado por incobrable",
    "cancelled": "anulado",
    "withheld": "No figura aquí lo que se habló para llegar a un acuerdo (Ley Orgánica 1/2025, art. 9).",
    "manifest": "manifest.json da el SHA-256 de cada archivo. Las horas son UTC.",
}
_ENGLISH = {
    "creditor": "CREDITOR",
    "customer": "DEBTOR",
    "invoice": "INVOICE",
    "name": "Name",
    "tax_id": "Tax number",
    "kind": "Kind",
    "address": "Address",
    "country": "Country",
    "contact": "Contact",
    "email": "E-mail",
    "phone": "Telephone",
    "account": "Account (IBAN)",
    "number": "Number",
    "issued": "Date of issue",
    "due": "Due date",
    "reference": "Payment reference",
    "total": "Amount",
    "open": "Open",
    "disputed": "Disputed of it",
    "money": "PAYMENTS AND CREDIT NOTES",
    "contacts": "CONTACTS",
    "events": "EVENTS",
    "none": "(none)",
    "sms": "SMS",
    "withheld": "What was said to reach a settlement is not part of this.",
    "manifest": "manifest.json gives the SHA-256 of each file. Times are UTC.",
}
_OF_A_PARTY = ("name", "kind", "tax_id", "address", "country", "contact", "email", "phone", "account")
_OF_THE_INVOICE = ("issued", "due", "reference", "total", "open", "disputed")


def summary(language: str, about: Record, contacts: Sequence[Record], events: Sequence[Record]) -> str:
    """The page: parties, invoice, money, contacts and events. English where it is not written in the language."""
    words = _SPANISH if language == "es" else _ENGLISH
    return "\n".join(_lines(words, about, contacts, events)) + "\n"


def _lines(words: dict[str, str], about: Record, contacts: Sequence[Record], events: Sequence[Record]) -> Iterator[str]:
    for party in ("creditor", "customer"):
        yield words[party]
        for field in _OF_A_PARTY:
            if value := about[party].get(field):
                yield f"  {words[field]}: {_word(words, value) if field == 'kind' else value}"
        yield ""
    yield words["invoice"]
    yield f"  {words['number']}: {about['invoice']}"
    for field in _OF_THE_INVOICE:
        yield f"  {words[field]}: {about[field]}"
    for title, rows in (
        ("money", [_row(words, row, "day", "kind", "amount", "id") for row in about["money"]]),
        ("contacts", [_row(words, row, "at", "channel", "step", "recipient", "state", "file") for row in contacts]),
        ("events", [_row(words, row, "recorded_at", "kind", "outcome", "id") for row in events]),
    ):
        yield from ("", words[title], *(f"  {row}" for row in rows or [words["none"]]))
    yield from ("", words["withheld"], words["manifest"])


def _row(words: dict[str, str], record: Record, *fields: str) -> str:
    return "  ".join(_shown(words, field, str(record[field])) for field in fields if record.get(field))


def _shown(words: dict[str, str], field: str, value: str) -> str:
    if field in ("at", "recorded_at"):
        return value[:16].replace("T", " ")
    return _word(words, value) if field in ("kind", "channel", "state", "outcome") else value


def _word(words: dict[str, str], code: str) -> str:
    return words.get(code, code.replace("_", " "))
