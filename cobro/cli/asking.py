"""Asking a person at the prompt. Each answer is checked as it is given, by the forms that files are read with."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

import typer

from cobro.cli.mistakes import Mistake
from cobro.cli.screen import complain, say
from cobro.intake.problem import Unexpected

T = TypeVar("T")


def ask(question: str, read: Callable[[str], T], default: str | None = None) -> T:
    """One answer. On a terminal a wrong one is asked for again; from a file or a pipe it is a mistake.

    Raises:
        Mistake: the answer did not come from a terminal, and is wrong. The answers after it might belong to other
            questions.
    """
    while True:
        answer = str(typer.prompt(question, default="" if default is None else default, show_default=bool(default)))
        try:
            return read(answer.strip())
        except Unexpected as unexpected:
            got = f"'{answer}'" if answer else "nothing"
            line = f"{question.strip()}: expected {unexpected.expected}, got {got}"
            if not at_a_terminal():
                raise Mistake(line) from None
            complain(line)


def ask_if_any(question: str, read: Callable[[str], T]) -> T | None:
    """One answer, or None where there is nothing to say."""
    return ask(f"{question} (Enter: none)", lambda text: read(text) if text else None)


def ask_yes(question: str, *, default: bool = False) -> bool:
    """Yes or no."""
    return ask(f"{question} (y/n)", _yes, "y" if default else "n")


def ask_many(question: str, read: Callable[[str], T]) -> list[T]:
    """One answer at least, until there is nothing more to say."""
    answers = [ask(question, read)]
    while (another := ask_if_any(f"  another {question}", read)) is not None:
        if another in answers:
            complain(f"  {question}: expected each once")
        else:
            answers.append(another)
    return answers


def heading(line: str) -> None:
    """What the next questions are about."""
    say()
    say(line)


def at_a_terminal() -> bool:
    """Whether a person types the answers."""
    return sys.stdin.isatty()


def _yes(text: str) -> bool:
    if text.lower() not in ("y", "yes", "n", "no"):
        raise Unexpected("y or n")
    return text.lower().startswith("y")
