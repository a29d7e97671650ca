"""What is handed over of a case: all that proves it, and nothing of what was negotiated."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from typing import Any, get_args

import pytest

from cobro.dunning import event as ev
from cobro.dunning.contract import PlanRef
from cobro.dunning.negotiation import NEGOTIATION, OPEN_FIELDS
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.papers import file_paper
from cobro.ledger.work import Work
from tests.ledger.builders import (
    COURTESY,
    EBRO,
    at,
    called,
    case,
    day,
    event,
    invoice,
    payment,
    plan,
    promise,
)
from tests.ledger.stage import Stage

SECRET = re.compile(rb"promise|promesa|plan|instalment|hold_|37\.77|no_funds|2026-03-1[12]|half of it", re.IGNORECASE)
DEFAULTED, END = "2026-05-12 10:30", "2026-06-09 10:30"


def negotiated(stage: Stage) -> Stage:
    """A case with everything in it: two invoices, a call, a promise broken, time granted, a plan in default."""
    stage.bring(invoice(), invoice("F-2", amount="250"))
    stage.contact(COURTESY)
    stage.tell(promise("2026-03-11", "37.77"), "2026-03-04 10:00")
    stage.tell(payment("P-1", "20.00"), "2026-03-05 10:00")
    stage.contact("2026-03-16 10:30")
    stage.contact("2026-03-23 10:30")
    stage.contact("2026-03-30 10:30")
    stage.ledger.record(
        called(stage.task("call").id, "spoke", reason="no_funds"),
        at("2026-03-30 11:00"),
        who="ana",
        source="test",
        note="would pay half of it",
    )
    stage.tell(event("hold_placed", until=day("2026-04-02")), "2026-03-31 10:00")
    stage.tell(event("dispute_opened", reason="goods"), "2026-04-01 10:00")
    stage.tell(event("dispute_resolved"), "2026-04-02 10:00")
    stage.tell(plan(("2026-05-05", "37.77"), ("2026-06-05", "42.23")), "2026-04-03 10:00")
    with stage.ledger.reading() as session:
        (running,) = session.query(t.Plan).all()
    stage.ledger.follow_plan(PlanRef(creditor=EBRO, plan=running.id), at(DEFAULTED))
    stage.tell(event("handoff_decided", to="legal"), END)
    return stage


def handed_over(stage: Stage, now: str = END, episode: int = 2) -> dict[str, bytes]:
    """The files of the dossier by name; the ZIP itself must be sound."""
    delivered: dict[str, bytes] = {}
    n = stage.move(now, episode=episode).n
    stage.ledger.hand_over(case(episode=episode), n, at(now), delivered.__setitem__)
    (content,) = delivered.values()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_nothing_of_what_was_negotiated_is_in_it(stage: Stage) -> None:
    files = handed_over(negotiated(stage))

    said = {name: SECRET.findall(name.encode() + content) for name, content in files.items()}
    assert {name: found for name, found in said.items() if found} == {}
    contacts = json.loads(files["contacts.json"])
    assert [(row["channel"], row["step"], row["withheld"]) for row in contacts] == [
        ("email", "courtesy", False),
        ("email", None, True),
        ("email", "week-1", False),
    ]


def test_a_letter_that_shows_what_another_invoice_was_promised_for_stays_in_the_house(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    stage.tell(promise("2026-03-20", "100", invoices=("F-2",)), "2026-03-02 09:00")
    stage.contact("2026-03-02 10:30", "F-2")
    stage.contact(COURTESY)
    stage.tell(event("handoff_decided", to="legal"), END)
    files = handed_over(stage, episode=1)

    assert [(row["step"], row["withheld"]) for row in json.loads(files["contacts.json"])] == [(None, True)]


def test_what_proves_the_case_is_in_it(stage: Stage) -> None:
    files = handed_over(negotiated(stage))

    about = json.loads(files["case.json"])
    assert (about["invoice"], about["total"], about["open"]) == ("F-1", "100.00 EUR", "80.00 EUR")
    assert about["creditor"]["account"] == "ES9121000418450200051332"
    assert [(row["id"], row["amount"]) for row in about["money"]] == [("P-1", "20.00 EUR")]
    contacts = json.loads(files["contacts.json"])
    left = [row["file"] for row in contacts if row["file"]]
    assert left == [name for name in files if name.startswith("contacts/")] == sorted(left)
    with stage.ledger.reading() as session:
        stored = {row.id: (row.content, row.digest) for row in session.query(t.Contact)}
    for row in contacts:
        if row["file"]:
            assert (files[row["file"]], row["sha256"]) == stored[row["id"]]
            assert hashlib.sha256(files[row["file"]]).hexdigest() == row["sha256"]
    assert files[left[0]] == b"email courtesy: F-1 courtesy 100.00 EUR; F-2 courtesy 250.00 EUR"
    kinds = [row["kind"] for row in json.loads(files["events.json"])]
    assert kinds == ["payment_received", "call_logged", "dispute_opened", "dispute_resolved", "handoff_decided"]
    page = files["summary.txt"].decode()
    for said in (
        "Talleres Ebro, S.L.",
        "Panadería C-1, S.L.",
        "Pendiente: 80.00 EUR",
        "pago recibido",
        "se habló",
        left[0],
    ):
        assert said in page


def test_the_manifest_proves_every_file(stage: Stage) -> None:
    files = handed_over(negotiated(stage))

    manifest = json.loads(files.pop("manifest.json"))
    assert (manifest["creditor"], manifest["invoice"], manifest["episode"]) == (EBRO, "F-1", 2)
    assert {row["name"]: (row["bytes"], row["sha256"]) for row in manifest["files"]} == {
        name: (len(content), hashlib.sha256(content).hexdigest()) for name, content in files.items()
    }


def test_the_chain_verifies_although_parts_are_withheld(stage: Stage) -> None:
    files = handed_over(negotiated(stage))

    links: list[dict[str, Any]] = json.loads(files["evidence.json"])["links"]
    rows = [
        t.Evidence(**{field: link[field] for field in ("seq", "content", "digest", "previous", "hash")})
        for link in links
    ]
    assert evidence.broken_link(rows) is None
    assert {link["kind"] for link in links} >= {"imported", "contact_claimed", "money", "dispute_opened", "withheld"}
    rows[0].content = "changed"
    assert evidence.broken_link(rows) == 1


def test_delivering_twice_gives_the_same_bytes(stage: Stage) -> None:
    negotiated(stage)
    n = stage.move(END, episode=2).n
    delivered: list[tuple[str, bytes]] = []

    def breaks(name: str, content: bytes) -> None:
        delivered.append((name, content))
        raise OSError("the line broke")

    for now in (END, "2026-06-10 12:00"):
        with pytest.raises(OSError, match="broke"):
            stage.ledger.hand_over(case(episode=2), n, at(now), breaks)

    assert delivered[0] == delivered[1]


def test_the_invoices_own_file_goes_along_while_it_is_kept(stage: Stage) -> None:
    negotiated(stage)
    with stage.ledger.writing() as session:
        work = Work(session, stage.ledger.rules, at(END), "ana")
        for name, content in (("../fáctura 1.pdf", b"%PDF"), ("erased.xml", b"<a/>")):
            file_paper(work, EBRO, stage.invoice().id, name, "application/pdf", content)
        for paper in session.query(t.Paper).where(t.Paper.name == "erased.xml"):
            paper.content = None

    files = handed_over(stage)

    assert {name: content for name, content in files.items() if name.startswith("papers/")} == {
        "papers/001-f_ctura_1.pdf": b"%PDF"
    }


def test_of_every_event_it_is_said_whether_it_may_leave() -> None:
    kinds = {kind.model_fields["kind"].default for kind in get_args(get_args(ev.Event)[0])}

    assert kinds == NEGOTIATION | OPEN_FIELDS.keys()
    assert not NEGOTIATION & OPEN_FIELDS.keys()
