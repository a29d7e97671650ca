"""One connection of a client: how much it may say, and how long it may take, before it says what it wants.

The server's own parser keeps a request's headers however long they are, and waits for their end for ever.
"""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MOST = 65_536
"""Bytes of an address with its headers; likewise of whatever stands behind a body in chunks."""
SECONDS = 30.0
"""How long an address and headers may take; and the rest of a body that nobody wants, for it was answered already."""


class Connection(HttpToolsProtocol):
    """As uvicorn's; whoever goes beyond the limits is hung up on."""

    _unheeded = 0
    """Bytes since something was handed on: they are kept, or belong to what is kept."""
    _wants_request = True
    """Whether an address and headers come next, or are coming."""
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client is there, and has to say something soon."""
        super().connection_made(transport)
        self._hurry()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client is gone."""
        self._rest()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what came, as long as it leads to something."""
        if self._wants_request and self._deadline is None:
            self._hurry()
        self._unheeded += len(data)
        super().data_received(data)
        if self._unheeded > MOST:
            self.transport.abort()

    def on_headers_complete(self) -> None:
        """What is wanted is known. How long the body may take is for whoever reads it."""
        self._wants_request, self._unheeded = False, 0
        self._rest()
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """A part of the body."""
        self._unheeded = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        """The request is whole."""
        self._wants_request, self._unheeded = True, 0
        self._rest()
        super().on_message_complete()

    def on_response_complete(self) -> None:
        """It is answered, though perhaps its body has not come."""
        super().on_response_complete()
        if not self._wants_request:
            self._hurry()

    def _hurry(self) -> None:
        self._rest()
        self._deadline = self.loop.call_later(SECONDS, self.transport.abort)

    def _rest(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
