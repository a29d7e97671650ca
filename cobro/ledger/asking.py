"""Asking for columns and not for entities: of the connection itself, which costs a third of what the session takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVarTuple, Unpack

from sqlalchemy import ColumnElement, Row, literal_column
from sqlalchemy.orm import Session
from sqlalchemy.sql.selectable import TypedReturnsRows

Ts = TypeVarTuple("Ts")


def ask(
    session: Session, statement: TypedReturnsRows[Unpack[Ts]], about: Mapping[str, Any]
) -> Sequence[Row[Unpack[Ts]]]:
    """The rows of a statement that was built once and names columns only, in the session's own transaction."""
    if session.autoflush:
        session.flush()
    return session.connection().execute(statement, about).all()


def spelled(value: StrEnum) -> ColumnElement[str]:
    """A value of ours that stands in the text of a statement.

    SQLite prepares a statement anew at each use where a bound value decides whether a partial index serves it.
    """
    return literal_column(f"'{value.value}'")
