"""How columns are understood by header and cells together, and how a person's decisions are kept."""

import re
from datetime import date

import pytest

from constellation.intake import Unreadable, load_remembered, mapping_text, read_bytes, unsure

TODAY = date(2020, 1, 1)
HEADERLESS = "awang@b.edu\tWang\tAna\tHistory\nblee@b.edu\tLee\tBo\tHistory\nexu@b.edu\tXu\tEwa\tMusic\n"


def reading(text, **more):
    return read_bytes(text.encode(), "roster.csv", today=TODAY, **more)


def fields(found):
    return {column.header: column.field for column in found.mapping[0].columns}


def test_cells_that_cannot_be_what_the_header_says_are_not_believed():
    found = reading("id,name,tenure\n1,Ana Wang,9\n2,Bo Lee,20\n")

    assert fields(found) == {"id": "employee_id", "name": "name", "tenure": ""}
    assert "the cells do not" in found.mapping[0].columns[2].why


def test_an_unknown_header_above_addresses_is_their_column():
    found = reading("Name,Reach them at\nAna Wang,a@b.edu\nBo Lee,b@b.edu\n")

    assert fields(found)["Reach them at"] == "email"


def test_an_unknown_header_above_opaque_keys_is_left_out():
    found = reading("record,name,truth_key\n1,Ana Wang,K1\n2,Ana Wang,K1\n")

    assert fields(found)["truth_key"] == ""
    assert found.counts.people == 2


def test_a_name_beside_a_first_name_is_the_family_name():
    assert fields(reading("Name;Vorname\nWang;Ana\nLee;Bo\n")) == {"Name": "family", "Vorname": "given"}


def test_of_two_columns_for_one_field_the_most_telling_counts():
    found = reading("ID,Employee ID,Name\na,001,Ana Wang\nb,002,Bo Lee\n")

    assert fields(found) == {"ID": "person_key", "Employee ID": "employee_id", "Name": "name"}


def test_a_slip_of_the_pen_is_understood_with_less_confidence():
    sure, unsure_ = (
        reading(f"Name,{header}\nAna Wang,History\n").mapping[0].columns[1] for header in ("Department", "Depratment")
    )

    assert unsure_.field == sure.field == "department"
    assert unsure_.confidence < sure.confidence


def test_a_mapping_file_is_taken_for_every_table_of_its_shape(tmp_path):
    first = reading(HEADERLESS)
    text = mapping_text(first).replace('["", "department"]', '["", "college"]')
    (tmp_path / "a.mapping.toml").write_text(text, encoding="utf-8")

    again = reading("kle@b.edu\tLe\tKim\tArts\n", remembered=load_remembered(tmp_path / "a.mapping.toml"))

    assert unsure(first)
    assert not unsure(again)
    assert again.rows[0]["college"] == "Arts"
    assert again.rows[0]["family"] == "Le"


def test_a_mapping_as_it_was_written_changes_nothing(tmp_path):
    text = 'Employee ID,"Name ""x"" \\ y",Dept\n1,"Wang, Ana",History\n'
    first = reading(text)
    (tmp_path / "a.mapping.toml").write_text(mapping_text(first), encoding="utf-8")

    again = reading(text, remembered=load_remembered(tmp_path / "a.mapping.toml"))

    assert fields(again) == fields(first)
    assert list(again.rows) == list(first.rows)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"department"]', '"departmint"]', "departmint"),
        ('"department"]', '"family"]', "two columns are family"),
        ("columns = [", "columns = ", "line 14: the mapping file is no TOML; close"),
        ('    ["", "given"],', '    ["", "given",', "TOML"),
        ('kind = "people"', 'kind = "cats"', "cats"),
        ("[[tables]]", "[[table]]", "[[tables]]"),
        ('["", "given"]', '["given"]', "header"),
    ],
)
def test_a_wrong_mapping_file_is_refused_with_the_mend(tmp_path, old, new, told):
    text = mapping_text(reading(HEADERLESS))
    assert text.count(old) == 1
    (tmp_path / "a.mapping.toml").write_text(text.replace(old, new), encoding="utf-8")

    with pytest.raises(Unreadable) as refused:
        load_remembered(tmp_path / "a.mapping.toml")

    assert re.match(r"a\.mapping\.toml(?: line \d+)?: ", str(refused.value))
    assert told in str(refused.value)


def test_a_mapping_goes_by_headers_not_by_places(tmp_path):
    text = "Name,Colour,Unit of it\nAna Wang,Red,History\n"
    lines = mapping_text(reading(text)).splitlines()
    at = [number for number, line in enumerate(lines) if "Colour" in line or "Unit of it" in line]
    lines[at[0]], lines[at[1]] = '    ["Unit of it", "department"],', '    ["Colour", ""],'
    (tmp_path / "a.mapping.toml").write_text("\n".join(lines), encoding="utf-8")
    fewer = tmp_path / "b.mapping.toml"
    fewer.write_text("\n".join(line for line in lines if "Colour" not in line), encoding="utf-8")

    found = [reading(text, remembered=load_remembered(path)) for path in (tmp_path / "a.mapping.toml", fewer)]

    assert [one.rows[0]["department"] for one in found] == ["History", "History"]


def test_a_mapping_of_a_headerless_table_is_not_taken_for_columns_in_another_order(tmp_path):
    (tmp_path / "a.mapping.toml").write_text(mapping_text(reading(HEADERLESS)), encoding="utf-8")
    swapped = "Wang\tawang@b.edu\tAna\tHistory\nLee\tblee@b.edu\tBo\tHistory\nXu\texu@b.edu\tEwa\tMusic\n"

    found = reading(swapped, remembered=load_remembered(tmp_path / "a.mapping.toml"))

    assert found.rows[0]["email"] == "awang@b.edu"
    assert unsure(found)


@pytest.mark.parametrize(
    "header",
    [
        "Do NOT pair me with",
        "People I'd rather not work with",
        "Who should we avoid?",
        "Conflict of interest with",
        "I do not want to be matched with",
    ],
)
def test_a_question_about_people_to_avoid_is_asked_about_and_never_quoted(header):
    found = reading(f"Name,Email,{header}\nAna Wang,a@b.edu,secret@b.edu\nBo Lee,b@b.edu,none\n")

    assert fields(found)[header] == "avoid"
    assert [column.header for _, column in unsure(found)] == [header]
    assert found.rows[0]["avoid"] == ["secret@b.edu"]
    assert not [entry for entry in found.log if "secret" in entry.found + entry.done]


def test_a_displaced_row_of_a_form_with_confidential_answers_is_set_aside_unquoted():
    header = "Name,Email,Anyone you would rather NOT be matched with?,What would you like help with?"
    found = reading(
        f"{header}\nAna Wang,a@b.edu,x,Secret Quux,Grants\nBo Lee,Secret Quux,Grants\nEwa Xu,e@b.edu,none,Grants\n"
    )

    assert [row["family"] for row in found.rows] == ["Xu"]
    assert (found.counts.set_aside, found.counts.rows_in) == (2, 3)
    assert not [entry for entry in found.log if "Quux" in entry.found + entry.done]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"# mapping\n[[tables]\n", "line 2: the mapping file is no TOML; close every quotation mark and bracket."),
        (b'[[tables]]\nshape = "a"\ncolumns = [', "line 3: the mapping file is no TOML; close every quotation mark and bracket."),
        (b"# ma\n# caf\xe9\n", "line 2: a character is not UTF-8; save the mapping file as UTF-8 text."),
    ],
)  # fmt: skip
def test_a_mapping_file_that_is_no_text_is_refused_at_its_line_in_our_own_words(tmp_path, content, told):
    (tmp_path / "a.mapping.toml").write_bytes(content)

    with pytest.raises(Unreadable) as refused:
        load_remembered(tmp_path / "a.mapping.toml")

    assert str(refused.value) == f"a.mapping.toml {told}"


def test_a_mapping_file_that_cannot_be_opened_is_refused_in_our_own_words(tmp_path):
    (tmp_path / "a.mapping.toml").mkdir()

    with pytest.raises(Unreadable) as refused:
        load_remembered(tmp_path / "a.mapping.toml")

    assert str(refused.value) == "a.mapping.toml: the mapping file cannot be read; allow reading it, or name another."
