"""What waits for a person is disposed of by one, with who and why, and stays in the ledger."""

from __future__ import annotations

import pytest

from cobro.ledger import queries
from cobro.ledger.applying import Refused
from tests.ledger.builders import COURTESY, EBRO, at, invoice, payment, reversal
from tests.ledger.stage import Stage


def dismiss(stage: Stage, event: str) -> None:
    stage.ledger.dismiss(EBRO, event, "refunded", at(COURTESY), who="ana")


def waiting(stage: Stage) -> tuple[int, int]:
    """How many kept events and credits stand on the desk."""
    with stage.ledger.reading() as session:
        return len(queries.kept(session, EBRO)), len(queries.credits(session, EBRO))


def test_a_kept_event_leaves_the_desk_and_never_applies_by_itself(stage: Stage) -> None:
    stage.bring(invoice("F-2"))
    stage.tell(payment(), COURTESY)
    assert waiting(stage) == (1, 0)
    dismiss(stage, "P-1")
    assert waiting(stage) == (0, 0)
    row = stage.event("P-1")
    assert (row.status, row.dismissed_by, row.dismissed_for) == ("dismissed", "ana", "refunded")
    stage.bring(invoice(), now="2026-03-04 10:00")
    assert stage.open() == "100.00 EUR"


def test_a_credit_that_was_given_back_pays_nothing_more(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment("P-1", "100"), COURTESY)
    stage.tell(payment("P-2", "30"), COURTESY)
    assert waiting(stage) == (0, 1)
    dismiss(stage, "P-2")
    assert waiting(stage) == (0, 0)
    assert "event_dismissed" in stage.told()
    stage.tell(reversal("P-1"), COURTESY)
    assert stage.open() == "100.00 EUR"


@pytest.mark.parametrize(("event", "reason"), [("P-9", "has no event 'P-9'"), ("P-1", "which was applied")])
def test_what_does_not_wait_for_a_person_is_refused(stage: Stage, event: str, reason: str) -> None:
    stage.bring(invoice())
    stage.tell(payment(amount="40"), COURTESY)
    before = stage.dump()
    with pytest.raises(Refused, match=reason):
        dismiss(stage, event)
    assert stage.dump() == before


def test_it_is_done_once(stage: Stage) -> None:
    stage.bring(invoice("F-2"))
    stage.tell(payment(), COURTESY)
    dismiss(stage, "P-1")
    with pytest.raises(Refused, match="was dismissed by ana on 2026-03-03: refunded"):
        dismiss(stage, "P-1")


def test_stop_and_go_stand_in_the_evidence(stage: Stage) -> None:
    stage.bring(invoice())
    stage.ledger.stop(EBRO, "C-1", at(COURTESY), who="ana")
    stage.ledger.go(EBRO, None, at(COURTESY), who="ana")
    assert stage.told()[-2:] == ["stopped", "going_on"]
