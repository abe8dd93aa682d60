"""Dates as people and programs write them, as ISO dates or, where less is known, as a year or a month."""

import re
import unicodedata
from datetime import date, timedelta

from constellation.intake.content.calendars import BUDDHIST, REPUBLIC, other_calendar
from constellation.intake.content.date_orders import (
    DOTTED,
    NUMBERS,
    PACKED,
    SERIAL,
    TIME,
    Order,
    Style,
    is_doubt,
    style_of,
)
from constellation.intake.content.written_dates import (
    NO_DATE,
    long_tail,
    term_year,
    with_month_name,
    words_of,
)
from constellation.words import mark, say

__all__ = [
    "Style",
    "from_serial",
    "is_doubt",
    "is_future",
    "leaves_the_year",
    "looks_like_date",
    "read_date",
    "style_of",
]

LONGEST_DATE = 80
YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}})\.?{TIME}")
YEAR_DOTTED = re.compile(rf"(\d{{4}})(\.) (\d{{1,2}})\. ?(\d{{1,2}})\.?{TIME}")
COMPACT = re.compile(r"((?:1[6-9]|2[0-5]|99)\d\d)()(\d\d)(\d\d)(?:T?\d{4}(?:\d\d(?:\.\d+)?)?Z?|\.0+)?")
SHORT_YEAR = re.compile(r"(0[5-9]\d|1[0-4]\d)([-/.])(\d{1,2})\2(\d{1,2})")  # Minguo: 1916 to 2060
YEAR = re.compile(r"((?:1[6-9]|2[0-5])\d\d)(?:\.0+)?")
YEAR_MONTH = re.compile(r"((?:1[6-9]|2[0-5])\d\d)[-/. ](\d{1,2})")
MONTH_YEAR = re.compile(r"(\d{1,2})[-/. ]((?:1[6-9]|2[0-5])\d\d)")
# what some languages put behind a year of four digits, as Polish 20.08.2012 r.
YEAR_WORD = re.compile(r"(?<=\d{4})\s*(?:r|roku|rok|р|року|г|год|года|g|god|godine)?\.?$", re.IGNORECASE)
A_DAY, A_MONTH = r"(?:[0-2]?\d|3[01])", r"(?:0?\d|1[0-2])"  # 0 where it is not known
NUMBERS_OF_A_DATE = re.compile(
    rf"(?:19|20)\d\d(?:\.0+)?|{A_DAY}([-/. ]|\. )(?:{A_DAY})\1 ?(?:\d{{4}}|\d{{2}}){TIME}|\d{{2}}([-/. ])(?:{A_DAY})\2(?:{A_DAY}){TIME}|"
    rf"\d{{4}}([-/.])(?:{A_MONTH})\3(?:{A_DAY})\.?{TIME}|\d{{4}}\. {A_MONTH}\. ?{A_DAY}\.?{TIME}|"
    r"(?:1[6-9]|2[0-5])\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:T?\d{4}(?:\d\d(?:\.\d+)?)?Z?|\.0+)?|"
    r"(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?:19|20)\d\d(?:\.0+)?|"
    rf"(?:0[5-9]\d|1[0-4]\d)([-/.]){A_MONTH}\4{A_DAY}|"
    rf"(?:1[6-9]|2[0-5])\d\d[-/. ](?:\d{{1,2}})|{A_MONTH}[-/. ](?:1[6-9]|2[0-5])\d\d"
)
SOME_DAY = date(2026, 1, 1)  # terms are told by their shape whatever the day is
FIRST_1900, FIRST_1904 = date(1899, 12, 30), date(1904, 1, 1)
LATEST = 2_958_465  # 9999-12-31
LIKELY_CAREER = 65  # years before today in which a two-digit year leaves no doubt

PLACEHOLDER = mark("stands for no date: left blank")
NO_SUCH_DAY = mark("there is no such day: left blank; correct it in the source")
OTHER_ORDER = mark("cannot be read in the order of the column: day and month were taken the other way round")
YEAR_BEFORE = mark("the year stands first, with two digits")
CENTURY = mark("the year has two digits; taken as {year}")
FROM_SERIAL = mark("a spreadsheet's number of a day")
ZERO_LOST = mark("read as a date whose leading zero was lost")
SCHOOL_YEAR = mark("an academic year: its first year was taken")
MONTH_OR_YEARS = mark("read as a month; it could be an academic year")


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
    if len(text) > LONGEST_DATE:
        return "", say(NO_DATE)
    text = plain_digits(text)
    iso, words = read_any(text, style, today)
    if text in words_of("placeholders", "texts") or iso in words_of("placeholders", "days"):
        return "", say(PLACEHOLDER)
    return iso, say(words, year=iso[:4]) if words else ""


def leaves_the_year(said: str) -> bool:
    """Whether a sentence of `read_date` leaves no doubt about the year.

    >>> leaves_the_year(FROM_SERIAL), leaves_the_year("the year has two digits; taken as 1948")
    (True, False)
    """
    return not said or is_doubt(said) or said in map(say, (OTHER_ORDER, FROM_SERIAL, ZERO_LOST))


def plain_digits(text: str) -> str:
    """Arabic, full-width and other digits as 0-9, without what is written behind a year."""
    if not text.isascii():
        text = "".join(str(unicodedata.decimal(sign, sign)) for sign in text)
    return text if text[-1].isdecimal() else YEAR_WORD.sub("", text)


def read_any(text: str, style: Style, today: date) -> tuple[str, str]:
    """The ISO date as `read_date` gives it, and what is to be said in marked words."""
    if found := PACKED.fullmatch(text):
        iso, said = numbers(int(found[1]), int(found[3]), found[4], style.order(""), today)
        return iso, said or (ZERO_LOST if iso and len(found[1]) == 1 else "")
    if found := YEAR_FIRST.fullmatch(text) or COMPACT.fullmatch(text) or YEAR_DOTTED.fullmatch(text):
        return in_calendar(int(found[1]), int(found[3]), int(found[4]))
    if found := NUMBERS.fullmatch(text) or DOTTED.fullmatch(text):
        return numbers(int(found[1]), int(found[3]), found[4], style.order(found[2]), today)
    if found := SHORT_YEAR.fullmatch(text):
        return build(int(found[1]) + 1911, int(found[3]), int(found[4]), REPUBLIC)
    if found := YEAR.fullmatch(text):
        return found[1], ""
    if SERIAL.fullmatch(text) and style.serials:
        return from_serial(float(text), style.base_1904), FROM_SERIAL
    if found := MONTH_YEAR.fullmatch(text):
        return year_month(int(found[2]), int(found[1]))
    if found := YEAR_MONTH.fullmatch(text):
        return month_or_school_year(found[1], found[2])
    return in_words(text, today)


def looks_like_date(text: str) -> bool:
    """Whether `read_date` may read a text, told by its shape alone; not for bare numbers such as 41141 that are days
    of a spreadsheet, and of bare years only for those from 1900 to 2099.

    >>> [looks_like_date(text) for text in ("20.08.2012 r.", "08202012", "VIII 2012", "平成24年8月", "F17", "2012")]
    [True, True, True, True, True, True]
    >>> [looks_like_date(text) for text in ("41141", "99202012", "History", "B 201", "555-1234", "")]
    [False, False, False, False, False, False]
    """
    text = text.strip()
    if not text or len(text) > LONGEST_DATE or not any(map(str.isdecimal, text)):
        return False
    text = plain_digits(text)
    if NUMBERS_OF_A_DATE.fullmatch(text) or DOTTED.fullmatch(text):
        return True
    if text.replace(".", "", 1).isdecimal():
        return False
    return other_calendar(text) is not None or written(text)


def written(text: str) -> bool:
    """Whether a text names a month with its year, or a term, or is one of the long tail."""
    if (named := with_month_name(text)) is not None:
        return bool(named[0])
    if "@" in text:
        return False
    return term_year(text, SOME_DAY) is not None or bool(long_tail(text)[0])


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


def numbers(one: int, other: int, year: str, order: Order, today: date) -> tuple[str, str]:
    """A date of three numbers, day and month in their order."""
    if len(year) == 2 and one > 31:
        return build(full_year(str(one), today)[0], other, int(year), said=YEAR_BEFORE)
    if len(year) == 2 and not one and not other:
        return "", PLACEHOLDER
    full, said = full_year(year, today)
    first = order.first
    if other > 12 >= one or one > 12 >= other:
        proved = "day" if one > 12 else "month"
        said = said or (OTHER_ORDER if proved != first and order.proved else "")
        first = proved
    elif one != other and order.doubt:
        said = order.doubt
    day, month = (one, other) if first == "day" else (other, one)
    return in_calendar(full, month, day, said)


def full_year(year: str, today: date) -> tuple[int, str]:
    """Two digits are the latest year not after next year; what is said where another century is thinkable."""
    if len(year) != 2:
        return int(year), ""
    latest = today.year + 1
    full = latest - (latest - int(year)) % 100
    return full, CENTURY if full < today.year - LIKELY_CAREER or full > today.year else ""


def in_calendar(year: int, month: int, day: int, said: str = "") -> tuple[str, str]:
    return build(year - 543, month, day, BUDDHIST) if 2400 < year < 2700 else build(year, month, day, said)


def build(year: int, month: int = 0, day: int = 0, said: str = "") -> tuple[str, str]:
    """The ISO date of what is known, 0 for what is not; blank with a sentence if there is no such day."""
    if not month:
        return (f"{year:04}", said) if not day else ("", NO_SUCH_DAY)
    if not day:
        return year_month(year, month, said)
    try:
        return date(year, month, day).isoformat(), said
    except ValueError:
        return "", NO_SUCH_DAY


def year_month(year: int, month: int, said: str = "") -> tuple[str, str]:
    return (f"{year:04}-{month:02}", said) if 1 <= month <= 12 else ("", NO_SUCH_DAY)


def month_or_school_year(year: str, rest: str) -> tuple[str, str]:
    """2017-09 is a month, 2017-18 an academic year, 2011-12 could be either."""
    follows = len(rest) == 2 and int(rest) == (int(year) + 1) % 100
    if follows and int(rest) > 12:
        return year, SCHOOL_YEAR
    return year_month(int(year), int(rest), MONTH_OR_YEARS if follows else "")


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
