"""The operator's entrance: `python starter.py --help` lists what it can do."""

from cobro.cli.app import main

if __name__ == "__main__":
    main()
