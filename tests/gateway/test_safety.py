"""What was tried against the gateway, and what it got. docs/security.md has a line for each."""

from __future__ import annotations

import contextlib
import http.client
import json
import logging
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from cobro.gateway.body import EVENTS_LIMIT
from cobro.gateway.connection import MOST
from cobro.ledger.keys import revoke_key
from cobro.ledger.ledger import Ledger
from tests.gateway.conftest import HandClock, Open
from tests.gateway.served import Got, Served, payment
from tests.ledger.builders import CREDITOR, EBRO, IMPORTED, at, book, customer, invoice

STRUCTURED = {"Content-Type": "application/cloudevents+json"}
OTHER = "talleres-duero"


@pytest.fixture
def other_key(gateway: Served, ledger: Ledger) -> str:
    """A key of another creditor, who has an invoice of its own."""
    ledger.register_creditor(CREDITOR.model_copy(update={"id": OTHER}), at(IMPORTED), who="tests")
    ledger.register_book(book(invoice("G-1"), customers=(customer("C-1"),), creditor=OTHER), at(IMPORTED), who="tests")
    return gateway.key("events", "read", creditor=OTHER)


def raw(gateway: Served, content: bytes, key: str, **headers: str) -> Got:
    return gateway.send("POST", "/v1/events", content, {**STRUCTURED, **headers}, key)


@pytest.mark.parametrize("key", [None, "", "ck_", "ck_" + "A" * 43, "sk_live", "ck_é", "x" * 5000])
def test_without_a_key_in_force_nothing_is_let_in(gateway: Served, key: str | None) -> None:
    headers = {"Authorization": f"Bearer {key}".encode().decode("latin-1")} if key is not None else {}

    for method, path in (("POST", "/v1/events"), ("GET", "/v1/events/P-1"), ("GET", "/v1/invoices/F-1")):
        got = gateway.send(method, path, None, headers)
        assert (got.status, got.headers["www-authenticate"], got.problems) == (401, "Bearer", [])
    assert gateway.rows() == []


def test_a_key_does_only_what_it_is_for(gateway: Served) -> None:
    reads, writes = gateway.key("read", name="a"), gateway.key("events", name="b")

    assert gateway.pay(reads).status == 403
    assert gateway.get("/v1/invoices/F-1", writes).status == 403
    assert gateway.get("/v1/events/P-1", writes).status == 403


def test_a_withdrawn_key_is_refused_within_a_second(gateway: Served, clock: HandClock) -> None:
    key = gateway.key("events")
    assert gateway.pay(key).status == 202

    with gateway.ledger.writing() as session:
        revoke_key(session, EBRO, "billing", clock.now(), who="tests")
    clock.move(1)

    assert gateway.pay(key, "P-2").status == 401


def test_another_creditor_s_things_do_not_exist(gateway: Served, other_key: str) -> None:
    gateway.pay(gateway.key("events"), "P-1")

    for path in ("/v1/invoices/F-1", "/v1/events/P-1"):
        theirs, nothing = gateway.get(path, other_key), gateway.get(path + "x", other_key)
        assert (theirs.status, theirs.body) == (404, nothing.body)
    assert gateway.get("/nowhere").body == gateway.get("/v1/invoices/F-1", other_key).body


def test_another_creditor_is_refused_whether_there_is_one_or_not(gateway: Served, other_key: str) -> None:
    key = gateway.key("events")

    known, unknown = (gateway.pay(key, creditor=name).problems for name in (OTHER, "nobody-at-all"))

    assert [flaw["field"] for flaw in known] == ["data.creditor"]
    assert [{**flaw, "got": ""} for flaw in known] == [{**flaw, "got": ""} for flaw in unknown]
    assert gateway.rows() == []


def test_an_event_stays_with_the_creditor_of_the_key(gateway: Served, other_key: str) -> None:
    assert gateway.pay(other_key, "P-1", invoice="F-1").status == 202
    gateway.apply()

    [row] = gateway.rows()
    assert (row.creditor_id, row.status.value, row.reason) == (OTHER, "kept", "unknown invoice F-1")


def test_what_is_sent_again_changes_nothing(gateway: Served) -> None:
    key = gateway.key("events")
    answers = [gateway.pay(key).json["verdict"] for _ in range(3)]

    assert answers == ["received", "repeated", "repeated"]
    assert len(gateway.rows()) == 1


@pytest.mark.parametrize("chunked", [False, True])
def test_what_is_too_long_is_refused(gateway: Served, chunked: bool) -> None:
    key = gateway.key("events")
    content = b" " * (EVENTS_LIMIT + 1)
    parts: Iterator[bytes] = (content[i : i + 65536] for i in range(0, len(content), 65536))

    connection = http.client.HTTPConnection("127.0.0.1", gateway.port, timeout=30)
    headers = {**STRUCTURED, "Authorization": f"Bearer {key}"}
    if chunked:
        connection.request("POST", "/v1/events", parts, headers, encode_chunked=True)
    else:  # its length alone is enough: nothing of it has to be sent
        connection.putrequest("POST", "/v1/events")
        for name, value in {**headers, "Content-Length": str(len(content))}.items():
            connection.putheader(name, value)
        connection.endheaders()
    response = connection.getresponse()

    assert (response.status, response.headers["connection"]) == (413, "close")
    assert json.loads(response.read())["detail"] == f"body: expected at most {EVENTS_LIMIT} bytes"
    connection.close()


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (b"", b""),
        (b"", b"GET /healthz HTTP/1.1\r\nX-Slow: "),
        (b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n", b"\r\n"),
        (b"POST /v1/events HTTP/1.1\r\nContent-Length: 100\r\n\r\n", b"{"),
    ],
)
def test_who_does_not_come_to_an_end_is_hung_up_on(
    gateway: Served, monkeypatch: pytest.MonkeyPatch, first: bytes, then: bytes
) -> None:
    monkeypatch.setattr("cobro.gateway.connection.SECONDS", 0.5)

    with socket.create_connection(("127.0.0.1", gateway.port), timeout=20) as client:
        if first:
            client.sendall(first)
            assert client.recv(65536)
        client.sendall(then)
        assert _hung_up(client)


@pytest.mark.parametrize(
    "head",
    [
        b"GET /healthz HTTP/1.1\r\nX: ",
        b"GET /",
        b"POST /v1/events HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n0\r\nX: ",
    ],
)
def test_headers_without_end_are_not_kept(gateway: Served, head: bytes) -> None:
    with socket.create_connection(("127.0.0.1", gateway.port), timeout=20) as client:
        client.sendall(head)
        with contextlib.suppress(ConnectionError):
            for _ in range(20):
                client.sendall(b"a" * MOST)
        assert _hung_up(client)
    assert gateway.get("/healthz").status == 200


def _hung_up(client: socket.socket) -> bool:
    """Whether the other side ends the connection, before a client's patience does."""
    try:
        while client.recv(65536):
            pass
    except ConnectionError:
        return True
    except TimeoutError:
        return False
    return True


def test_what_breaks_off_is_not_stored(gateway: Served) -> None:
    key = gateway.key("events")
    content = json.dumps(payment()).encode()
    head = (
        f"POST /v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\nContent-Length: {len(content) + 9}\r\n"
    )
    with socket.create_connection(("127.0.0.1", gateway.port), timeout=30) as wire:
        wire.sendall(f"{head}Content-Type: application/cloudevents+json\r\n\r\n".encode() + content)
        wire.shutdown(socket.SHUT_WR)
        wire.recv(1000)

    assert raw(gateway, content[:-2], key).status == 400
    assert gateway.rows() == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"[" * 100_000 + b"]" * 100_000, "levels"),
        (b'{"a":' * 21 + b"1" + b"}" * 21, "levels"),
        (b'{"specversion": "1.0", "id": "a", "id": "b"}', "each name once"),
        (b'{"data": {"amount": 1, "amount": 100}}', "each name once"),
        (b'{"data": {"amount": NaN}}', "NaN"),
        (b'{"data": {"amount": -Infinity}}', "NaN"),
        (b'{"data": ' + b"9" * 5000 + b"}", "JSON"),
        ('{"id": "ñ"}'.encode("latin-1"), "UTF-8"),
        ('{"id": "a"}'.encode("utf-16"), "UTF-8"),
        (b"\xef\xbb\xbf{}", "JSON"),
        (b"", "JSON"),
        (b"{'id': 1}", "JSON"),
    ],
    ids=str,
)
def test_json_that_is_deep_double_or_badly_encoded_is_refused(gateway: Served, content: bytes, expected: str) -> None:
    got = raw(gateway, content, gateway.key("events"))

    assert (got.status, got.problems) == (400, [])
    assert expected in got.json["detail"]


@pytest.mark.parametrize(
    "kind",
    ["", "text/plain", "application/json", "application/cloudevents+json; charset=utf-16", "application/xml", "é"],
)
def test_another_kind_of_content_is_refused(gateway: Served, kind: str) -> None:
    headers = {"Content-Type": kind.encode().decode("latin-1")}

    assert raw(gateway, json.dumps(payment()).encode(), gateway.key("events"), **headers).status == 415


@pytest.mark.parametrize("text", ["'; DROP TABLE events; --", '" OR 1=1 --', "%' UNION SELECT hash FROM api_keys"])
def test_sql_in_a_value_is_a_value(gateway: Served, text: str) -> None:
    key = gateway.key("events", "read")

    assert gateway.pay(key, text, invoice=text).status == 202
    gateway.apply()

    [row] = gateway.rows()
    assert (row.event_id, row.reason) == (text, f"unknown invoice {text}")
    assert (
        gateway.get("/v1/events/" + text.replace("%", "%25").replace(" ", "%20").replace('"', "%22"), key).json["event"]
        == text
    )


def test_no_header_is_smuggled_in(gateway: Served) -> None:
    headers = {
        "Content-Type": "application/json",
        "ce-specversion": "1.0",
        "ce-id": "a%0d%0aX-Evil:%20yes",
        "ce-source": "/",
        "ce-type": "cobro.payment_received",
    }
    data = json.dumps(payment()["data"]).encode()

    got = gateway.send("POST", "/v1/events", data, headers, gateway.key("events"))

    assert ([flaw["field"] for flaw in got.problems], got.headers.get("x-evil")) == (["id"], None)


def test_who_sends_too_often_is_told_when_to_come_again(opened: Open, clock: HandClock) -> None:
    gateway = opened(rate_per_key=1)
    key, other = gateway.key("events", name="a"), gateway.key("events", name="b")

    statuses = [gateway.pay(key, f"P-{k}").status for k in range(3)]
    refused = gateway.pay(key, "P-9")

    assert statuses == [202, 202, 429]
    assert (refused.status, refused.headers["retry-after"]) == (429, "1")
    assert gateway.pay(other, "P-10").status == 202
    clock.move(1)
    assert gateway.pay(key, "P-9").status == 202


def test_an_address_that_sends_too_often_is_refused_with_or_without_a_key(opened: Open, clock: HandClock) -> None:
    gateway = opened(rate_per_address=1)
    key = gateway.key("events")

    assert [gateway.pay(each).status for each in ("wrong", "wrong", key)] == [401, 401, 429]
    clock.move(2)
    assert gateway.pay(key).status == 202


def test_only_a_hook_that_is_named_takes_what_nobody_signed(opened: Open) -> None:
    gateway = opened(accept_unsigned="sendgrid")

    assert gateway.send("POST", "/hooks/sendgrid/events", b"[]").json == {"answers": [], "ignored": 0}
    assert gateway.send("POST", f"/hooks/stripe/{EBRO}", b"{}").status == 404
    assert gateway.send("POST", "/hooks/twilio/status", b"MessageSid=SM1").status == 404


def test_behind_a_proxy_the_address_is_the_sender_s_and_only_a_trusted_one_may_tell_it(opened: Open) -> None:
    believing, doubting = opened(rate_per_address=1), opened(rate_per_address=1, trusted_proxies="192.0.2.1")

    def statuses(gateway: Served) -> list[int]:
        return [gateway.send("GET", "/x", None, {"X-Forwarded-For": f"203.0.113.{k}"}).status for k in range(3)]

    assert statuses(believing) == [404, 404, 404]
    assert statuses(doubting) == [404, 404, 429]


@pytest.mark.parametrize(
    ("senders", "statuses"),
    [
        (["2001:db8:0:1::1", "2001:db8:0:1::2", "2001:db8:0:1:ffff::3"], [404, 404, 429]),
        (["2001:db8:0:1::1", "2001:db8:0:2::1", "2001:db8:0:3::1"], [404, 404, 404]),
    ],
    ids=["one household", "three"],
)
def test_the_addresses_of_one_household_count_as_one(opened: Open, senders: list[str], statuses: list[int]) -> None:
    gateway = opened(rate_per_address=1)
    assert [gateway.send("GET", "/x", None, {"X-Forwarded-For": each}).status for each in senders] == statuses


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 404),
        ("GET", "/docs", 404),
        ("GET", "/v1/events/", 401),
        ("PUT", "/v1/events", 405),
        ("TRACE", "/healthz", 405),
        ("POST", "/hooks/stripe/talleres-ebro", 404),
        ("POST", "/hooks/sendgrid/events", 404),
        ("POST", "/hooks/twilio/status", 404),
        ("POST", "/hooks/twilio/inbound/talleres-ebro", 404),
        ("GET", "/../../etc/passwd", 404),
        ("GET", "/%00", 404),
        ("GET", "/v1/invoices/%00%ff", 401),
    ],
)
def test_what_is_not_served_says_so_in_one_form(gateway: Served, method: str, path: str, status: int) -> None:
    got = gateway.send(method, path)

    assert got.status == status
    assert got.problems == []


def test_every_answer_has_the_headers_of_safety(gateway: Served) -> None:
    for got in (gateway.get("/healthz"), gateway.get("/nowhere"), gateway.pay(None)):
        assert got.headers["x-content-type-options"] == "nosniff"
        assert got.headers["cache-control"] == "no-store"
        assert "frame-ancestors 'none'" in got.headers["content-security-policy"]
        assert "server" not in got.headers


def test_nothing_that_is_sent_stands_in_a_log(gateway: Served, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    key = gateway.key("events", "read")

    gateway.pay(key, "P-secret")
    gateway.pay(key, "P-secret", amount="P-wrong")
    gateway.get("/v1/events/P-secret?token=P-token", key)

    written = [line for line in caplog.text.splitlines() if "hypothesis" not in line]
    assert not [line for line in written if "P-" in line or key in line]


def test_a_file_name_is_only_a_name(gateway: Served, tmp_path: Any) -> None:
    from tests.gateway.test_mail_in import GOOD, multipart, post

    assert post(gateway, multipart(GOOD, (f"../../../{tmp_path}/evil", b"x"))).status == 200
    assert list(tmp_path.iterdir()) == []
