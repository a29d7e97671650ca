"""The seven items of R58: present in every letter, and missed when an editor drops one."""

from __future__ import annotations

import dataclasses
import datetime as dt
import shutil
from pathlib import Path

import pytest

from cobro.dunning.letter import Line
from cobro.letters.error import Incomplete, LetterError
from cobro.letters.renderer import Letters
from cobro.letters.seven import Item, missing, text_of
from tests.letters.samples import COSTS, LANGUAGES, NAMES, TEMPLATES, letter, line, seen

SEVERAL = (line(1), line(2, "80.00", "GBP"), line(3, "500.00", total="900.00"))

DROPS = (
    ("creditor.name", Item.PARTIES),
    ("creditor.address", Item.PARTIES),
    ("creditor.tax_id", Item.PARTIES),
    ("creditor.phone", Item.PARTIES),
    ("creditor.email", Item.PARTIES),
    ("customer.name", Item.PARTIES),
    ("customer.address", Item.PARTIES),
    ("customer.email", Item.PARTIES),
    ("follow_up", Item.FOLLOW_UP),
    ("signer.name", Item.SIGNER),
    ("signer.phone", Item.SIGNER),
    ("signer.email", Item.SIGNER),
    ("line.number", Item.INVOICES),
    ("line.issued", Item.INVOICES),
    ("line.asked", Item.AMOUNTS),
    ("total", Item.AMOUNTS),
    ("costs", Item.AMOUNTS),
    ("terms", Item.TERMS),
    ("account.iban", Item.TERMS),
    ("line.due", Item.DUE),
    ("line.reference", Item.DUE),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lines", [(line(),), SEVERAL], ids=["one", "several"])
def test_every_shipped_letter_has_the_seven(name: str, language: str, lines: tuple[Line, ...]) -> None:
    written = letter(name, language, lines)

    for form in seen(Letters(TEMPLATES).email(written)):
        assert missing(written, form, COSTS[language]) == ()


@pytest.mark.parametrize("ending", [".txt", ".html"])
@pytest.mark.parametrize("lines", [(line(),), SEVERAL], ids=["one", "several"])
@pytest.mark.parametrize(("slot", "item"), DROPS)
def test_a_template_that_drops_a_slot_is_refused(
    tmp_path: Path,
    slot: str,
    item: Item,
    lines: tuple[Line, ...],
    ending: str,
) -> None:
    folder = _copy_without(tmp_path, slot, ending)

    with pytest.raises(Incomplete) as refused:
        Letters(folder).email(letter("courtesy", "es", lines))

    assert refused.value.items == (item,)
    assert item in str(refused.value)
    assert ("HTML" if ending == ".html" else "plain text") in str(refused.value)


def _copy_without(tmp_path: Path, slot: str, ending: str) -> Path:
    """The shipped templates, with one slot gone from one form of the frame and from the letters."""
    folder = tmp_path / "templates"
    shutil.copytree(TEMPLATES, folder)
    for file in (folder / "es" / f"_frame{ending}", folder / "es" / "courtesy.txt"):
        text = file.read_text(encoding="utf-8")
        assert file.suffix == ".txt" or f"{{{{ {slot} }}}}" in text
        file.write_text(text.replace(f"{{{{ {slot} }}}}", "—"), encoding="utf-8")
    return folder


def test_a_slot_that_is_commented_out_in_html_is_missing(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    shutil.copytree(TEMPLATES, folder)
    frame = folder / "en" / "_frame.html"
    frame.write_text(frame.read_text(encoding="utf-8").replace("{{ terms }}", "<!-- {{ terms }} -->"), "utf-8")

    with pytest.raises(Incomplete, match="the HTML lacks: payment terms"):
        Letters(folder).email(letter(language="en"))


def test_an_empty_sentence_on_costs_is_missing(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    shutil.copytree(TEMPLATES, folder)
    (folder / "en" / "_costs.txt").write_text("", "utf-8")

    with pytest.raises(Incomplete, match="the statement on costs"):
        Letters(folder).email(letter(language="en"))


def test_an_empty_value_is_a_missing_item() -> None:
    full = letter()
    nobody = dataclasses.replace(full, signer=dataclasses.replace(full.signer, phone=" "))
    no_terms = dataclasses.replace(full, terms="")
    unreachable = dataclasses.replace(full, creditor=dataclasses.replace(full.creditor, phone=None))

    for broken, items in (
        (nobody, (Item.SIGNER,)),
        (no_terms, (Item.TERMS,)),
        (dataclasses.replace(full, lines=()), (Item.INVOICES,)),
    ):
        with pytest.raises(Incomplete) as refused:
            Letters(TEMPLATES).email(broken)
        assert refused.value.items == items
    with pytest.raises(LetterError, match="prints a slot that is empty"):
        Letters(TEMPLATES).email(unreachable)


def test_a_value_inside_another_one_does_not_count() -> None:
    shared = dataclasses.replace(line(), number="0042", reference="RF18 0042")
    written = letter(lines=(shared,))
    text = seen(Letters(TEMPLATES).email(written))[0]

    lacking = missing(written, text.replace("Factura 0042", "Factura").replace("factura 0042", ""), COSTS["es"])

    assert lacking == (Item.INVOICES,)


def test_an_amount_inside_a_larger_one_does_not_count() -> None:
    written = letter(lines=(line(1, "210.50"), line(2, "1000.00")))
    text = seen(Letters(TEMPLATES).email(written))[0]

    assert missing(written, text, COSTS["es"]) == ()
    assert missing(written, text.replace(": 210,50", ": 5.210,50"), COSTS["es"]) == (Item.AMOUNTS,)


def test_two_invoices_due_the_same_day_both_show_it() -> None:
    same = dt.date(2026, 9, 2)
    written = letter(lines=(line(1), dataclasses.replace(line(2), due=same)))
    text = seen(Letters(TEMPLATES).email(written))[0]

    assert text.count("2 de septiembre de 2026") == 2
    assert missing(written, text.replace("2 de septiembre de 2026", "", 1), COSTS["es"]) == (Item.DUE,)


def test_the_text_of_html_is_what_is_seen() -> None:
    html = "<head><title>no</title></head><p>1,50&nbsp;€<br>a<b>b</b>c &lt;</p><style>no</style><td>x</td><td>y</td>"

    assert text_of(html).split() == ["1,50", "€", "abc", "<", "x", "y"]
    assert "1,50\u00a0€\nabc <\n" in text_of(html)
