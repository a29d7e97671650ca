"""What can be checked of `deploy/` without a container engine: that it names what is there, and all of it."""

from __future__ import annotations

import re
import shlex

import pytest
import yaml
from typer.testing import CliRunner

from cobro.cli.app import app
from cobro.settings import ROOT, Settings
from tests.architecture.imports import OURS

_DEPLOY = ROOT / "deploy"


def test_the_image_has_everything_that_runs_and_the_build_sees_it() -> None:
    lines = (_DEPLOY / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = [source for line in lines if line.startswith("COPY ") for source in shlex.split(line)[1:-1]]
    ignored = (_DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()

    assert {"requirements.lock", "policies", "templates", *(_source(name) for name in OURS)} == set(copied)
    assert all((ROOT / source).exists() for source in copied)
    assert {line.removeprefix("!") for line in ignored if line.startswith("!")} == set(copied)


def test_the_example_of_the_settings_names_every_setting_and_no_other() -> None:
    text = (_DEPLOY / "worker.env.example").read_text(encoding="utf-8")
    prefix = Settings.model_config["env_prefix"]

    assert set(re.findall(rf"^#?({prefix}\w+)=", text, re.MULTILINE)) == {
        f"{prefix}{name}".upper() for name in Settings.model_fields
    }


@pytest.mark.parametrize("service", ["migrate", "worker"])
def test_the_services_start_what_there_is(service: str) -> None:
    compose = yaml.safe_load((_DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    given = compose["services"][service]

    assert (_DEPLOY / given["build"]["context"] / given["build"]["dockerfile"]).is_file()
    assert (_DEPLOY / f"{given['env_file']}.example").is_file()
    assert set(given["depends_on"]) <= set(compose["services"])
    if command := given.get("command"):
        assert command[:2] == ["python", "starter.py"]
        assert CliRunner().invoke(app, [*command[2:], "--help"]).exit_code == 0


def _source(module: str) -> str:
    return module if (ROOT / module).is_dir() else f"{module}.py"
