"""The tone of a letter as it is written for a customer: what it may not say, and what it has to (R45 to R53)."""

from __future__ import annotations

from collections.abc import Iterator

from cobro.dunning import tone
from cobro.dunning.letter import Letter
from cobro.dunning.parties import Creditor
from cobro.letters.renderer import Written
from cobro.letters.short import says, texted
from cobro.letters.slots import tidied
from cobro.letters.uses import Use
from cobro.letters.wording import one_line


def wrong_in_mail(letter: Letter, written: Written, use: Use) -> Iterator[str]:
    """What is wrong with the tone of an e-mail, in words for whoever edits the template."""
    letter = tidied(letter)
    yield from _said(letter, written.seen, use)
    told = "\n".join((written.subject, *written.paragraphs))
    reachable = any(letter.signer.name in each and letter.signer.phone in each for each in written.paragraphs)
    yield from _unsaid(letter, told, use, reachable=reachable)


def wrong_in_text_message(letter: Letter, text: str, use: Use) -> Iterator[str]:
    """What is wrong with the tone of a text message."""
    letter = tidied(letter)
    yield from _said(letter, text, use)
    reachable = says(text, letter.signer.name) and says(text, letter.signer.phone)
    yield from _unsaid(letter, text, use, reachable=reachable)


def wrong_in_terms(creditor: Creditor) -> Iterator[str]:
    """What is wrong with the tone of the creditor's own sentences, which stand in every letter: field and fault."""
    for language, terms in sorted(creditor.terms.items()):
        for fault in tone.faults_of_tone(one_line(terms), language, names=(creditor.name,)):
            yield f"terms.{language}: {fault}"


def _said(letter: Letter, text: str, use: Use) -> Iterator[str]:
    names = _names(letter)
    plain = tuple(texted(name) for name in names)
    for fault in tone.faults_of_tone(
        text, letter.language, may_mention_law=use.may_mention_law, names=(*names, *plain, letter.terms)
    ):
        yield str(fault)


def _unsaid(letter: Letter, told: str, use: Use, *, reachable: bool) -> Iterator[str]:
    language = letter.language
    if not tone.is_judged(language):
        return
    if use.reminds and not tone.says_reminder(told, language):
        yield "it is not called a reminder (R45)"
    if use.tells_harm and not tone.tells_harm(told, language):
        yield "it does not say plainly what harm the delay does (R47)"
    if use.offers_help and not (reachable and tone.offers_help(told, language)):
        yield "it does not offer help with the signer's name and number (R53)"


def _names(letter: Letter) -> tuple[str, ...]:
    parties = (letter.creditor, letter.customer)
    values = [value for party in parties for value in (party.name, party.address, party.contact)]
    values += [value for party in (*parties, letter.signer) for value in (party.email, party.phone)]
    values += [letter.signer.name]
    values += [value for line in letter.lines for value in (line.number, line.reference)]
    return tuple(value for value in values if value)
