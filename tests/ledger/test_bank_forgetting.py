"""A bank that tells nothing more silences nobody for ever: a person says that it is not waited for."""

from __future__ import annotations

import json

import pytest

from cobro.dunning.contract import PlanRef
from cobro.ledger import evidence, queries
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from tests.ledger.bank_files import ACCOUNT, OTHER_PAYER, came, take
from tests.ledger.builders import CREDITOR, EBRO, IMPORTED, at, invoice, plan
from tests.ledger.stage import Stage

LATE = "2026-03-06 10:30"
STALE = "the bank's data end on 2026-02-24: bring in a newer file"


def account(stage: Stage, now: str) -> queries.AccountLine:
    with stage.ledger.reading() as session:
        return queries.accounts(session, EBRO, stage.ledger.rules, at(now))[0]


def forget(stage: Stage, wanted: str, now: str = LATE) -> int:
    """How many customers pay into what is forgotten."""
    return len(stage.ledger.forget_bank(EBRO, wanted, at(now), who="eva").customers)


@pytest.fixture
def silent(stage: Stage) -> Stage:
    """The bank has told nothing for so long that the reminders of transfers wait; another case is paid otherwise."""
    stage.bring(invoice(), invoice("F-2", method="direct_debit"), invoice("F-3", "C-3"), now="2026-03-02 08:00")
    take(stage, came("1", "a", "2026-02-24"), now="2026-03-02 09:00")
    for number in ("F-1", "F-3"):
        stage.move(LATE, number)
        assert stage.why(number) == STALE
    stage.relay_did_its_work(LATE)
    return stage


@pytest.mark.parametrize("wanted", [ACCOUNT, ACCOUNT[-4:], f"{ACCOUNT[:4].lower()} {ACCOUNT[4:]}"])
def test_cases_that_waited_for_a_bank_go_on_at_once_when_it_is_forgotten(silent: Stage, wanted: str) -> None:
    assert forget(silent, wanted) == 2

    assert [silent.next(number)[0] for number in ("F-1", "F-3")] == ["send_email"] * 2
    assert silent.outbox() == ["wake_case"] * 2
    line = account(silent, LATE)
    assert (line.known_up_to, line.stale_since, line.forgotten_at, line.forgotten_by) == (None, None, at(LATE), "eva")
    assert silent.rows(t.BankAccount)[0].closing_minor is None


def test_the_evidence_of_the_cases_says_who_did_not_wait_and_for_what(silent: Stage) -> None:
    forget(silent, ACCOUNT)

    assert [silent.told(number).count("bank_forgotten") for number in ("F-1", "F-2", "F-3")] == [1, 0, 1]
    with silent.ledger.reading() as session:
        links = evidence.chain(session, silent.invoice().id)
    (said,) = [json.loads(link.content or "") for link in links if link.kind == "bank_forgotten"]
    assert said == {"by": "eva", "reason": f"account ...{ACCOUNT[-4:]}, known up to 2026-02-24"}


def test_the_next_file_of_whole_days_is_waited_for_again(silent: Stage) -> None:
    forget(silent, ACCOUNT)
    silent.move("2026-03-20 10:30", "F-3")
    assert "the bank's data" not in silent.why("F-3")

    take(silent, came("1", "b", "2026-03-20"), now="2026-03-20 18:00")

    fresh = account(silent, "2026-03-24 12:00")
    assert (str(fresh.known_up_to), fresh.stale_since) == ("2026-03-20", None)
    assert account(silent, "2026-04-10 12:00").stale_since is not None


def test_a_plan_is_in_default_once_nobody_waits_for_the_bank(stage: Stage) -> None:
    stage.bring(invoice())
    take(stage, came("1", "a", "2026-02-24"), now="2026-03-02 09:00")
    stage.tell(plan(("2026-03-06", "40"), ("2026-04-06", "60")), "2026-03-02 09:30")
    running, late = PlanRef(creditor=EBRO, plan=stage.rows(t.Plan)[0].id), "2026-03-20 10:30"
    assert stage.ledger.follow_plan(running, at(late))[1] is None

    forget(stage, ACCOUNT, late)

    assert stage.ledger.follow_plan(running, at(late))[1] is t.PlanEnding.DEFAULTED


def test_an_account_that_is_not_certain_or_not_waited_for_is_refused_and_nothing_changes(silent: Stage) -> None:
    twin = f"ES00{ACCOUNT[4:]}"
    told = {ACCOUNT[-4:]: "expected the whole IBAN, for 2 accounts end in", twin: "nobody waits for ..."}
    told |= {OTHER_PAYER: f"got '...{OTHER_PAYER[-4:]}'", "": "expected an account that 'bank' lists"}
    creditor = CREDITOR.model_copy(update={"ibans": (ACCOUNT, twin)})
    silent.ledger.register_creditor(creditor, at(IMPORTED), who="ana")
    before = silent.dump()

    for wanted, why in told.items():
        with pytest.raises(Refused) as refused:
            forget(silent, wanted)
        assert str(refused.value).startswith("--forget: expected ")
        assert why in str(refused.value)
        assert "\n" not in str(refused.value)
    assert silent.dump() == before

    forget(silent, ACCOUNT)
    with pytest.raises(Refused, match="nobody waits for"):
        forget(silent, ACCOUNT)
