"""Columns of tenure, tenure clocks, titles that name tenure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constellation.intake.content.tenure import read_tenure, tenure_clock, tenure_in_title

SPELLINGS = {
    "T": "T", "Tenured": "T", "TENURED": "T", "Ten": "T", "With Tenure": "T", "tenured faculty": "T",
    "TT": "TT", "Tenure Track": "TT", "Tenure-Track": "TT", "On Track": "TT", "TENURE ELIGIBLE": "TT", "tenure-earning": "TT",
    "Probationary": "TT", "7 of 6 yrs": "TT", "Year 3 of 7": "TT",
    "NTT": "NTT", "Non-Tenure Track": "NTT", "Not on Tenure Track": "NTT", "Non Tenure-Eligible": "NTT", "nontenured": "NTT",
    "Off Tenure Track": "NTT", "N.T.T.": "NTT",
    "Y": "", "No": "", "unbefristet": "", "": "", "n/a": "", "Tenured or Tenure Track": "", "?": "",
}  # fmt: skip


@pytest.mark.parametrize(("text", "tenure"), SPELLINGS.items())
def test_tenure_is_read_as(text, tenure):
    assert read_tenure(text) == tenure


def test_a_tenure_clock_may_be_over():
    clock = tenure_clock("7 of 6 yrs")

    assert clock is not None
    assert clock.used > clock.length


@pytest.mark.parametrize("text", ["n/a", "3 of 500", "12/2018", "2 of", ""])
def test_what_is_no_clock_is_none(text):
    assert tenure_clock(text) is None


def test_a_clinical_track_in_a_title_says_nothing_of_tenure():
    assert tenure_in_title("CLINICAL PROFESSOR (C/T)") == ""
    assert tenure_in_title("Professor (T)") == "T"
    assert tenure_in_title("Research Professor - NTT") == "NTT"


@given(st.text(max_size=120))
def test_any_text_is_read_without_an_error(text):
    assert read_tenure(text) in ("T", "TT", "NTT", "")
    assert tenure_in_title(text) in ("T", "TT", "NTT", "")
