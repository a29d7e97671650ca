"""A creditor and a good row that the tests change one cell at a time."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from cobro.dunning.parties import Creditor
from cobro.intake.book_row import COLUMNS, MORE_COLUMNS
from cobro.intake.creditor_yaml import read_creditor

ROOT = Path(__file__).parents[2]
CREDITOR: Creditor = read_creditor(ROOT / "examples" / "creditor.yaml")

GOOD = {
    "creditor": "talleres-ebro",
    "invoice": "F1",
    "issued": "2026-02-01",
    "due": "2026-03-02",
    "amount": "1210.50",
    "currency": "EUR",
    "paid": "",
    "reference": "",
    "customer": "C-1",
    "name": "Panadería La Espiga, S.L.",
    "kind": "company",
    "tax_id": "",
    "contact": "",
    "email": "pagos@laespiga.example",
    "phone": "976 000 111",
    "address": "Calle Delicias 18",
    "country": "ES",
    "region": "AR",
    "language": "es",
    "method": "",
    "iban": "",
    "last_step": "",
    "last_step_on": "",
}


def row(**cells: str) -> dict[str, str]:
    return GOOD | cells


def book_text(
    *rows: dict[str, str], columns: tuple[str, ...] | None = None, separator: str = ",", ends: str = "\n"
) -> str:
    """A book's text; the columns that a book need not have are in it where a row has something in them."""
    out = io.StringIO()
    more = tuple(column for column in MORE_COLUMNS if any(row.get(column) for row in rows))
    names = (*COLUMNS, *more) if columns is None else columns
    writer = csv.DictWriter(out, names, delimiter=separator, lineterminator=ends, extrasaction="ignore", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def as_file(directory: Path, text: str | bytes, name: str = "book.csv") -> Path:
    path = directory / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path
