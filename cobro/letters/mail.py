"""The e-mail around the words: a whole RFC 5322 message that is the same, byte for byte, for the same letter."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.base64mime import body_encode
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.policy import SMTP, compat32

from cobro.dunning.letter import Letter
from cobro.letters.error import Unsendable

# Python 3.11 loses the quotes of a long display name when it folds the header, so that a comma in a company's name
# starts another recipient. RFC 5322 allows 998 characters in a line; nothing is folded that does not have to be.
_HEADERS = SMTP.clone(max_line_length=990)
_BODY = SMTP.clone(max_line_length=76)

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
    Pictures travel inside the HTML's part.

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
    _open(message, "alternative", letter)
    message.attach(_part(text, "plain"))
    page = _part(html, "html")
    message.attach(_with_pictures(letter, page, pictures) if pictures else page)
    content = message.as_bytes()
    _read_back(letter, message, content)
    return content


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
