"""Ids and codes that spreadsheets have damaged, and ORCID iDs."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constellation.intake.content.ids import judge_ids
from constellation.intake.content.orcid import fits, read_orcid

NINE_WIDE = ["079918134", "085938498", "008038756", "025139968", "049482748", "056567031", "037610410", "078442244"]


def as_text(values):
    return judge_ids(values, [False] * len(values))


def as_numbers(values):
    return judge_ids(values, [True] * len(values))


def test_ids_with_all_their_zeros_are_not_damaged():
    column = as_text(NINE_WIDE)

    assert (column.width, column.damaged, column.values) == (9, {}, NINE_WIDE)


def test_a_leading_zero_that_was_lost_is_said_and_never_put_back():
    values = [str(int(value)) for value in NINE_WIDE]

    column = as_numbers(values)

    assert column.values == values
    assert set(column.damaged) == set(range(8))
    assert "leading zeros may be lost; ask for the ids as text" in column.damaged[0]


def test_only_the_shorter_ids_are_doubtful_where_others_kept_their_zeros():
    column = as_text([*NINE_WIDE, "9755281"])

    assert set(column.damaged) == {8}


@pytest.mark.parametrize("values", [[str(n) for n in range(1, 200)], [str(n) for n in range(90000, 90300)], [str(12345678 + 7 * n) for n in range(50)], ["A1", "A12", "A123"], ["1"], []])  # fmt: skip
def test_numbers_counted_one_by_one_or_of_one_width_are_not_damaged(values):
    assert as_numbers(values).damaged == {}
    assert as_text(values).damaged == {}


def test_a_rounded_number_is_lost_and_makes_the_whole_column_doubtful():
    column = as_text(["79918134", "8.59E+07", "91925383", "8,04E+06"])

    assert column.values == ["79918134", "", "91925383", ""]
    assert "rounded" in column.damaged[1]
    assert "leading zeros" in column.damaged[0]


def test_a_code_that_became_a_date_is_lost():
    column = as_text(["3-Mar", "MAR3", "1E+03", "00123", "SEPT1", "1-Sep"])

    assert column.values == ["", "MAR3", "", "00123", "SEPT1", ""]
    assert set(column.damaged) == {0, 1, 2, 4, 5}
    assert "date" in column.damaged[0]


def test_codes_that_only_look_like_dates_are_left_alone_in_a_sound_column():
    column = as_text(["MAR3", "SEPT1", "00123", "12E4"])

    assert column.damaged == {}


def test_decimals_apostrophes_and_formulas_are_taken_off():
    column = as_text(["12345.0", "'00123", '="00124"', " A7 "])

    assert column.values == ["12345", "00123", "00124", "A7"]
    assert column.damaged == {}
    assert set(column.mended) == {0, 1, 2}


def test_digits_after_the_fifteenth_are_lost():
    column = as_text(["1234567890123450", "9876543210987600"])

    assert column.values == ["", ""]
    assert "15 digits" in column.damaged[0]


def test_long_ids_with_other_last_digits_are_sound():
    assert as_text(["1234567890123450", "9876543210987654"]).damaged == {}


def test_numbers_of_thousands_of_digits_are_left_alone():
    values = ["7" * 5000, "8" * 4999, "12", "1E+03"]

    assert as_text(values).values == ["7" * 5000, "8" * 4999, "12", ""]


def test_an_id_hidden_by_a_narrow_column_is_lost():
    assert as_text(["########"]).values == [""]


def test_a_damaged_export_is_damaged_in_every_row_that_was_touched(shared_data):
    with (shared_data / "messy_made" / "08_excel_damaged_ids_dates.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))

    column = as_text([row["ID"] for row in rows])

    assert len(column.damaged) == len(rows)
    assert [value for value, row in zip(column.values, rows, strict=True) if "E" in row["ID"] and value] == []


ORCIDS = {
    "0000-0002-1825-0097": "0000-0002-1825-0097",
    "https://orcid.org/0000-0002-7579-383X": "0000-0002-7579-383X",
    "http://www.orcid.org/0000-0002-1694-233x/": "0000-0002-1694-233X",
    "0000000218250097": "0000-0002-1825-0097",
    "0000 0002 1825 0097": "0000-0002-1825-0097",
    "ORCID: 0000‐0002‐1825‐0097": "0000-0002-1825-0097",
}


@pytest.mark.parametrize(("text", "orcid"), ORCIDS.items())
def test_an_orcid_is_read_as(text, orcid):
    assert read_orcid(text) == (orcid, "")


@pytest.mark.parametrize("text", ["0000-0002-1178-5029", "0000-0002-1825-009X", "0000-0002-8125-0097"])
def test_a_mistyped_digit_of_an_orcid_is_found(text):
    orcid, said = read_orcid(text)

    assert orcid == ""
    assert text in said
    assert "check digit" in said


def test_zeros_of_an_orcid_are_put_back_only_if_its_check_digit_fits():
    assert read_orcid("218250097")[0] == "0000-0002-1825-0097"
    assert "zeros were lost" in read_orcid("218250097")[1]
    assert read_orcid("218250098")[0] == read_orcid("9")[0] == ""
    assert "16 digits" in read_orcid("9")[1]


def test_what_is_no_orcid_is_said():
    assert read_orcid("N/A")[1]
    assert "rounded" in read_orcid("2.18E+08")[1]
    assert read_orcid("") == ("", "")


@given(
    st.integers(min_value=0, max_value=10**15 - 1),
    st.integers(min_value=0, max_value=14),
    st.integers(min_value=1, max_value=9),
)
def test_any_single_wrong_digit_is_found(number, place, change):
    body = f"{number:015}"
    digits = next(body + last for last in "0123456789X" if fits(body + last))

    wrong = digits[:place] + str((int(digits[place]) + change) % 10) + digits[place + 1 :]

    assert read_orcid(digits)[1] == ""
    assert read_orcid(wrong)[0] == ""


IDS = st.text(max_size=20) | st.from_regex(r"[0-9]{1,18}(\.0|E\+07|e5)?|#+|'?[0-9]+|[A-Z]{3}[0-9]", fullmatch=True)


@given(st.lists(st.tuples(IDS, st.booleans()), max_size=30))
def test_any_column_is_judged_without_an_error_and_no_zero_is_invented(cells):
    values, numbers = [value for value, _ in cells], [number for _, number in cells]

    column = judge_ids(values, numbers)

    assert len(column.values) == len(values)
    assert all(kept in value for kept, value in zip(column.values, values, strict=True))
    assert set(column.damaged) | set(column.mended) <= set(range(len(values)))


@given(st.text(max_size=60))
def test_any_text_is_read_as_an_orcid_or_not(text):
    orcid, said = read_orcid(text)

    assert (orcid == "" and (said or not text.strip())) or fits(orcid.replace("-", ""))
