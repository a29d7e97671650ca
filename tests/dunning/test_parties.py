"""Who at the creditor does what: sales people never collect (R55), seniors take over (R56)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cobro.dunning.parties import Creditor

PEOPLE = st.lists(st.tuples(st.sampled_from(["junior", "senior"]), st.booleans()), min_size=1, max_size=5)


def creditor(staff: list[tuple[str, bool]]) -> Creditor:
    values: dict[str, Any] = {
        "id": "ebro",
        "name": "Ebro",
        "tax_id": "B1",
        "address": "Calle 1",
        "email": "a@ebro.example",
        "phone": "+341",
        "ibans": ["ES91"],
        "country": "ES",
        "zone": "Europe/Madrid",
        "language": "es",
        "terms": {"es": "30 días"},
        "staff": [
            {"name": f"P{i}", "email": "p@ebro.example", "phone": "+342", "seniority": seniority, "sales": sales}
            for i, (seniority, sales) in enumerate(staff)
        ],
    }
    return Creditor.model_validate(values)


@given(staff=PEOPLE, wanted=st.sampled_from(["junior", "senior"]))
def test_nobody_from_sales_is_ever_asked(staff: list[tuple[str, bool]], wanted: str) -> None:
    if ("senior", False) not in staff:
        with pytest.raises(ValidationError, match="senior and not in sales"):
            creditor(staff)
        return
    member = creditor(staff).member(wanted)
    assert not member.sales
    assert member.seniority == wanted or (wanted, False) not in staff


def test_one_person_may_do_everything() -> None:
    alone = creditor([("senior", False)])
    assert {alone.member("junior").name, alone.member("senior").name} == {"P0"}
