"""`letters review` and `letters reviews`: who read a language, and what leaves before and after."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest
from pydantic import SecretStr

from cobro.dunning.contract import CaseRef
from cobro.house import open_house
from cobro.ledger.door import Claimed
from cobro.settings import ROOT, Settings
from tests.cli.hands import CREDITOR, Hands


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "templates", tmp_path / "mine"))


def standing(hands: Hands) -> dict[str, str]:
    return {line["language"]: line["now"] for line in hands.read("letters", "reviews")["languages"]}


def leaving(hands: Hands, invoice: str, *, sendgrid: bool) -> str:
    """The next e-mail about an invoice, as a worker would send it; it is claimed and goes nowhere."""
    key = {"email": "sendgrid", "sendgrid_api_key": SecretStr("SG.none")} if sendgrid else {}
    house = open_house(Settings(home=hands.home, **key))  # type: ignore[arg-type]
    try:
        case = CaseRef(creditor=CREDITOR, invoice=invoice, episode=1)
        move = house.ledger.current(case, dt.datetime.now(dt.UTC), dt.timedelta(0))
        claimed = house.ledger.claim(case, move.n, move.alarm, house.render)
        assert isinstance(claimed, Claimed), claimed
        return claimed.message.content.decode()
    finally:
        house.close()


def test_every_letter_is_shown_and_the_review_recorded(at_work: Hands) -> None:
    said = at_work.done("letters", "review", "en", "--as", "eva")

    for name in ("courtesy", "friendly", "firm", "before-due", "plan-confirmed"):
        assert f"===== {name}: e-mail about one invoice" in said
        assert f"===== {name}: text message about several invoices" in said
    assert "===== firm: e-mail about invoices at two levels, with others that are only shown" in said
    assert "===== formal-notice: e-mail about one invoice" in said
    assert "formal-notice: text message" not in said
    assert "Talleres Ebro, S.L." in said
    assert "Recorded: eva was shown the letters in 'en' of talleres-ebro" in said
    (line,) = [line for line in at_work.read("letters", "reviews")["languages"] if line["language"] == "en"]
    assert (line["reviewed_by"], line["now"]) == ("eva", "as it was reviewed")


def test_the_letters_are_written_as_files(at_work: Hands, tmp_path: Path) -> None:
    said = at_work.done("letters", "review", "fr", "--out", str(tmp_path / "fr"))

    assert "Your terms have no sentence in 'fr': the one in 'es' stands in these letters." in said
    assert "Rappel de paiement" in (tmp_path / "fr" / "friendly.txt").read_text(encoding="utf-8")
    assert "Factures à régler" in (tmp_path / "fr" / "firm-several.html").read_text(encoding="utf-8")
    assert "Rappel de Talleres Ebro" in (tmp_path / "fr" / "courtesy-sms.txt").read_text(encoding="utf-8")


def test_a_changed_letter_waits_for_another_review(at_work: Hands, folder: Path) -> None:
    assert standing(at_work) == {
        **dict.fromkeys(("ca", "de", "en", "fr", "pt"), "not reviewed"),
        "es": "your own language, needs no review",
    }
    at_work.done("letters", "review", "en")
    (folder / "en" / "_digest.txt").write_text("what no customer gets", encoding="utf-8")
    file = folder / "en" / "firm.txt"
    # An editor on Windows changes how lines end, and not a word.
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    changed = at_work.type("letters", "reviews", COBRO_TEMPLATES=str(folder))
    assert "as it was reviewed" in changed.stdout
    file.write_text(file.read_text(encoding="utf-8").replace("still", "as yet"), encoding="utf-8")
    changed = at_work.type("letters", "reviews", COBRO_TEMPLATES=str(folder))
    assert "changed since" in changed.stdout
    assert "as it was reviewed" not in changed.stdout


def test_what_cannot_be_shown_is_not_recorded(at_work: Hands, folder: Path) -> None:
    before = at_work.everything()
    (folder / "de" / "firm.txt").write_text("Subject: x\n\n{{ singer.name }}", encoding="utf-8")

    broken = at_work.type("letters", "review", "de", COBRO_TEMPLATES=str(folder))
    assert (broken.exit_code, len(broken.stderr.splitlines())) == (1, 1)
    assert "there is no slot 'singer'" in broken.stderr
    unknown = at_work.type("letters", "review", "nl")
    assert (unknown.exit_code, unknown.stderr) == (2, "LANGUAGE: expected one of ca, de, en, es, fr, pt, got 'nl'\n")
    assert at_work.everything() == before


def test_a_real_provider_gets_the_customer_s_language_after_the_review(at_work: Hands) -> None:
    assert "Recordatorio" in leaving(at_work, "F4", sendgrid=True)


def test_after_the_review_it_is_the_customer_s(at_work: Hands) -> None:
    at_work.done("letters", "review", "en")

    assert "Subject: Reminder" in leaving(at_work, "F4", sendgrid=True).replace("Payment reminder", "Reminder")


def test_the_file_channel_writes_it_at_once(at_work: Hands) -> None:
    assert "Subject: Reminder" in leaving(at_work, "F4", sendgrid=False).replace("Payment reminder", "Reminder")


def test_preview_tells_the_language_that_a_review_is_missing_for(at_work: Hands) -> None:
    def told() -> set[tuple[str, str | None]]:
        real = {"COBRO_EMAIL": "sendgrid", "COBRO_SENDGRID_API_KEY": "SG.none"}
        result = at_work.type("preview", "--days", "7", "--json", **real)
        assert result.exit_code == 0, result.output
        contacts = json.loads(result.stdout)["contacts"]
        return {(one["language"], one["wanted"]) for one in contacts if one["customer"] == "C-3" and one["language"]}

    assert told() == {("es", "en")}
    at_work.done("letters", "review", "en")
    assert told() == {("en", None)}
