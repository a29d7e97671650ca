"""A CSV file as rows of cells, each with its line: what separates the cells is seen, not asked."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cobro.intake.problem import BadInput, Problem
from cobro.intake.text_file import read_text

Encoding = Literal["utf-8", "cp1252"]

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
_SEP_LINE = re.compile(r"sep=(.)(?:\r\n|\r|\n|$)", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\r|\n")
_NOT_UTF_8 = (
    "text in UTF-8, and it is something else: export it as 'CSV UTF-8', "
    "or say --encoding cp1252 if it is the plain 'CSV' of a Windows program in Western Europe"
)


@dataclass(frozen=True, slots=True)
class Table:
    """What a CSV file holds below and above its rows. `name` is the file's, for problems."""

    name: str
    separator: str
    line_end: str
    text: str
    """The file from its header on, or from blank rows above it."""
    first_line: int

    def rows(self, broken: list[Problem]) -> Iterator[tuple[int, list[str]]]:
        """Each row with the line of the file where it starts; a quoted cell may run over several lines."""
        reader = csv.reader(io.StringIO(self.text, newline=""), delimiter=self.separator, strict=True)
        while True:
            start = self.first_line + reader.line_num
            try:
                cells = next(reader, None)
            except csv.Error as error:
                broken.append(Problem(f"line {start}", "", None, f"well-formed CSV from here on ({error})"))
                return
            if cells is None:
                return
            yield start, cells


def read_table(path: Path, columns: Collection[str], encoding: Encoding = "utf-8") -> Table:
    """The file, by the separator that makes the most of the columns appear in its header.

    Raises:
        BadInput: it cannot be read, or no separator shows any column.
    """
    codec = "utf-8-sig" if encoding == "utf-8" else encoding
    expected = _NOT_UTF_8 if encoding == "utf-8" else f"text in {encoding}, as --encoding says"
    text = read_text(path, codec, expected)
    end = _LINE_END.search(text)
    said = _SEP_LINE.match(text)
    rest = text[said.end() :] if said else text
    first_line = 2 if said else 1
    lines = enumerate(_LINE_END.split(rest), first_line)
    line, header = next(((n, one) for n, one in lines if any(map(str.isalnum, one))), (1, ""))
    separator = said[1] if said else max(_SEPARATORS, key=lambda one: _shown(header, one, columns))
    if separator not in _SEPARATORS:
        raise BadInput([Problem(f"{path.name}, line 1", "", separator, "sep= with a comma, a semicolon or a tab")])
    if not _shown(header, separator, columns):
        by = _SEPARATORS[separator] if said else "commas, semicolons or tabs"
        expected = f"a header with the columns {', '.join(columns)}, separated by {by}"
        raise BadInput([Problem(f"{path.name}, line {line}", "", header or None, expected)])
    return Table(path.name, separator, end[0] if end else "\n", rest, first_line)


def column_of(cell: str) -> str:
    """The column that a cell of a header names: spaces at its ends and capitals do not matter."""
    return cell.strip().lower()


def _shown(header: str, separator: str, columns: Collection[str]) -> int:
    try:
        cells = next(csv.reader([header], delimiter=separator), [])
    except csv.Error:
        return 0
    return len({column_of(cell) for cell in cells} & set(columns))
