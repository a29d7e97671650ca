"""Twilio's signature: HMAC-SHA1 over the public address and the fields, by name."""

from __future__ import annotations

import base64
import hmac
from collections.abc import Iterable
from urllib.parse import urlsplit

_PORTS = {"https": 443, "http": 80}


def is_signed(url: str, pairs: Iterable[tuple[str, str]], signature: str, token: str) -> bool:
    """Whether the request was signed with the account's token. `url` is the one that Twilio was given, its query too.

    Twilio signs the address now with its port and now without. The signature has no moment: a replayed report changes
    nothing, because its event is known.
    """
    # A name that is repeated counts once with each of its values.
    said = "".join(name + value for name, value in sorted(set(pairs)))
    fits = [
        hmac.compare_digest(_signature(address + said, token), signature.encode("utf-8", "replace"))
        for address in _spellings(url)
    ]
    return any(fits)


def _spellings(url: str) -> list[str]:
    parts = urlsplit(url)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.netloc.partition(":")[0]
    port = parts.port or _PORTS.get(parts.scheme)
    return [parts._replace(netloc=netloc).geturl() for netloc in (host, f"{host}:{port}")]


def _signature(text: str, token: str) -> bytes:
    return base64.b64encode(hmac.digest(token.encode(), text.encode("utf-8", "replace"), "sha1"))
