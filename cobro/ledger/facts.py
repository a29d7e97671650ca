"""What the rules ask about a case, read from the ledger.

Read several times in the life of each case, so the statements are built once, and few.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import BindParameter, bindparam, func, select

from cobro.dunning.consequence import IN_TOUCH
from cobro.dunning.contact import Channel
from cobro.dunning.event import Reason
from cobro.dunning.facts import Facts
from cobro.dunning.ladder import BROKEN_PROMISE
from cobro.dunning.money import Money
from cobro.dunning.parties import CustomerKind, PaymentMethod
from cobro.dunning.policy import Policy
from cobro.dunning.segments import BEFORE_DUE
from cobro.dunning.silence import UNMATCHED_WORKING_DAYS
from cobro.dunning.taking_over import take_over
from cobro.ledger import tables as t
from cobro.ledger.asking import ask, spelled
from cobro.ledger.carried import Carried, carried_about, counted_of, done_before, done_of, retry_at
from cobro.ledger.case import Case
from cobro.ledger.contacted import contacted_days, elsewhere
from cobro.ledger.habits import belong, excepted, keep_in_mind, newcomer
from cobro.ledger.owing import owed_about
from cobro.ledger.policies import of_digest
from cobro.ledger.promised import notice_of, promise_of
from cobro.ledger.spoken import on_the_desk
from cobro.ledger.work import Work

_INVOICE: BindParameter[int] = bindparam("invoice")

_SILENCES = select(
    select(func.coalesce(func.sum(t.Dispute.minor), 0))
    .where(t.Dispute.invoice_id == _INVOICE, t.Dispute.resolved_at.is_(None))
    .scalar_subquery()
    .label("disputed"),
    select(func.max(t.Hold.until))
    .where(t.Hold.invoice_id == _INVOICE, t.Hold.released_at.is_(None))
    .scalar_subquery()
    .label("held"),
    select(func.max(t.PromiseInvoice.promise_id))
    .join(t.Promise, t.Promise.id == t.PromiseInvoice.promise_id)
    .where(t.PromiseInvoice.invoice_id == _INVOICE, t.Promise.withdrawn_at.is_(None))
    .scalar_subquery()
    .label("promise"),
    select(func.max(t.FormalNoticeInvoice.notice_id))
    .join(t.FormalNotice, t.FormalNotice.id == t.FormalNoticeInvoice.notice_id)
    .where(t.FormalNoticeInvoice.invoice_id == _INVOICE, t.FormalNotice.withdrawn_at.is_(None))
    .scalar_subquery()
    .label("notice"),
    select(func.max(t.Task.opened_at))
    .where(
        t.Task.customer_id == bindparam("customer"),
        t.Task.kind == spelled(t.TaskKind.REPLY),
        t.Task.state == spelled(t.TaskState.OPEN),
    )
    .scalar_subquery()
    .label("replied"),
    select(func.max(t.Task.opened_at))
    .where(
        t.Task.customer_id == bindparam("customer"),
        t.Task.kind == spelled(t.TaskKind.MATCH),
        t.Task.state == spelled(t.TaskState.OPEN),
    )
    .scalar_subquery()
    .label("unmatched"),
    select(func.max(t.ExceptionRow.id))
    .where(
        t.ExceptionRow.customer_id == bindparam("customer"),
        t.ExceptionRow.ended_at.is_(None),
        t.ExceptionRow.until >= bindparam("today"),
    )
    .scalar_subquery()
    .label("exception"),
    select(t.BankAccount.known_up_to)
    .where(t.BankAccount.creditor_id == bindparam("creditor"), t.BankAccount.iban == bindparam("account"))
    .scalar_subquery()
    .label("told_up_to"),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """One case at one moment: its facts, and every contact that was made about it, oldest first."""

    facts: Facts
    carried: tuple[Carried, ...]

    def attempts(self, episode: int, step: str) -> int:
        """How often a contact was claimed for a step of an episode."""
        return sum(one.episode == episode and one.step == step for one in self.carried)


def facts_of(work: Work, case: Case) -> Facts:
    """Read everything the rules ask about a case."""
    return see(work, case).facts


def see(work: Work, case: Case) -> Seen:
    """Read a case whole."""
    session, invoice, episode = work.session, case.invoice, case.episode
    today = case.calendar.local_day(work.now)
    about = {"invoice": invoice.id, "customer": case.customer.id, "today": today}
    account = {"creditor": case.creditor.id, "account": paid_into(case)}
    still = ask(session, _SILENCES, about | account)[0]
    carried = carried_about(session, invoice.id)
    counted = counted_of(carried)
    before = [(step, invoice.done_before_on) for step in invoice.done_before or () if invoice.done_before_on]
    steps = [*before, *((one.step, one.day) for one in counted)]
    promise = promise_of(session, invoice.id, still.promise, dict(steps)) if still.promise else None
    people, calls, told = on_the_desk(session, invoice.id)
    owed = owed_about(session, episode, promise, case.policy, case.calendar, says_paid=Reason.SAYS_PAID in told)
    facts = Facts(
        due=invoice.due,
        open=invoice.open,
        disputed=Money.from_minor(int(still.disputed), invoice.currency),
        done=done_of(session, invoice, counted, case.policy),
        last_contact=max((day for _, day in steps), default=None),
        resumed=case.calendar.local_day(episode.opened_at) if episode.k > 1 else None,
        retry_at=retry_at([one for one in carried if one.episode == episode.id]),
        contacted=contacted_days(session, case.customer.id, today, case.policy.limits),
        stopped=bool(case.creditor.stopped_at or case.customer.stopped_at),
        hold_until=still.held,
        reply_until=_reply_until(case, still.replied),
        unmatched_until=_unmatched_until(case, still.unmatched),
        bank_told_up_to=still.told_up_to,
        promise=promise,
        notice=notice_of(session, invoice.id, still.notice) if still.notice else None,
        owed=owed,
        people=people,
        calls=calls,
        # R31: the customer spoke of a difficulty on the telephone, or made a promise.
        in_touch=bool(told.intersection(IN_TOUCH) or still.promise),
        handoff=episode.handoff,
        ending=episode.ending,
        issued=invoice.issued,
        kind=CustomerKind(case.customer.profile["kind"]),
        country=case.customer.profile["country"],
        ways=_ways(case.customer),
        broken_promises=sum(step.startswith(BROKEN_PROMISE) for step, _ in steps),
        method=invoice.method,
        forewarned=any(one.step == BEFORE_DUE for one in counted),
        segment=episode.segment,
        segment_why=episode.segment_why or "",
        not_before=episode.not_before,
    )
    facts = excepted(facts, session.get_one(t.ExceptionRow, still.exception) if still.exception else None)
    if episode.ending is None and facts.open:
        facts = _at_this_moment(work, case, facts, counted)
    return Seen(facts, carried)


def _at_this_moment(work: Work, case: Case, facts: Facts, counted: Sequence[Carried]) -> Facts:
    """Facts by the policy in force and the segment that the case belongs to now, whatever it stood under before."""
    episode, stood = case.episode, facts
    facts = belong(work, case, facts, case.policy)
    another = episode.segment is not None and facts.segment != episode.segment and not facts.done
    if another or episode.policy_digest != case.creditor.policy_digest:
        facts = _take_over(work, case, stood, facts, counted)
    keep_in_mind(episode, facts)
    return facts


def first_facts(work: Work, case: Case, lately: Iterable[dt.date]) -> Facts:
    """What `facts_of` reads of a case whose customer came into the ledger with it: nothing has happened here yet.

    `lately` are the customer's days of steps done elsewhere, this invoice's and others'.
    """
    today = case.calendar.local_day(work.now)
    facts = Facts(
        due=case.invoice.due,
        open=case.invoice.open,
        disputed=Money.zero(case.invoice.currency),
        done=done_before(work.session, case.invoice, case.policy),
        last_contact=case.invoice.done_before_on,
        contacted=elsewhere(lately, today, case.policy.limits),
        stopped=bool(case.creditor.stopped_at),
        issued=case.invoice.issued,
        kind=CustomerKind(case.customer.profile["kind"]),
        country=case.customer.profile["country"],
        ways=_ways(case.customer),
        method=case.invoice.method,
    )
    newcomer(work.session, case.customer.id, today)
    facts = belong(work, case, facts, case.policy)
    keep_in_mind(case.episode, facts)
    return facts


def under(work: Work, case: Case, seen: Seen, policy: Policy) -> Facts:
    """The facts of a case as they would be if another policy took over now. Changes nothing."""
    facts = replace(seen.facts, done=done_of(work.session, case.invoice, counted_of(seen.carried), policy))
    facts = belong(work, case, facts, policy)
    kept = take_over(seen.facts, case.policy, facts, policy, case.calendar, work.now)
    return replace(facts, not_before=kept)


def _take_over(work: Work, case: Case, stood: Facts, facts: Facts, counted: Sequence[Carried]) -> Facts:
    """The policy, or the segment that it treats otherwise, has changed since the case was looked at: from now on the
    case stands under what is in force."""
    episode, kept = case.episode, None
    if episode.policy_digest is not None:
        old = of_digest(work.session, episode.policy_digest)
        before = replace(stood, done=done_of(work.session, case.invoice, counted, old))
        kept = take_over(before, old, facts, case.policy, case.calendar, work.now)
    episode.policy_digest, episode.not_before = case.creditor.policy_digest, kept
    return replace(facts, not_before=kept)


def _reply_until(case: Case, replied: dt.datetime | None) -> dt.date | None:
    """A reply silences the whole customer, whichever invoice it was about."""
    if replied is None:
        return None
    return case.calendar.add_working(case.calendar.local_day(replied), case.policy.limits.reply_working_days)


def _unmatched_until(case: Case, came: dt.datetime | None) -> dt.date | None:
    """Money of a known payer silences all the customer's cases, for two working days."""
    return came and case.calendar.add_working(case.calendar.local_day(came), UNMATCHED_WORKING_DAYS)


def paid_into(case: Case) -> str | None:
    """The account that a transfer of the invoice goes to; nobody waits for the bank where it is paid otherwise."""
    if case.invoice.method is not PaymentMethod.TRANSFER:
        return None
    own: list[str] = case.creditor.profile["ibans"]
    return case.invoice.iban if case.invoice.iban in own else own[0]


def _ways(customer: t.Customer) -> frozenset[Channel]:
    """By what the customer can be reached at its own addresses."""
    email, phone = customer.profile.get("email"), customer.profile.get("phone")
    known = ((Channel.EMAIL, email), (Channel.SMS, phone and not customer.sms_stopped), (Channel.CALL, phone))
    return frozenset(channel for channel, address in known if address)
