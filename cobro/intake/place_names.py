"""Countries and regions by the names that an English-reading person knows them by."""

from __future__ import annotations

from functools import lru_cache

import holidays
from babel import Locale

_SPAIN = {
    "AN": "Andalusia",
    "AR": "Aragon",
    "CL": "Castile and León",
    "CN": "Canary Islands",
    "CT": "Catalonia",
    "IB": "Balearic Islands",
    "MC": "Region of Murcia",
    "NC": "Navarre",
    "PV": "Basque Country",
    "VC": "Valencian Community",
}
"""The `holidays` package names regions in their own languages, and Babel none at all."""


def country_name(code: str) -> str:
    """A country by its ISO 3166 code; the code itself where nobody names it."""
    return str(Locale("en").territories.get(code, code))


@lru_cache(maxsize=1024)
def region_name(country: str, code: str) -> str:
    """A region by the code of the `holidays` package; the code itself where nobody names it."""
    if country == "ES" and code in _SPAIN:
        return _SPAIN[code]
    calendar = getattr(holidays, country, None)
    aliases: dict[str, str] = getattr(calendar, "subdivisions_aliases", {})
    return next((name for name, of in aliases.items() if of == code and len(name) > len("GUA")), code)
