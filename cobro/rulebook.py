"""Rules from outside: policies from their folder, calendars from public holidays and from the creditor's own file."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

import holidays

from cobro.dunning.calendar import Calendar
from cobro.dunning.closing import Closing
from cobro.dunning.hours import USUAL
from cobro.dunning.parties import Creditor, Customer
from cobro.dunning.policy import Policy
from cobro.intake.place_names import country_name, region_name
from cobro.intake.policy_yaml import read_policy
from cobro.intake.problem import BadInput, Problem


class UnknownPolicy(LookupError):
    """No policy of that name stands in the folder."""

    def __init__(self, name: str, folder: Path) -> None:
        super().__init__(f"policy: expected one of {sorted(p.stem for p in folder.glob('*.yaml'))}, got {name!r}")


class Rulebook:
    """Reads a policy again when its file has changed. The ledger takes it at first use, and then by `policy use` only.

    Raises:
        UnknownPolicy: from `policy`.
        cobro.intake.problem.BadInput: from `policy`, where the file is not a policy.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def policy(self, name: str) -> Policy:
        path = self._folder / f"{name}.yaml"
        if not path.is_file():
            raise UnknownPolicy(name, self._folder)
        return _policy(path, path.stat().st_mtime_ns)

    def calendar(self, customer: Customer, creditor: Creditor | None, *, around: dt.date, key: int) -> Calendar:
        usual = calendar_at(customer.zone, customer.country, customer.region, around, key % 60)
        if creditor is None:
            return usual
        own = tuple(each for each in creditor.closings if each.concerns(customer, creditor.country))
        away = _away(own, creditor.country, around.year)
        return replace(usual, away=away, hours=creditor.hours.by_channel if creditor.hours else USUAL)

    def home(self, creditor: Creditor, *, around: dt.date) -> Calendar:
        return calendar_at(creditor.zone, creditor.country, creditor.region, around)


def calendar_at(zone: str, country: str, region: str | None, around: dt.date, minute: int = 0) -> Calendar:
    """The calendar of a place for the years around a day."""
    return _calendar(zone, country, region, around.year, minute)


@lru_cache(maxsize=64)
def _policy(path: Path, _changed: int) -> Policy:
    policy = read_policy(path)
    if policy.name != path.stem:
        raise BadInput([Problem(path.name, "name", policy.name, f"{path.stem}, as the file is called")])
    return policy


@lru_cache(maxsize=4096)
def _calendar(zone: str, country: str, region: str | None, year: int, minute: int) -> Calendar:
    return Calendar(
        zone=ZoneInfo(zone),
        closed=_public_holidays(country, region, year),
        bank_closed=_bank_holidays(year),
        minute=minute,
    )


@lru_cache(maxsize=512)
def _public_holidays(country: str, region: str | None, year: int) -> dict[dt.date, str]:
    """The days that are kept, each with its name and where it is: in the country, or in this region of it only."""
    try:
        everywhere = holidays.country_holidays(country, years=_years(year), language="en_US")
        here = holidays.country_holidays(country, subdiv=region or None, years=_years(year), language="en_US")
    except NotImplementedError:
        return {}
    names = country_name(country), region_name(country, region or "")
    return {day: f"{name.replace('; ', ' and ')}, {names[day not in everywhere]}" for day, name in here.items()}


@lru_cache(maxsize=32)
def _bank_holidays(year: int) -> dict[dt.date, str]:
    return dict(holidays.financial_holidays("ECB", years=_years(year)))


@lru_cache(maxsize=4096)
def _away(closings: tuple[Closing, ...], country: str, year: int) -> dict[dt.date, str]:
    """The days of closings, each with the name of the first that holds and where it is kept."""
    days: dict[dt.date, str] = {}
    for each in closings:
        where = each.city or (each.region and region_name(country, each.region))
        name = f"{each.name}, {where}" if where and where not in each.name else each.name
        for day in each.days(_years(year)):
            days.setdefault(day, name)
    return days


def _years(year: int) -> range:
    return range(year - 1, year + 3)
