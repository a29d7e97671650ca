"""Text messages through Twilio: the stored text, its answers in our words, and the look-up after a crash.

Twilio has no key that would make a request harmless when it is repeated. So the text ends with a reference of ours,
and a look-up searches what Twilio took for that number.
"""

from __future__ import annotations

import datetime as dt
import logging
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from requests import ConnectTimeout, RequestException, Response
from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException  # type: ignore[import-untyped]
from twilio.http.http_client import TwilioHttpClient  # type: ignore[import-untyped]
from twilio.rest import Client  # type: ignore[import-untyped]
from urllib3.exceptions import NewConnectionError, SSLError

from cobro.channels.rate import TokenBucket, asked_wait
from cobro.channels.way import Way
from cobro.dunning.contact import (
    Accepted,
    Evidence,
    Message,
    NotActed,
    Outcome,
    Refusal,
    Refused,
    Unclear,
    reference,
)

_REFUSALS = {
    21211: Refusal.ADDRESS,  # not a number
    21217: Refusal.ADDRESS,  # not a number
    21401: Refusal.ADDRESS,  # not a number
    21614: Refusal.ADDRESS,  # cannot receive text messages
    21610: Refusal.OPTED_OUT,  # answered STOP
    21611: Refusal.TRANSIENT,  # the sender's queue is full
    20429: Refusal.TRANSIENT,  # too many at once, never processed
}
"""Twilio's codes for what only the recipient or time can change. Its codes shift; an unknown one goes to a person."""


class TwilioSms(Way):
    """Sends text messages from a number, a name, or a messaging service (`sender` beginning with `MG`).

    `timeout_seconds` bounds each wait on the line, not the whole call. `status_callback` is where Twilio tells what
    became of a message; the contact's id is added to its query, which Twilio signs.

    `look_up` is evidence only when no `send` of the same message may still be running: the caller first waits until
    `grace` after the claim, which must be longer than the whole time an activity may take. It reads up to `look_back`
    messages to that number; where there are more it proves nothing.

    Raises:
        ValueError: the account or the token is empty, or could not travel in a header.
    """

    keeps_what_it_took = True

    def __init__(
        self,
        account_sid: str,
        auth_token: str,
        sender: str,
        *,
        base_url: str | None = None,
        timeout_seconds: float = 10,
        status_callback: str | None = None,
        grace: dt.timedelta = dt.timedelta(minutes=5),
        look_back: int = 1000,
        rate: TokenBucket | None = None,
    ) -> None:
        # The SDK would look for another account in the environment.
        for name, value in (("account", account_sid), ("token", auth_token)):
            if not value or not value.isascii() or not value.isprintable() or " " in value:
                raise ValueError(f"the Twilio {name} is empty or contains a character that none has")
        self.grace = grace
        self._account = (account_sid, auth_token)
        self._sender = {"messaging_service_sid" if sender.startswith("MG") else "from_": sender}
        self._base_url = base_url
        self._timeout_seconds = timeout_seconds
        self._status_callback = status_callback
        self._look_back = look_back
        self._rate = rate
        # Both log addresses of requests, and that of a look-up contains the customer's number.
        self._quiet = logging.getLogger("cobro.channels.twilio_sms.sdk")
        self._quiet.setLevel(logging.ERROR)
        logging.getLogger("urllib3.connectionpool").setLevel(logging.ERROR)

    def send(self, message: Message) -> Outcome:
        callback = _with_contact(self._status_callback, message.contact) if self._status_callback else None
        told = {"status_callback": callback} if callback else {}
        text = message.content.decode()
        with self._line() as (client, answers):
            try:
                created = client.messages.create(to=message.to, body=text, **self._sender, **told)
            except (TwilioRestException, TwilioServiceException) as error:
                return _refused(answers[-1], error.code)
            except RequestException as fault:
                return _fault(fault)
            except Exception as garbage:
                # The SDK trips in many ways over an answer that is not Twilio's, and the message may have left.
                return Unclear(type(garbage).__name__)
        return _taken(created.sid)

    def look_up(self, message: Message) -> Evidence:
        mark = f"(ref {reference(message.contact)})"
        if mark not in message.content.decode():
            return Unclear("the text carries no reference")
        with self._line() as (client, answers):
            try:
                # Without Twilio's filter by date: it goes by the day of sending, which a queued message does not
                # have yet, and a message that is left out here would be sent twice.
                found = client.messages.list(to=message.to, limit=self._look_back)
            except (TwilioException, RequestException) as fault:
                status = f", HTTP {answers[-1].status_code}" if answers else ""
                return Unclear(f"{type(fault).__name__}{status}")
            except Exception as garbage:
                return Unclear(type(garbage).__name__)
        for sent in found:
            if mark in (sent.body or ""):
                return _taken(sent.sid)
        if len(found) >= self._look_back:
            return Unclear(f"more than {self._look_back} messages to look through")
        if any(not sent.body for sent in found):
            return Unclear("the text of a message was erased at Twilio")
        return NotActed()

    @contextmanager
    def _line(self) -> Iterator[tuple[Any, list[Response]]]:
        """A client on a connection of its own, and the answers it gets.

        A kept connection that Twilio has closed meanwhile would fail in a way that leaves the message unclear.
        """
        if self._rate:
            self._rate.take()
        answers: list[Response] = []
        hooks: dict[str, object] = {"response": [lambda response, **_: answers.append(response)]}
        wire = TwilioHttpClient(timeout=self._timeout_seconds, logger=self._quiet, request_hooks=hooks)
        client = Client(*self._account, http_client=wire)
        if self._base_url:
            client.api.base_url = self._base_url
        try:
            yield client, answers
        finally:
            wire.session.close()


def _with_contact(url: str, contact: str) -> str:
    parts = urlsplit(url)
    query = "&".join(filter(None, (parts.query, urlencode({"contact": contact}))))
    return urlunsplit(parts._replace(query=query))


def _taken(sid: object) -> Accepted | Unclear:
    return Accepted(sid) if isinstance(sid, str) and sid else Unclear("an answer without a sid")


def _refused(answer: Response, code: object) -> Outcome:
    status = answer.status_code
    detail = f"HTTP {status}" + (f", code {code}" if isinstance(code, int) and code != status else "")
    if not 400 <= status < 500:
        return Unclear(detail)
    if status in (408, 429):
        return Refused(Refusal.TRANSIENT, detail, _retry_after(answer))
    refusal = _REFUSALS.get(code, Refusal.CONFIGURATION) if isinstance(code, int) else Refusal.CONFIGURATION
    return Refused(refusal, detail, _retry_after(answer) if refusal is Refusal.TRANSIENT else None)


def _retry_after(answer: Response) -> dt.timedelta | None:
    try:
        return asked_wait(float(answer.headers["Retry-After"]))
    except (ValueError, LookupError):
        return None


def _fault(fault: RequestException) -> Outcome:
    reason = getattr(fault.args[0], "reason", None) if fault.args else None
    detail = type(reason or fault).__name__
    if isinstance(fault, ConnectTimeout) or isinstance(reason, NewConnectionError):
        return Refused(Refusal.TRANSIENT, detail)
    if isinstance(reason, SSLError) and isinstance(reason.args[0], ssl.SSLCertVerificationError):
        # Before anything is sent, and a matter of this machine that stays until somebody sees to it.
        return Refused(Refusal.CONFIGURATION, "SSLCertVerificationError")
    return Unclear(detail)
