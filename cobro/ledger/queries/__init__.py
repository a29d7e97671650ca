"""What people read of the ledger: the book, the desk, one case, and what is new. Nothing here changes anything."""

from cobro.ledger.concerned import invoices_of_event as numbers_of
from cobro.ledger.queries.announced import AnnouncedLine, announced_late
from cobro.ledger.queries.bank import (
    AccountLine,
    MovementLine,
    ProposalLine,
    accounts,
    find_movement,
    waiting_movements,
)
from cobro.ledger.queries.case_file import CaseFile, Chain, Record, case_file
from cobro.ledger.queries.cases import CaseLine, Next, Which, cases, creditors, currencies, find_invoice
from cobro.ledger.queries.collectors import AssignmentLine, assignments
from cobro.ledger.queries.crossed import crossed
from cobro.ledger.queries.desk import (
    CreditLine,
    KeptLine,
    TaskLine,
    credits,
    find_task,
    invoice_to_answer,
    invoices_of_task,
    kept,
    open_tasks,
)
from cobro.ledger.queries.digest import morning_digest
from cobro.ledger.queries.exceptions import ExceptionLine, ExceptionState, exceptions_of
from cobro.ledger.queries.news import NewsLine, Sofar, latest_news, news, so_far

__all__ = [
    "AccountLine",
    "AnnouncedLine",
    "AssignmentLine",
    "CaseFile",
    "CaseLine",
    "Chain",
    "CreditLine",
    "ExceptionLine",
    "ExceptionState",
    "KeptLine",
    "MovementLine",
    "NewsLine",
    "Next",
    "ProposalLine",
    "Record",
    "Sofar",
    "TaskLine",
    "Which",
    "accounts",
    "announced_late",
    "assignments",
    "case_file",
    "cases",
    "creditors",
    "credits",
    "crossed",
    "currencies",
    "exceptions_of",
    "find_invoice",
    "find_movement",
    "find_task",
    "invoice_to_answer",
    "invoices_of_task",
    "kept",
    "latest_news",
    "morning_digest",
    "news",
    "numbers_of",
    "open_tasks",
    "so_far",
    "waiting_movements",
]
