"""Whose holidays and closings a customer keeps, and by what name each is shown."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobro.dunning.calendar import Calendar
from cobro.dunning.closing import Closing
from cobro.dunning.contact import Channel
from cobro.dunning.parties import Creditor
from cobro.rulebook import Rulebook
from tests.dunning.strategies import QUICK
from tests.ledger.builders import CREDITOR, customer

DAY = dt.timedelta(days=1)
RULES = Rulebook(Path(__file__).parents[2] / "policies")
SPAIN = holidays.list_supported_countries()["ES"]
REGIONS = st.sampled_from([code for code in SPAIN if len(code) == 2])
DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2027, 12, 31))
CITIES = ("Barcelona", "Reus", "Vilanova i la Geltrú")


def calendar(creditor: Creditor | None = None, around: dt.date = dt.date(2026, 6, 1), **changes: str) -> Calendar:
    return RULES.calendar(customer(**changes), creditor, around=around, key=0)


def closed_by(*closings: Closing) -> Creditor:
    return CREDITOR.model_copy(update={"closings": closings})


@QUICK
@given(region=REGIONS, day=DAYS)
def test_a_regions_day_is_kept_in_that_region_only_and_named_by_it(region: str, day: dt.date) -> None:
    kept = holidays.country_holidays("ES", subdiv=region, years=day.year)
    in_all = holidays.country_holidays("ES", years=day.year)
    name = calendar(region=region, around=day).closed.get(day)

    assert (name is not None) == (day in kept)
    if name:
        assert name.endswith(", Spain") == (day in in_all)


@pytest.mark.parametrize(
    ("region", "day", "name"),
    [
        ("CT", "2026-06-24", "Saint John the Baptist, Catalonia"),
        ("CN", "2025-05-30", "Day of the Canary Islands, Canary Islands"),
        ("MD", "2026-12-08", "Immaculate Conception, Spain"),
        ("MD", "2026-06-24", None),
    ],
)
def test_a_holiday_has_the_name_of_its_day_and_its_place(region: str, day: str, name: str | None) -> None:
    assert calendar(region=region).why_closed(dt.date.fromisoformat(day)) == name


@QUICK
@given(day=DAYS)
def test_the_canary_islands_are_called_on_their_own_clock(day: dt.date) -> None:
    islands = calendar(region="CN", zone="Atlantic/Canary", around=day)
    there = islands.slot(day, dt.datetime.combine(day - DAY, dt.time(), dt.UTC), Channel.CALL).at

    assert there.astimezone(islands.zone).time() == dt.time(9)
    assert there.astimezone(calendar(region="MD").zone).time() == dt.time(10)


@QUICK
@given(
    region=st.sampled_from(("CT", "AR", "CN")),
    city=st.sampled_from(CITIES),
    ref=st.sampled_from(("C-1", "C-2")),
    closing=st.sampled_from(
        ({}, {"region": "CT"}, {"city": "Reus"}, {"city": "vilanova i la geltru"}, {"customer": "C-2"})
    ),
    day=DAYS,
)
def test_a_closing_is_kept_by_whom_it_concerns(
    region: str, city: str, ref: str, closing: dict[str, str], day: dt.date
) -> None:
    own = closed_by(Closing(name="closed", first="08-01", last="08-31", **closing))
    mine = calendar(own, day, ref=ref, region=region, address=f"Calle Reus 3, 43201 {city}")
    wanted = closing.get("city", city).replace("geltru", "Geltrú").casefold()
    meant = (
        closing.get("region", region) == region and wanted == city.casefold() and closing.get("customer", ref) == ref
    )

    assert (day in mine.away) == (meant and day.month == 8)
    assert mine.closed == calendar(None, day, region=region).closed


@pytest.mark.parametrize(
    ("closing", "name"),
    [
        ({"name": "closed in August", "customer": "C-1"}, "closed in August"),
        ({"name": "Sant Jordi", "region": "CT"}, "Sant Jordi, Catalonia"),
        ({"name": "Sant Jordi, Catalonia", "region": "CT"}, "Sant Jordi, Catalonia"),
        ({"name": "La Mercè", "city": "Barcelona"}, "La Mercè, Barcelona"),
    ],
)
def test_a_closing_is_shown_by_its_name_and_its_place(closing: dict[str, str], name: str) -> None:
    own = closed_by(Closing(first="2026-04-22", last="2026-04-23", **closing))
    mine = calendar(own, region="CT", address="Carrer Major 1, 08001 Barcelona")
    slot = mine.slot(dt.date(2026, 4, 22), dt.datetime(2026, 4, 20, 8, tzinfo=dt.UTC))

    assert slot.shifts == (name,)
    assert mine.local_day(slot.at) == dt.date(2026, 4, 24)


@pytest.mark.parametrize(
    ("address", "is_there"),
    [
        ("Calle Delicias 18, 50017 Zaragoza", True),
        ("Calle Zaragoza 5, 08006 Barcelona", False),
        ("Plaza España 1, 50001 ZARAGOZA (Zaragoza), España", True),
        ("Plaza España 1\n50001 Zaragoza", True),
        ("Polígono Malpica, Zaragoza", True),
        ("Zaragoza 3, Teruel", False),
        ("Calle Mayor 1, 50180 Zaragozana", False),
    ],
)
def test_a_city_is_read_after_the_post_code(address: str, is_there: bool) -> None:
    own = closed_by(Closing(name="Cincomarzada", first="03-05", last="03-05", city="Zaragoza"))
    assert (dt.date(2026, 3, 5) in calendar(own, address=address).away) == is_there


def test_a_closing_may_reach_over_the_turn_of_the_year() -> None:
    own = closed_by(Closing(name="Christmas", first="12-24", last="01-06"))
    away = calendar(own, around=dt.date(2027, 1, 1)).away

    assert dt.date(2026, 12, 24) in away
    assert dt.date(2027, 1, 6) in away
    assert dt.date(2027, 1, 7) not in away
