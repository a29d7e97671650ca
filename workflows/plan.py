"""`PaymentPlan`: the instalments of an agreed plan, followed until it is completed or in default."""

from contextlib import suppress
from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from activities.plan_steps import PlanSteps
    from cobro.dunning.contract import PlanLook, PlanRef

_ONE_TRY = timedelta(minutes=1)
_RETRIES = RetryPolicy(initial_interval=timedelta(seconds=5), maximum_interval=timedelta(minutes=5))


@workflow.defn
class PaymentPlan:
    """One payment plan; returns how it ended (`completed`, `defaulted`, `cancelled`)."""

    @workflow.init
    def __init__(self, plan: PlanRef) -> None:
        self._plan = plan
        self._woken = False

    @workflow.run
    async def run(self, plan: PlanRef) -> str:
        while True:
            self._woken = False
            look = await self._look()
            workflow.set_current_details(look.summary)
            if look.ending is not None:
                return look.ending
            left = (look.alarm or workflow.now()) - workflow.now()
            if left > timedelta(0):
                with suppress(TimeoutError):
                    await workflow.wait_condition(lambda: self._woken, timeout=left, timeout_summary=look.summary)

    async def _look(self) -> PlanLook:
        return await workflow.execute_activity_method(
            PlanSteps.follow_plan, self._plan, start_to_close_timeout=_ONE_TRY, retry_policy=_RETRIES
        )

    @workflow.signal(description="The ledger has news: look again. For the relay.")
    def wake(self) -> None:
        self._woken = True
