"""Cells that say nothing, and names that are nobody's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constellation.intake.content.blanks import is_blank, is_placeholder

ZOO = [
    *("", " ", "-", "--", "–", "—", ".", "..", "N/A", "n/a", "NA", "NULL", "null", "None", "none", "nan", "NaN", "#N/A", "#REF!", "#VALUE!"),
    *("#NAME?", "#DIV/0!", "TBD", "TBA", "unknown", "(blank)", "(empty)", "?", "9999-12-31", "0000-00-00", "1900-01-00"),
]  # fmt: skip


@pytest.mark.parametrize("text", ZOO)
def test_every_way_to_say_nothing_is_blank(text):
    assert is_blank(text)


@pytest.mark.parametrize(
    "text", ["0", "9", "No", "Yes", "1", "Nana", "Professor", "n", "Nothing was said", "Unknown Arts"]
)
def test_what_says_something_is_not_blank(text):
    assert not is_blank(text)


@pytest.mark.parametrize("name", ["Null", "None", "Na", "Nan", "No", "True", "Unknown", "Nil", "Blank"])
def test_family_names_that_look_blank_are_kept(name):
    assert not is_blank(name, "name")


@pytest.mark.parametrize("text", ["NULL", "null", "N/A", "n/a", "#N/A", "NaN", "nan", "none", "-", "TBD", "(blank)"])
def test_among_names_words_of_a_database_are_blank(text):
    assert is_blank(text, "name")


def test_zero_and_nine_are_blank_only_where_they_mean_nothing():
    assert all(is_blank(text, kind) for text in ("0", "9") for kind in ("date", "orcid", "rank"))
    assert not any(is_blank(text, kind) for text in ("0", "9") for kind in ("text", "name", "code", "number"))
    assert is_blank("12/31/9999", "date")
    assert not is_blank("12/31/2019", "date")


@pytest.mark.parametrize(
    "text", ["1900-01-01", "01/01/1900", "2012-08-20 00:00:00", "xxx", "XXXX", "-", "0", "0.0", "000", "***", "no rank"]
)
def test_what_slips_into_a_column_of_ranks_is_blank_there(text):
    assert is_blank(text, "rank")


@pytest.mark.parametrize("text", ["0201", "1", "AP3", "W2", "II", "Professor", "X", "Professor 2012-2014", "教授"])
def test_ranks_and_their_codes_are_not_blank(text):
    assert not is_blank(text, "rank")


@pytest.mark.parametrize(
    "text",
    ["（外籍）", "(外籍)", "(vacant)", "VACANT", "Vacant Position", "To be hired", "TBH", "Staff", "STAFF, STAFF", "Faculty, New", "Open position", "Test User", "N.N.", "N. N.", "New Hire", "Position, Vacant", "空缺"],
)  # fmt: skip
def test_names_of_nobody_are_seen(text):
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "Staff, Leon",
        "Leon Staff",
        "Vacanti, Joseph",
        "Olivia New",
        "Anna Testa",
        "N. Nguyen",
        "Will Open",
        "Mary Ann Achterberg",
        "王梅",
        "",
    ],
)
def test_names_of_somebody_are_kept(text):
    assert not is_placeholder(text)


@given(st.text(), st.sampled_from(["text", "name", "date", "code", "number", "orcid", "anything"]))
def test_any_text_gets_an_answer(text, kind):
    assert is_blank(text, kind) in (True, False)
    assert is_placeholder(text) in (True, False)
    assert is_blank(f"  {text}  ", kind) == is_blank(text, kind) or len(text) > 36
