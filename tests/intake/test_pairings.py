"""Old pairings are read wide or long, nothing of a cell is lost, and what is not sure is asked."""

import csv
from datetime import date

import pytest

from constellation.intake.lists.pairings import is_pairings, read_pairings
from constellation.intake.people.resolve import Directory

TODAY = date(2019, 1, 1)
ROSTER = Directory(
    {
        "given": ["Robert", "Ana", "Mei", "Priya"],
        "family": ["Tran", "Muñoz", "Smith", "Smith"],
        "department": ["Botany", "Agronomy", "Mathematics", "Psychology"],
        "email": ["rtran@univ.example", "amunoz@univ.example", "msmith@univ.example", "psmith@univ.example"],
    }
)


def ties(header: list[str], *rows: list[str]) -> list[dict]:
    return read_pairings(header, list(enumerate(rows, start=2)), ROSTER, today=TODAY).ties


def test_the_wide_sheet_of_last_year_gives_every_tie(shared_data):
    folder = shared_data / "messy_made"
    truth = list(csv.DictReader((folder / "_truth_people.csv").open(encoding="utf-8-sig")))
    directory = Directory({field: [person[field] for person in truth] for field in truth[0]})
    header, *rows = csv.reader((folder / "25_old_pairings_wide.csv").open(encoding="utf-8-sig", newline=""))

    found, notes = read_pairings(header, list(enumerate(rows, start=2)), directory, today=TODAY)

    assert len(found) == 18
    assert all(tie["person_match"].position is not None for tie in found)
    assert [tie["partner"] for tie in found if tie["partner_match"].position is None] == [
        "external: Prof. at other univ."
    ]
    departments = {
        tie["partner"].partition(" (")[2][:-1]: truth[tie["partner_match"].position]
        for tie in found
        if "(" in tie["partner"]
    }
    assert all(person["department"] == department for department, person in departments.items())
    assert [(note[0], note[1], note[2]) for note in notes] == [
        (7, "Mentor 3", "TBD"),
        (0, "Mentor 2", ""),
        (0, "Mentor 3", ""),
    ]


def test_no_cell_of_a_wide_sheet_is_lost():
    header = ["Mentee", "Mentor 1", "Mentor 2", "Mentor 3", "Campus"]
    row = ["Robert Tran", "Smith", "TBD", "", "North", "beyond"]

    found, notes = read_pairings(header, [(2, row)], ROSTER, today=TODAY)

    assert [(tie["partner"], tie["slot"]) for tie in found] == [("Smith", "Mentor 1")]
    assert found[0]["more"] == {"Campus": "North", "beyond the header": "beyond"}
    assert [note[1:3] for note in notes] == [("Mentor 2", "TBD"), ("Mentor 3", "")]


@pytest.mark.parametrize(
    ("text", "started"),
    [
        ("9/2017", "2017-09"),
        ("AY 2017-18", "2017"),
        ("F17", "2017"),
        ("2017-09-01", "2017-09-01"),
        ("last year", ""),
        ("", ""),
    ],
)
def test_a_start_is_only_as_exact_as_it_was_written(text, started):
    (tie,) = ties(["Mentee", "Mentor", "Started"], ["Robert Tran", "Ana Muñoz", text])

    assert (tie["started"], tie["started_text"]) == (started, text)
    assert ("says no date" in tie["doubt"]) == (text == "last year")


@pytest.mark.parametrize(
    ("words", "ended"),
    [
        ("ended - moved", True),
        ("no longer meeting", True),
        ("5/2018", True),
        ("12/2025", False),
        ("still meeting", False),
        ("ongoing", False),
        ("ongoing?", None),
        ("meets monthly", None),
        ("", None),
    ],
)
def test_whether_a_pairing_has_ended_is_true_false_or_not_known(words, ended):
    (tie,) = ties(["Mentee", "Mentor", "Ended"], ["Robert Tran", "Ana Muñoz", words])

    assert (tie["ended"], tie["status"]) == (ended, words)
    assert bool(tie["doubt"]) == words.endswith("?")


def test_a_long_list_has_a_row_for_each_tie():
    header = ["Mentor", "Mentee", "Start date", "End date", "Status"]

    found = ties(
        header,
        ["Ana Muñoz", "Robert Tran", "2017-09-01", "2018-05-31", ""],
        ["Smith (Psychology)", "Tran, R.", "", "", "active"],
    )

    assert [(tie["person"], tie["partner"]) for tie in found] == [
        ("Robert Tran", "Ana Muñoz"),
        ("Tran, R.", "Smith (Psychology)"),
    ]
    assert [(tie["person_match"].position, tie["partner_match"].position) for tie in found] == [(0, 1), (0, 3)]
    assert [tie["ended"] for tie in found] == [True, False]
    assert (found[0]["person_role"], found[0]["partner_role"]) == ("mentee", "mentor")


def test_a_sheet_with_a_row_for_each_mentor_is_turned_round():
    found = ties(["Mentor", "Mentee 1", "Mentee 2"], ["Ana Muñoz", "Robert Tran", "Mei Smith"])

    assert [(tie["person"], tie["partner"], tie["partner_role"]) for tie in found] == [
        ("Ana Muñoz", "Robert Tran", "mentee"),
        ("Ana Muñoz", "Mei Smith", "mentee"),
    ]


def test_an_address_or_a_department_beside_a_name_says_who_is_meant():
    by_mail = ties(["Mentee", "Mentor", "Mentor email"], ["Robert Tran", "Smith", "psmith@univ.example"])
    by_unit = ties(["Mentee", "Mentor 1", "Mentor 1 Dept"], ["Robert Tran", "Smith", "Mathematics"])
    by_parts = ties(["Mentee First Name", "Mentee Last Name", "Mentor"], ["Robert", "Tran", "Ana Muñoz"])

    assert by_mail[0]["partner_match"].position == 3
    assert by_unit[0]["partner_match"].position == 2
    assert (by_parts[0]["person"], by_parts[0]["person_match"].position) == ("Robert Tran", 0)


def test_several_partners_in_one_cell_are_several_ties():
    found = ties(
        ["Name", "Matched with"],
        ["Robert Tran", "Ana Muñoz; Smith (Mathematics)"],
        ["Ana Muñoz", "Mei Smith and Priya Smith"],
    )

    assert [tie["partner_match"].position for tie in found] == [1, 2, 2, 3]


@pytest.mark.parametrize(
    ("header", "answer"),
    [
        (["Mentee", "Mentor"], True),
        (["Protégé", "Coach"], True),
        (["Person", "Partner"], True),
        (["Name", "Match"], True),
        (["Adviser", "Advisee"], True),
        (["Partner 1", "Partner 2"], True),
        (["Mentee", "Department"], False),
        (["Name", "E-mail", "Department"], False),
        (["Person A", "Person B", "Reason", "Until"], False),
        ([], False),
    ],
)
def test_a_list_of_pairings_is_known_by_its_header(header, answer):
    assert is_pairings(header) is answer


def test_without_a_roster_the_texts_are_kept_and_placeholders_left_out():
    found, notes = read_pairings(
        ["Mentee", "Mentor"], [(2, ["Robert Tran", "Ana Muñoz"]), (3, ["Le", ""])], None, today=TODAY
    )

    assert [(tie["person"], tie["partner"], tie["partner_match"].position) for tie in found] == [
        ("Robert Tran", "Ana Muñoz", None)
    ]
    assert notes == [(0, "Mentor", "", "blank cells: 1", "", "info")]


def test_a_list_without_two_people_is_said():
    found, notes = read_pairings(["Name", "Department"], [(2, ["Robert Tran", "Botany"])], None, today=TODAY)

    assert found == []
    assert notes[0][3] == "1 row was not read: no columns for two people"
