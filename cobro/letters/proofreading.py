"""Reading all templates of a folder for mistakes, on invented invoices, before a customer gets to see one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cobro.dunning.parties import Creditor
from cobro.dunning.policy import Policy
from cobro.letters.error import LetterError
from cobro.letters.renderer import Letters
from cobro.letters.sample import Sample, sample, samples
from cobro.letters.tone import wrong_in_mail, wrong_in_terms, wrong_in_text_message
from cobro.letters.uses import HOUSE_LETTERS, Use, use_of, uses_by_any, uses_of

_FORMS = (".txt", ".sms", ".html")
_DIGEST = "_digest.txt"
"""It goes to the creditor's own people, about no letter, and has slots of its own."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was read, and every mistake: one line each."""

    names: tuple[str, ...]
    languages: tuple[str, ...]
    mistakes: tuple[str, ...]


def proofread(
    folder: Path, creditor: Creditor | None = None, wanted: Iterable[str] = (), policies: Iterable[Policy] = ()
) -> Proof:
    """Render every letter in every language as e-mail and as text message, and judge what it lacks and its tone.

    Args:
        folder: the templates.
        creditor: who signs; an invented one, if not given.
        wanted: letters that have to be there besides those that the folder has in any language.
        policies: what the letters are used for; each has to do for its strictest use.
    """
    spoken = languages_in(folder)
    names = tuple(sorted({*letters_in(folder), *wanted}))
    letters, uses = Letters(folder), tuple(uses_by_any(policies, names))
    found = list(wrong_in_terms(creditor)) if creditor else []
    for language in spoken:
        told: set[str] = set()
        for use in uses:
            found += _mistakes(letters, use, language, creditor, told, as_mail=True)
        found += _unknown_slots(letters, folder, language, told)
    if not spoken:
        found = [f"there is no folder of letters in {folder}"]
    return Proof(names, spoken, tuple(dict.fromkeys(found)))


def wrong_with_letters(
    letters: Letters, policy: Policy, creditor: Creditor | None = None, languages: Iterable[str] | None = None
) -> list[str]:
    """What is wrong with the letters that may leave under a policy, each where and as the policy uses it.

    Args:
        letters: the templates; one that is not there is left to others to tell.
        policy: the policy.
        creditor: who signs, and whose own sentences stand in the letters; an invented one, if not given.
        languages: those to be read; all that the folder has, if not given.
    """
    folder = letters.folder
    uses = dict.fromkeys((*uses_of(policy), *map(use_of, HOUSE_LETTERS)))
    found: list[str] = []
    for language in languages_in(folder) if languages is None else languages:
        told: set[str] = set()
        for use in uses:
            if all((folder / language / f"{use.letter}{form}").is_file() for form in use.forms):
                found += _mistakes(letters, use, language, creditor, told)
    return list(dict.fromkeys(found))


def languages_in(folder: Path) -> tuple[str, ...]:
    """The languages that the folder has letters in."""
    return tuple(sorted(path.name for path in folder.glob("[a-z][a-z]") if path.is_dir()))


def letters_in(folder: Path) -> tuple[str, ...]:
    """The names of the letters that the folder has in any language."""
    files = [path for form in (".txt", ".sms") for path in folder.glob(f"[a-z][a-z]/*{form}")]
    return tuple(sorted({path.stem for path in files if not path.name.startswith("_")}))


def _mistakes(
    letters: Letters, use: Use, language: str, creditor: Creditor | None, told: set[str], *, as_mail: bool = False
) -> Iterator[str]:
    """The mistakes in one letter that were not yet told: one in the frame is one, not one for each letter in it."""
    for each in samples(use.letter, language, creditor):
        for form in use.forms:
            for whole, why in _wrong(letters, use, each, form, as_mail=as_mail):
                if why not in told:
                    told.add(why)
                    yield whole


def _wrong(letters: Letters, use: Use, each: Sample, form: str, *, as_mail: bool) -> Iterator[tuple[str, str]]:
    """What is wrong with one form of one sample: the line that tells it, and the mistake alone."""
    try:
        if form == ".sms":
            faults = wrong_in_text_message(each.letter, letters.sms(each.letter).decode(), use)
        else:
            written = letters.written(each.letter)
            faults = wrong_in_mail(each.letter, written, use)
            if as_mail:
                letters.mailed(each.letter, written)
    except LetterError as error:
        yield f"{error} ({each.about})", error.why
    else:
        for fault in faults:
            where = ", text message" if form == ".sms" else ""
            # What is unsaid is so of this letter; what is said may stand in the frame of all.
            alone = fault if fault.startswith("'") else f"{use.letter}{where}: {fault}"
            yield f"letter '{use.letter}' in language '{each.letter.language}'{where}: {fault}", alone


def _unknown_slots(letters: Letters, folder: Path, language: str, told: set[str]) -> Iterator[str]:
    for file in sorted(
        path.name for path in (folder / language).iterdir() if path.suffix in _FORMS and path.name != _DIGEST
    ):
        for slot in letters.unknown_slots(sample("", language), file):
            if not any(f"'{slot}'" in why for why in told):
                yield f"{language}/{file}: there is no slot '{slot}'"
