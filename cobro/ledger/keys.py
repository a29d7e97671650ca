"""Keys for HTTP: made for one creditor, shown once, kept as a hash, withdrawn at once."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from cobro.ledger import tables as t
from cobro.ledger.applying import Refused

PREFIX = "ck_"
"""What every key begins with, so that a key that leaked into a file is found by a search."""

_BYTES = 32


class Scope(StrEnum):
    """What a key lets its holder do."""

    EVENTS = "events"
    """Report what happened: billing events, payments, reversals."""
    FILES = "files"
    """Hand in invoices and bank files."""
    READ = "read"
    """Ask what became of an event, and where a case stands."""
    INBOUND = "inbound"
    """Pass on e-mail that customers wrote."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who sends with a key: for which creditor, under which name, and what for."""

    key: int
    creditor: str
    name: str
    scopes: frozenset[Scope]


def make_key(
    session: Session, creditor_id: str, name: str, scopes: Iterable[Scope], now: dt.datetime, *, who: str
) -> str:
    """Make a key for a sender and return it: this is the only time that anybody sees it.

    Raises:
        Refused: the creditor has, or had, a key of that name; events carry it, so a name stands for one key.
    """
    if _named(session, creditor_id, name) is not None:
        raise Refused(f"NAME: expected one that no key of {creditor_id} has had, got '{name}'")
    key = PREFIX + secrets.token_urlsafe(_BYTES)
    session.add(
        t.ApiKey(
            creditor_id=creditor_id,
            name=name,
            hash=_hash(key),
            scopes=sorted({scope.value for scope in scopes}),
            created_at=now,
            created_by=who,
        )
    )
    session.flush()
    return key


def revoke_key(session: Session, creditor_id: str, name: str, now: dt.datetime, *, who: str) -> bool:
    """Withdraw a key for good; True where it was withdrawn just now, False where it had been before.

    Raises:
        Refused: the creditor has no key of that name.
    """
    row = _named(session, creditor_id, name)
    if row is None:
        raise Refused(f"NAME: {creditor_id} has no key '{name}'")
    if row.revoked_at is not None:
        return False
    row.revoked_at, row.revoked_by = now, who
    return True


def keys_of(session: Session, creditor_id: str) -> Sequence[t.ApiKey]:
    """A creditor's keys, the withdrawn ones included, oldest first."""
    chosen = select(t.ApiKey).where(t.ApiKey.creditor_id == creditor_id)
    return session.scalars(chosen.order_by(t.ApiKey.id)).all()


def holder_of(session: Session, key: str) -> Holder | None:
    """Who holds a key; None where there is no such key, or it was withdrawn.

    It is looked up by its hash: how long that takes tells nothing about the key.
    """
    hashed = _hash(key)
    row = session.scalars(select(t.ApiKey).where(t.ApiKey.hash == hashed)).first()
    if row is None or not hmac.compare_digest(row.hash, hashed) or row.revoked_at is not None:
        return None
    return Holder(row.id, row.creditor_id, row.name, frozenset(Scope(scope) for scope in row.scopes))


def _named(session: Session, creditor_id: str, name: str) -> t.ApiKey | None:
    return session.scalars(select(t.ApiKey).where(t.ApiKey.creditor_id == creditor_id, t.ApiKey.name == name)).first()


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
