"""`key`: let a program send over HTTP for one creditor, see who may, and stop one at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import Annotated

import typer

from cobro.cli.office import open_office
from cobro.cli.options import As, AsJson, CreditorId, reading
from cobro.cli.screen import moment, print_json, say, show_table
from cobro.intake import form
from cobro.intake.problem import Unexpected
from cobro.ledger.keys import Scope, keys_of, make_key, revoke_key

key_app = typer.Typer(no_args_is_help=True, help="Keys of programs that send over HTTP, of one creditor each.")

_LONGEST_NAME = 40


@dataclass(frozen=True)
class _Line:
    name: str
    scopes: list[str]
    made: dt.datetime
    made_by: str
    revoked: dt.datetime | None
    revoked_by: str | None


def _key_name(text: str) -> str:
    if text != text.strip() or len(text) > _LONGEST_NAME:
        raise Unexpected(f"a name of at most {_LONGEST_NAME} characters without spaces at its ends")
    return form.ident(text)


Name = Annotated[
    str,
    typer.Argument(
        metavar="NAME", parser=reading(_key_name), help="Who sends with it. It stands with whatever comes by it."
    ),
]
Scopes = Annotated[
    list[str],
    typer.Option(
        "--scope",
        metavar="SCOPE",
        parser=reading(partial(form.one_of, known=list(Scope), in_order=True)),
        help="events (billing, payments), files (invoices, bank files), read, inbound (e-mail). Repeat for several.",
    ),
]


@key_app.command("new")
def new(name: Name, scopes: Scopes, creditor: CreditorId = None, who: As = None, as_json: AsJson = False) -> None:
    """Make a key and show it, once: nobody can read it from the ledger afterwards."""
    with open_office(creditor, who) as office:
        wanted = [Scope(scope) for scope in scopes]
        with office.ledger.writing() as session:
            key = make_key(session, office.creditor.id, name, wanted, office.now, who=office.who)
        if as_json:
            print_json({"creditor": office.creditor.id, "name": name, "scopes": sorted(set(wanted)), "key": key})
            return
        say(key)
        say(f"The key of {name} for {office.creditor.id}. It is shown this once; 'key revoke' withdraws it.")


@key_app.command("list")
def show(creditor: CreditorId = None, as_json: AsJson = False) -> None:
    """Tell who may send and who no longer may. The keys themselves are nowhere to be read."""
    with open_office(creditor) as office:
        with office.ledger.reading() as session:
            rows = keys_of(session, office.creditor.id)
            lines = [
                _Line(row.name, row.scopes, row.created_at, row.created_by, row.revoked_at, row.revoked_by)
                for row in rows
            ]
        if as_json:
            print_json({"creditor": office.creditor.id, "keys": lines})
            return
        columns = ("name", "scopes", "made", "made by", "revoked", "revoked by")
        table = [
            (each.name, ", ".join(each.scopes), moment(each.made), each.made_by, moment(each.revoked), each.revoked_by)
            for each in lines
        ]
        show_table(f"Keys of {office.creditor.id}", columns, table)


@key_app.command("revoke")
def revoke(name: Name, creditor: CreditorId = None, who: As = None, as_json: AsJson = False) -> None:
    """Withdraw a key for good: whatever is sent with it from now on is refused."""
    with open_office(creditor, who) as office:
        with office.ledger.writing() as session:
            withdrawn = revoke_key(session, office.creditor.id, name, office.now, who=office.who)
        if as_json:
            print_json({"creditor": office.creditor.id, "name": name, "revoked": True, "by": office.who})
            return
        say(f"Withdrawn: {name} cannot send any more." if withdrawn else f"{name} had been withdrawn before.")
