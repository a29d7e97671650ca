"""Whether the letters of a policy keep the tone, in the words of those who would send them, before it is accepted."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from cobro.cli.mistakes import REFUSED, Mistake
from cobro.cli.office import opened_house
from cobro.cli.policy_check import has_ledger
from cobro.dunning.parties import Creditor
from cobro.dunning.policy import Policy
from cobro.house import House
from cobro.intake.policy_yaml import read_policy
from cobro.intake.problem import BadInput
from cobro.ledger import queries
from cobro.ledger.work import Rules
from cobro.letters.proofreading import wrong_with_letters
from cobro.letters.renderer import Letters
from cobro.letters.tone import wrong_in_terms
from cobro.rulebook import UnknownPolicy
from cobro.settings import Settings


def wrong_in_tone(policy: Policy, settings: Settings, creditors: Iterable[Creditor]) -> list[str]:
    """What the letters of a policy lack or may not say, one line each; an invented creditor's, where there is none."""
    letters, senders = Letters(settings.templates), list(creditors)
    found = [] if senders else wrong_with_letters(letters, policy)
    for creditor in senders:
        found += [f"creditor {creditor.id}, {wrong}" for wrong in wrong_in_terms(creditor)]
        found += wrong_with_letters(letters, policy, creditor)
    return list(dict.fromkeys(found))


def refuse_bad_tone(policy: Policy, settings: Settings, creditors: Iterable[Creditor]) -> None:
    """Refuse a policy whose letters may not be sent.

    Raises:
        Mistake: one line for each fault: which letter, in which language, the words and the rule.
    """
    if wrong := wrong_in_tone(policy, settings, creditors):
        raise Mistake(*wrong, code=REFUSED)


def creditors_under(house: House, policy: str) -> list[Creditor]:
    """The creditors in the ledger whose cases a policy of that name governs."""
    with house.ledger.reading() as session:
        creditors = [row.value for row in queries.creditors(session)]
    return [creditor for creditor in creditors if creditor.policy == policy]


def known_creditors(policy: Policy, settings: Settings) -> list[Creditor]:
    """The same, where there is a ledger; looking makes none."""
    if not has_ledger(settings):
        return []
    with opened_house() as house:
        return creditors_under(house, policy.name)


def sound_policies(folder: Path) -> list[Policy]:
    """The policies in a folder that can be read; what is wrong with the others, `policy check` tells."""
    found = []
    for file in sorted(folder.glob("*.yaml")):
        with suppress(BadInput):
            found.append(read_policy(file))
    return found


def refuse_bad_letters_of(creditor: Creditor, rules: Rules, settings: Settings) -> None:
    """Refuse a creditor whose letters may not be sent, in the languages that it has sentences of its own in.

    Where its ladder itself is wrong, or its own sentences are, others tell.
    """
    try:
        policy = rules.policy(creditor.policy)
    except (UnknownPolicy, BadInput):
        return
    if wrong := wrong_with_letters(Letters(settings.templates), policy, creditor, sorted(creditor.terms)):
        raise Mistake(*wrong, code=REFUSED)
