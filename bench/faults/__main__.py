"""`python -m bench.faults`; see `command`. The processes of the experiment load this file too."""

from __future__ import annotations

if __name__ == "__main__":
    from bench.faults.command import main

    main()
