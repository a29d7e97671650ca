"""Money on the account finds its invoices, or a person who says whose it is; the customer is left alone meanwhile."""

from __future__ import annotations

import pytest

from cobro.dunning.money import Money
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from tests.ledger.bank_files import OTHER_PAYER, PAYER, came, fee, left, take
from tests.ledger.builders import COURTESY, CREDITOR, EBRO, at, customer, event, invoice, payment, plan, promise
from tests.ledger.stage import Stage

LONG = "F-2026-0041"
OTHER = "F-2026-0042"


def states(stage: Stage) -> list[str]:
    return [row.state.value for row in stage.rows(t.BankMovement)]


def known(stage: Stage) -> set[tuple[str, int]]:
    return {(row.iban, row.customer_id) for row in stage.rows(t.PayerAccount)}


def test_what_is_named_is_paid_with_the_day_on_which_the_money_was_there(stage: Stage) -> None:
    stage.bring(invoice(LONG))
    take(stage, came("100", LONG, value=at("2026-03-09 00:00").date()))

    assert stage.endings(LONG) == ["settled"]
    paid = stage.event("bank/1/1")
    assert (paid.source, paid.body["booked"], paid.who) == ("bank", "2026-03-09", "ana")
    assert [(row.movement_id, row.event_id) for row in stage.rows(t.MovementEvent)] == [(1, paid.id)]


def test_one_payment_of_several_invoices_becomes_a_payment_of_each(stage: Stage) -> None:
    stage.bring(invoice(LONG), invoice(OTHER, amount="50"))
    take(stage, came("150", f"{LONG}, {OTHER}"))

    assert (stage.open(LONG), stage.open(OTHER)) == ("0.00 EUR", "0.00 EUR")
    assert [row.event_id for row in stage.rows(t.EventRow)] == ["bank/1/1", "bank/1/2"]


def test_what_is_too_much_stays_a_credit_with_the_last_invoice(stage: Stage) -> None:
    stage.bring(invoice(LONG), invoice(OTHER))
    take(stage, came("130", LONG))

    assert stage.open(OTHER) == "100.00 EUR"
    assert stage.event("bank/1/1").unapplied_minor == 3000


def test_what_is_short_by_charges_is_applied_and_says_what_is_missing(stage: Stage) -> None:
    stage.bring(invoice(LONG, amount="1210"))
    take(stage, came("1206.50", LONG, instructed=Money.from_minor(121000, "EUR")))

    assert stage.open(LONG) == "3.50 EUR"
    assert "3.50 EUR less than open" in stage.rows(t.BankMovement)[0].reason
    assert stage.event("bank/1/1").note == stage.rows(t.BankMovement)[0].reason


def test_two_movements_cannot_take_the_same_open_sum(stage: Stage) -> None:
    stage.bring(invoice(LONG))
    take(stage, came("100", LONG, payer_iban=PAYER), came("100", LONG, payer_iban=PAYER))

    assert states(stage) == ["applied", "waiting"]
    assert stage.open(LONG) == "0.00 EUR"
    assert "is settled already" in stage.rows(t.BankMovement)[1].proposals[0]["reasons"][-1]


def test_money_that_left_and_what_the_bank_charges_concern_no_invoice(stage: Stage) -> None:
    stage.bring(invoice(LONG))
    take(stage, left("100", LONG), fee("5", "fee", "2026-03-10"), fee("1", "interest", "2026-03-10", credit=True))

    assert states(stage) == ["set_aside"] * 3
    assert stage.open(LONG) == "100.00 EUR"


def test_money_of_a_known_payer_that_waits_keeps_the_customer_quiet_for_two_days(stage: Stage) -> None:
    stage.bring(invoice(LONG), invoice("F-3", amount="70"))
    take(stage, came("100", LONG, payer_iban=PAYER), came("33", "hello", payer_iban=PAYER))

    (task,) = stage.tasks()
    assert task == ("match", "say what 33.00 EUR of 2026-03-10 is for: match 2", "2026-03-11")
    assert stage.task("match").role.value == "junior"
    assert stage.why("F-3") == "money of the customer came, and a person decides what it pays"
    assert stage.next("F-3")[2].isoformat() == "2026-03-13"

    stage.move("2026-03-13 10:30", "F-3")
    assert stage.task("match").role.value == "senior"
    assert stage.next("F-3")[0] == "send_email"


def test_a_name_alone_keeps_nobody_quiet(stage: Stage) -> None:
    stage.bring(invoice(LONG), customers=(customer(name="Panadería Espiga, S.L."),))
    take(stage, came("33", "hello", payer_name="Panaderia Espiga SL"))

    assert states(stage) == ["waiting"]
    assert stage.tasks() == []
    assert "a person decides what it pays" not in stage.why(LONG)


def test_an_accepted_proposal_pays_closes_the_task_and_lets_the_cases_go_on(stage: Stage) -> None:
    stage.bring(invoice(LONG), invoice("F-3", amount="70"))
    take(stage, came("100", LONG, payer_iban=PAYER), came("33", "hello", payer_iban=PAYER))

    decided = stage.ledger.accept_match(EBRO, 2, 1, at("2026-03-11 10:00"), who="eva")

    assert (decided.events, decided.invoices) == (("bank/2/1",), ("F-3",))
    assert stage.open("F-3") == "37.00 EUR"
    assert stage.tasks() == []
    assert (stage.task("match").closed_by, stage.rows(t.BankMovement)[1].settled_by) == ("eva", "eva")
    assert stage.next("F-3")[0] == "send_email"


def test_a_proposal_is_refused_where_less_is_open_by_now(stage: Stage) -> None:
    stage.bring(invoice(LONG), invoice("F-3", amount="70"))
    take(stage, came("100", LONG, payer_iban=PAYER), came("60", "hello", payer_iban=PAYER))
    stage.tell(payment(amount="50", number="F-3"), "2026-03-11 09:30")

    with pytest.raises(Refused, match=r"F-3: expected at least 60.00 EUR open, and there is 20.00 EUR now"):
        stage.ledger.accept_match(EBRO, 2, 1, at("2026-03-11 10:00"), who="eva")
    assert states(stage) == ["applied", "waiting"]
    stage.ledger.match_to(EBRO, 2, [("F-3", None)], at("2026-03-11 10:00"), who="eva")
    assert stage.event("bank/2/1").unapplied_minor == 4000


def test_an_account_is_known_by_a_reference_or_a_person_and_never_by_a_guess(stage: Stage) -> None:
    stage.bring(invoice(LONG), invoice("F-3", "C-2", amount="70"), invoice(OTHER, amount="25"))
    take(stage, came("100", LONG, payer_iban=PAYER), came("70", "hello", payer_iban=OTHER_PAYER))
    assert {iban for iban, _ in known(stage)} == {PAYER}

    stage.ledger.match_to(EBRO, 2, [("F-3", None)], at("2026-03-11 10:00"), who="eva")
    assert {iban for iban, _ in known(stage)} == {PAYER, OTHER_PAYER}

    take(stage, came("25", "hello", "2026-03-11", payer_iban=PAYER), now="2026-03-12 09:00")
    assert stage.open(OTHER) == "0.00 EUR"


def test_an_own_account_is_nobody_elses(stage: Stage) -> None:
    stage.bring(invoice(LONG))
    take(stage, came("100", LONG, payer_iban=CREDITOR.ibans[0]))
    assert known(stage) == set()


def test_an_account_learned_by_a_match_that_was_undone_is_not_believed(stage: Stage) -> None:
    stage.bring(invoice("F-3", amount="70"), invoice("F-4", amount="25"), invoice("F-5", "C-2", amount="70"))
    take(stage, came("70", "hello", payer_iban=PAYER))
    stage.ledger.match_to(EBRO, 1, [("F-3", None)], at("2026-03-11 10:00"), who="eva")
    stage.ledger.undo(EBRO, "bank/1/1", at("2026-03-11 11:00"), who="eva")
    stage.ledger.direct(EBRO, "bank/1/1", "F-5", at("2026-03-11 11:00"), who="eva")

    take(stage, came("25", "hello", "2026-03-11", payer_iban=PAYER), now="2026-03-12 09:00")

    assert (stage.open("F-3"), stage.open("F-4"), stage.open("F-5")) == ("70.00 EUR", "25.00 EUR", "0.00 EUR")
    assert stage.tasks() == []


def test_what_was_promised_is_recognised_from_a_known_account(stage: Stage) -> None:
    stage.bring(invoice(LONG), invoice("F-3", amount="70"), invoice("F-4", amount="80"))
    take(stage, came("100", LONG, payer_iban=PAYER))
    stage.tell(promise("2026-03-13", "45", invoices=("F-3",)), "2026-03-11 10:00")

    take(stage, came("45", "hello", "2026-03-12", payer_iban=PAYER), now="2026-03-13 09:00")
    take(stage, came("45", "hello", "2026-03-13", payer_iban=PAYER), now="2026-03-14 09:00")

    assert stage.open("F-3") == "25.00 EUR"
    assert states(stage) == ["applied", "applied", "waiting"]


def test_each_instalment_is_expected_once(stage: Stage) -> None:
    stage.bring(invoice(LONG), invoice("F-3", amount="70"))
    take(stage, came("100", LONG, payer_iban=PAYER))
    stage.tell(plan(("2026-03-12", "35"), ("2026-03-20", "35"), invoices=("F-3",)), "2026-03-11 10:00")

    for day in ("2026-03-12", "2026-03-18", "2026-03-19"):
        take(stage, came("35", "hello", day, payer_iban=PAYER), now=f"{day} 18:00")

    assert stage.open("F-3") == "0.00 EUR"
    assert states(stage) == ["applied"] * 3 + ["waiting"]


def test_money_that_came_before_its_invoice_is_applied_once_the_invoice_is_there(stage: Stage) -> None:
    stage.bring(invoice(LONG))
    take(stage, came("55", OTHER))
    assert states(stage) == ["waiting"]
    stage.bring(invoice(LONG), invoice(OTHER, amount="55"), now="2026-03-11 12:00")

    take(stage, left("1", booked="2026-03-11"), now="2026-03-12 09:00")

    assert stage.open(OTHER) == "0.00 EUR"
    assert states(stage) == ["applied", "set_aside"]


def test_what_was_set_aside_by_mistake_may_still_pay(stage: Stage) -> None:
    stage.bring(invoice(LONG))
    take(stage, came("100", "hello"))
    stage.ledger.set_aside(EBRO, 1, "private money of Ana Gil", at("2026-03-11 10:00"), who="eva")
    (row,) = stage.rows(t.BankMovement)
    assert (row.state.value, row.reason, row.note) == ("set_aside", "a person set it aside", "private money of Ana Gil")
    with pytest.raises(Refused, match="1 is set aside since 2026-03-11"):
        stage.ledger.set_aside(EBRO, 1, "again", at("2026-03-11 10:00"), who="eva")

    stage.ledger.match_to(EBRO, 1, [(LONG, None)], at("2026-03-11 10:00"), who="eva")
    assert stage.endings(LONG) == ["settled"]


def test_money_for_a_case_that_was_given_up_is_taken(stage: Stage) -> None:
    stage.bring(invoice(LONG))
    stage.tell(event("written_off", invoice=LONG), COURTESY)
    take(stage, came("100", LONG))
    assert stage.open(LONG) == "0.00 EUR"


def test_neither_reasons_nor_evidence_nor_tasks_hold_what_the_payer_wrote(stage: Stage) -> None:
    stage.bring(invoice(LONG), invoice("F-3", amount="70"), customers=(customer(name="Panadería Espiga, S.L."),))
    take(
        stage,
        came("100", LONG, payer_name="Panaderia Espiga", payer_iban=PAYER),
        came("33", "Guadalupe", payer_name="Panaderia Espiga", payer_iban=PAYER),
    )
    stage.ledger.accept_match(EBRO, 2, 1, at("2026-03-11 10:00"), who="eva")

    said = [row.reason for row in stage.rows(t.BankMovement)] + [row.goal for row in stage.rows(t.Task)]
    said += [str(row.proposals) for row in stage.rows(t.BankMovement)]
    said += [row.content or "" for row in stage.rows(t.Evidence)] + [str(row.body) for row in stage.rows(t.EventRow)]
    assert [line for line in said if any(word in line.upper() for word in ("GUADALUPE", "ESPIGA", PAYER))] == []
