"""Dates in the styles of systems, spreadsheets and people."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constellation.intake.content.dates import (
    Style,
    from_serial,
    is_doubt,
    is_future,
    looks_like_date,
    read_date,
    style_of,
)

TODAY = date(2026, 9, 1)
MONTH, DAY, SERIAL = Style("month", True), Style("day", True), Style(serials=True)

DATES = {
    "2012-08-20": "2012-08-20", "2012-08-20T00:00:00Z": "2012-08-20", "2012-08-20T23:30:00+09:00": "2012-08-20",
    "2012-08-20 00:00:00.000": "2012-08-20", "2012/8/20": "2012-08-20", "20120820": "2012-08-20",
    "20-AUG-12": "2012-08-20", "15-AUG-77": "1977-08-15", "20-Aug-2012": "2012-08-20", "20.08.2012": "2012-08-20",
    "20. 8. 2012": "2012-08-20", "August 20, 2012": "2012-08-20", "Monday, August 20, 2012": "2012-08-20",
    "20 August 2012": "2012-08-20", "Aug 20 2012 12:00AM": "2012-08-20", "Oct 12th, 2012": "2012-10-12",
    "Mon Aug 20 00:00:00 EDT 2012": "2012-08-20",
    "20 août 2012": "2012-08-20", "1er août 2012": "2012-08-01", "20. März 2012": "2012-03-20",
    "20 de agosto de 2012": "2012-08-20", "20 luglio 2012": "2012-07-20", "20 maart 2012": "2012-03-20",
    "20 Ağustos 2012": "2012-08-20", "20 sierpnia 2012": "2012-08-20", "20 августа 2012 г.": "2012-08-20",
    "20 elokuuta 2012": "2012-08-20", "20 desember 2012": "2012-12-20",
    "2012年8月20日": "2012-08-20", "2012년 8월 20일": "2012-08-20", "2012年8月": "2012-08",
    "平成24年8月20日": "2012-08-20", "民國101年8月20日": "2012-08-20", "20/08/2555": "2012-08-20", "20 ส.ค. 2555": "2012-08-20",
    "٢٠/٠٨/٢٠١٢": "2012-08-20",
    "2013": "2013", "2013.0": "2013", "9/2017": "2017-09", "2018-08": "2018-08", "August 2018": "2018-08", "Aug-18": "2018-08",
    "Jan-92": "1992-01", "Fall 1975": "1975", "Spring 2012": "2012", "AY 2017-18": "2017", "F17": "2017", "WS 2011/12": "2011",
    "2017-2018": "2017",
    "20082012": "2012-08-20", "20.08.2012 r.": "2012-08-20", "20.08.2012 г.": "2012-08-20", "20 sierpnia 2012 roku": "2012-08-20",
    "2012. 8. 5.": "2012-08-05", "2012. augusztus 20.": "2012-08-20", "8月20日2012": "2012-08-20", "令和2年8月20日": "2020-08-20", "101/08/20": "2012-08-20",
    "den 20. August 2012": "2012-08-20", "20-VIII-2012": "2012-08-20", "5 V 2012": "2012-05-05", "VIII 2012": "2012-08", "1er septembre 2011": "2011-09-01",
    "2012/08/20 00:00": "2012-08-20", "Sept. 1, 2012": "2012-09-01", "1 September, 2012": "2012-09-01", "2012-8-5": "2012-08-05", "20120820.0": "2012-08-20",
    "20120820T000000Z": "2012-08-20", "20-AUG-12 12.00.00.000000000 AM": "2012-08-20", "20 серпня 2012": "2012-08-20", "20 august 2012": "2012-08-20",
}  # fmt: skip


@pytest.mark.parametrize(("text", "iso"), DATES.items())
def test_a_date_is_read_as(text, iso):
    assert read_date(text, DAY, today=TODAY)[0] == iso


@pytest.mark.parametrize(
    "text", ["Fall 1975", "AY 2017-18", "F17", "Aug-18", "平成24年8月20日", "20/08/2555", "民國101年8月20日", "2011-12"]
)
def test_an_assumption_is_said(text):
    assert read_date(text, DAY, today=TODAY)[1]


BLANK = ["30/02/2012", "2012-02-30", "20121301", "last year", "soon", "TBD", "August", "20 Aug", "Monday", "12", "9999-12-31", "12/31/9999", "1900-01-01", "00/00/0000", "0/0/00", "40/0/40"]  # fmt: skip


@pytest.mark.parametrize("text", BLANK)
def test_what_is_no_date_is_blank_with_a_sentence(text):
    iso, said = read_date(text, MONTH, today=TODAY)

    assert iso == ""
    assert said


def test_a_blank_cell_is_blank_without_a_sentence():
    assert read_date("  ", MONTH, today=TODAY) == ("", "")


def test_a_two_digit_year_is_the_latest_not_after_next_year():
    years = [read_date(f"8/15/{year}", MONTH, today=TODAY)[0][:4] for year in ("77", "18", "27", "28")]

    assert years == ["1977", "2018", "2027", "1928"]


def test_a_two_digit_year_of_another_thinkable_century_is_said():
    assert read_date("8/15/28", MONTH, today=TODAY)[1]
    assert not read_date("8/15/77", MONTH, today=TODAY)[1]


def test_one_number_above_twelve_proves_the_order_of_the_whole_column():
    day = style_of(["01/08/2013", "20/08/2012", ""])
    month = style_of(["8/1/09", "8/15/77", "N/A", "2012-08-20"])

    assert (day.first, day.proved, month.first, month.proved) == ("day", True, "month", True)
    assert read_date("01/08/2013", day, today=TODAY) == ("2013-08-01", "")
    assert read_date("8/1/09", month, today=TODAY) == ("2009-08-01", "")


def test_a_column_with_both_orders_is_said_and_each_provable_date_kept():
    style = style_of(["13/02/2012", "02/13/2012", "03/14/2014", "01/02/2012"])

    assert style.doubt
    assert read_date("13/02/2012", style, today=TODAY)[0] == "2012-02-13"
    assert read_date("02/13/2012", style, today=TODAY)[0] == "2012-02-13"
    assert "could be day or month" in read_date("01/02/2012", style, today=TODAY)[1]


def test_each_sign_between_the_numbers_has_its_own_order():
    style = style_of(["20.08.12", "08/25/2011", "01.07.84", "07/01/1984"])

    read = [read_date(text, style, today=TODAY) for text in ("01.07.84", "07/01/1984")]

    assert read == [("1984-07-01", ""), ("1984-07-01", "")]


def test_dots_are_read_day_first_beside_slashes_that_prove_the_month_and_unless_they_prove_it_themselves():
    beside, american = style_of(["08/25/2011", "01.07.1984"]), style_of(["08.25.2011", "01.07.1984"])

    assert read_date("01.07.1984", beside, today=TODAY) == ("1984-07-01", "")
    assert read_date("01.07.1984", american, today=TODAY) == ("1984-01-07", "")


def test_dashes_without_proof_follow_the_slashes_of_their_column():
    style = style_of(["25/08/2011", "01-07-1984"])

    assert read_date("01-07-1984", style, today=TODAY) == ("1984-07-01", "")


def test_a_date_that_could_be_either_is_doubtful_and_one_that_cannot_is_not():
    both = style_of(["13/02/2012", "02/13/2012", "01/02/2012", "01.02.2012"])

    said = {
        text: read_date(text, both, today=TODAY)[1] for text in ("01/02/2012", "13/02/2012", "02/02/2012", "01.02.2012")
    }

    assert [text for text, sentence in said.items() if is_doubt(sentence)] == ["01/02/2012"]
    assert "could be day or month" in said["01/02/2012"]
    assert is_doubt(read_date("01/02/2012", style_of(["01/02/2012"]), today=TODAY)[1])


def test_eight_digits_with_the_year_last_are_read_in_the_order_of_their_column():
    american, european = style_of(["08202012", "01072012"]), style_of(["20082012", "01072012"])

    assert read_date("01072012", american, today=TODAY) == ("2012-01-07", "")
    assert read_date("01072012", european, today=TODAY) == ("2012-07-01", "")
    assert read_date("8202012", american, today=TODAY)[0] == "2012-08-20"
    assert read_date("99202012", american, today=TODAY)[0] == ""


@pytest.mark.parametrize("text", DATES)
def test_what_can_be_read_looks_like_a_date(text):
    assert looks_like_date(text)


@pytest.mark.parametrize(
    "text", ["", "History", "41141", "012345678", "B 201", "555-1234", "Bldg 12", "ana2012@univ.example", "0.50", "7 of 6 yrs", "0000-0002-1825-0097", "1/2", "Professor II", "CHEM 101"]
)  # fmt: skip
def test_other_cells_do_not_look_like_dates(text):
    assert not looks_like_date(text)


PARTS = ["20", "8", "2012", "12", "1984", "VIII", "Aug", "août", "Fall", "AY", "年", "月", "日", "平成", "民國", "101", "-", "/", ".", " ", ". ", ", ", "r.", "th", "10:30", "T", "Mon", "'"]  # fmt: skip


@given(st.text(max_size=30) | st.lists(st.sampled_from(PARTS), max_size=7).map("".join))
def test_whatever_is_read_looks_like_a_date_but_for_bare_numbers(text):
    iso, _ = read_date(text, DAY, today=TODAY)

    assert not iso or looks_like_date(text) or text.strip(" .").isdecimal()


def test_without_proof_a_slash_is_doubtful_and_dots_or_a_language_are_not():
    slashes, dots, german = style_of(["01/02/2012"]), style_of(["01.02.2012"]), style_of(["01/02/2012"], hint="de-AT")

    assert (slashes.first, dots.first, german.first) == ("month", "day", "day")
    assert slashes.doubt
    assert not dots.doubt
    assert not german.doubt


def test_a_date_against_the_order_of_its_column_is_read_the_other_way_and_said():
    iso, said = read_date("08/20/2012", DAY, today=TODAY)

    assert iso == "2012-08-20"
    assert "other way" in said


def test_a_number_is_a_day_only_in_a_column_of_such_days():
    style = style_of(["41141", "41487", "33817", ""])

    assert read_date("41141", style, today=TODAY)[0] == "2012-08-20"
    assert read_date("41141", Style(), today=TODAY)[0] == ""
    assert not style_of(["2013", "2014"]).serials


def test_the_day_that_never_was_is_no_date():
    assert from_serial(60) == ""
    assert (from_serial(59), from_serial(61)) == ("1900-02-28", "1900-03-01")
    assert (from_serial(-1), from_serial(float("nan")), from_serial(1e300)) == ("", "", "")


def test_a_date_of_a_1904_workbook_is_four_years_later():
    assert from_serial(39679, base_1904=True) == from_serial(41141) == "2012-08-20"


def test_the_future_begins_tomorrow_also_for_months_and_years():
    future = [is_future(iso, TODAY) for iso in ("2026-09-01", "2026-09-02", "2026-09", "2026-10", "2026", "2027", "")]

    assert future == [False, True, False, True, False, True, False]


@given(st.dates(min_value=date(1930, 1, 1), max_value=date(2026, 8, 31)), st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%Y%m%d", "%d %B %Y", "%d-%b-%Y", "%A, %d %B %Y"]))  # fmt: skip
def test_a_written_date_comes_back(day, form):
    assert read_date(day.strftime(form), DAY, today=TODAY)[0] == day.isoformat()


@given(st.text(max_size=100) | st.from_regex(r"[0-9]{1,4}[-/. ]?[a-zA-Z0-9]{0,4}[-/. ]?[0-9]{0,6}", fullmatch=True))
def test_any_text_is_read_without_an_error_and_a_date_is_real(text):
    for style in (MONTH, DAY, SERIAL):
        iso, _ = read_date(text, style, today=TODAY)
        assert iso == "" or len(iso) in (4, 7) or date.fromisoformat(iso)


@given(st.lists(st.text(max_size=20)))
def test_any_column_has_a_style(values):
    assert style_of(values).first in ("day", "month")
