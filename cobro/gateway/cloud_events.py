"""CloudEvents 1.0 over HTTP in its three modes: structured, batched, and binary (headers `ce-...`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

from starlette.datastructures import Headers

from cobro.gateway.billing import KINDS, Sent, Unfit, read_event
from cobro.gateway.problem import Flaw, Refusal, unfit
from cobro.gateway.strict_json import read_json
from cobro.ledger.receiving import Arrival

STRUCTURED = "application/cloudevents+json"
BATCH = "application/cloudevents-batch+json"
MOST = 500
"""Events in one batch."""
_PREFIX = "cobro."
_NAME = re.compile(r"[a-z0-9]{1,64}")
_TOLD = 100
"""Flaws that are told of one request; the first hundred are enough to mend it."""
_TEXTS = ("subject", "time", "dataschema", "datacontenttype")


@dataclass(frozen=True, slots=True)
class Came:
    """What one request carried. A batch is answered by a list."""

    arrivals: list[Arrival]
    is_batch: bool


def read_request(headers: Headers, content: bytes, sent: Sent) -> Came:
    """The events of a request, all or none.

    Raises:
        Refusal: another kind of content (415), no JSON (400), or flaws in an event (422).
    """
    kind, charset = _content_type(headers.get("content-type", ""))
    if charset not in (None, "utf-8"):
        raise _other_content()
    if kind == BATCH:
        return Came(_read_batch(read_json(content), sent), True)
    if kind == STRUCTURED:
        envelope = read_json(content)
    elif kind == "application/json" and "ce-specversion" in headers:
        envelope = {**_from_headers(headers), "data": read_json(content)}
    else:
        raise _other_content()
    try:
        return Came([_read(envelope, sent)], False)
    except Unfit as problem:
        raise unfit(problem.flaws) from None


def _read_batch(envelopes: Any, sent: Sent) -> list[Arrival]:
    if not isinstance(envelopes, list) or not 1 <= len(envelopes) <= MOST:
        came = f"{len(envelopes)} events" if isinstance(envelopes, list) else "no list"
        raise unfit([Flaw("", f"a list of 1 to {MOST} events", came)])
    arrivals, flaws = [], []
    for index, envelope in enumerate(envelopes):
        try:
            arrivals.append(_read(envelope, sent))
        except Unfit as problem:
            flaws += [flaw.at(index) for flaw in problem.flaws]
    if flaws:
        raise unfit(flaws[:_TOLD])
    return arrivals


def _read(envelope: Any, sent: Sent) -> Arrival:
    if not isinstance(envelope, dict):
        raise Unfit([Flaw("", "an object", envelope)])
    flaws = [Flaw(name, "no such attribute") for name in envelope if not _NAME.fullmatch(name)]
    if envelope.get("specversion") != "1.0":
        flaws.append(Flaw("specversion", "1.0", envelope.get("specversion")))
    flaws += [
        Flaw(name, "a text that is not empty", envelope.get(name))
        for name in ("id", "source")
        if not isinstance(envelope.get(name), str) or not envelope[name]
    ]
    flaws += [
        Flaw(name, "a text", envelope[name])
        for name in _TEXTS
        if envelope.get(name) is not None and not isinstance(envelope[name], str)
    ]
    kind = _kind(envelope.get("type"))
    if kind is None:
        known = ", ".join(f"{_PREFIX}{each}" for each in KINDS)
        flaws.append(Flaw("type", f"one of {known}", envelope.get("type")))
    data = envelope.get("data")
    if not isinstance(data, dict):
        flaws.append(Flaw("data", "an object", data))
    if flaws or kind is None or not isinstance(data, dict):
        raise Unfit(flaws)
    return read_event(kind, envelope["id"], data, sent)


def _kind(type_: object) -> str | None:
    kind = type_.removeprefix(_PREFIX) if isinstance(type_, str) and type_.startswith(_PREFIX) else ""
    return kind if kind in KINDS else None


def _from_headers(headers: Headers) -> Mapping[str, Any]:
    names = {name for name in headers if name.startswith("ce-")}
    twice = [Flaw(name, "one header") for name in sorted(names) if len(headers.getlist(name)) > 1]
    if twice:
        raise unfit(twice)
    # Attributes travel percent-encoded in headers.
    return {name.removeprefix("ce-"): unquote(headers[name]) for name in names}


def _content_type(text: str) -> tuple[str, str | None]:
    header = Message()
    header["content-type"] = text.replace("\r", "").replace("\n", "")
    charset = header.get_param("charset")
    return header.get_content_type(), charset.lower() if isinstance(charset, str) else None


def _other_content() -> Refusal:
    expected = f"{STRUCTURED}, {BATCH}, or application/json with headers ce-..., in UTF-8"
    return Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Content-Type: expected {expected}")
