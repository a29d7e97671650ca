"""When a contact leaves, what put it off, and that the ledger keeps the reason."""

from __future__ import annotations

from typing import Any

import pytest

from cobro.dunning.closing import Closing
from cobro.dunning.hours import Hours
from cobro.dunning.move import Do
from cobro.dunning.parties import Creditor, Recipient
from cobro.dunning.policy import Limits, Policy
from cobro.ledger import tables as t
from cobro.ledger.queries import case_file
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
    customer,
    day,
    invoice,
    promise,
)
from tests.ledger.stage import Stage, at_home


def closing(first: str, last: str, **whom: str) -> Closing:
    return Closing(name="closed for stocktaking", first=first, last=last, **whom)


def take_in(stage: Stage, now: str, **changes: Any) -> None:
    """Bring the creditor's changed file in, as `import --creditor` does."""
    changed: Creditor = CREDITOR.model_copy(update=changes)
    stage.ledger.register_creditor(changed, at(now), who="ana")


def put_in_force(stage: Stage, now: str, **limits: Any) -> None:
    """Raise the version of the creditor's policy, with other limits."""
    policy = stage.ledger.rules.policy(CREDITOR.policy)
    changed = Limits.model_validate(policy.limits.model_dump() | limits)
    new: Policy = policy.model_copy(update={"version": policy.version + 1, "limits": changed})
    stage.ledger.put_in_force(new, at(now), who="ana")


def shifted(stage: Stage, number: str = "F-1") -> str | None:
    return stage.moves(number)[-1].shifted


@pytest.mark.parametrize(
    ("due", "leaves", "because"),
    [
        ("2026-03-02", "2026-03-03", None),
        ("2026-03-06", "2026-03-09", "Saturday; Sunday"),
        ("2026-04-22", "2026-04-24", "Saint George's Day, Aragon"),
        ("2026-04-02", "2026-04-06", "Good Friday, Spain; Saturday; Sunday"),
    ],
)
def test_a_move_keeps_what_shifted_it(stage: Stage, due: str, leaves: str, because: str | None) -> None:
    stage.bring(invoice(issued=day("2026-01-15"), due=day(due)), now="2026-02-02 08:00")

    assert stage.next() == ("send_email", "courtesy", day(leaves))
    assert shifted(stage) == because
    told = stage.move("2026-02-02 09:00")
    assert (f"**Shifted** {because}" in told.details) == bool(because)
    assert told.summary.endswith(f" · {because}") == bool(because)
    with stage.ledger.reading() as session:
        file = case_file(session, EBRO, "F-1", stage.ledger.rules, at("2026-02-02 09:00"))
    assert file is not None
    assert file.case.next is not None
    assert file.case.next.shifted == because


def test_the_budget_says_what_used_the_day(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", due=day("2026-03-08")))
    put_in_force(stage, IMPORTED, days_between_contacts=3)
    stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    stage.move(FRIENDLY, "F-2")
    later = stage.moves("F-2")[-1]

    assert (later.step, at_home(later.at)) == ("week-1", day("2026-03-16"))
    stage.bring(invoice("F-3", due=day("2026-03-08")), now="2026-03-10 08:00")
    assert stage.next("F-3") == ("send_email", "courtesy", day("2026-03-12"))
    assert shifted(stage, "F-3") == "budget: e-mail on 2026-03-09"
    assert "put off by the customer's contact budget" in stage.why("F-3")


def test_a_conversation_uses_the_budget_and_is_named(stage: Stage) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    stage.claimed(CALL)
    stage.tell(called(stage.task("call").id, "spoke"), "2026-03-18 11:00")
    stage.bring(invoice("F-2", due=day("2026-03-17")), now="2026-03-18 12:00")

    assert stage.next("F-2") == ("send_email", "courtesy", day("2026-03-19"))
    assert shifted(stage, "F-2") == "budget: spoke on 2026-03-18"


def test_changed_closings_move_whom_they_concern_at_once_and_back(stage: Stage) -> None:
    ours, other = customer("C-1"), customer("C-2", region="CT", address="Carrer Major 1, 43201 Reus")
    stage.bring(invoice(), invoice("F-2", of="C-2"), customers=(ours, other))
    before = stage.next("F-1"), stage.next("F-2")
    stage.relay_did_its_work(IMPORTED)

    take_in(stage, IMPORTED, closings=(closing("2026-03-03", "2026-03-05", city="Reus"),))
    assert stage.next("F-1") == before[0]
    assert stage.next("F-2") == ("send_email", "courtesy", day("2026-03-06"))
    assert shifted(stage, "F-2") == "closed for stocktaking, Reus"
    assert stage.outbox() == []

    take_in(stage, IMPORTED)
    assert (stage.next("F-1"), stage.next("F-2")) == before
    assert shifted(stage, "F-2") is None
    assert stage.outbox() == ["wake_case"]


def test_changed_hours_hold_at_once_and_the_door_keeps_them(stage: Stage) -> None:
    stage.bring(invoice())
    take_in(stage, IMPORTED, hours=Hours(email=("16:00-18:00",)))
    leaves = stage.moves()[-1].at.astimezone(at(IMPORTED).tzinfo)

    assert leaves.hour == 16
    assert not hasattr(stage.claim(COURTESY), "message")
    assert stage.claimed("2026-03-03 17:30")


def test_a_text_message_that_leaves_as_an_email_leaves_in_the_hours_of_emails(stage: Stage) -> None:
    take_in(stage, IMPORTED, hours=Hours(email=("16:00-18:00",)))
    stage.ledger.register_book(book(invoice(), customers=(customer(phone=None),)), at(IMPORTED), who="ana")
    stage.tell(promise("2026-03-06"), "2026-03-04 12:00")
    stage.move("2026-03-04 16:59")
    stage.contact("2026-03-04 17:00")
    stage.move("2026-03-11 09:10")
    leaves = stage.moves()[-1]

    assert leaves.do is Do.SEND_SMS
    assert leaves.at.astimezone(at(IMPORTED).tzinfo).hour == 16
    assert not hasattr(stage.claim("2026-03-11 12:00"), "message")
    stage.contact("2026-03-11 17:00")
    assert stage.contacts()[-1] == ("email", "sent")


def test_a_text_message_to_somebody_with_a_role_leaves_in_the_hours_of_text_messages(stage: Stage) -> None:
    take_in(stage, IMPORTED, hours=Hours(email=("16:00-18:00",), sms=("09:00-14:00",)))
    stage.ledger.register_book(book(invoice(), customers=(customer(phone=None),)), at(IMPORTED), who="ana")
    payable = Recipient(role="accounts-payable", name="Luis Sanz", phone="+34600000001")
    stage.ledger.name_recipient(EBRO, "C-1", payable, payable.role, at(IMPORTED), who="ana")
    shipped = stage.ledger.rules.policy(CREDITOR.policy).model_dump()
    courtesy = shipped["steps"][0] | {"do": "sms", "letter": "broken-promise", "reach": (payable.role,)}
    steps = (courtesy, *shipped["steps"][1:])
    stage.ledger.put_in_force(Policy.model_validate(shipped | {"version": 9, "steps": steps}), at(IMPORTED), who="ana")

    stage.contact("2026-03-03 17:00")
    assert stage.contacts() == [("email", "sent")]


def test_a_closing_of_one_customer_stands_in_no_other_ones_way(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", of="C-2"))
    take_in(stage, IMPORTED, closings=(closing("03-01", "03-31", customer="C-2"),))

    assert stage.next("F-1") == ("send_email", "courtesy", day("2026-03-03"))
    assert stage.next("F-2") == ("send_email", "courtesy", day("2026-04-01"))


def test_an_old_invoice_that_was_never_chased_starts_friendly(stage: Stage) -> None:
    stage.bring(invoice(issued=day("2024-01-01"), due=day("2024-02-01")))
    assert stage.next() == ("send_email", "courtesy", day("2026-03-02"))


def test_or_a_person_decides_first_once_for_all_of_a_customers(stage: Stage) -> None:
    stage.bring(invoice("F-0", of="C-9"), now="2026-02-02 08:00")
    put_in_force(stage, "2026-02-02 08:00", never_chased="person")
    old: dict[str, Any] = {"issued": day("2025-01-01"), "due": day("2025-02-01")}
    done: dict[str, Any] = {"last_step": "courtesy", "last_step_on": day("2025-02-03")}
    stage.bring(invoice("F-1", **old), invoice("F-2", **old), invoice("F-3", **old | done), invoice("F-4"))

    asked = [(row.kind, row.role.value, row.goal) for row in stage.rows(t.Task)]
    assert asked == [(t.TaskKind.REPAIR, "senior", "never chased, more than 90 days overdue: chase it, or not?")]
    assert stage.next("F-1")[0] == stage.next("F-2")[0] == "look"
    assert stage.next("F-3")[1] == "week-1"
    assert stage.next("F-4")[1] == "courtesy"

    stage.bring(invoice("F-5", **old))
    assert stage.next("F-5")[0] == "look"
    assert len(stage.rows(t.Task)) == 1

    stage.ledger.mend(EBRO, stage.task("repair").id, at("2026-03-02 11:00"), who="ana", email=None, phone=None)
    assert {stage.next(number)[:2] for number in ("F-1", "F-2", "F-5")} == {("send_email", "courtesy")}
    assert stage.tasks() == []
