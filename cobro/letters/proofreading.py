"""Reading all templates of a folder for mistakes, on invented invoices, before a customer gets to see one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cobro.dunning.parties import Creditor
from cobro.letters.error import LetterError
from cobro.letters.renderer import Letters
from cobro.letters.sample import sample, samples

_FORMS = (".txt", ".sms", ".html")


@dataclass(frozen=True, slots=True)
class Proof:
    """What was read, and every mistake: one line each."""

    names: tuple[str, ...]
    languages: tuple[str, ...]
    mistakes: tuple[str, ...]


def proofread(folder: Path, creditor: Creditor | None = None, wanted: Iterable[str] = ()) -> Proof:
    """Render every letter in every language as e-mail and as text message.

    Args:
        folder: the templates.
        creditor: who signs; an invented one, if not given.
        wanted: letters that have to be there besides those that the folder has in any language.
    """
    spoken = languages_in(folder)
    names = tuple(sorted({*letters_in(folder), *wanted}))
    letters = Letters(folder)
    found = [mistake for language in spoken for mistake in _mistakes(letters, folder, language, names, creditor)]
    if not spoken:
        found = [f"there is no folder of letters in {folder}"]
    return Proof(names, spoken, tuple(dict.fromkeys(found)))


def languages_in(folder: Path) -> tuple[str, ...]:
    """The languages that the folder has letters in."""
    return tuple(sorted(path.name for path in folder.glob("[a-z][a-z]") if path.is_dir()))


def letters_in(folder: Path) -> tuple[str, ...]:
    """The names of the letters that the folder has in any language."""
    files = [path for form in (".txt", ".sms") for path in folder.glob(f"[a-z][a-z]/*{form}")]
    return tuple(sorted({path.stem for path in files if not path.name.startswith("_")}))


def _mistakes(
    letters: Letters, folder: Path, language: str, names: tuple[str, ...], creditor: Creditor | None
) -> Iterator[str]:
    told: set[str] = set()
    for name in names:
        for each in samples(name, language, creditor):
            for write in (letters.email, letters.sms):
                try:
                    write(each.letter)
                except LetterError as error:
                    # A mistake in the frame is one mistake, not one for each letter in it.
                    if error.why not in told:
                        told.add(error.why)
                        yield f"{error} ({each.about})"
    for file in sorted(path.name for path in (folder / language).iterdir() if path.suffix in _FORMS):
        for slot in letters.unknown_slots(sample(names[0] if names else "", language), file):
            if not any(f"'{slot}'" in why for why in told):
                yield f"{language}/{file}: there is no slot '{slot}'"
