"""The OpenAPI document: what the bodies look like, with examples that work as they stand."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from cobro.dunning.parties import Customer
from cobro.gateway.billing import KINDS
from cobro.gateway.cloud_events import BATCH, MOST, STRUCTURED
from cobro.gateway.problem import PROBLEM, ProblemSaid

_SCHEMA = {"$ref": f"#/components/schemas/{ProblemSaid.__name__}"}
_FILLED_IN = ("id", "creditor", "kind")
_FOR_CUSTOMER = ("kind", "zone", "language")
"""Fields of a customer that are filled in where they are not given."""

_CUSTOMER = {
    "ref": "C-900",
    "name": "Hotel Mirador, S.L.",
    "email": "pagos@mirador.example",
    "phone": "+34 976 000 111",
    "address": "Calle Mayor 3, 50001 Zaragoza",
    "country": "ES",
    "region": "AR",
}
EXAMPLES: dict[str, dict[str, Any]] = {
    "invoice_announced": {"invoice": "F-901", "amount": "605.00", "currency": "EUR", "issue_on": "2026-12-01"},
    "invoice_issued": {
        "invoice": "F-900",
        "amount": "1210.00",
        "currency": "EUR",
        "customer": _CUSTOMER,
        "issued": "2026-11-02",
        "due": "2026-12-02",
    },
    "invoice_changed": {"invoice": "F-900", "due": "2026-12-16"},
    "payment_received": {"invoice": "F-900", "amount": "500.00", "currency": "EUR", "booked": "2026-11-20"},
    "payment_reversed": {"invoice": "F-900", "payment": "billing/payment_received", "booked": "2026-11-24"},
    "credit_issued": {"invoice": "F-900", "amount": "10.00", "currency": "EUR", "issued": "2026-11-20"},
    "promise_made": {"invoices": ["F-900"], "amount": "300.00", "currency": "EUR", "pay_by": "2026-12-18"},
    "dispute_opened": {"invoice": "F-900", "amount": "200.00", "reason": "goods"},
    "dispute_resolved": {"invoice": "F-900"},
    "hold_placed": {"invoice": "F-900", "until": "2026-12-15"},
    "hold_released": {"invoice": "F-900"},
    "written_off": {"invoice": "F-900", "reason": "no_funds"},
    "cancelled": {"invoice": "F-900"},
}
"""The data of one event of each kind that may be sent."""


def envelope(kind: str, data: dict[str, Any], event_id: str | None = None) -> dict[str, Any]:
    """An event in its CloudEvents form."""
    return {
        "specversion": "1.0",
        "id": event_id or f"billing/{kind}",
        "source": "/billing",
        "type": f"cobro.{kind}",
        "data": data,
    }


def answers_of(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The answers other than success that a route may give, all of one form."""
    said = {
        400: "It cannot be read",
        401: "No key, or one that is not in force",
        403: "The key has not that scope, or the signature is wrong",
        404: "There is nothing here for this key",
        408: "The body did not come",
        409: "The ledger has it otherwise",
        413: "The body is too long",
        415: "Another kind of content was expected",
        422: "It has not the expected form",
        429: "Too many requests; Retry-After says when",
        503: "Not now; nothing was stored, send it again",
    }
    content = {PROBLEM: {"schema": _SCHEMA}}
    return {status: {"description": said[status], "content": content} for status in statuses}


def described_events() -> dict[str, Any]:
    """The body of `POST /v1/events` in its three modes."""
    one = {"oneOf": [{"$ref": f"#/components/schemas/{_schema_name(kind)}"} for kind in KINDS]}
    examples = {kind: {"value": envelope(kind, EXAMPLES[kind])} for kind in KINDS}
    together = [envelope(kind, EXAMPLES[kind], f"billing/batch-{kind}") for kind in ("invoice_issued", "hold_placed")]
    data = {"type": "object", "description": "`data` alone; the attributes are headers ce-id, ce-source, ..."}
    ce = {"required": False, "in": "header", "schema": {"type": "string", "maxLength": 200}}
    headers = [{**ce, "name": f"ce-{name}"} for name in ("specversion", "id", "source", "type")]
    return {
        "security": [{"key": []}],
        "parameters": headers,
        "requestBody": {
            "required": True,
            "content": {
                STRUCTURED: {"schema": one, "examples": examples},
                BATCH: {
                    "schema": {"type": "array", "items": one, "minItems": 1, "maxItems": MOST},
                    "examples": {"together": {"value": together}},
                },
                "application/json": {"schema": data, "examples": {"binary": {"value": EXAMPLES["hold_released"]}}},
            },
        },
    }


def described_json(example: object, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    """A body of JSON of a provider's, described as far as it is read."""
    content = {"schema": {"description": description, **schema}, "examples": {"one": {"value": example}}}
    return {"requestBody": {"required": True, "content": {"application/json": content}}}


def described_form(example: dict[str, str]) -> dict[str, Any]:
    """A form of Twilio's, with the fields that are read."""
    fields = {name: {"type": "string"} for name in example}
    schema = {"type": "object", "properties": fields, "required": ["MessageSid"]}
    content = {"schema": schema, "examples": {"one": {"value": example}}}
    return {"requestBody": {"required": True, "content": {"application/x-www-form-urlencoded": content}}}


def described_multipart(example: dict[str, str]) -> dict[str, Any]:
    """A form with fields and files."""
    fields = {name: {"type": "string"} for name in example}
    content = {"schema": {"type": "object", "properties": fields}, "examples": {"one": {"value": example}}}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": content}}}


def described_file(description: str) -> dict[str, Any]:
    """A file as the body, or several as a form."""
    binary = {"type": "string", "format": "binary"}
    form = {"type": "object", "properties": {"file": {"type": "array", "items": binary}}}
    name = {"name": "name", "in": "query", "required": False, "schema": {"type": "string", "maxLength": 200}}
    content = {"application/octet-stream": {"schema": binary}, "multipart/form-data": {"schema": form}}
    return {
        "security": [{"key": []}],
        "parameters": [{**name, "description": "The file's name, for people"}],
        "requestBody": {"required": True, "description": description, "content": content},
    }


def document(app: FastAPI) -> dict[str, Any]:
    """The whole document of an application."""
    whole: dict[str, Any] = get_openapi(
        title="cobro",
        version=app.version,
        description="Ways in: billing events, files, and what providers and customers say. See docs/api.md.",
        routes=app.routes,
    )
    components = whole.setdefault("components", {})
    components["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer", "description": "`key new` makes one"}}
    schemas = components.setdefault("schemas", {})
    said = ProblemSaid.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= said.pop("$defs", {})
    schemas[ProblemSaid.__name__] = said
    for kind in KINDS:
        schemas |= _schemas_of(kind)
    return whole


def _schema_name(kind: str) -> str:
    return f"cobro.{kind}"


def _schemas_of(kind: str) -> dict[str, Any]:
    """The schema of one kind of event in its envelope, and of what it refers to."""
    data = _without(KINDS[kind].model_json_schema(ref_template="#/components/schemas/{model}"), _FILLED_IN)
    found: dict[str, Any] = data.pop("$defs", {})
    if kind == "invoice_issued":
        known = data["properties"]["customer"]
        customer = Customer.model_json_schema(ref_template="#/components/schemas/{model}")
        found |= customer.pop("$defs", {})
        customer["required"] = [name for name in customer["required"] if name not in _FOR_CUSTOMER]
        found["Customer"] = customer
        data["properties"]["customer"] = {"anyOf": [known, {"$ref": "#/components/schemas/Customer"}]}
    text = {"type": "string", "minLength": 1, "maxLength": 100}
    found[_schema_name(kind)] = {
        "type": "object",
        "title": (KINDS[kind].__doc__ or kind).strip().splitlines()[0],
        "required": ["specversion", "id", "source", "type", "data"],
        "properties": {
            "specversion": {"const": "1.0"},
            "id": {**text, "description": "The event's own id: the same one again changes nothing"},
            "source": {**text, "description": "Which of your systems tells"},
            "type": {"const": f"cobro.{kind}"},
            "time": {"type": "string"},
            "data": data,
        },
    }
    return found


def _without(schema: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    properties = {name: value for name, value in schema["properties"].items() if name not in names}
    required = [name for name in schema.get("required", []) if name not in names]
    return {**schema, "properties": properties, "required": required}
