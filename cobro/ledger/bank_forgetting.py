"""A bank that tells nothing more and is not waited for any longer: a person says so, and the cases go on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.bank_accounts import paying_into
from cobro.ledger.case import open_cases
from cobro.ledger.facts import paid_into
from cobro.ledger.locks import lock_creditor, lock_customers
from cobro.ledger.moving import settle
from cobro.ledger.work import Work

_END = 4
"""So many characters at the end of an IBAN tell an account from the creditor's others."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """An account whose bank is not waited for any longer."""

    account: str
    known_up_to: dt.date
    """What its bank had told up to then."""
    customers: tuple[int, ...]
    """Ids of customers with a running case that is paid into it. The caller settles each of them with
    `settle_forgotten`, in transactions of their own; one that it does not come to goes on at its next look."""


def forget(work: Work, creditor_id: str, wanted: str) -> Forgotten:
    """Wait for no data of an account until the next file of whole days comes; who says so and when stands with it.

    Args:
        work: the transaction, its moment, and who says so.
        creditor_id: whose account.
        wanted: its IBAN, with or without spaces, or the last `_END` characters where no other account has the same.

    Raises:
        Refused: there is no such account, there are several, or nobody waits for it.
    """
    creditor = lock_creditor(work.session, creditor_id)
    if creditor is None:
        raise Refused(f"creditor: the ledger has no creditor '{creditor_id}'")
    rows = work.session.scalars(select(t.BankAccount).where(t.BankAccount.creditor_id == creditor_id))
    known = {row.iban: row for row in rows}
    iban = _meant(wanted, list(dict.fromkeys((*creditor.value.ibans, *known))))
    row = known.get(iban)
    if row is None or row.known_up_to is None:
        raise Refused(f"--forget: expected an account that is waited for; nobody waits for ...{iban[-_END:]}")
    up_to = row.known_up_to
    row.known_up_to, row.closing_minor = None, None
    row.forgotten_at, row.forgotten_by = work.now, work.who
    customers = paying_into(work.session, creditor_id, iban)
    return Forgotten(iban, up_to, tuple(customer.id for customer in customers))


def settle_forgotten(work: Work, creditor_id: str, customer_id: int, forgotten: Forgotten) -> None:
    """Let a customer's cases go on, and write into the evidence of those paid into the account why they do."""
    lock_customers(work.session, creditor_id, [customer_id])
    for case in open_cases(work, customer_id):
        if paid_into(case) == forgotten.account:
            reason = f"account ...{forgotten.account[-_END:]}, known up to {forgotten.known_up_to}"
            evidence.append(work, case.invoice.id, "bank_forgotten", reason=reason)
        settle(work, case.episode)


def _meant(wanted: str, accounts: list[str]) -> str:
    """The account that a person means; of what was typed only the end is said again, for it may be somebody else's."""
    typed = "".join(wanted.split()).upper()
    found = [iban for iban in accounts if typed in (iban, iban[-_END:])]
    if not found:
        told = f"an account that 'bank' lists, its IBAN or the last {_END} characters"
        raise Refused(f"--forget: expected {told}, got '...{typed[-_END:]}'")
    if len(found) > 1:
        raise Refused(f"--forget: expected the whole IBAN, for {len(found)} accounts end in {typed}")
    return found[0]
