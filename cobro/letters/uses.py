"""How policies use the letters: which of them, in what forms, and what each may say and has to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cobro.dunning.formal import FORMAL, is_formal
from cobro.dunning.owed import OWED_LETTERS
from cobro.dunning.policy import Policy
from cobro.dunning.segments import BEFORE_DUE

Place = tuple[int | str, ...]

_FIRST = "courtesy"
"""The letter that tells nothing of the harm, where no policy says which comes first."""


@dataclass(frozen=True, slots=True)
class Use:
    """One letter at one place of a policy. `forms` are the endings of the files that it takes."""

    letter: str
    forms: tuple[str, ...]
    place: Place = ()
    may_mention_law: bool = False
    """A senior person signs it (R30), or it is a formal notice."""
    tells_harm: bool = True
    """From the second letter on, the harm that the delay does is said (R47)."""
    reminds: bool = True
    """It is called a reminder (R45)."""
    offers_help: bool = True
    """It offers help, with a name and a number (R53)."""


def uses_of(policy: Policy) -> Iterator[Use]:
    """Every use of a letter in a policy, in its order."""
    letters = 0
    for at, step in enumerate(policy.steps):
        names: list[tuple[Place, str | None]] = [(("steps", at, "letter"), step.letter)]
        names += [(("steps", at, "instead", k, "letter"), variant.letter) for k, variant in enumerate(step.instead)]
        for place, letter in names:
            if letter:
                yield Use(letter, _forms(step.do), place, may_mention_law=step.law, tells_harm=letters > 0)
        letters += step.letter is not None
    for k, segment in enumerate(policy.segments):
        if word := segment.before_due:
            yield Use(word.letter, _forms(word.do), ("segments", k, "before_due", "letter"), tells_harm=False)
    broken = policy.broken_promise
    yield Use(broken.letter, _forms(broken.do), ("broken_promise", "letter"))


def uses_by_any(policies: Iterable[Policy], names: Iterable[str]) -> Iterator[Use]:
    """The strictest use of each letter in some policies; of a letter that none of them names, what its name tells."""
    found: dict[str, Use] = {}
    for use in (use for policy in policies for use in uses_of(policy)):
        other = found.get(use.letter, use)
        found[use.letter] = replace(
            use,
            may_mention_law=use.may_mention_law and other.may_mention_law,
            tells_harm=use.tells_harm or other.tells_harm,
        )
    for name in names:
        yield replace(found.get(name) or use_of(name), forms=(".txt",) if is_formal(name) else (".txt", ".sms"))


def use_of(name: str) -> Use:
    """What a letter is for by its name: the house's own letters are in no policy."""
    own = name in OWED_LETTERS
    formal = is_formal(name)
    return Use(
        name,
        (".txt",) if formal else (".txt", ".sms"),
        may_mention_law=formal,
        tells_harm=not (own or name == _FIRST or name.startswith(BEFORE_DUE)),
        reminds=not (own or formal),
        offers_help=not own,
    )


HOUSE_LETTERS = (*OWED_LETTERS, FORMAL)
"""Letters that may leave whatever the policy."""


def _forms(do: str) -> tuple[str, ...]:
    # A text message becomes an e-mail where the customer has no number or wants none.
    return (".sms", ".txt") if do == "sms" else (".txt",)
