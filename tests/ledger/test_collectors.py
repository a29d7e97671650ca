"""Who collects from a customer: one person at each level who stays, never somebody who sells, and changed at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from cobro.dunning.contact import Channel
from cobro.dunning.letter import Letter
from cobro.dunning.move import Role
from cobro.dunning.parties import BillingContact, Creditor, StaffMember
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.collectors import collector
from cobro.ledger.ledger import Ledger
from cobro.ledger.locks import lock_customers
from cobro.ledger.queries import case_file
from cobro.ledger.work import Work
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
    day,
    event,
    invoice,
)
from tests.ledger.stage import Stage


def person(name: str, seniority: str = "junior", *, sales: bool = False) -> StaffMember:
    email = f"{name.lower()}@ebro.example"
    return StaffMember.model_validate(
        {"name": name, "email": email, "phone": "+34976000104", "seniority": seniority, "sales": sales}
    )


LUZ, LEO, ANA, EVA = person("Luz"), person("Leo"), person("Ana", "senior"), person("Eva", "senior")
VERA = person("Vera", sales=True)
EVERYBODY = (VERA, LUZ, LEO, ANA, EVA)


def staffed(*staff: StaffMember, creditor: str = EBRO, **changes: Any) -> Creditor:
    return Creditor.model_validate(CREDITOR.model_dump() | {"id": creditor, "staff": staff} | changes)


@pytest.fixture
def office(stage: Stage) -> Stage:
    """Two customers, and five people of whom one sells."""
    stage.bring(invoice("F-1", of="C-1"), invoice("F-2", of="C-2"))
    work_with(stage, *EVERYBODY)
    return stage


def work_with(stage: Stage, *staff: StaffMember, now: str = IMPORTED, **changes: Any) -> None:
    """The creditor's file comes in with these people."""
    stage.ledger.register_creditor(staffed(*staff, **changes), at(now), who="ana")


def assign(stage: Stage, customer: str, to: str, *, whole: bool = False) -> int:
    return stage.ledger.assign(EBRO, customer, to, at(CALL), who="boss", whole=whole).tasks


def signed(stage: Stage, now: str, number: str = "F-1") -> Letter:
    """The letter that leaves."""
    letters: list[Letter] = []

    def keep(channel: Channel, letter: Letter) -> bytes:
        letters.append(letter)
        return b"x"

    stage.move(now, number)
    stage.claim(now, number, render=keep)
    return letters[-1]


def owners(stage: Stage, state: t.TaskState = t.TaskState.OPEN) -> list[tuple[str, str]]:
    return [(row.kind.value, row.owner) for row in stage.rows(t.Task) if row.state is state]


def assigned(stage: Stage) -> dict[tuple[int, str], str]:
    return {(row.customer_id, row.seniority.value): row.name for row in stage.rows(t.Assignment)}


def test_letter_and_call_of_a_customer_are_the_same_persons(office: Stage) -> None:
    office.contact(COURTESY)
    office.contact(FRIENDLY)
    office.claimed(CALL)
    assert assigned(office) == {(1, "junior"): "Luz"}
    assert owners(office) == [("call", "Luz")]
    assert office.told().count("collector_assigned") == 1


def test_who_wrote_and_whom_to_call_back_is_in_the_letter(office: Stage) -> None:
    first, second = signed(office, COURTESY), signed(office, COURTESY, "F-2")
    assert (first.signer.name, first.signer.email, first.signer.phone) == ("Luz", LUZ.email, LUZ.phone)
    assert second.signer.name == "Leo"


def test_what_leaves_by_itself_is_signed_by_the_billing_contact(office: Stage) -> None:
    desk = BillingContact(name="Facturas", email="facturas@ebro.example", phone="+34976000103")
    work_with(office, *EVERYBODY, billing_contact=desk)
    assert signed(office, COURTESY).signer.name == "Facturas"
    assert assigned(office) == {}


def test_what_runs_over_its_day_goes_to_the_customer_s_own_senior(office: Stage) -> None:
    office.tell(event("dispute_opened", "D-2", invoice="F-2"), COURTESY)
    office.contact(COURTESY)
    office.contact(FRIENDLY)
    office.claimed(CALL)
    office.move("2026-03-30 10:30")
    assert ("call", "Eva") in owners(office)
    assert assigned(office) == {(2, "senior"): "Ana", (1, "junior"): "Luz", (1, "senior"): "Eva"}


def test_a_letter_about_several_invoices_is_signed_as_its_highest_step_asks(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2", due=day("2026-03-20")))
    work_with(stage, *EVERYBODY)
    stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    stage.claimed(CALL)
    stage.tell(called(stage.task("call").id, "spoke"), CALL)
    letter = signed(stage, "2026-03-23 10:30")
    assert {line.number: line.step for line in letter.lines} == {"F-1": "week-3", "F-2": "courtesy"}
    assert letter.signer.name == "Ana"
    assert assigned(stage) == {(1, "junior"): "Luz", (1, "senior"): "Ana"}


def test_a_case_that_comes_later_says_who_has_its_customer(office: Stage) -> None:
    office.contact(COURTESY)
    office.ledger.register_book(book(invoice("F-9", of="C-1")), at(FRIENDLY), who="ana")
    assert office.told("F-9")[:3] == ["imported", "episode_opened", "collector_assigned"]
    with office.ledger.reading() as session:
        file = case_file(session, EBRO, "F-9", office.ledger.rules, at(FRIENDLY))
    assert file is not None
    assert [(each["seniority"], each["name"]) for each in file.collectors] == [("junior", "Luz")]


def test_giving_a_customer_to_somebody_moves_its_tasks_at_once(office: Stage) -> None:
    office.tell(event("reply_received", invoice="F-1"), COURTESY)
    office.tell(event("dispute_opened", invoice="F-1"), COURTESY)
    assert owners(office) == [("reply", "Luz"), ("dispute", "Ana")]

    assert assign(office, "C-1", "Leo") == 1
    assert owners(office) == [("reply", "Leo"), ("dispute", "Ana")]
    assert assign(office, "C-1", "Eva", whole=True) == 2
    assert owners(office) == [("reply", "Eva"), ("dispute", "Eva")]
    assert assign(office, "C-1", "Eva", whole=True) == 0
    with office.ledger.reading() as session:
        links = evidence.chain(session, office.invoice().id)
    said = [link.content or "" for link in links if link.kind == "collector_assigned"]
    assert [text.split('"name": "')[1][:3] for text in said] == ["Luz", "Ana", "Leo", "Eva", "Eva"]
    assert '"by": "boss"' in said[-1]
    assert '"before": "Leo"' in said[-2]


def test_the_next_letter_has_the_new_name(office: Stage) -> None:
    office.contact(COURTESY)
    office.ledger.assign(EBRO, "C-1", "Leo", at(COURTESY), who="boss")
    assert signed(office, FRIENDLY).signer.name == "Leo"


@pytest.mark.parametrize(
    ("customer", "to", "told"),
    [
        ("C-1", "Nadie", r"^--to: expected one of Luz \(junior\), Leo \(junior\), Ana \(senior\), .*, got 'Nadie'$"),
        ("C-1", "Vera", r"^--to: expected one of .*, got 'Vera', who sells and so keeps away from collection \(R55\)$"),
        ("C-9", "Leo", r"^CUSTOMER: the ledger has no customer 'C-9' of talleres-ebro$"),
    ],
)
def test_nobody_unknown_and_nobody_who_sells_gets_a_customer(office: Stage, customer: str, to: str, told: str) -> None:
    before = office.dump()
    with pytest.raises(Refused, match=told):
        assign(office, customer, to)
    assert office.dump() == before


@pytest.mark.parametrize("staff", [(LEO, ANA, EVA), (person("Luz", sales=True), LEO, ANA, EVA)])
def test_whoever_leaves_or_goes_into_sales_hands_on_the_open_tasks_at_once(
    office: Stage, staff: tuple[StaffMember, ...]
) -> None:
    office.tell(event("reply_received", invoice="F-1"), COURTESY)
    office.tell(event("reply_received", "R-2", invoice="F-2"), COURTESY)
    assert owners(office) == [("reply", "Luz"), ("reply", "Leo")]
    work_with(office, *staff, now=FRIENDLY)
    assert owners(office) == [("reply", "Leo"), ("reply", "Leo")]
    assert office.told("F-2").count("collector_assigned") == 1


def test_whoever_comes_back_finds_the_customer_with_somebody_else(office: Stage) -> None:
    office.contact(COURTESY)
    work_with(office, LEO, ANA, now=FRIENDLY)
    assert signed(office, FRIENDLY).signer.name == "Leo"
    work_with(office, *EVERYBODY, now=CALL)
    office.claimed(CALL)
    assert owners(office) == [("call", "Leo")]


def test_one_person_alone_does_everything(office: Stage) -> None:
    work_with(office, ANA)
    assert signed(office, COURTESY).signer.name == "Ana"
    office.tell(event("dispute_opened", invoice="F-1"), COURTESY)
    assert owners(office) == [("dispute", "Ana")]


STAFF = st.lists(st.sampled_from([LUZ, LEO, VERA, person("Luz", sales=True), person("Leo", "senior")]), max_size=4)
ACTS = st.one_of(
    st.tuples(st.integers(0, 5), st.sampled_from([Role.AUTOMATIC, Role.JUNIOR, Role.SENIOR])),
    STAFF.map(lambda some: (*{one.name: one for one in some}.values(), ANA, EVA)),
)
_creditors = count(1)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts=st.lists(ACTS, min_size=1, max_size=25))
def test_a_collector_stays_is_never_of_sales_and_none_is_passed_over(ledger: Ledger, acts: Sequence[Any]) -> None:
    creditor = f"office-{next(_creditors)}"
    staff: tuple[StaffMember, ...] = (LUZ, LEO, ANA, EVA)
    ledger.register_creditor(staffed(*staff, creditor=creditor), at(IMPORTED), who="ana")
    new = [invoice(f"F-{n}", of=f"C-{n}") for n in range(6)]
    ledger.register_book(book(*new, creditor=creditor), at(IMPORTED), who="ana")
    known: dict[tuple[str, bool], str] = {}
    for act in acts:
        if not isinstance(act[0], int):
            staff = act
            ledger.register_creditor(staffed(*staff, creditor=creditor), at(IMPORTED), who="ana")
            continue
        number, role = act
        ref, senior = f"C-{number}", role is Role.SENIOR
        held = Counter(name for (_, level), name in known.items() if level is senior)
        found = _ask(ledger, creditor, ref, role)
        able = [each for each in staff if not each.sales]
        keeps = [one.name for one in able if one.name == known.get((ref, senior)) and (not senior or one in SENIORS)]
        if keeps:
            assert found.name == keeps[0]
        else:
            level = [each for each in able if (each.seniority == "senior") is senior] or able
            assert found in level
            assert held[found.name] == min(held[each.name] for each in level)
        known[ref, senior] = found.name


SENIORS = (ANA, EVA, person("Leo", "senior"))


def _ask(ledger: Ledger, creditor: str, ref: str, role: Role) -> StaffMember:
    """Need somebody for a customer, and again at once: it is the same person."""
    with ledger.writing() as session:
        customer = session.scalars(
            select(t.Customer).where(t.Customer.creditor_id == creditor, t.Customer.ref == ref)
        ).one()
        lock_customers(session, creditor, [customer.id])
        owner = session.get_one(t.Creditor, creditor)
        work = Work(session, ledger.rules, at(IMPORTED), "ana")
        found = collector(work, owner, customer, role)
        assert found == collector(work, owner, customer, role)
        return found
