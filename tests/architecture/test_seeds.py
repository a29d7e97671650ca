"""`docs/seeds.md` says for each requirement what does it and what shows it, and names nothing that is not there."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from cobro.settings import ROOT

_LAST = 66
_OPEN = ("not yet", "left out, because ")
_QUOTED = re.compile(r"`([^`]+)`")
_GOOD = "| R1 | one | `starter.py list` | `tests/architecture/test_seeds.py::test_every_requirement_has_its_line` |"


def test_every_requirement_has_its_line() -> None:
    assert _problems((ROOT / "docs" / "seeds.md").read_text(encoding="utf-8"), _LAST) == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("", "R1: expected one line, found 0"),
        (f"{_GOOD}\n{_GOOD}", "R1: expected one line, found 2"),
        (f"{_GOOD}\n{_GOOD.replace('R1', 'R2')}", "R2: there is no such requirement"),
        (_GOOD.replace("one", " "), "R1: cell 2 is empty"),
        (_GOOD.replace(" `starter.py list` |", ""), "R1: expected 4 cells, found 3"),
        (_GOOD.replace("starter.py", "stopper.py"), "R1: there is no file stopper.py"),
        (_GOOD.replace("test_seeds", "test_weeds"), "R1: there is no file tests/architecture/test_weeds.py"),
        (_GOOD.replace("::test_every", "::test_no"), "R1: tests/architecture/test_seeds.py has no test_no_requirement"),
        (_GOOD.replace("::test_every_requirement_has_its_line", "::_problems"), "R1: _problems is no test"),
        (_GOOD.replace("`tests/", "tests/"), "R1: expected tests, 'not yet' or 'left out, because ...'"),
        (
            _GOOD.replace("`starter.py list`", "somehow, somewhere, one day"),
            "R1: expected files, 'not yet' or 'left out, because ...'",
        ),
    ],
)
def test_a_wrong_line_is_found(line: str, problem: str) -> None:
    assert [found for found in _problems(line, 1) if found.startswith(problem)]


def test_a_right_line_is_right() -> None:
    assert _problems(_GOOD, 1) == []
    assert _problems("| R1 | one | left out, because of this | not yet |", 1) == []


def _problems(text: str, last: int) -> list[str]:
    """What is wrong with the table, where R1 to the last have a line each."""
    lines = [line for line in text.splitlines() if re.match(r"\|\s*R\d+\b", line)]
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    counted = Counter(row[0] for row in rows)
    asked = [f"R{k}" for k in range(1, last + 1)]
    found = [f"{name}: expected one line, found {counted[name]}" for name in asked if counted[name] != 1]
    found += [f"{name}: there is no such requirement" for name in counted if name not in asked]
    return found + [f"{row[0]}: {problem}" for row in rows for problem in _problems_of(row)]


def _problems_of(row: list[str]) -> list[str]:
    if len(row) != 4:
        return [f"expected 4 cells, found {len(row)}"]
    empty = [f"cell {k} is empty" for k, cell in enumerate(row, 1) if not cell]
    if empty:
        return empty
    doing, showing = row[2:]
    # A command is written with its arguments: `starter.py pay`.
    words = [name.split()[0] for name in _QUOTED.findall(doing)]
    files = [word for word in words if re.search(r"[/.]", word)]
    found = [f"there is no file {name}" for name in files if not (ROOT / name).is_file()]
    tests = _QUOTED.findall(showing)
    found += [problem for test in tests for problem in _problems_of_test(test)]
    if not files and not doing.startswith(_OPEN):
        found.append("expected files, 'not yet' or 'left out, because ...'")
    if not tests and not showing.startswith(_OPEN):
        found.append("expected tests, 'not yet' or 'left out, because ...'")
    return found


def _problems_of_test(name: str) -> list[str]:
    path, _, function = name.partition("::")
    if not (ROOT / path).is_file():
        return [f"there is no file {path}"]
    if not function.startswith("test_"):
        return [f"{function} is no test"]
    return [] if function in _functions(ROOT / path) else [f"{path} has no {function}"]


def _functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
