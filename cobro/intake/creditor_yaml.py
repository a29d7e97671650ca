"""The creditor: who is owed, its people and its own terms, as a YAML file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo

from cobro.dunning.parties import BillingContact, Country, Creditor, Language, StaffMember, Text
from cobro.intake import form
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
    staff: tuple[_StaffMemberFile, ...] = Field(min_length=1)
