"""JSON as it has to be for money: UTF-8, one value for each name, exact decimals, and not too deep."""

from __future__ import annotations

import json
from decimal import Decimal
from http import HTTPStatus
from typing import Any

from cobro.gateway.problem import Refusal

DEEPEST = 20
"""How many objects and lists may stand in each other."""


class _Unfit(ValueError):
    pass


def read_json(content: bytes) -> Any:
    """The value of a JSON document; numbers with a point are `Decimal`.

    Raises:
        Refusal: it is no JSON, is too deep, or says something twice (400).
    """
    try:
        value = json.loads(
            content.decode("utf-8"), object_pairs_hook=_once, parse_float=Decimal, parse_constant=_no_number
        )
    except UnicodeDecodeError:
        raise _refusal("text in UTF-8") from None
    except RecursionError:
        raise _refusal(f"JSON of at most {DEEPEST} levels") from None
    except _Unfit as unfit:
        raise _refusal(str(unfit)) from None
    except ValueError:
        raise _refusal("a JSON document") from None
    if _depth_exceeds(value):
        raise _refusal(f"JSON of at most {DEEPEST} levels")
    return value


def _refusal(expected: str) -> Refusal:
    return Refusal(HTTPStatus.BAD_REQUEST, f"body: expected {expected}")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Unfit("each name once in an object")
    return found


def _no_number(_: str) -> Any:
    raise _Unfit("numbers, not NaN or Infinity")


def _depth_exceeds(value: Any) -> bool:
    level = [value]
    for _ in range(DEEPEST + 1):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
        if not level:
            return False
    return True
