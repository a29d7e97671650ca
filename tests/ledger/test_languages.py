"""Whose language a letter is written in: the customer's own, by a real provider only once its letters were reviewed."""

from __future__ import annotations

import pytest

from cobro.dunning.contact import Channel
from cobro.dunning.letter import Letter
from cobro.dunning.parties import Recipient
from cobro.ledger.languages import Chosen, language_for
from cobro.ledger.ledger import Ledger
from cobro.ledger.work import Speaks, Work
from tests.ledger.builders import COURTESY, CREDITOR, EBRO, IMPORTED, at, customer, invoice
from tests.ledger.stage import Stage

GERMAN = customer("C-1", language="de")
REAL = frozenset({Channel.EMAIL})
NOT_REVIEWED = Chosen("es", "nobody has reviewed the letters in 'de' as they are now")


class Shelf:
    """Letters in some languages, which somebody edits."""

    def __init__(self) -> None:
        self.forms = {"es": "es-1", "en": "en-1", "de": "de-1"}


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def at_work(ledger: Ledger, shelf: Shelf, real: frozenset[Channel]) -> Stage:
    """The same ledger, with these letters and these providers."""
    return Stage(Ledger(ledger._database, ledger.rules, Speaks(shelf.forms.get, real)))


def letter_of(stage: Stage) -> Letter:
    """What leaves to the customer now."""
    written: list[Letter] = []

    def render(channel: Channel, letter: Letter) -> bytes:
        written.append(letter)
        return b"words"

    stage.bring(invoice(), customers=(GERMAN,))
    stage.claim(COURTESY, render=render)
    (letter,) = written
    return letter


def chosen(stage: Stage, reader: object = GERMAN, channel: Channel = Channel.EMAIL) -> Chosen:
    with stage.ledger.reading() as session:
        work = Work(session, stage.ledger.rules, at(COURTESY), "ana", speaks=stage.ledger.speaks)
        return language_for(work, CREDITOR, reader, channel)  # type: ignore[arg-type]


def review(stage: Stage, language: str, digest: str, creditor: str = EBRO) -> None:
    stage.ledger.review_language(creditor, language, digest, at(IMPORTED), who="eva")


def test_a_language_that_nobody_reviewed_does_not_reach_a_customer(ledger: Ledger, shelf: Shelf) -> None:
    letter = letter_of(at_work(ledger, shelf, REAL))

    assert (letter.language, letter.terms) == ("es", CREDITOR.terms["es"])


def test_a_file_is_written_in_the_customer_s_language(ledger: Ledger, shelf: Shelf) -> None:
    letter = letter_of(at_work(ledger, shelf, frozenset()))

    # The creditor has no terms in it: those of its own language stand in.
    assert (letter.language, letter.terms) == ("de", CREDITOR.terms["es"])


def test_a_reviewed_language_reaches_the_customer(ledger: Ledger, shelf: Shelf) -> None:
    stage = at_work(ledger, shelf, REAL)
    ledger.register_creditor(CREDITOR, at(IMPORTED), who="ana")
    review(stage, "de", "de-1")

    assert letter_of(stage).language == "de"


def test_a_review_holds_for_the_form_that_was_shown(ledger: Ledger, shelf: Shelf) -> None:
    stage = at_work(ledger, shelf, REAL).bring(invoice(), customers=(GERMAN,))
    assert chosen(stage) == NOT_REVIEWED
    review(stage, "de", "de-1")
    assert chosen(stage) == Chosen("de")

    shelf.forms["de"] = "de-2"
    assert chosen(stage) == NOT_REVIEWED
    review(stage, "de", "de-2")
    assert chosen(stage) == Chosen("de")

    # A worker that still writes with the older form, which was reviewed too, goes on with it.
    shelf.forms["de"] = "de-1"
    assert chosen(stage) == Chosen("de")


def test_only_the_channels_that_reach_people_wait_for_a_review(ledger: Ledger, shelf: Shelf) -> None:
    stage = at_work(ledger, shelf, REAL).bring(invoice(), customers=(GERMAN,))

    assert chosen(stage, channel=Channel.EMAIL) == NOT_REVIEWED
    assert chosen(stage, channel=Channel.SMS) == Chosen("de")


def test_a_review_is_one_creditor_s(ledger: Ledger, shelf: Shelf) -> None:
    stage = at_work(ledger, shelf, REAL).bring(invoice(), customers=(GERMAN,))
    other = CREDITOR.model_copy(update={"id": "another"})
    ledger.register_creditor(other, at(IMPORTED), who="ana")
    review(stage, "de", "de-1", creditor="another")

    assert chosen(stage) == NOT_REVIEWED


def test_the_creditor_s_own_language_needs_no_review(ledger: Ledger, shelf: Shelf) -> None:
    stage = at_work(ledger, shelf, REAL).bring(invoice(), customers=(GERMAN,))

    assert chosen(stage, customer(language="es")) == Chosen("es")
    assert chosen(stage, customer(language="en")).language == "es"  # shipped, and yet to be read by somebody here


def test_a_language_without_letters_is_told(ledger: Ledger, shelf: Shelf) -> None:
    stage = at_work(ledger, shelf, REAL).bring(invoice(), customers=(GERMAN,))

    assert chosen(stage, customer(language="fr")) == Chosen("es", "there are no letters in 'fr'")


def test_a_person_at_the_customer_has_a_language_of_their_own(ledger: Ledger, shelf: Shelf) -> None:
    stage = at_work(ledger, shelf, REAL).bring(invoice(), customers=(GERMAN,))
    owner = Recipient(role="owner", name="Ana Ruiz", email="ana@espiga.example", language="de")

    assert chosen(stage, owner) == NOT_REVIEWED
    review(stage, "de", "de-1")
    assert chosen(stage, owner) == Chosen("de")
