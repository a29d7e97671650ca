"""`/v1/invoices` and `/v1/bank`: the files that billing and the bank write, as they are."""

from __future__ import annotations

import asyncio
import datetime as dt
from functools import partial
from http import HTTPStatus

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from cobro.dunning.answer import Answer
from cobro.dunning.parties import Creditor
from cobro.gateway.documents import answers_of, described_file
from cobro.gateway.forms import FormFile
from cobro.gateway.gate import Gate
from cobro.gateway.invoice_files import take_einvoices
from cobro.gateway.problem import Flaw
from cobro.gateway.uploads import conflicting, read_files, refused_file
from cobro.intake.problem import BadInput
from cobro.ledger.bank_taken import BankTaken
from cobro.ledger.keys import Holder, Scope
from cobro.ledger.registering import Conflict

_AT_ONCE = 2
"""Files are read by so many at a time: a large one takes a processor for seconds, and events go on meanwhile."""


class InvoicesSaid(BaseModel):
    """What came of e-invoices: how many are new, how many were known, and the answers to their credit notes."""

    invoices: int
    known: int
    customers: int
    credits: list[Answer]


class AccountSaid(BaseModel):
    """What a bank's file told of one account: numbers of movements, and up to which day the account is known."""

    account: str
    new: int
    known: int
    applied: int
    proposed: int
    unexplained: int
    reversed: int
    known_up_to: dt.date | None


class BankSaid(BaseModel):
    """What came of one file of the bank. `repeated`: the same file had been taken before."""

    file: str
    repeated: bool
    accounts: list[AccountSaid]


def file_routes(gate: Gate) -> APIRouter:
    """The routes of files."""
    routes = APIRouter(tags=["files"])
    free = asyncio.Semaphore(_AT_ONCE)

    @routes.post(
        "/v1/invoices",
        summary="Hand in e-invoices",
        response_model=InvoicesSaid,
        responses=answers_of(400, 401, 403, 408, 409, 413, 422, 429),
        openapi_extra=described_file("UBL 2.1, CII, Factur-X or Facturae 3.2.x; several as a form"),
    )
    async def take_invoices(request: Request) -> JSONResponse:
        """All files of a request, or none. The same file again changes nothing; it is kept as evidence."""
        holder = await gate.access.require(request, Scope.FILES)
        files = await read_files(request)
        creditor = await gate.creditor(holder.creditor)
        async with free:
            said = await asyncio.to_thread(_take_invoices, gate, holder, creditor, files)
        gate.on_news()
        return JSONResponse(said.model_dump(mode="json"), HTTPStatus.OK)

    @routes.post(
        "/v1/bank",
        summary="Hand in files of the bank",
        response_model=list[BankSaid],
        responses=answers_of(400, 401, 403, 408, 413, 422, 429),
        openapi_extra=described_file("camt.052, camt.053, camt.054, Norma 43, MT940, or a ZIP; several as a form"),
    )
    async def take_bank(request: Request) -> JSONResponse:
        """What is certainly paid is applied, the rest waits for a person. The same file again changes nothing, and a
        movement that two files tell of is counted once. Of several files, those before one that is refused are taken.
        """
        holder = await gate.access.require(request, Scope.FILES)
        files = await read_files(request)
        async with free:
            said = [await asyncio.to_thread(partial(_take_bank, gate, holder, each)) for each in files]
        gate.on_news()
        return JSONResponse([each.model_dump(mode="json") for each in said], HTTPStatus.OK)

    return routes


def _take_invoices(gate: Gate, holder: Holder, creditor: Creditor, files: list[FormFile]) -> InvoicesSaid:
    try:
        brought = take_einvoices(gate.ledger, creditor, files, gate.clock.now(), who=holder.name)
    except BadInput as problems:
        raise refused_file(problems) from None
    except Conflict as conflict:
        wrong = conflict.contradictions
        raise conflicting(
            [Flaw(f"invoice {each.invoice}, {each.field}", each.expected, each.came) for each in wrong]
        ) from None
    registered = brought.registered
    return InvoicesSaid(
        invoices=registered.invoices,
        known=registered.known,
        customers=registered.customers,
        credits=list(brought.credits),
    )


def _take_bank(gate: Gate, holder: Holder, file: FormFile) -> BankSaid:
    now = gate.clock.now()
    try:
        taken = gate.ledger.take_bank_file(
            holder.creditor, file.name, file.content, now, who=holder.name, source="http"
        )
    except BadInput as problems:
        raise refused_file(problems) from None
    return _said(taken)


def _said(taken: BankTaken) -> BankSaid:
    accounts = [
        AccountSaid(
            account=each.account,
            new=each.new,
            known=each.known,
            applied=each.applied,
            proposed=each.proposed,
            unexplained=each.unexplained,
            reversed=each.reversed,
            known_up_to=each.known_up_to,
        )
        for each in taken.accounts
    ]
    return BankSaid(file=taken.file, repeated=taken.repeated, accounts=accounts)
