"""One case on the screen: who, how much, what keeps it quiet, what happened when, and whether the evidence holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cobro.cli.exceptions import treated
from cobro.cli.reporting import standing
from cobro.cli.screen import moment, say, show_table
from cobro.ledger.queries import CaseFile, ExceptionState, Record

Entry = tuple[dt.datetime, str, str, str]
"""When, what, the particulars, and who."""


def say_file(file: CaseFile) -> None:
    """Everything about one case, for a person."""
    case, customer = file.case, file.customer
    say(f"Invoice {case.invoice} of {file.issued}, due {case.due}: {case.open} open of {case.total}")
    reached = " · ".join(part for part in (customer.contact, customer.email, customer.phone) if part)
    say(f"Customer {customer.ref}, {customer.name} ({customer.kind.value}){f': {reached}' if reached else ''}")
    for each in file.recipients:
        ways = " · ".join(part for part in (each.name, each.email, each.phone) if part)
        say(f"Contact {each.role}: {ways}")
    say(f"Stage {case.stage or 'not reminded yet'}, episode {case.episode}; {standing(case)}")
    if case.segment:
        say(f"Segment {case.segment}: {case.segment_why}")
    if case.next and case.next.shifted:
        say(f"Shifted: {case.next.shifted}")
    for line in _silences(file):
        say(line)
    rows = [(moment(at), what, particulars, who) for at, what, particulars, who in sorted(_entries(file), key=_when)]
    show_table("Timeline", ["When", "What", "Particulars", "Who"], rows)
    if file.crossed:
        say(f"Crossed: messages and calls after the bank had the money and before it told us: {file.crossed}")
    chain = file.evidence
    if chain.broken_link is None:
        say(f"Evidence: {chain.links} links, verified")
    else:
        say(f"Evidence: BROKEN at link {chain.broken_link} of {chain.links}: it was changed after it was written")


def _when(entry: Entry) -> dt.datetime:
    return entry[0]


def _silences(file: CaseFile) -> Iterator[str]:
    """What keeps the case quiet now."""
    if file.stopped:
        yield "Stopped: nobody is contacted until 'go'"
    for exception in file.exceptions:
        if exception.state is ExceptionState.RUNNING:
            yield f"Exception: {treated(exception)} until {exception.until} ({exception.reason})"
    for promise in file.promises[-1:]:
        yield f"Promise: {promise['amount']} by {promise['pay_by']}, {promise['state']}"
    for dispute in file.disputes:
        if dispute["resolved_at"] is None:
            yield f"Disputed: {dispute['amount']} ({dispute['reason']})"
    for hold in file.holds:
        if hold["released_at"] is None:
            yield f"Hold: until {hold['until']} ({hold['reason']})"
    for plan in file.plans:
        parts = ", ".join(f"{part['due']} {part['amount']}" for part in plan["instalments"])
        yield f"Plan {plan['number']}: {plan['ending'] or 'running'}; {parts}"


def _entries(file: CaseFile) -> Iterator[Entry]:
    """All that happened; of one moment, what led to something stands before what it led to."""
    for episode in file.episodes:
        why = episode["opened_for"].replace("_", " ")
        yield episode["at"], f"episode {episode['episode']} opened", why, episode["opened_by"] or ""
    for stop in file.stops:
        yield stop["at"], stop["what"].replace("_", " "), stop["reason"] or "", stop["who"] or ""
    yield from _exceptions(file)
    for given in file.collectors:
        yield given["at"], f"collector, {given['seniority'] or '?'}", given["name"] or "", given["who"] or ""
    for event in file.events:
        what = event["kind"].replace("_", " ")
        yield event["at"], what, _event(event), event["who"]
        if event["dismissed_at"]:
            yield event["dismissed_at"], f"{what} dismissed", event["dismissed_for"] or "", event["dismissed_by"] or ""
    for contact in file.contacts:
        shifted = f"; shifted by {contact['shifted']}" if contact["shifted"] else ""
        said = f"{_contact(contact)}; policy {contact['policy']}{shifted}"
        yield contact["at"], f"{contact['channel']} {contact['step']}", said, "cobro"
    for task in file.tasks:
        what = f"task {task['number']}, {task['kind']}"
        yield task["at"], what, f"{task['goal']}, for {task['owner']}, due {task['due']}", "cobro"
        if task["closed_at"]:
            yield task["closed_at"], f"{what}: {task['state']}", task["closed_for"] or "", task["closed_by"] or ""
    for episode in file.episodes:
        if episode["ended_at"]:
            why, who = episode["ended_for"] or "", episode["ended_by"] or ""
            # Collected again since: a payment was taken back, a plan failed.
            undone = "; undone since" if episode["undone"] else ""
            yield episode["ended_at"], f"episode {episode['episode']} ended: {episode['ending']}", why + undone, who


def _contact(contact: Record) -> str:
    """What came of a contact: its outcome, in whose message it went along and to whom, and what the provider told."""
    channel, merged = contact["channel"], contact["merged_into"]
    into = f" into the {'e-mail' if channel == 'email' else channel} of {merged}" if merged else ""
    role = f" ({contact['role']})" if contact["role"] else ""
    to = f" to {contact['recipient']}{role}" if contact["recipient"] else role
    told = f", {contact['report'].replace('_', ' ')}" if contact["report"] else ""
    detail = f" ({contact['detail']})" if contact["detail"] else ""
    return f"{contact['outcome']}{into}{to}{told}{detail}"


def _exceptions(file: CaseFile) -> Iterator[Entry]:
    for exception in file.exceptions:
        what = f"exception: {treated(exception)} until {exception.until}"
        yield exception.made_at, what, exception.reason, exception.made_by
        if exception.ended_at:
            yield exception.ended_at, "exception ended", "", exception.ended_by or ""


def _event(event: Record) -> str:
    said = [_field(name, value) for name, value in event["body"].items() if name not in ("invoice", "invoices")]
    parts = [", ".join(part for part in said if part), event["note"] or "", event["reason"]]
    status = "" if event["status"] == "applied" else f"{event['status'].upper()}: "
    status = "UNDONE: " if event["undone_by"] else status
    return status + "; ".join(part for part in parts if part) + f" [{event['id']}]"


def _field(name: str, value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return name
    if isinstance(value, list):
        return f"{name} " + " + ".join(" ".join(map(str, part.values())) for part in value if isinstance(part, dict))
    return f"{name.replace('_', ' ')} {value}"
