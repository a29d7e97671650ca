"""Files in a request: its body, or the parts of a form."""

from __future__ import annotations

from hashlib import sha256
from http import HTTPStatus

from fastapi import Request

from cobro.gateway.body import FILES_LIMIT, read_body
from cobro.gateway.forms import FormFile, read_multipart
from cobro.gateway.plain_text import plain
from cobro.gateway.problem import Flaw, Refusal, unfit
from cobro.intake.problem import BadInput

_LONGEST_NAME = 200


async def read_files(request: Request) -> list[FormFile]:
    """The files of a request, at least one.

    Raises:
        Refusal: there is none (422), or it cannot be read (400).
    """
    content = await read_body(request, FILES_LIMIT)
    kind = request.headers.get("content-type", "")
    if not kind.lower().startswith("multipart/form-data"):
        name = request.query_params.get("name") or f"upload-{sha256(content).hexdigest()[:12]}"
        found = [FormFile(_bare(name), kind, content)]
    else:
        files = (await read_multipart(content, kind)).files
        found = [FormFile(_bare(each.name), each.media_type, each.content) for each in files]
    if not any(each.content for each in found):
        raise unfit([Flaw("", "a file")])
    return found


def refused_file(problems: BadInput) -> Refusal:
    """What is wrong with a file, as its reader tells it."""
    return unfit(
        Flaw(" ".join(filter(None, (each.where, each.field))), each.expected, each.value) for each in problems.problems
    )


def conflicting(flaws: list[Flaw]) -> Refusal:
    """A file says something else than the ledger: nothing of it was taken."""
    return Refusal(HTTPStatus.CONFLICT, "the ledger has it otherwise; nothing was stored", flaws)


def _bare(name: str) -> str:
    """The name for people: whatever path came with it is cut off, and it is opened nowhere."""
    return plain(name.replace("\\", "/").rpartition("/")[2], _LONGEST_NAME).replace("\n", " ") or "unnamed"
