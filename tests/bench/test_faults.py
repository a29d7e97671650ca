"""`make faults` in small, counted from the provider's side; and the count sees what it has to see."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bench.faults.book import Meanwhile, Owing, invent
from bench.faults.counting import Row, count
from bench.faults.experiment import Size
from bench.faults.fault import FAULTS
from bench.faults.laboratory import run
from bench.faults.provider import Took
from bench.faults.report import Found, verdict
from bench.faults.tries import ONE_TRY
from cobro.dunning.contact import Channel, ContactState, reference

SMALL = Size(customers=4, patience=600.0, long_lock=ONE_TRY.total_seconds() + 5)
LEFT_OUT = ("500", "502", "down")
"""To us the same as no answer, and as a refusal; the last takes minutes. `make faults` has them too."""


async def test_nobody_is_missed_and_nobody_gets_it_twice_whatever_goes_wrong(tmp_path: Path) -> None:
    faults = [fault for fault in FAULTS if fault.key not in LEFT_OUT]
    done = await run(faults, SMALL, tmp_path, lambda _: None, side_by_side=len(faults))
    assert verdict(Found(SMALL, done, 0.0)) == (True, "pass")
    (broken,) = [one for one in done if one.fault.unclaimed]
    assert any(row.duplicated for row in broken.rows)
    # Whoever paid before the claim is not written to; some paid after it, and what had been claimed left.
    silenced = [row for one in done for row in one.rows if row.meanwhile]
    assert 0 < sum(row.due for row in silenced) < sum(row.customers for row in silenced)


@pytest.fixture
def owing() -> list[Owing]:
    """Customers who have all been written to once; those with a payment or a stop had it after their claim."""
    everybody = invent(FAULTS[0], 4, random.Random(1))
    for k, one in enumerate(everybody):
        one.struck = True
        one.known = frozenset({f"{k:08x}-0"}) if one.meanwhile else None
    return everybody


def took(owing: list[Owing]) -> list[Took]:
    """What the provider took of that: an e-mail carries the contact's id, a text message its first eight characters."""
    ids = [f"{k:08x}-0" for k in range(len(owing))]
    return [
        Took(one.address, reference(contact) if one.channel is Channel.SMS else contact)
        for one, contact in zip(owing, ids, strict=True)
    ]


def counted(owing: list[Owing], messages: list[Took], *unknown: Owing) -> dict[Meanwhile, Row]:
    states = {(one.creditor, one.ref): [ContactState.SENT] for one in owing}
    states |= {(one.creditor, one.ref): [ContactState.UNKNOWN] for one in unknown}
    return {row.meanwhile: row for row in count(FAULTS[0], owing, messages, states)}


def test_the_count_finds_nothing_wrong_where_everybody_got_one_message(owing: list[Owing]) -> None:
    rows = counted(owing, took(owing))
    assert [row.missed() for row in rows.values()] == [[], [], []]
    assert [(row.due, row.accepted) for row in rows.values()] == [(4, 4)] * 3


def test_the_count_sees_a_message_that_was_never_taken(owing: list[Owing]) -> None:
    rows = counted(owing, took(owing)[1:])
    assert rows[Meanwhile.NOTHING].lost == [owing[0].ref]
    # Unless a person is told that nobody knows.
    assert counted(owing, took(owing)[1:], owing[0])[Meanwhile.NOTHING].lost == []


def test_the_count_sees_a_message_that_was_taken_twice(owing: list[Owing]) -> None:
    messages = took(owing)
    rows = counted(owing, [*messages, messages[1]])
    assert rows[Meanwhile.NOTHING].duplicated == [owing[1].ref]


@pytest.mark.parametrize("k", [0, 1])
def test_the_count_sees_a_message_that_was_claimed_after_the_payment(owing: list[Owing], k: int) -> None:
    paid = next(one for one in owing if one.meanwhile is Meanwhile.PAYMENT and owing.index(one) % 2 == k)
    paid.known = frozenset()
    rows = counted(owing, took(owing))
    assert rows[Meanwhile.PAYMENT].after == [paid.ref]
    assert rows[Meanwhile.PAYMENT].missed() == ["1 after payment"]


def test_a_text_message_may_not_stay_in_doubt(owing: list[Owing]) -> None:
    mail, text = owing[:2]
    assert counted(owing, took(owing), mail)[Meanwhile.NOTHING].missed() == []
    assert counted(owing, took(owing), text)[Meanwhile.NOTHING].missed() != []
