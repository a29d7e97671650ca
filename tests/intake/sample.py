"""A creditor and a good row that the tests change one cell at a time."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from cobro.dunning.parties import Creditor
from cobro.intake.book_row import COLUMNS
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
}


def row(**cells: str) -> dict[str, str]:
    return GOOD | cells


def book_text(*rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n", extrasaction="ignore", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def as_file(directory: Path, text: str | bytes, name: str = "book.csv") -> Path:
    path = directory / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path
