"""The ledger's tables. Importing this package registers all of them on `Base.metadata`."""

from cobro.ledger.tables.bank import BankAccount, BankFile, BankMovement, MovementEvent, MovementState, PayerAccount
from cobro.ledger.tables.base import Base
from cobro.ledger.tables.cases import Episode, HandOver, Invoice, MoveRow
from cobro.ledger.tables.contacts import Contact, ContactStep
from cobro.ledger.tables.events import Allocation, EventRow, EventStatus
from cobro.ledger.tables.keys import ApiKey
from cobro.ledger.tables.papers import Paper, PaperKind
from cobro.ledger.tables.parties import Creditor, Customer, CustomerContact
from cobro.ledger.tables.people import (
    ASIDE,
    TALKS,
    Assignment,
    Call,
    DigestRow,
    DigestState,
    Task,
    TaskInvoice,
    TaskKind,
    TaskState,
)
from cobro.ledger.tables.policies import ExceptionRow, PolicyRow
from cobro.ledger.tables.record import Evidence, Outbox, OutboxKind
from cobro.ledger.tables.reviews import LanguageReview
from cobro.ledger.tables.silences import (
    Dispute,
    FormalNotice,
    FormalNoticeInvoice,
    Hold,
    InstalmentRow,
    Plan,
    PlanEnding,
    PlanInvoice,
    Promise,
    PromiseInvoice,
)

__all__ = [
    "ASIDE",
    "TALKS",
    "Allocation",
    "ApiKey",
    "Assignment",
    "BankAccount",
    "BankFile",
    "BankMovement",
    "Base",
    "Call",
    "Contact",
    "ContactStep",
    "Creditor",
    "Customer",
    "CustomerContact",
    "DigestRow",
    "DigestState",
    "Dispute",
    "Episode",
    "EventRow",
    "EventStatus",
    "Evidence",
    "ExceptionRow",
    "FormalNotice",
    "FormalNoticeInvoice",
    "HandOver",
    "Hold",
    "InstalmentRow",
    "Invoice",
    "LanguageReview",
    "MoveRow",
    "MovementEvent",
    "MovementState",
    "Outbox",
    "OutboxKind",
    "Paper",
    "PaperKind",
    "PayerAccount",
    "Plan",
    "PlanEnding",
    "PlanInvoice",
    "PolicyRow",
    "Promise",
    "PromiseInvoice",
    "Task",
    "TaskInvoice",
    "TaskKind",
    "TaskState",
]
