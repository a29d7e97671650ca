"""Stripe's signature: HMAC-SHA256 over the moment and the body as it came, one for each secret in use."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import re
from collections.abc import Iterable

TOLERANCE = dt.timedelta(seconds=300)
"""How old a signature may be, and how far ahead of our clock."""

_MOMENT = re.compile(r"\d{1,12}", re.ASCII)


def is_signed(content: bytes, header: str, secrets: Iterable[str], now: dt.datetime) -> bool:
    """Whether a header `t=...,v1=...[,v1=...]` signs the body with one of the secrets, and not too long ago."""
    pairs = [part.strip().partition("=")[::2] for part in header.split(",")]
    moments = [value for name, value in pairs if name == "t"]
    signatures = [value.encode() for name, value in pairs if name == "v1"]
    if len(moments) != 1 or not _MOMENT.fullmatch(moments[0]):
        return False
    if abs(now.timestamp() - int(moments[0])) > TOLERANCE.total_seconds():
        return False
    signed = moments[0].encode() + b"." + content
    expected = [hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest().encode() for secret in secrets]
    # Every pair is compared, so that the time tells nothing about which secret fits.
    fits = [hmac.compare_digest(ours, theirs) for ours in expected for theirs in signatures]
    return any(fits)
