"""The morning's digest in words: an e-mail of the house to the creditor's own people, from a template they may edit."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from pathlib import Path
from typing import TypeVar

from cobro.dunning.digest import About, Digest, Waits
from cobro.letters import wording
from cobro.letters.error import BadTemplate, NoTemplate
from cobro.letters.mail import memo
from cobro.letters.shelf import Shelf

L = TypeVar("L", bound=About)

_FILE = "_digest.txt"
_SPOKEN_BY_MOST = "en"
_SUBJECT = "Subject:"
_MOST = 50
"""So many lines of each kind are told; the rest is counted."""
_GAP = re.compile(r"\n(?:[ \t]*\n){2,}")


class DigestLetters:
    """Writes digests from the templates of one folder; a language that has none gets the English one.

    Raises:
        LetterError: the template is broken, or the creditor's address is none that mail can carry.
    """

    def __init__(self, folder: Path) -> None:
        self._shelf = Shelf(folder)

    def words(self, digest: Digest) -> tuple[str, str]:
        """The subject, and the text."""
        tidy = _tidied(digest)
        slots = {field.name: getattr(tidy, field.name) for field in dataclasses.fields(tidy)} | {"most": _MOST}
        try:
            written = self._shelf.render(tidy, _FILE, slots)
        except NoTemplate:
            tidy = dataclasses.replace(tidy, language=_SPOKEN_BY_MOST)
            written = self._shelf.render(tidy, _FILE, slots)
        first, _, rest = written.strip().partition("\n")
        subject = wording.folded(first.removeprefix(_SUBJECT))
        if not first.startswith(_SUBJECT) or not subject or not rest.strip():
            why = f"must begin with a line '{_SUBJECT} ...', followed by the text"
            raise BadTemplate(tidy.name, tidy.language, _FILE, why)
        return subject, _GAP.sub("\n\n", rest.strip()) + "\n"

    def email(self, digest: Digest, contact: str, address: str, written_at: dt.datetime) -> bytes:
        """A complete RFC 5322 message from the creditor to itself. `contact` is its reference."""
        subject, text = self.words(digest)
        return memo(contact, wording.one_line(digest.company), address, subject, text, written_at)


def _tidied(digest: Digest) -> Digest:
    """The same with every name on one line: a payer's comes from the bank as it is."""
    return dataclasses.replace(
        digest,
        company=wording.one_line(digest.company),
        fell_due=tuple(map(_line, digest.fell_due)),
        planned=tuple(map(_line, digest.planned)),
        overdue=tuple(map(_line, digest.overdue)),
        runs_out=tuple(map(_line, digest.runs_out)),
        undelivered=tuple(map(_line, digest.undelivered)),
        waits=tuple(map(_payer, digest.waits)),
    )


def _line(each: L) -> L:
    return dataclasses.replace(each, name=wording.one_line(each.name))


def _payer(each: Waits) -> Waits:
    return dataclasses.replace(each, payer=wording.one_line(each.payer))
