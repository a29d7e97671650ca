"""The one step of a payment plan: judging it."""

from __future__ import annotations

from dataclasses import dataclass

from temporalio import activity

from cobro.clock import Clock
from cobro.dunning.contract import PlanLook, PlanRef
from cobro.ledger.ledger import Ledger


@dataclass(frozen=True)
class PlanSteps:
    """The activities of `PaymentPlan`. Blocking: they run on the worker's threads."""

    ledger: Ledger
    clock: Clock

    @activity.defn(no_thread_cancel_exception=True)
    def follow_plan(self, plan: PlanRef) -> PlanLook:
        """See whether the instalments that are due came; a default returns the invoices to the ladder."""
        look, ending = self.ledger.follow_plan(plan, self.clock.now())
        return PlanLook(
            alarm=None if ending or look.at is None else look.at - self.clock.shift,
            ending=ending,
            summary=look.why,
        )
