"""The zone a customer is called in."""

from __future__ import annotations

from zoneinfo import available_timezones

import pytest
from babel.core import get_global

from cobro.intake.place import zone_of
from tests.intake.sample import CREDITOR

CANARIAN = CREDITOR.model_copy(update={"zone": "Atlantic/Canary"})


@pytest.mark.parametrize(
    ("country", "region", "phone", "zone"),
    [
        ("ES", "CN", "+34555000113", "Atlantic/Canary"),
        ("ES", "CN", None, "Atlantic/Canary"),
        ("ES", "MD", None, "Europe/Madrid"),
        ("ES", None, "+34922000113", "Atlantic/Canary"),
        ("ES", None, "+34976000111", "Europe/Madrid"),
        ("ES", None, "+442079460118", "Europe/Madrid"),
        ("GB", "SCT", "+447700900123", "Europe/London"),
        ("US", None, "+12135550143", "America/Los_Angeles"),
        ("US", None, None, "America/New_York"),
        ("PT", "20", None, "Atlantic/Azores"),
        ("FR", None, None, "Europe/Paris"),
    ],
)
def test_the_zone_follows_from_region_then_phone_then_country(
    country: str, region: str | None, phone: str | None, zone: str
) -> None:
    assert zone_of(country, region, phone, CREDITOR) == zone


def test_a_mobile_says_nothing_so_the_creditors_zone_counts() -> None:
    assert zone_of("ES", None, "+34600000000", CREDITOR) == "Europe/Madrid"
    assert zone_of("ES", None, "+34600000000", CANARIAN) == "Atlantic/Canary"


def test_a_mainland_customer_of_a_canarian_creditor_is_on_the_mainland() -> None:
    assert zone_of("ES", "MD", "+34600000000", CANARIAN) == "Europe/Madrid"


def test_every_country_has_a_zone_that_exists() -> None:
    for country in get_global("territory_zones"):
        if len(country) == 2 and country != "ZZ":
            assert zone_of(country, None, None, CREDITOR) in available_timezones()
