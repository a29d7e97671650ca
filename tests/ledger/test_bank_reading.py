"""A movement in two files is counted once, two equal ones in one file are two, a file is taken whole or not at all."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cobro.bank.movement import FileKind, Movement
from cobro.bank.recognising import read_bank_file
from cobro.intake.problem import BadInput
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.bank_reading import store
from cobro.ledger.ledger import Ledger
from cobro.ledger.papers import NewPaper
from cobro.ledger.work import Work
from tests.ledger.bank_files import (
    ACCOUNT,
    OTHER_PAYER,
    PAID_ON,
    PAYER,
    TAKEN,
    bank_file,
    came,
    left,
    take,
    take_content,
)
from tests.ledger.builders import CREDITOR, EBRO, IMPORTED, at, invoice
from tests.ledger.stage import Stage

PATIENT = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
LONG = "F-2026-0041"
"""A number that is sure by itself, so that a part payment of it is."""
DAYS = ("2026-03-10", "2026-03-11", "2026-03-12")
FORMATS = (FileKind.CAMT053, FileKind.NORMA43)
_creditors = count(1)


def test_the_file_its_account_and_its_movements_are_kept(stage: Stage) -> None:
    stage.bring(invoice())
    content = bank_file(came("100", "factura F-1"), left("5", "rent"))
    taken = take_content(stage, content)

    (paper,) = stage.rows(t.Paper)
    (account,) = stage.rows(t.BankAccount)
    assert (paper.kind, paper.content, paper.digest) == (t.PaperKind.BANK, content, taken.digest)
    assert (account.iban, str(account.known_up_to)) == (ACCOUNT, PAID_ON)
    assert [(str(row.amount), row.credit) for row in stage.rows(t.BankMovement)] == [
        ("100.00 EUR", True),
        ("5.00 EUR", False),
    ]
    assert stage.event("bank/1/1").received_digest == taken.digest


def test_the_same_file_again_changes_nothing(stage: Stage) -> None:
    stage.bring(invoice())
    content = bank_file(came("100", "factura F-1"), came("7", "what is this", payer_iban=PAYER))
    take_content(stage, content)
    before = stage.dump()

    again = take_content(stage, content, "2026-03-12 09:00")

    assert again.repeated
    assert [(one.new, one.known) for one in again.accounts] == [(0, 2)]
    assert stage.dump() == before


def test_two_equal_movements_in_one_file_are_two_and_stay_two(stage: Stage) -> None:
    stage.bring(invoice(LONG))
    equal = came("40", f"factura {LONG}")
    take(stage, equal, equal)
    take(stage, equal, equal, left("1"))

    assert [row.minor for row in stage.rows(t.BankMovement)] == [4000, 4000, 100]
    assert stage.open(LONG) == "20.00 EUR"


def test_another_reference_of_the_same_format_is_another_movement(stage: Stage) -> None:
    stage.bring(invoice(LONG))
    take(stage, came("40", f"factura {LONG}", bank_reference="A1"))
    take(stage, came("40", f"factura {LONG}", bank_reference="A2"))
    take(stage, came("40", f"factura {LONG}", bank_reference="A2"), came("40", f"factura {LONG}", bank_reference="A1"))

    assert [row.bank_reference for row in stage.rows(t.BankMovement)] == ["A1", "A2"]
    assert stage.open(LONG) == "20.00 EUR"


def test_what_another_file_tells_with_other_words_waits_for_a_person(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    take(stage, came("100", "factura F-1"))
    taken = take(stage, came("100", "factura F-2"), kind=FileKind.NORMA43)

    _, doubtful = stage.rows(t.BankMovement)
    assert (taken.accounts[0].new, doubtful.state) == (1, t.MovementState.WAITING)
    assert doubtful.reason == "perhaps the same as movement 1, which another file told with other words"
    assert doubtful.proposals[0]["parts"] == [["F-2", "100.00"]]
    assert stage.open("F-2") == "100.00 EUR"


@pytest.mark.parametrize(
    ("camt", "norma43"),
    [
        ({"text": "F-2026-0042"}, {"text": "TRANSFERENCIA DE ESPIGA SL F-2026-0042"}),
        ({"text": "F-2026-0042", "payer_name": "Panadería Espiga, S.L."}, {"text": "PANADERIA ESPIGA"}),
        ({"text": "", "payer_name": "Panadería Espiga, S.L."}, {"text": "PANADERIA ESPIGA SL"}),
        ({"text": "F-2026-0042", "payer_name": "PANADERIA ESP"}, {"text": "", "payer_name": "Panaderia Espiga SL"}),
    ],
)
def test_two_formats_tell_of_one_movement_each_in_its_way(
    stage: Stage, camt: dict[str, Any], norma43: dict[str, Any]
) -> None:
    stage.bring(invoice())
    first, second = {"text": ""} | camt, {"text": ""} | norma43
    take(stage, came("100", **first, bank_reference="A1", payer_iban=PAYER))
    take(stage, came("100", **second), kind=FileKind.NORMA43)

    assert len(stage.rows(t.BankMovement)) == 1


def test_the_files_of_a_zip_may_overlap(stage: Stage) -> None:
    stage.bring(invoice(LONG))
    one, other = came("40", f"factura {LONG}"), came("60", f"factura {LONG}", "2026-03-11")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("monday.xml", bank_file(one))
        archive.writestr("week.xml", bank_file(one, other))

    taken = take_content(stage, packed.getvalue(), "2026-03-12 09:00")

    assert (taken.accounts[0].new, taken.accounts[0].known) == (2, 1)
    assert stage.open(LONG) == "0.00 EUR"


def test_an_account_that_is_not_ours_refuses_the_whole_file(stage: Stage) -> None:
    stage.bring(invoice())
    before = stage.dump()
    with pytest.raises(BadInput) as refusal:
        take(stage, came("100", "factura F-1"), account=OTHER_PAYER)

    told = "one of the creditor's own accounts, as the creditor's file lists them under ibans"
    assert str(refusal.value) == f"march.xml, account: expected {told}, got '...3000'"
    assert stage.dump() == before


def test_a_file_that_cannot_be_read_or_belongs_to_nobody_changes_nothing(stage: Stage) -> None:
    stage.bring(invoice())
    before = stage.dump()
    with pytest.raises(BadInput, match="expected a bank's file"):
        take_content(stage, b"hello")
    with pytest.raises(Refused, match="the ledger has no creditor 'nobody'"):
        take_content(stage, bank_file(came("1")), creditor="nobody")
    assert stage.dump() == before


_MOVEMENTS = st.builds(
    came,
    st.sampled_from(["10", "20"]),
    st.sampled_from(["", "factura 41", "factura 42", "thank you"]),
    st.sampled_from(DAYS),
    payer_name=st.sampled_from(["", "Panadería Espiga, S.L.", "Hotel Mirador"]),
    payer_iban=st.sampled_from(["", PAYER]),
)


class Shelf:
    """Stores files for a creditor of its own, without looking at what is in them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.creditor = f"bank-{next(_creditors)}"
        ledger.register_creditor(CREDITOR.model_copy(update={"id": self.creditor}), at(IMPORTED), who="ana")

    def store(self, kind: FileKind, *movements: Movement) -> None:
        if movements:
            content = bank_file(*movements, kind=kind)
            with self._ledger.writing() as session:
                work = Work(session, self._ledger.rules, at(TAKEN), "ana")
                paper = NewPaper("march", "text/plain", content)
                store(work, self.creditor, paper, [read_bank_file("march", content)], source="test")

    def rows(self) -> list[t.BankMovement]:
        with self._ledger.reading() as session:
            found = session.query(t.BankMovement).filter_by(creditor_id=self.creditor).all()
        return list(found)


def _told(row: t.BankMovement | Movement) -> tuple[object, ...]:
    return row.booked, row.amount, row.text, row.payer_name


@PATIENT
@given(movements=st.lists(_MOVEMENTS, max_size=8), data=st.data())
def test_files_that_overlap_anyhow_count_each_movement_once_by_its_reference(
    ledger: Ledger, movements: list[Movement], data: st.DataObject
) -> None:
    shelf = Shelf(ledger)
    told = [_with_reference(movement, f"R{at}") for at, movement in enumerate(movements)]
    some = st.lists(st.sampled_from(told), unique_by=id) if told else st.just([])
    for part in [*data.draw(st.lists(some, max_size=4)), data.draw(st.permutations(told))]:
        shelf.store(FileKind.CAMT053, *part)

    assert Counter(row.bank_reference for row in shelf.rows()) == Counter(one.bank_reference for one in told)


@PATIENT
@given(movements=st.lists(_MOVEMENTS, max_size=8), referred=st.booleans(), data=st.data())
def test_files_of_whole_days_in_two_formats_count_each_movement_once(
    ledger: Ledger, movements: list[Movement], referred: bool, data: st.DataObject
) -> None:
    shelf = Shelf(ledger)
    told = [_with_reference(one, f"R{at}" if referred else "") for at, one in enumerate(movements)]
    files = st.tuples(st.sampled_from(FORMATS), st.sets(st.sampled_from(DAYS)))
    for kind, days in [*data.draw(st.lists(files, max_size=4)), (data.draw(st.sampled_from(FORMATS)), set(DAYS))]:
        inside = [one for one in told if one.booked.isoformat() in days]
        shelf.store(kind, *data.draw(st.permutations(inside)))

    rows = shelf.rows()
    assert Counter(map(_told, rows)) == Counter(map(_told, told))
    assert [row for row in rows if row.twin_id] == []


def _with_reference(movement: Movement, reference: str) -> Movement:
    return Movement(
        booked=movement.booked,
        value=movement.value,
        amount=movement.amount,
        credit=True,
        concept=movement.concept,
        text=movement.text,
        payer_name=movement.payer_name,
        payer_iban=movement.payer_iban,
        bank_reference=reference,
    )


def test_every_stored_movement_belongs_to_the_file_that_told_of_it_first(stage: Stage) -> None:
    stage.bring(invoice())
    take(stage, came("1", "a"))
    take(stage, came("1", "a"), came("2", "b"))
    assert [row.file_id for row in stage.rows(t.BankMovement)] == [1, 2]
    assert {row.creditor_id for row in stage.rows(t.BankFile)} == {EBRO}
