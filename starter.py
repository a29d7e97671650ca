#!/usr/bin/env python3
"""The operator's entrance: `python3 starter.py --help` lists what it can do."""

from cobro.environment import enter

if __name__ == "__main__":
    enter(__file__)

    from cobro.cli.app import main

    main()
