"""`key`: shown once, listed without its secret, withdrawn for good."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cobro.ledger.keys import Scope, holder_of
from tests.cli.hands import CREDITOR, Hands, overdue_row


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    hands = Hands(tmp_path)
    hands.bring_in(overdue_row("F1"))
    return hands


def test_a_key_is_shown_once_and_stands_nowhere_in_the_ledger(hands: Hands) -> None:
    key = hands.read("key", "new", "billing", "--scope", "events", "--scope", "read")["key"]

    assert re.fullmatch(r"ck_[\w-]{43}", key)
    assert key not in str(hands.everything())
    assert key not in hands.done("key", "list")
    with hands.house() as house, house.ledger.reading() as session:
        holder = holder_of(session, key)
    assert holder is not None
    assert (holder.creditor, holder.name, holder.scopes) == (CREDITOR, "billing", frozenset({Scope.EVENTS, Scope.READ}))


def test_a_withdrawn_key_has_no_holder_and_its_name_is_not_given_again(hands: Hands) -> None:
    key = hands.read("key", "new", "bank", "--scope", "files")["key"]

    assert "cannot send any more" in hands.done("key", "revoke", "bank")
    assert "before" in hands.done("key", "revoke", "bank")
    again = hands.type("key", "new", "bank", "--scope", "files")

    with hands.house() as house, house.ledger.reading() as session:
        assert holder_of(session, key) is None
    assert again.exit_code == 1
    assert again.stderr == f"NAME: expected one that no key of {CREDITOR} has had, got 'bank'\n"
    [line] = hands.read("key", "list")["keys"]
    assert line["revoked"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["key", "new", "a"], "--scope"),
        (["key", "new", "a", "--scope", "all"], "expected one of events, files, read, inbound, got 'all'"),
        (["key", "new", "n" * 41, "--scope", "read"], "at most 40 characters"),
        (["key", "revoke", "nobody"], f"NAME: {CREDITOR} has no key 'nobody'"),
    ],
)
def test_a_mistake_is_one_line(hands: Hands, words: list[str], told: str) -> None:
    result = hands.type(*words)

    assert result.exit_code in (1, 2)
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
