"""What a fault says, what is overlooked, and what a step that may speak of the law may say."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobro.dunning.tone import Kind, faults_of_tone, offers_help, says_reminder, tells_harm
from cobro.dunning.tone.phrase import folded, place_of
from tests.tone.test_rates import LANGUAGES

LAW = {
    "ca": "Si no hi ha acord, podrem acudir als tribunals.",
    "de": "Ohne eine Einigung können wir das Gericht anrufen.",
    "en": "If we find no agreement, we may take the matter to court.",
    "es": "Si no hay acuerdo, podremos acudir a los tribunales.",
    "fr": "À défaut d'accord, nous pourrons saisir le tribunal.",
    "pt": "Se não houver acordo, poderemos recorrer ao tribunal.",
}
VEILED = {
    "ca": "Seria una llàstima que els seus clients ho sabessin.",
    "de": "Es wäre schade, wenn Ihre Kunden davon erfahren.",
    "en": "It would be a pity if your customers heard of it.",
    "es": "Sería una lástima que sus clientes se enterasen.",
    "fr": "Il serait dommage que vos clients l'apprennent.",
    "pt": "Seria uma pena que os seus clientes soubessem.",
}


def test_a_fault_quotes_the_words_as_they_stand_and_names_the_rule() -> None:
    (fault,) = faults_of_tone("Importe: 1.210,50 €. Este es ya nuestro TERCER\u00a0aviso, S.L.", "es")
    assert (fault.words, fault.kind, fault.rule) == ("TERCER aviso", Kind.COUNT, "R46")
    assert str(fault) == "'TERCER aviso' tells of the reminders before (R46)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_a_step_that_may_speaks_of_the_law(language: str) -> None:
    assert Kind.LAW in {fault.kind for fault in faults_of_tone(LAW[language], language)}
    assert faults_of_tone(LAW[language], language, may_mention_law=True) == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("may", [False, True])
def test_no_step_may_threaten(language: str, may: bool) -> None:
    assert Kind.THREAT in {fault.kind for fault in faults_of_tone(VEILED[language], language, may_mention_law=may)}


@pytest.mark.parametrize("name", ["Abogados Reunidos, S.L.", "Juan Moroso"])
def test_names_are_called_as_they_are_called(name: str) -> None:
    text = f"Atentamente, {name}. Llame al 1.234."
    assert faults_of_tone(text, "es")
    assert faults_of_tone(text, "es", names=(name,)) == ()


def test_people_streets_and_firms_are_known_by_what_stands_beside_their_name() -> None:
    assert faults_of_tone("Herr Richter hilft Ihnen gern.", "de") == ()
    assert faults_of_tone("Der Richter entscheidet.", "de")
    assert faults_of_tone("We delivered to 4 Court Lane for Legal Stationery Ltd.", "en") == ()
    assert faults_of_tone("We pass the file to Court Collections Ltd.", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_capitals_and_accents_do_not_hide_a_threat(language: str) -> None:
    threat = VEILED[language]
    plain = folded(threat)
    assert faults_of_tone(threat.upper(), language)
    assert faults_of_tone(plain, language)
    assert faults_of_tone(unicodedata.normalize("NFD", threat), language)
    assert faults_of_tone("\u200b".join(threat), language)


def test_a_language_that_nobody_judges_has_no_fault() -> None:
    assert faults_of_tone(VEILED["es"], "it") == ()


def test_what_a_good_letter_says_is_found() -> None:
    assert tells_harm("Este retraso nos dificulta pagar a nuestros proveedores.", "es")
    assert not tells_harm("El pago se ha retrasado.", "es")
    assert offers_help("Llame a Laura y le ayudaremos.", "es")
    assert says_reminder("Le recordamos la factura.", "es")


@given(st.text(alphabet="aÁñß œ.,'-\n·!º…X\u0301\u200b", max_size=60))
def test_a_place_in_the_folded_text_is_a_place_in_the_text(text: str) -> None:
    plain = folded(text)
    for first in range(len(plain)):
        begin, end = place_of(text, first, len(plain))
        assert 0 <= begin < end <= len(text)
        assert folded(text[begin:end]).replace(" ", "") in plain.replace(" ", "")
