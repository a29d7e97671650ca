"""Two creditors with the same numbers of everything: whatever happens to one, nothing of the other changes."""

from __future__ import annotations

from typing import Any

import pytest

from cobro.dunning import event as ev
from cobro.dunning.contact import Accepted
from cobro.dunning.contract import CaseRef
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.door import Claimed
from tests.ledger.builders import (
    CALL,
    COURTESY,
    CREDITOR,
    EBRO,
    FRIENDLY,
    IMPORTED,
    at,
    book,
    called,
    case,
    credit,
    customer,
    event,
    invoice,
    payment,
    plan,
    promise,
    render,
    reversal,
)
from tests.ledger.stage import NO_SHIFT, Stage

OTHER = "other"


@pytest.fixture
def two(stage: Stage) -> Stage:
    """Two creditors whose customers and invoices have the same numbers."""
    stage.bring(invoice(), invoice("F-2"))
    stage.ledger.register_creditor(CREDITOR.model_copy(update={"id": OTHER}), at(IMPORTED), who="eva")
    stage.ledger.register_book(book(invoice(), invoice("F-2"), creditor=OTHER), at(IMPORTED), who="eva")
    return stage


def of(stage: Stage, creditor: str) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table that is a creditor's own, by whatever way it belongs to it."""
    with stage.ledger.reading() as session:
        customers = {row.id for row in session.query(t.Customer) if row.creditor_id == creditor}
        invoices = {row.id for row in session.query(t.Invoice) if row.creditor_id == creditor}
        episodes = {row.id for row in session.query(t.Episode) if row.invoice_id in invoices}
        events = {row.id for row in session.query(t.EventRow) if row.creditor_id == creditor}
        tasks = {row.id for row in session.query(t.Task) if row.creditor_id == creditor}
        plans = {row.id for row in session.query(t.Plan) if row.creditor_id == creditor}
        promises = {row.id for row in session.query(t.Promise) if row.customer_id in customers}
    keys: dict[str, set[Any]] = {
        "creditor_id": {creditor},
        "customer_id": customers,
        "invoice_id": invoices,
        "episode_id": episodes,
        "event_id": events,
        "task_id": tasks,
        "plan_id": plans,
        "promise_id": promises,
    }

    def owned(table: str, row: dict[str, Any]) -> bool:
        if table == "creditors":
            return bool(row["id"] == creditor)
        own = {name: ids for name, ids in keys.items() if row.get(name) is not None and name in row}
        if table == "events":
            own.pop("event_id")
        return any(row[name] in ids for name, ids in own.items())

    return {table: [row for row in rows if owned(table, row)] for table, rows in stage.dump().items()}


def theirs(event: ev.Event) -> ev.Event:
    """The same event, of the other creditor."""
    return event.model_copy(update={"creditor": OTHER})


HAPPENED = {
    "payment": payment(),
    "part payment": payment(amount="30"),
    "credit note": credit(),
    "reversal before its payment": reversal(),
    "promise": promise("2026-03-20", invoices=("F-1", "F-2"), amount="200"),
    "dispute": event("dispute_opened"),
    "hold": event("hold_placed", until="2026-04-01"),
    "plan": plan(("2026-04-01", "100"), ("2026-05-01", "100"), invoices=("F-1", "F-2")),
    "handoff": event("handoff_decided", to="legal"),
    "write-off": event("written_off"),
    "cancel": event("cancelled"),
}


@pytest.mark.parametrize("what", HAPPENED)
def test_the_same_event_happens_to_each_by_itself(two: Stage, what: str) -> None:
    before = of(two, EBRO)
    assert all(before[table] for table in ("customers", "invoices", "episodes", "moves", "evidence", "outbox"))

    first = two.tell(theirs(HAPPENED[what]), COURTESY)

    assert of(two, EBRO) == before
    second_before = of(two, OTHER)
    second = two.tell(HAPPENED[what], COURTESY)
    assert (second.verdict, second.reason) == (first.verdict, first.reason)
    assert second.verdict in ("applied", "kept")
    assert of(two, OTHER) == second_before


def test_contacts_budget_and_desk_are_each_creditor_s_own(two: Stage) -> None:
    for moment in (COURTESY, FRIENDLY, CALL):
        for creditor in (EBRO, OTHER):
            ref = case(creditor=creditor)
            before = of(two, OTHER if creditor == EBRO else EBRO)
            n = two.ledger.current(ref, at(moment), NO_SHIFT).n
            found = two.ledger.claim(ref, n, at(moment), render)
            assert isinstance(found, Claimed), (creditor, moment, found)
            two.ledger.settle_contact(ref, found.message.contact, Accepted("sg-1"), at(moment))
            assert of(two, OTHER if creditor == EBRO else EBRO) == before
    assert [row.creditor_id for row in two.rows(t.Task)] == [EBRO, OTHER]


def test_a_task_belongs_to_one_creditor(two: Stage) -> None:
    for moment in (COURTESY, FRIENDLY, CALL):
        two.contact(moment)
    number = two.task("call").id
    answer = two.tell(theirs(called(number, "spoke")), CALL)
    assert (answer.verdict, two.task("call").state) == ("refused", "open")
    assert two.tell(called(number, "spoke"), CALL).verdict == "applied"


def test_a_repair_belongs_to_one_creditor(stage: Stage) -> None:
    stage.bring(invoice(), customers=(customer(email=None),))
    stage.ledger.register_creditor(CREDITOR.model_copy(update={"id": OTHER}), at(IMPORTED), who="eva")
    stage.move(COURTESY)
    stage.claim(COURTESY)
    number = stage.task("repair").id
    with pytest.raises(Refused):
        stage.ledger.mend(OTHER, number, at(COURTESY), who="eva", email="x@espiga.example", phone=None)


def test_a_stop_is_one_creditor_s_own(two: Stage) -> None:
    before = of(two, EBRO)
    two.ledger.stop(OTHER, "C-1", at(IMPORTED), who="eva")
    two.ledger.stop(OTHER, None, at(IMPORTED), who="eva")
    assert of(two, EBRO) == before
    assert two.ledger.current(CaseRef(creditor=OTHER, invoice="F-1"), at(COURTESY), NO_SHIFT).do == "look"
    assert isinstance(two.claim(COURTESY), Claimed)


def test_a_later_book_is_one_creditor_s_own(two: Stage) -> None:
    before = of(two, EBRO)
    described = (customer(email="nuevo@espiga.example", phone=None),)
    later = book(invoice(method="card"), invoice("F-9"), customers=described, creditor=OTHER)
    two.ledger.register_book(later, at(COURTESY), who="eva")
    assert of(two, EBRO) == before
