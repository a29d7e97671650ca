"""What each module of the project imports, read from its source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cobro.settings import ROOT

OURS = ("cobro", "workflows", "activities", "worker", "starter")


@dataclass(frozen=True)
class Import:
    """One name that one module imports."""

    module: str
    imported: str
    line: int

    def __str__(self) -> str:
        return f"{self.module}:{self.line} imports {self.imported}"


def modules() -> dict[str, Path]:
    """The project's own modules by dotted name, tests and bench left out."""
    found = {path.stem: path for path in ROOT.glob("*.py")}
    for folder in ("cobro", "workflows", "activities"):
        for path in (ROOT / folder).rglob("*.py"):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return {name: path for name, path in found.items() if "migrations" not in name}


def imports() -> Iterator[Import]:
    """Every import statement of the project, those inside functions included."""
    known = modules()
    for name, path in known.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield Import(name, alias.name, node.lineno)
            elif isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    whole = f"{node.module}.{alias.name}"
                    yield Import(name, whole if whole in known else node.module, node.lineno)


def room(module: str) -> str:
    """The room that a module stands in: a folder under cobro, a module beside them, or a top-level folder."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "cobro" and len(parts) > 1 else parts[0]
