"""The creditor's file: the example reads clean, and each slip gives one line with its field."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobro.intake.creditor_yaml import read_creditor
from cobro.intake.problem import BadInput
from tests.intake.sample import CREDITOR, ROOT, as_file

GOOD = (ROOT / "examples" / "creditor.yaml").read_text(encoding="utf-8")

SLIPS = [
    ("id: talleres-ebro ", "id: Talleres Ebro ", "id", "small letters and digits"),
    ("name: Talleres Ebro, S.L.", "name: 2026-01-01", "name", "text (in quotes"),
    ('phone: "+34976000100"', "phone: +34976000100", "phone", "text (in quotes"),
    ('phone: "+34976000100"', 'phone: "12"', "phone", "a telephone number like"),
    ("administracion@", "administracion", "email", "an e-mail address"),
    ("0005 1332", "0005 1323", "ibans.0", "an IBAN whose check digits are right"),
    ("- ES91", "- ES٩١", "ibans.0", "an IBAN whose check digits are right"),
    ("country: ES ", "country: NO ", "country", "text (in quotes"),
    ("country: ES ", "country: es ", "country", "two capital letters, like ES"),
    ("country: ES ", "country: XX ", "country", "an ISO 3166 country code"),
    ("region: AR ", "region: Zaragoza ", "region", "one of AN, AR"),
    ("zone: Europe/Madrid", "zone: Europe/Zaragoza", "zone", "a time zone like Europe/Madrid"),
    ("zone: Europe/Madrid", "zone: ../etc/localtime", "zone", "a time zone like Europe/Madrid"),
    ("language: es ", "language: español ", "language", "two small letters, like es"),
    ("  en: >-", "  EN: >-", "terms.EN", "two small letters, like es"),
    ("policy: four-weeks", "polity: four-weeks", "polity", "one of the fields id, name,"),
    ("seniority: junior", "seniority: boss", "staff.0.seniority", "one of 'junior' or 'senior'"),
    (
        "    seniority: senior",
        "    seniority: senior\n    age: 3",
        "staff.1.age",
        "name, email, phone, seniority, sales",
    ),
    ("irene.lacasa@", "irene.lacasa@@", "staff.0.email", "an e-mail address"),
    ('"+34976000102"', '"+34"', "staff.1.phone", "a telephone number like"),
    ("seniority: senior", "seniority: junior", "", "at least one member has to be senior"),
    ("seniority: senior", "seniority: senior\n    sales: true", "", "at least one member has to be senior"),
    ("  - ES91", "  - ES9121000418450200051332\n  - ES91", "ibans", "each account once"),
    ("country: ES ", "reply_to: cobros\ncountry: ES ", "reply_to", "an e-mail address"),
    ("country: ES ", "logo: none.png\ncountry: ES ", "logo", "the path of a PNG or JPEG file"),
    ("country: ES ", "logo: .\ncountry: ES ", "logo", "the path of a PNG or JPEG file"),
    (
        "country: ES ",
        "billing_contact: {name: P, email: p@e.example}\ncountry: ES ",
        "billing_contact.phone",
        "a value",
    ),
]


SLIPS += [
    ("country: ES ", f"digest_at: {said}\ncountry: ES ", "digest_at", 'a time of day in quotes, like "08:00"')
    for said in ("morning", "8", "930", "10:30", '"24:00"', '"8:00"', "true")
]
SLIPS += [
    ("country: ES ", "digest: perhaps\ncountry: ES ", "digest", "true or false"),
    ("name: Tomás Bielsa", "name: Irene Lacasa", "staff", "each name once"),
]


@pytest.mark.parametrize(("good", "bad", "field", "expected"), SLIPS)
def test_each_slip_gives_one_problem(tmp_path: Path, good: str, bad: str, field: str, expected: str) -> None:
    assert good in GOOD
    with pytest.raises(BadInput) as refused:
        read_creditor(as_file(tmp_path, GOOD.replace(good, bad, 1), "mine.yaml"))
    (problem,) = refused.value.problems
    assert problem.field == field
    assert problem.where.startswith("mine.yaml, line ")
    assert expected in problem.expected
    assert len(str(problem).splitlines()) == 1


def test_values_take_their_stored_form(tmp_path: Path) -> None:
    written = GOOD.replace('"+34976000101"', '"976 000 101"')
    assert read_creditor(as_file(tmp_path, written)) == CREDITOR
    assert CREDITOR.ibans == ("ES9121000418450200051332",)
    assert CREDITOR.staff[0].phone == "+34976000101"
    assert "\n" not in CREDITOR.terms["es"]


@pytest.mark.parametrize(
    ("said", "at", "whether"),
    [("", "08:00", True), ("digest_at: 07:15", "07:15", True), ('digest_at: "10:30"\ndigest: off', "10:30", False)],
)
def test_the_morning_s_digest_has_an_hour_or_is_switched_off(tmp_path: Path, said: str, at: str, whether: bool) -> None:
    creditor = read_creditor(as_file(tmp_path, f"{GOOD.rstrip()}\n{said}\n"))
    assert (f"{creditor.digest_at:%H:%M}", creditor.digest) == (at, whether)


def test_a_problem_names_the_line_of_its_field(tmp_path: Path) -> None:
    line = 1 + GOOD.splitlines().index("    seniority: junior")
    with pytest.raises(BadInput, match=f"^mine.yaml, line {line}, staff.0.seniority: expected one of"):
        read_creditor(as_file(tmp_path, GOOD.replace("seniority: junior", "seniority: x"), "mine.yaml"))


def test_all_problems_come_together(tmp_path: Path) -> None:
    text = (
        GOOD.replace("0005 1332", "0005 1333").replace("irene.lacasa@", "irene@@").replace("name: Tall", "nome: Tall")
    )
    with pytest.raises(BadInput) as refused:
        read_creditor(as_file(tmp_path, text))
    assert {problem.field for problem in refused.value.problems} == {"ibans.0", "staff.0.email", "name", "nome"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "c.yaml: expected a file with something in it"),
        ("# nothing\n", "c.yaml, line 1: expected fields, each on a line like"),
        ("id: [\n", "c.yaml, line 2: expected well-formed YAML ("),
        ("id: a\nname: b: c\n", "c.yaml, line 2: expected well-formed YAML ("),
        ("id: a\nid: b\n", "c.yaml, line 2: expected well-formed YAML (the field id stands here a second time)"),
        ("id: 2026-02-31\n", "c.yaml: expected well-formed YAML (a value that is not what it looks like"),
        ("id: a\nname: \0", "c.yaml, line 2: expected well-formed YAML (a character"),
        ("[" * 5000, "c.yaml: expected well-formed YAML (parts within parts too deep)"),
        ("!!python/object:os.system x", "c.yaml, line 1: expected well-formed YAML ("),
    ],
)
def test_what_is_no_yaml_gives_one_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_creditor(as_file(tmp_path, text, "c.yaml"))
    (line,) = str(refused.value).splitlines()
    assert line.startswith(told)


def test_a_logo_is_seen_from_the_file_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "logo.jpg").write_bytes(b"\xff\xd8\xff and so on")
    file = as_file(tmp_path, GOOD + "\nlogo: logo.jpg\n", "mine.yaml")

    assert read_creditor(file).logo == str(tmp_path / "logo.jpg")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            None,
            "expected the path of a PNG or JPEG file that can be read, from the folder of this file, got 'logo.png'",
        ),
        (b"<svg/>", "expected a picture file, PNG or JPEG, of at most 64 KB, got 'logo.png'"),
        (b"\xff\xd8\xff" + bytes(64 * 1024), "expected a picture file, PNG or JPEG, of at most 64 KB, got 'logo.png'"),
    ],
    ids=["gone", "another kind", "large"],
)
def test_a_logo_that_mail_cannot_carry_is_refused(tmp_path: Path, content: bytes | None, expected: str) -> None:
    if content is not None:
        (tmp_path / "logo.png").write_bytes(content)

    with pytest.raises(BadInput) as refused:
        read_creditor(as_file(tmp_path, GOOD + "\nlogo: logo.png\n", "mine.yaml"))
    (problem,) = str(refused.value).splitlines()
    assert problem.startswith("mine.yaml, line ")
    assert problem.endswith(f", logo: {expected}")


def test_what_may_be_left_out_is_read(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n...")
    billing = "billing_contact: {name: Pilar, email: facturas@ebro.example, phone: 976 000 103}\n"
    more = f"{billing}reply_to: cobros@ebro.example\nlogo: logo.png\ncountry: ES "
    creditor = read_creditor(as_file(tmp_path, GOOD.replace("country: ES ", more, 1)))
    assert creditor.billing_contact
    assert creditor.billing_contact.phone == "+34976000103"
    assert (creditor.reply_to, creditor.logo) == ("cobros@ebro.example", str(tmp_path / "logo.png"))
