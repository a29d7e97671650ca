"""The creditor: who is owed, its people and its own terms, as a YAML file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo

from cobro.dunning.logo import NoLogo, kind_of_logo
from cobro.dunning.parties import Country, Creditor, Language, StaffMember, Text
from cobro.intake import form
from cobro.intake.problem import BadInput, Problem
from cobro.intake.yaml_file import country_in, read_yaml


def read_creditor(path: Path) -> Creditor:
    """The creditor from a YAML file: its bank account without spaces, its telephone numbers as E.164, the path of its
    logo in full.

    Raises:
        BadInput: the file has problems; all of them.
    """
    values = read_yaml(path, _CreditorFile).model_dump()
    if values["logo"] is not None:
        values["logo"] = _logo(path, values["logo"])
    return Creditor.model_validate(values)


def _logo(file: Path, written: str) -> str:
    """The path of a picture that can be used; a relative one is seen from the folder of the creditor's file."""
    logo = (file.parent / written).resolve()
    try:
        kind_of_logo(logo.read_bytes())
    except OSError as error:
        expected = f"a picture file that can be read ({error.strerror or type(error).__name__})"
    except NoLogo as problem:
        expected = str(problem)
    else:
        return str(logo)
    raise BadInput([Problem(file.name, "logo", written, expected)])


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


_Line = Annotated[Text, AfterValidator(_line)]
_Email = Annotated[Text, AfterValidator(form.email)]
_Phone = Annotated[Text, AfterValidator(_phone)]


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
    iban: Annotated[Text, AfterValidator(form.iban)]
    country: Annotated[Country, AfterValidator(form.country)]
    region: Annotated[str | None, AfterValidator(_region)] = None
    zone: Annotated[Text, AfterValidator(form.zone)]
    terms: dict[Language, _Line]
    staff: tuple[_StaffMemberFile, ...] = Field(min_length=1)
