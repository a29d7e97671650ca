"""Imports run one way, and what has to be pure imports nothing that is not."""

from __future__ import annotations

import ast
import graphlib
import sys

import pytest

from tests.architecture.imports import OURS, Import, imports, modules, room

ALLOWED: dict[str, set[str]] = {
    "cobro.dunning": set(),
    "cobro.clock": set(),
    "cobro.environment": set(),
    "cobro.settings": set(),
    "cobro.intake": {"cobro.dunning", "cobro.settings"},
    "cobro.letters": {"cobro.dunning"},
    "cobro.channels": {"cobro.dunning"},
    "cobro.bank": {"cobro.dunning", "cobro.intake"},
    "cobro.ledger": {"cobro.dunning", "cobro.bank"},
    "cobro.rulebook": {"cobro.dunning", "cobro.intake"},
    "activities": {"cobro.dunning", "cobro.ledger", "cobro.channels", "cobro.clock"},
    "workflows": {"cobro.dunning", "activities"},
    "cobro.relay": {"cobro.dunning", "cobro.ledger", "cobro.channels", "cobro.clock", "workflows"},
    "cobro.house": {
        "cobro.dunning",
        "cobro.ledger",
        "cobro.letters",
        "cobro.channels",
        "cobro.rulebook",
        "cobro.settings",
    },
    "cobro.serving": {"cobro.house", "activities", "workflows"},
    "cobro.preview": {"cobro.dunning", "cobro.ledger"},
    "cobro.server": {"cobro.serving", "workflows"},
    "cobro.running": {"cobro.clock", "cobro.house", "cobro.relay", "cobro.serving"},
    "cobro.gateway": {
        "cobro.dunning",
        "cobro.ledger",
        "cobro.clock",
        "cobro.settings",
        "cobro.house",
        "cobro.intake",
        "cobro.bank",
    },
    "cobro.rehearsal": {
        "cobro.dunning",
        "cobro.ledger",
        "cobro.channels",
        "cobro.clock",
        "cobro.house",
        "cobro.relay",
        "cobro.server",
        "cobro.serving",
        "cobro.settings",
    },
}
"""Which rooms a room may import. `cobro.cli`, `worker` and `starter` stand on top of all and are imported by nobody."""

TOP = {"cobro.cli", "worker", "starter"}
PURE = {"pydantic"}
IO_NAMES = {
    "os",
    "io",
    "socket",
    "subprocess",
    "random",
    "time",
    "pathlib",
    "sqlite3",
    "urllib",
    "http",
    "shutil",
    "tempfile",
    "secrets",
    "threading",
}


def _ours() -> list[Import]:
    return [found for found in imports() if found.imported.split(".")[0] in OURS]


def test_rooms_import_only_what_stands_below_them() -> None:
    wrong = [
        str(found)
        for found in _ours()
        if room(found.module) not in TOP
        and room(found.imported) not in {room(found.module), "cobro"}
        and room(found.imported) not in ALLOWED.get(room(found.module), set())
    ]
    assert wrong == []


def test_every_room_has_its_place() -> None:
    rooms = {room(name) for name in modules()} - {"cobro"}
    assert rooms == set(ALLOWED) | TOP


def test_there_is_no_circle() -> None:
    known = modules()
    graph: dict[str, set[str]] = {name: set() for name in known}
    for found in _ours():
        if found.imported in known and found.imported != found.module:
            graph[found.module].add(found.imported)
    assert list(graphlib.TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("pure", ["cobro.dunning", "workflows"])
def test_rules_and_workflows_do_no_io(pure: str) -> None:
    allowed = PURE | set(OURS) | (set(sys.stdlib_module_names) - IO_NAMES)
    if pure == "workflows":
        allowed |= {"temporalio"}
    wrong = [str(f) for f in imports() if room(f.module) == pure and f.imported.split(".")[0] not in allowed]
    assert wrong == []


def test_workflows_reach_activities_only_through_the_sandbox_gate() -> None:
    for name, path in modules().items():
        if room(name) != "workflows":
            continue
        outside = [
            node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.ImportFrom)
        ]
        assert not [n.module for n in outside if (n.module or "").split(".")[0] in ("activities", "cobro")], name


@pytest.mark.parametrize(("library", "home"), [("sendgrid", "cobro.channels"), ("twilio", "cobro.channels")])
def test_each_provider_is_known_in_one_room_only(library: str, home: str) -> None:
    assert {room(f.module) for f in imports() if f.imported.split(".")[0] == library} == {home}


def test_only_the_ledger_and_its_readers_speak_sql() -> None:
    speakers = {room(f.module) for f in imports() if f.imported.split(".")[0] == "sqlalchemy"}
    assert "workflows" not in speakers
    assert "activities" not in speakers
    assert "cobro.dunning" not in speakers
