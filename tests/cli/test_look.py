"""Looking at the book and at one case."""

from __future__ import annotations

import re

from sqlalchemy import update

from cobro.ledger import tables as t
from tests.cli.hands import Hands, in_days


def test_list_shows_what_is_open_and_never_adds_currencies(at_work: Hands) -> None:
    said = at_work.done("list")

    assert "Open cases: 4. Open: 2721.00 EUR, 1210.50 GBP" in said
    assert "e-mail courtesy" in said


def test_list_as_json_has_the_next_move_in_the_customer_s_time(at_work: Hands) -> None:
    document = at_work.read("list")

    first = document["cases"][0]
    assert (first["invoice"], first["customer"], first["stage"]) == ("F1", "C-1", None)
    assert first["open"] == {"amount": "1210.50", "currency": "EUR"}
    assert first["next"]["do"] == "send_email"
    assert first["next"]["at"][-6:] in ("+01:00", "+02:00")
    assert document["totals"] == [
        {"amount": "2721.00", "currency": "EUR"},
        {"amount": "1210.50", "currency": "GBP"},
    ]


def test_ended_cases_stand_apart(at_work: Hands) -> None:
    at_work.done("pay", "F2", "300")

    assert [case["invoice"] for case in at_work.read("list")["cases"]] == ["F1", "F3", "F4"]
    assert [case["invoice"] for case in at_work.read("list", "--ended")["cases"]] == ["F2"]
    assert len(at_work.read("list", "--all")["cases"]) == 4
    assert "settled" in at_work.done("list", "--ended")
    assert "settled" in at_work.done("list", "--all")


def test_show_tells_the_whole_timeline_and_who(at_work: Hands) -> None:
    at_work.done("pay", "F1", "10.50", "--as", "ana", "--note", "by hand")
    at_work.done("promise", "F1", "--by", in_days(5), "--as", "luis")
    at_work.done("hold", "F1", "--until", in_days(9))
    at_work.done("stop", "--as", "eva")
    at_work.done("go", "--as", "ines")

    said = at_work.done("show", "F1")

    assert "1200.00 EUR open of 1210.50 EUR" in said
    assert "by hand" in said
    assert "ana" in said
    assert "luis" in said
    assert re.search(r"stopped .*eva", said)
    assert re.search(r"going on .*ines", said)
    assert f"Promise: 1200.00 EUR by {in_days(5)}, open" in said
    assert f"Hold: until {in_days(9)}" in said
    assert "verified" in said


def test_show_as_json_keeps_events_apart(at_work: Hands) -> None:
    at_work.done("pay", "F1", "10.50", "--id", "bank-1", "--as", "ana")

    document = at_work.read("show", "F1")

    assert [(event["id"], event["who"], event["source"]) for event in document["events"]] == [("bank-1", "ana", "cli")]
    assert document["evidence"]["broken_link"] is None


def test_show_names_the_broken_link_of_the_evidence(at_work: Hands) -> None:
    with at_work.house() as house, house.ledger.writing() as session:
        session.execute(update(t.Evidence).where(t.Evidence.seq == 2).values(content="{}"))

    assert "BROKEN at link 2" in at_work.done("show", "F1")


def test_a_plan_and_a_dispute_stand_in_the_case(at_work: Hands) -> None:
    at_work.done("dispute", "F3", "100", "--reason", "price")
    at_work.done("plan", "F1", "--parts", "2", "--every", "7", "--first", in_days(3))

    assert "Disputed: 100.00 EUR (price)" in at_work.done("show", "F3")
    assert f"running; {in_days(3)} 605.25 EUR, {in_days(10)} 605.25 EUR" in at_work.done("show", "F1")
