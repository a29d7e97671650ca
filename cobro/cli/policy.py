"""`policy`: check a ladder, see its days, see whom a new version would move, and put it in force."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from cobro.cli.mistakes import REFUSED, Mistake
from cobro.cli.office import login, opened_house
from cobro.cli.options import As, AsJson, day, reading
from cobro.cli.policy_check import refuse_other_content, sound_policy
from cobro.cli.reporting import DONE_BY
from cobro.cli.screen import complain, moment, print_json, say, show_table
from cobro.cli.tone_check import creditors_under, known_creditors, refuse_bad_tone
from cobro.clock import MachineClock
from cobro.dunning.move import Do, Move
from cobro.dunning.policy import Policy, Step
from cobro.dunning.segments import Segment
from cobro.dunning.timetable import Dated, timetable
from cobro.intake import form
from cobro.intake.creditor_yaml import read_creditor
from cobro.intake.place import zone_of_country
from cobro.intake.policy_yaml import read_policy
from cobro.intake.problem import BadInput, Unexpected
from cobro.ledger.applying import Refused
from cobro.rulebook import calendar_at
from cobro.settings import Settings

policy_app = typer.Typer(no_args_is_help=True, help="The ladder: check it, see its days, and put a version in force.")

_WHAT = {"email": "e-mail", "sms": "SMS", "call": "call", "decision": "decision", "handoff": "handoff"}

PolicyFile = Annotated[
    Path, typer.Argument(metavar="FILE.yaml", help="A policy: docs/policies.md tells how it is written.")
]


@policy_app.command()
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE.yaml...", help="Policies: see docs/policies.md.")],
    creditor_file: Annotated[
        Path | None,
        typer.Option(
            "--creditor",
            metavar="CREDITOR.yaml",
            help="Judge the letters as this creditor's; the ledger's, if not given.",
        ),
    ] = None,
) -> None:
    """Tell every mistake in a policy and in its letters, one line each: where, what was expected, what came."""
    settings, wrong = Settings(), False
    creditor = read_creditor(creditor_file) if creditor_file else None
    for file in files:
        try:
            policy = sound_policy(file, settings)
            refuse_other_content(policy, settings)
            refuse_bad_tone(policy, settings, [creditor] if creditor else known_creditors(policy, settings))
        except (BadInput, Mistake) as problems:
            wrong = True
            for line in str(problems).splitlines():
                complain(line)
        except Refused as refusal:
            wrong = True
            complain(f"{file.name}: {refusal}")
        else:
            segments = f", {len(policy.segments)} segments" if policy.segments else ""
            say(f"{policy.name} {policy.version}: ok, {len(policy.steps)} steps{segments}")
    if wrong:
        raise typer.Exit(REFUSED)


@policy_app.command("timeline")
def show_timeline(
    file: PolicyFile,
    due: Annotated[dt.date, typer.Option("--due", metavar="DATE", parser=day, help="The invoice's due date.")],
    issued: Annotated[
        dt.date | None,
        typer.Option("--issued", metavar="DATE", parser=day, help="Its date of issue; the due date, if not given."),
    ] = None,
    country: Annotated[
        str, typer.Option("--country", metavar="CODE", parser=reading(form.country), help="The customer's country.")
    ] = "ES",
    region: Annotated[
        str | None, typer.Option("--region", metavar="CODE", help="The customer's region, for its holidays.")
    ] = None,
    zone: Annotated[
        str | None,
        typer.Option(
            "--zone", metavar="NAME", parser=reading(form.zone), help="Time zone; the country's, if not given."
        ),
    ] = None,
    segment: Annotated[
        str | None,
        typer.Option("--segment", metavar="NAME", help="For a customer of this segment; a debit returned when due."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print the ladder with its days, for a customer who says nothing, and the segments that are treated otherwise."""
    if issued is not None and issued > due:
        raise Mistake(f"--issued: expected a day up to {due}, got '{issued}'")
    if region is not None:
        _known_region(region, country)
    policy = read_policy(file)
    calendar = calendar_at(zone or zone_of_country(country, region), country, region, due)
    dated = timetable(policy, due, issued, calendar, _segment(policy, segment))
    if as_json:
        print_json(
            {
                "policy": policy.name,
                "version": policy.version,
                "due": due,
                "issued": issued,
                "country": country,
                "region": region,
                "zone": str(calendar.zone),
                "segment": segment,
                "steps": [_record(one) for one in dated],
                "segments": policy.segments,
            }
        )
        return
    title = f"{policy.name} {policy.version}, for an invoice due on {due:%a %d %b %Y}"
    title += f", customer of {segment}" if segment else ""
    columns = ["Day", "Step", "What", "Who", "Letter or goal", "On condition", "Why that day"]
    show_table(title, columns, (_row(one) for one in dated))
    if policy.segments and segment is None:
        rows = ((one.name, str(one.when), str(one)) for one in policy.segments)
        show_table("Segments: the first that holds", ["Segment", "Who", "Treated"], rows)


def _segment(policy: Policy, name: str | None) -> Segment | None:
    found = policy.segment(name)
    if name is not None and found is None:
        names = ", ".join(one.name for one in policy.segments)
        expected = f"one of {names}" if names else "none, for the policy has no segments"
        raise Mistake(f"--segment: expected {expected}, got '{name}'")
    return found


def _known_region(region: str, country: str) -> None:
    try:
        form.region(region, country)
    except Unexpected as unexpected:
        raise Mistake(f"--region: expected {unexpected.expected}, got '{region}'") from None


def _row(one: Dated) -> tuple[object, ...]:
    step = one.step
    when = f"{one.day:%a %d %b %Y}" if one.day else "-"
    who = "" if step.do == "handoff" else step.by.value
    return when, step.step, _WHAT[step.do], who, _says(step), _conditions(step), one.why


def _says(step: Step) -> str:
    return step.letter or step.goal or (f"to {step.to}" if step.to else "")


def _conditions(step: Step) -> str:
    said = [f"if {step.when}"] if step.when else []
    if step.needs:
        said.append(f"waits for {step.needs}")
    said += [f"{variant.letter or variant.goal} if {variant.when}" for variant in step.instead]
    return "; ".join(said)


def _record(one: Dated) -> dict[str, object]:
    return {
        **one.step.model_dump(mode="json", exclude_none=True),
        "day": one.day,
        "weekday": f"{one.day:%A}" if one.day else None,
        "planned": one.planned,
        "shifted_by": one.shifted_by,
        "why": one.why,
    }


@policy_app.command()
def diff(file: PolicyFile, as_json: AsJson = False) -> None:
    """Show the cases that a new version would move, before and after. Nothing is changed."""
    policy = sound_policy(file, Settings())
    with opened_house() as house:
        found = house.ledger.compare_policy(policy, MachineClock().now())
    if as_json:
        print_json(found)
        return
    if found.moved:
        columns = ["Invoice", "Creditor", "Next now", "When", "Next then", "When", "Why"]
        rows = (
            (one.invoice, one.creditor, _next(one.before), moment(one.before.at), *_then(one.after))
            for one in found.moved
        )
        show_table(f"Moved by {policy.name} {policy.version}", columns, rows)
    against = f"version {found.in_force}" if found.in_force else "nothing yet"
    say(f"{policy.name} {policy.version} against {against}: {len(found.moved)} of {found.cases} open cases would move")


def _then(move: Move) -> tuple[str, str, str]:
    return _next(move), moment(move.at), move.why


def _next(move: Move) -> str:
    if move.do in (Do.SEND_EMAIL, Do.SEND_SMS, Do.OPEN_CALL):
        return f"{DONE_BY[move.do]} {move.step} ({move.letter or move.goal})"
    return DONE_BY[move.do]


@policy_app.command()
def use(file: PolicyFile, who: As = None, as_json: AsJson = False) -> None:
    """Put a policy in force: new cases begin under it, running ones take it over when they are looked at next."""
    policy = sound_policy(file, Settings())
    with opened_house() as house:
        refuse_bad_tone(policy, house.settings, creditors_under(house, policy.name))
        put = house.ledger.put_in_force(policy, MachineClock().now(), who=login(who))
    if as_json:
        print_json(
            {
                "policy": policy.name,
                "version": policy.version,
                "digest": policy.digest,
                "replaced": put.replaced,
                "changed": put.changed,
                "creditors": put.creditors,
            }
        )
    elif not put.changed:
        say(f"{policy.name} {policy.version} is in force already; nothing changed")
    else:
        before = f" instead of version {put.replaced}" if put.replaced else ""
        say(f"In force: {policy.name} {policy.version}{before}, for {', '.join(put.creditors) or 'no creditor yet'}")
