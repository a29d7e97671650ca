"""Letters into a folder instead of out of the house: for rehearsals, and for a first look without any provider."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import tempfile
from pathlib import Path
from urllib.parse import quote

from cobro.channels.way import Way
from cobro.dunning.contact import Accepted, Channel, Evidence, Message, NotActed, Outcome, Refusal, Refused, Unclear


class Files(Way):
    """Writes each e-mail as `<claimed at>-<contact>.eml`, and each SMS as `.txt` under a line with its recipient.

    The name begins with the instant in UTC, so that a listing is in the order of sending. A file is there whole or
    not at all, on disk before it is reported, and never written twice. A full or missing disk is a refusal that
    passes (`TRANSIENT`).
    """

    grace = dt.timedelta(0)
    """None needed: a try that is still running would write the same file."""
    keeps_what_it_took = True

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, message: Message) -> Outcome:
        path = self._path(message)
        try:
            if not path.exists():
                self._folder.mkdir(parents=True, exist_ok=True)
                _write(path, _content(message))
        except OSError as error:
            return Refused(Refusal.TRANSIENT, type(error).__name__)
        try:
            _flush_names(self._folder)
        except OSError as error:
            return Unclear(type(error).__name__)
        return Accepted(path.name)

    def look_up(self, message: Message) -> Evidence:
        path = self._path(message)
        try:
            return Accepted(path.name) if path.exists() else NotActed()
        except OSError as error:
            return Unclear(type(error).__name__)

    def _path(self, message: Message) -> Path:
        at = message.claimed_at.astimezone(dt.UTC)
        suffix = "eml" if message.channel is Channel.EMAIL else "txt"
        return self._folder / f"{at:%Y%m%dT%H%M%SZ}-{quote(message.contact, safe='')}.{suffix}"


def _content(message: Message) -> bytes:
    if message.channel is Channel.EMAIL:
        return message.content
    return f"To: {message.to}\n\n".encode() + message.content


def _write(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _flush_names(folder: Path) -> None:
    """A name survives a power cut only when its folder has been written too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
