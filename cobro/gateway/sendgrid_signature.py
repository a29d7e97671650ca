"""SendGrid's signature: ECDSA with SHA-256 over the moment and the body as it came."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import re

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

OLDEST = dt.timedelta(minutes=5)
"""How old a signature may be, and how far ahead of our clock."""

_MOMENT = re.compile(r"\d{1,12}", re.ASCII)


def is_signed(content: bytes, signature: str, timestamp: str, public_key: str, now: dt.datetime) -> bool:
    """Whether the body was signed by the holder of a key (base64 of its DER form), and not too long ago."""
    if not _MOMENT.fullmatch(timestamp) or abs(now.timestamp() - int(timestamp)) > OLDEST.total_seconds():
        return False
    key = load_der_public_key(base64.b64decode(public_key))
    if not isinstance(key, EllipticCurvePublicKey):
        return False
    try:
        signed = base64.b64decode(signature, validate=True)
        key.verify(signed, timestamp.encode() + content, ECDSA(SHA256()))
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True
