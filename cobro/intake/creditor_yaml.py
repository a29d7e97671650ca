"""The creditor: who is owed, its people and its own terms, as a YAML file."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, model_validator

from cobro.dunning.closing import Closing
from cobro.dunning.hours import IN_ORDER, Hours, spans
from cobro.dunning.parties import BillingContact, Country, Creditor, Language, StaffMember, Text
from cobro.intake import form
from cobro.intake.closings_csv import read_closings
from cobro.intake.problem import Unexpected
from cobro.intake.yaml_file import country_in, folder_in, read_yaml


def read_creditor(path: Path) -> Creditor:
    """The creditor from a YAML file: accounts without spaces, telephone numbers as E.164, the logo as an absolute path.

    Raises:
        BadInput: the file has problems; all of them.
    """
    return Creditor.model_validate(read_yaml(path, _CreditorFile).model_dump())


def _phone(text: str, info: ValidationInfo) -> str:
    return form.phone(text, country_in(info.context))


def _region(text: str | None, info: ValidationInfo) -> str | None:
    # A country that is itself wrong was told already; what its regions are cannot be said.
    country = info.data.get("country")
    return form.region(text, country) if text and isinstance(country, str) else text


def _line(text: str) -> str:
    return form.words(text.strip())  # a folded YAML text ends in a line break that nobody wrote


def _lines(text: str) -> str:
    return form.lines(text.strip())


def _logo(text: str | None, info: ValidationInfo) -> str | None:
    return text and form.picture(folder_in(info.context) / text)


def _once(ibans: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(ibans)) < len(ibans):
        raise Unexpected("each account once")
    return ibans


def _named_once(staff: tuple[_StaffMemberFile, ...]) -> tuple[_StaffMemberFile, ...]:
    # By their names customers and tasks are theirs.
    if len({member.name for member in staff}) < len(staff):
        raise Unexpected("each name once")
    return staff


_Line = Annotated[Text, AfterValidator(_line)]
_Email = Annotated[Text, AfterValidator(form.email)]
_Phone = Annotated[Text, AfterValidator(_phone)]


class _BillingContactFile(BillingContact):
    name: _Line
    email: _Email
    phone: _Phone


class _StaffMemberFile(StaffMember):
    name: _Line
    email: _Email
    phone: _Phone


def _closings(said: object, info: ValidationInfo) -> object:
    """The closings as they stand in the file, or those of the CSV file that it names."""
    if not isinstance(said, str):
        return said
    return read_closings(folder_in(info.context) / said, country_in(info.context))


def _closing_region(text: str, info: ValidationInfo) -> str:
    country = country_in(info.context)
    return form.region(text, country) if country else text


def _any_day(said: object) -> object:
    # YAML reads 2026-08-01 as a date.
    return said.isoformat() if isinstance(said, dt.date) else said


def _in_order(texts: tuple[str, ...]) -> tuple[str, ...]:
    try:
        spans(texts)
    except ValueError:
        raise Unexpected(IN_ORDER) from None
    return texts


_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_ANY = "01-01"
"""Stands for a day that is missing, so that it is missed once."""

_Day = Annotated[str, BeforeValidator(_any_day), AfterValidator(form.any_day)]
_Spans = Annotated[tuple[Annotated[str, AfterValidator(form.opening)], ...], AfterValidator(_in_order)]


class _HoursFile(Hours):
    email: _Spans = Hours.model_fields["email"].default
    sms: _Spans = Hours.model_fields["sms"].default
    call: _Spans = Hours.model_fields["call"].default


class _ClosingFile(Closing):
    name: Annotated[str, AfterValidator(form.reason)]
    first: _Day = Field(alias="from")
    last: _Day = Field(alias="to")
    region: Annotated[str, AfterValidator(_closing_region)] | None = None
    city: Annotated[str, AfterValidator(form.ident)] | None = None
    customer: Annotated[str, AfterValidator(form.ident)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_day(cls, said: Any) -> Any:
        """A closing that does not say how long it lasts is one day."""
        if not isinstance(said, dict) or "to" in said:
            return said
        try:
            day = form.any_day(str(_any_day(said.get("from", _ANY))))
        except ValueError:
            day = _ANY  # what is wrong with 'from' is told once
        return {"to": day, **said}


def _clock(said: object) -> object:
    # YAML reads 10:30 without quotes as 630, and nobody can tell it from a 630 that was typed.
    if not isinstance(said, str) or not _CLOCK.fullmatch(said):
        raise Unexpected('a time of day in quotes, like "08:00"')
    return dt.time.fromisoformat(said)


class _CreditorFile(Creditor):
    """A creditor whose values have the forms that the house relies on, not only the types."""

    name: _Line
    tax_id: _Line
    address: Annotated[Text, AfterValidator(_lines)]
    email: _Email
    phone: _Phone
    ibans: Annotated[tuple[Annotated[Text, AfterValidator(form.iban)], ...], Field(min_length=1), AfterValidator(_once)]
    billing_contact: _BillingContactFile | None = None
    reply_to: _Email | None = None
    logo: Annotated[Text | None, AfterValidator(_logo)] = None
    country: Annotated[Country, AfterValidator(form.country)]
    region: Annotated[str | None, AfterValidator(_region)] = None
    zone: Annotated[Text, AfterValidator(form.zone)]
    terms: dict[Language, _Line]
    staff: Annotated[tuple[_StaffMemberFile, ...], Field(min_length=1), AfterValidator(_named_once)]
    digest_at: Annotated[dt.time, BeforeValidator(_clock)] = dt.time(8)
    hours: _HoursFile | None = None
    closings: Annotated[tuple[_ClosingFile, ...], BeforeValidator(_closings)] = ()
