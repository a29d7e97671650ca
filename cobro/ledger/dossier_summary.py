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
    "call": "llamada",
    "sending": "enviándose",
    "sent": "enviado",
    "unknown": "sin confirmar",
    "undeliverable": "no entregable",
    "released": "no enviado",
    "withdrawn": "retirado",
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
    "withheld": "What was said to reach a settlement is not part of this (Ley Orgánica 1/2025, art. 9).",
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
    yield from _section(
        words,
        "money",
        [f"{row['day']}  {_word(words, row['kind'])}  {row['amount']}  {row['id']}" for row in about["money"]],
    )
    yield from _section(words, "contacts", [_contact(words, contact) for contact in contacts])
    yield from _section(
        words, "events", [f"{_moment(row['recorded_at'])}  {_word(words, row['kind'])}  {row['id']}" for row in events]
    )
    yield words["withheld"]
    yield words["manifest"]


def _section(words: dict[str, str], title: str, rows: list[str]) -> Iterator[str]:
    yield from ("", words[title], *(f"  {row}" for row in rows or [words["none"]]))
    if title == "events":
        yield ""


def _contact(words: dict[str, str], contact: Record) -> str:
    parts = (
        _moment(contact["at"]),
        _word(words, contact["channel"]),
        contact["step"] or "",
        contact["recipient"] or "",
        _word(words, contact["state"]),
        contact["file"] or "",
    )
    return "  ".join(part for part in parts if part)


def _word(words: dict[str, str], code: str) -> str:
    return words.get(code, code.replace("_", " "))


def _moment(text: str) -> str:
    return text[:16].replace("T", " ")
