"""One message for all that is due to a customer: every level and currency, and what it shows and does not ask for."""

from __future__ import annotations

import email
from collections.abc import Callable
from decimal import Decimal
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from cobro.dunning.contact import Accepted, Channel, NotActed, Refusal, Refused, reference
from cobro.dunning.letter import Letter
from cobro.dunning.parties import Invoice
from cobro.ledger import tables as t
from cobro.ledger.door import Claimed, Closed, Render
from cobro.ledger.papers import file_paper
from cobro.ledger.work import Work
from cobro.letters.renderer import Letters
from cobro.rulebook import Rulebook
from tests.conftest import POLICIES
from tests.ledger.builders import (
    COURTESY,
    EBRO,
    FRIENDLY,
    IMPORTED,
    at,
    book,
    called,
    case,
    customer,
    day,
    event,
    invoice,
    payment,
    plan,
    promise,
    render,
)
from tests.ledger.stage import NO_SHIFT, Stage

WEEK_3 = "2026-02-23 10:30"
TEMPLATES = Path(__file__).parents[2] / "templates"


def written(stage: Stage, now: str, number: str = "F-1") -> Letter:
    """The letter that leaves now."""
    seen: list[Letter] = []

    def keeping(channel: Channel, letter: Letter) -> bytes:
        seen.append(letter)
        return render(channel, letter)

    found = stage.claim(now, number, render=keeping)
    if not isinstance(found, Claimed):
        stage.move(now, number)
        found = stage.claim(now, number, render=keeping)
    assert isinstance(found, Claimed), found
    return seen[-1]


def lines(letter: Letter) -> list[tuple[str, str, str]]:
    return [(line.number, line.step, str(line.asked)) for line in letter.lines]


def noted(letter: Letter) -> list[tuple[str, str, str]]:
    return [(each.number, each.why.value, str(each.open)) for each in letter.noted]


def older(number: str, **changes: Any) -> Invoice:
    """An invoice whose courtesy reminder was sent elsewhere, with the next one due in the third week of F-1."""
    return invoice(number, due=day("2026-02-16"), last_step="courtesy", last_step_on=day("2026-02-17"), **changes)


def newer(number: str, **changes: Any) -> Invoice:
    """An invoice that is due for its first reminder on the same day."""
    return invoice(number, due=day("2026-02-20"), **changes)


@pytest.fixture
def three_levels(stage: Stage) -> Stage:
    """Two invoices that were spoken about, due for the letter of the third week; ten more at two levels below; one
    each that is disputed and held; and two that are not due, one of them disputed."""
    first = (
        invoice("F-1", due=day("2026-02-02"), issued=day("2026-01-02")),
        invoice("F-2", "C-1", "20", due=day("2026-02-02"), issued=day("2026-01-02")),
    )
    stage.bring(*first, now="2026-02-02 08:00")
    stage.contact("2026-02-03 10:30")
    stage.contact("2026-02-09 10:30")
    stage.claimed("2026-02-16 10:30")
    stage.tell(called(stage.task("call").id, "spoke", reason="oversight"), "2026-02-16 12:00")
    more = [older(f"F-{n}", currency="GBP" if n == 3 else "EUR") for n in (3, 4, 5, 6, 7)]
    more += [newer(f"F-{n}", currency="GBP" if n == 8 else "EUR") for n in (8, 9, 10, 11, 12)]
    more += [older("F-13"), older("F-14"), *(invoice(f"F-{n}", due=day("2026-03-20")) for n in (15, 16))]
    stage.ledger.register_book(book(*more), at("2026-02-23 08:00"), who="ana")
    stage.tell(event("dispute_opened", "D-13", invoice="F-13"), "2026-02-23 08:10")
    stage.tell(event("dispute_opened", "D-4", invoice="F-4", amount=Decimal(30)), "2026-02-23 08:10")
    stage.tell(event("hold_placed", "H-14", invoice="F-14", until=day("2026-03-20")), "2026-02-23 08:10")
    stage.tell(event("dispute_opened", "D-16", invoice="F-16"), "2026-02-23 08:10")
    return stage


def test_twelve_invoices_at_three_levels_in_two_currencies_are_one_letter(three_levels: Stage) -> None:
    letter = written(three_levels, WEEK_3)

    assert [contact.local_day for contact in three_levels.rows(t.Contact)].count(day("2026-02-23")) == 1
    assert (letter.name, letter.signer.name) == ("firm", "Tomás Bielsa")
    assert {number: step for number, step, _ in lines(letter)} == {
        **{f"F-{n}": "week-3" for n in (1, 2)},
        **{f"F-{n}": "week-1" for n in (3, 4, 5, 6, 7)},
        **{f"F-{n}": "courtesy" for n in (8, 9, 10, 11, 12)},
    }
    assert [str(total) for total in letter.totals] == ["890.00 EUR", "200.00 GBP"]
    assert letter.concerned == ("F-1", "F-2")
    assert noted(letter) == [
        ("F-13", "disputed", "100.00 EUR"),
        ("F-14", "held", "100.00 EUR"),
        ("F-4", "disputed", "30.00 EUR"),
    ]


def test_the_real_letter_says_the_consequence_of_the_invoices_at_its_level_only(three_levels: Stage) -> None:
    message = three_levels.claim(WEEK_3, render=_real())
    assert isinstance(message, Claimed)

    content = email.message_from_bytes(message.message.content, policy=default)
    body = content.get_body(("plain",))
    assert body is not None
    text = " ".join(body.get_content().split())
    assert "En cuanto a las facturas F-1 y F-2, nos gustaría dejar el asunto resuelto" in text
    assert "Total en EUR: 890,00 € Total en GBP: 200,00 GBP" in text.replace("\u00a0", " ")
    shown = text[text.index("TAMBIÉN PENDIENTE") :].replace("\u00a0", " ")
    assert "Factura F-14, vencimiento 16 de febrero de 2026: 100,00 € (en espera)" in shown
    assert "F-15" not in text
    assert "F-16" not in text


def _real() -> Render:
    letters = Letters(TEMPLATES)
    ways: dict[Channel, Callable[[Letter], bytes]] = {Channel.EMAIL: letters.email, Channel.SMS: letters.sms}
    return lambda channel, letter: ways[channel](letter)


def test_a_payment_between_the_decision_and_the_claim_takes_its_line_out(three_levels: Stage) -> None:
    three_levels.move(WEEK_3)
    three_levels.tell(payment(number="F-9"), WEEK_3)
    letter = written(three_levels, WEEK_3)

    assert "F-9" not in {line.number for line in letter.lines}
    assert "790.00 EUR" in [str(total) for total in letter.totals]


def test_what_was_carried_along_is_done_and_keeps_its_own_distances(three_levels: Stage) -> None:
    three_levels.relay_did_its_work(WEEK_3)
    three_levels.settle(three_levels.claimed(WEEK_3), Accepted("sg-1"), WEEK_3)

    assert three_levels.next("F-1")[:2] == ("open_call", "week-4-call")
    assert three_levels.next("F-3") == ("open_call", "week-2-call", day("2026-03-02"))
    assert three_levels.next("F-8")[:2] == ("send_email", "week-1")
    assert three_levels.outbox() == []


def test_what_is_not_due_yet_is_shown_below_the_third_week(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", due=day("2026-03-20")))

    assert noted(written(stage, COURTESY)) == [("F-2", "not_due", "100.00 EUR")]


def test_what_is_promised_planned_or_held_is_shown_and_in_no_total(stage: Stage) -> None:
    stage.bring(*(invoice(f"F-{n}") for n in range(1, 6)))
    stage.tell(promise("2026-03-20", invoices=("F-2",)), IMPORTED)
    stage.tell(plan(("2026-03-20", "100"), invoices=("F-3",)), IMPORTED)
    stage.tell(event("hold_placed", invoice="F-4", until=day("2026-03-20")), IMPORTED)
    stage.tell(event("written_off", invoice="F-5"), IMPORTED)
    letter = written(stage, COURTESY)

    assert lines(letter) == [("F-1", "courtesy", "100.00 EUR")]
    assert [(number, why) for number, why, _ in noted(letter)] == [
        ("F-2", "promised"),
        ("F-3", "planned"),
        ("F-4", "held"),
    ]


def test_what_falls_due_on_closed_days_goes_along_before_them(stage: Stage) -> None:
    # Friday's letter speaks for what Saturday would bring, for nothing can leave before Monday.
    stage.bring(
        invoice("F-1", due=day("2026-03-05")),
        invoice("F-2", due=day("2026-02-28"), last_step="courtesy", last_step_on=day("2026-03-01")),
    )
    stage.tell(event("hold_placed", invoice="F-2", until=day("2026-03-05")), IMPORTED)

    assert [number for number, *_ in lines(written(stage, "2026-03-06 10:30"))] == ["F-2", "F-1"]


def test_a_text_message_goes_along_with_an_e_mail(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    stage.contact(COURTESY)
    stage.tell(promise("2026-03-05", invoices=("F-2",)), "2026-03-04 08:00")
    stage.contact("2026-03-04 10:30", "F-2")  # what was promised is confirmed in writing
    message = stage.contact("2026-03-10 10:30", "F-2")

    assert message.channel is Channel.EMAIL
    assert b"F-1 week-1" in message.content
    assert b"F-2 broken-promise" in message.content


def test_text_messages_alone_stay_text_messages(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    stage.tell(promise("2026-03-04", "200", invoices=("F-1", "F-2")), IMPORTED)
    message = stage.contact(FRIENDLY)

    assert message.channel is Channel.SMS
    assert message.content.count(b"broken-promise") == 3


def test_a_call_takes_no_letter_along_and_a_letter_no_call(stage: Stage) -> None:
    stage.bring(invoice("F-1", due=day("2026-02-17")), invoice("F-2"), now="2026-02-17 12:00")
    stage.contact("2026-02-18 10:30")
    stage.contact("2026-02-24 10:30")
    first = stage.claimed("2026-03-03 10:30", "F-2")

    assert first.channel is Channel.EMAIL
    assert b"F-1" not in first.content
    stage.move("2026-03-03 11:00")
    assert stage.next() == ("open_call", "week-2-call", day("2026-03-04"))


def test_each_case_says_what_came_of_its_turn(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2"), invoice("F-3"))
    turns = {number: stage.move(COURTESY, number).n for number in ("F-1", "F-2", "F-3")}
    stage.tell(payment(number="F-3"), COURTESY)
    message = stage.claimed(COURTESY)
    moved = stage.ledger.settle_contact(case(), message.contact, Accepted("sg-1"), at(COURTESY))

    assert moved.came == f"sent {reference(message.contact)}"
    came = {number: _came(stage, number, n) for number, n in turns.items() if number != "F-1"}
    assert came == {"F-2": f"merged {reference(message.contact)}", "F-3": "skipped"}


def _came(stage: Stage, number: str, n: int) -> str | None:
    closed = stage.ledger.claim(case(number), n, at(COURTESY), render)
    assert isinstance(closed, Closed)
    return stage.ledger.current(case(number), at(COURTESY), NO_SHIFT, closed.came).came


@pytest.mark.parametrize(
    ("outcome", "came"),
    [(NotActed(), "deferred"), (Refused(Refusal.ADDRESS, "HTTP 400"), "undeliverable")],
    ids=["not acted", "refused"],
)
def test_a_turn_that_did_not_reach_the_customer_says_so(stage: Stage, outcome: Any, came: str) -> None:
    stage.bring(invoice())
    message = stage.claimed(COURTESY)
    moved = stage.ledger.settle_contact(case(), message.contact, outcome, at(COURTESY))

    assert moved.came == f"{came} {reference(message.contact)}"


def test_an_address_that_was_refused_is_written_to_by_no_case_before_it_is_mended(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", due=day("2026-03-03")))
    stage.settle(stage.claimed(COURTESY), Refused(Refusal.ADDRESS, "HTTP 400"), COURTESY)
    assert stage.tasks() == [("repair", "mend the email address (HTTP 400)", "2026-03-04")]

    stage.move("2026-03-04 10:30", "F-2")
    closed = stage.claim("2026-03-04 10:30", "F-2")
    assert closed == Closed("the address was refused, and nobody mended it")
    assert stage.move("2026-03-04 10:30", "F-2").do == "look"
    assert len(stage.tasks()) == 1, "the same repair"
    assert stage.steps("F-2") == []

    # A person may say that the address is right after all.
    stage.ledger.mend(EBRO, stage.task("repair").id, at("2026-03-04 11:00"), who="ana", email=None, phone=None)
    assert b"F-1 courtesy" in stage.claimed("2026-03-04 11:01", "F-2").content


def test_whoever_wants_no_text_messages_and_has_no_e_mail_gets_a_letter_by_post_and_no_call(stage: Stage) -> None:
    stage.bring(invoice(), customers=(customer(email=None),))
    stage.tell(promise("2026-03-04"), IMPORTED)
    stage.contact("2026-03-02 10:30")  # the confirmation, by text message
    stage.move(FRIENDLY)
    stage.settle(stage.claimed(FRIENDLY), Refused(Refusal.OPTED_OUT, "21610"), FRIENDLY)
    later = "2026-03-09 10:35"
    stage.move(later)
    stage.claim(later)

    assert ("repair", "find an e-mail address, or write by post", "2026-03-10") in stage.tasks()
    assert stage.contacts()[-1] == ("sms", "released")


def test_copies_of_the_invoices_that_are_asked_for_go_along_oldest_first(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2", due=day("2026-03-01")), invoice("F-3", due=day("2026-03-20")))
    with stage.ledger.writing() as session:
        work = Work(session, Rulebook(POLICIES), at(IMPORTED), "ana")
        for number in ("F-1", "F-2", "F-3"):
            owner = stage.invoice(number).id
            file_paper(work, EBRO, owner, f"{number}.pdf", "application/pdf", b"%PDF " + number.encode())
        file_paper(work, EBRO, stage.invoice("F-2").id, "big.pdf", "application/pdf", b"x" * 5_000_000)

    assert [copy.name for copy in written(stage, COURTESY).copies] == ["F-2.pdf", "F-1.pdf"]
