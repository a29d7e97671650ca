"""To whom at a customer a step goes: by role, else to the customer's own address, and one budget for all of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cobro.dunning.contact import Accepted, Channel, Refusal, Refused
from cobro.dunning.letter import Letter
from cobro.dunning.parties import Recipient
from cobro.ledger import queries
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused as Declined
from cobro.ledger.door import Claimed, Closed
from cobro.ledger.ledger import Ledger
from cobro.rulebook import Rulebook
from tests.conftest import POLICIES
from tests.ledger.builders import (
    COURTESY,
    CREDITOR,
    EBRO,
    FRIENDLY,
    IMPORTED,
    at,
    book,
    case,
    day,
    invoice,
    message,
    render,
)
from tests.ledger.stage import Stage

OWNER = Recipient(role="owner", name="Ana Gil", email="ana@espiga.example", phone="+34600000001", language="en")
PAYABLE = Recipient(role="accounts-payable", name="Luis Sanz", email="cuentas@espiga.example")
ESCALATING = """
name: four-weeks
version: 7
steps:
  - {step: courtesy, days: 1, after: due, do: email, letter: courtesy}
  - {step: week-1, days: 7, after: due, do: email, letter: friendly, reach: [accounts-payable]}
  - {step: week-2-call, days: 7, do: call, by: junior, goal: ask-why, reach: [owner, accounts-payable]}
  - {step: decision, days: 7, do: decision, by: senior}
"""


@pytest.fixture
def stage(database: Any, tmp_path: Path) -> Stage:
    """A ledger whose ladder escalates to other people at the customer."""
    for each in POLICIES.glob("*.yaml"):
        (tmp_path / each.name).write_text(each.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "four-weeks.yaml").write_text(ESCALATING, encoding="utf-8")
    return Stage(Ledger(database, Rulebook(tmp_path)))


def name(stage: Stage, who: Recipient | None, role: str, now: str = IMPORTED) -> bool:
    return stage.ledger.name_recipient(EBRO, "C-1", who, role, at(now), who="ana")


def letter_of(stage: Stage, now: str) -> Letter:
    """The letter that leaves now."""
    seen: list[Letter] = []

    def keeping(channel: Channel, letter: Letter) -> bytes:
        seen.append(letter)
        return render(channel, letter)

    stage.move(now)
    found = stage.claim(now, render=keeping)
    assert isinstance(found, Claimed), found
    return seen[-1]


def test_a_step_goes_to_the_first_role_that_is_known_else_to_the_customer(stage: Stage) -> None:
    stage.bring(invoice())
    name(stage, PAYABLE, "accounts-payable")

    assert stage.contact(COURTESY).to == "c-1@espiga.example"
    assert stage.contact(FRIENDLY).to == "cuentas@espiga.example"
    assert [row.role for row in stage.rows(t.Contact)].count("accounts-payable") == 1


def test_without_anybody_in_the_role_it_goes_to_the_customers_own_address(stage: Stage) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)

    assert stage.contact(FRIENDLY).to == "c-1@espiga.example"


def test_the_letter_names_the_person_and_is_in_their_language(stage: Stage) -> None:
    stage.bring(invoice())
    name(stage, PAYABLE.model_copy(update={"language": "en"}), "accounts-payable")
    stage.contact(COURTESY)
    letter = letter_of(stage, FRIENDLY)

    assert (letter.customer.contact, letter.customer.email) == ("Luis Sanz", "cuentas@espiga.example")
    assert letter.language == "en"


def test_a_merged_letter_goes_where_its_highest_step_goes(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2", due=day("2026-03-08")))
    name(stage, PAYABLE, "accounts-payable")
    stage.contact(COURTESY)
    stage.move(FRIENDLY, "F-2")
    message = stage.contact(FRIENDLY, "F-2")

    assert message.to == "cuentas@espiga.example"
    assert b"F-1 week-1" in message.content
    assert b"F-2 courtesy" in message.content


def test_a_call_reaches_the_role_and_the_desk_says_whom(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2", due=day("2026-03-13")))
    name(stage, OWNER, "owner")
    stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    stage.claimed("2026-03-16 10:30")
    with stage.ledger.reading() as session:
        (task,) = queries.open_tasks(session, EBRO, at("2026-03-16 11:00"))

    assert (task.contact, task.phone) == ("Ana Gil (owner)", "+34600000001")
    assert task.invoices == ("F-1",)
    assert [number for number, _ in task.also_open] == ["F-2"], "whoever is called is asked about everything"


def test_everybody_at_the_customer_shares_one_budget(stage: Stage) -> None:
    stage.bring(
        invoice("F-1"), invoice("F-2", due=day("2026-02-24"), last_step="courtesy", last_step_on=day("2026-02-25"))
    )
    name(stage, PAYABLE, "accounts-payable")
    stage.contact(COURTESY)

    n = stage.moves("F-2")[-1].n
    assert isinstance(stage.ledger.claim(case("F-2"), n, at(COURTESY), render), Closed)


def test_a_wrong_address_of_a_role_is_mended_for_that_role(stage: Stage) -> None:
    stage.bring(invoice())
    name(stage, PAYABLE, "accounts-payable")
    stage.contact(COURTESY)
    stage.settle(stage.claimed(FRIENDLY), Refused(Refusal.ADDRESS, "550"), FRIENDLY)
    assert stage.tasks() == [("repair", "mend the accounts-payable's email address (550)", "2026-03-10")]

    stage.ledger.mend(EBRO, stage.task("repair").id, at(FRIENDLY), who="ana", email="nuevo@espiga.example", phone=None)
    message = stage.claimed(FRIENDLY)
    stage.settle(message, Accepted("sg-1"), FRIENDLY)
    assert message.to == "nuevo@espiga.example"
    (customer,) = stage.rows(t.Customer)
    assert customer.profile["email"] == "c-1@espiga.example"


def test_naming_another_person_in_the_role_mends_it_too(stage: Stage) -> None:
    stage.bring(invoice())
    name(stage, PAYABLE, "accounts-payable")
    stage.contact(COURTESY)
    stage.settle(stage.claimed(FRIENDLY), Refused(Refusal.ADDRESS, "550"), FRIENDLY)
    name(stage, OWNER.model_copy(update={"role": "accounts-payable"}), "accounts-payable", FRIENDLY)

    assert stage.tasks() == []
    assert stage.claimed(FRIENDLY).to == "ana@espiga.example"


def test_the_same_again_is_no_news_and_what_is_gone_is_refused(stage: Stage) -> None:
    stage.bring(invoice())

    assert name(stage, OWNER, "owner")
    assert not name(stage, OWNER, "owner")
    assert name(stage, None, "owner")
    with pytest.raises(Declined, match="customer C-1 has nobody as 'owner' to remove"):
        name(stage, None, "owner")
    with pytest.raises(Declined, match="CUSTOMER: the ledger has no customer 'C-9'"):
        stage.ledger.name_recipient(EBRO, "C-9", OWNER, "owner", at(IMPORTED), who="ana")
    assert stage.told().count("customer_changed") == 2


def test_the_case_shows_who_has_a_role_and_to_whom_it_went(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2"))
    name(stage, PAYABLE, "accounts-payable")
    stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    with stage.ledger.reading() as session:
        file = queries.case_file(session, EBRO, "F-2", stage.ledger.rules, at(FRIENDLY))

    assert file is not None
    assert [each.role for each in file.recipients] == ["accounts-payable"]
    assert [(each["outcome"], each["merged_into"], each["role"]) for each in file.contacts] == [
        ("merged", "F-1", None),
        ("merged", "F-1", "accounts-payable"),
    ]


@pytest.mark.parametrize(
    ("channel", "sender", "silent"),
    [("email", "Cuentas@espiga.example", True), ("email", "somebody@else.example", False)],
)
def test_whoever_has_a_role_and_writes_back_silences_the_customer(
    stage: Stage, channel: str, sender: str, silent: bool
) -> None:
    stage.bring(invoice())
    name(stage, PAYABLE, "accounts-payable")
    stage.comes(message(channel=channel), COURTESY, private={"from": sender, "text": "¿Qué factura?"})

    assert (stage.move(COURTESY).do == "look") == silent


def test_a_role_that_wants_no_text_messages_is_heard(stage: Stage) -> None:
    stage.bring(invoice())
    name(stage, OWNER, "owner")
    stage.comes(message(channel="sms", wish="stop"), COURTESY, private={"from": OWNER.phone, "text": "BAJA"})

    assert [row.sms_stopped for row in stage.rows(t.Customer)] == [True]


def test_a_creditor_of_the_same_customer_number_has_its_own_people(stage: Stage) -> None:
    stage.bring(invoice())
    other = CREDITOR.model_copy(update={"id": "other"})
    stage.ledger.register_creditor(other, at(IMPORTED), who="ana")
    stage.ledger.register_book(book(invoice("F-1"), creditor="other"), at(IMPORTED), who="ana")
    name(stage, OWNER, "owner")

    assert [row.customer_id for row in stage.rows(t.CustomerContact)] == [stage.invoice().customer_id]
