"""Which region of Spain a postal code lies in: its first two digits are the province."""

from __future__ import annotations

import re

_PROVINCES = {
    "AN": "04 11 14 18 21 23 29 41",
    "AR": "22 44 50",
    "AS": "33",
    "CB": "39",
    "CE": "51",
    "CL": "05 09 24 34 37 40 42 47 49",
    "CM": "02 13 16 19 45",
    "CN": "35 38",
    "CT": "08 17 25 43",
    "EX": "06 10",
    "GA": "15 27 32 36",
    "IB": "07",
    "MC": "30",
    "MD": "28",
    "ML": "52",
    "NC": "31",
    "PV": "01 20 48",
    "RI": "26",
    "VC": "03 12 46",
}
"""By the codes of the `holidays` package."""

_REGION = {province: region for region, provinces in _PROVINCES.items() for province in provinces.split()}
_POSTAL_CODE = re.compile(r"\d{5}", re.ASCII)


def region_of(postal_code: str) -> str | None:
    """The region's code, or None where it is no Spanish postal code."""
    return _REGION.get(postal_code[:2]) if _POSTAL_CODE.fullmatch(postal_code) else None
