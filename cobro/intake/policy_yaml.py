"""The ladder, as a YAML file."""

from __future__ import annotations

from pathlib import Path

from cobro.dunning.policy import Policy
from cobro.intake.yaml_file import read_yaml


def read_policy(path: Path) -> Policy:
    """The policy from a YAML file.

    Raises:
        BadInput: the file has problems; all of them.
    """
    return read_yaml(path, Policy)
