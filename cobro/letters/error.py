"""Why a letter could not be written.

    LetterError
    ├── NoTemplate    nobody wrote this letter in this language
    ├── BadTemplate   the file is there, but cannot be used as it stands
    ├── Incomplete    what came out lacks something that it must contain (R58), or says what it must not
    └── Unsendable    the words are right, but no mail can carry them (a broken address)

Each message is one line and names no customer: it may be shown in logs and in the history of a workflow.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cobro.dunning.letter import Unwritable


class LetterError(Unwritable):
    """A letter cannot be written; nothing was sent."""

    def __init__(self, name: str, language: str, why: str) -> None:
        self.name = name
        self.language = language
        self.why = why
        super().__init__(f"letter {name!r} in language {language!r}: {why}")


class NoTemplate(LetterError):
    """There is no file for this letter in this language; another language is never taken instead."""

    def __init__(self, name: str, language: str, file: str, folder: Path) -> None:
        super().__init__(name, language, f"there is no {language}/{file} in the folder {folder}")


class BadTemplate(LetterError):
    """The file exists, but is not what a letter looks like; `why` tells its editor what to mend."""

    def __init__(self, name: str, language: str, file: str, why: str) -> None:
        super().__init__(name, language, f"{language}/{file} {why}")


class Incomplete(LetterError):
    """The rendered letter lacks `items`."""

    def __init__(self, name: str, language: str, form: str, items: Iterable[str]) -> None:
        self.items = tuple(items)
        super().__init__(name, language, f"the {form} lacks: {'; '.join(self.items)}")


class Unsendable(LetterError):
    """No message can be made of it."""
