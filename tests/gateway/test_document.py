"""The OpenAPI document: its examples work as they stand, and whatever it lets one send is answered as it says."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]

from cobro.gateway.documents import EXAMPLES
from cobro.settings import ROOT
from tests.gateway.conftest import HandClock, Open
from tests.gateway.served import Served
from tests.gateway.test_mail_in import BOUNDARY, multipart
from tests.gateway.test_sendgrid_events import PUBLIC as SENDGRID_KEY
from tests.gateway.test_sendgrid_events import headers_of
from tests.gateway.test_stripe import SECRET, signed
from tests.ledger.builders import EBRO

TOKEN, PUBLIC = "12345", "https://cobro.example"
_SETTINGS = {
    "stripe_secrets": {EBRO: [SECRET]},
    "sendgrid_event_key": SENDGRID_KEY,
    "twilio_auth_token": TOKEN,
    "public_url": PUBLIC,
}
_ALL = ("events", "files", "read", "inbound")


def bodies(operation: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Every example of a body, with its kind of content."""
    for kind, content in operation.get("requestBody", {}).get("content", {}).items():
        for example in content.get("examples", {}).values():
            yield kind, example["value"]


def sendable(kind: str, value: Any, path: str, clock: HandClock) -> tuple[bytes, dict[str, str]]:
    """A body and its headers, signed where a provider signs."""
    if kind == "multipart/form-data":
        return multipart(value), {"Content-Type": f"{kind}; boundary={BOUNDARY}"}
    if kind == "application/x-www-form-urlencoded":
        signature = RequestValidator(TOKEN).compute_signature(PUBLIC + path, value)
        return urlencode(value).encode(), {"Content-Type": kind, "X-Twilio-Signature": signature}
    content = json.dumps(value).encode()
    headers = {"Content-Type": kind}
    if kind == "application/json" and path == "/v1/events":
        attributes = {"specversion": "1.0", "id": "b-1", "source": "/b", "type": "cobro.hold_released"}
        headers |= {f"ce-{name}": said for name, said in attributes.items()}
    if "stripe" in path:
        headers |= signed(content, clock)
    if "sendgrid" in path:
        headers |= headers_of(content, int(clock.now().timestamp()))
    return content, headers


def test_every_example_works(opened: Open, clock: HandClock) -> None:
    gateway = opened(**_SETTINGS)
    key = gateway.key(*_ALL)
    paths = gateway.get("/openapi.json").json["paths"]
    sent = 0

    for template, operations in paths.items():
        path = template.replace("{creditor}", EBRO).replace("{key}", key)
        for kind, value in bodies(operations.get("post", {})):
            content, headers = sendable(kind, value, path, clock)
            got = gateway.send("POST", path, content, headers, key)
            assert got.status in (200, 202), (template, kind, got.body)
            sent += 1

    assert sent >= len(EXAMPLES) + 6


def test_every_address_is_in_the_page_for_people(gateway: Served) -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")

    for template, operations in gateway.get("/openapi.json").json["paths"].items():
        plain = template.replace("_path", "").replace("event_id", "id").replace(":path", "")
        for method in operations:
            assert f"{method.upper()} {plain}" in page


CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "missing_required_header",
    "unsupported_method",
    "ignored_auth",
)


@pytest.mark.parametrize(
    ("phases", "seconds", "has_key"),
    [("examples,coverage", 10, True), ("fuzzing", 8, True), ("coverage,fuzzing", 4, False)],
    ids=["coverage", "fuzzing", "without a key"],
)
def test_whatever_the_document_allows_is_answered_as_it_says(
    opened: Open, tmp_path: Path, phases: str, seconds: int, has_key: bool
) -> None:
    gateway = opened(rate_per_key=10_000, rate_per_address=10_000, accept_unsigned="stripe,sendgrid,twilio")
    key = gateway.key(*_ALL) if has_key else "ck_nobody"
    parameters = {"path.key": key, "path.creditor": EBRO, "path.event_id": "stripe/evt_1", "path.number": "F-1"}
    lines = [f"{json.dumps(name)} = {json.dumps(value)}" for name, value in parameters.items()]
    (tmp_path / "schemathesis.toml").write_text("\n".join(["[parameters]", *lines]), encoding="utf-8")
    program = Path(sys.executable).with_name("schemathesis")

    ended = subprocess.run(
        [
            *(str(program), "run", f"http://127.0.0.1:{gateway.port}/openapi.json"),
            *("--header", f"Authorization:Bearer {key}", "--checks", ",".join(CHECKS)),
            *(
                "--phases",
                phases,
                "--max-time",
                str(seconds),
                "--seed",
                "1",
                "--no-color",
                "--generation-database",
                "none",
            ),
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

    assert ended.returncode == 0, ended.stdout[-8000:] + ended.stderr
    assert "generated" in ended.stdout
