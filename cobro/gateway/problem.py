"""What a sender is told who sent something wrong: problem details (RFC 9457), with nothing of the inside in them.

Refusal         a request is answered with a status, a title and the flaws that were found in it
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any

from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field, ValidationError
from pydantic_core import ErrorDetails

PROBLEM = "application/problem+json"
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong with what was sent. `index` is the place in a batch, from 0."""

    field: str
    expected: str
    got: object = None
    index: int | None = None

    def at(self, index: int | None) -> Flaw:
        """The same, of the event at that place."""
        return replace(self, index=index)

    def plain(self) -> dict[str, object]:
        """As JSON knows it."""
        place = {} if self.index is None else {"index": self.index}
        return {**place, "field": self.field, "expected": self.expected, "got": _shown(self.got)}


class Refusal(Exception):
    """A request that is not carried out. What its sender is told stands in it, and nothing else leaves."""

    def __init__(
        self,
        status: HTTPStatus,
        detail: str,
        flaws: Iterable[Flaw] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.flaws = tuple(flaws)
        self.headers = dict(headers or {})

    def answer(self) -> JSONResponse:
        """The response that says so."""
        said: dict[str, Any] = {"title": self.status.phrase, "status": self.status.value, "detail": self.detail}
        if self.flaws:
            said["problems"] = [flaw.plain() for flaw in self.flaws]
        return JSONResponse(said, self.status.value, self.headers, media_type=PROBLEM)


class FlawSaid(BaseModel):
    """One thing that is wrong: the place in a batch, the field, what was expected there and what came."""

    index: int | None = None
    field: str
    expected: str
    got: str | None = None


class ProblemSaid(BaseModel):
    """Problem details (RFC 9457)."""

    title: str
    status: int
    detail: str
    problems: list[FlawSaid] = Field(default_factory=list)


def not_found() -> Refusal:
    """What does not exist, or is another creditor's: the very same answer."""
    return Refusal(HTTPStatus.NOT_FOUND, "there is nothing here")


def unfit(flaws: Iterable[Flaw]) -> Refusal:
    """What was sent has a wrong form. Nothing of it was stored."""
    return Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "it has not the expected form; nothing was stored", flaws)


def flaws_of(error: ValidationError, prefix: str = "") -> list[Flaw]:
    """What pydantic found wrong, in our words."""
    return [_flaw_of(detail, prefix) for detail in error.errors(include_url=False)]


def _flaw_of(detail: ErrorDetails, prefix: str) -> Flaw:
    # The first part of a union's place is the tag that chose the member.
    place = [str(part) for part in detail["loc"]]
    said = detail["msg"].removeprefix("Value error, ").removeprefix("Input should be ").removeprefix("expected ")
    got = None if detail["type"] in ("missing", "value_error") else detail["input"]
    expected = {"missing": "a value", "extra_forbidden": "no such field"}.get(detail["type"], said)
    return Flaw(prefix + ".".join(place), expected[0].lower() + expected[1:], got)


def _shown(got: object) -> str | None:
    """A value as it came, shortened; a whole object only by its kind."""
    if got is None:
        return None
    if isinstance(got, dict | list | tuple):
        return "an object" if isinstance(got, dict) else "a list"
    text = str(got).encode("utf-8", "replace").decode()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
