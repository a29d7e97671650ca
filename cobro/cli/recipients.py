"""`recipient`, and the people of `import --contacts`: who at a customer gets letters and calls, by role."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import select

from cobro.cli.mistakes import Mistake
from cobro.cli.office import Office, open_office
from cobro.cli.options import As, AsJson, CreditorId, ident, reading
from cobro.cli.screen import print_json, say, show_table
from cobro.dunning.parties import Book, Creditor, Recipient
from cobro.intake import form
from cobro.intake.book_csv import LANGUAGES
from cobro.intake.contacts_csv import Named, read_contacts
from cobro.intake.contacts_csv import role as role_form
from cobro.intake.problem import Unexpected
from cobro.intake.table_file import Encoding
from cobro.ledger import tables as t
from cobro.ledger.recipients import name_recipient, recipients_of
from cobro.ledger.transactions import Transactions
from cobro.ledger.work import Work


def recipient(
    customer: Annotated[str, typer.Argument(metavar="CUSTOMER", parser=ident, help="Your number for the customer.")],
    role: Annotated[
        str | None,
        typer.Option(
            "--role",
            metavar="ROLE",
            parser=reading(role_form),
            help="What the person is there: accounts-payable, owner, a branch. As a policy's 'reach' says it.",
        ),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", parser=reading(form.words), help="The person.")
    ] = None,
    email: Annotated[
        str | None, typer.Option("--email", metavar="ADDRESS", parser=reading(form.email), help="For letters.")
    ] = None,
    phone: Annotated[str | None, typer.Option("--phone", metavar="NUMBER", help="For calls and text messages.")] = None,
    language: Annotated[
        str | None,
        typer.Option(
            "--language",
            metavar="LANGUAGE",
            help="Where it is not the customer's.",
        ),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Nobody has this role any more.")] = False,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Say who at a customer has a role; without --role, show who has one.

    A step of the ladder that names roles ('reach') goes to the first that is known, else to the customer's own address.
    """
    with open_office(creditor, who) as office:
        given = {"--name": name, "--email": email, "--phone": phone, "--language": language}
        if role is None:
            _refuse(given | {"--remove": remove or None}, "only together with --role")
            _list(office, customer, as_json)
            return
        value = None
        if remove:
            _refuse(given, "without --remove")
        else:
            value = _value(office, customer, role, name, email, phone, language)
        news = office.ledger.name_recipient(office.creditor.id, customer, value, role, office.now, who=office.who)
        if as_json:
            print_json({"customer": customer, "role": role, "contact": value, "changed": news, "by": office.who})
        elif value is None:
            say(f"Removed: customer {customer} has nobody as {role}; steps that ask for one go to the next role")
        else:
            say(f"{'Noted' if news else 'Known already'}: {role} of customer {customer} is {value.name}")


def _refuse(given: Mapping[str, object], where: str) -> None:
    for option, value in given.items():
        if value is not None:
            raise Mistake(f"{option}: expected {where}")


def _value(
    office: Office,
    customer: str,
    role: str,
    name: str | None,
    email: str | None,
    phone: str | None,
    language: str | None,
) -> Recipient:
    if name is None:
        raise Mistake("--name: expected who has the role, got nothing (or --remove)")
    if email is None and phone is None:
        raise Mistake("--email: expected an e-mail address here or a number with --phone, got neither")
    row = _row(office, customer)
    known = spoken(office.creditor)
    if language is not None and language not in known:
        raise Mistake(f"--language: expected one of {', '.join(sorted(known))}, got '{language}'")
    try:
        number = form.phone(phone, row.profile["country"]) if phone else None
    except Unexpected as unexpected:
        raise Mistake(f"--phone: expected {unexpected.expected}, got '{phone}'") from None
    return Recipient(role=role, name=name, email=email, phone=number, language=language)


def _row(office: Office, customer: str) -> t.Customer:
    with office.ledger.reading() as session:
        chosen = select(t.Customer).where(t.Customer.creditor_id == office.creditor.id, t.Customer.ref == customer)
        row = session.scalars(chosen).first()
    if row is None:
        raise Mistake(f"CUSTOMER: the ledger has no customer '{customer}' of {office.creditor.id}")
    return row


def _list(office: Office, customer: str, as_json: bool) -> None:
    row = _row(office, customer)
    with office.ledger.reading() as session:
        known = recipients_of(session, row.id)
    if as_json:
        print_json({"customer": customer, "contacts": known})
        return
    if known:
        columns = ["Role", "Name", "E-mail", "Telephone", "Language"]
        rows = [(one.role, one.name, one.email or "", one.phone or "", one.language or "") for one in known]
        show_table(f"Contacts of customer {customer}", columns, rows)
    say(f"Contacts of customer {customer}: {len(known)}. Other steps go to the customer's own address.")


def read_people(file: Path, book: Book, creditor: Creditor, ledger: Transactions, encoding: Encoding) -> list[Named]:
    """The people in a file beside a book, about customers that the book or the ledger knows, in languages that the
    creditor has terms in."""
    with ledger.reading() as session:
        rows = session.execute(
            select(t.Customer.ref, t.Customer.profile).where(t.Customer.creditor_id == book.creditor)
        )
        countries = {ref: profile["country"] for ref, profile in rows}
    countries |= {customer.ref: customer.country for customer in book.customers}
    return read_contacts(file, countries, languages=spoken(creditor), encoding=encoding)


def spoken(creditor: Creditor) -> frozenset[str]:
    """The languages that somebody may be written to in: there are letters in them, and the creditor's terms."""
    return LANGUAGES & creditor.terms.keys()


def take_down(work: Work, creditor: str, people: Sequence[Named], each: Callable[[], None] = lambda: None) -> int:
    """Write the people down in the transaction of their book; returns how many were news."""
    news = 0
    for named in people:
        news += name_recipient(work, creditor, named.ref, named.recipient, named.recipient.role)
        each()
    return news
