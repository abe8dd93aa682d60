"""What a file may look like, and what is refused with its line and the mend."""

import pytest

from constellation.cli.files.cells import read_cell, safe_cell
from constellation.cli.files.tables import Refusal, read_table

COLUMNS = ("person_id", "department", "name")


@pytest.fixture
def read(tmp_path):
    def read_content(content, required=("person_id",)):
        (tmp_path / "people.csv").write_bytes(content.encode() if isinstance(content, str) else content)
        return read_table(tmp_path / "people.csv", COLUMNS, required)

    return read_content


@pytest.fixture
def refusal(read):
    def refusal_of(content, required=("person_id",)):
        with pytest.raises(Refusal) as refused:
            read(content, required)
        return str(refused.value)

    return refusal_of


def test_cells_are_stripped_and_lines_remembered_past_blank_ones(read):
    table = read("person_id,name\n\n p1 ,  Ada \n,,\np2,Bo\n")

    assert table["person_id"] == ["p1", "p2"]
    assert table["name"] == ["Ada", "Bo"]
    assert table.lines == [3, 5]


def test_a_column_that_is_missing_is_blank(read):
    table = read("person_id\np1\n")

    assert table["department"] == [""]
    assert "department" not in table.found


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_header_says_what_separates_cells(read, delimiter):
    table = read(f'person_id{delimiter}name\np1{delimiter}"a,b;c\td"\n')

    assert table["name"] == ["a,b;c\td"]


def test_a_byte_order_mark_and_quoted_newlines_do_no_harm(read):
    table = read(b'\xef\xbb\xbfperson_id,name\r\np1,"Ada\r\nLovelace"\r\np2,Bo\r\n')

    assert table["person_id"] == ["p1", "p2"]
    assert table["name"][0] == "Ada\r\nLovelace"
    assert table.lines == [2, 4]


def test_lines_of_old_macs_are_lines(read):
    assert read("person_id,name\rp1,Ada\rp2,Bo\r").lines == [2, 3]


@pytest.mark.parametrize("header", ["employee_id,dept", "Roster ID,UNIT", "id,Dept.", "Person-ID,department"])
def test_columns_have_synonyms_however_they_are_spelled(read, header):
    table = read(f"{header}\np1,History\n")

    assert (table["person_id"], table["department"]) == (["p1"], ["History"])


def test_unknown_columns_are_left_out_and_named(read):
    table = read("person_id,parking,,name\np1,B7,x,Ada\n")

    assert table["name"] == ["Ada"]
    [note] = table.notes
    assert note.place == "people.csv line 1"
    assert "parking, one without a name" in note.sentence


def test_short_rows_are_filled_with_blanks_and_said_once(read):
    table = read("person_id,department,name\np1\np2,History\np3,History,Ada\n")

    assert table["department"] == ["", "History", "History"]
    assert [note.place for note in table.notes] == ["people.csv lines 2, 3"]


def test_blank_cells_past_the_header_are_no_surplus(read):
    assert len(read("person_id,name,,\np1,Ada,,,,\n")) == 1


REFUSED = {
    "a surplus cell": (
        "person_id,name\np1,Ada\np2,Bo,x\n",
        "people.csv line 3: the row has 3 cells, the header 2; put",
    ),
    "an empty file": ("", "people.csv line 1: the file is empty; begin with the columns person_id, department, name."),
    "blank lines only": ("\n \n,,\n", "people.csv line 1: the file is empty; begin"),
    "other columns": (
        "who,what\n1,2\n",
        "people.csv line 1: no column person_id among those found (who, what); wanted",
    ),
    "a header further down": ("\n\nwho\n", "people.csv line 3: no column person_id"),
    "two columns of one meaning": (
        "id,Dept,unit\n",
        "people.csv line 1: the columns Dept and unit both mean department; keep one of them.",
    ),
    "not UTF-8": (
        b"person_id\n\np\xe9\n",
        "people.csv line 3: byte 0xe9 is not UTF-8; save the table as CSV in UTF-8.",
    ),
    "not UTF-8 after a mark": (b"\xef\xbb\xbfa\n\xe9", "people.csv line 2: byte 0xe9 is not UTF-8"),
    "UTF-16": ("person_id\np1\n".encode("utf-16"), "people.csv line 1: byte 0xff is not UTF-8; save"),
    "NUL": (b"person_id\np1\np\x002\n", "people.csv line 3: a NUL byte, so this is no table of text; save"),
    "an open quotation": (
        'person_id\np1\n"p2\np3\n',
        "people.csv line 3: the row that begins here cannot be told into",
    ),
    "a huge cell": ("person_id\n" + "x" * 200_000, "people.csv line 2: the row that begins here cannot be told into"),
}


@pytest.mark.parametrize(("content", "words"), REFUSED.values(), ids=REFUSED)
def test_a_wrong_file_is_refused_with_its_line_and_the_mend(refusal, content, words):
    assert refusal(content).startswith(words)


def test_a_file_that_is_not_there_or_a_folder_is_refused_by_its_name_alone(tmp_path):
    for path, words in ((tmp_path / "no.csv", "no.csv: there is no such file; check"), (tmp_path, "this is a folder")):
        with pytest.raises(Refusal, match=words) as refused:
            read_table(path, COLUMNS, ())
        assert str(tmp_path.parent) not in str(refused.value)


def test_a_refusal_is_one_printable_line(refusal):
    message = refusal('who\x1b[31m,what\x07ever,"a\nb"\n')

    assert message.isprintable()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "'=1", "''-1", "'tis", "History", "", "a=b", "'"])
def test_a_cell_made_safe_is_read_as_it_was(text):
    assert read_cell(safe_cell(text)) == text
    assert not safe_cell(text).startswith(("=", "+", "-", "@", "\t", "\r"))
