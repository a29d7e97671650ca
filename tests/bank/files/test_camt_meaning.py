"""What the parts of a camt message mean: status, batches, returns, charges, pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from cobro.bank.movement import FileKind, Movement, Statement
from cobro.bank.recognising import read_bank_file
from cobro.dunning.money import Money
from cobro.intake.problem import BadInput
from tests.bank.files.own_numbers import OURS, THEIRS
from tests.bank.files.strategies import QUICK, camt_statements
from tests.bank.files.writing_camt import camt

DAY = dt.date(2026, 11, 26)


def _entry(inside: str = "", *, amount: str = "100.00", direction: str = "CRDT", status: str = "BOOK") -> str:
    return (
        f'<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{direction}</CdtDbtInd><Sts><Cd>{status}</Cd></Sts>'
        f"<BookgDt><DtTm>2026-11-26T23:30:00+01:00</DtTm></BookgDt>{inside}</Ntry>"
    )


def _message(*entries: str, kind: str = "054", version: str = "08", head: str = "", account: str = "") -> bytes:
    outer, inner = {"053": ("BkToCstmrStmt", "Stmt"), "054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn")}[kind]
    return (
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.{kind}.001.{version}"><{outer}><{inner}>'
        f"<Acct><Id>{account or f'<IBAN>{OURS[0]}</IBAN>'}</Id><Ccy>EUR</Ccy></Acct>"
        f"{head}{''.join(entries)}</{inner}></{outer}></Document>"
    ).encode()


def _balance(code: str, amount: str, direction: str = "CRDT", day: str = "2026-11-26") -> str:
    return (
        f'<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{amount}</Amt>'
        f"<CdtDbtInd>{direction}</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>"
    )


def _one(*entries: str) -> Movement:
    (statement,) = read_bank_file("file", _message(*entries))
    (movement,) = statement.movements
    return movement


def _refusal(content: bytes) -> str:
    with pytest.raises(BadInput) as refused:
        read_bank_file("file", content)
    (problem,) = refused.value.problems
    return str(problem)


@QUICK
@given(statement=camt_statements(FileKind.CAMT054, least=2))
def test_a_batch_is_as_many_movements_as_it_names(statement: Statement) -> None:
    first = statement.movements[0]
    movements = tuple(
        replace(
            one,
            # These stand once for the whole entry.
            booked=first.booked,
            value=first.value,
            credit=True,
            concept="PMNT/RCDT/ESCT",
            is_fee=False,
            reversal=False,
            bank_reference=f"REF/{n}",
        )
        for n, one in enumerate(statement.movements, 1)
    )
    (read,) = read_bank_file("file", camt(replace(statement, movements=movements), batches={0: len(movements)}))

    assert tuple(replace(one, line="") for one in read.movements) == movements
    assert [one.line for one in read.movements] == [f"entry 1, transaction {n + 1}" for n in range(len(movements))]


def test_transactions_that_do_not_add_up_to_their_batch_are_refused() -> None:
    parts = "".join(f'<TxDtls><Amt Ccy="EUR">{amount}</Amt></TxDtls>' for amount in ("60.00", "39.00"))
    said = _refusal(_message(_entry(f"<NtryDtls>{parts}</NtryDtls>")))
    assert said.startswith("file, line 1, Amt: expected 100.00 EUR")
    assert said.endswith("got '99.00 EUR'")


def test_a_batch_without_amounts_of_its_own_is_one_movement_with_all_that_was_written() -> None:
    parts = "".join(f"<TxDtls><RmtInf><Ustrd>F-{n}</Ustrd></RmtInf></TxDtls>" for n in (1, 2))
    movement = _one(_entry(f"<NtryDtls>{parts}</NtryDtls>"))
    assert (movement.amount, movement.text, movement.line) == (Money(Decimal(100), "EUR"), "F-1 F-2", "entry 1")


def test_a_return_inside_a_batch_has_its_own_direction() -> None:
    parts = (
        '<TxDtls><Amt Ccy="EUR">130.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></TxDtls>'
        '<TxDtls><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>'
        "<RtrInf><Rsn><Cd>MD06</Cd></Rsn></RtrInf></TxDtls>"
    )
    (statement,) = read_bank_file("file", _message(_entry(f"<NtryDtls>{parts}</NtryDtls>")))
    assert [(one.signed_minor, one.reversal) for one in statement.movements] == [(13000, False), (-3000, True)]


@pytest.mark.parametrize("status", ["PDNG", "INFO", "FUTR"])
def test_only_what_is_booked_counts(status: str) -> None:
    (statement,) = read_bank_file("file", _message(_entry(amount="7.00"), _entry(status=status)))
    assert [one.amount.minor for one in statement.movements] == [700]


@pytest.mark.parametrize(
    ("said", "direction", "reversal"),
    [
        ("<RvslInd>true</RvslInd>", "DBIT", True),
        ("<RvslInd>1</RvslInd>", "CRDT", True),
        ("<RvslInd>false</RvslInd>", "DBIT", False),
        ("<NtryDtls><TxDtls><RtrInf/></TxDtls></NtryDtls>", "DBIT", True),
        ("<NtryDtls><TxDtls><RtrInf/></TxDtls></NtryDtls>", "CRDT", False),
    ],
)
def test_what_takes_a_payment_back(said: str, direction: str, reversal: bool) -> None:
    assert _one(_entry(said, direction=direction)).reversal is reversal


@pytest.mark.parametrize(
    ("said", "instructed"),
    [
        ('<AmtDtls><InstdAmt><Amt Ccy="EUR">103.50</Amt></InstdAmt></AmtDtls>', "103.50"),
        ('<AmtDtls><InstdAmt><Amt Ccy="EUR">100.00</Amt></InstdAmt></AmtDtls>', None),
        ('<AmtDtls><InstdAmt><Amt Ccy="USD">120.00</Amt></InstdAmt></AmtDtls>', None),
        ('<Chrgs><Amt Ccy="EUR">2.00</Amt></Chrgs><Chrgs><Amt Ccy="EUR">1.00</Amt></Chrgs>', "103.00"),
        ('<Chrgs><Rcrd><Amt Ccy="EUR">3.00</Amt><ChrgInclInd>true</ChrgInclInd></Rcrd></Chrgs>', "103.00"),
        ('<Chrgs><Rcrd><Amt Ccy="EUR">3.00</Amt><ChrgInclInd>false</ChrgInclInd></Rcrd></Chrgs>', None),
    ],
)
def test_what_the_payer_ordered_before_charges(said: str, instructed: str | None) -> None:
    expected = Money(Decimal(instructed), "EUR") if instructed else None
    assert _one(_entry(f"<NtryDtls><TxDtls>{said}</TxDtls></NtryDtls>")).instructed == expected


def test_who_paid_where_only_the_ultimate_debtor_is_named_and_the_numbers_of_what_is_paid() -> None:
    movement = _one(
        _entry(
            "<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>"
            f"<RltdPties><DbtrAcct><Id><IBAN>{THEIRS[0]}</IBAN></Id></DbtrAcct>"
            "<UltmtDbtr><Pty><Nm>Talleres Ebro</Nm></Pty></UltmtDbtr></RltdPties>"
            "<RmtInf><Strd><RfrdDocInf><Nb>F-1</Nb></RfrdDocInf><RfrdDocInf><Nb>F-2</Nb></RfrdDocInf>"
            "<AddtlRmtInf>two of\n three</AddtlRmtInf></Strd></RmtInf></TxDtls></NtryDtls>"
        )
    )
    assert (movement.payer_name, movement.payer_iban, movement.end_to_end) == ("Talleres Ebro", THEIRS[0], "")
    assert (movement.references, movement.text) == (("F-1", "F-2"), "two of three")
    assert (movement.booked, movement.value) == (DAY, DAY)


@pytest.mark.parametrize("other", ["21000418450200051332", "2100 0418 45 0200051332"])
def test_an_account_in_national_form_is_an_iban(other: str) -> None:
    content = _message(_entry(), account=f"<Othr><Id>{other}</Id></Othr>")
    assert [one.account for one in read_bank_file("file", content)] == [OURS[0]]


def test_pages_are_checked_by_the_balance_between_them_and_only_the_last_promises_whole_days() -> None:
    first = _message(
        _entry(),
        kind="053",
        head="<StmtPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>"
        + _balance("OPBD", "50.00", "DBIT")
        + _balance("ITBD", "50.00"),
    )
    last = _message(_entry(), kind="053", head=_balance("ITBD", "50.00") + _balance("CLBD", "150.00"))
    (one,), (two,) = read_bank_file("file", first), read_bank_file("file", last)
    assert (one.opening_minor, one.closing_minor, one.known_up_to) == (-5000, 5000, None)
    assert (two.opening_minor, two.closing_minor, two.known_up_to) == (5000, 15000, DAY)
    assert "closing balance" in _refusal(
        first.replace(b'"ITBD', b"").replace(b">50.00</Amt><CdtDbtInd>C", b">51.00</Amt><CdtDbtInd>C")
    )


def test_the_day_before_counts_where_the_bank_ends_its_statement_at_midnight() -> None:
    head = (
        "<FrToDt><FrDtTm>2026-11-26T00:00:00</FrDtTm><ToDtTm>2026-11-27T00:00:00</ToDtTm></FrToDt>"
        + _balance("PRCD", "0.00", day="2026-11-25")
        + _balance("CLBD", "100.00")
    )
    (statement,) = read_bank_file("file", _message(_entry(), kind="053", head=head))
    assert (statement.since, statement.known_up_to, statement.opening_minor) == (DAY, DAY, 0)


@pytest.mark.parametrize("counted", [1, 2])
def test_a_summary_may_count_what_is_not_booked_yet_or_leave_it_out(counted: int) -> None:
    head = f"<TxsSummry><TtlNtries><NbOfNtries>{counted}</NbOfNtries><Sum>{counted}00.00</Sum></TtlNtries></TxsSummry>"
    (statement,) = read_bank_file("file", _message(_entry(), _entry(status="PDNG"), head=head))
    assert len(statement.movements) == 1
    assert "NbOfNtries: expected" in _refusal(_message(_entry(), _entry(), _entry(), head=head))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (_message(_entry(), version="01"), "expected the namespace of camt.054.001.02 to camt.054.001.13"),
        (_message(_entry(), version="14"), "expected the namespace of camt.054.001.02 to camt.054.001.13"),
        (_message(_entry(amount="-1.00")), "Amt: expected a number that is not negative, like 1210.50, got '-1.00'"),
        (_message(_entry(amount="1,00")), "Amt: expected a number that is not negative"),
        (_message(_entry(amount="1.001")), "Amt: expected an amount that EUR can have, got '1.001'"),
        (_message(_entry(direction="C")), "CdtDbtInd: expected CRDT or DBIT, got 'C'"),
        (_message(_entry(status="")), "Sts: expected a status such as BOOK, got nothing"),
        (_message(_entry("<RvslInd>yes</RvslInd>")), "RvslInd: expected true or false, got 'yes'"),
        (_message(_entry().replace("2026-11-26", "2026-02-30")), "expected a date like 2026-11-26"),
        (_message(_entry().replace('Ccy="EUR"', 'Ccy="USD"')), "Amt@Ccy: expected EUR"),
        (_message(account="<IBAN>ES9121000418450200051333</IBAN>"), "expected an IBAN whose check digits are right"),
        (_message(account="<Othr/>"), "Acct/Id/Othr/Id: expected the number of an account"),
        (_message().replace(b"Ntfctn", b"Rpt"), "expected the namespace of camt.052"),
        (b"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'/>", "expected a camt.052, camt.053 or"),
    ],
)
def test_a_part_that_has_not_its_form_is_named(content: bytes, said: str) -> None:
    assert said in _refusal(content)
