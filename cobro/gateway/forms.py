"""Form data as bytes: what each field is encoded in is known only after other fields were read."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import parse_qsl

from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from cobro.gateway.body import FILES_LIMIT
from cobro.gateway.problem import Refusal

# It warns of each byte that it does not understand, and strangers send those.
logging.getLogger("python_multipart").setLevel(logging.ERROR)

_MOST_FIELDS = 200
_MOST_FILES = 100


@dataclass(frozen=True, slots=True)
class FormFile:
    """A file of a form. `name` is what its sender calls it: for people, never a path."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Form:
    """The fields, the last of each name; and the files in their order."""

    fields: Mapping[str, bytes] = field(default_factory=dict)
    files: tuple[FormFile, ...] = ()


async def read_multipart(content: bytes, content_type: str) -> Form:
    """The parts of `multipart/form-data`.

    Raises:
        Refusal: it is another kind of content (415), or cannot be read (400).
    """
    if not content_type.lower().startswith("multipart/form-data"):
        raise Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Type: expected multipart/form-data")

    async def whole() -> AsyncGenerator[bytes, None]:
        yield content

    # Read as Latin-1, every byte is one character and back.
    headers = Headers({"content-type": f"{content_type}; charset=latin-1"})
    parser = MultiPartParser(
        headers, whole(), max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=FILES_LIMIT
    )
    try:
        parts = await parser.parse()
    except MultiPartException:
        raise Refusal(HTTPStatus.BAD_REQUEST, "body: expected multipart/form-data that is whole") from None
    try:
        fields = {name: _bytes(value) for name, value in parts.multi_items() if isinstance(value, str)}
        uploads = [value for _, value in parts.multi_items() if isinstance(value, UploadFile)]
        files = [FormFile(_name(each.filename), each.content_type or "", await each.read()) for each in uploads]
        return Form(fields, tuple(files))
    finally:
        await parts.close()


def read_urlencoded(content: bytes) -> list[tuple[str, str]]:
    """The pairs of `application/x-www-form-urlencoded`, in their order.

    Raises:
        Refusal: it cannot be read (400).
    """
    try:
        return parse_qsl(content.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError:  # not ASCII, too many fields, or bytes that are no UTF-8
        raise Refusal(HTTPStatus.BAD_REQUEST, "body: expected application/x-www-form-urlencoded") from None


def _bytes(value: str) -> bytes:
    return value.encode("latin-1", "replace")


def _name(filename: str | None) -> str:
    return _bytes(filename or "").decode("utf-8", "replace")
