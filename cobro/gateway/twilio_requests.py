"""A request of Twilio's: read, and believed only where it is signed."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from fastapi import Request

from cobro.gateway.body import EVENTS_LIMIT, read_body
from cobro.gateway.forms import read_urlencoded
from cobro.gateway.gate import Gate
from cobro.gateway.hooks import forged, may_be_unsigned
from cobro.gateway.problem import Flaw, not_found, unfit
from cobro.gateway.twilio_signature import is_signed
from cobro.settings import Hook

_LONGEST_SID = 64


@dataclass(frozen=True, slots=True)
class FromTwilio:
    """The fields of a request, and the SHA-256 of its body."""

    fields: dict[str, str]
    received: str

    @property
    def message(self) -> str:
        """Twilio's id of the message."""
        return self.fields["MessageSid"]


async def read_signed(gate: Gate, request: Request) -> FromTwilio:
    """What Twilio sent.

    Raises:
        Refusal: the hook is not set up (404), the signature does not fit (403), or there is no message in it (422).
    """
    token, public = gate.settings.twilio_auth_token, gate.settings.public_url
    unsigned = may_be_unsigned(gate, Hook.TWILIO)
    if (token is None or public is None) and not unsigned:
        raise not_found()
    content = await read_body(request, EVENTS_LIMIT)
    pairs = read_urlencoded(content)
    if not unsigned:
        signature = request.headers.get("x-twilio-signature", "")
        url = _public(request, public or "")
        if token is None or not is_signed(url, pairs, signature, token.get_secret_value()):
            raise forged()
    fields = dict(pairs)
    sid = fields.get("MessageSid", "")
    if not sid.isascii() or not sid.isalnum() or len(sid) > _LONGEST_SID:
        raise unfit([Flaw("MessageSid", "the id of a message", sid)])
    return FromTwilio(fields, sha256(content).hexdigest())


def _public(request: Request, public: str) -> str:
    """The address as Twilio knows it: what stands before us may end TLS, and call us by another name."""
    path: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
    query: bytes = request.scope.get("query_string", b"")
    url = public.rstrip("/") + path.decode("latin-1")
    return f"{url}?{query.decode('latin-1')}" if query else url
