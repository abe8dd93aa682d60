"""Headers, preambles, totals and trailers are told from people."""

from datetime import date
from time import perf_counter

import pytest

from constellation.intake.layout import find_header, frame_of
from constellation.intake.layout.body import TABLES, frames_of
from constellation.intake.read import read_bytes
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


def all_laid_out(*rows):
    return frames_of(RawTable("roster.csv", "", enumerate([list(row) for row in rows], start=1)))


TWO = (("Name", "Email"), ("Ana Wang", "ana@x.edu"), ("Bo Lee", "bo@x.edu"))
FOUR = (
    ("Name", "Email", "Rank", "Department"),
    ("Cy Day", "cy@x.edu", "Professor", "Physics"),
    ("Di Fox", "di@x.edu", "Lecturer", "History"),
)


@pytest.mark.parametrize("between", [[], [()], [(), ("Physics people",)], [("", "", "", "")]])
def test_tables_below_each_other_keep_all_their_people(between):
    first, second = all_laid_out(*TWO, *between, *FOUR)

    assert first.columns == [["Ana Wang", "Bo Lee"], ["ana@x.edu", "bo@x.edu"]]
    assert second.header.names == list(FOUR[0])
    assert second.columns[0] == ["Cy Day", "Di Fox"]
    assert list(second.numbers) == [len(between) + 5, len(between) + 6]


def test_a_table_far_below_another_has_its_own_columns():
    many = [(f"Ana Wang {at}", f"ana{at}@x.edu") for at in range(5000)]

    first, second = all_laid_out(TWO[0], *many, (), ("Email", "Name"), ("bo@x.edu", "Bo Lee"))

    assert len(first) == 5000
    assert second.header.names == ["Email", "Name"]
    assert second.columns == [["bo@x.edu"], ["Bo Lee"]]


def test_people_without_addresses_above_another_header_are_kept():
    first, second = all_laid_out(("Mentor", "Mentee"), ("Ana Wang", "Bo Lee"), (), *FOUR)

    assert first.columns == [["Ana Wang"], ["Bo Lee"]]
    assert len(second) == 2


def test_a_preamble_of_words_and_values_begins_no_table():
    rows = (("Department", "History"), ("Run by", "hr@x.edu"), (), *FOUR)

    frames = all_laid_out(*rows)

    assert len(frames) == 1
    assert frames[0].header.names == list(FOUR[0])


def test_no_row_is_lost_where_a_file_has_more_tables_than_are_told_apart():
    pair = (("Name", "Email"), ("Ana Wang", "ana@x.edu"), ("Email", "Name"), ("bo@x.edu", "Bo Lee"))

    frames = all_laid_out(*(pair * 200))

    assert len(frames) == TABLES
    assert sum(cells.count("Ana Wang") for frame in frames for cells in frame.columns) == 200


def test_the_header_repeated_without_its_last_columns_begins_no_table():
    frames = all_laid_out(*FOUR, (), ("Name", "Email"), ("Ed Gray", "ed@x.edu"))

    assert len(frames) == 1
    assert frames[0].columns[0] == ["Cy Day", "Di Fox", "Ed Gray"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mentor,Mentee\nAna Wang,Bob Lee\nCy Day,Di Fox\n", "pairings"),
        ("Person 1,Person 2,Reason\nAna Wang,Bob Lee,co-author\nCy Day,Di Fox,family\n", "conflicts"),
        ("Person A,Person B,Reason\nAna Wang,Bob Lee,family, close\nCy Day,Di Fox,family\n", "conflicts"),
        ("Ego,Alter\nAna Wang,Bob Lee\nCy Day,Di Fox\n", "ties"),
    ],
)
def test_the_words_of_lists_are_a_header(text, kind):
    reading = read_bytes(text.encode(), "list.csv", today=date(2026, 1, 1))

    assert reading.kind == kind
    assert [column.header for column in reading.mapping[0].columns][:2] == text.splitlines()[0].split(",")[:2]


def test_group_names_of_a_list_are_not_taken_for_its_header():
    frame = laid_out(("Mentor", "", "Mentee", ""), ("Name", "Office", "Name", "Office"), ("Ana", "12", "Bo", "14"))

    assert frame.header.names == ["Mentor: Name", "Mentor: Office", "Mentee: Name", "Mentee: Office"]


@pytest.mark.parametrize(
    "row",
    [
        ("Sum, Yi", "10023", ""), ("Sum Yi", "10023", ""), ("Count, Ada", "17", ""), ("Total, Ana", "17", ""),
        ("Noteboom, Jan", "jan@x.edu", ""), ("Note: Ana", "ana@x.edu", ""), ("Legend, John", "", ""), ("Mean, Joe", "3", ""),
    ],
)  # fmt: skip
def test_people_whose_names_begin_like_a_total_or_a_note_are_kept(row):
    frame = laid_out(("Name", "Id", "Rank"), *PEOPLE, row)

    assert frame.columns[0][-1] == row[0]
    assert not frame.aside


@pytest.mark.parametrize(
    "words", ["Sum: 12", "Sum of FTE", "Mean", "Count = 4", "Total, all ranks", "Notes: see HR", "Note 1. Old"]
)
def test_totals_and_notes_in_words_are_still_set_aside(words):
    frame = laid_out(("Name", "Dept", "Rank"), *PEOPLE, (words, "", ""))

    assert len(frame) == 2
    assert [found for _, found, _ in frame.aside] == [words]


@pytest.mark.parametrize(
    "cell", ["total" + " 1" * 20_000 + "\nx", "1" * 16_000 + "x", "note" + " " * 50_000 + "x", "a," * 20_000]
)
def test_long_cells_do_not_slow_the_layout_down(cell):
    begun = perf_counter()

    frame = laid_out(("Width", "Species", "Kind"), (cell, "", ""), ("5.1", cell, cell), ("4.9", "setosa", "b"))

    assert perf_counter() - begun < 1
    assert cell in frame.columns[0]


def test_a_cell_merged_over_rows_gives_its_value_to_each_and_that_is_said():
    rows = [("Department", "Name", "Rank"), ("History", "Ana Wang", "Professor"), ("", "Bo Lee", "Lecturer")]
    rows += [("Physics", "Cy Roe", "Professor"), ("", "Di Poe", "Lecturer"), ("", "", ""), ("", "Ed Fox", "Professor")]

    frame = laid_out(*rows, merged=((1, 0, 2, 0), (3, 0, 5, 0)))

    assert frame.columns[0] == ["History", "History", "Physics", "Physics", ""]
    assert frame.blank == 1
    done = "their value is given to each of the rows (2 cells)"
    assert frame.remarks == [(0, "cells merged over several rows", done, "", "info")]


def test_a_short_row_gets_the_value_of_a_merged_cell_at_its_end():
    frame = laid_out(("Name", "Department"), ("Ana Wang", "History"), ("Bo Lee",), merged=((1, 1, 2, 1),))

    assert frame.columns == [["Ana Wang", "Bo Lee"], ["History", "History"]]
    assert frame.short == []


def test_cells_merged_in_the_header_or_over_columns_give_nothing_away():
    rows = (("Name", "Rank", "Contact", ""), ("", "", "E-mail", "Phone"), ("Ana", "Professor", "a@b.edu", "1"))

    frame = laid_out(*rows, ("On leave", "", "", ""), merged=((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (3, 0, 3, 3)))

    assert frame.columns[0] == ["Ana", "On leave"]
    assert frame.remarks == []


def test_a_department_merged_far_below_the_first_rows_is_given_too():
    rows = [("Department", "Name")] + [("History" if n % 5 == 0 else "", f"Ana {n} Wang") for n in range(10_000)]

    frame = laid_out(*rows, merged=tuple((n + 1, 0, n + 5, 0) for n in range(0, 10_000, 5)))

    assert set(frame.columns[0]) == {"History"}
    assert "(2,000 cells)" in frame.remarks[0][2]
