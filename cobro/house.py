"""Putting the house together from its settings: the ledger, the letters, the ways out."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cobro.channels.files import Files
from cobro.channels.sendgrid_mail import SendGridMail
from cobro.channels.twilio_sms import TwilioSms
from cobro.channels.way import Way
from cobro.dunning.contact import Channel
from cobro.dunning.digest import Digest
from cobro.dunning.letter import Letter
from cobro.ledger.database import Database
from cobro.ledger.ledger import Ledger
from cobro.ledger.schema import require_newest
from cobro.ledger.work import Speaks
from cobro.letters.digest import DigestLetters
from cobro.letters.renderer import Letters
from cobro.rulebook import Rulebook
from cobro.settings import Settings


@dataclass(frozen=True)
class House:
    """What worker, commands and rehearsal share. Close it when done."""

    settings: Settings
    ledger: Ledger
    letters: Letters
    ways: Mapping[Channel, Way]

    @property
    def mail(self) -> Way:
        """How e-mails leave."""
        return self.ways[Channel.EMAIL]

    def render(self, channel: Channel, letter: Letter) -> bytes:
        """The bytes that leave; raises `Unwritable` where a letter would not be complete."""
        return self.letters.sms(letter) if channel is Channel.SMS else self.letters.email(letter)

    def write_digest(self, digest: Digest, contact: str, address: str, now: dt.datetime) -> bytes:
        """The e-mail to the creditor's own people; raises `Unwritable` where its template is broken."""
        return DigestLetters(self.settings.templates).email(digest, contact, address, now)

    def deliver(self, name: str, content: bytes) -> None:
        """Store what is handed over, whole or not at all."""
        folder = self.settings.home / "handed-over"
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        Path(part.name).replace(folder / name)

    def close(self) -> None:
        self.ledger.close()


def open_house(settings: Settings) -> House:
    """Open the ledger (migrated, if it is SQLite) and everything else that the settings ask for.

    Raises:
        SchemaBehind: a PostgreSQL ledger needs `starter.py migrate` first.
    """
    settings.home.mkdir(parents=True, exist_ok=True)
    database = Database(settings.ledger_url)
    try:
        require_newest(database)
    except BaseException:
        database.close()
        raise
    letters, ways = Letters(settings.templates), _ways(settings)
    return House(
        settings=settings,
        ledger=Ledger(database, Rulebook(settings.policies), Speaks(letters.edition, _real(ways))),
        letters=letters,
        ways=ways,
    )


def _real(ways: Mapping[Channel, Way]) -> frozenset[Channel]:
    """The channels that reach people, and not only a folder."""
    return frozenset(channel for channel, way in ways.items() if not isinstance(way, Files))


def _ways(settings: Settings) -> dict[Channel, Way]:
    files = Files(settings.home / "outbox")
    ways: dict[Channel, Way] = {Channel.EMAIL: files, Channel.SMS: files}
    if settings.email == "sendgrid" and settings.sendgrid_api_key:
        key = settings.sendgrid_api_key.get_secret_value()
        ways[Channel.EMAIL] = SendGridMail(key, host=settings.sendgrid_host)
    if settings.sms == "twilio" and settings.twilio_account_sid and settings.twilio_auth_token:
        ways[Channel.SMS] = TwilioSms(
            settings.twilio_account_sid,
            settings.twilio_auth_token.get_secret_value(),
            settings.twilio_sender or "",
            base_url=settings.twilio_base_url,
            status_callback=f"{settings.public_url.rstrip('/')}/hooks/twilio/status" if settings.public_url else None,
        )
    return ways
