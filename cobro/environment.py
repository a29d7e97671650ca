"""Running in the project's own environment, whichever Python was typed. Standard library only."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path


def enter(script: str) -> None:
    """Start a script of the project again with `.venv`'s Python, if this one lacks what the project runs on."""
    if importlib.util.find_spec("temporalio") is not None:
        return
    python = Path(script).resolve().parent / ".venv" / "bin" / "python"
    if not python.exists():
        sys.exit("cobro is not installed yet: 'make demo' does it, and shows what cobro does")
    os.execv(python, [str(python), *sys.argv])
