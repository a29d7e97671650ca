"""`rehearse` and `rehearsed`: a book lived through on a virtual calendar, and a look at what ran."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated, Any

import typer

from cobro.cli.mistakes import BAD_INPUT, REFUSED, Mistake, one_line
from cobro.cli.options import AsJson
from cobro.cli.outcome import NOUGHTS, say_report
from cobro.cli.progress import Progress
from cobro.cli.screen import print_json, say
from cobro.cli.serve import UiPort
from cobro.cli.soundness import sound_book
from cobro.dunning.parties import Book
from cobro.dunning.policy import Policy
from cobro.intake.creditor_yaml import read_creditor
from cobro.intake.yaml_file import read_yaml
from cobro.rehearsal.driver import Stuck
from cobro.rehearsal.rehearse import TEMPORAL_DATA
from cobro.rehearsal.rehearse import rehearse as live_through
from cobro.rehearsal.script import Script
from cobro.rulebook import Rulebook
from cobro.running import run, told_to_stop
from cobro.server import own_server
from cobro.settings import Settings

_MARK = ".rehearsal"
_OURS = (_MARK, "report.json", "outbox", "handed-over", "temporal.log")
_DATABASES = ("ledger.db", TEMPORAL_DATA)


def rehearse(
    file: Annotated[Path, typer.Argument(metavar="BOOK.csv", help="The book, as for 'import'.")],
    creditor_file: Annotated[Path, typer.Option("--creditor", metavar="FILE.yaml", help="Who is owed.")],
    script_file: Annotated[
        Path, typer.Option("--debtors", metavar="FILE.yaml", help="What customers and your people do, and when.")
    ],
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="Folder for all that comes of it.")],
    as_json: AsJson = False,
) -> None:
    """Live through a book on a virtual calendar, on a real Temporal Server of its own. Reaches nobody.

    Ends with exit code 1 if anybody was contacted twice or after paying, or if an event was lost.
    """
    creditor = read_creditor(creditor_file)
    rules = Rulebook(_default_policies())
    book = sound_book(file, creditor, rules, creditor_file.name)
    script = read_yaml(script_file, Script)
    _check_script(script, book, rules.policy(creditor.policy), script_file.name)
    _make_room(into)
    try:
        with Progress(script.days, quiet=as_json) as progress:
            report = run(live_through(creditor, book, script, into, progress.day))
    except (Stuck, RuntimeError) as error:
        raise Mistake(f"the rehearsal did not come to its end: {one_line(error)}", code=REFUSED) from None
    if as_json:
        print_json(report)
    else:
        say_report(report, into)
    if any(report[count] for count in NOUGHTS):
        raise typer.Exit(REFUSED)


def rehearsed(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of a rehearsal.")],
    ui_port: UiPort = 8233,
) -> None:
    """Open the Temporal Web UI on what a rehearsal ran, until Ctrl-C."""
    data = folder / TEMPORAL_DATA
    if not data.is_file():
        raise Mistake(f"DIR: expected the folder of a rehearsal, and {folder} has no {TEMPORAL_DATA}")
    try:
        run(_open_ui(data, ui_port))
    except RuntimeError as error:
        raise Mistake(one_line(error), code=REFUSED) from None


async def _open_ui(data: Path, ui_port: int) -> None:
    stop = told_to_stop()
    async with own_server(data, skipping=True, ui_port=ui_port) as server:
        say(f"Web UI: {server.ui}/namespaces/default/workflows (Ctrl-C to leave)")
        await stop.wait()


def _default_policies() -> Path:
    policies: Any = Settings.model_fields["policies"].default
    return Path(policies)


def _check_script(script: Script, book: Book, policy: Policy, where: str) -> None:
    owner = {invoice.number: invoice.customer for invoice in book.invoices}
    steps = [rung.step for rung in policy.steps]
    wrong = []
    for number, acts in script.invoices.items():
        place = f"{where}, invoices.{number}"
        if number not in owner:
            wrong.append(f"{place}: expected an invoice of the book")
            continue
        for k, act in enumerate(acts):
            for field, step in (("after", act.after), ("with_step", act.with_step)):
                if step is not None and step not in steps:
                    expected = ", ".join(steps)
                    wrong.append(f"{place}.{k}.{field}: expected a step of {policy.name} ({expected}), got {step!r}")
            for other in act.also:
                if owner.get(other) != owner[number]:
                    wrong.append(f"{place}.{k}.also: expected an invoice of the same customer, got {other!r}")
    if wrong:
        raise Mistake(*wrong)


def _make_room(folder: Path) -> None:
    """Clear away an earlier rehearsal. Nothing that a rehearsal did not write is ever removed."""
    if folder.exists() and not folder.is_dir():
        raise Mistake(f"--into: expected a folder, and {folder} is none")
    there = list(folder.iterdir()) if folder.exists() else []
    foreign = [path.name for path in there if not _is_ours(path.name)]
    earlier = any(path.name in (_MARK, "report.json") for path in there)
    if there and (foreign or not earlier):
        found = foreign[0] if foreign else there[0].name
        line = f"--into: expected an empty folder or that of an earlier rehearsal, and {folder} has {found}"
        raise Mistake(line, code=BAD_INPUT)
    for path in there:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _MARK).touch()


def _is_ours(name: str) -> bool:
    return name in _OURS or any(name == data or name.startswith(f"{data}-") for data in _DATABASES)
