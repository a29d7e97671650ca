"""The folder of templates: one subfolder for each language, edited by people who are no programmers.

A language's files are read once, all together, when the first of them is needed, so that a half-saved edit does not
reach customers from a running worker. Templates are run in a sandbox; an unknown slot is an error, never an empty
space.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from traceback import walk_tb
from typing import Protocol

from babel.core import UnknownLocaleError
from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateNotFound, meta, select_autoescape
from jinja2.exceptions import TemplateSyntaxError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment

from cobro.dunning.letter import Letter
from cobro.dunning.money import Money
from cobro.letters import wording
from cobro.letters.edition import Edition, edition_of
from cobro.letters.error import BadTemplate, NoTemplate
from cobro.letters.slots import PARTS

_LANGUAGE = re.compile(r"[a-z]{2}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NO_SLOT = re.compile(r"'(\w+)' is undefined")
_NO_PART = re.compile(r"has no attribute '(\w+)'")


class EmptySlot(ValueError):
    """A template prints something that this letter does not have."""

    def __init__(self) -> None:
        super().__init__("prints a slot that is empty in this letter")


class Written(Protocol):
    """What is written from a template: its name, and the language of its folder."""

    @property
    def name(self) -> str: ...

    @property
    def language(self) -> str: ...


class Shelf:
    """Renders the files of one folder.

    Raises:
        NoTemplate: the file is not there.
        BadTemplate: it cannot be read, or asks for something that does not exist.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._editions: dict[str, Edition] = {}
        self._languages: dict[str, SandboxedEnvironment] = {}

    def edition(self, language: str) -> Edition:
        """The words of a language that are written with from now on."""
        if language not in self._editions:
            # Where two threads are the first, the words of one of them are those of both.
            self._editions.setdefault(language, edition_of(self._folder / language))
        return self._editions[language]

    def render(self, letter: Written, file: str, slots: Mapping[str, object]) -> str:
        """The text of one file with its slots filled in."""
        try:
            template = self._language(letter, file).get_template(file)
            return template.render(slots)
        except TemplateNotFound as error:
            missing = str(error.name or file)
            raise NoTemplate(letter.name, letter.language, missing, self._folder) from error
        except TemplateSyntaxError as error:
            why = f"has a mistake in line {error.lineno}: {error.message}"
            raise BadTemplate(letter.name, letter.language, error.name or file, why) from error
        except UnicodeDecodeError as error:
            raise BadTemplate(letter.name, letter.language, file, "is not saved as UTF-8") from error
        except (TemplateError, EmptySlot) as error:
            where, at = self._place(error, letter.language, file)
            why = f"{at}cannot be filled in: {_in_words(error, slots)}"
            raise BadTemplate(letter.name, letter.language, where, why) from error
        except UnknownLocaleError as error:
            raise BadTemplate(letter.name, letter.language, file, "is in an unknown language") from error
        except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            # Their messages may quote a value of the letter; the kind of mistake does not.
            where, at = self._place(error, letter.language, file)
            why = f"{at}cannot be filled in ({type(error).__name__})"
            raise BadTemplate(letter.name, letter.language, where, why) from None

    def unknown_slots(self, letter: Letter, file: str, slots: Mapping[str, object]) -> list[str]:
        """The slots in one file that do not exist, also where this letter would not come to print them."""
        language = self._language(letter, file)
        try:
            source = self.edition(letter.language).files[file].decode()
            used = meta.find_undeclared_variables(language.parse(source))
        except (LookupError, UnicodeDecodeError, TemplateError):
            return []  # rendering tells
        return sorted(used - slots.keys() - language.globals.keys())

    def _place(self, error: BaseException, language: str, file: str) -> tuple[str, str]:
        """The file, which may be one that another includes, and the line in it where filling in failed."""
        folder, place = self._folder / language, (file, "")
        for frame, line in walk_tb(error.__traceback__):
            path = Path(frame.f_code.co_filename)
            if path.parent == folder:
                place = path.name, f"in line {line} "
        return place

    def of_letter(self, letter: Letter, ending: str, slots: Mapping[str, object]) -> str:
        """The words of this very letter, from its own file."""
        file = f"{letter.name}{ending}"
        if not _NAME.fullmatch(letter.name):
            raise NoTemplate(letter.name, letter.language, file, self._folder)
        return self.render(letter, file, slots)

    def _language(self, letter: Written, file: str) -> SandboxedEnvironment:
        language = letter.language
        if not _LANGUAGE.fullmatch(language):
            raise NoTemplate(letter.name, language, file, self._folder)
        if language not in self._languages:
            self._languages[language] = _environment(self._folder / language, language, self.edition(language))
        return self._languages[language]


def _environment(folder: Path, language: str, edition: Edition) -> SandboxedEnvironment:
    def source(name: str) -> tuple[str, str, None] | None:
        content = edition.files.get(name)
        return None if content is None else (content.decode(), str(folder / name), None)

    def written(value: object) -> object:
        if value is None:
            raise EmptySlot
        if isinstance(value, Money):
            return wording.money(value, language)
        if isinstance(value, dt.date):
            return wording.day(value, language)
        if isinstance(value, tuple):
            return wording.listed(value, language)
        return value

    def short(value: dt.date) -> str:
        return wording.short_day(value, language)

    environment = SandboxedEnvironment(
        loader=FunctionLoader(source),
        undefined=StrictUndefined,
        autoescape=select_autoescape(("html",), default=False),
        finalize=written,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["short"] = short
    return environment


def _in_words(error: Exception, slots: Mapping[str, object]) -> str:
    """What is wrong, in words for whoever edits the file."""
    said = str(error)
    if isinstance(error, UndefinedError):
        if found := _NO_SLOT.search(said):
            return f"there is no slot '{found[1]}'{_like(found[1], slots)}"
        if found := _NO_PART.search(said):
            return f"there is no slot that ends in '.{found[1]}'{_like(found[1], PARTS, '.')}"
    return said


def _like(name: str, known: Iterable[str], before: str = "") -> str:
    near = get_close_matches(name, list(known), n=1)
    return f" (did you mean '{before}{near[0]}'?)" if near else ""
