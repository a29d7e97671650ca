"""The other end of the line: SendGrid and Twilio on this machine, for the real SDKs to talk to.

    with FakeProvider() as provider:
        provider.script(Line.NOTHING, sendgrid_refusal(400, "from.email"))
        SendGridMail("SG.key", host=provider.url).send(message)
        provider.mails

What a provider accepted is its own truth about a message, whatever the client came to know of it.
"""

from __future__ import annotations

import datetime as dt
import json
import socket
import sys
import threading
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from email.utils import format_datetime
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

MAIL_SEND = "/v3/mail/send"


class Line(StrEnum):
    """What becomes of a request on the way; on its side, the provider has taken the message or not."""

    ACCEPT = "accept"
    NOTHING = "nothing"
    """Not taken, and the line is closed without an answer."""
    ACCEPT_THEN_DROP = "accept_then_drop"
    """Taken, and the line is closed without an answer."""
    HALF = "half"
    """Taken, and the line is closed in the middle of the answer."""
    HANG = "hang"
    """Not taken, and no answer as long as the provider stands."""


@dataclass(frozen=True)
class Answer:
    """An answer without taking the message."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


def sendgrid_refusal(status: int, *fields: str | None, echo: str = "", **headers: str) -> Answer:
    """An error as SendGrid words it; `echo` is what it quotes of the request. Header names with `_` for `-`."""
    errors = [{"message": f"Does not contain a valid value. {echo}", "field": name, "help": None} for name in fields]
    return Answer(status, json.dumps({"errors": errors}).encode(), _header_names(headers))


def twilio_refusal(status: int, code: int, *, echo: str = "", **headers: str) -> Answer:
    """An error as Twilio words it; `echo` is what it quotes of the request. Header names with `_` for `-`."""
    error = {
        "code": code,
        "message": f"Invalid 'To' Phone Number: {echo}",
        "more_info": f"https://www.twilio.com/docs/errors/{code}",
        "status": status,
    }
    return Answer(status, json.dumps(error).encode(), _header_names(headers))


def _header_names(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


BAD_GATEWAY = Answer(502, b"<html><body><h1>502 Bad Gateway</h1></body></html>", {"Content-Type": "text/html"})

Behaviour = Line | Answer


@dataclass(frozen=True)
class Taken:
    """A message as the provider took it: its id there, who asked, and SendGrid's JSON or Twilio's form."""

    id: str
    authorization: str
    form: dict[str, Any]


class FakeProvider:
    """Answers as both providers do, accepting everything unless a script says otherwise.

    `script` is for requests that send, `script_look_up` for those that ask; each entry serves one request. Where no
    script says anything, `decide` may: it is told the method (`POST`, `GET`) and the recipient. `mails` and `texts` are
    what was accepted, `asked` counts all requests. Closing it lets go of whoever still hangs.
    """

    def __init__(self, port: int = 0, decide: Callable[[str, str], Behaviour | None] | None = None) -> None:
        self.mails: list[Taken] = []
        self.texts: list[Taken] = []
        self.asked = 0
        self.asked_once = threading.Event()
        self._scripts: dict[str, deque[Behaviour]] = {"POST": deque(), "GET": deque()}
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._decide = decide
        self._server = _Server(self, port)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def script(self, *behaviours: Behaviour) -> None:
        self._scripts["POST"].extend(behaviours)

    def script_look_up(self, *behaviours: Behaviour) -> None:
        self._scripts["GET"].extend(behaviours)

    def __enter__(self) -> FakeProvider:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closed.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def next(self, method: str, recipient: str) -> Behaviour:
        """What becomes of a request that sends to somebody, or asks about what was sent."""
        with self._lock:
            self.asked += 1
            self.asked_once.set()
            script = self._scripts[method]
            scripted = script.popleft() if script else None
        decided = self._decide(method, recipient) if self._decide and scripted is None else None
        return scripted or decided or Line.ACCEPT

    def hang(self) -> None:
        self._closed.wait()

    def take(self, path: str, authorization: str, body: bytes) -> Answer:
        """Keep a message, and give the answer of the provider whose path it came to."""
        with self._lock:
            if path == MAIL_SEND:
                taken = Taken(f"mail-{len(self.mails) + 1}", authorization, json.loads(body))
                self.mails.append(taken)
                return Answer(202, b"", {"X-Message-Id": taken.id})
            taken = Taken(f"SM{len(self.texts) + 1:032x}", authorization, _form(body))
            self.texts.append(taken)
            return Answer(201, json.dumps(_resource(taken)).encode())

    def look_up(self, path: str, query: Mapping[str, list[str]]) -> Answer:
        """Twilio's list: newest first, of one recipient, in pages."""
        size, page = int(query.get("PageSize", ["50"])[0]), int(query.get("Page", ["0"])[0])
        with self._lock:
            found = [_resource(taken) for taken in reversed(self.texts) if [taken.form["To"]] == query.get("To")]
        here, rest = found[page * size : (page + 1) * size], found[(page + 1) * size :]
        onward = f"{path}?To={query['To'][0].replace('+', '%2B')}&PageSize={size}&Page={page + 1}" if rest else None
        listed = {"messages": here, "next_page_uri": onward, "page": page, "page_size": size, "uri": path}
        return Answer(200, json.dumps(listed).encode())


def _form(body: bytes) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(body.decode(), keep_blank_values=True).items()}


def _recipient(path: str, body: bytes) -> str:
    if path == MAIL_SEND:
        return str(json.loads(body)["personalizations"][0]["to"][0]["email"])
    return _form(body).get("To", "")


def _resource(taken: Taken) -> dict[str, object]:
    return {
        "sid": taken.id,
        "body": taken.form["Body"],
        "to": taken.form["To"],
        "from": taken.form.get("From"),
        "messaging_service_sid": taken.form.get("MessagingServiceSid"),
        "status": "queued",
        "direction": "outbound-api",
        "date_created": format_datetime(dt.datetime.now(dt.UTC)),
        "date_sent": None,
        "error_code": None,
    }


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    request_queue_size = 128

    def __init__(self, provider: FakeProvider, port: int) -> None:
        self.provider = provider
        super().__init__(("127.0.0.1", port), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        # Whoever was killed, or waits no longer, does not hear the answer.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        behaviour = self.server.provider.next("POST", _recipient(self.path, body))
        if isinstance(behaviour, Answer):
            return self._answer(behaviour)
        if behaviour is Line.HANG:
            self.server.provider.hang()
        if behaviour in (Line.NOTHING, Line.HANG):
            return self._drop()
        answer = self.server.provider.take(self.path, self.headers["Authorization"], body)
        return self._drop() if behaviour is Line.ACCEPT_THEN_DROP else self._answer(answer, behaviour is Line.HALF)

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        query = parse_qs(url.query)
        behaviour = self.server.provider.next("GET", query.get("To", [""])[0])
        if isinstance(behaviour, Answer):
            return self._answer(behaviour)
        if behaviour is Line.HANG:
            self.server.provider.hang()
        if behaviour not in (Line.ACCEPT, Line.HALF):
            return self._drop()
        return self._answer(self.server.provider.look_up(url.path, query), behaviour is Line.HALF)

    def _answer(self, answer: Answer, half: bool = False) -> None:
        body = answer.body or (b"{}" if half else b"")
        self.send_response(answer.status)
        for name, value in {"Content-Type": "application/json", **answer.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if half else body)

    def _drop(self) -> None:
        self.close_connection = True
        # Whoever asked may have gone before.
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, format: str, *args: object) -> None:
        """Whoever runs it has a voice of their own."""
