"""The creditor's logo as e-mails carry it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cobro.dunning.logo import NoLogo, kind_of_logo


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture and its kind, `png` or `jpeg`."""

    kind: str
    content: bytes


@lru_cache(maxsize=256)
def logo_at(path: str) -> Logo | None:
    """The logo in a file, read once; None where it cannot be used: a reminder does not wait for a picture."""
    try:
        content = Path(path).read_bytes()
        return Logo(kind_of_logo(content), content)
    except (OSError, NoLogo):
        return None
