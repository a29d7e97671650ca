"""A matcher that is kept in step while invoices are paid says what one that is made ready anew says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cobro.bank.matching.book import Book
from cobro.bank.matching.matcher import Matcher
from cobro.dunning.money import Money
from cobro.ledger.bank_book import LiveMatcher
from tests.bank.labelled.reading import books, content_of, labelled

CONTENT = content_of("by_hand")
BOOKS = books(CONTENT)
MOVEMENTS = {creditor: [row.movement for row in labelled(CONTENT) if row.creditor == creditor] for creditor in BOOKS}


@pytest.mark.parametrize("creditor", BOOKS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_paying_one_by_one_is_the_same_as_a_new_book(creditor: str, data: st.DataObject) -> None:
    book = BOOKS[creditor]
    live = LiveMatcher(book)
    left = {invoice.number: invoice.open for invoice in book.invoices}
    for number in data.draw(st.lists(st.sampled_from(sorted(left)), max_size=8)):
        most = left[number].minor
        left[number] = Money.from_minor(data.draw(st.sampled_from([0, most // 2, most])), left[number].currency)
        live.pay(number, left[number])
    gone = frozenset(data.draw(st.sets(st.sampled_from(sorted({invoice.customer for invoice in book.invoices})))))
    live.expect(gone, ())

    fresh = Matcher(
        Book(
            tuple(replace(invoice, open=left[invoice.number]) for invoice in book.invoices),
            book.accounts,
            tuple(one for one in book.expected if one.customer not in gone),
            book.tolerance,
        )
    )
    for movement in data.draw(st.lists(st.sampled_from(MOVEMENTS[creditor]), min_size=10, max_size=30)):
        assert live.match(movement) == fresh.match(movement)
