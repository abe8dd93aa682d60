"""Separated text: the separator is found, rows keep their lines, and a stray quote swallows nothing."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constellation.intake.formats.delimited import delimited_table
from constellation.intake.formats.dialect import dialect_of
from constellation.intake.formats.limits import Limits
from constellation.intake.tables import Unreadable

PEOPLE = [["id", "name", "unit"], ["1", "Achterberg, Mary Ann", "Plant Path"], ["2", "Le, Bo", "History"]]


def read(text: str, limits: Limits | None = None) -> tuple[list[tuple[int, list[str]]], list[tuple]]:
    remarks: list[tuple] = []
    return list(delimited_table(text, "staff.csv", remarks, limits or Limits()).rows), remarks


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^", "~", ":", "\x1f", "\x01"])
def test_the_separator_is_found_though_names_have_commas(delimiter):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(PEOPLE)

    rows, remarks = read(out.getvalue())

    assert rows == list(enumerate(PEOPLE, 1))
    assert remarks == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_ends_a_row(end):
    text = end.join(["name;unit", "Wang;History", "", "Le;Physics"])

    rows, _ = read(text)

    assert rows == [(1, ["name", "unit"]), (2, ["Wang", "History"]), (3, []), (4, ["Le", "Physics"])]


def test_one_column_is_a_table():
    text = "Name\nAchterberg, Mary Ann\nLe, Bo\n"

    rows, _ = read(text)

    assert rows == [(1, ["Name"]), (2, ["Achterberg, Mary Ann"]), (3, ["Le, Bo"])]


def test_columns_apart_by_spaces_are_columns():
    text = "Name             Unit         Rank\nMary Achterberg  Plant Path   Professor\nBo Le            History      Lecturer\n"

    rows, _ = read(text)

    assert rows[1] == (2, ["Mary Achterberg", "Plant Path", "Professor"])


@pytest.mark.parametrize("line", ["sep=;", '"sep=;"', "SEP=;", "sep=;;;;"])
def test_a_sep_line_decides_and_is_no_row(line):
    text = f"{line}\r\nname;note\r\nWang;a,b,c\r\nLe;d,e,f\r\n"

    rows, remarks = read(text)

    assert rows == [(2, ["name", "note"]), (3, ["Wang", "a,b,c"]), (4, ["Le", "d,e,f"])]
    assert [(row, found) for row, found, *_ in remarks] == [(1, line)]


def test_a_quote_that_never_closes_swallows_no_row():
    text = 'id,name,unit\n1,"Wang,History\n2,Le,Physics\n3,Xu,Music\n'

    rows, remarks = read(text)

    assert rows == [
        (1, ["id", "name", "unit"]),
        (2, ["1", '"Wang', "History"]),
        (3, ["2", "Le", "Physics"]),
        (4, ["3", "Xu", "Music"]),
    ]
    assert [(row, severity) for row, _, _, _, severity in remarks] == [(2, "warning")]


def test_a_quote_closed_by_another_stray_quote_swallows_no_row():
    lines = ["a,b,c,d", *["1,2,3,4"] * 20, '1,"2,3,4', *["5,6,7,8"] * 30, '9,10",11,12', "13,14,15,16"]

    rows, remarks = read("\n".join(lines))

    assert [row for row, _ in rows] == list(range(1, len(lines) + 1))
    assert {len(cells) for _, cells in rows} == {4}
    assert remarks[0][0] == 22


def test_a_quote_that_closes_hundreds_of_lines_later_was_never_meant():
    text = 'name,unit\n"Wang,History\n' + "Le,Law\n" * 300 + 'Xu,"Music\nPark,Law\n'

    rows, remarks = read(text)

    assert [row for row, _ in rows] == list(range(1, 305))
    assert (rows[1], rows[-1]) == ((2, ['"Wang', "History"]), (304, ["Park", "Law"]))
    assert [row for row, *_ in remarks] == [2, 303]


def test_a_file_full_of_open_quotes_is_read_line_by_line():
    text = "id,name\n" + '1,"Wang\n"2",Le\n' * 1500 + '"3","Xu, Li"\n'

    rows, remarks = read(text)

    assert len(rows) == 3002
    assert rows[3000:] == [(3001, ["2", "Le"]), (3002, ["3", "Xu, Li"])]
    assert remarks[-1][1] == "1,450 more lines with a quotation mark that is never closed"


def test_cells_that_are_rightly_quoted_stay_whole_in_a_line_with_an_open_quote():
    text = 'name,title,unit\n"Le, Bo","Professor of ""Law""","History\nXu,Lecturer,Music\n'

    rows, _ = read(text)

    assert rows[1:] == [(2, ["Le, Bo", 'Professor of "Law"', '"History']), (3, ["Xu", "Lecturer", "Music"])]


def test_a_cell_over_several_lines_is_one_cell():
    text = 'name,units,rank\nWang,"History\nMusic, early\n",Professor\nLe,Physics,Lecturer\n'

    rows, remarks = read(text)

    assert rows == [
        (1, ["name", "units", "rank"]),
        (2, ["Wang", "History\nMusic, early\n", "Professor"]),
        (5, ["Le", "Physics", "Lecturer"]),
    ]
    assert remarks == []


def test_quotes_behind_a_backslash_are_quotes_in_the_cell():
    text = 'name,wish,unit\nWang,"Getting oriented, \\"who to ask\\", grants",History\n'

    rows, remarks = read(text)

    assert rows[1] == (2, ["Wang", 'Getting oriented, "who to ask", grants', "History"])
    assert remarks[0][1] == 'quotes written as \\"'


def test_a_million_columns_are_refused():
    text = "a" + "," * 1_000_000 + "\n1\n"

    with pytest.raises(Unreadable) as refused:
        read(text)

    assert str(refused.value) == (
        "staff.csv has 1,000,001 columns in line 1, more than the 2,000 that are read; export only the columns that are needed"
    )


def test_more_rows_than_the_limit_are_refused():
    text = "name\n" * 11

    with pytest.raises(Unreadable, match=r"^staff\.csv has more than 10 rows; split it"):
        read(text, Limits(rows=10))


def test_a_cell_without_end_is_refused():
    text = "name,note\nWang," + "x" * 200_000 + "\n"

    with pytest.raises(Unreadable, match=r"^staff\.csv has a cell of more than 131,072 characters in record 2"):
        read(text)


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters='"'), max_size=12)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=3, max_size=12), st.sampled_from(",;\t|"))
@settings(max_examples=150, deadline=None)
def test_what_a_program_writes_with_all_cells_quoted_comes_back(cells, delimiter):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([["one", "two", "three"], *cells])

    rows, _ = read(out.getvalue())

    assert [row for _, row in rows] == [["one", "two", "three"], *cells]


@given(st.text('ab,"\n\r;', max_size=300))
@settings(max_examples=400, deadline=None)
def test_no_letter_is_lost_and_no_line_is_read_twice(text):
    rows, _ = read(text)

    together = "".join(cell for _, cells in rows for cell in cells)

    assert together.count("a") == text.count("a")
    assert together.count("b") == text.count("b")
    assert [row for row, _ in rows] == sorted({row for row, _ in rows})


def test_a_decimal_comma_is_no_separator():
    text = "Name;Anteil\nWang;50,0 %\nLe;100,0 %\n"

    dialect = dialect_of(text)

    assert (dialect.delimiter, dialect.width) == (";", 2)
