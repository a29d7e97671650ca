"""The count: what the provider took, held against who was to be written to. The ledger is asked for two things only:
which contacts are unknown, and which it believes to have been sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from bench.faults.book import Meanwhile, Owing
from bench.faults.fault import Fault
from bench.faults.provider import Took
from cobro.dunning.contact import Channel, ContactState, reference
from cobro.ledger import tables as t


@dataclass
class Row:
    """One line of the table, counted in customers but for `accepted`, `duplicated` and `after`: messages.

    Whoever paid or was stopped is due a contact only if one was claimed before and not proved to be untaken.
    """

    fault: Fault
    meanwhile: Meanwhile
    customers: int = 0
    struck: int = 0
    due: int = 0
    accepted: int = 0
    lost: list[str] = field(default_factory=list)
    duplicated: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    unresolved: int = 0
    texts_unresolved: int = 0

    def missed(self) -> list[str]:
        """What is not as it has to be; nothing, where it was made to fail."""
        if self.fault.unclaimed:
            return []
        found = [
            f"{len(some)} {what}"
            for what, some in (("lost", self.lost), ("duplicated", self.duplicated), ("after payment", self.after))
            if some
        ]
        if self.texts_unresolved:
            found.append(f"{self.texts_unresolved} text messages unresolved, which the provider could be asked about")
        if self.unresolved and not self.fault.doubt:
            found.append(f"{self.unresolved} unresolved, where nothing was in doubt")
        if not self.struck:
            found.append("the fault met nobody")
        return found


States = Mapping[tuple[str, str], Sequence[ContactState]]
"""By creditor and the customer's number there: where each contact stands in the ledger."""


def count(fault: Fault, owing: Sequence[Owing], took: Iterable[Took], states: States) -> list[Row]:
    """A row for each of what landed meanwhile."""
    taken: dict[str, list[str]] = defaultdict(list)
    for message in took:
        taken[message.address].append(message.reference)
    rows = {meanwhile: Row(fault, meanwhile) for meanwhile in Meanwhile}
    for one in owing:
        _add(rows[one.meanwhile], one, taken.pop(one.address, []), states.get((one.creditor, one.ref), ()))
    if taken:
        raise RuntimeError(f"{len(taken)} messages for people who owe nothing")
    return list(rows.values())


def _add(row: Row, one: Owing, references: Sequence[str], states: Sequence[ContactState]) -> None:
    unknown = states.count(ContactState.UNKNOWN)
    counted = unknown or any(state in (ContactState.SENDING, ContactState.SENT) for state in states)
    row.customers += 1
    row.struck += one.struck
    row.accepted += len(references)
    row.unresolved += unknown
    row.texts_unresolved += unknown if one.channel is Channel.SMS else 0
    if one.known is None or references or counted:
        row.due += 1
        if not references and not unknown:
            row.lost.append(one.ref)
    row.duplicated += [one.ref] * (len(references) - 1)
    if one.known is not None:
        before = {known if one.channel is Channel.EMAIL else reference(known) for known in one.known}
        row.after += [one.ref for each in references if each not in before]


def read_states(session: Session) -> States:
    """Ask the ledger."""
    found: dict[tuple[str, str], list[ContactState]] = defaultdict(list)
    for creditor, ref, state in session.execute(
        select(t.Customer.creditor_id, t.Customer.ref, t.Contact.state).join(
            t.Contact, t.Contact.customer_id == t.Customer.id
        )
    ):
        found[creditor, ref].append(state)
    return found
