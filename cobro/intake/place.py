"""In which time zone a customer is called, from what the book says about it."""

from __future__ import annotations

import phonenumbers
from babel.core import get_global
from phonenumbers.timezone import time_zones_for_number

from cobro.dunning.parties import Creditor

_MOST_PEOPLE = {
    "AQ": "Antarctica/McMurdo",
    "AR": "America/Argentina/Buenos_Aires",
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "CD": "Africa/Kinshasa",
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "CY": "Asia/Nicosia",
    "DE": "Europe/Berlin",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "FM": "Pacific/Pohnpei",
    "GL": "America/Nuuk",
    "ID": "Asia/Jakarta",
    "KI": "Pacific/Tarawa",
    "KZ": "Asia/Almaty",
    "MH": "Pacific/Majuro",
    "MN": "Asia/Ulaanbaatar",
    "MX": "America/Mexico_City",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PF": "Pacific/Tahiti",
    "PG": "Pacific/Port_Moresby",
    "PS": "Asia/Hebron",
    "PT": "Europe/Lisbon",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "UM": "Pacific/Wake",
    "US": "America/New_York",
    "UZ": "Asia/Tashkent",
}
"""Where a country has several zones: the one of its largest city, since neither babel nor zoneinfo ranks them."""

_BY_REGION = {("ES", "CN"): "Atlantic/Canary", ("PT", "20"): "Atlantic/Azores", ("PT", "30"): "Atlantic/Madeira"}


def zone_of(country: str, region: str | None, phone: str | None, creditor: Creditor) -> str:
    """The customer's zone: by region, else by telephone number, else the creditor's or the country's own."""
    zones: list[str] = get_global("territory_zones")[country]
    if region is not None and country in ("ES", "PT"):
        return zone_of_country(country, region)
    by_phone = _by_phone(phone) if phone else None
    if by_phone is not None and by_phone in zones:
        return by_phone
    if creditor.country == country:
        return creditor.zone
    return zone_of_country(country, region)


def zone_of_country(country: str, region: str | None) -> str:
    """The zone of a region where it decides, else that of the country's largest city."""
    zones: list[str] = get_global("territory_zones")[country]
    if region is not None and (country, region) in _BY_REGION:
        return _BY_REGION[country, region]
    return zones[0] if len(zones) == 1 else _MOST_PEOPLE[country]


def _by_phone(phone: str) -> str | None:
    # A Spanish mobile belongs to Madrid and to the Canary Islands alike, the latter first: that tells nothing.
    zones = time_zones_for_number(phonenumbers.parse(phone))
    return zones[0] if len(zones) == 1 else None
