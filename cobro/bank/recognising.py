"""A bank's file, whatever it is called: what it is shows in its content."""

from __future__ import annotations

import re

from cobro.bank.camt import read_camt
from cobro.bank.movement import Statement
from cobro.bank.mt940_file import read_mt940
from cobro.bank.norma43 import read_norma43
from cobro.bank.refusal import refused
from cobro.bank.zipped import files_in

LARGEST = 50_000_000
"""Bytes of a file, or of all files in a ZIP."""

_ZIP = b"PK\x03\x04"
_XML = re.compile(rb"(\xef\xbb\xbf)?\s*<|\xff\xfe|\xfe\xff")
_NORMA43 = re.compile(rb"(\xef\xbb\xbf)?\s*11\d{18}")
_MT940 = re.compile(rb"^:(20|25|28C?|60[FM]|61):", re.MULTILINE)


def read_bank_file(name: str, content: bytes) -> tuple[Statement, ...]:
    """The accounts in a file of Norma 43, camt.052, camt.053, camt.054 or MT940, or in a ZIP of such files.

    Args:
        name: the file's, for messages; nothing is concluded from it.
        content: the whole file.

    Raises:
        BadInput: it is none of these, is damaged, or does not add up to its own totals; nothing of it is taken.
    """
    if len(content) > LARGEST:
        raise refused(name, "", f"at most {LARGEST // 1_000_000} MB")
    if not content.startswith(_ZIP):
        return _read(name, content)
    statements = [one for where, inner in files_in(name, content, LARGEST) for one in _read(where, inner)]
    return tuple(statements)


def _read(name: str, content: bytes) -> tuple[Statement, ...]:
    if _XML.match(content):
        return read_camt(name, content)
    if _NORMA43.match(content):
        return read_norma43(name, content)
    if _MT940.search(content):
        return read_mt940(name, content)
    raise refused(name, "", "a bank's file: Norma 43, camt.052, camt.053, camt.054, MT940, or a ZIP of these")
