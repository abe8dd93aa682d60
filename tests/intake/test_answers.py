"""Answers of a form: options with commas in them, numbers in words, free times, and whom to avoid."""

import csv
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constellation.intake.lists.answers import (
    avoid_doubt,
    capacity_doubt,
    read_availability,
    read_avoid,
    read_capacity,
    read_formats,
    split_options,
)

OPTIONS = [
    "Promotion & tenure",
    "Work-life balance",
    "Grant writing",
    "Research & scholarly writing",
    "Leadership / chair role",
    'Getting oriented, e.g. "who to ask"',
    "Teaching, course design (incl. online)",
    "Professional networks",
]
OTHER_OPTIONS = [
    "Writing, editing, and publishing",
    "Time management",
    "Starting a lab (space, staff, money)",
    "Service, committees, governance",
    "Finding collaborators",
    "Sabbatical, leave & travel",
]


def answered(options: list[str], seed: int, joiner: str = ", ", people: int = 60) -> list[list[str]]:
    """What people check, in the order of the form."""
    chance = random.Random(seed)
    checked = [[option for option in options if chance.random() < 0.35] for _ in range(people)]
    return [one or [chance.choice(options)] for one in checked]


@pytest.mark.parametrize(
    "question", ["What would you like help with?\n(Select up to 3)", "What could you offer to others?"]
)
def test_the_form_has_eight_options_whatever_commas_they_hold(shared_data, question):
    path = shared_data / "messy_made/05_form_responses_utf8.csv"
    cells = [row[question] for row in csv.DictReader(path.open(encoding="utf-8-sig", newline=""))]

    found = split_options(cells)

    assert {option for options in found for option in options} == set(OPTIONS)
    assert all(", ".join(options) == cell for options, cell in zip(found, cells, strict=True))


@pytest.mark.parametrize("joiner", [", ", ",", ";", "; ", "\n", " | ", ";\n"])
@pytest.mark.parametrize("options", [OPTIONS, OTHER_OPTIONS])
@pytest.mark.parametrize("seed", range(3))
def test_options_are_found_whatever_joins_them(options, joiner, seed):
    checked = answered(options, seed)

    found = split_options([joiner.join(one) for one in checked])

    assert found == checked


def test_of_five_answers_the_options_are_still_found():
    checked = [
        [OPTIONS[6], OPTIONS[0]],
        [OPTIONS[5]],
        [],
        [OPTIONS[1], OPTIONS[6]],
        [OPTIONS[2], OPTIONS[5], OPTIONS[1]],
    ]

    assert split_options([", ".join(one) for one in checked]) == checked


def test_options_that_often_meet_stay_two():
    cells = ["Grants, Teaching", "Grants, Teaching", "Grants, Teaching", "Teaching", "Grants"] * 5

    assert split_options(cells)[0] == ["Grants", "Teaching"]


def test_known_options_are_kept_whole_even_in_one_answer():
    assert split_options(["Grants, Contracts, Teaching"], known=["Grants, contracts"]) == [
        ["Grants, Contracts", "Teaching"]
    ]


def test_an_own_answer_stays_in_one_piece():
    cells = ["Grants, Other: time, money, space", "Grants", "Teaching", "Teaching, Grants"]

    assert split_options(cells)[0] == ["Grants", "Other: time, money, space"]


def test_a_bracket_that_nobody_closes_swallows_nothing():
    cells = ["Grants (large, Teaching", "Teaching", "Grants", "Teaching, Grants"]

    assert split_options(cells)[0] == ["Grants (large", "Teaching"]


@given(st.lists(st.text(alphabet='ab ,;|\n()"', max_size=12), max_size=8))
def test_no_letter_of_an_answer_is_lost(cells):
    found = split_options(cells)

    letters = ["".join(filter(str.isalpha, cell)) for cell in cells]
    assert len(found) == len(cells)
    for kept, there in zip(found, letters, strict=True):
        assert set("".join(filter(str.isalpha, "".join(kept)))) == set(there)


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("one or two", (1, 2)),
        ("2-3", (2, 3)),
        ("2 – 3", (2, 3)),
        ("2 to 3 people", (2, 3)),
        ("3 (max!)", (3, 3)),
        ("as many as needed", (1, None)),
        ("∞", (1, None)),
        ("unlimited", (1, None)),
        ("0", (0, 0)),
        ("none", (0, 0)),
        ("up to 3", (0, 3)),
        ("as many as 4", (0, 4)),
        ("no more than four", (0, 4)),
        ("fewer than 3", (0, 2)),
        ("at least 2", (2, None)),
        ("more than 2", (3, None)),
        ("3+", (3, None)),
        ("2 or more", (2, None)),
        ("at least one, at most three", (1, 3)),
        ("ein oder zwei", (1, 2)),
        ("höchstens drei", (0, 3)),
        ("un ou deux", (1, 2)),
        ("jusqu’à 3", (0, 3)),
        ("uno o dos", (1, 2)),
        ("hasta 3", (0, 3)),
        ("2.0", (2, 2)),
        ("a couple", (2, 2)),
        ("3 or 2", (2, 3)),
        ("", None),
        ("2018", None),
        ("-1", None),
        ("3-Feb", None),
        ("2018-02-03", None),
        ("call me", None),
        ("I have a full plate this year", None),
    ],
)
def test_a_capacity_is_the_least_and_the_most(text, range_):
    assert read_capacity(text) == range_


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("a few", '"a few" was taken as 3'),
        ("3-Feb", 'a spreadsheet has made a date of it, perhaps from "2-3"'),
        ("call me", "no number was found in it"),
        ("2?", "it is in doubt itself"),
        ("one or two", ""),
        ("", ""),
    ],
)
def test_a_capacity_that_is_not_sure_is_said(text, doubt):
    assert capacity_doubt(text) == doubt


@given(st.text(max_size=30))
def test_any_text_is_a_range_or_none(text):
    found = read_capacity(text)

    assert found is None or (0 <= found[0] <= 99 and (found[1] is None or found[0] <= found[1] <= 99))
    assert isinstance(read_availability(text), list)
    assert isinstance(read_avoid(text), list)


def times(text: str) -> list[str]:
    return [" ".join(value for value in time.values() if value != "yes") for time in read_availability(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon/Wed mornings", ["Mon 08:00 12:00", "Wed 08:00 12:00"]),
        ("Tues 10-12, Fri 9–11", ["Tue 10:00 12:00", "Fri 09:00 11:00"]),
        ("TTh after 2", ["Tue 14:00 ", "Thu 14:00 "]),
        ("MWF 10-2", ["Mon 10:00 14:00", "Wed 10:00 14:00", "Fri 10:00 14:00"]),
        ("not Fridays", ["Fri   no"]),
        ("Mon-Wed", ["Mon  ", "Tue  ", "Wed  "]),
        ("any", ["Mon  ", "Tue  ", "Wed  ", "Thu  ", "Fri  "]),
        ("before noon on Thursdays", ["Thu  12:00"]),
        ("2-4pm Tue", ["Tue 14:00 16:00"]),
        ("Mo/Mi vormittags", ["Mon 08:00 12:00", "Wed 08:00 12:00"]),
        ("week A only", ["week A only"]),
        ("I teach Tuesdays", ["I teach Tuesdays"]),
        ("Mon 10", ["Mon 10"]),
        ("25-30", ["25-30"]),
        ("", []),
    ],
)
def test_a_free_time_is_read_as_a_whole_or_kept_as_it_was_written(text, expected):
    assert times(text) == expected


def test_working_days_but_one_say_which_one():
    assert [(t["day"], t["free"]) for t in read_availability("mornings, not Tuesdays")][-1] == ("Tue", "no")


@pytest.mark.parametrize(
    ("text", "names", "doubt"),
    [
        ("Ewa O'Connor", ["Ewa O'Connor"], ""),
        ("Mei Wang, Prof al-Haddad", ["Mei Wang", "Prof al-Haddad"], ""),
        ("Mei Wang; Ana Le", ["Mei Wang", "Ana Le"], ""),
        ("van der Berg, Gréta", ["van der Berg, Gréta"], ""),
        ("John Smith, Jr.", ["John Smith, Jr."], ""),
        ("Smith, Jones", ["Smith, Jones"], "an answer may name one person or two: ask who is meant"),
        ("my chair", ["my chair"], "an answer names a role: ask who is meant"),
        (
            "I'd rather not say here, call me",
            ["I'd rather not say here, call me"],
            "an answer asks for a talk: ask in person",
        ),
        ("none", [], ""),
        ("N/A", [], ""),
        ("", [], ""),
    ],
)
def test_whom_to_avoid_is_kept_and_the_office_told_what_to_ask(text, names, doubt):
    assert read_avoid(text) == names
    assert avoid_doubt(text) == doubt


@pytest.mark.parametrize(
    "text", ["Xylander from the third floor, you know why", "my chair and Xylander", "Xylander, Zorn"]
)
def test_what_the_office_is_told_holds_no_word_of_the_answer(text):
    assert avoid_doubt(text)
    assert "Xylander" not in avoid_doubt(text)
    assert "Xylander" in " ".join(read_avoid(text))


@pytest.mark.parametrize(
    ("options", "formats"),
    [
        (["Matched with mentors", "A mentor"], ["mentor", "mentee"]),
        (["Both"], ["mentor", "mentee"]),
        (["Part of a peer writing group"], ["peer writing group"]),
        (["One-on-one", "Small groups"], ["one-on-one", "small group"]),
        (["Zoom", "In person"], ["in person", "online"]),
        (["I want to find a mentor"], ["mentee"]),
        (["Bowling"], []),
        ([], []),
    ],
)
def test_wishes_are_read_as_formats(options, formats):
    assert read_formats(options) == formats
