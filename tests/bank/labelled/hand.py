"""How people write: numbers mangled, lines of text in two languages, cut by the bank."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from stdnum.iso7064 import mod_97_10

from tests.bank.labelled.business import Business, Invoice, written

_ES = (
    "{}",
    "Pago factura {}",
    "TRANSF. S/FRA. {}",
    "fra. {}",
    "FACT {} gracias",
    "PAGO FRA {} {name}",
    "su factura n. {}",
)
_EN = ("{}", "Invoice {}", "payment inv {} thanks", "re: {}", "{name} {}", "INVOICE NO. {}", "paying {} in full")
_AROUND = (
    "{} DE 12/02/2026",
    "{} TEL 976 123 456",
    "{} 50017 ZARAGOZA",
    "{} 03/2026",
    "12.02.26 {}",
    "{} TOTAL {amount} EUR",
    "LIQ 12 FEBRERO 2026 {}",
)


@dataclass(frozen=True)
class Hand:
    """One person writing, whose moods come from a seed."""

    rng: random.Random

    def number(self, code: str) -> str:
        """A number as somebody copies it from paper: everything is there, and nothing as it was printed."""
        parts = re.findall(r"[A-Z]+|[0-9]+", code)
        ways = (
            lambda: code.lower(),
            lambda: code.replace("-", " "),
            lambda: code.replace("-", "/"),
            lambda: code.replace("-", "–"),
            lambda: code.replace("-", " - "),
            lambda: code.replace("-", "."),
            lambda: code.replace("-", ""),
            lambda: "-".join(parts).lower(),
            lambda: " ".join(parts),
            lambda: "/".join((*parts[:-1], parts[-1].lstrip("0") or "0")),
            lambda: f"Nº{code}",
        )
        return self.rng.choice(ways)()

    def creditor_reference(self, code: str) -> str:
        """The reference with check digits for a number, whole or in fours."""
        bare = re.sub("[^A-Z0-9]", "", code)
        whole = f"RF{mod_97_10.calc_check_digits(bare + 'RF')}{bare}"
        fours = " ".join(whole[at : at + 4] for at in range(0, len(whole), 4))
        return self.rng.choice((whole, fours, whole.lower()))

    def line(self, business: Business, invoice: Invoice, number: str) -> str:
        """A line of text around a number, in the customer's language."""
        ways = _ES if business.name == "ebro" else _EN
        return self.rng.choice(ways).format(number, name=self.name(business, invoice.customer, at_most=18))

    def noisy(self, invoice: Invoice, number: str) -> str:
        """A number among dates, telephone numbers, postcodes and amounts."""
        return self.rng.choice(_AROUND).format(number, amount=written(invoice.open).replace(".", ","))

    def name(self, business: Business, customer: int, at_most: int = 70) -> str:
        """A customer's name as a bank writes it."""
        name = business.customers[customer]
        ways = (name, name.upper(), name.replace(",", ""), name.replace(".", "").replace(",", "").upper())
        return self.rng.choice(ways)[:at_most]
