"""`bank`: what the bank's files tell, and up to which day each account is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from cobro.bank.recognising import LARGEST
from cobro.bank.refusal import refused
from cobro.cli.matching import say_waiting
from cobro.cli.mistakes import PARTLY, Mistake
from cobro.cli.office import Office, open_office
from cobro.cli.options import As, AsJson, CreditorId
from cobro.cli.screen import complain, print_json, say, show_table
from cobro.intake.problem import BadInput
from cobro.ledger import queries
from cobro.ledger.bank_reading import units_of
from cobro.ledger.bank_taken import AccountTaken, BankTaken
from cobro.ledger.work import Rules


def bank(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE...",
            help="Norma 43, camt.052, camt.053, camt.054, MT940, a ZIP or a folder of them (see docs/bank.md).",
        ),
    ] = None,
    forget: Annotated[
        str | None,
        typer.Option(
            "--forget",
            metavar="ACCOUNT",
            help="No file of whole days comes of this account any more (IBAN or its last 4): wait for none.",
        ),
    ] = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Take a bank's files: what is certainly paid is applied, the rest waits in 'match'. Without a file: the accounts.

    The same file again changes nothing, and a movement that two files tell of is counted once. Of a file with a mistake
    nothing is taken; the others are.
    """
    if files and forget is not None:
        raise Mistake("--forget: expected no files beside it")
    with open_office(creditor, who) as office:
        if forget is not None:
            _forget(office, forget, as_json=as_json)
            return
        if not files:
            _tell_accounts(office, as_json=as_json)
            return
        good, wrong = _read_all(office, list(dict.fromkeys(_paths(files))))
        if not good:
            raise Mistake(*wrong)
        taken = [
            office.ledger.take_bank_file(
                office.creditor.id, path.name, content, office.now, who=office.who, source="cli"
            )
            for path, content in good.items()
        ]
        with office.ledger.reading() as session:
            waiting = queries.waiting_movements(session, office.creditor.id)
        if as_json:
            print_json({"creditor": office.creditor.id, "files": taken, "refused": wrong, "waiting": waiting})
        else:
            _tell(taken)
            say_waiting(waiting)
    for line in wrong:
        complain(line)
    if wrong:
        raise typer.Exit(PARTLY)


def stale_lines(session: Session, creditor: str, rules: Rules, now: dt.datetime) -> list[str]:
    """One line for each own account whose bank has been silent for too long; none while all is well."""
    lines = queries.accounts(session, creditor, rules, now)
    ends = [line.account[-4:] for line in lines]
    return [
        f"account ...{end}: the bank's data end on {line.known_up_to}; "
        "reminders of transfers wait until a newer file comes; "
        f"if none will, 'bank --forget {end if ends.count(end) == 1 else line.account}'"
        for line, end in zip(lines, ends, strict=True)
        if line.stale_since is not None
    ]


def _paths(files: Sequence[Path]) -> Iterator[Path]:
    for path in files:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(each for each in path.iterdir() if each.is_file() and not each.name.startswith("."))
        if not inside:
            raise Mistake(f"{path}: expected a folder with files in it, and there is none")
        yield from inside


def _read_all(office: Office, paths: Sequence[Path]) -> tuple[dict[Path, bytes], list[str]]:
    """The files that can be taken, and why the others cannot: all are read before anything of any is taken."""
    good: dict[Path, bytes] = {}
    wrong: list[str] = []
    for path in paths:
        try:
            content = _content(path)
            units_of(office.creditor, str(path), content)
            good[path] = content
        except BadInput as problems:
            wrong.extend(str(problems).splitlines())
    return good, wrong


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise refused(str(path), "", f"at most {LARGEST // 1_000_000} MB")
        return path.read_bytes()
    except OSError as error:
        raise refused(str(path), "", f"a file that can be read ({error.strerror or type(error).__name__})") from None


def _tell(taken: Sequence[BankTaken]) -> None:
    columns = ["File", "Account", "Format", "New", "Known", "Applied", "Sum", "Proposed", "Unexplained"]
    columns += ["Taken back", "Set aside", "Known up to"]
    fresh = [one for one in taken if not one.repeated]
    if fresh:
        show_table("Taken", columns, (_row(one, account) for one in fresh for account in one.accounts))
    for account in (each for one in fresh for each in one.accounts):
        if account.missing:
            last, first = account.missing
            where = f"account ...{account.account[-4:]}, between {last} and {first}"
            say(f"{where}: a file is missing, for the balances differ. Bring it in: somebody may have paid in it")
    for one in taken:
        if one.repeated:
            say(f"Repeated: {one.file} was taken before; nothing changed")


def _row(taken: BankTaken, account: AccountTaken) -> list[object]:
    return [
        taken.file,
        f"...{account.account[-4:]}",
        account.version,
        account.new,
        account.known,
        account.applied,
        "\n".join(map(str, account.applied_sums)),
        account.proposed,
        account.unexplained,
        account.reversed,
        account.set_aside,
        account.known_up_to or "",
    ]


def _tell_accounts(office: Office, *, as_json: bool) -> None:
    with office.ledger.reading() as session:
        lines = queries.accounts(session, office.creditor.id, office.ledger.rules, office.now)
    if as_json:
        print_json({"creditor": office.creditor.id, "accounts": lines})
        return
    columns = ["Account", "Known up to", "Stale since", "Waiting"]
    rows = [(line.account, _known(office, line), line.stale_since, line.waiting) for line in lines]
    show_table(f"Accounts of {office.creditor.id}", columns, rows)


def _known(office: Office, line: queries.AccountLine) -> object:
    if line.known_up_to is None and line.forgotten_at is not None:
        return f"not waited for since {office.day(line.forgotten_at)} ({line.forgotten_by})"
    return line.known_up_to or "no file yet"


def _forget(office: Office, account: str, *, as_json: bool) -> None:
    found = office.ledger.forget_bank(office.creditor.id, account, office.now, who=office.who)
    if as_json:
        said = {"account": found.account, "known_up_to": found.known_up_to, "customers": len(found.customers)}
        print_json({"creditor": office.creditor.id, "forgotten": said, "by": office.who})
        return
    say(
        f"Forgotten: account ...{found.account[-4:]}, known up to {found.known_up_to}, is not waited for until its "
        f"next file of whole days; customers who pay into it: {len(found.customers)}"
    )
