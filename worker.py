"""The worker process, against any Temporal service: `python3 worker.py`.

Where the service is, is said by Temporal's own settings (`TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, `TEMPORAL_API_KEY`,
profiles); where the ledger is and how messages leave, by `COBRO_...`. Ctrl-C and SIGTERM finish what runs, and leave.
"""

from __future__ import annotations

import logging
import sys

from cobro.environment import enter

if __name__ == "__main__":
    enter(__file__)

from temporalio.service import RPCError

from cobro.cli.mistakes import REFUSED, understood
from cobro.cli.policy_check import policies_in_order
from cobro.house import House, open_house
from cobro.running import reach, run, serve, told_to_stop
from cobro.settings import Settings

_log = logging.getLogger("worker")


async def work(house: House) -> None:
    """Reach Temporal, and serve until told to stop."""
    stop = told_to_stop()
    client = await reach(stop, _log.warning)
    if client is not None:
        _log.info("at work on task queue %s of namespace %s", house.settings.task_queue, client.namespace)
        await serve(client, house, stop)
    _log.info("left")


def main() -> int:
    """Work until told to stop; the exit code is 0 then."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        house = open_house(Settings())
        try:
            for line in policies_in_order(house):
                _log.warning("%s", line)
            run(work(house))
        finally:
            house.close()
    except KeyboardInterrupt:
        return 130
    except (RuntimeError, RPCError) as error:
        _log.error("%s", error)
        return REFUSED
    except Exception as error:
        mistake = understood(error)
        if mistake is None:
            raise
        for line in mistake.lines:
            _log.error("%s", line)
        return mistake.code
    return 0


if __name__ == "__main__":
    sys.exit(main())
