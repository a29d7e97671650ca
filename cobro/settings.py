"""What an installation decides: where its ledger is, how messages leave, where the files stand.

Read from the environment (`COBRO_...`); Temporal's own settings are Temporal's (`TEMPORAL_ADDRESS`, profiles).
"""

from __future__ import annotations

import base64
import json
import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Hook(StrEnum):
    """The ways in that a provider signs."""

    STRIPE = "stripe"
    SENDGRID = "sendgrid"
    TWILIO = "twilio"


class Settings(BaseSettings):
    """Everything has a default that works on one machine with nothing installed: SQLite, and messages as files."""

    model_config = SettingsConfigDict(env_prefix="COBRO_", extra="ignore", frozen=True)

    home: Path = Path(".cobro")
    """Folder of the ledger, the outbox and what is handed over."""
    database_url: str | None = None
    """SQLAlchemy URL; SQLite in `home` where not given."""
    policies: Path = ROOT / "policies"
    templates: Path = ROOT / "templates"
    task_queue: str = "cobro"
    email: Literal["files", "sendgrid"] = "files"
    sms: Literal["files", "twilio"] = "files"
    sendgrid_api_key: SecretStr | None = None
    sendgrid_host: str = "https://api.sendgrid.com"
    twilio_account_sid: str | None = None
    twilio_auth_token: SecretStr | None = None
    twilio_sender: str | None = None
    twilio_base_url: str | None = None
    stripe_secrets: Annotated[dict[str, tuple[SecretStr, ...]], NoDecode] = {}
    """Signing secrets of each creditor's webhook at Stripe; several while one is being replaced."""
    digests: bool = True
    """Whether the creditors' people get a digest in the morning; each creditor's file may leave it off, too."""
    sendgrid_event_key: str | None = None
    """Public key with which SendGrid signs its reports."""
    accept_unsigned: Annotated[frozenset[Hook], NoDecode] = frozenset()
    """Hooks that are open to whoever knows their address: for trying out only."""
    public_url: str | None = None
    """How the world reaches the gateway, through whatever stands before it: https://cobro.company.example."""
    trusted_proxies: str = "127.0.0.1"
    """Addresses, divided by commas, whose word on who sends (`X-Forwarded-For`) is believed."""
    rate_per_key: float = Field(default=500, gt=0)
    """Requests a second that the gateway takes by one key; twice as many for a moment."""
    rate_per_address: float = Field(default=1000, gt=0)
    """Likewise from one address."""

    @field_validator("stripe_secrets", mode="before")
    @classmethod
    def _from_json(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value or "{}")
        except ValueError:
            raise ValueError('a JSON object like {"talleres-ebro": ["whsec_..."]}') from None

    @field_validator("sendgrid_event_key")
    @classmethod
    def _is_public_key(cls, value: str | None) -> str | None:
        if value is not None:
            from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
            from cryptography.hazmat.primitives.serialization import load_der_public_key

            try:
                key = load_der_public_key(base64.b64decode(value, validate=True))
            except ValueError:
                key = None
            if not isinstance(key, EllipticCurvePublicKey):
                raise ValueError("the public key that SendGrid shows, in base64")
        return value

    @field_validator("public_url")
    @classmethod
    def _is_address(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", value):
            raise ValueError("an address like https://cobro.company.example")
        return value

    @field_validator("accept_unsigned", mode="before")
    @classmethod
    def _from_list(cls, value: object) -> object:
        return [name.strip() for name in value.split(",") if name.strip()] if isinstance(value, str) else value

    @model_validator(mode="after")
    def _providers_have_keys(self) -> Self:
        if self.email == "sendgrid" and self.sendgrid_api_key is None:
            raise ValueError("COBRO_SENDGRID_API_KEY: expected with COBRO_EMAIL=sendgrid")
        if self.sms == "twilio" and not (self.twilio_account_sid and self.twilio_auth_token and self.twilio_sender):
            raise ValueError(
                "COBRO_TWILIO_ACCOUNT_SID, COBRO_TWILIO_AUTH_TOKEN, COBRO_TWILIO_SENDER: expected with COBRO_SMS=twilio"
            )
        return self

    @property
    def ledger_url(self) -> str:
        return self.database_url or f"sqlite:///{self.home / 'ledger.db'}"
