"""All the words of one language, read at one moment: what a person reviews is what a process writes with."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_FORMS = (".txt", ".html", ".sms")
_TO_NO_CUSTOMER = frozenset({"_digest.txt"})
"""What only the creditor's own people get: a change of it is no change of the letters."""
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Edition:
    """The files of a language's folder, by name. Neither a byte-order mark nor how lines end counts as a change."""

    files: Mapping[str, bytes]

    @property
    def digest(self) -> str:
        """The SHA-256 of all files that letters to customers are made of, in hexadecimal."""
        told = hashlib.sha256()
        for name, content in sorted(self.files.items()):
            if name in _TO_NO_CUSTOMER:
                continue
            for part in (name.encode(), content):
                told.update(len(part).to_bytes(8))
                told.update(part)
        return told.hexdigest()


def edition_of(folder: Path) -> Edition:
    """What stands in the folder of a language now; an edition without files where there is none."""
    files = [path for path in folder.iterdir() if path.suffix in _FORMS] if folder.is_dir() else []
    return Edition({path.name: _plain(path.read_bytes()) for path in files if path.is_file()})


def _plain(content: bytes) -> bytes:
    return content.removeprefix(_BOM).replace(b"\r\n", b"\n")
