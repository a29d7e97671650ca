"""An e-mail that came in, as it is read: from the whole message, or from the fields that SendGrid made of it."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.parser import BytesHeaderParser, HeaderParser
from email.policy import compat32, default
from email.utils import parseaddr

from cobro.gateway.forms import Form
from cobro.gateway.plain_text import plain, text_of_html
from cobro.ledger.papers import NewPaper

LONGEST_TEXT = 20_000
_LONGEST_FIELD = 1_000
_MOST = 64_000
"""Bytes of a whole message in which its words are looked for: they stand before what is attached, and the parser takes
seconds for the same length of made-up parameters."""


@dataclass(frozen=True, slots=True)
class LetterIn:
    """What came. `headers` has the last of each name, in small letters; `sender` is an address alone."""

    headers: Mapping[str, str]
    sender: str
    to: str
    subject: str
    text: str
    envelope_from: str | None
    """Who handed it to the mail system; empty for a bounce, None where it is not told."""
    spf: str
    dkim: str
    paper: NewPaper


def read_letter(form: Form) -> LetterIn:
    """The e-mail of a post of SendGrid's Inbound Parse. Whatever it looks like, it is read as far as it can be."""
    raw = form.fields.get("email")
    said = {name: _decoded(form, name) for name in form.fields if name != "email"}
    if raw is not None:
        message = BytesHeaderParser(policy=compat32).parsebytes(raw[:_MOST], headersonly=True)
        text, paper = _body_of(raw[:_MOST]), NewPaper("message.eml", "message/rfc822", raw)
        headers = _headers_of(message)
    else:
        headers = _headers_of(HeaderParser(policy=compat32).parsestr(said.get("headers", ""), headersonly=True))
        text = said.get("text") or text_of_html(said.get("html", ""))
        paper = NewPaper("message.json", "application/json", _as_json(form, said))
    return LetterIn(
        headers=headers,
        sender=_address(said.get("from") or headers.get("from", "")),
        to=plain(said.get("to") or headers.get("to", ""), _LONGEST_FIELD),
        subject=plain(said.get("subject") or headers.get("subject", ""), _LONGEST_FIELD).replace("\n", " "),
        text=plain(text, LONGEST_TEXT),
        envelope_from=_envelope_from(said.get("envelope", "")),
        spf=said.get("SPF", "").strip().lower(),
        dkim=said.get("dkim", "").strip().lower(),
        paper=paper,
    )


def _address(field: str) -> str:
    try:
        return plain(parseaddr(field[: 2 * _LONGEST_FIELD])[1], _LONGEST_FIELD)
    except RecursionError:  # brackets in brackets
        return ""


def _headers_of(message: Message) -> dict[str, str]:
    return {name.lower(): " ".join(str(value).split()) for name, value in message.items()}


def _body_of(raw: bytes) -> str:
    """The words of a whole message: its plain text, else what a reader sees of its page."""
    try:
        message = message_from_bytes(raw, policy=default)
        assert isinstance(message, EmailMessage)
        part = message.get_body(("plain", "html"))
        content = str(part.get_content()) if part is not None else ""
    except Exception:
        # The parser trips in many ways over what is no proper mail. The paper has it, byte for byte.
        return ""
    return text_of_html(content) if part is not None and part.get_content_subtype() == "html" else content


def _decoded(form: Form, name: str) -> str:
    """A field in the encoding that `charsets` tells for it."""
    try:
        told = json.loads(form.fields.get("charsets", b"{}")).get(name, "utf-8")
        return form.fields[name].decode(told)
    except (ValueError, LookupError, AttributeError, TypeError):
        return form.fields[name].decode("utf-8", "replace")


def _envelope_from(envelope: str) -> str | None:
    try:
        found = json.loads(envelope).get("from")
    except (ValueError, AttributeError, RecursionError):
        return None
    return found.strip() if isinstance(found, str) else None


def _as_json(form: Form, said: Mapping[str, str]) -> bytes:
    attached = [
        {"name": each.name, "type": each.media_type, "content": base64.b64encode(each.content).decode()}
        for each in form.files
    ]
    return json.dumps({"fields": dict(said), "attachments": attached}, ensure_ascii=True).encode()
