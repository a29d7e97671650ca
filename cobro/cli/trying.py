"""`test-send`: a letter in a real mailbox, or a text message on a real telephone, before a customer gets one."""

from __future__ import annotations

import re
import uuid
from dataclasses import replace
from typing import Annotated

import typer

from cobro.cli.mistakes import REFUSED, Mistake
from cobro.cli.office import Office, open_office
from cobro.cli.options import AsJson, CreditorId
from cobro.cli.screen import print_json, say
from cobro.dunning.contact import Accepted, Channel, Message, Outcome, Refused, Unclear
from cobro.dunning.ladder import BROKEN_PROMISE
from cobro.dunning.letter import Letter, Signer, Unwritable
from cobro.dunning.move import Role
from cobro.dunning.policy import Policy
from cobro.intake import form
from cobro.intake.problem import Unexpected
from cobro.ledger import tables as t
from cobro.ledger.collectors import seniority_of
from cobro.ledger.policies import in_force
from cobro.ledger.work import Work
from cobro.letters.proofreading import languages_in
from cobro.letters.sample import sample

MARK = "[test]"
_SUBJECT = re.compile(rb"^(Subject: )", re.MULTILINE | re.IGNORECASE)


def send_to_me(
    step: Annotated[str, typer.Argument(metavar="STEP", help="A step of the ladder that leaves as words.")],
    to: Annotated[
        str, typer.Option("--to", metavar="ME", help="Your own e-mail address, or your telephone number for an SMS.")
    ],
    language: Annotated[
        str | None,
        typer.Option("--language", metavar="CODE", help="Two letters. The creditor's own language, if not given."),
    ] = None,
    creditor: CreditorId = None,
    as_json: AsJson = False,
) -> None:
    """Send a step's letter about an invented case to yourself, through the provider that customers' letters leave by.

    Its subject begins with [test]. It is no contact of anybody: nothing is written down, no budget is used.
    """
    with open_office(creditor) as office:
        channel, address = _address(to, office.creditor.country)
        letter = _letter(office, step, language or office.creditor.language, channel, address)
        message = _message(office, letter, channel, address)
        outcome = office.house.ways[channel].send(message)
        through = _through(office, channel)
    if as_json:
        print_json({"step": step, "letter": letter.name, "to": address, "through": through, **_told(outcome)})
    else:
        say(_in_words(outcome, f"{letter.name} in {letter.language} to {address}", through))
    if not isinstance(outcome, Accepted):
        raise typer.Exit(REFUSED)


def _address(to: str, country: str) -> tuple[Channel, str]:
    try:
        return (Channel.EMAIL, form.email(to)) if "@" in to else (Channel.SMS, form.phone(to, country))
    except Unexpected:
        expected = "an e-mail address like ana@company.example, or a telephone number like +34910000001"
        raise Mistake(f"--to: expected {expected}, got '{to}'") from None


def _letter(office: Office, step: str, language: str, channel: Channel, address: str) -> Letter:
    with office.ledger.reading() as session:
        row = session.get_one(t.Creditor, office.creditor.id)
        policy = in_force(Work(session, office.ledger.rules, office.now, office.who), row)
    known = languages_in(office.house.settings.templates)
    if language not in known:
        raise Mistake(f"--language: expected one of {', '.join(known)}, got '{language}'")
    name, by = _name_and_signer(policy, step)
    letter = sample(name, language, office.creditor)
    signer = office.creditor.member(seniority_of(by))
    field = "email" if channel is Channel.EMAIL else "phone"
    return replace(
        letter,
        signer=Signer(signer.name, signer.email, signer.phone),
        contact=str(uuid.uuid4()),
        customer=replace(letter.customer, **{field: address}),
        written_at=office.now,
    )


def _name_and_signer(policy: Policy, step: str) -> tuple[str, Role]:
    """The letter of a step, and who signs it."""
    known = {rung.step: (rung.letter, rung.by) for rung in policy.steps if rung.letter}
    known[BROKEN_PROMISE] = policy.broken_promise.letter, policy.broken_promise.by
    if step not in known:
        raise Mistake(f"STEP: expected one of {', '.join(known)} (policy {policy.name}), got '{step}'")
    return known[step]


def _message(office: Office, letter: Letter, channel: Channel, address: str) -> Message:
    try:
        content = office.house.render(channel, letter)
    except Unwritable as problem:
        raise Mistake(str(problem), code=REFUSED) from None
    if channel is Channel.EMAIL:
        content = _SUBJECT.sub(rb"\1" + MARK.encode() + b" ", content, count=1)
    else:
        content = f"{MARK} ".encode() + content
    return Message(letter.contact, channel, address, content, office.now)


def _through(office: Office, channel: Channel) -> str:
    settings = office.house.settings
    provider = settings.email if channel is Channel.EMAIL else settings.sms
    return (
        str(settings.home / "outbox") if provider == "files" else {"sendgrid": "SendGrid", "twilio": "Twilio"}[provider]
    )


def _told(outcome: Outcome) -> dict[str, str]:
    match outcome:
        case Accepted(provider_id):
            return {"outcome": "accepted", "provider_id": provider_id}
        case Refused(refusal, detail):
            return {"outcome": "refused", "because": refusal.value, "detail": detail}
        case Unclear(detail):
            return {"outcome": "unclear", "detail": detail}


def _in_words(outcome: Outcome, what: str, through: str) -> str:
    match outcome:
        case Accepted(provider_id):
            return f"Taken by {through}: {what} ({provider_id}). It counts as no contact."
        case Refused(refusal, detail):
            return f"Refused by {through} ({refusal.value.replace('_', ' ')}: {detail}): {what}. Nothing was sent."
        case Unclear(detail):
            return f"Unclear: {through} may or may not have taken it ({detail}): {what}. Look into your mailbox."
