"""Conflicts are found for people and for patterns; their reasons are kept and never told."""

import csv
from datetime import date

import pytest

from constellation.intake import read as read_file
from constellation.intake.lists.conflicts import is_conflicts, read_conflicts, reason_kind
from constellation.intake.people.resolve import Directory

TODAY = date(2019, 7, 1)
HEADER = ["Person A", "Person B", "Reason", "Until"]
ROSTER = Directory(
    {
        "given": ["Robert", "Ana", "Mei", "Priya"],
        "family": ["Tran", "Muñoz", "Smith", "Smith"],
        "department": ["Botany", "Agronomy", "Mathematics", "Agronomy"],
        "email": [
            "rtran@univ.example",
            "amunoz@agron.univ.example",
            "msmith@univ.example",
            "psmith@agron.univ.example",
        ],
        "employee_id": ["012345678", "023456789", "034567890", "045678901"],
    }
)


def read(*rows: list[str]) -> tuple[list[dict], list[tuple]]:
    return read_conflicts(HEADER, list(enumerate(rows, start=2)), ROSTER, TODAY)


def test_the_list_of_last_year_is_read_whole(shared_data):
    folder = shared_data / "messy_made"
    truth = list(csv.DictReader((folder / "_truth_people.csv").open(encoding="utf-8-sig")))
    directory = Directory({field: [person[field] for person in truth] for field in truth[0]})
    header, *rows = csv.reader((folder / "26_conflicts.csv").open(encoding="utf-8-sig", newline=""))

    conflicts, notes = read_conflicts(header, list(enumerate(rows, start=2)), directory, TODAY)

    assert len(conflicts) == 21
    assert all(truth[side.positions[0]]["email"] == side.text for c in conflicts[:-1] for side in (c["a"], c["b"]))
    assert [c["row"] for c in conflicts if c["expired"]] == [4, 12, 21]
    assert {c["kind"] for c in conflicts} == {
        "grievance",
        "adviser",
        "committee",
        "family",
        "co-author",
        "supervises",
        "whole unit",
    }
    assert conflicts[-1]["a"].group == ()
    assert notes[-1][3] == "nobody of the roster fits this pattern"


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("rtran@univ.example", (0,)),
        ("12345678", (0,)),
        ("Tran, Robert", (0,)),
        ("*@agron.univ.example", (1, 3)),
        ("@agron.univ.example", (1, 3)),
        ("dept:Agronomy", (1, 3)),
        ("everybody in Agronomy", (1, 3)),
        ("*", (0, 1, 2, 3)),
        ("Smith", ()),
    ],
)
def test_a_side_is_a_person_or_everybody_a_pattern_fits(text, positions):
    ((conflict,), _) = read([text, "amunoz@agron.univ.example", "", ""])

    assert conflict["a"].positions == positions


@pytest.mark.parametrize(
    ("text", "until", "condition", "expired"),
    [
        ("2019-06-30", "2019-06-30", "", True),
        ("6/30/2019", "2019-06-30", "", True),
        ("2019-07-01", "2019-07-01", "", False),
        ("12/31/2030", "2030-12-31", "", False),
        ("June 2019", "2019-06", "", True),
        ("July 2019", "2019-07", "", False),
        ("forever", "", "", False),
        ("", "", "", False),
        ("9999-12-31", "", "", False),
        ("until tenure", "", "until tenure", False),
        ("AY 2018-19", "", "AY 2018-19", False),
    ],
)
def test_an_end_is_a_day_or_a_condition_or_open(text, until, condition, expired):
    ((conflict,), _) = read(["Robert Tran", "Ana Muñoz", "spouse", text])

    assert (conflict["until"], conflict["condition"], conflict["expired"]) == (until, condition, expired)


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("spouse", "family"),
        ("her brother-in-law", "family"),
        ("grievance", "grievance"),
        ("Title IX", "grievance"),
        ("supervises", "supervises"),
        ("B reports to A", "supervises"),
        ("serves on P&T committee for A", "committee"),
        ("co-PI", "co-author"),
        ("coauthors since 2012", "co-author"),
        ("dissertation advisor", "adviser"),
        ("whole unit", "whole unit"),
        ("does not want to", "other"),
    ],
)
def test_a_reason_has_a_kind(reason, kind):
    assert reason_kind(reason) == kind


def test_the_reason_is_kept_as_it_was_written_and_no_note_tells_it():
    conflicts, notes = read(
        ["Nobody Here", "Ana Muñoz", "secret dispute over a lab", "until the lab has moved"],
        ["Smith", "", "secret", "?"],
    )

    assert conflicts[0]["reason"] == "secret dispute over a lab"
    assert [note[0] for note in notes] == [2, 2, 3, 3]
    assert not any(word in repr(notes) for word in ("secret", "lab", "Nobody", "Smith"))


def test_somebody_in_conflict_with_herself_is_asked_about():
    _, notes = read(["Ana Muñoz", "amunoz@agron.univ.example", "", ""])

    assert [note[3] for note in notes] == ["both sides are one person"]


@pytest.mark.parametrize(
    ("header", "answer"),
    [
        (HEADER, True),
        (["Name", "Conflict with", "Why"], True),
        (["Faculty 1", "Faculty 2", "Expires"], True),
        (["Mentee", "Mentor", "Until"], False),
        (["Name", "Department", "Notes"], False),
        (["Person A", "Person B"], False),
    ],
)
def test_a_list_of_conflicts_is_known_by_its_header(header, answer):
    assert is_conflicts(header) is answer


def test_columns_for_one_person_only_are_said():
    conflicts, notes = read_conflicts(["Name", "Reason"], [(2, ["Tran", "spouse"])], ROSTER, TODAY)

    assert conflicts == []
    assert notes[0][3] == "1 row was not read: no columns for two people"


@pytest.mark.parametrize(
    ("text", "positions", "missing"),
    [
        ("rtran@univ.example, amunoz@agron.univ.example", (0, 1), 0),
        ("rtran@univ.example;amunoz@agron.univ.example", (0, 1), 0),
        ("rtran@univ.example and amunoz@agron.univ.example", (0, 1), 0),
        ("rtran@univ.example/amunoz@agron.univ.example", (0, 1), 0),
        ("rtran@univ.example\namunoz@agron.univ.example", (0, 1), 0),
        ("012345678, 023456789", (0, 1), 0),
        ("Tran, Robert; Muñoz, Ana", (0, 1), 0),
        ("Robert Tran, Ana Muñoz and Mei Smith", (0, 1, 2), 0),
        ("Tran, Robert <rtran@univ.example>; Muñoz, Ana <amunoz@agron.univ.example>", (0, 1), 0),
        ("rtran@univ.example, gone@univ.example", (0,), 1),
        ("rtran@univ.example; Nobody Here", (0,), 1),
        ("Tran, Robert", (0,), 0),
        ("Tran, Ana", (), 0),
        ("Tran, Robert, rtran@univ.example", (0,), 0),
        ("dept:Agronomy; Robert Tran", (1, 3, 0), 0),
    ],
)
def test_a_cell_may_list_several_people_and_says_who_is_missing(text, positions, missing):
    ((conflict,), notes) = read([text, "Priya Smith", "", ""])

    assert (conflict["a"].positions, conflict["a"].missing) == (positions, missing)
    assert len(notes) == (1 if missing or not positions else 0)


def test_the_ids_of_the_tidy_list_of_a_design_are_the_two_people():
    rows = [(2, ["012345678", "023456789", "spouse"])]

    conflicts, notes = read_conflicts(["person_id", "partner_id", "reason"], rows, ROSTER, TODAY)
    mentors, _ = read_conflicts(["person", "mentor_id", "reason"], rows, ROSTER, TODAY)

    assert [(c["a"].positions, c["b"].positions) for c in (*conflicts, *mentors)] == [((0,), (1,))] * 2
    assert notes == []


def test_a_tidy_list_is_read_as_one_by_intake(tmp_path):
    file = tmp_path / "conflicts.csv"
    file.write_text("person_id,partner_id,reason\na1@u.example,a2@u.example,spouse\n", encoding="utf-8")

    reading = read_file(file, today=TODAY)

    assert (reading.kind, reading.counts.rows_in, reading.counts.set_aside) == ("conflicts", 1, 0)
