"""Whether a policy can be worked with: its file, the letters that it names, and the version that the ledger has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.engine import make_url

from cobro.cli.mistakes import REFUSED, Mistake
from cobro.cli.office import opened_house
from cobro.dunning.policy import Policy
from cobro.house import House
from cobro.intake.policy_yaml import read_policy
from cobro.intake.problem import BadInput, Problem
from cobro.intake.yaml_file import place_in
from cobro.ledger import queries
from cobro.ledger.applying import Refused
from cobro.ledger.policies import newest_version, refuse_misfit
from cobro.letters.uses import uses_of
from cobro.rulebook import Rulebook, UnknownPolicy
from cobro.settings import Settings


def sound_policy(file: Path, settings: Settings) -> Policy:
    """The policy, if it is one and its letters stand in the templates' folder.

    Raises:
        BadInput: all that is wrong with it.
    """
    policy = read_policy(file)
    problems = [
        Problem(place_in(file, use.place), ".".join(map(str, use.place)), use.letter, f"a letter in {missing}")
        for use in uses_of(policy)
        for missing in _missing(settings.templates, use.letter, use.forms)
    ]
    if problems:
        raise BadInput(problems)
    return policy


def _missing(folder: Path, letter: str, forms: tuple[str, ...]) -> Iterator[str]:
    languages = sorted(path for path in folder.iterdir() if path.is_dir() and len(path.name) == 2)
    for language in languages:
        for ending in forms:
            if not (language / f"{letter}{ending}").is_file():
                yield f"{folder.name}/{language.name}/{letter}{ending}"


def has_ledger(settings: Settings) -> bool:
    """Whether there is a ledger already: looking at a policy creates none."""
    url = make_url(settings.ledger_url)
    return url.get_backend_name() != "sqlite" or Path(url.database or "").is_file()


def refuse_other_content(policy: Policy, settings: Settings) -> None:
    """Refuse a policy that has another content than the ledger has under the same version.

    Raises:
        Refused: it has.
    """
    if not has_ledger(settings):
        return
    with opened_house() as house, house.ledger.reading() as session:
        newest = newest_version(session, policy.name)
        if newest and newest.version == policy.version:
            refuse_misfit(session, policy)


def policies_in_order(house: House) -> list[str]:
    """Compare the files of the policies in use with what is in force, before a worker starts.

    Returns:
        a line for each file with a higher version, which waits to be put in force.

    Raises:
        Mistake: a file has other content than the ledger has under the same version.
    """
    waiting, wrong = [], []
    rules = Rulebook(house.settings.policies)
    with house.ledger.reading() as session:
        for name in sorted({str(row.profile["policy"]) for row in queries.creditors(session)}):
            newest = newest_version(session, name)
            try:
                policy = rules.policy(name)
            except (UnknownPolicy, BadInput):
                # What is in force stands in the ledger: cases do not wait for the file to be mended.
                continue
            if newest is None or policy.version < newest.version:
                continue
            if policy.version > newest.version:
                waiting.append(
                    f"policy {name}: version {newest.version} is in force; version {policy.version} in "
                    f"{house.settings.policies} waits for 'python3 starter.py policy use FILE'"
                )
                continue
            try:
                refuse_misfit(session, policy)
            except Refused as refusal:
                wrong.append(f"{house.settings.policies / name}.yaml: {refusal}")
    if wrong:
        raise Mistake(*wrong, code=REFUSED)
    return waiting
