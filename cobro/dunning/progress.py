"""How far a case has climbed, when the ladder under it may have changed since (a new version, another policy)."""

from __future__ import annotations

from collections.abc import Sequence

from cobro.dunning.facts import Done


def climbed(done: Sequence[Done], ladder: Sequence[str]) -> int:
    """How many rungs of a ladder lie at or below the highest one that was climbed: what comes next stands above.

    So a step that a new version puts in lower down is not made up for. A step that was done under a ladder nobody
    knows any more, and that this one does not have, counts for nothing.
    """
    at = {name: place for place, name in enumerate(ladder, start=1)}
    places = (at.get(step.step, 0) if step.place is None else step.place for step in done)
    return max(places, default=0)


def carried_over(step: str, old: Sequence[str], new: Sequence[str]) -> int:
    """How many rungs of a new ladder a step covers that was done on an old one.

    A step keeps its place by its name. One whose name is gone stands above the last one before it whose name is left:
    it covers as many of the new names that follow there as it is rungs above (it was renamed), and never a step that
    the old ladder had too and that was still ahead (it was removed).

    Args:
        step: a step of the old ladder.
        old: the names of the old ladder, in order.
        new: the names of the new ladder, in order.
    """
    if step in new:
        return new.index(step) + 1
    if step not in old:
        return 0
    above, floor = 0, 0
    for name in reversed(old[: old.index(step) + 1]):
        if name in new:
            floor = new.index(name) + 1
            break
        above += 1
    fresh = 0
    for name in new[floor : floor + above]:
        if name in old:
            break
        fresh += 1
    return floor + fresh
