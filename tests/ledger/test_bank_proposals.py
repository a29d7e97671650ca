"""A proposal that a person has read is the one that is accepted, or none is: its number never becomes another's."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobro.ledger import queries
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.bank_proposals import renumbered
from tests.ledger.bank_files import came, left, returned, take
from tests.ledger.builders import EBRO, at, customer, invoice, payment
from tests.ledger.stage import Stage

LATER = "2026-03-12 10:00"
FIRST, SECOND = "F-2026-0001", "F-2026-0002"

EFFECTS = st.one_of(
    st.builds(
        lambda number, amount, rest, short: {"parts": [[number, amount]], "rest": rest, "short": short},
        st.sampled_from([FIRST, SECOND]),
        st.sampled_from(["40.00", "60.00"]),
        st.sampled_from(["0.00", "5.00"]),
        st.sampled_from(["0.00", "1.00"]),
    ),
    st.builds(lambda movement: {"reverses": movement}, st.integers(1, 3)),
)
LOOKS = st.lists(st.lists(st.tuples(EFFECTS, st.text(max_size=3)), max_size=5), max_size=8)


@given(looks=LOOKS)
def test_a_number_means_one_thing_through_all_looks_at_a_movement(
    looks: list[list[tuple[dict[str, Any], str]]],
) -> None:
    meant: dict[int, dict[str, Any]] = {}
    stored: list[dict[str, Any]] = []
    for look in looks:
        stored = renumbered(stored, ({**effect, "reasons": [why]} for effect, why in look))
        shown = [one for one in stored if one["stands"]]
        effects = [{name: one[name] for name in one.keys() - {"number", "stands", "reasons"}} for one in shown]
        once = [effect for at_, (effect, _) in enumerate(look) if effect not in [each for each, _ in look[:at_]]]
        assert effects == once
        assert len({one["number"] for one in stored}) == len(stored)
        for one, effect in zip(shown, effects, strict=True):
            assert meant.setdefault(one["number"], effect) == effect
            assert [effect, one["reasons"][0]] in [list(each) for each in look]


def shown(stage: Stage, movement: int = 1) -> dict[int, object]:
    """The proposals as a person reads them, in their order: number, and what is paid or taken back."""
    with stage.ledger.reading() as session:
        line = queries.find_movement(session, EBRO, movement)
        assert line is not None
        return {one.number: one.reverses or one.parts[0][0] for one in line.proposals}


@pytest.fixture
def read_before(stage: Stage) -> Stage:
    """Money waits that may be for one of two invoices; then the first of them is paid, and another file comes."""
    stage.bring(invoice(FIRST), invoice(SECOND), customers=(customer(name="Panadería Espiga, S.L."),))
    take(stage, came("100", "hello", payer_name="Panaderia Espiga SL"))
    assert shown(stage) == {1: FIRST, 2: SECOND}
    stage.tell(payment(amount="100", number=FIRST), "2026-03-11 12:00")
    take(stage, left("1", booked="2026-03-11"), now="2026-03-12 09:00")
    return stage


def test_a_file_between_reading_and_accepting_makes_no_number_anothers(read_before: Stage) -> None:
    assert shown(read_before) == {2: SECOND}
    before = read_before.dump()
    with pytest.raises(Refused, match=r"^--accept: expected one that still stands, 2, got 1: look at 'match 1' again$"):
        read_before.ledger.accept_match(EBRO, 1, 1, at(LATER), who="eva")
    assert read_before.dump() == before

    assert read_before.ledger.accept_match(EBRO, 1, 2, at(LATER), who="eva").invoices == (SECOND,)
    assert (read_before.open(SECOND), read_before.event("bank/1/1").body["invoice"]) == ("0.00 EUR", SECOND)


def test_the_only_one_left_is_not_taken_for_the_one_that_was_read(read_before: Stage) -> None:
    with pytest.raises(
        Refused, match=r"^--accept: expected the number of one of the proposals that 'match 1' shows, 2$"
    ):
        read_before.ledger.accept_match(EBRO, 1, None, at(LATER), who="eva")
    assert read_before.open(SECOND) == "100.00 EUR"


def test_a_proposal_that_comes_back_has_its_number_again(read_before: Stage) -> None:
    read_before.undo("P-1", LATER)
    take(read_before, left("1", "again", "2026-03-12"), now="2026-03-13 09:00")
    assert shown(read_before) == {1: FIRST, 2: SECOND}


def test_without_a_number_the_only_proposal_is_taken(stage: Stage) -> None:
    stage.bring(invoice(FIRST), invoice(SECOND, amount="70"), customers=(customer(name="Panadería Espiga, S.L."),))
    take(stage, came("70", "hello", payer_name="Panaderia Espiga SL"), returned("9"), came("3", "?"))
    assert len(shown(stage)) == 1
    for movement in (2, 3):
        with pytest.raises(Refused, match="--accept: expected '--to' or '--none', for there is no proposal"):
            stage.ledger.accept_match(EBRO, movement, None, at(LATER), who="eva")

    stage.ledger.accept_match(EBRO, 1, None, at(LATER), who="eva")

    assert stage.open(SECOND) == "0.00 EUR"
    assert stage.rows(t.BankMovement)[0].proposals == []
