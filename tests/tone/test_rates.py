"""How often the check of tone is wrong, on sentences written by somebody who had not seen its rules (README.md)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from cobro.dunning.tone import ToneFault, faults_of_tone

LANGUAGES = ("ca", "de", "en", "es", "fr", "pt")
_MISSED, _ACCUSED = 1, 1
"""Of 40, in each language. What was measured before the rules had seen the sentences stands in docs/letters.md."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_few_bad_sentences_pass_and_few_good_ones_fail(
    language: str, tell: list[str], record_property: Callable[[str, object], None]
) -> None:
    corpus = yaml.safe_load((Path(__file__).parent / f"{language}.yaml").read_text(encoding="utf-8"))
    bad, good = corpus["must_fail"], corpus["must_pass"]
    missed = [each["text"] for each in bad if not _faults(each, language)]
    accused = [(each["text"], _faults(each, language)) for each in good if _faults(each, language)]
    veiled = sum(bool(each.get("veiled")) for each in bad)
    tell.append(f"{language}: missed {len(missed)} of {len(bad)}, falsely accused {len(accused)} of {len(good)}")
    record_property("missed", len(missed))
    record_property("falsely_accused", len(accused))

    assert (len(bad), len(good), veiled) == (40, 40, 20)
    assert len(missed) <= _MISSED, missed
    assert len(accused) <= _ACCUSED, accused


def _faults(sentence: dict[str, Any], language: str) -> tuple[ToneFault, ...]:
    return faults_of_tone(sentence["text"], language, may_mention_law=bool(sentence.get("may_mention_law")))
