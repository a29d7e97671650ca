"""camt.052, camt.053 and camt.054 in any version, from the statements that they are to tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from cobro.bank.movement import FileKind, Movement, Statement
from cobro.dunning.money import Money

PARTS = {
    FileKind.CAMT052: ("BkToCstmrAcctRpt", "Rpt"),
    FileKind.CAMT053: ("BkToCstmrStmt", "Stmt"),
    FileKind.CAMT054: ("BkToCstmrDbtCdtNtfctn", "Ntfctn"),
}

Batches = dict[int, int]
"""Where a batch begins among the movements, and how many of them are in it."""


def camt(*statements: Statement, batches: Batches | None = None, encoding: str = "UTF-8") -> bytes:
    """The message in the version of the first statement."""
    kind, version = statements[0].kind, statements[0].version
    outer, inner = PARTS[kind]
    body = "".join(
        f"<{inner}><Id>S1</Id>{_head(one)}{''.join(_entries(one, batches or {}))}</{inner}>" for one in statements
    )
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>\n'
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:{version}"><{outer}>\n'
        f"<GrpHdr><MsgId>M1</MsgId></GrpHdr>{body}</{outer}></Document>"
    ).encode(encoding)


def _head(statement: Statement) -> str:
    found = ""
    if statement.since and statement.known_up_to:
        found += (
            f"<FrToDt><FrDtTm>{statement.since}T00:00:00</FrDtTm><ToDtTm>{statement.known_up_to}T23:59:59</ToDtTm>"
            "</FrToDt>"
        )
    found += f"<Acct><Id><IBAN>{statement.account}</IBAN></Id><Ccy>{statement.currency}</Ccy></Acct>\n"
    for code, minor in (("OPBD", statement.opening_minor), ("CLBD", statement.closing_minor)):
        if minor is not None:
            found += (
                f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>"
                f"{_amount(Money.from_minor(abs(minor), statement.currency))}{_direction(minor >= 0)}"
                f"<Dt><Dt>{statement.known_up_to}</Dt></Dt></Bal>\n"
            )
    return found + _summary(statement)


def _summary(statement: Statement) -> str:
    found = ""
    for part, credit in (("TtlCdtNtries", True), ("TtlDbtNtries", False)):
        these = [one for one in statement.movements if one.credit is credit]
        total = Money.from_minor(sum(one.amount.minor for one in these), statement.currency).amount
        found += f"<{part}><Sum>{total}</Sum></{part}>"
    return f"<TxsSummry>{found}</TxsSummry>\n"


def _entries(statement: Statement, batches: Batches) -> Iterable[str]:
    at = 0
    while at < len(statement.movements):
        size = batches.get(at, 1)
        yield _entry(statement, statement.movements[at : at + size])
        at += size


def _entry(statement: Statement, movements: Sequence[Movement]) -> str:
    first = movements[0]
    modern = int(statement.version[-2:]) >= 4
    total = sum(one.signed_minor for one in movements)
    reference = first.bank_reference.partition("/")[0] if len(movements) > 1 else first.bank_reference
    domain, family, last = first.concept.split("/")
    return (
        f"<Ntry>{_amount(Money.from_minor(abs(total), statement.currency))}{_direction(total >= 0)}"
        f"<RvslInd>{str(first.reversal).lower()}</RvslInd><Sts>{'<Cd>BOOK</Cd>' if modern else 'BOOK'}</Sts>"
        f"<BookgDt><Dt>{first.booked}</Dt></BookgDt><ValDt><DtTm>{first.value}T12:00:00Z</DtTm></ValDt>"
        f"<AcctSvcrRef>{escape(reference)}</AcctSvcrRef>"
        f"<BkTxCd><Domn><Cd>{domain}</Cd><Fmly><Cd>{family}</Cd><SubFmlyCd>{last}</SubFmlyCd></Fmly></Domn></BkTxCd>"
        f"<NtryDtls>{''.join(_transaction(one, modern=modern, alone=len(movements) == 1) for one in movements)}"
        "</NtryDtls></Ntry>\n"
    )


def _transaction(movement: Movement, *, modern: bool, alone: bool) -> str:
    name = f"<Nm>{escape(movement.payer_name)}</Nm>"
    amounts = f"<InstdAmt>{_amount(movement.instructed)}</InstdAmt>" if movement.instructed else ""
    own = ""
    if not alone and modern:
        own = f"{_amount(movement.amount)}{_direction(movement.credit)}"
    elif not alone:
        amounts += f"<TxAmt>{_amount(movement.amount)}</TxAmt>"
    structured = "".join(
        f"<Strd><CdtrRefInf><Ref>{escape(one)}</Ref></CdtrRefInf></Strd>" for one in movement.references
    )
    iban = f"<DbtrAcct><Id><IBAN>{movement.payer_iban}</IBAN></Id></DbtrAcct>" if movement.payer_iban else ""
    return (
        f"<TxDtls><Refs><EndToEndId>{escape(movement.end_to_end) or 'NOTPROVIDED'}</EndToEndId></Refs>{own}"
        f"<AmtDtls>{amounts}</AmtDtls>"
        f"<RltdPties><Dbtr>{f'<Pty>{name}</Pty>' if modern else name}</Dbtr>{iban}</RltdPties>"
        f"<RmtInf>{''.join(f'<Ustrd>{escape(word)}</Ustrd>' for word in movement.text.split())}{structured}</RmtInf>"
        "</TxDtls>"
    )


def _amount(money: Money) -> str:
    return f"<Amt Ccy={quoteattr(money.currency)}>{money.amount}</Amt>"


def _direction(credit: bool) -> str:
    return f"<CdtDbtInd>{'CRDT' if credit else 'DBIT'}</CdtDbtInd>"
