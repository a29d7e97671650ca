"""Up to which day a bank has told everything: old data keep reminders of transfers back, newer ones let them go on."""

from __future__ import annotations

from cobro.bank.movement import FileKind
from cobro.ledger import queries
from cobro.ledger import tables as t
from tests.ledger.bank_files import ACCOUNT, PAYER, bank_file, came, take, take_content
from tests.ledger.builders import EBRO, at, day, invoice
from tests.ledger.stage import Stage

LATE = "2026-03-06 10:30"


def known(stage: Stage) -> str:
    return str(stage.rows(t.BankAccount)[0].known_up_to)


def test_the_day_moves_forward_only(stage: Stage) -> None:
    stage.bring(invoice())
    take(stage, came("1", "a", "2026-03-05"), now="2026-03-06 09:00")
    take(stage, came("2", "b", "2026-03-03"), now="2026-03-06 10:00")
    assert known(stage) == "2026-03-05"


def test_a_file_that_promises_no_whole_days_moves_nothing(stage: Stage) -> None:
    stage.bring(invoice())
    take(stage, came("1", "a", "2026-03-05"), kind=FileKind.CAMT054, now="2026-03-06 09:00")
    assert known(stage) == "None"


def test_no_day_is_known_that_had_not_come_when_the_file_was_read(stage: Stage) -> None:
    stage.bring(invoice())
    content = bank_file(came("1", "a", "2026-03-05"), up_to="2026-03-31")
    take_content(stage, content, "2026-03-06 09:00")
    assert known(stage) == "2026-03-06"
    assert take_content(stage, content, "2026-03-20 09:00").repeated
    assert known(stage) == "2026-03-06"


def test_a_file_that_was_left_out_shows_in_the_balances(stage: Stage) -> None:
    stage.bring(invoice())
    days = [came("1", "a", "2026-03-03"), came("2", "b", "2026-03-04"), came("3", "c", "2026-03-06")]
    files = [bank_file(one, opening=opening) for one, opening in zip(days, (0, 100, 300), strict=True)]

    def missing(content: bytes, now: str) -> object:
        return take_content(stage, content, now).accounts[0].missing

    assert missing(files[0], "2026-03-04 09:00") is None
    assert missing(files[2], "2026-03-07 09:00") == (day("2026-03-03"), day("2026-03-06"))
    assert missing(files[1], "2026-03-07 10:00") is None
    assert known(stage) == "2026-03-06"
    assert missing(bank_file(came("4", "d", "2026-03-09"), opening=600), "2026-03-10 09:00") is None


def test_cases_that_waited_for_the_bank_go_on_at_once(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", "C-2", method="direct_debit"), now="2026-03-02 08:00")
    take(stage, came("1", "a", "2026-02-24"), now="2026-03-02 09:00")
    stage.move(LATE)
    stage.move(LATE, "F-2")
    assert stage.why() == "the bank's data end on 2026-02-24: bring in a newer file"
    untouched = stage.moves("F-2")[-1].n
    stage.relay_did_its_work(LATE)

    take(stage, came("1", "b", "2026-03-05"), now="2026-03-06 11:00")

    assert stage.next()[0] == "send_email"
    assert stage.outbox() == ["wake_case"]
    assert stage.moves("F-2")[-1].n == untouched


def test_who_waits_for_the_bank_is_told_since_when(stage: Stage) -> None:
    stage.bring(invoice())
    take(stage, came("33", "hello", "2026-02-24"), now="2026-03-02 09:00")

    def line(now: str) -> queries.AccountLine:
        with stage.ledger.reading() as session:
            (found,) = queries.accounts(session, EBRO, stage.ledger.rules, at(now))
        return found

    fresh, stale = line("2026-02-27 12:00"), line("2026-03-02 12:00")
    assert (fresh.account, str(fresh.known_up_to), fresh.stale_since, fresh.waiting) == (ACCOUNT, "2026-02-24", None, 1)
    assert str(stale.stale_since) == "2026-02-28"


def test_a_case_that_is_not_paid_by_transfer_waits_for_no_bank(stage: Stage) -> None:
    stage.bring(invoice(method="direct_debit"))
    take(stage, came("1", "a", "2026-02-24", payer_iban=PAYER), now="2026-03-02 09:00")
    with stage.ledger.reading() as session:
        (line,) = queries.accounts(session, EBRO, stage.ledger.rules, at(LATE))
    assert line.stale_since is None
