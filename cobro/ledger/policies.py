"""Policies in force: kept in the ledger, version by version, and taken from their files once, when first needed.

A creditor's row says by digest which version is in force for its cases, so a decision reads no table and no file for
it. Putting a version in force changes that row under the creditor's lock, and nothing else: each case takes the new
version over when it is looked at next (`facts.see`).
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cobro.dunning.policy import Policy
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.locks import lock_creditor
from cobro.ledger.work import Work

_read: dict[str, Policy] = {}
"""By digest: what a digest stands for is the same in every ledger."""


@dataclass(frozen=True, slots=True)
class PutInForce:
    """What came of putting a policy in force."""

    policy: Policy
    replaced: int | None
    """The version that was in force before; None where the name was new."""
    changed: bool
    creditors: tuple[str, ...]
    """Those whose cases it governs."""


def in_force(work: Work, creditor: t.Creditor) -> Policy:
    """The policy that governs a creditor's cases now.

    Raises:
        LookupError: neither the ledger nor the folder has a policy of that name.
    """
    wanted = str(creditor.profile["policy"])
    if creditor.policy_digest:
        policy = of_digest(work.session, creditor.policy_digest)
        if policy.name == wanted:
            return policy
    newest = newest_version(work.session, wanted)
    return _of_row(newest) if newest else work.rules.policy(wanted)


def appoint(work: Work, creditor: t.Creditor) -> None:
    """Bring the version in force in line with the name in a creditor's data; its file is taken at first use.

    Call it under the creditor's own lock (`lock_creditor`).
    """
    name = str(creditor.profile["policy"])
    if creditor.policy_digest and of_digest(work.session, creditor.policy_digest).name == name:
        return
    newest = newest_version(work.session, name)
    creditor.policy_digest = newest.digest if newest else _store(work, work.rules.policy(name)).digest
    work.session.flush()


def put_in_force(work: Work, policy: Policy) -> PutInForce:
    """Make a policy the one in force for every creditor that names it. The same content again changes nothing.

    Raises:
        Refused: its version is not above the one in force, or steps of another version stand in another order.
    """
    newest = newest_version(work.session, policy.name)
    refuse_misfit(work.session, policy)
    known = newest if newest and _says_the_same(newest, policy) else None
    digest = (known or _store(work, policy)).digest
    governed = []
    for creditor_id in work.session.scalars(select(t.Creditor.id).order_by(t.Creditor.id)).all():
        creditor = lock_creditor(work.session, creditor_id)
        if creditor and creditor.profile["policy"] == policy.name:
            creditor.policy_digest = digest
            governed.append(creditor_id)
    return PutInForce(policy, newest.version if newest else None, known is None, tuple(governed))


def refuse_misfit(session: Session, policy: Policy) -> None:
    """Refuse what could not be put in force (see `put_in_force`); the message is one line."""
    rows = session.scalars(
        select(t.PolicyRow).where(t.PolicyRow.name == policy.name).order_by(t.PolicyRow.version)
    ).all()
    if not rows or _says_the_same(rows[-1], policy):
        return
    last = rows[-1].version
    if any(row.version == policy.version and not _says_the_same(row, policy) for row in rows):
        raise Refused(
            f"policy {policy.name}, version: expected one above {last}, for version {policy.version} "
            "was put in force with another content"
        )
    if policy.version <= last:
        raise Refused(f"policy {policy.name}, version: expected one above {last}, got {policy.version}")
    for row in rows:
        common = [name for name in _of_row(row).names if name in policy.names]
        if common != [name for name in policy.names if name in common]:
            raise Refused(
                f"policy {policy.name}, steps: expected {', '.join(common)} in this order, as in version {row.version} "
                "(a step that moves needs a new name)"
            )


def _says_the_same(row: t.PolicyRow, policy: Policy) -> bool:
    """Whether a version has this content. One that was kept before policies had some field has another digest, and
    says the same as long as the field has its default."""
    return row.digest == policy.digest or _of_row(row) == policy


def newest_version(session: Session, name: str) -> t.PolicyRow | None:
    """The version of a policy that was put in force last."""
    return session.scalars(
        select(t.PolicyRow).where(t.PolicyRow.name == name).order_by(t.PolicyRow.version.desc()).limit(1)
    ).first()


def of_version(session: Session, name: str, version: int) -> Policy | None:
    """A policy as it was in a version; None where the ledger never had it."""
    seen: dict[tuple[str, int], Policy | None] = session.info.setdefault("policies", {})
    if (name, version) not in seen:
        row = session.get(t.PolicyRow, (name, version))
        seen[name, version] = _of_row(row) if row else None
    return seen[name, version]


def of_digest(session: Session, digest: str) -> Policy:
    """The policy of that digest, which a row of the ledger names."""
    known = _read.get(digest)
    return known or _of_row(session.scalars(select(t.PolicyRow).where(t.PolicyRow.digest == digest)).one())


def _of_row(row: t.PolicyRow) -> Policy:
    known = _read.get(row.digest)
    if known is None:
        known = _read[row.digest] = Policy.model_validate_json(row.content)
    return known


def _store(work: Work, policy: Policy) -> t.PolicyRow:
    row = t.PolicyRow(
        name=policy.name,
        version=policy.version,
        digest=policy.digest,
        content=policy.model_dump_json(),
        since=work.now,
        by=work.who,
    )
    work.session.add(row)
    work.session.flush()
    return row
