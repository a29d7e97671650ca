"""A worker of this house on a Temporal client: what is registered, with which limits, converter and sandbox."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from temporalio.api.enums.v1 import IndexedValueType
from temporalio.api.operatorservice.v1 import AddSearchAttributesRequest, ListSearchAttributesRequest
from temporalio.client import Client
from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.envconfig import ClientConfig
from temporalio.plugin import SimplePlugin
from temporalio.service import RPCError
from temporalio.worker import Interceptor, Worker
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

from activities.case_steps import CaseSteps
from activities.clock import ActivityClock
from activities.plan_steps import PlanSteps
from cobro.house import House
from workflows.attributes import ALL
from workflows.collection import InvoiceCollection
from workflows.plan import PaymentPlan

_log = logging.getLogger(__name__)

WORKFLOWS = (InvoiceCollection, PaymentPlan)
_ACTIVITY_THREADS = 16
_LEAVE_WITHIN = dt.timedelta(seconds=45)


def plugin() -> SimplePlugin:
    """Converter and sandbox, the same for client, worker and replayer."""
    # Whatever is not passed through is loaded anew for each run.
    passed = ("cobro.dunning", "activities", "pydantic", "workflows.attributes")
    restrictions = SandboxRestrictions.default.with_passthrough_modules(*passed)
    return SimplePlugin(
        "cobro",
        data_converter=pydantic_data_converter,
        workflow_runner=SandboxedWorkflowRunner(restrictions=restrictions),
    )


async def connect(default_address: str = "127.0.0.1:7233", *, own: bool = False) -> Client:
    """Connect by Temporal's own settings (`TEMPORAL_ADDRESS`, profiles); `own` ignores them for a server of ours."""
    if own:
        return await Client.connect(default_address, plugins=[plugin()])
    config = ClientConfig.load_client_connect_config()
    config.setdefault("target_host", default_address)
    return await Client.connect(**config, plugins=[plugin()])


async def ensure_attributes(client: Client) -> None:
    """Register the search attributes where the service lets us; a service that does not is told of in the log."""
    try:
        listed = await client.operator_service.list_search_attributes(
            ListSearchAttributesRequest(namespace=client.namespace)
        )
        kinds = {
            key.name: IndexedValueType.ValueType(key.indexed_value_type)
            for key in ALL
            if key.name not in listed.custom_attributes
        }
        if kinds:
            await client.operator_service.add_search_attributes(
                AddSearchAttributesRequest(namespace=client.namespace, search_attributes=kinds)
            )
    except RPCError as error:
        names = ", ".join(key.name for key in ALL)
        _log.warning("the search attributes %s could not be registered: %s", names, error.status.name)


def make_worker(
    client: Client,
    house: House,
    shift: dt.timedelta = dt.timedelta(0),
    interceptors: Sequence[Interceptor] = (),
) -> Worker:
    """A worker of everything, on the house's task queue. `shift` is the calendar of a rehearsal."""
    clock = ActivityClock(shift)
    steps = CaseSteps(house.ledger, house.render, house.ways, house.deliver, clock)
    plans = PlanSteps(house.ledger, clock)
    return Worker(
        client,
        task_queue=house.settings.task_queue,
        workflows=list(WORKFLOWS),
        activities=[
            steps.send_email,
            steps.send_sms,
            steps.open_call,
            steps.ask_decision,
            steps.hand_over,
            steps.look,
            steps.record,
            plans.follow_plan,
        ],
        activity_executor=ThreadPoolExecutor(_ACTIVITY_THREADS, thread_name_prefix="activity"),
        interceptors=interceptors,
        max_concurrent_activities=_ACTIVITY_THREADS,
        max_concurrent_workflow_tasks=16,
        graceful_shutdown_timeout=_LEAVE_WITHIN,
    )
