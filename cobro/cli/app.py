"""All commands under one entrance, and how whatever goes wrong reaches the person: as lines, and an exit code."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from typing import Any

import typer
from typer.core import TyperGroup

from cobro.cli import (
    assign,
    bank,
    book,
    cases,
    correcting,
    desk,
    digest,
    gateway,
    init,
    letters,
    matching,
    money,
    notices,
    people,
    plans,
    preview,
    recipients,
    rehearsing,
    serve,
    silences,
    switch,
    trying,
)
from cobro.cli.exceptions import add_exceptions
from cobro.cli.keys import key_app
from cobro.cli.mistakes import BAD_INPUT, REFUSED, understood
from cobro.cli.policy import policy_app
from cobro.cli.screen import complain

_NOT_ONE_OF = re.compile(r"'(.*)' is not one of (.*?)\.?")
_QUOTE = "'"


class _Entrance(TyperGroup):
    """Says a mistake in one line where Typer would draw a box, or Python a traceback."""

    def main(self, args: Sequence[str] | None = None, *more: Any, **named: Any) -> Any:
        named["standalone_mode"] = False
        try:
            code = super().main(args, *more, **named)
        except typer.Abort:
            complain("left without finishing")
            sys.exit(REFUSED)
        except typer.TyperException as error:
            sys.exit(_tell_usage(error))
        except Exception as error:
            mistake = understood(error)
            if mistake is None:
                raise
            for line in mistake.lines:
                complain(line)
            sys.exit(mistake.code)
        sys.exit(code if isinstance(code, int) else 0)


def _tell_usage(error: typer.TyperException) -> int:
    """One line for what was typed wrongly; the help itself, where nothing was typed at all."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        typer.echo(error.format_message())
        return BAD_INPUT
    parameter = getattr(error, "param", None)
    said = _in_our_words(" ".join(error.message.split()))
    if parameter is not None:
        name = max(parameter.opts, key=len) if parameter.param_type_name == "option" else parameter.metavar
        line = f"{name or parameter.name}: {said or 'expected a value, got nothing'}"
    else:
        line = said
    path = context.command_path if context else "starter.py"
    complain(f"{line} (see '{path} --help')")
    return BAD_INPUT


def _in_our_words(message: str) -> str:
    """Typer's own complaint about a value, as 'expected ..., got ...'."""
    message = message.removeprefix("Value error, ")
    found = _NOT_ONE_OF.fullmatch(message)
    if found:
        return f"expected one of {found[2].replace(_QUOTE, '')}, got '{found[1]}'"
    return message.replace("Input should be", "expected")


app = typer.Typer(
    cls=_Entrance,
    name="starter.py",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Collect unpaid invoices. Bring in a book, let it run, and tell it what happened.",
    epilog="Where the ledger is: COBRO_HOME (.cobro, if not set) or COBRO_DATABASE_URL. See 'COMMAND --help'.",
)
_COMMANDS: dict[str, dict[str, Callable[..., None]]] = {
    "Bring in and look": {
        "init": init.init,
        "import": book.import_book,
        "list": cases.list_cases,
        "show": cases.show,
        "preview": preview.preview,
        "test-send": trying.send_to_me,
    },
    "What happened to a case": {
        "bank": bank.bank,
        "pay": money.pay,
        "reverse": money.reverse,
        "credit": money.credit,
        "promise": silences.promise,
        "dispute": silences.dispute,
        "resolve": silences.resolve,
        "hold": silences.hold,
        "resume": silences.resume,
        "plan": plans.plan,
    },
    "What people do": {
        "desk": desk.show_desk,
        "assign": assign.assign,
        "digest": digest.digest,
        "call": people.call,
        "reply": people.reply,
        "answered": people.answered,
        "repair": people.repair,
        "recipient": recipients.recipient,
        "apply": correcting.apply,
        "dismiss": people.dismiss,
        "undo": correcting.undo,
        "match": matching.match,
        "cost": matching.cost,
        "notice": notices.notice,
        "handoff": people.handoff,
        "write-off": people.write_off,
        "cancel": people.cancel,
        "stop": switch.stop,
        "go": switch.go,
    },
    "Run": {
        "up": serve.up,
        "gateway": gateway.gateway,
        "migrate": serve.migrate,
        "rehearse": rehearsing.rehearse,
        "rehearsed": rehearsing.rehearsed,
    },
}
for _panel, _commands in _COMMANDS.items():
    for _name, _command in _commands.items():
        app.command(_name, rich_help_panel=_panel)(_command)
app.add_typer(letters.commands, name="letters", rich_help_panel="Bring in and look")
add_exceptions(policy_app)
app.add_typer(policy_app, name="policy", rich_help_panel="Bring in and look")
app.add_typer(key_app, name="key", rich_help_panel="Run")


def main() -> None:
    """Carry out what was typed."""
    app()
