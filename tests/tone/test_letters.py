"""The tone of letters as they are rendered: what is found in each of their parts, and what must not be missing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cobro.dunning.parties import Creditor
from cobro.dunning.policy import Policy
from cobro.intake.creditor_yaml import read_creditor
from cobro.intake.policy_yaml import read_policy
from cobro.letters.proofreading import proofread, wrong_with_letters
from cobro.letters.renderer import Letters
from cobro.letters.tone import wrong_in_terms
from cobro.settings import ROOT

FOUR_WEEKS = read_policy(ROOT / "policies" / "four-weeks.yaml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The delivered letters, in Spanish only."""
    shutil.copytree(ROOT / "templates" / "es", tmp_path / "letters" / "es")
    return tmp_path / "letters"


@pytest.fixture(scope="module")
def creditor() -> Creditor:
    return read_creditor(ROOT / "examples" / "creditor.yaml")


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / "es" / file).read_text(encoding="utf-8")
    assert old in text
    (folder / "es" / file).write_text(text.replace(old, new), encoding="utf-8")


def allowing(step: str) -> Policy:
    """four-weeks, in which a step may speak of the law."""
    steps = tuple(each.model_copy(update={"law": each.step == step}) for each in FOUR_WEEKS.steps)
    return FOUR_WEEKS.model_copy(update={"steps": steps})


@pytest.mark.parametrize("name", ["four-weeks", "gentle", "intensive"])
def test_no_shipped_policy_sends_a_letter_with_a_fault(name: str, creditor: Creditor) -> None:
    policy = read_policy(ROOT / "policies" / f"{name}.yaml")
    assert wrong_with_letters(Letters(ROOT / "templates"), policy, creditor) == []
    assert list(wrong_in_terms(creditor)) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "friendly.txt",
            "Recordatorio de pago",
            "Tercer recordatorio",
            "letter 'friendly' in language 'es': 'Tercer r",
        ),
        ("firm.txt", "Este retraso", "Sería una lástima que se supiera. Este retraso", "'Sería una lástima' threatens"),
        ("courtesy.txt", "Seguramente", "Nos sorprende su actitud. Seguramente", "reproaches (R48)"),
        (
            "broken-promise.sms",
            "El retraso",
            "Último aviso. El retraso",
            "'es', text message: 'Ultimo aviso' is a warning",
        ),
        ("could-not-reach.txt", "¿Podría", "Acudiremos a nuestros abogados. ¿Podría", "the law (R30, R51)"),
        (
            "friendly.txt",
            "Este retraso nos dificulta",
            "Nos gustaría",
            "it does not say plainly what harm the delay does",
        ),
        ("friendly.txt", "al {{ signer.phone }}", "", "offer help with the signer's name and number (R53)"),
    ],
)
def test_a_fault_is_one_line_with_letter_language_words_and_rule(
    folder: Path, file: str, old: str, new: str, told: str
) -> None:
    change(folder, file, old, new)

    (line,) = wrong_with_letters(Letters(folder), FOUR_WEEKS)

    assert told in line
    assert f"letter '{file.partition('.')[0]}' in language 'es'" in line
    assert line in proofread(folder, policies=[FOUR_WEEKS]).mistakes


@pytest.mark.parametrize("frame", ["_frame.txt", "_frame.html"])
def test_a_fault_in_the_frame_is_told_once(folder: Path, frame: str) -> None:
    broken = "\n" if frame.endswith("html") else " "
    change(folder, frame, "Titular:", f"Le visitaremos{broken}en su casa. Titular:")

    (line,) = wrong_with_letters(Letters(folder), FOUR_WEEKS)

    assert "'Le visitaremos" in line


def test_a_reminder_is_called_one(folder: Path) -> None:
    for old, new in (("Recordatorio de pago", "Pago"), ("recordatorio", "mensaje")):
        change(folder, "friendly.txt", old, new)
    (line,) = wrong_with_letters(Letters(folder), FOUR_WEEKS)
    assert line.endswith("it is not called a reminder (R45)")


def test_the_law_is_for_the_steps_that_may_mention_it(folder: Path) -> None:
    change(
        folder, "firm.txt", "Este retraso", "Si no hay acuerdo, la ley permite acudir a los tribunales. Este retraso"
    )
    (line,) = wrong_with_letters(Letters(folder), FOUR_WEEKS)
    assert "speaks of the law" in line
    assert wrong_with_letters(Letters(folder), allowing("week-3")) == []
    assert wrong_with_letters(Letters(folder), allowing("week-1")) == [line]


def test_the_creditors_own_sentences_are_judged(creditor: Creditor) -> None:
    threat = "Los clientes que no paguen a tiempo figurarán en una lista de morosos."
    terms = creditor.model_copy(update={"terms": {**creditor.terms, "es": threat}})
    found = list(wrong_in_terms(terms))
    assert found
    assert all(line.startswith("terms.es: '") for line in found)


def test_a_creditor_may_be_called_as_it_is(folder: Path, creditor: Creditor) -> None:
    named = creditor.model_copy(update={"name": "Demandas y Embargos, S.L."})
    assert wrong_with_letters(Letters(folder), FOUR_WEEKS, named) == []
