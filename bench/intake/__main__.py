"""`python -m bench.intake`; see `command`. The senders' processes load this file too: nothing else is wanted there."""

from __future__ import annotations

if __name__ == "__main__":
    from bench.intake.command import main

    main()
