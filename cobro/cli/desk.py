"""`desk`: what people have to do, and the money and messages that wait for a person."""

from __future__ import annotations

from cobro.cli.bank import stale_lines
from cobro.cli.matching import say_waiting
from cobro.cli.office import open_office
from cobro.cli.options import AsJson, CreditorId
from cobro.cli.screen import print_json, say, show_table
from cobro.ledger import queries
from cobro.ledger.customers import REPAIRED_BY
from cobro.ledger.recipients import role_to_mend
from cobro.ledger.tables import TaskKind


def show_desk(creditor: CreditorId = None, as_json: AsJson = False) -> None:
    """Show what people have to do, the most pressing first, and what was kept because it could not be applied."""
    with open_office(creditor) as office, office.ledger.reading() as session:
        tasks = queries.open_tasks(session, office.creditor.id, office.now)
        kept = queries.kept(session, office.creditor.id)
        credits = queries.credits(session, office.creditor.id)
        announced = queries.announced_late(session, office.creditor.id, office.today)
        movements = queries.waiting_movements(session, office.creditor.id)
        stale = stale_lines(session, office.creditor.id, office.ledger.rules, office.now)
    if as_json:
        waiting = {"tasks": tasks, "kept": kept, "credits": credits, "announced": announced}
        print_json({"creditor": office.creditor.id, **waiting, "movements": movements, "stale": stale})
        return
    if tasks:
        columns = ["Task", "What", "Customer", "Reach", "Invoices", "Goal", "Owner", "Due", "When done"]
        show_table(f"The desk of {office.creditor.id}", columns, (_row(task) for task in tasks))
    if kept:
        columns = ["Event", "What", "About", "Amount", "Why it is kept", "Since", "By"]
        rows = [
            (
                k.event,
                k.kind.replace("_", " "),
                ", ".join(k.about),
                k.amount or "",
                _why(k),
                office.day(k.recorded_at),
                k.who,
            )
            for k in kept
        ]
        show_table("Kept for a person", columns, rows)
        say("'apply EVENT --to INVOICE' says what one is about; 'dismiss EVENT --why ...' that it needs nothing")
    if credits:
        columns = ["Event", "Invoice", "Customer", "Credit", "Since"]
        rows_of_credits = [(c.event, c.invoice, c.customer, c.credit, office.day(c.recorded_at)) for c in credits]
        show_table("Credits: more than was owed", columns, rows_of_credits)
        say("'apply EVENT --to INVOICE' uses one; 'dismiss EVENT --why ...' says that it was refunded, say")
    if announced:
        columns = ["Event", "Invoice", "Amount", "Was to be issued on"]
        show_table("Announced and not issued", columns, ((a.event, a.invoice, a.amount, a.issue_on) for a in announced))
    if movements:
        say_waiting(movements)
    for line in stale:
        say(line)
    late = sum(task.overdue for task in tasks)
    say(f"Tasks: {len(tasks)}, overdue: {late}. Kept: {len(kept)}. Credits: {len(credits)}.")


def _row(task: queries.TaskLine) -> tuple[object, ...]:
    reach = "\n".join(part for part in (task.contact, task.phone, task.email) if part)
    invoices = "\n".join(f"{number} {money}" for number, money in zip(task.invoices, task.open, strict=True))
    if task.also_open:
        invoices += "\nalso open:\n" + "\n".join(f"{number} {money}" for number, money in task.also_open)
    due = f"{task.due} OVERDUE" if task.overdue else str(task.due)
    if task.heard_today:
        due += f"\nnot today: {task.heard_today.value} sent"
    who = f"{task.customer} {task.name}"
    goal = f"{task.goal}: {task.note}" if task.note else task.goal
    return task.number, task.kind.value, who, reach, invoices, goal, task.owner, due, _how(task)


def _why(kept: queries.KeptLine) -> str:
    """The reason, and below it who wrote what."""
    sender = f"From {kept.sender}" if kept.sender else f"Says to be {kept.claimed}" if kept.claimed else ""
    words = [line for line in (kept.note or "").splitlines() if line.strip()]
    return "\n".join(filter(None, (kept.reason, sender, *words)))


def _with(goal: str) -> str:
    """What a repair is closed with, by what it asks for."""
    role = role_to_mend(goal)
    field = ("phone" if "'s sms " in goal else "email") if role else None
    asked = field or next((field for field, asked in REPAIRED_BY.items() if goal.startswith(asked)), None)
    return f" --{asked} ..." if asked else ""


def _of_goal(goal: str) -> str:
    """The movement that a match is about stands at the end of its goal."""
    return f"match {goal.rpartition(' ')[2]} --accept ..., --to ..., or --none --why ..."


def _how(task: queries.TaskLine) -> str:
    """The command that takes the task off the desk."""
    about = task.invoices[0] if task.invoices else "INVOICE"
    return {
        TaskKind.CALL: f"call {task.number} --outcome ...",
        TaskKind.OFFER: f"plan {about} ..., promise {about} ..., or call {task.number} --outcome ...",
        TaskKind.REPLY: f"answered {task.number}",
        TaskKind.REPAIR: f"repair {task.number}{_with(task.goal)}",
        TaskKind.DISPUTE: f"resolve {about}",
        TaskKind.DECISION: f"handoff {about} --to ...",
        TaskKind.MATCH: _of_goal(task.goal),
        TaskKind.COST: f"cost {task.number} --claim, or --bear",
    }[task.kind]
