"""Letters in a folder: whole, once, and readable with what everybody has."""

import datetime as dt
import email
import os
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobro.channels.files import Files
from cobro.dunning.contact import Accepted, Channel, Message, NotActed, Refusal, Refused, Unclear

CLAIMED = dt.datetime(2026, 3, 10, 9, 12, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def message(channel: Channel = Channel.EMAIL, contact: str = "c0ffee01", at: dt.datetime = CLAIMED) -> Message:
    if channel is Channel.SMS:
        return Message(contact, channel, "+34600111222", "Buenos días (ref C0FFEE01)".encode(), at)
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "cobros@soler.example", "ana@forn.example", "Factura F-7, 2.ª vez"
    letter.set_content("Buenos días:\n")
    return Message(contact, channel, "ana@forn.example", letter.as_bytes(), at)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_email_is_a_file_that_any_mail_program_opens(tmp_path: Path) -> None:
    assert Files(tmp_path / "out").send(message()) == Accepted("20260310T081200Z-c0ffee01.eml")
    written = (tmp_path / "out" / "20260310T081200Z-c0ffee01.eml").read_bytes()
    assert written == message().content
    letter = email.message_from_bytes(written, policy=default)
    assert letter["Subject"] == "Factura F-7, 2.ª vez"
    assert letter["To"] == "ana@forn.example"


def test_a_text_message_says_whom_it_is_for(tmp_path: Path) -> None:
    assert Files(tmp_path).send(message(Channel.SMS)) == Accepted("20260310T081200Z-c0ffee01.txt")
    written = (tmp_path / "20260310T081200Z-c0ffee01.txt").read_text("utf-8")
    assert written == "To: +34600111222\n\nBuenos días (ref C0FFEE01)"


def test_the_same_contact_twice_is_one_file(tmp_path: Path) -> None:
    files = Files(tmp_path)
    assert files.send(message()) == files.send(message())
    assert names(tmp_path) == ["20260310T081200Z-c0ffee01.eml"]


def test_a_listing_is_in_the_order_of_sending(tmp_path: Path) -> None:
    hours = [CLAIMED + dt.timedelta(hours=n) for n in (0, 5, 30, 24 * 40)]
    for n, at in enumerate(reversed(hours)):
        Files(tmp_path).send(message(contact=f"{n}", at=at))
    assert [name.split("-")[1] for name in names(tmp_path)] == ["3.eml", "2.eml", "1.eml", "0.eml"]


def test_look_up_tells_what_is_there(tmp_path: Path) -> None:
    files = Files(tmp_path / "not yet made")
    assert files.look_up(message()) == NotActed()
    sent = files.send(message())
    assert files.look_up(message()) == sent


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_is_a_refusal_that_passes_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, step, full)
        assert Files(tmp_path).send(message()) == Refused(Refusal.TRANSIENT, "OSError")
    assert names(tmp_path) == []
    assert isinstance(Files(tmp_path).send(message()), Accepted)


def test_a_folder_that_cannot_be_made_is_a_refusal_that_passes(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file stands where the folder should be")
    assert Files(tmp_path / "out").send(message()) == Refused(Refusal.TRANSIENT, "FileExistsError")


def test_a_file_that_may_not_survive_a_power_cut_is_not_reported_as_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr("cobro.channels.files._flush_names", broken)
        assert Files(tmp_path).send(message()) == Unclear("PermissionError")
    assert Files(tmp_path).look_up(message()) == Accepted("20260310T081200Z-c0ffee01.eml")


@given(contact=st.text(min_size=1, max_size=20).filter(lambda text: not any(0xD800 <= ord(c) < 0xE000 for c in text)))
def test_no_contact_id_leads_out_of_the_folder(tmp_path_factory: pytest.TempPathFactory, contact: str) -> None:
    folder = tmp_path_factory.mktemp("letters")
    sent = Files(folder).send(message(contact=contact))
    assert isinstance(sent, Accepted)
    assert names(folder) == [sent.provider_id]
