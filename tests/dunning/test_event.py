"""What may happen to a case comes in one form only; what has another form is refused before anything is done."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from cobro.dunning.event import EVENT, CallOutcome, Event, PaymentForm, Reason
from cobro.dunning.money import Money, minor_digits
from tests.dunning.strategies import CURRENCIES, DAYS, QUICK

ONE = {"id": "e-1", "creditor": "nandu", "invoice": "F-1"}
SOME = {"id": "e-1", "creditor": "nandu", "invoices": ["F-1", "F-2"]}
EUROS = {"amount": "12.50", "currency": "EUR"}

EXAMPLES: list[dict[str, Any]] = [
    {"kind": "payment_received", **ONE, **EUROS, "booked": "2026-03-06"},
    {"kind": "payment_reversed", **ONE, "payment": "e-0", "booked": "2026-03-06"},
    {"kind": "credit_issued", **ONE, **EUROS, "issued": "2026-03-06"},
    {"kind": "promise_made", **SOME, **EUROS, "pay_by": "2026-03-06", "form": "transfer"},
    {"kind": "dispute_opened", **ONE, "amount": "12.50", "reason": "goods"},
    {"kind": "dispute_resolved", **ONE},
    {"kind": "hold_placed", **ONE, "until": "2026-03-06", "reason": "other"},
    {"kind": "hold_released", **ONE},
    {"kind": "plan_agreed", **SOME, "currency": "EUR", "instalments": [{"due": "2026-03-06", "amount": "12.50"}]},
    {"kind": "call_logged", **SOME, "task": 7, "outcome": "spoke", "reason": None, "call_back": None},
    {"kind": "handoff_decided", **ONE, "to": "legal"},
    {"kind": "written_off", **ONE, "reason": "other"},
    {"kind": "cancelled", **ONE, "reason": "other"},
]
del EXAMPLES[9]["invoices"]

IDS = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=100)
NOT_IDS = st.sampled_from(
    ("", " ", "a\n", "\na", "a\nb", "a\r\nb", " a", "a ", "a\tb", "a\x00b", "a\u2028b", "a\u202eb", "a" * 101)
)


def amounts(currency: str) -> st.SearchStrategy[str]:
    return st.integers(1, 10**9).map(lambda units: str(Money.from_minor(units, currency).amount))


@st.composite
def bodies(draw: st.DrawFn) -> dict[str, Any]:
    """An event in JSON's own types, as a billing system would send it."""
    body = json.loads(json.dumps(draw(st.sampled_from(EXAMPLES))))
    currency = draw(st.sampled_from(CURRENCIES))
    drawn: dict[str, st.SearchStrategy[Any]] = {
        **dict.fromkeys(("id", "creditor", "invoice", "payment"), IDS),
        **dict.fromkeys(("booked", "issued", "pay_by", "until"), DAYS.map(str)),
        "invoices": st.lists(IDS, min_size=1, max_size=4),
        "amount": amounts(currency),
        "currency": st.just(currency),
        "form": st.sampled_from([form.value for form in PaymentForm]),
        "task": st.integers(1, 2**31 - 1),
        "instalments": st.lists(
            st.fixed_dictionaries({"due": DAYS.map(str), "amount": amounts(currency)}), min_size=1, max_size=6
        ),
    }
    if body["kind"] == "call_logged":
        drawn["outcome"] = st.sampled_from([outcome.value for outcome in CallOutcome])
        drawn["call_back"] = st.none() | DAYS.map(str)
    if "reason" in body:
        drawn["reason"] = st.sampled_from([reason.value for reason in Reason])
    return {field: draw(drawn[field]) if field in drawn else value for field, value in body.items()}


def refused(body: dict[str, Any]) -> list[tuple[int | str, ...]]:
    """The places that are told to be wrong, the same from JSON and from a dict."""
    with pytest.raises(ValidationError) as from_dict:
        EVENT.validate_python(body)
    with pytest.raises(ValidationError) as from_json:
        EVENT.validate_json(json.dumps(body))
    places = [error["loc"] for error in from_dict.value.errors()]
    assert places == [error["loc"] for error in from_json.value.errors()]
    return places


def with_field(field: str) -> list[dict[str, Any]]:
    return [body for body in EXAMPLES if field in body]


def kind(body: dict[str, Any]) -> str:
    return str(body["kind"])


@QUICK
@given(body=bodies())
def test_an_event_survives_being_written_down_and_read_again(body: dict[str, Any]) -> None:
    event: Event = EVENT.validate_python(body)

    assert EVENT.validate_json(event.model_dump_json()) == event
    assert EVENT.validate_python(event.model_dump(mode="json")) == event
    assert EVENT.validate_json(json.dumps(body)) == event


@pytest.mark.parametrize("body", EXAMPLES, ids=kind)
def test_every_kind_is_read(body: dict[str, Any]) -> None:
    event: Event = EVENT.validate_python(body)

    assert event.kind == body["kind"]
    assert event.model_dump(mode="json").keys() == body.keys()


@pytest.mark.parametrize("body", EXAMPLES, ids=kind)
def test_an_unknown_field_is_refused(body: dict[str, Any]) -> None:
    assert refused({**body, "email": "a@example.com"}) == [(kind(body), "email")]


@pytest.mark.parametrize("body", EXAMPLES, ids=kind)
@pytest.mark.parametrize("field", ["id", "creditor", "kind"])
def test_what_every_event_needs_is_missed(body: dict[str, Any], field: str) -> None:
    assert refused({name: value for name, value in body.items() if name != field})


@QUICK
@given(body=st.sampled_from(EXAMPLES), text=NOT_IDS)
def test_an_id_that_a_log_or_a_screen_would_tear_apart_is_refused(body: dict[str, Any], text: str) -> None:
    for field in ("id", "creditor", "invoice", "payment"):
        if field in body:
            assert refused({**body, field: text}) == [(kind(body), field)]


@pytest.mark.parametrize("body", with_field("amount"), ids=kind)
@pytest.mark.parametrize("amount", ["0", "-0.01", "-5", "NaN", "sNaN", "Infinity", "1e400", "1e15", "0.0001", "", "x"])
def test_what_is_no_amount_above_nothing_is_refused(body: dict[str, Any], amount: str) -> None:
    assert refused({**body, "amount": amount}) == [(kind(body), "amount")]


@QUICK
@given(body=bodies(), digit=st.integers(1, 9))
def test_an_amount_with_parts_of_the_smallest_unit_is_refused(body: dict[str, Any], digit: int) -> None:
    assume("currency" in body)
    places = minor_digits(body["currency"])
    finer = str(1 + Decimal(digit).scaleb(-places - 1))
    if "amount" in body:
        assert refused({**body, "amount": finer})
    else:
        assert refused({**body, "instalments": [{"due": "2026-03-06", "amount": finer}]})


@pytest.mark.parametrize("body", with_field("currency"), ids=kind)
@pytest.mark.parametrize("currency", ["eur", "EURO", "EU", "€", "E1R", "EUR\n", " EUR", "", "ЕUR"])
def test_what_is_no_currency_code_is_refused(body: dict[str, Any], currency: str) -> None:
    assert (kind(body), "currency") in refused({**body, "currency": currency})


@pytest.mark.parametrize("field", ["booked", "issued", "pay_by", "until", "call_back"])
@pytest.mark.parametrize("day", ["2026-02-30", "06/03/2026", "0206-03-06", "2206-03-06", "9999-12-31", "soon"])
def test_what_is_no_day_of_this_century_is_refused(field: str, day: str) -> None:
    for body in with_field(field):
        assert refused({**body, field: day}) == [(kind(body), field)]


def test_an_instalment_beyond_this_century_is_refused() -> None:
    (body,) = with_field("instalments")
    far = {"due": "9999-12-31", "amount": "12.50"}
    assert refused({**body, "instalments": [far]})[0] == ("plan_agreed", "instalments", 0, "due")


@pytest.mark.parametrize("task", [0, -1, 2**31, 10**30, "seven"])
def test_a_task_has_a_number_that_a_ledger_can_hold(task: object) -> None:
    (body,) = with_field("task")
    assert refused({**body, "task": task}) == [("call_logged", "task")]


@pytest.mark.parametrize("kind", ["", "payment", "PAYMENT_RECEIVED", None, 7])
def test_an_unknown_kind_is_refused(kind: object) -> None:
    assert refused({**ONE, "kind": kind})


def test_a_day_may_not_come_with_an_hour() -> None:
    (body,) = with_field("until")
    assert refused({**body, "until": "2026-03-06T12:00:00"})
    assert EVENT.validate_python({**body, "until": dt.date(2026, 3, 6)}) == EVENT.validate_python(body)


def test_a_promise_or_plan_is_about_at_least_one_invoice() -> None:
    for body in with_field("invoices"):
        assert refused({**body, "invoices": []}) == [(kind(body), "invoices")]
