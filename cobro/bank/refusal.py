"""How a bank's file is refused: one line that says where, what was expected and what came."""

from __future__ import annotations

from decimal import Decimal

from cobro.dunning.money import minor_digits
from cobro.intake.problem import BadInput, Problem


def refused(where: str, field: str, expected: str, got: str | None = None) -> BadInput:
    """The refusal of the whole file, to be raised; `got` is None where nothing can be shown."""
    return BadInput([Problem(where, field, got, expected)])


def must_agree(where: str, what: str, said: object, found: object) -> None:
    """A total that the file states of itself and what its own movements come to.

    Raises:
        BadInput: they differ; a line is missing, doubled or altered, so nothing of the file can be believed.
    """
    if said != found:
        raise refused(where, what, f"{said}, as the file states", str(found))


def shown(minor: int, currency: str) -> str:
    """Smallest units as an amount for people; unlike `Money` without a limit, for sums that are wrong."""
    return f"{Decimal(minor).scaleb(-minor_digits(currency))} {currency}"
