"""Two creditors invented from a seed, whose invoice numbers overlap, with customers some of whom have alike names."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from stdnum.iso7064 import mod_97_10

START = dt.date(2026, 1, 5)

EBRO = """Panadería La Espiga, S.L.|Talleres García, S.L.|Talleres García Hijos, S.L.|Hotel Mirador, S.A.
Hotel Miramar, S.A.|Construcciones Soto, S.L.|Construcciones Sotomayor, S.L.|Aurelio Llorente Sanz
Ayuntamiento de Valdeflores|Bar El Puente, C.B.|Transportes Moncayo, S.L.U.|Clínica Dental Ruiz
Farmacia Lahoz, C.B.|Óptica Ibáñez, S.L.|Muebles Peña e Hijos, S.L.|Electricidad Montes, S.A.
Fontanería Gil|Colegio San Braulio|Asesoría Navarro y Cía., S.C.|Gimnasio Olympo, S.L.
Librería Cálamo, S.L.|Restaurante Casa Paco|Viveros Aragón, S.Coop.|Pinturas Lozano, S.L.
Autoescuela Zaragoza Norte|Imprenta Ferrer, S.L.|María José Blasco Pardo|José María Blasco Pardo
Bodegas Tres Cantos, S.A.|Cristalería Ebro, S.L."""
NORTHGATE = """Harbour Cafe Limited|J. Smith & Sons Ltd|Smith & Daughters Ltd|Greenfield Primary School
Panadería La Espiga, S.L.|Riverside Dental Practice LLP|Oak Tree Nursery|Oak Tree Nurseries Ltd
Northern Lights Theatre|B. Patel Newsagents|Kowalski Plumbing|The Crown Inn|Crown Innovations Plc
Sunrise Care Homes Ltd|Mill Lane Surgery|Redwood Architects LLP|Baker Street Bakery
Fisher & Fisher Solicitors|Wilson Haulage Ltd|Wilson Haulage (North) Ltd|Aileen O'Connor
Talleres García, S.L.|Green Grocers Co-op|Ashford Motors|Bright Sparks Electrical|Pier Hotel"""
COMMON = ("49.00", "121.00", "1210.00")


@dataclass
class Invoice:
    number: str
    customer: int
    issued: dt.date
    due: dt.date
    open: int
    currency: str = "EUR"
    reference: str = ""

    def row(self) -> list[Any]:
        """As it stands in the file."""
        known = [self.number, self.customer, str(self.issued), str(self.due), written(self.open)]
        return [*known, self.currency, self.reference] if self.reference or self.currency != "EUR" else known


@dataclass
class Business:
    """One creditor, its customers, what they owe, and from which accounts they are known to pay."""

    name: str
    customers: dict[int, str]
    invoices: list[Invoice]
    accounts: dict[int, str]
    strangers: dict[int, str]
    """Accounts of the other customers, from which nothing has come yet."""
    expected: list[tuple[int, tuple[str, ...], int, dt.date]] = field(default_factory=list)

    def owed(self, customer: int) -> list[Invoice]:
        """What a customer has open in euros, the oldest first."""
        found = [i for i in self.invoices if i.customer == customer and i.open and i.currency == "EUR"]
        return sorted(found, key=lambda invoice: (invoice.due, invoice.number))

    def iban(self, customer: int) -> str:
        """An account of the customer's, known or not."""
        return self.accounts.get(customer) or self.strangers[customer]

    def data(self) -> dict[str, Any]:
        """As it stands in the file."""
        return {
            "customers": {str(customer): name for customer, name in self.customers.items()},
            "invoices": [invoice.row() for invoice in self.invoices],
            "accounts": {iban: [customer] for customer, iban in self.accounts.items()},
            "expected": [[who, list(what), written(units), str(day)] for who, what, units, day in self.expected],
        }


def written(units: int) -> str:
    """Cents as an amount."""
    return f"{units // 100}.{units % 100:02}"


def iban(country: str, rest: str) -> str:
    """An account number with its check digits."""
    return f"{country}{mod_97_10.calc_check_digits(rest + country)}{rest}"


def ebro(rng: random.Random) -> Business:
    """A Spanish workshop: F2026-0001 and on, some of an older tool (2026-0042), some numbers a digit too long."""
    numbers = [*(f"F2026-{n:04}" for n in range(20, 120)), *(f"2026-{n:04}" for n in range(38, 50))]
    numbers += [f"F2026-00{n}{k}" for n, k in ((42, 1), (55, 7), (61, 3))] + [f"F2025-{n:04}" for n in range(40, 60)]
    return _business(rng, "ebro", EBRO, numbers, 1)


def northgate(rng: random.Random) -> Business:
    """An English supplier: INV-0001 and on, plain numbers, and a few that the other creditor has too."""
    numbers = [*(f"INV-{n:04}" for n in range(30, 100)), *(f"2026{n:04}" for n in range(40, 60))]
    numbers += [f"F2026-{n:04}" for n in range(40, 52)] + [str(n) for n in range(1040, 1052)]
    return _business(rng, "northgate", NORTHGATE, numbers, 101)


def _business(rng: random.Random, name: str, people: str, numbers: list[str], first: int) -> Business:
    names = people.replace("\n", "|").split("|")
    customers = dict(enumerate(names, first))
    ibans = {customer: iban(*_account(rng, name)) for customer in customers}
    known = set(rng.sample(sorted(customers), len(customers) * 3 // 5))
    business = Business(
        name=name,
        customers=customers,
        invoices=list(_invoices(rng, numbers, list(customers))),
        accounts={customer: ibans[customer] for customer in sorted(known)},
        strangers={customer: ibans[customer] for customer in customers if customer not in known},
    )
    for customer in rng.sample(sorted(customers), 12):
        owed = [invoice for invoice in business.owed(customer) if invoice.open > 20000]
        if owed:
            part = owed[0].open // 300 * 100
            day = START + dt.timedelta(days=rng.randint(50, 70))
            business.expected.append((customer, (owed[0].number,), part, day))
    return business


def _account(rng: random.Random, name: str) -> tuple[str, str]:
    if name == "ebro":
        return "ES", f"{rng.randint(10**19, 10**20 - 1)}"
    return "GB", f"WEST{rng.randint(10**13, 10**14 - 1)}"


def _invoices(rng: random.Random, numbers: list[str], customers: list[int]) -> Iterator[Invoice]:
    for number in numbers:
        issued = START + dt.timedelta(days=rng.randint(0, 45))
        customer = rng.choice(customers)
        common = rng.random() < 0.2
        units = round(float(rng.choice(COMMON)) * 100) if common else rng.randint(1500, 400000)
        old = number.startswith("F2025") or rng.random() < 0.12
        invoice = Invoice(number, customer, issued, issued + dt.timedelta(days=30), 0 if old else units)
        if rng.random() < 0.03:
            invoice.currency = "USD"
        elif rng.random() < 0.05:
            invoice.reference = f"TE-{rng.randint(100000, 999999)}"
        yield invoice
