"""A later book: it brings customers up to date and tells what it does not take over; many cases open as one does."""

from __future__ import annotations

from typing import Any

import pytest

from cobro.dunning.contact import Channel
from cobro.dunning.letter import Letter
from cobro.dunning.parties import Invoice
from cobro.ledger import tables as t
from cobro.ledger.case import load
from cobro.ledger.facts import facts_of, first_facts
from cobro.ledger.ledger import Ledger
from cobro.ledger.registering import Conflict, Registered, register_book
from cobro.ledger.work import Work
from cobro.rulebook import Rulebook
from tests.ledger.builders import (
    COURTESY,
    CREDITOR,
    EBRO,
    FRIENDLY,
    IMPORTED,
    ROOT,
    at,
    book,
    customer,
    day,
    invoice,
    payment,
    render,
)
from tests.ledger.stage import Stage

LATER = "2026-03-05 09:00"
SECOND = "GB33BUKB20201555555555"


def again(stage: Stage, value: Invoice | None = None, now: str = LATER, **changes: Any) -> Registered:
    """Bring a later book of one invoice, in which customer C-1 is described otherwise."""
    values = book(value or invoice(), customers=(customer(**changes),))
    return stage.ledger.register_book(values, at(now), who="ana")


def test_changed_details_are_taken_over_and_told(stage: Stage) -> None:
    stage.bring(invoice())

    found = again(stage, email="nuevo@espiga.example", language="en")

    assert [(one.which, one.fields) for one in found.changed_customers] == [("C-1", ("email", "language"))]
    value = stage.rows(t.Customer)[0].value
    assert (value.email, value.language) == ("nuevo@espiga.example", "en")
    assert stage.told()[-1] == "customer_changed"
    assert stage.contact(FRIENDLY).to == "nuevo@espiga.example"


def test_a_mended_address_stays_until_the_book_itself_changes(stage: Stage) -> None:
    stage.bring(invoice(), customers=(customer(email=None),))
    stage.move(COURTESY)
    stage.claim(COURTESY)
    task = stage.task("repair").id
    stage.ledger.mend(EBRO, task, at(COURTESY), who="ana", email="mended@espiga.example", phone=None)

    assert again(stage, email=None).changed_customers == ()
    assert stage.rows(t.Customer)[0].value.email == "mended@espiga.example"
    assert again(stage, email="book@espiga.example").changed_customers[0].fields == ("email",)
    assert stage.rows(t.Customer)[0].value.email == "book@espiga.example"


def test_an_address_that_was_missing_is_the_repair(stage: Stage) -> None:
    stage.bring(invoice(), customers=(customer(email=None),))
    stage.move(COURTESY)
    stage.claim(COURTESY)
    assert stage.tasks() == [("repair", "find an e-mail address", "2026-03-04")]

    again(stage, email="nuevo@espiga.example", now=COURTESY)

    assert stage.tasks() == []
    assert stage.next()[:2] == ("send_email", "courtesy")
    assert stage.contact(COURTESY).to == "nuevo@espiga.example"


def test_what_is_about_to_leave_leaves_as_it_was_stored(stage: Stage) -> None:
    stage.bring(invoice())
    message = stage.claimed(COURTESY)

    again(stage, email="nuevo@espiga.example", now=COURTESY)

    assert stage.rows(t.Contact)[0].recipient == message.to == "c-1@espiga.example"


def test_a_later_payment_in_the_book_is_told_and_not_taken(stage: Stage) -> None:
    stage.bring(invoice(paid="20"))

    (told,) = again(stage, invoice(paid="50")).paid_otherwise

    assert (str(told.first), str(told.now), str(told.ledger)) == ("20.00 EUR", "50.00 EUR", "20.00 EUR")
    assert stage.open() == "80.00 EUR"
    stage.tell(payment(amount="30"), LATER)
    assert again(stage, invoice(paid="50")).paid_otherwise == ()


def test_how_and_where_to_pay_may_change(stage: Stage) -> None:
    stage.bring(invoice())

    found = again(stage, invoice(method="direct_debit", iban=SECOND))

    assert [(one.which, one.fields) for one in found.changed_invoices] == [("F-1", ("method", "iban"))]
    assert (stage.invoice().method, stage.invoice().iban) == ("direct_debit", SECOND)
    assert again(stage, invoice(method="direct_debit")).changed_invoices == ()


def test_contradictions_can_be_left_out(stage: Stage, ledger: Ledger) -> None:
    stage.bring(invoice())
    values = book(invoice(amount="7"), invoice("F-2", of="C-2"))
    with ledger.writing() as session:
        work = Work(session, Rulebook(ROOT / "policies"), at(LATER), "ana")
        found = register_book(work, values, skip=True)
    assert (found.invoices, [one.field for one in found.contradictions]) == (1, ["amount"])
    assert (stage.open(), stage.open("F-2")) == ("100.00 EUR", "100.00 EUR")


STEP_ON = day("2026-02-27")


def test_a_case_starts_after_what_was_done_elsewhere(stage: Stage) -> None:
    stage.bring(invoice(due=day("2026-02-10"), last_step="week-1", last_step_on=STEP_ON))

    assert stage.next() == ("open_call", "week-2-call", day("2026-03-06"))
    assert stage.contacts() == []
    assert stage.steps() == []


def test_done_elsewhere_counts_in_the_customer_s_budget(stage: Stage) -> None:
    today = day("2026-03-03")
    told = invoice(due=day("2026-02-10"), last_step="week-1", last_step_on=today)
    stage.bring(told, invoice("F-2"), now="2026-03-03 08:00")

    assert stage.next("F-2") == ("send_email", "courtesy", day("2026-03-04"))


def test_another_last_step_of_a_known_case_is_a_conflict(stage: Stage) -> None:
    stage.bring(invoice())
    with pytest.raises(Conflict, match="last_step: the ledger has none, the file week-1"):
        again(stage, invoice(last_step="week-1", last_step_on=STEP_ON))


def test_a_step_that_no_ladder_has_is_a_conflict(stage: Stage) -> None:
    with pytest.raises(Conflict, match="courtesy, week-1, week-2-call"):
        stage.bring(invoice(last_step="week-9", last_step_on=STEP_ON))


def test_an_account_that_is_closed_is_no_longer_named() -> None:
    two = CREDITOR.model_copy(update={"ibans": (*CREDITOR.ibans, SECOND)})
    assert two.account(SECOND) == SECOND
    assert CREDITOR.account(SECOND) == CREDITOR.account(None) == CREDITOR.ibans[0]


def test_invoices_paid_into_different_accounts_leave_in_one_letter_that_names_each(stage: Stage) -> None:
    two = CREDITOR.model_copy(update={"ibans": (*CREDITOR.ibans, SECOND)})
    stage.bring(invoice(), invoice("F-2", iban=SECOND), invoice("F-3"))
    stage.ledger.register_creditor(two, at(IMPORTED), who="ana")

    letters: list[Letter] = []

    def seen(channel: Channel, letter: Letter) -> bytes:
        letters.append(letter)
        return render(channel, letter)

    stage.claim(COURTESY, render=seen)
    ((first, second, third),) = [letter.lines for letter in letters]
    assert (first.iban, second.iban, third.iban) == (CREDITOR.ibans[0], SECOND, CREDITOR.ibans[0])


def test_many_cases_open_as_one_does(stage: Stage, ledger: Ledger) -> None:
    """Nothing is asked about a case that came in with its customer: it must be as if everything had been."""
    stage.bring(
        invoice(),
        invoice("F-2", due=day("2026-02-10"), last_step="week-1", last_step_on=STEP_ON),
        invoice("F-3", of="C-2", amount="30"),
        invoice("F-4", of="C-2", last_step="courtesy", last_step_on=day("2026-02-01")),
    )
    with ledger.writing() as session:
        work = Work(session, Rulebook(ROOT / "policies"), at(IMPORTED), "ana")
        for episode in session.query(t.Episode):
            case = load(work, episode)
            lately = [STEP_ON] if case.customer.ref == "C-1" else [day("2026-02-01")]
            assert first_facts(work, case, lately) == facts_of(work, case)
    assert stage.next("F-4") == ("send_email", "week-1", day("2026-03-09"))
    before = [len(stage.moves(number)) for number in ("F-1", "F-2", "F-3", "F-4")]
    for number in ("F-1", "F-2", "F-3", "F-4"):
        stage.move(IMPORTED, number)
    assert [len(stage.moves(number)) for number in ("F-1", "F-2", "F-3", "F-4")] == before == [1, 1, 1, 1]
    assert stage.outbox() == ["start_case"] * 4
