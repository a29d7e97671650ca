"""The creditor's own people: who collects from whom, what they are told, which letters they have read."""

from __future__ import annotations

import datetime as dt

from cobro.dunning.contact import NotActed, Outcome
from cobro.dunning.digest import Digest
from cobro.ledger import collectors, digests, languages
from cobro.ledger.queries.digest import morning_digest
from cobro.ledger.transactions import SYSTEM, Transactions


class PeopleLedger(Transactions):
    """Collectors, digests, and the languages that somebody has reviewed."""

    def assign(
        self, creditor: str, customer: str, to: str, now: dt.datetime, *, who: str, whole: bool = False
    ) -> collectors.Assigned:
        """Give a customer to a named collector, from now on; raises `applying.Refused`. See `collectors.assign`."""
        return self._do(now, who, lambda work: collectors.assign(work, creditor, customer, to, whole=whole))

    def review_language(self, creditor: str, language: str, digest: str, now: dt.datetime, *, who: str) -> None:
        """Write down that somebody was shown all letters of a language; see `languages.review_language`."""
        self._do(now, who, lambda work: languages.review_language(work, creditor, language, digest))

    def digest(self, creditor: str, now: dt.datetime, day: dt.date | None = None) -> Digest:
        """What a creditor's people are told on a day, today if not said, from what is known now. Changes nothing."""
        with self.reading() as session:
            return morning_digest(session, creditor, self._rules, now, day)

    def due_digests(self, now: dt.datetime, grace: dt.timedelta) -> list[digests.DueDigest]:
        """Whose digest may leave now; `grace` is how long after a claim somebody may still be sending."""
        with self.reading() as session:
            return list(digests.due_digests(session, self._rules, now, grace))

    def claim_digest(self, due: digests.DueDigest, contact: str, digest: str | None, now: dt.datetime) -> bool:
        """Claim a try of a day's digest; see `digests.claim_digest`. Send it after this returns True, and not else."""
        return self._do(now, SYSTEM, lambda work: digests.claim_digest(work, due, contact, digest))

    def settle_digest(
        self, due: digests.DueDigest, contact: str, outcome: Outcome | NotActed, now: dt.datetime
    ) -> None:
        """Write down what came of a try of a digest."""
        self._do(now, SYSTEM, lambda work: digests.settle_digest(work, due, contact, outcome))
