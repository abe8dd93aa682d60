"""Headers, preambles, totals and trailers are told from people."""

import pytest

from constellation.intake.layout import find_header, frame_of
from constellation.intake.tables import Cancelled, Number, RawTable


def laid_out(*rows, **more):
    return frame_of(RawTable("roster.csv", "", list(enumerate([list(row) for row in rows], start=1)), **more))


PEOPLE = (("Ana Wang", "History", "Professor"), ("Bo Lee", "Physics", "Lecturer"))


def test_a_preamble_is_no_header_and_no_person():
    frame = laid_out(("Report of May", "", ""), ("Run by:", "HR", ""), ("", "", ""), ("Name", "Dept", "Rank"), *PEOPLE)

    assert frame.header.names == ["Name", "Dept", "Rank"]
    assert list(frame.numbers) == [5, 6]
    assert [number for number, _ in frame.header.above] == [1, 2]


def test_a_row_of_group_names_above_the_header_tells_equal_names_apart():
    rows = (("Mentee", "", "Mentor", ""), ("Name", "Dept", "Name", "Dept"), ("Ana", "History", "Bo", "Physics"))

    frame = laid_out(*rows, merged=((0, 0, 0, 1), (0, 2, 0, 3)))

    assert frame.header.names == ["Mentee: Name", "Mentee: Dept", "Mentor: Name", "Mentor: Dept"]


def test_a_group_name_stands_for_a_column_without_one():
    frame = laid_out(
        ("Worker", "", "Contact", ""), ("Name", "Rank", "E-mail", ""), ("Ana", "Professor", "a@b.edu", "x")
    )

    assert frame.header.names == ["Name", "Rank", "E-mail", "Contact"]


@pytest.mark.parametrize("first", [("a@univ.edu", "Wang", "History"), ("00123", "Wang", "2001-05-06")])
def test_a_table_of_data_alone_has_no_header(first):
    frame = laid_out(first, first, first)

    assert frame.header.row == 0
    assert len(frame) == 3


@pytest.mark.parametrize(
    "row",
    [
        ("Total:", Number("2"), ""), ("Count:", "2", ""), ("TRL", "2", ""), ("Grand total", "", ""), ("Total workers: 2", "", ""),
        ("Confidential – do not distribute", "", ""), ("*", "on leave", ""), ("Gesamtzahl", "2", ""), ("合计", "2", ""),
    ],
)  # fmt: skip
def test_totals_trailers_and_notes_are_set_aside_with_a_reason(row):
    frame = laid_out(("Name", "Dept", "Rank"), *PEOPLE, row)

    assert len(frame) == 2
    assert [number for number, _, _ in frame.aside] == [4]
    assert frame.aside[0][2]


def test_somebody_named_total_is_a_person():
    frame = laid_out(
        ("Name", "Dept", "Rank"), ("Total, Ana", "History", "Professor"), ("Sumner", "Physics", "Lecturer")
    )

    assert len(frame) == 2


def test_a_header_that_every_page_repeats_is_set_aside():
    frame = laid_out(("Name", "Dept", "Rank"), PEOPLE[0], ("Name", "Dept", "Rank"), PEOPLE[1])

    assert list(frame.numbers) == [2, 4]
    assert frame.aside[0][2] == "the header, repeated"


def test_rows_longer_and_shorter_than_the_header_are_remembered():
    frame = laid_out(("Name", "Dept", "Rank"), ("Ana", "History"), ("Bo", "Physics", "Lecturer", "EXTRA"))

    assert frame.short == [2]
    assert frame.ragged == [(3, "EXTRA")]
    assert frame.columns[2] == ["", "Lecturer"]


def test_blank_rows_are_counted():
    frame = laid_out(("Name", "Dept", "Rank"), PEOPLE[0], ("", "", ""), [], PEOPLE[1])

    assert frame.blank == 2
    assert len(frame) == 2


def test_nobody_is_left_where_there_is_only_a_header():
    frame = laid_out(("Name", "Dept", "Rank"))

    assert len(frame) == 0
    assert frame.header.names == ["Name", "Dept", "Rank"]


def test_reading_stops_when_asked():
    rows = [["Name", "Dept"]] + [["Ana", "History"]] * 10_000

    with pytest.raises(Cancelled):
        frame_of(RawTable("roster.csv", "", enumerate(rows, start=1)), cancelled=lambda: True)


def test_unknown_words_above_numbers_are_a_header():
    header = find_header([(1, ["Width", "Species"]), (2, ["5.1", "setosa"]), (3, ["4.9", "setosa"])])

    assert header.names == ["Width", "Species"]
    assert header.row == 1
