"""Departments in many spellings, cut names, colleges."""

import csv
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constellation.intake.content.unit_words import likely_same, words
from constellation.intake.content.units import canonical_units, read_college, split_units

FULL = [
    "Pl Path & Micro",
    "Material Sc/Eng",
    "Sociology-Agls",
    "Vet Pathology",
    "Vet Diag/Prod",
    "Ag/Biosys Eng",
    "Ag/Biosys Eng-E",
]


def names_of(spellings, counts=None):
    units, _ = canonical_units(spellings, counts or Counter(spellings))
    return {spelling: name for spelling, (name, _, _) in units.items()}


def test_spellings_of_one_name_become_one():
    spellings = ["Statistics", "Dept of Statistics", "Department of Statistics", "STATISTICS", "Statistics.", "Statistics Dept.", "Dept. of Statistics"]  # fmt: skip

    assert set(names_of(spellings).values()) == {"Statistics"}


SHOUTED = {
    "PL PATH & MICRO": "Pl Path & Micro",
    "EEOB-LAS": "Eeob-Las",
    "SCHOOL OF ED": "School Of Ed",
    "AG/BIOSYS ENG-E": "Ag/Biosys Eng-E",
    "WOMEN'S STUDIES": "Women's Studies",
    "AESHM": "Aeshm",
}


def test_names_in_capitals_are_written_with_small_letters():
    assert names_of(list(SHOUTED)) == SHOUTED


def test_another_cell_of_the_file_gives_the_spelling():
    names = names_of(["SCHOOL OF ED", "School of Ed", "MUSIC AND THÉÂTRE", "Music & Theatre", "GDCB", "History"])

    assert names["SCHOOL OF ED"] == "School of Ed"
    assert names["MUSIC AND THÉÂTRE"] == "Music & Theatre"
    assert names["GDCB"] == "GDCB"


def test_the_most_frequent_spelling_counts():
    assert (
        names_of(["Food science", "Food Science"], {"Food science": 1, "Food Science": 9})["Food science"]
        == "Food Science"
    )


CUT = {
    "Pl Path & Mi.": "Pl Path & Micro",
    "Material Sc/.": "Material Sc/Eng",
    "Sociology-Ag.": "Sociology-Agls",
    "Vet Patholog…": "Vet Pathology",
}


@pytest.mark.parametrize(("cut", "full"), CUT.items())
def test_a_cut_name_becomes_the_only_name_that_begins_so(cut, full):
    units, _ = canonical_units([*FULL, cut], {})

    name, reason, score = units[cut]

    assert name == full
    assert "cut" in reason
    assert 0.5 < score < 1


def test_a_cut_name_that_could_be_two_stays_and_is_said():
    name, reason, score = canonical_units([*FULL, "Ag/Biosys En."], {})[0]["Ag/Biosys En."]

    assert name == "Ag/Biosys En."
    assert "Ag/Biosys Eng-E" in reason
    assert score < 0.5


def test_a_cut_name_without_a_full_one_is_lost_and_said():
    units, _ = canonical_units(["Landscape Ar.", "Music & Thea.", "History."], {})

    assert units["Landscape Ar."][0] == "Landscape Ar."
    assert "lost" in units["Landscape Ar."][1]
    assert units["History."][0] == "History"


def test_the_first_word_alone_is_resolved_only_if_one_name_begins_so():
    units, _ = canonical_units([*FULL, "Pl", "Vet"], {})

    assert units["Pl"][0] == "Pl Path & Micro"
    assert units["Vet"][0] == "Vet"
    assert "Vet Diag/Prod, Vet Pathology" in units["Vet"][1]


def test_a_whole_word_that_begins_a_name_is_only_proposed():
    units, alike = canonical_units(["World", "World Lang/Cult"], {})

    assert units["World"][0] == "World"
    assert [pair[:2] for pair in alike] == [("World", "World Lang/Cult")]


def test_the_same_name_in_two_colleges_stays_two():
    names = ["Economics-Agls", "Economics-Las", "Ag/Biosys Eng", "Ag/Biosys Eng-E", "Economics"]

    units, alike = canonical_units(names, {})

    assert [units[name][0] for name in names] == names
    assert alike == []


PROPOSED = [
    ("Comp Sci", "Computer Science"),
    ("Civil & Env. Engr.", "Civil and Environmental Engineering"),
    ("Elec Eng", "Electrical Engineering"),
    ("Statistcs", "Statistics"),
]


@pytest.mark.parametrize(("one", "other"), PROPOSED)
def test_abbreviated_and_mistyped_names_are_proposed_and_not_renamed(one, other):
    units, alike = canonical_units([one, other, "History"], {})

    assert (units[one][0], units[other][0]) == (one, other)
    assert [pair[:2] for pair in alike] == [(one, other)]
    assert 0 < alike[0][2] < 1


def test_different_sciences_are_not_proposed():
    assert likely_same(["Animal Science", "Applied Science", "Physics", "Philosophy", "Art History", "Art"]) == [("Art", "Art History", 0.7, "the first word of the only name that begins so")]  # fmt: skip


def test_the_table_of_abbreviations_is_large_and_ends_in_words():
    assert len(words()) >= 80
    assert [
        short for short, word in words().items() if any(words().get(part, part) != part for part in word.split())
    ] == []


def test_codes_of_units_are_taken_off():
    assert set(names_of(["1196 - Horticulture", "Horticulture (1196)", "Horticulture"]).values()) == {"Horticulture"}


COLLEGES = {
    "COLLEGE of AGRICULTURE & LIFE SCIENCES Hierarchy": "COLLEGE of AGRICULTURE & LIFE SCIENCES",
    "COLLEGE OF DESIGN (1234)": "COLLEGE OF DESIGN",
    "1234 - COLLEGE OF DESIGN": "COLLEGE OF DESIGN",
    "College of Design": "College of Design",
    "": "",
}


@pytest.mark.parametrize(("text", "college"), COLLEGES.items())
def test_a_college_keeps_its_spelling(text, college):
    assert read_college(text) == college


def test_units_of_one_cell_are_split_at_lines_semicolons_and_bars_only():
    assert split_units("Chemistry\nEconomics-Agls") == ["Chemistry", "Economics-Agls"]
    assert split_units("Art; History | Music") == ["Art", "History", "Music"]
    assert split_units("Elec Eng/Cp Eng, East") == ["Elec Eng/Cp Eng, East"]


def test_departments_of_a_banner_file_get_their_usual_spelling(shared_data):
    made = shared_data / "messy_made"
    with (made / "_truth_people.csv").open(encoding="utf-8", newline="") as file:
        truth = {row["employee_id"]: row["department"] for row in csv.DictReader(file)}
    with (made / "01_banner_like_cp1252.csv").open(encoding="cp1252", newline="") as file:
        found = [(row["SPRIDEN_ID"], row["FTVORGN_TITLE"]) for row in csv.DictReader(file) if row["NBRJOBS_FTE"] != "0"]

    names = names_of([name for _, name in found])

    assert {person: names[name] for person, name in found} == truth


def test_departments_of_a_list_with_duplicates_are_right_or_said_to_be_lost(shared_data):
    made = shared_data / "messy_made"
    with (made / "_truth_people.csv").open(encoding="utf-8", newline="") as file:
        truth = {row["person_key"]: row["department"] for row in csv.DictReader(file)}
    with (made / "10_duplicates_with_truth.csv").open(encoding="utf-8-sig", newline="") as file:
        found = [(row["dept"], truth[row["truth_key"]]) for row in csv.DictReader(file)]

    units, _ = canonical_units([name for name, _ in found], Counter(name for name, _ in found))

    wrong = {name for name, right in found if units[name][0] != right}
    assert {name for name in wrong if units[name][2] == 1} == set()
    assert all(units[name][0] == name and name.endswith(".") for name in wrong)


NAMES = st.text(max_size=20) | st.lists(
    st.sampled_from(["Dept of", "Vet", "Art", ".", "&", "SC", "Eng-E", "…", "Statistics", "(12)"])
).map(" ".join)


@given(st.lists(NAMES, max_size=12))
def test_any_names_are_read_without_an_error_and_none_is_lost(names):
    units, alike = canonical_units(names, Counter(names))

    assert set(units) == set(names)
    assert all(name or not spelling.strip() for spelling, (name, _, _) in units.items())
    assert all(0 < score < 1 and one != other for one, other, score, _ in alike)
