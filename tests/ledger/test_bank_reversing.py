"""What the bank takes back is owed again; what is not certain waits, and what the bank charges is asked about."""

from __future__ import annotations

import pytest

from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from tests.ledger.bank_files import OTHER_PAYER, PAYER, came, fee, left, returned, take
from tests.ledger.builders import EBRO, at, invoice, reversal
from tests.ledger.stage import Stage

LONG = "F-2026-0041"
OTHER = "F-2026-0042"
BACK = "2026-03-13 09:00"


def states(stage: Stage) -> list[str]:
    return [row.state.value for row in stage.rows(t.BankMovement)]


def test_a_returned_payment_is_owed_again_in_the_next_episode(stage: Stage) -> None:
    stage.bring(invoice(LONG), invoice(OTHER, amount="50"))
    take(stage, came("150", f"{LONG} {OTHER}", payer_iban=PAYER))
    take(stage, returned("150", payer_iban=PAYER), now=BACK)

    assert (stage.open(LONG), stage.open(OTHER)) == ("100.00 EUR", "50.00 EUR")
    assert (stage.endings(LONG), stage.endings(OTHER)) == (["settled", None], ["settled", None])
    assert states(stage) == ["reversed", "reverses"]
    assert [stage.event(f"bank/2/{n}").body["payment"] for n in (1, 2)] == ["bank/1/1", "bank/1/2"]
    assert stage.rows(t.BankMovement)[1].reverses_id == 1


def test_payment_and_return_in_one_file_in_any_order(stage: Stage) -> None:
    stage.bring(invoice(LONG))
    back = returned("100", payer_iban=PAYER, booked="2026-03-10")
    take(stage, back, came("100", LONG, payer_iban=PAYER))

    assert stage.endings(LONG) == ["settled", None]
    assert states(stage) == ["reverses", "reversed"]


def test_a_return_that_comes_before_its_payment_waits_for_it(stage: Stage) -> None:
    stage.bring(invoice(LONG))
    take(stage, returned("100", payer_iban=PAYER), now=BACK)
    assert states(stage) == ["waiting"]

    take(stage, came("100", LONG, payer_iban=PAYER), now="2026-03-13 10:00")

    assert states(stage) == ["reverses", "reversed"]
    assert stage.open(LONG) == "100.00 EUR"


def test_the_return_of_money_that_nobody_placed_takes_it_off_the_desk(stage: Stage) -> None:
    stage.bring(invoice(LONG), invoice("F-3", amount="70"))
    take(stage, came("100", LONG, payer_iban=PAYER), came("33", "hello", payer_iban=PAYER))
    take(stage, returned("33", payer_iban=PAYER), now=BACK)

    assert states(stage) == ["applied", "reversed", "reverses"]
    assert stage.tasks() == []
    assert stage.open("F-3") == "70.00 EUR"
    assert [row.event_id for row in stage.rows(t.EventRow)] == ["bank/1/1"]


def test_a_return_of_one_of_two_waits_and_a_person_says_which(stage: Stage) -> None:
    stage.bring(invoice(LONG), invoice(OTHER))
    take(stage, came("100", LONG, payer_iban=PAYER), came("100", OTHER, "2026-03-11", payer_iban=PAYER))
    take(stage, returned("100", payer_iban=PAYER), now=BACK)
    assert states(stage) == ["applied", "applied", "waiting"]
    assert [one["reverses"] for one in stage.rows(t.BankMovement)[2].proposals] == [2, 1]

    with pytest.raises(Refused, match="expected money that came, got movement 3"):
        stage.ledger.match_to(EBRO, 3, [(LONG, None)], at(BACK), who="eva")
    decided = stage.ledger.accept_match(EBRO, 3, 2, at(BACK), who="eva")

    assert decided.invoices == (LONG,)
    assert (stage.open(LONG), stage.open(OTHER)) == ("100.00 EUR", "0.00 EUR")


def test_money_that_went_out_is_no_return_unless_it_has_the_payments_reference(stage: Stage) -> None:
    stage.bring(invoice(LONG))
    take(stage, came("100", LONG, end_to_end="E-77", payer_iban=PAYER))
    take(stage, left("100", "rent", "2026-03-12"), left("100", "back", "2026-03-12", end_to_end="E-77"), now=BACK)

    assert states(stage) == ["applied", "set_aside", "waiting"]
    assert stage.open(LONG) == "0.00 EUR"


def test_what_a_person_had_reversed_already_is_not_reversed_twice(stage: Stage) -> None:
    stage.bring(invoice(LONG))
    take(stage, came("100", LONG, payer_iban=PAYER))
    stage.tell(reversal("bank/1/1", number=LONG), "2026-03-12 18:00")
    take(stage, returned("100", payer_iban=PAYER), now=BACK)

    assert states(stage) == ["reversed", "reverses"]
    assert stage.open(LONG) == "100.00 EUR"
    assert [row.status.value for row in stage.rows(t.EventRow)] == ["applied", "applied"]


def test_a_credit_whose_match_was_undone_is_gone_with_its_return(stage: Stage) -> None:
    stage.bring(invoice(LONG))
    take(stage, came("100", LONG, payer_iban=PAYER))
    stage.ledger.undo(EBRO, "bank/1/1", at("2026-03-12 10:00"), who="eva")
    assert stage.event("bank/1/1").unapplied_minor == 10000

    take(stage, returned("100", payer_iban=PAYER), now=BACK)

    assert stage.event("bank/1/1").unapplied_minor == 0
    assert stage.open(LONG) == "100.00 EUR"


def test_the_bank_giving_back_what_it_took_waits_for_a_person(stage: Stage) -> None:
    stage.bring(invoice(LONG))
    take(stage, returned("100", LONG, credit=True))
    assert states(stage) == ["waiting"]


@pytest.mark.parametrize("day", ["2026-03-12", "2026-03-13"])
def test_a_charge_near_a_return_is_put_to_the_senior_and_blocks_nothing(stage: Stage, day: str) -> None:
    stage.bring(invoice(LONG))
    take(stage, came("100", LONG, payer_iban=PAYER))
    take(stage, returned("100", payer_iban=PAYER), now=BACK)
    before = stage.next(LONG, 2)
    take(stage, fee("3.50", "COMISIÓN DEVOLUCIÓN RECIBO", day), fee("9", "maintenance", day), now="2026-03-13 19:00")

    (task,) = stage.tasks()
    assert task[:2] == (
        "cost",
        "the bank charged 3.50 EUR for the payment that it took back: claim it from the customer or bear it",
    )
    assert stage.task("cost").role.value == "senior"
    assert stage.next(LONG, 2) == before

    asked = stage.task("cost").id
    charged, number = stage.ledger.decide_cost(EBRO, asked, at("2026-03-14 10:00"), who="eva", claim=True)
    assert (str(charged), number) == ("3.50 EUR", LONG)
    assert stage.told(LONG)[-1] == "cost_claimed"
    assert stage.tasks() == []
    with pytest.raises(Refused, match="was done on"):
        stage.ledger.decide_cost(EBRO, asked, at("2026-03-14 10:00"), who="eva", claim=False)


def test_each_of_two_returns_gets_the_charge_that_follows_it(stage: Stage) -> None:
    stage.bring(invoice(LONG), invoice(OTHER, "C-2", amount="50"))
    take(stage, came("100", LONG, payer_iban=PAYER), came("50", OTHER, payer_iban=OTHER_PAYER))
    take(
        stage,
        returned("100", payer_iban=PAYER),
        fee("3", "devolución"),
        returned("50", payer_iban=OTHER_PAYER),
        fee("4", "devolución"),
        now=BACK,
    )
    asked = {row.customer_id: row.goal.split(" for ")[0] for row in stage.rows(t.Task)}
    owners = {number: stage.invoice(number).customer_id for number in (LONG, OTHER)}
    assert asked == {owners[LONG]: "the bank charged 3.00 EUR", owners[OTHER]: "the bank charged 4.00 EUR"}


def test_a_return_that_took_the_banks_charge_along_is_proposed_and_the_rest_is_a_cost(stage: Stage) -> None:
    stage.bring(invoice(LONG))
    take(stage, came("100", LONG, payer_iban=PAYER))
    take(stage, returned("103.50", payer_iban=PAYER), now=BACK)
    assert states(stage) == ["applied", "waiting"]

    stage.ledger.accept_match(EBRO, 2, 1, at(BACK), who="eva")

    assert stage.open(LONG) == "100.00 EUR"
    number = stage.task("cost").id
    assert str(stage.ledger.decide_cost(EBRO, number, at(BACK), who="eva", claim=False)[0]) == "3.50 EUR"
    assert stage.told(LONG)[-1] == "cost_borne"


def test_a_reversal_that_was_a_mistake_does_not_stand_in_the_way_of_the_banks_own(stage: Stage) -> None:
    stage.bring(invoice("F-2026-0001"))
    take(stage, came("100", "F-2026-0001", end_to_end="E-1"))
    take(stage, returned("100", end_to_end="E-1"), now="2026-03-13 09:00")
    stage.undo("bank/2/1", "2026-03-13 10:00")
    assert stage.open("F-2026-0001") == "0.00 EUR"
    take(stage, returned("100", "once more", "2026-03-16", end_to_end="E-1"), now="2026-03-17 09:00")

    stage.ledger.accept_match(EBRO, 3, 1, at("2026-03-17 10:00"), who="ana")

    assert stage.open("F-2026-0001") == "100.00 EUR"
