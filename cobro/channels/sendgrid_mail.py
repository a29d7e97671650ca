"""E-mail through SendGrid: the stored letter in SendGrid's own form, and its answers in ours.

Facts about the service and its SDK were tried against the SDK or read in its documentation; see the comments.
"""

from __future__ import annotations

import base64
import datetime as dt
import email
import http.client
import json
import logging
import re
import ssl
from collections.abc import Callable, Mapping
from email.headerregistry import Address
from email.message import EmailMessage, MIMEPart
from email.policy import default
from typing import Any
from urllib.error import URLError

from python_http_client.exceptions import HTTPError
from sendgrid import SendGridAPIClient

from cobro.channels.rate import TokenBucket, asked_wait
from cobro.channels.way import Way
from cobro.dunning.contact import Accepted, Evidence, Message, Outcome, Refusal, Refused, Unclear

_CARRIED = ("Message-ID", "In-Reply-To", "References", "Auto-Submitted", "List-Unsubscribe", "List-Unsubscribe-Post")
"""Headers of the stored letter that a reader's program acts on. The others stay with us."""

_CONNECTS = {http.client.HTTPConnection.connect.__code__, http.client.HTTPSConnection.connect.__code__}
_FIELD = re.compile(r"[a-z_]+(\.([a-z_]+|\d{1,3}))*")
_OF_RECIPIENT = re.compile(r"(personalizations\.\d+\.)?to(\..+)?")


class SendGridMail(Way):
    """Sends e-mail with a key of SendGrid that may send (`mail.send`).

    `timeout_seconds` bounds each wait on the line, not the whole call. The contact's id is the only metadata that
    SendGrid gets, since it keeps metadata for long and cannot erase it; clicks and openings are not followed. What
    SendGrid took it calls "queued": whether it arrived, its events tell. There is no look-up; `grace` is for a try
    that is still running to report its own answer, before its message counts as unknown.

    Raises:
        ValueError: the key is empty, or could not travel in a header.
    """

    keeps_what_it_took = False

    def __init__(
        self,
        api_key: str,
        *,
        host: str = "https://api.sendgrid.com",
        timeout_seconds: float = 10,
        grace: dt.timedelta = dt.timedelta(minutes=5),
        rate: TokenBucket | None = None,
        now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    ) -> None:
        # The SDK would look for another key in the environment, or print this one in an error of its own.
        if not api_key or not api_key.isascii() or not api_key.isprintable() or " " in api_key:
            raise ValueError("the SendGrid key is empty or contains a character that no key has")
        self.grace = grace
        self._api_key = api_key
        self._host = host
        self._timeout_seconds = timeout_seconds
        self._rate = rate
        self._now = now
        # At this level the SDK logs whole letters.
        logging.getLogger("python_http_client.client").setLevel(logging.INFO)

    def send(self, message: Message) -> Outcome:
        letter = email.message_from_bytes(message.content, policy=default)
        request = _request(message, letter)
        if not request["content"] or not request["from"]:
            return Refused(Refusal.CONFIGURATION, "the stored letter has no sender or no text")
        if self._rate:
            self._rate.take()
        # One client a call: the SDK keeps the headers of a request in a dictionary that all its calls share.
        client = SendGridAPIClient(self._api_key, host=self._host)
        client.client.timeout = self._timeout_seconds
        try:
            response = client.send(request)
        except HTTPError as error:
            return _refused(error.status_code, error.headers, error.body, self._now())
        except (OSError, http.client.HTTPException) as fault:
            return _fault(fault)
        return _taken(message, response.status_code, response.headers, response.body)

    def look_up(self, message: Message) -> Evidence:
        return Unclear("SendGrid keeps no look-up")


def _request(message: Message, letter: EmailMessage) -> dict[str, Any]:
    senders, repliers = _addresses(letter, "From"), _addresses(letter, "Reply-To")
    names = [address.display_name for address in _addresses(letter, "To") if address.addr_spec == message.to]
    plain, html = letter.get_body(("plain",)), letter.get_body(("html",))
    # SendGrid refuses a text without characters, and HTML that stands before the plain text.
    texts = [("text/plain", _text(plain)), ("text/html", _text(html))]
    request: dict[str, Any] = {
        "from": _person(senders[0]) if senders else None,
        "personalizations": [{"to": [_recipient(message.to, names[0] if names else "")]}],
        "subject": str(letter["Subject"] or ""),
        "content": [{"type": kind, "value": value} for kind, value in texts if value],
        "custom_args": {"contact": message.contact},
        "tracking_settings": {
            "click_tracking": {"enable": False, "enable_text": False},
            "open_tracking": {"enable": False},
        },
    }
    if repliers:
        request["reply_to_list"] = [_person(address) for address in repliers]
    if attachments := [_attachment(part) for part in _others(letter, plain, html)]:
        request["attachments"] = attachments
    if headers := {name: str(letter[name]) for name in _CARRIED if letter[name]}:
        request["headers"] = headers
    return request


def _addresses(letter: EmailMessage, header: str) -> tuple[Address, ...]:
    return letter[header].addresses if letter[header] else ()


def _person(address: Address) -> dict[str, str]:
    named = {"name": address.display_name} if address.display_name else {}
    return {"email": address.addr_spec} | named


def _recipient(address: str, name: str) -> dict[str, str]:
    # SendGrid puts the name of a recipient, and of nobody else, into the header as it comes, so that the comma of
    # "Soler, S.L." would begin another address (sendgrid/sendgrid-python, issues 291 and 578).
    if "," in name or ";" in name:
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        name = f'"{escaped}"'
    return {"email": address} | ({"name": name} if name else {})


def _text(part: MIMEPart | None) -> str:
    return str(part.get_content()) if part is not None else ""


def _others(letter: EmailMessage, *texts: MIMEPart | None) -> list[EmailMessage]:
    leaves = [part for part in letter.walk() if not part.is_multipart()]
    return [part for part in leaves if not any(part is text for text in texts)]


def _attachment(part: EmailMessage) -> dict[str, str]:
    content = part.get_payload(decode=True)
    attached = {
        "content": base64.b64encode(content if isinstance(content, bytes) else b"").decode(),
        "type": part.get_content_type(),
        "filename": part.get_filename() or "",
        "disposition": part.get_content_disposition() or "attachment",
    }
    return attached | ({"content_id": str(part["Content-ID"]).strip("<>")} if part["Content-ID"] else {})


def _taken(message: Message, status: int, headers: Mapping[str, str], body: bytes) -> Outcome:
    # 200 is the answer of the sandbox. Whoever stands between us and SendGrid answers 200 with a page.
    if status == 202 or (status == 200 and not body):
        return Accepted(headers.get("X-Message-Id") or message.contact)
    return Unclear(f"HTTP {status} to a message")


def _refused(status: int, headers: Mapping[str, str], body: bytes, now: dt.datetime) -> Outcome:
    detail = f"HTTP {status}"
    if not 400 <= status < 500:
        return Unclear(detail)
    if status == 429:
        return Refused(Refusal.TRANSIENT, detail, _until_reset(headers, now))
    if status == 408:
        return Refused(Refusal.TRANSIENT, detail)
    fields = _fields(body) if status == 400 else []
    known = ", ".join(dict.fromkeys(field for field in fields if _FIELD.fullmatch(field)))
    of_recipient = any(_OF_RECIPIENT.fullmatch(field) for field in fields)
    refusal = Refusal.ADDRESS if of_recipient else Refusal.CONFIGURATION
    return Refused(refusal, f"{detail}: {known}"[:120] if known else detail)


def _fields(body: bytes) -> list[str]:
    """The fields SendGrid objects to. Its sentences stay out: they may quote an address."""
    try:
        errors = json.loads(body)["errors"]
        return [str(error["field"]) for error in errors if error.get("field")]
    except (ValueError, LookupError, TypeError, AttributeError):
        return []


def _until_reset(headers: Mapping[str, str], now: dt.datetime) -> dt.timedelta | None:
    try:
        return asked_wait(float(headers["X-RateLimit-Reset"]) - now.timestamp())
    except (TypeError, ValueError, LookupError):
        return None


def _fault(fault: OSError | http.client.HTTPException) -> Outcome:
    reason = fault.reason if isinstance(fault, URLError) else fault
    detail = type(reason).__name__
    if not isinstance(reason, OSError) or not _while_connecting(reason):
        return Unclear(detail)
    # A certificate that cannot be checked is a matter of this machine, and stays as it is until somebody sees to it.
    mended_by_hand = isinstance(reason, ssl.SSLCertVerificationError)
    return Refused(Refusal.CONFIGURATION if mended_by_hand else Refusal.TRANSIENT, detail)


def _while_connecting(error: OSError) -> bool:
    """Whether the message certainly never left: nothing of a request is written before `connect` has returned.

    urllib wraps an error of connecting and one of sending alike, and a timeout of either looks the same; only the
    place where it was raised tells them apart.
    """
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code in _CONNECTS:
            return True
        trace = trace.tb_next
    return False
