"""What the rules ask about a case, read from the ledger.

Read several times in the life of each case, so the statements are built once, and few.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import NamedTuple

from sqlalchemy import BindParameter, CompoundSelect, bindparam, case, func, literal, select, union_all
from sqlalchemy.orm import Session

from cobro.dunning.budget import span_days
from cobro.dunning.consequence import IN_TOUCH
from cobro.dunning.contact import COUNTED, Channel, ContactClass, ContactState
from cobro.dunning.event import CallOutcome, Reason
from cobro.dunning.facts import Awaited, Calls, Contacted, Done, Facts, Person, Promise
from cobro.dunning.formal import Notice
from cobro.dunning.ladder import BROKEN_PROMISE
from cobro.dunning.money import Money
from cobro.dunning.owed import is_owed
from cobro.dunning.parties import CustomerKind, PaymentMethod
from cobro.dunning.policy import Policy
from cobro.dunning.progress import carried_over
from cobro.dunning.segments import BEFORE_DUE
from cobro.dunning.silence import UNMATCHED_WORKING_DAYS
from cobro.dunning.taking_over import take_over
from cobro.ledger import tables as t
from cobro.ledger.asking import ask, spelled
from cobro.ledger.case import Case
from cobro.ledger.habits import belong, excepted, keep_in_mind, newcomer
from cobro.ledger.owing import owed_about
from cobro.ledger.policies import of_digest, of_version
from cobro.ledger.work import Work

_SPOKE = (CallOutcome.SPOKE, CallOutcome.CALL_BACK)
_ELSEWHERE = "a contact elsewhere"
_FIRST_RETRY = dt.timedelta(minutes=1)
_LONGEST_RETRY = dt.timedelta(hours=1)

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

_STEPS = (
    select(
        t.ContactStep.episode_id,
        t.ContactStep.step,
        t.ContactStep.live,
        t.Contact.channel,
        t.Contact.state,
        t.Contact.local_day,
        t.Contact.settled_at,
        t.Contact.policy,
        t.Contact.policy_version,
    )
    .join(t.Contact, t.Contact.id == t.ContactStep.contact_id)
    .where(t.ContactStep.invoice_id == _INVOICE)
    .order_by(t.Contact.claimed_at, t.ContactStep.id)
)

_DESK = (
    select(
        t.Task.id,
        t.Task.kind,
        t.Task.state,
        t.Task.due,
        t.TaskInvoice.live,
        t.Call.outcome,
        t.Call.reason,
        t.Call.local_day,
    )
    .select_from(t.TaskInvoice)
    .join(t.Task, t.Task.id == t.TaskInvoice.task_id)
    .outerjoin(t.Call, t.Call.task_id == t.Task.id)
    .where(t.TaskInvoice.invoice_id == _INVOICE)
    .order_by(t.Task.id)
)

_PROMISE = (
    select(
        t.Promise.pay_by,
        t.Promise.minor,
        t.Promise.currency,
        func.sum(t.Invoice.applied_minor - t.PromiseInvoice.applied_before_minor).label("came"),
        func.sum(t.Invoice.total_minor - t.Invoice.applied_minor).label("left"),
        select(func.count())
        .select_from(t.PlanInvoice)
        .join(t.Plan, t.Plan.id == t.PlanInvoice.plan_id)
        .where(t.PlanInvoice.invoice_id == _INVOICE, t.Plan.agreed_at >= t.Promise.made_at)
        .correlate(t.Promise)
        .scalar_subquery()
        .label("replaced"),
    )
    .join(t.PromiseInvoice, t.PromiseInvoice.promise_id == t.Promise.id)
    .join(t.Invoice, t.Invoice.id == t.PromiseInvoice.invoice_id)
    .where(t.Promise.id == bindparam("promise"))
    .group_by(t.Promise.id)
)

_CONTACTED: CompoundSelect[dt.date, str] = union_all(
    select(t.Call.local_day, case((t.Call.outcome.in_(_SPOKE), "spoke"), else_="called").label("how"))
    .join(t.Task, t.Task.id == t.Call.task_id)
    .where(
        t.Task.customer_id == bindparam("customer"),
        t.Task.kind == spelled(t.TaskKind.CALL),
        t.Call.local_day >= bindparam("since"),
    ),
    select(
        t.Contact.local_day,
        case((t.Contact.channel == Channel.EMAIL, "e-mail"), (t.Contact.channel == Channel.SMS, "SMS"), else_="call"),
    ).where(
        t.Contact.customer_id == bindparam("customer"),
        t.Contact.contact_class.in_([spelled(ContactClass.DUNNING), spelled(ContactClass.FORMAL)]),
        t.Contact.state.in_([spelled(state) for state in COUNTED]),
        t.Contact.local_day >= bindparam("since"),
    ),
    select(t.Invoice.done_before_on, literal(_ELSEWHERE)).where(
        t.Invoice.customer_id == bindparam("customer"), t.Invoice.done_before_on >= bindparam("since")
    ),
)
"""A customer's days, here and elsewhere, of the calls and dunning contacts that count against the budget, and how each
was used."""


class Carried(NamedTuple):
    """A step of a case that a contact carried, or tried to."""

    episode: int
    step: str
    live: bool
    channel: Channel
    state: ContactState
    day: dt.date
    settled_at: dt.datetime | None
    policy: str
    version: int


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
    carried = tuple(Carried._make(row) for row in ask(session, _STEPS, about))
    counted = _counted(carried)
    before = [(step, invoice.done_before_on) for step in invoice.done_before or () if invoice.done_before_on]
    steps = [*before, *((one.step, one.day) for one in counted)]
    promise = _promise(session, invoice.id, still.promise, dict(steps)) if still.promise else None
    people, calls, told = _desk(session, invoice.id)
    owed = owed_about(session, episode, promise, case.policy, case.calendar, says_paid=Reason.SAYS_PAID in told)
    facts = Facts(
        due=invoice.due,
        open=invoice.open,
        disputed=Money.from_minor(int(still.disputed), invoice.currency),
        done=_done(session, invoice, counted, case.policy),
        last_contact=max((day for _, day in steps), default=None),
        resumed=case.calendar.local_day(episode.opened_at) if episode.k > 1 else None,
        retry_at=_retry_at([one for one in carried if one.episode == episode.id]),
        contacted=_contacted(session, case.customer.id, _budget_since(case, today)),
        stopped=bool(case.creditor.stopped_at or case.customer.stopped_at),
        hold_until=still.held,
        reply_until=_reply_until(case, still.replied),
        unmatched_until=_unmatched_until(case, still.unmatched),
        bank_told_up_to=still.told_up_to,
        promise=promise,
        notice=_notice(session, invoice.id, still.notice) if still.notice else None,
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
    since = _budget_since(case, today)
    facts = Facts(
        due=case.invoice.due,
        open=case.invoice.open,
        disputed=Money.zero(case.invoice.currency),
        done=_done_before(work.session, case.invoice, case.policy),
        last_contact=case.invoice.done_before_on,
        contacted=tuple(Contacted(day, _ELSEWHERE) for day in lately if day >= since),
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


def _done_before(session: Session, invoice: t.Invoice, policy: Policy) -> tuple[Done, ...]:
    """The steps that were done before the invoice came here, all on one day, placed on the present ladder."""
    day, digest = invoice.done_before_on, invoice.done_before_policy
    if day is None:
        return ()
    old = of_digest(session, digest) if digest and digest != policy.digest else None
    places = {step: carried_over(step, old.names, policy.names) for step in invoice.done_before or ()} if old else {}
    return tuple(Done(step, day, places.get(step)) for step in invoice.done_before or ())


def under(work: Work, case: Case, seen: Seen, policy: Policy) -> Facts:
    """The facts of a case as they would be if another policy took over now. Changes nothing."""
    facts = replace(seen.facts, done=_done(work.session, case.invoice, _counted(seen.carried), policy))
    facts = belong(work, case, facts, policy)
    kept = take_over(seen.facts, case.policy, facts, policy, case.calendar, work.now)
    return replace(facts, not_before=kept)


def _counted(carried: Sequence[Carried]) -> list[Carried]:
    """What the ladder has done. What was owed in writing is no step of it and takes no distance."""
    return [one for one in carried if one.live and one.state in COUNTED and not is_owed(one.step)]


def _done(session: Session, invoice: t.Invoice, counted: Sequence[Carried], policy: Policy) -> tuple[Done, ...]:
    """The steps that were done; one of an older version with its place on the present ladder."""
    here = (
        Done(one.step, one.day, _place(session, one, policy))
        for one in counted
        if not one.step.startswith((BROKEN_PROMISE, BEFORE_DUE))
    )
    return (*_done_before(session, invoice, policy), *here)


def _place(session: Session, one: Carried, policy: Policy) -> int | None:
    if (one.policy, one.version) == (policy.name, policy.version):
        return None
    old = of_version(session, one.policy, one.version)
    return carried_over(one.step, old.names, policy.names) if old else None


def _take_over(work: Work, case: Case, stood: Facts, facts: Facts, counted: Sequence[Carried]) -> Facts:
    """The policy, or the segment that it treats otherwise, has changed since the case was looked at: from now on the
    case stands under what is in force."""
    episode, kept = case.episode, None
    if episode.policy_digest is not None:
        old = of_digest(work.session, episode.policy_digest)
        before = replace(stood, done=_done(work.session, case.invoice, counted, old))
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


def _retry_at(carried: Sequence[Carried]) -> dt.datetime | None:
    """After certain refusals in a row: a minute, doubling up to an hour."""
    refusals = len(list(takewhile(lambda one: one.state is ContactState.RELEASED, reversed(carried))))
    if not refusals or carried[-1].settled_at is None:
        return None
    # Seven doublings are past the longest pause.
    return carried[-1].settled_at + min(_FIRST_RETRY * (1 << min(refusals - 1, 7)), _LONGEST_RETRY)


def _promise(session: Session, invoice: int, promise: int, steps: dict[str, dt.date]) -> Promise | None:
    """A promise, unless a plan took its place: what counts then is whether the plan was kept."""
    row = session.execute(_PROMISE, {"invoice": invoice, "promise": promise}).one()
    if row.replaced:
        return None
    return Promise(
        id=promise,
        pay_by=row.pay_by,
        kept=row.came >= row.minor or row.left == 0,
        reminded=steps.get(f"{BROKEN_PROMISE}-{promise}"),
        missing=Money.from_minor(int(min(max(row.minor - row.came, 0), row.left)), row.currency),
    )


def _notice(session: Session, invoice: int, number: int) -> Notice | None:
    """A formal notice: its clock begins on the day on which it left. One that left without this invoice, which was
    disputed or promised on that day, says nothing of it: a person approves another one, or the ladder goes on."""
    notice = session.get_one(t.FormalNotice, number)
    left = session.execute(
        select(t.Contact.local_day, t.ContactStep.invoice_id)
        .join(t.ContactStep, t.ContactStep.contact_id == t.Contact.id)
        .where(
            t.Contact.customer_id == notice.customer_id,
            t.ContactStep.step == Notice(number).step,
            t.ContactStep.live,
            t.Contact.state.in_(COUNTED),
        )
    ).all()
    if not left:
        return Notice(number)
    about_it = [day for day, named in left if named == invoice]
    return Notice(number, max(about_it) + dt.timedelta(days=notice.days)) if about_it else None


def _desk(session: Session, invoice_id: int) -> tuple[tuple[Person, ...], Calls, set[Reason]]:
    """The people whom the case waits for, the telephone side of it, and the reasons that were given there."""
    rows = ask(session, _DESK, {"invoice": invoice_id})
    people: dict[int, Person] = {}
    open_until: dt.date | None = None
    for row in rows:
        if row.live and row.state is t.TaskState.OPEN:
            if row.kind in (t.TaskKind.CALL, t.TaskKind.OFFER):
                open_until = row.due
            elif row.kind not in t.ASIDE:
                people[row.id] = Person(Awaited(row.kind.value), row.due)
    called = [row for row in rows if row.outcome]
    spoken = [row.local_day for row in called if row.outcome in _SPOKE]
    calls = Calls(
        spoken=bool(spoken),
        spoken_on=max(spoken, default=None),
        unanswered=len({row.local_day for row in called if row.outcome not in _SPOKE}),
        open_until=open_until,
    )
    return tuple(people.values()), calls, {row.reason for row in called if row.reason}


def _ways(customer: t.Customer) -> frozenset[Channel]:
    """By what the customer can be reached at its own addresses."""
    email, phone = customer.profile.get("email"), customer.profile.get("phone")
    known = ((Channel.EMAIL, email), (Channel.SMS, phone and not customer.sms_stopped), (Channel.CALL, phone))
    return frozenset(channel for channel, address in known if address)


def _budget_since(case: Case, today: dt.date) -> dt.date:
    return today - dt.timedelta(days=span_days(case.policy.limits))


def _contacted(session: Session, customer_id: int, since: dt.date) -> tuple[Contacted, ...]:
    rows = ask(session, _CONTACTED, {"customer": customer_id, "since": since})
    return tuple(Contacted(day, how) for day, how in rows)
