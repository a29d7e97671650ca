"""The search attributes by which operators find cases: ids and dates, set at the start, and one upsert at the end."""

from __future__ import annotations

from temporalio.common import SearchAttributeKey

CREDITOR = SearchAttributeKey.for_keyword("Creditor")
CUSTOMER = SearchAttributeKey.for_keyword("Customer")
POLICY = SearchAttributeKey.for_keyword("Policy")
DUE_DATE = SearchAttributeKey.for_datetime("DueDate")
ENDING = SearchAttributeKey.for_keyword("Ending")

ALL = (CREDITOR, CUSTOMER, POLICY, DUE_DATE, ENDING)
