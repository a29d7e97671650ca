"""A process that serves until it is told to stop: signals, the way to Temporal, worker and relay, leaving cleanly."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import gc
import logging
import re
import signal
from asyncio import FIRST_COMPLETED
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

from sqlalchemy.exc import SQLAlchemyError
from temporalio.client import Client
from temporalio.envconfig import ClientConfig
from temporalio.runtime import LoggingConfig, Runtime, TelemetryConfig, TelemetryFilter
from temporalio.worker import Interceptor

from cobro.clock import MachineClock
from cobro.house import House
from cobro.relay.applier import Applier
from cobro.relay.bell import Bell
from cobro.relay.digests import Digests
from cobro.relay.look_ups import LookUps
from cobro.relay.relay import Relay
from cobro.serving import connect, ensure_attributes, make_worker

T = TypeVar("T")

_log = logging.getLogger(__name__)
_DEFAULT_ADDRESS = "127.0.0.1:7233"
_LAST_PAUSE = 0.2
_PATIENCE = 1.0
_LONGEST_PAUSE = 30.0
_REASON = re.compile(r'(?:message|error): "([^"]+)"')


class BadConnection(ValueError):
    """Temporal's own settings (`TEMPORAL_...`, its configuration file) cannot be read."""


def run(main: Coroutine[Any, Any, T]) -> T:
    """Run to the end. The last pause lets the SDK's threads leave before the interpreter, which else may abort."""

    async def whole() -> T:
        try:
            return await main
        finally:
            await asyncio.sleep(_LAST_PAUSE)

    return asyncio.run(whole())


def hush_engine() -> None:
    """Let the SDK's engine tell of errors only, for a terminal: that Temporal is away is said by the relay, once."""
    filters = TelemetryFilter(core_level="ERROR", other_level="ERROR")
    telemetry = TelemetryConfig(logging=LoggingConfig(filter=filters))
    Runtime.set_default(Runtime(telemetry=telemetry), error_if_already_set=False)


def told_to_stop() -> asyncio.Event:
    """Set by Ctrl-C and by SIGTERM. A second Ctrl-C, a second later or more, does not wait for anything."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def told() -> None:
        if not stop.is_set():
            stop.set()
            # Not at once: whoever starts us may send one Ctrl-C twice, to us and to our group.
            loop.call_later(_PATIENCE, loop.remove_signal_handler, signal.SIGINT)

    for kind in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(kind, told)
        except NotImplementedError:  # Windows has no handlers in the loop
            signal.signal(kind, lambda *_: loop.call_soon_threadsafe(stop.set))
    return stop


def configured_address() -> str | None:
    """Where Temporal's own settings say that the service is; None where they say nothing.

    Raises:
        BadConnection: the settings cannot be read.
    """
    try:
        return ClientConfig.load_client_connect_config().get("target_host")
    except (RuntimeError, ValueError, OSError) as error:
        raise BadConnection(f"Temporal's settings cannot be read: {_first_line(error)}") from None


async def reach(stop: asyncio.Event, tell: Callable[[str], None]) -> Client | None:
    """Connect by Temporal's own settings, again and again until it answers; None when told to stop meanwhile."""
    address = configured_address() or _DEFAULT_ADDRESS
    pause = 1.0
    while not stop.is_set():
        connecting = asyncio.ensure_future(connect())
        await _first_of(connecting, stop)
        if not connecting.done():
            connecting.cancel()
            return None
        error = connecting.exception()
        if error is None:
            return connecting.result()
        if not isinstance(error, RuntimeError | OSError):
            raise error
        tell(f"Temporal at {address} does not answer ({_first_line(error)}); trying again in {pause:.0f} s")
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), pause)
        pause = min(pause * 2, _LONGEST_PAUSE)
    return None


async def serve(
    client: Client,
    house: House,
    stop: asyncio.Event,
    news: Bell | None = None,
    *,
    shift: dt.timedelta = dt.timedelta(0),
    interceptors: Sequence[Interceptor] = (),
) -> None:
    """Work until told to stop; then finish the steps that run, and return. `news` rings when something was received.

    `shift` is business time less machine time, zero but in an experiment; `interceptors` are the worker's.
    """
    await ensure_attributes(client)
    clock, outgoing, incoming = MachineClock(shift), Bell(), news or Bell()
    relay = Relay(house.ledger, client, clock, house.settings.task_queue)
    applier = Applier(house.ledger, clock, outgoing)
    look_ups = LookUps(house.ledger, house.ways, clock, outgoing)
    async with make_worker(client, house, shift, interceptors):
        # What was loaded stays: a collection that looks through all of it holds everybody up for a quarter of a second.
        gc.collect()
        gc.freeze()
        loops = [
            asyncio.ensure_future(_again("relay", lambda: relay.run(stop, outgoing), stop)),
            asyncio.ensure_future(_again("intake", lambda: applier.run(stop, incoming), stop)),
            asyncio.ensure_future(_again("look-ups", lambda: look_ups.run(stop), stop)),
        ]
        if house.settings.digests:
            digests = Digests(house.ledger, clock, house.write_digest, house.mail)
            loops.append(asyncio.ensure_future(_again("digests", lambda: digests.run(stop), stop)))
        try:
            await asyncio.wait([*loops, told := asyncio.ensure_future(stop.wait())], return_when=FIRST_COMPLETED)
            told.cancel()
            # A request that is on its way to a Temporal that is away would hold us for long. It stays in the outbox.
            await asyncio.wait(loops, timeout=_PATIENCE)
        finally:
            for loop in loops:
                loop.cancel()
            ended = await asyncio.gather(*loops, return_exceptions=True)
        for outcome in ended:
            if isinstance(outcome, Exception):
                raise outcome


async def _again(what: str, run: Callable[[], Coroutine[Any, Any, None]], stop: asyncio.Event) -> None:
    while not stop.is_set():
        try:
            await run()
        except SQLAlchemyError as error:
            _log.warning("%s: the ledger's database does not answer (%s); trying again", what, type(error).__name__)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), 5.0)


async def _first_of(work: asyncio.Future[Any], stop: asyncio.Event) -> None:
    told = asyncio.ensure_future(stop.wait())
    await asyncio.wait({work, told}, return_when=asyncio.FIRST_COMPLETED)
    told.cancel()


def _first_line(error: BaseException) -> str:
    text = str(error).strip() or type(error).__name__
    reasons = _REASON.findall(text)  # the SDK nests what the network said deep in names of its own
    return str(reasons[-1] if reasons else text.splitlines()[0])[:200]
