"""Which of a customer's open sums add up to an amount."""

from __future__ import annotations

from collections.abc import Sequence

MOST_SUMMED = 12
"""Of more open invoices than these, some add up to almost any amount by chance."""


def adding_up(parts: Sequence[int], target: int, most: int) -> list[tuple[int, ...]]:
    """Places of the parts (positive, in smallest units) that add up to the target: so many ways at most."""
    left = [sum(parts[at:]) for at in range(len(parts) + 1)]
    found: list[tuple[int, ...]] = []

    def go_on(at: int, missing: int, chosen: tuple[int, ...]) -> None:
        if len(found) == most:
            return
        if missing == 0:
            found.append(chosen)
        elif at < len(parts) and missing <= left[at]:
            if parts[at] <= missing:
                go_on(at + 1, missing - parts[at], (*chosen, at))
            go_on(at + 1, missing, chosen)

    if target > 0:
        go_on(0, target, ())
    return found
