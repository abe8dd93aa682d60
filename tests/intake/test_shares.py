"""Shares of a full-time post, and gender as it is declared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constellation.intake.content.gender import read_gender
from constellation.intake.content.shares import read_share

SHARES = {
    "1": "1.0", "1.0": "1.0", "1,0": "1.0", "0.5": "0.5", ".75": "0.75", "0,75": "0.75", "0": "0.0",
    "100 %": "1.0", "50,0 %": "0.5", "75%": "0.75", "62,5 %": "0.625", "33.75%": "0.3375",
    "1/2": "0.5", "1/3": "0.333", "½": "0.5", "0.5 FTE": "0.5",
    "full-time": "1.0", "Full Time": "1.0", "FT": "1.0", "half time": "0.5", "Three-quarter time": "0.75", "Vollzeit": "1.0",
}  # fmt: skip


@pytest.mark.parametrize(("text", "share"), SHARES.items())
def test_a_share_is_read_as(text, share):
    assert read_share(text) == (share, "")


@pytest.mark.parametrize(
    ("text", "share"), {"75": "0.75", "100": "1.0", "22.5": "0.225", "3.33": "0.0333", "1/2": "0.5"}.items()
)
def test_a_bare_number_in_a_column_of_percentages_is_one(text, share):
    assert read_share(text, percent=True) == (share, "")


def test_a_bare_large_number_is_a_percentage_and_that_is_said():
    share, said = read_share("75")

    assert share == "0.75"
    assert "percentage" in said


def test_a_spreadsheets_share_in_a_column_of_percentages_is_one_and_that_is_said():
    assert read_share("0.5", percent=True)[0] == "0.5"
    assert read_share("1", percent=True)[0] == "1.0"
    assert "taken as a share" in read_share("0.5", percent=True)[1]


def test_more_than_a_full_post_is_to_be_confirmed():
    share, said = read_share("125 %")

    assert (share, bool(said)) == ("1.25", True)


@pytest.mark.parametrize("text", ["part-time", "Teilzeit", "-1", "1/0", "20 h/week", "5000", "n/a", "1.2.3", "%", "."])
def test_what_is_no_share_is_blank_with_a_sentence(text):
    share, said = read_share(text)

    assert share == ""
    assert said


@given(st.text(max_size=70), st.booleans())
def test_any_text_is_a_share_or_blank(text, percent):
    share, said = read_share(text, percent=percent)

    assert (share == "" and (said or not text.strip())) or 0 <= float(share) <= 3


GENDERS = {
    "M": "M", "m": "M", "male": "M", "Male": "M", "männlich": "M", "Erkek": "M", "男": "M", "homme": "M",
    "F": "F", "f": "F", "W": "F", "w": "F", "weiblich": "F", "Female": "F", "Kadın": "F", "女": "F", "мж": "мж", "жен.": "F",
    "d": "d", "divers": "divers", "X": "X", "Non-binary": "Non-binary", "Prefer not to say": "Prefer not to say",
    "woman, trans": "woman, trans", "*": "*", "": "", "H": "H",
}  # fmt: skip


@pytest.mark.parametrize(("text", "gender"), GENDERS.items())
def test_gender_is_read_as(text, gender):
    assert read_gender(text) == gender


def test_m_stays_open_in_a_column_with_h():
    assert read_gender("M", others={"H", "M"}) == ""
    assert read_gender("mujer", others={"H", "mujer"}) == "F"


@given(st.text(max_size=40))
def test_any_answer_stays_as_it_was_written(text):
    assert read_gender(text) in ("M", "F", text.strip())
