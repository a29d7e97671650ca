"""What a written letter looks like: its words, and its page for a browser."""

from __future__ import annotations

import base64
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default


def words_of(content: bytes, *, sms: bool) -> str:
    """The plain form of a message, under its subject."""
    if sms:
        return content.decode()
    message = _read(content)
    return f"{message['Subject']}\n\n{_body(message, 'plain')}"


def page_of(content: bytes) -> str:
    """The HTML with its pictures in it, since a browser has no e-mail to take them from."""
    message = _read(content)
    page = _body(message, "html")
    for part in message.walk():
        if part.get_content_maintype() == "image":
            data = base64.b64encode(part.get_content()).decode()
            source = str(part["Content-ID"]).strip("<>")
            page = page.replace(f"cid:{source}", f"data:{part.get_content_type()};base64,{data}")
    return page


def _read(content: bytes) -> EmailMessage:
    return message_from_bytes(content, policy=default)


def _body(message: EmailMessage, form: str) -> str:
    body = message.get_body((form,))
    return str(body.get_content()).replace("\r\n", "\n") if body else ""
