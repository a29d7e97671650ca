"""What holds for every book and every movement, however they are entangled."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from cobro.bank.matching.book import Book
from cobro.bank.matching.matcher import Matcher
from cobro.bank.matching.verdict import MOST_PROPOSALS, Match
from cobro.bank.movement import Movement
from cobro.dunning.money import Money
from tests.bank.matching.drawing import DAY, IBANS, NUMBERS, UNRELATED, books, invoices, movements

OFTEN = settings(max_examples=200, deadline=None, derandomize=True)


@OFTEN
@given(data=st.data())
def test_no_invoice_gets_more_than_it_has_open_and_no_money_is_lost(data: st.DataObject) -> None:
    book = data.draw(books())
    movement = data.draw(movements(book))
    open_sums = {invoice.number: invoice.open for invoice in book.invoices}

    match = Matcher(book).match(movement)

    assert len(match.proposals) <= MOST_PROPOSALS
    assert match.certain is None or match.certain == match.proposals[0]
    for proposal in match.proposals:
        numbers = [number for number, _ in proposal.allocations]
        assert len(set(numbers)) == len(numbers)
        assert set(numbers) <= set(proposal.about)
        assert sum((part for _, part in proposal.allocations), proposal.rest) == movement.amount
        # Comparing amounts of two currencies raises: an invoice in dollars never gets euros.
        assert all(part and part <= open_sums[number] for number, part in proposal.allocations)
        assert not (proposal.rest and proposal.short)
        assert proposal.reasons


@OFTEN
@given(data=st.data())
def test_the_order_of_the_book_changes_nothing(data: st.DataObject) -> None:
    book = data.draw(books())
    movement = data.draw(movements(book))
    shuffled = replace(book, invoices=tuple(data.draw(st.permutations(book.invoices))))

    assert Matcher(shuffled).match(movement) == Matcher(book).match(movement)


@OFTEN
@given(data=st.data())
def test_invoices_of_strangers_never_turn_a_certain_match_into_another(data: st.DataObject) -> None:
    book = data.draw(books())
    movement = data.draw(movements(book))
    taken = {invoice.number for invoice in book.invoices}
    numbers = data.draw(st.lists(NUMBERS.filter(lambda number: number not in taken), max_size=6, unique=True))
    more = tuple(data.draw(invoices(UNRELATED, number)) for number in numbers)

    before = Matcher(book).match(movement).certain
    after = Matcher(replace(book, invoices=book.invoices + more)).match(movement).certain

    if before and after:
        assert after.allocations == before.allocations


@OFTEN
@given(data=st.data(), serial=st.integers(1, 9999), other=st.integers(1, 9999))
def test_a_number_is_read_however_it_is_copied(data: st.DataObject, serial: int, other: int) -> None:
    number = f"F2026-{serial:04}"
    one = replace(
        data.draw(invoices(UNRELATED, number)), open=Money.from_minor(data.draw(st.integers(1, 10**7)), "EUR")
    )
    others = () if other == serial else (replace(one, number=f"F2026-{other:04}", customer=12),)
    way = data.draw(st.sampled_from((" ", "", "-", "/", ".", " - ", "–", " / ")))
    series = data.draw(st.sampled_from(("F2026", "f2026", "F-2026", "f 2026")))
    text = data.draw(st.sampled_from(("{}", "pago {}", "s/fra. {} gracias", "FACTURA Nº{}", "fra:{}, 12.03.2026")))
    movement = Movement(DAY, DAY, one.open, credit=True, text=text.format(f"{series}{way}{serial:04}"))

    certain = Matcher(Book((one, *others))).match(movement).certain

    assert certain is not None
    assert certain.allocations == ((number, one.open),)


@OFTEN
@given(data=st.data())
def test_only_money_that_comes_in_and_is_no_correction_or_charge_is_matched(data: st.DataObject) -> None:
    book = data.draw(books())
    movement = data.draw(movements(book))
    matcher = Matcher(book)
    other = data.draw(st.sampled_from(({"credit": False}, {"reversal": True}, {"is_fee": True})))

    assert matcher.match(_but(movement, **other)) == Match()


@OFTEN
@given(data=st.data())
def test_a_name_alone_says_no_payer_and_applies_nothing(data: st.DataObject) -> None:
    book = data.draw(books())
    movement = replace(data.draw(movements(book)), text="pago de lo pendiente", payer_iban="")

    match = Matcher(book).match(movement)

    assert match.payer is None
    assert match.certain is None


@OFTEN
@given(data=st.data())
def test_a_known_account_always_says_who_paid(data: st.DataObject) -> None:
    book = data.draw(books())
    movement = data.draw(movements(book))

    payer = Matcher(book).match(movement).payer

    for iban, customers in book.accounts.items():
        if movement.payer_iban == iban:
            assert payer == next(iter(customers))
            assert IBANS[payer] == iban


def _but(movement: Movement, **fields: bool) -> Movement:
    return replace(movement, **fields)  # type: ignore[arg-type]
