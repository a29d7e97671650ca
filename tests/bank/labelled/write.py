"""Writes the long labelled files anew: `python -m tests.bank.labelled.write`. The same seeds write the same files."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from typing import Any

from tests.bank.labelled.business import Business, ebro, northgate
from tests.bank.labelled.held_out import HELD_OUT
from tests.bank.labelled.reading import FOLDER
from tests.bank.labelled.scenes import SCENES, Scene, play

_PLAYED = {"written": (SCENES, 20260312, 14), "held_out": (HELD_OUT, 77, 8)}
"""For each file what happens, the seed, and how many times."""


def text_of(scenes: tuple[Scene, ...], seed: int, times: int) -> str:
    """What a file holds: two creditors, and each scene so many times."""
    rng = random.Random(seed)
    businesses = (ebro(rng), northgate(rng))
    rows = list(play(scenes, businesses, rng, times))
    return f'{{\n"books": {{\n{_books(businesses)}\n}},\n"movements": [\n{_lines(rows)}\n]\n}}\n'


def _books(businesses: Iterable[Business]) -> str:
    return ",\n".join(
        f'"{business.name}": {json.dumps(business.data(), ensure_ascii=False)}' for business in businesses
    )


def _lines(rows: Iterable[dict[str, Any]]) -> str:
    return ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


if __name__ == "__main__":
    for name, played in _PLAYED.items():
        (FOLDER / f"{name}.json").write_text(text_of(*played), encoding="utf-8")
