"""What hypothesis draws: statements, of the kind that each format can tell in full."""

from __future__ import annotations

import datetime as dt
import string

from hypothesis import settings
from hypothesis import strategies as st
from stdnum import iso11649
from stdnum.iso7064 import mod_97_10

from cobro.bank.movement import FileKind, Movement, Statement
from cobro.dunning.money import Money
from tests.bank.files.own_numbers import CURRENCY_NUMBERS, OURS, THEIRS

QUICK = settings(max_examples=40, deadline=None, derandomize=True)
THOROUGH = settings(QUICK, max_examples=100)

VERSIONS = tuple(f"{number:02}" for number in range(2, 14))
CAMT_KINDS = (FileKind.CAMT052, FileKind.CAMT053, FileKind.CAMT054)

_NO_REFERENCE = ("NONREF", "NOTPROVIDED")
"""What the formats write where there is no reference: it is read as none."""

_WORD = st.text(string.ascii_letters + string.digits + "ñçÁü&.,-/", min_size=1, max_size=12).filter(
    lambda word: not word.startswith("-") and word.upper() not in _NO_REFERENCE
)
_CODE = st.text(string.ascii_uppercase + string.digits, min_size=3, max_size=12).filter(
    lambda code: code not in _NO_REFERENCE
)
_DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
_CENTS = st.integers(1, 10**9)
_FEES = ("PMNT/RCDT/CHRG", "ACMT/MCOP/INTR")


def _text(longest: int) -> st.SearchStrategy[str]:
    return st.lists(_WORD, max_size=12).map(lambda words: " ".join(words)[:longest].strip())


def _rf(code: str) -> str:
    reference = f"RF{mod_97_10.calc_check_digits(f'{code}RF')}{code}"
    assert iso11649.is_valid(reference)
    return reference


def _money(draw: st.DrawFn, currency: str) -> Money:
    return Money.from_minor(draw(_CENTS), currency)


@st.composite
def _norma43_movement(draw: st.DrawFn, currency: str) -> Movement:
    concept = draw(st.sampled_from(("02", "03", "04", "06", "12", "14", "17", "98", "99")))
    sepa = concept == "04" and draw(st.booleans())
    amount = _money(draw, currency)
    numbers = st.from_regex(r"[1-9][0-9]{11}", fullmatch=True), st.from_regex(r"[A-Z0-9]{15}[A-Z]", fullmatch=True)
    return Movement(
        booked=draw(_DAYS),
        value=draw(_DAYS),
        amount=amount,
        credit=draw(st.booleans()),
        reversal=concept in ("14", "98"),
        is_fee=concept == "17",
        concept=concept,
        end_to_end=draw(_CODE | st.just("")) if sepa else "",
        references=draw(st.just(()) | st.tuples(*numbers)),
        text=draw(_text(140 if sepa else 76)),
        payer_name=draw(_text(60).filter(bool)) if sepa else "",
        instructed=draw(st.none() | st.just(amount + Money.from_minor(350, currency))),
    )


@st.composite
def _camt_movement(draw: st.DrawFn, currency: str) -> Movement:
    concept = draw(st.sampled_from(("PMNT/RCDT/ESCT", "PMNT/RDDT/PMDD", "PMNT/IDDT/UPDD", *_FEES)))
    amount, credit = _money(draw, currency), draw(st.booleans())
    return Movement(
        booked=draw(_DAYS),
        value=draw(_DAYS),
        amount=amount,
        credit=credit,
        reversal=draw(st.booleans()) or (concept.endswith("UPDD") and not credit),
        is_fee=concept in _FEES,
        concept=concept,
        bank_reference=draw(_CODE | st.just("")),
        end_to_end=draw(_CODE | st.just("")),
        references=tuple(dict.fromkeys(map(_rf, draw(st.lists(_CODE, max_size=2))))),
        text=draw(_text(140)),
        payer_name=draw(_text(60)),
        payer_iban=draw(st.sampled_from(("", *THEIRS))),
        instructed=draw(st.none() | st.just(amount + Money.from_minor(350, currency))),
    )


@st.composite
def _mt940_movement(draw: st.DrawFn, currency: str) -> Movement:
    concept = draw(st.sampled_from(("NTRF", "NMSC", "NCHG", "SCOM", "FINT")))
    booked = draw(_DAYS)
    return Movement(
        booked=booked,
        value=booked + dt.timedelta(days=draw(st.integers(-20, 20))),
        amount=_money(draw, currency),
        credit=draw(st.booleans()),
        reversal=draw(st.booleans()),
        is_fee=concept[1:] in ("CHG", "COM", "INT"),
        concept=concept,
        bank_reference=draw(_CODE | st.just("")),
        end_to_end=draw(_CODE | st.just("")),
        references=draw(st.just(()) | st.tuples(_CODE)),
        text=draw(_text(100)),
        payer_name=draw(_text(50)),
        payer_iban=draw(st.sampled_from(("", *THEIRS))),
    )


def _with_balances(draw: st.DrawFn, statement: Statement) -> Statement:
    opening = draw(st.integers(-(10**10), 10**10))
    closing = opening + sum(one.signed_minor for one in statement.movements)
    return Statement(
        statement.kind,
        statement.version,
        statement.account,
        statement.currency,
        statement.movements,
        statement.since,
        statement.known_up_to,
        opening,
        closing,
    )


@st.composite
def norma43_statements(draw: st.DrawFn, least: int = 0) -> Statement:
    """An account of Norma 43 with its totals."""
    currency = draw(st.sampled_from(sorted(CURRENCY_NUMBERS)))
    return _with_balances(
        draw,
        Statement(
            kind=FileKind.NORMA43,
            version="Norma 43",
            account=draw(st.sampled_from(OURS)),
            currency=currency,
            movements=tuple(draw(st.lists(_norma43_movement(currency), min_size=least, max_size=5))),
            since=dt.date(2026, 1, 1),
            known_up_to=dt.date(2026, 12, 31),
        ),
    )


@st.composite
def camt_statements(
    draw: st.DrawFn, kind: FileKind | None = None, version: str | None = None, least: int = 0
) -> Statement:
    """An account of a camt message in any version; only camt.053 has balances."""
    kind = kind or draw(st.sampled_from(CAMT_KINDS))
    version = version or draw(st.sampled_from(VERSIONS))
    currency = draw(st.sampled_from(sorted(CURRENCY_NUMBERS)))
    whole_days = kind is FileKind.CAMT053
    statement = Statement(
        kind=kind,
        version=f"{kind}.001.{version}",
        account=draw(st.sampled_from((*OURS, *THEIRS))),
        currency=currency,
        movements=tuple(draw(st.lists(_camt_movement(currency), min_size=least, max_size=5))),
        since=dt.date(2026, 1, 1) if whole_days else None,
        known_up_to=dt.date(2026, 12, 31) if whole_days else None,
    )
    return _with_balances(draw, statement) if whole_days else statement


@st.composite
def mt940_statements(draw: st.DrawFn, least: int = 0) -> Statement:
    """An account of MT940 with its balances."""
    currency = draw(st.sampled_from(sorted(CURRENCY_NUMBERS)))
    return _with_balances(
        draw,
        Statement(
            kind=FileKind.MT940,
            version="MT940",
            account=draw(st.sampled_from((*OURS, *THEIRS))),
            currency=currency,
            movements=tuple(draw(st.lists(_mt940_movement(currency), min_size=least, max_size=5))),
            known_up_to=dt.date(2026, 12, 31),
        ),
    )
