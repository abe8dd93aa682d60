"""Dates as people and programs write them, as ISO dates or, where less is known, as a year or a month."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from constellation.intake.content.calendars import BUDDHIST, other_calendar
from constellation.intake.content.written_dates import (
    LOST_DAY,
    NO_DATE,
    long_tail,
    term_year,
    with_month_name,
    words_of,
)

LONGEST_DATE = 80
TIME = r"(?:[T ,]+\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|GMT|[A-Z]{2,4}|[+-]\d{2}:?\d{2}(?:\[[\w/]+\])?)?)?"
YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){TIME}")
COMPACT = re.compile(r"((?:1[6-9]|2[0-5]|99)\d\d)(\d\d)(\d\d)(?:\d{4}(?:\d\d)?|\.0+)?")
NUMBERS = re.compile(rf"(\d{{1,2}})([-/. ])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){TIME}")
DOTTED = re.compile(rf"(\d{{1,2}})\. (\d{{1,2}})\. ?(\d{{4}}){TIME}")
YEAR = re.compile(r"((?:1[6-9]|2[0-5])\d\d)(?:\.0+)?")
YEAR_MONTH = re.compile(r"((?:1[6-9]|2[0-5])\d\d)[-/. ](\d{1,2})")
MONTH_YEAR = re.compile(r"(\d{1,2})[-/. ]((?:1[6-9]|2[0-5])\d\d)")
SERIAL = re.compile(r"\d{3,5}(?:\.\d+)?")
SERIALS = range(10_000, 80_000)  # 1927 to 2119: what a column of days as numbers holds
FIRST_1900, FIRST_1904 = date(1899, 12, 30), date(1904, 1, 1)
LATEST = 2_958_465  # 9999-12-31
LIKELY_CAREER = 65  # years before today in which a two-digit year leaves no doubt

PLACEHOLDER = "stands for no date: left blank"
NO_SUCH_DAY = "there is no such day: left blank; correct it in the source"
OTHER_ORDER = "cannot be read in the order of the column: day and month were taken the other way round"
EITHER_ORDER = "day and month could be exchanged; read with the {} first; ask for the dates as YYYY-MM-DD"
YEAR_BEFORE = "the year stands first, with two digits"
CENTURY = "the year has two digits; taken as {}"
FROM_SERIAL = "a spreadsheet's number of a day"
SCHOOL_YEAR = "an academic year: its first year was taken"
MONTH_OR_YEARS = "read as a month; it could be an academic year"
NO_ORDER = "no date of this column tells day from month: read with the month first; ask for the dates as YYYY-MM-DD"
BOTH_ORDERS = "some dates of this column have the day first, some the month; those that could be either were read with the {} first; ask for the dates as YYYY-MM-DD"


@dataclass(frozen=True, slots=True)
class Style:
    """How a column writes its dates: `first` is day or month, `proved` where a value shows it; `doubt` in words;
    `serials`: bare numbers are a spreadsheet's days, counted from 1904 if `base_1904`.
    """

    first: str = "month"
    proved: bool = False
    doubt: str = ""
    serials: bool = False
    base_1904: bool = False


def style_of(values: Iterable[str], hint: str = "", serials: bool = False, base_1904: bool = False) -> Style:
    """The style of a whole column: a number above 12 proves the order; dots or `hint`, a language code, suggest the day.

    `serials`: the header says that these are dates, so bare numbers are days; it is assumed where most cells are such
    numbers.

    >>> style_of(["20/08/2012", "01/08/2013"]).first, style_of(["08/09/2012"]).doubt.split(":")[0]
    ('day', 'no date of this column tells day from month')
    """
    day = month = either = dots = numbers = filled = 0
    for value in values:
        value = value.strip()
        filled += bool(value)
        numbers += bool(SERIAL.fullmatch(value)) and int(float(value)) in SERIALS
        found = NUMBERS.fullmatch(value) or DOTTED.fullmatch(value)
        if found is None:
            continue
        one, other = int(found.group(1)), int(found.group(found.re.groups - 1))
        day, month = day + (12 < one <= 31 and other <= 12), month + (12 < other <= 31 and one <= 12)
        either += one <= 12 and other <= 12 and one != other
        dots += "." in value[:6]
    first, doubt = order(day, month, either, dots, hint)
    return Style(first, bool(day) != bool(month), doubt, serials or (numbers * 2 > filled), base_1904)


def order(day: int, month: int, either: int, dots: int, hint: str) -> tuple[str, str]:
    """Which comes first, and what is doubtful about it."""
    if day and month:
        first = "day" if day > month else "month"
        return first, BOTH_ORDERS.format(first)
    if day or month:
        return ("day" if day else "month"), ""
    if (
        hint.lower().replace("_", "-") in words_of("day_first", "languages")
        or dots * 2 > either
        or hint[:2].lower() in words_of("day_first", "languages")
    ):
        return "day", ""
    return "month", NO_ORDER if either else ""


def read_date(text: str, style: Style, *, today: date) -> tuple[str, str]:
    """The ISO date, or YYYY, or YYYY-MM where no more is known, or blank; then what was assumed or why it is blank.

    A year of two digits is the latest that is not after next year.  No missing part is ever filled in.

    >>> today = date(2026, 9, 1)
    >>> read_date("20-AUG-12", Style(), today=today), read_date("9/2017", Style(), today=today)
    (('2012-08-20', ''), ('2017-09', ''))
    >>> read_date("30/02/2012", Style("day"), today=today)
    ('', 'there is no such day: left blank; correct it in the source')
    """
    text = text.strip()
    if not text:
        return "", ""
    if not text.isascii():
        text = "".join(str(unicodedata.decimal(sign, sign)) for sign in text)  # Arabic, full-width … digits
    if len(text) > LONGEST_DATE:
        return "", NO_DATE
    iso, said = read_any(text, style, today)
    if text in words_of("placeholders", "texts") or iso in words_of("placeholders", "days"):
        return "", PLACEHOLDER
    return iso, said


def read_any(text: str, style: Style, today: date) -> tuple[str, str]:
    if found := YEAR_FIRST.fullmatch(text) or COMPACT.fullmatch(text):
        year, month, day = (int(part) for part in found.groups() if part.isdigit())
        return in_calendar(year, month, day)
    if found := NUMBERS.fullmatch(text):
        return numbers(int(found[1]), int(found[3]), found[4], style, today)
    if found := DOTTED.fullmatch(text):
        return numbers(int(found[1]), int(found[2]), found[3], style, today)
    if found := YEAR.fullmatch(text):
        return found[1], ""
    if SERIAL.fullmatch(text) and style.serials:
        return from_serial(float(text), style.base_1904), FROM_SERIAL
    if found := MONTH_YEAR.fullmatch(text):
        return year_month(int(found[2]), int(found[1]))
    if found := YEAR_MONTH.fullmatch(text):
        return month_or_school_year(found[1], found[2])
    return in_words(text, today)


def in_words(text: str, today: date) -> tuple[str, str]:
    """A date with words in it: other calendars, names of months, terms, and what a library makes of the rest."""
    if found := other_calendar(text):
        return build(*found)
    if written := with_month_name(text):
        year, month, day, said = written
        if not year:
            return "", said
        full, century = full_year(year, today)
        return in_calendar(full, month, day, said or century)
    return term_year(text, today) or long_tail(text)


def numbers(one: int, other: int, year: str, style: Style, today: date) -> tuple[str, str]:
    """A date of three numbers, day and month in the order of the column."""
    if len(year) == 2 and one > 31:
        return build(full_year(str(one), today)[0], other, int(year), said=YEAR_BEFORE)
    full, said = full_year(year, today)
    first = style.first
    if other > 12 >= one or one > 12 >= other:
        proved = "day" if one > 12 else "month"
        said = said or (OTHER_ORDER if proved != first and style.proved else "")
        first = proved
    elif one != other and not style.proved and style.doubt:
        said = EITHER_ORDER.format(first)
    day, month = (one, other) if first == "day" else (other, one)
    return in_calendar(full, month, day, said)


def full_year(year: str, today: date) -> tuple[int, str]:
    """Two digits are the latest year not after next year; what is said where another century is thinkable."""
    if len(year) != 2:
        return int(year), ""
    latest = today.year + 1
    full = latest - (latest - int(year)) % 100
    return full, CENTURY.format(full) if full < today.year - LIKELY_CAREER or full > today.year else ""


def in_calendar(year: int, month: int, day: int, said: str = "") -> tuple[str, str]:
    return build(year - 543, month, day, BUDDHIST) if 2400 < year < 2700 else build(year, month, day, said)


def build(year: int, month: int = 0, day: int = 0, said: str = "") -> tuple[str, str]:
    """The ISO date of what is known, 0 for what is not; blank with a sentence if there is no such day."""
    if not month:
        return f"{year:04}", said
    if not day:
        return year_month(year, month, said)
    try:
        return date(year, month, day).isoformat(), said
    except ValueError:
        return "", NO_SUCH_DAY


def year_month(year: int, month: int, said: str = LOST_DAY) -> tuple[str, str]:
    said = "" if said == LOST_DAY else said
    return (f"{year:04}-{month:02}", said) if 1 <= month <= 12 else ("", NO_SUCH_DAY)


def month_or_school_year(year: str, rest: str) -> tuple[str, str]:
    """2017-09 is a month, 2017-18 an academic year, 2011-12 could be either."""
    follows = len(rest) == 2 and int(rest) == (int(year) + 1) % 100
    if follows and int(rest) > 12:
        return year, SCHOOL_YEAR
    return year_month(int(year), int(rest), MONTH_OR_YEARS if follows else LOST_DAY)


def from_serial(number: float, base_1904: bool = False) -> str:
    """The date of a spreadsheet's day number, blank where there is none; the time of the day is dropped.

    Day 60 of the 1900 system is 29 February 1900, which never was.

    >>> from_serial(41141), from_serial(39679, base_1904=True), from_serial(60)
    ('2012-08-20', '2012-08-20', '')
    """
    if not 1 <= number <= LATEST or (int(number) == 60 and not base_1904):
        return ""
    if base_1904:
        return (FIRST_1904 + timedelta(days=int(number))).isoformat() if number <= LATEST - 1462 else ""
    return (FIRST_1900 + timedelta(days=int(number) + (number < 60))).isoformat()


def is_future(iso: str, today: date) -> bool:
    """Whether a date, also one of reduced precision, begins after today.

    >>> is_future("2027", date(2026, 9, 1)), is_future("2026-09", date(2026, 9, 1)), is_future("", date(2026, 9, 1))
    (True, False, False)
    """
    return bool(iso) and iso > today.isoformat()[: len(iso)]
