"""`init`: asks who the creditor is and who works there, and writes the file that `import` takes."""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
import yaml

from cobro.cli.asking import ask, ask_if_any, ask_many, ask_yes, heading
from cobro.cli.mistakes import Mistake
from cobro.cli.screen import say
from cobro.dunning.parties import Creditor
from cobro.dunning.tone import faults_of_tone
from cobro.intake import form
from cobro.intake.book_csv import LANGUAGES
from cobro.intake.creditor_yaml import read_creditor
from cobro.intake.place import zone_of_country
from cobro.intake.problem import BadInput, Unexpected

_TOP = "# Who is owed, as 'starter.py init' asked. examples/creditor.yaml says what each field is for.\n"
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_SLUG = 40


def init(
    file: Annotated[Path, typer.Argument(metavar="FILE.yaml", help="The file to write.")] = Path("creditor.yaml"),
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Ask who is owed and who works there, and write the file that 'import' takes.

    Each answer is checked as it is given.
    Answers may also come from a file or a pipe, one a line.
    A wrong one then ends it, and nothing is written.
    """
    if file.exists() and not force:
        raise Mistake(f"FILE.yaml: expected a file that is not there yet (--force writes over it), and {file} is")
    if not file.parent.is_dir():
        raise Mistake(f"FILE.yaml: expected a file in a folder that is there, got '{file}'")
    creditor = _ask_creditor(file.parent)
    _write(file, creditor)
    say()
    say(f"Written: {file}. It may be edited by hand.")
    say(f"Next: python3 starter.py import YOUR.csv --creditor {file}")


def _ask_creditor(folder: Path) -> dict[str, Any]:
    heading("Your company, as it stands on your invoices")
    name = ask("Legal name", form.words)
    found: dict[str, Any] = {"id": ask("Short name, for case numbers", _slug, _short(name)), "name": name}
    found["tax_id"] = ask("Tax number", form.words)
    found["address"] = ask("Postal address", form.lines)
    country = ask("Country, two letters", form.country, "ES")
    found["email"] = ask("E-mail address that letters come from", form.email)
    phone = partial(form.phone, of=country)
    found["phone"] = ask("Telephone number for questions", phone)
    if (mailbox := ask_if_any("Mailbox for answers, if not of whoever signs", form.email)) is not None:
        found["reply_to"] = mailbox
    found["ibans"] = ask_many("IBAN", form.iban)
    heading("Where and how you work")
    found["country"] = country
    if (region := ask_if_any("Region, for its public holidays", partial(form.region, of=country))) is not None:
        found["region"] = region
    found["zone"] = ask("Time zone", form.zone, zone_of_country(country, region))
    found["language"] = ask("Language of your office", partial(form.one_of, known=LANGUAGES), _tongue(country))
    if (logo := ask_if_any("Logo, a PNG or JPEG file", partial(_logo, folder=folder))) is not None:
        found["logo"] = logo
    heading("One neutral sentence of your general terms on what a delay brings, in each language of your customers")
    found["terms"] = _ask_terms(found["language"])
    if ask_yes("Is there one person or desk to ask about bills?"):
        found["billing_contact"] = _ask_person(phone)
    heading("Who works there (one person may do everything; somebody senior is needed, not from sales)")
    found["staff"] = _ask_staff(phone)
    return found


def _ask_terms(own: str) -> dict[str, str]:
    terms = {own: ask(f"Terms in {own}", partial(_neutral, language=own))}
    while left := sorted(LANGUAGES - terms.keys()):
        another = ask_if_any(
            f"Another language of your customers ({', '.join(left)})", partial(form.one_of, known=left)
        )
        if another is None:
            break
        terms[another] = ask(f"Terms in {another}", partial(_neutral, language=another))
    return terms


def _neutral(text: str, language: str) -> str:
    """One sentence that informs and threatens nobody."""
    sentence = form.words(text)
    for fault in faults_of_tone(sentence, language):
        raise Unexpected(f"a neutral sentence ({fault})")
    return sentence


def _ask_staff(phone: Any) -> list[dict[str, Any]]:
    staff: list[dict[str, Any]] = []
    while True:
        person = _ask_person(phone)
        person["seniority"] = ask("  Seniority", partial(form.one_of, known=["junior", "senior"]), "senior")
        if ask_yes("  In sales, and so kept away from collection?"):
            person["sales"] = True
        staff.append(person)
        enough = any(one["seniority"] == "senior" and not one.get("sales") for one in staff)
        if enough and not ask_yes("Somebody else?"):
            return staff
        if not enough:
            say("Somebody senior who is not in sales is still missing.")


def _ask_person(phone: Any) -> dict[str, Any]:
    return {
        "name": ask("  Name", form.words),
        "email": ask("  E-mail address", form.email),
        "phone": ask("  Telephone number", phone),
    }


def _write(file: Path, creditor: dict[str, Any]) -> None:
    """Write the file whole or not at all, and only what `import` will read as it was meant."""
    text = _TOP + yaml.safe_dump(creditor, allow_unicode=True, sort_keys=False, width=110)
    part = file.with_name(f"{file.name}.part")
    try:
        part.write_text(text, encoding="utf-8")
        written: Creditor = read_creditor(part)
    except BadInput as problems:
        part.unlink()
        raise Mistake(*str(problems).splitlines()) from None
    assert written.name == creditor["name"]
    part.replace(file)


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text) or len(text) > _LONGEST_SLUG:
        raise Unexpected(f"small letters and digits, with hyphens between, at most {_LONGEST_SLUG}")
    return text


def _short(name: str) -> str:
    """A short name from a company's, without its legal form."""
    plain = unicodedata.normalize("NFKD", name.partition(",")[0]).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST_SLUG].strip("-")


def _tongue(country: str) -> str:
    return "es" if country == "ES" else "en"


def _logo(text: str, folder: Path) -> str:
    """The path as it was typed, from the folder of the file that is written."""
    form.picture(folder / text)
    return text
