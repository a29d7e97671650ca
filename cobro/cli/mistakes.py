"""A person's mistakes, each as one clear line: which field, what was expected, what came. Never a traceback."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError, SQLAlchemyError

from cobro.intake.problem import BadInput
from cobro.ledger.applying import Refused
from cobro.ledger.registering import Conflict
from cobro.ledger.schema import SchemaBehind
from cobro.rulebook import UnknownPolicy
from cobro.running import BadConnection
from cobro.server import NoServer

REFUSED = 1
"""Exit code where the ledger, or the world outside, says no."""
BAD_INPUT = 2
"""Exit code where what was typed or written in a file cannot be taken."""
PARTLY = 3
"""Exit code where some of it was done and some put aside for a person to mend (`import --skip-bad`)."""


class Mistake(Exception):
    """Something that a person can put right; one line for each, and the exit code."""

    def __init__(self, *lines: str, code: int = BAD_INPUT) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines
        self.code = code


def understood(error: BaseException) -> Mistake | None:
    """The mistake behind an error, or None where the error is ours."""
    match error:
        case Mistake():
            return error
        case BadInput() | UnknownPolicy() | BadConnection():
            return Mistake(*str(error).splitlines())
        case Conflict() | Refused() | SchemaBehind() | NoServer():
            return Mistake(*str(error).splitlines(), code=REFUSED)
        case ValidationError():
            return Mistake(*_lines_of(error))
        case SQLAlchemyError():
            return _about_database(error)
        case OSError() if error.filename:
            return Mistake(f"{error.filename}: {error.strerror or type(error).__name__}", code=REFUSED)
        case _:
            return None


def printable(line: str) -> str:
    """The line without what could steer a terminal: values in it may come from a file or a message.

    The spaces that amounts are written with in a letter, which do not break, are plain ones on the screen.
    """
    spaced = line.replace("\u00a0", " ").replace("\u202f", " ")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in spaced)


def one_line(error: BaseException, longest: int = 160) -> str:
    """What an error of somebody else's says, shortened to its first line."""
    first = (str(error).strip() or type(error).__name__).splitlines()[0]
    return printable(first if len(first) <= longest else first[: longest - 1] + "…")


def _lines_of(error: ValidationError) -> Iterable[str]:
    settings = error.title == "Settings"
    for detail in error.errors(include_url=False):
        place = [str(part) for part in detail["loc"]]
        if settings:
            yield _about_setting(place, detail)
        else:
            came = "" if detail["type"] == "value_error" else f", got {detail['input']!r}"
            yield f"{place[-1] if place else 'event'}: {_expected(detail)}{came}"


def _about_setting(place: list[str], detail: ErrorDetails) -> str:
    if not place:
        return detail["msg"].removeprefix("Value error, ")
    # The value is not shown: it may be a key.
    return f"COBRO_{place[0].upper()}: {_expected(detail)}"


def _expected(detail: ErrorDetails) -> str:
    said = detail["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
    return f"expected {said[0].lower()}{said[1:]}"


def _about_database(error: SQLAlchemyError) -> Mistake | None:
    if isinstance(error, ArgumentError | NoSuchModuleError):
        return Mistake("COBRO_DATABASE_URL: expected a URL like postgresql://user@host/cobro, or none for SQLite")
    if isinstance(error, OperationalError) and isinstance(error, DBAPIError):
        reason = one_line(error.orig or error)
        return Mistake(f"the ledger's database does not answer: {reason}", code=REFUSED)
    return None
