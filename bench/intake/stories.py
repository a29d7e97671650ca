"""What happens to each invoice, as a few events that its senders report: paid, returned, changed, talked about.

However the events of a story come mixed with those of other senders, doubled or late, its end is the same; that is what
makes a sum computed apart possible.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from bench.intake.book import Owing, due_on, euros, particulars
from bench.intake.said import Said, Way
from cobro.dunning.contact import Channel

_SHARES = {
    "_paid": 22,
    "_part_paid": 16,
    "_returned": 24,
    "_overpaid": 8,
    "_credited": 6,
    "_changed": 6,
    "_cancelled": 4,
    "_talked_about": 8,
    "_misdirected": 6,
}
_TOLD_BY: dict[Way, tuple[Callable[[], Iterable[str]], Sequence[str]]] = {
    Way.SENDGRID: (lambda: itertools.chain(["processed"], itertools.repeat("deferred")), ["delivered", "bounce"]),
    # It tells of each stage once.
    Way.TWILIO: (lambda: ["sent", "delivered"], ["read", "undelivered"]),
}
"""What a provider says of a message before the last word, and which words may be the last."""
_MEANS = {
    "processed": "accepted",
    "sent": "accepted",
    "deferred": "delayed",
    "delivered": "delivered",
    "read": "delivered",
    "bounce": "bounced",
    "undelivered": "failed",
}
"""What the providers' words are to the ledger."""
_EARLIER = dt.timedelta(days=8)
_ID = {
    Way.BILLING: "billing-{k}",
    Way.SHOP: "shop-{k}",
    Way.STRIPE: "stripe/pi_{k}",
    Way.SENDGRID: "sendgrid/sg{k}",
    Way.TWILIO: "twilio/SM{message}/{word}",
}
"""How the ledger knows what each of them says."""
_PAYS_BY = (Way.STRIPE, Way.STRIPE, Way.SHOP, Way.SHOP, Way.BILLING)


class Teller:
    """Tells stories; the same for the same seed and day."""

    def __init__(self, rng: random.Random, today: dt.date, contacts: Mapping[str, str]) -> None:
        self._rng = rng
        self._contacts = contacts
        self._today = today
        self._ids = itertools.count(1)
        self._told: list[Said] = []

    def of_known(self, owing: Owing, count: int) -> list[Said]:
        """So many events about an invoice of the book, in the order in which they happened."""
        if owing.channel is not None:
            return self._take(lambda: self._reported(owing, count))
        name = self._rng.choices(list(_SHARES), list(_SHARES.values()))[0]
        tell: Callable[[Owing, int], None] = getattr(self, name)
        return self._take(lambda: tell(owing, count))

    def of_new(self, owing: Owing, count: int) -> list[Said]:
        """So many, two at least, about an invoice that is announced, issued and paid in part."""
        return self._take(lambda: self._issued(owing, count))

    def payment(self, number: str, cents: int, way: Way = Way.SHOP) -> Said:
        """A payment of so many cents."""
        (said,) = self._take(lambda: self._pay(number, cents, way=way))
        return said

    def earlier(self, number: str) -> Said:
        """An invoice falls due earlier than it did: its case's next step moves."""
        due = {"due": (due_on(self._today) - _EARLIER).isoformat()}
        (said,) = self._take(lambda: self._say(Way.BILLING, "invoice_changed", number, due))
        return said

    def _take(self, tell: Callable[[], object]) -> list[Said]:
        self._told = []
        tell()
        return self._told

    def _say(
        self,
        way: Way,
        kind: str,
        number: str,
        data: Mapping[str, Any],
        *,
        after: str | None = None,
        kept: bool = False,
    ) -> str:
        k = next(self._ids)
        said = Said(
            id=_ID[way].format(k=k, message=number.replace("-", ""), word=data.get("word")),
            way=way,
            kind=kind,
            about=number,
            data=data if "invoices" in data or "contact" in data else {"invoice": number, **data},
            after=after,
            kept=kept,
        )
        self._told.append(said)
        return said.id

    def _pay(
        self,
        number: str,
        cents: int,
        *,
        way: Way | None = None,
        currency: str = "EUR",
        after: str | None = None,
        kept: bool = False,
    ) -> str:
        sum_ = {"amount": euros(cents), "currency": currency}
        way = way or self._rng.choice(_PAYS_BY)
        return self._say(way, "payment_received", number, {**sum_, "booked": self._day()}, after=after, kept=kept)

    def _day(self) -> str:
        return self._today.isoformat()

    def _parts(self, cents: int, count: int) -> list[int]:
        """A sum in so many parts."""
        cuts = sorted(self._rng.sample(range(1, cents), count - 1))
        return [b - a for a, b in itertools.pairwise([0, *cuts, cents])]

    def _some(self, cents: int) -> int:
        """A part of a sum, never all of it."""
        return self._rng.randint(cents // 4, cents * 3 // 4)

    def _paid(self, owing: Owing, count: int) -> None:
        for part in self._parts(owing.cents, count):
            self._pay(owing.number, part)

    def _part_paid(self, owing: Owing, count: int) -> None:
        for part in self._parts(self._some(owing.cents), count):
            self._pay(owing.number, part)

    def _overpaid(self, owing: Owing, count: int) -> None:
        for part in self._parts(owing.cents + self._some(owing.cents), count):
            self._pay(owing.number, part)

    def _returned(self, owing: Owing, count: int) -> None:
        """Paid by debits of which the bank takes back every second thing; sometimes it was more than was owed."""
        for _ in range(count // 2):
            payment = self._pay(owing.number, self._rng.choice((owing.cents, self._some(owing.cents))))
            self._reverse(owing.number, payment)
        if count % 2:
            self._pay(owing.number, self._some(owing.cents))

    def _reverse(self, number: str, payment: str) -> None:
        self._say(Way.SHOP, "payment_reversed", number, {"payment": payment, "booked": self._day()}, after=payment)

    def _credited(self, owing: Owing, count: int) -> None:
        credit, *parts = self._parts(owing.cents, count)
        sum_ = {"amount": euros(credit), "currency": "EUR"}
        self._say(Way.BILLING, "credit_issued", owing.number, {**sum_, "issued": self._day()})
        for part in parts:
            self._pay(owing.number, part)

    def _changed(self, owing: Owing, count: int) -> None:
        sum_ = {"amount": euros(owing.cents + self._some(owing.cents)), "currency": "EUR"}
        self._say(Way.BILLING, "invoice_changed", owing.number, sum_)
        for part in self._parts(self._some(owing.cents), count - 1) if count > 1 else ():
            self._pay(owing.number, part)

    def _cancelled(self, owing: Owing, count: int) -> None:
        for part in self._parts(self._some(owing.cents), count - 1) if count > 1 else ():
            self._pay(owing.number, part)
        self._say(Way.BILLING, "cancelled", owing.number, {})

    def _talked_about(self, owing: Owing, count: int) -> None:
        """Nothing of it is money. It comes by one sender, who tells it in its order."""
        soon = (self._today + dt.timedelta(days=10)).isoformat()
        half = {"amount": euros(owing.cents // 2), "currency": "EUR"}
        turns: list[tuple[str, dict[str, Any]]] = [
            ("hold_placed", {"until": soon}),
            ("hold_released", {}),
            ("dispute_opened", {"amount": half["amount"], "reason": "goods"}),
            ("dispute_resolved", {}),
        ]
        if count % 2:
            self._say(Way.SHOP, "promise_made", owing.number, {"invoices": [owing.number], "pay_by": soon, **half})
        for kind, data in itertools.islice(itertools.cycle(turns), count - count % 2):
            self._say(Way.SHOP, kind, owing.number, data)

    def _misdirected(self, owing: Owing, count: int) -> None:
        """One is in another currency, the others name an invoice that nobody has: a person has to see to each."""
        self._pay(owing.number, owing.cents, currency="USD", kept=True)
        for part in self._parts(owing.cents, count - 1) if count > 1 else ():
            self._pay(f"{owing.number}-X", part, kept=True)

    def _reported(self, owing: Owing, count: int) -> None:
        """Its provider tells what became of what was written, and the last report is the one that counts; where it has
        no more to tell, the customer pays some of it."""
        way = Way.SENDGRID if owing.channel is Channel.EMAIL else Way.TWILIO
        first, last = _TOLD_BY[way]
        words = [*itertools.islice(first(), count - 1), self._rng.choice(last)]
        moment = dt.datetime.combine(self._today, dt.time(), tzinfo=dt.UTC)
        about = {"contact": self._contacts[owing.number], "timestamp": int(moment.timestamp())}
        before = None
        for word in words:
            data = {**about, "word": word, "means": _MEANS[word]}
            before = self._say(way, "contact_reported", owing.number, data, after=before)
        if left := count - len(words):
            for part in self._parts(self._some(owing.cents), left):
                self._pay(owing.number, part)

    def _issued(self, owing: Owing, count: int) -> None:
        sum_ = {"amount": euros(owing.cents), "currency": "EUR"}
        if count > 2:
            self._say(Way.BILLING, "invoice_announced", owing.number, {**sum_, "issue_on": self._day()})
        issue = {
            **sum_,
            "customer": particulars(owing.customer),
            "issued": self._day(),
            "due": due_on(self._today).isoformat(),
        }
        issued = self._say(Way.BILLING, "invoice_issued", owing.number, issue)
        later = count - 1 - (count > 2)
        for part in self._parts(self._some(owing.cents), later) if later else ():
            self._pay(owing.number, part, after=issued)
