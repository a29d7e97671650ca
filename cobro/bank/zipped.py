"""The files in a ZIP, in memory and within limits: nothing is unpacked to disk."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator

from cobro.bank.refusal import refused
from cobro.intake.problem import BadInput

_MOST = 100
"""Files in one ZIP: a quarter of days for one account, or a day for a hundred."""


_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    LookupError,
)
"""What the standard library raises for a ZIP that is damaged, or needs a password or a method that it has not."""


def files_in(name: str, content: bytes, limit: int) -> Iterator[tuple[str, bytes]]:
    """Each file of the ZIP with its place, like `march.zip, 2026-03-02.xml`.

    Args:
        name: of the ZIP.
        content: the ZIP.
        limit: bytes that all its files together may have.

    Raises:
        BadInput: it is damaged, locked with a password, or holds too much.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _DAMAGED:
        raise _damaged(name) from None
    members = [one for one in archive.infolist() if not one.is_dir()]
    if len(members) > _MOST:
        raise refused(name, "", f"at most {_MOST} files in a ZIP, and there are {len(members)}")
    for member in members:
        unpacked = _unpacked(name, archive, member, limit)
        limit -= len(unpacked)
        yield f"{name}, {member.filename}", unpacked


def _unpacked(name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int) -> bytes:
    try:
        # What a ZIP says of sizes may be a lie; what is read is counted.
        with archive.open(member) as file:
            unpacked = file.read(limit + 1)
    except _DAMAGED:
        raise _damaged(name) from None
    if len(unpacked) > limit:
        raise refused(name, "", "less in it: it unpacks to more than is taken")
    return unpacked


def _damaged(name: str) -> BadInput:
    return refused(name, "", "a ZIP that is whole and has no password")
