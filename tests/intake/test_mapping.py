"""How columns are understood by header and cells together, and how a person's decisions are kept."""

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
        ("columns = [", "columns = ", "TOML"),
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

    assert str(refused.value).startswith("a.mapping.toml: ")
    assert told in str(refused.value)
