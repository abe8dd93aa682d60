"""Headers mean fields, in many languages and systems."""

import tomllib

import pytest

from constellation.intake.mapping.headers import TABLE, compared, is_known, meaning


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("SPRIDEN_ID", "employee_id"), ("EMPLID", "employee_id"), ("Personalnr.", "employee_id"), ("工号", "employee_id"), ("Sicil No", "employee_id"),
        ("Legal Name - Last", "family"), ("Vorname", "given"), ("Soyadı", "family"), ("What is your name? (First Last)", "name"),
        ("E-Mail", "email"), ("Email - Primary Work", "email"), ("Correo electrónico", "email"), ("mail", "email"),
        ("Department / Unit", "department"), ("FTVORGN_TITLE", "department"), ("学院", "department"), ("Birim", "department"), ("Unit(s)", "department"),
        ("Fakultät", "college"), ("Academic Unit Hierarchy", "college"), ("Position(s)", "title"), ("职称", "rank"), ("Unvan", "rank"),
        ("Appointment Start Date", "hire_date"), ("Eintritt", "hire_date"), ("入职日期", "hire_date"), ("Başlama Tarihi", "hire_date"),
        ("NBRJOBS_FTE", "fte"), ("Stellenanteil", "fte"), ("Geschlecht", "gender"), ("ORCID iD", "orcid"), ("eduPersonOrcid", "orcid"),
        ("What would you like help with?\n(Select up to 3)", "needs"), ("What could you offer to others?", "offers"),
        ("Anyone you would rather NOT be matched with? (confidential)", "avoid"), ("How many colleagues could you meet with this year?", "capacity"),
        ("Employe ID", "employee_id"), ("Emial Address", "email"), ("Departement", "department"), ("“Rank”", "rank"), ("Dept #", "department_code"),
    ],
)  # fmt: skip
def test_a_header_is_understood(header, field):
    assert meaning(header)[0] == field


@pytest.mark.parametrize("header", ["truth_key", "record", "Parking", "Favourite colour", "x", ""])
def test_a_header_that_says_nothing_of_a_person_stays_unknown(header):
    assert meaning(header)[0] == ""


def test_the_surer_words_are_surer():
    sure = [meaning(header)[1] for header in ("Employee ID", "Office: E-mail", "Emial Address", "Parking")]

    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == 4


def test_no_header_is_listed_for_two_fields():
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    fields: dict[str, set[str]] = {}
    for field, words in table.items():
        for word in words:
            fields.setdefault(compared(word), set()).add(field)

    assert not {word: found for word, found in fields.items() if len(found) > 1}


def test_values_are_not_taken_for_headers():
    assert not any(map(is_known, ["Horticulture", "Ana Wang", "2012-08-20", "Tenured", "a@b.edu"]))
