"""What the hooks of all providers share: where they are open, and how a wrong signature is answered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from cobro.dunning.answer import Answer
from cobro.gateway.gate import Gate
from cobro.gateway.problem import Refusal
from cobro.ledger.receiving import Arrival
from cobro.settings import Hook

T = TypeVar("T")


def forged() -> Refusal:
    """The signature is missing, wrong or too old: nobody is told which."""
    return Refusal(HTTPStatus.FORBIDDEN, "expected a signature that fits and is not old")


def may_be_unsigned(gate: Gate, hook: Hook) -> bool:
    """Whether the settings let this hook be used without a signature."""
    return hook in gate.settings.accept_unsigned


async def asked(gate: Gate, question: Callable[[Session], T]) -> T:
    """An answer of the ledger, looked up beside the loop."""

    def ask() -> T:
        with gate.ledger.reading() as session:
            return question(session)

    return await asyncio.to_thread(ask)


async def stored(gate: Gate, arrivals: Sequence[Arrival]) -> list[dict[str, Any]]:
    """Store what came, if anything did; the answers."""
    answers: list[Answer] = await gate.writer.store(arrivals) if arrivals else []
    return [answer.model_dump(mode="json") for answer in answers]
