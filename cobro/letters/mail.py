"""The e-mail around the words: a whole RFC 5322 message that is the same, byte for byte, for the same letter."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.base64mime import body_encode
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.policy import SMTP, compat32

from cobro.dunning.letter import Letter
from cobro.letters import wording
from cobro.letters.error import Unsendable

# Python 3.11 loses the quotes of a long display name when it folds the header, so that a comma in a company's name
# starts another recipient. RFC 5322 allows 998 characters in a line; nothing is folded that does not have to be.
_HEADERS = SMTP.clone(max_line_length=990)
_BODY = SMTP.clone(max_line_length=76)

_PATH = re.compile(r"[/\\]|\.\.+")
_MEDIA_TYPE = re.compile(r"(application|image|text)/[A-Za-z0-9.+-]{1,80}")
_UNKNOWN = "application/octet-stream"
_CONTACT = re.compile(r"[A-Za-z0-9._-]{1,200}")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture inside an e-mail: its name there (`qr-1`), its kind (`png`, `jpeg`), its bytes."""

    name: str
    kind: str
    content: bytes

    def cid(self, letter: Letter) -> str:
        """Its Content-ID; `cid:` and this is what the HTML shows."""
        return f"{self.name}@{letter.contact}"


def mail(letter: Letter, subject: str, text: str, html: str, pictures: Sequence[Picture] = ()) -> bytes:
    """The message to the customer, from the creditor, answered to its mailbox for answers or else to the signer.
    Pictures travel inside the HTML's part, copies of invoices beside the words.

    Raises:
        Unsendable: an address is missing or broken, or the headers would not read back as they were meant.
    """
    if not _CONTACT.fullmatch(letter.contact):
        raise Unsendable(letter.name, letter.language, "the contact's id does not fit in a Message-ID")
    sender = _address(letter, "creditor", letter.creditor.name, letter.creditor.email)
    message = EmailMessage(policy=_HEADERS)
    message["From"] = sender
    message["Reply-To"] = _answered_to(letter)
    message["To"] = _address(letter, "customer", letter.customer.name, letter.customer.email)
    message["Subject"] = _unencoded(subject)
    message["Date"] = letter.written_at
    message["Message-ID"] = f"<{letter.contact}@{sender.domain}>"
    message["X-Cobro-Contact"] = letter.contact
    message["X-Cobro-Letter"] = letter.name
    message["X-Cobro-Invoices"] = _unencoded(", ".join(line.number for line in letter.lines))
    message["X-Cobro-Steps"] = _unencoded("; ".join(f"{line.number}={line.step}" for line in letter.lines if line.step))
    message["MIME-Version"] = "1.0"
    words = message
    if letter.copies:
        _open(message, "mixed", letter)
        words = EmailMessage(policy=compat32)
    _open(words, "alternative", letter)
    words.attach(_part(text, "plain"))
    page = _part(html, "html")
    words.attach(_with_pictures(letter, page, pictures) if pictures else page)
    if letter.copies:
        message.attach(words)
        for copy in _copies(letter):
            message.attach(copy)
    content = message.as_bytes()
    _read_back(letter, message, content)
    return content


def memo(contact: str, name: str, address: str, subject: str, text: str, written_at: dt.datetime) -> bytes:
    """A plain message of the house to the creditor itself, which no mail system answers.

    Raises:
        Unsendable: the address is broken.
    """
    try:
        own = Address(_unencoded(name), addr_spec=address)
        own.addr_spec.encode("ascii")
    except (MessageError, ValueError, LookupError):
        raise Unsendable("_digest", "", "the creditor's e-mail address is not one that mail can carry") from None
    message = EmailMessage(policy=_HEADERS)
    message["From"] = message["To"] = own
    message["Subject"] = _unencoded(subject)
    message["Date"] = written_at
    message["Message-ID"] = f"<{contact}@{own.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message["X-Cobro-Contact"] = contact
    message["MIME-Version"] = "1.0"
    body = _part(text, "plain")
    for header in ("Content-Type", "Content-Transfer-Encoding"):
        message[header] = body[header]
    message.set_payload(body.get_payload())
    return message.as_bytes()


def _open(whole: EmailMessage, subtype: str, letter: Letter) -> None:
    whole["Content-Type"] = f"multipart/{subtype}"
    # "=_" occurs neither in quoted-printable nor in base64, so no value in the letter can end a part early.
    whole.set_boundary("=_" + hashlib.sha256(f"{subtype} {letter.contact}".encode()).hexdigest()[:32])


def _with_pictures(letter: Letter, page: EmailMessage, pictures: Sequence[Picture]) -> EmailMessage:
    # The headers of these parts hold no value of the letter: the old policy spares the parsing of each of them.
    related = EmailMessage(policy=compat32)
    _open(related, "related", letter)
    related.attach(page)
    for picture in pictures:
        part = EmailMessage(policy=compat32)
        part["Content-Type"] = f"image/{picture.kind}"
        part["Content-Transfer-Encoding"] = "base64"
        part["Content-Disposition"] = f'inline; filename="{picture.name}.{picture.kind}"'
        part["Content-ID"] = f"<{picture.cid(letter)}>"
        part.set_payload(body_encode(picture.content))
        related.attach(part)
    return related


def _copies(letter: Letter) -> Iterator[EmailMessage]:
    """The copies of invoices as parts of the mail, each under a name of its own that is no path."""
    taken: set[str] = set()
    for copy in letter.copies:
        shown = "".join(char if char.isprintable() else " " for char in _PATH.sub(" ", copy.name))
        name = wording.one_line(shown) or "invoice"
        stem, dot, ending = name.rpartition(".")
        k = 1
        while name.casefold() in taken:
            k += 1
            name = f"{stem} ({k}).{ending}" if dot else f"{ending} ({k})"
        taken.add(name.casefold())
        part = EmailMessage(policy=compat32)
        part["Content-Type"] = copy.media_type if _MEDIA_TYPE.fullmatch(copy.media_type) else _UNKNOWN
        part["Content-Transfer-Encoding"] = "base64"
        # RFC 2231 for whatever is not plain ASCII.
        part.add_header("Content-Disposition", "attachment", filename=name if name.isascii() else ("utf-8", "", name))
        part.set_payload(body_encode(copy.content))
        yield part


def _part(content: str, subtype: str) -> EmailMessage:
    part = EmailMessage(policy=_BODY)
    part.set_content(content, subtype=subtype, charset="utf-8", cte="quoted-printable")
    del part["MIME-Version"]
    return part


def _answered_to(letter: Letter) -> Address:
    if letter.reply_to:
        return _address(letter, "creditor", letter.creditor.name, letter.reply_to)
    return _address(letter, "signer", letter.signer.name, letter.signer.email)


def _address(letter: Letter, who: str, name: str, email: str | None) -> Address:
    if not email:
        raise Unsendable(letter.name, letter.language, f"the {who} has no e-mail address")
    try:
        address = Address(_unencoded(name), addr_spec=email)
        address.addr_spec.encode("ascii")
    except (MessageError, ValueError, LookupError):
        # The parser's own message quotes the address, and a chained error would show it in the history.
        why = f"the {who}'s e-mail address is not one that mail can carry"
        raise Unsendable(letter.name, letter.language, why) from None
    if not address.domain or not address.username:
        raise Unsendable(letter.name, letter.language, f"the {who}'s e-mail address is incomplete")
    return address


def _unencoded(text: str) -> str:
    """A value that looks like an encoded word would be decoded by the reader into something else."""
    return text.replace("=?", "= ?")


def _read_back(letter: Letter, message: EmailMessage, content: bytes) -> None:
    """One recipient, one sender, no header that was not put there, whatever a name contains."""
    read = BytesHeaderParser(policy=_HEADERS).parsebytes(content)
    same = read.keys() == message.keys() and all(
        [address.addr_spec for address in read[header].addresses]
        == [address.addr_spec for address in message[header].addresses]
        for header in ("From", "Reply-To", "To")
    )
    if not same:
        raise Unsendable(letter.name, letter.language, "a name in it would change the headers of the mail")
