"""Dates with words: names of months in many languages, terms and academic years, and the long tail."""

import re
import tomllib
import unicodedata
from datetime import date, datetime
from functools import cache
from pathlib import Path

from dateutil import parser

from constellation.words import mark

TABLE = Path(__file__).with_name("dates.toml")
NO_DATE = mark("not a date that can be read: left blank")
DAY_OR_YEAR = mark("read as month and year; a spreadsheet writes a day of a month the same way")
TERM = mark("a term or about that time, not a day: only its year is kept")
NO_YEAR = mark("the year is missing: left blank")
SCHOOL_YEAR = mark("an academic year: its first year was taken")
ACCENTS = re.compile("[\u0300-\u036f]")
TIME = re.compile(r"[,T ]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\D{0,12}$")
ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|ere|º|ª|o|a|e)\b|(?<=\d)\.(?=\D)")
TOKEN = re.compile(r"'?\d+|[^\W\d_]+(?:\.[^\W\d_]+\.)*")
FILLERS = frozenset(
    [
        "de",
        "del",
        "do",
        "da",
        "di",
        "des",
        "the",
        "of",
        "le",
        "la",
        "el",
        "den",
        "d",
        "г",
        "года",
        "год",
        "yil",
        "yili",
        "ден",
        "день",
        "roku",
        "r",
        "den",
        "og",
        "n",
    ]
)
DAYS = frozenset(
    [
        "mon",
        "tue",
        "tues",
        "wed",
        "weds",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "lunes",
        "martes",
        "miercoles",
        "jueves",
        "viernes",
        "sabado",
        "domingo",
        "pazartesi",
        "sali",
        "carsamba",
        "persembe",
        "cuma",
        "cumartesi",
        "pazar",
    ]
)
YEAR = re.compile(r"(?<!\d)((?:1[6-9]|2[0-5])\d\d)(?!\d)")
YEARS = re.compile(r"(?:ay|fy|a\.y\.)?\s*((?:1[6-9]|2[0-5])\d\d)\s*[-–/]\s*((?:1[6-9]|2[0-5])?\d\d)", re.IGNORECASE)
SHORT_TERM = re.compile(
    r"(?:f|fa|fall|s|sp|spr|spring|su|summer|w|wi|ws|ss|ht|vt|ay|fy|autumn)[\s'’-]*(\d\d)(?:\s*[-/]\s*\d\d)?",
    re.IGNORECASE,
)

ROMAN = {
    sign: number
    for number, sign in enumerate(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], 1)
}

Written = tuple[str, int, int, str]


def with_month_name(text: str) -> Written | None:
    """Year as written, month, day (0 where not given) and a sentence; None where no month is named.

    >>> with_month_name("20 août 2012"), with_month_name("Aug-18")[:3], with_month_name("Fall 2012")
    (('2012', 8, 20, ''), ('18', 8, 0), None)
    """
    tokens = TOKEN.findall(ORDINAL.sub(" ", TIME.sub("", plain(text))))
    tokens = [token for token in tokens if token not in FILLERS and token.rstrip(".") not in DAYS]
    if len(tokens) > 3:
        return None
    named = [(at, month) for at, token in enumerate(tokens) if (month := months().get(token))] or in_roman(tokens)
    if len(named) != 1 or len(tokens) not in (2, 3):
        return None
    at, month = named[0]
    numbers = [token for place, token in enumerate(tokens) if place != at]
    if not all(number.lstrip("'").isdecimal() for number in numbers):
        return None
    return month_and_year(month, numbers[0], at == 0) if len(numbers) == 1 else month_day_year(month, *numbers)


def in_roman(tokens: list[str]) -> list[tuple[int, int]]:
    """The place and number of a Roman month, as in 20-VIII-2012; only before a whole year or between two numbers."""
    at = len(tokens) - 2
    if at < 0 or tokens[at] not in ROMAN or not (at or len(tokens[-1]) == 4):
        return []
    return [(at, ROMAN[tokens[at]])]


def month_and_year(month: int, number: str, month_first: bool) -> Written | None:
    """Aug-18 is a month of 2018, but may have been a day; 18-Aug is a day of an unknown year."""
    year = number.lstrip("'")
    if len(year) == 4:
        return year, month, 0, ""
    if len(year) != 2 or not month_first:
        return "", month, 0, NO_YEAR
    return year, month, 0, DAY_OR_YEAR if number == year and int(year) <= 31 else ""


def month_day_year(month: int, one: str, other: str) -> Written | None:
    day, year = (other, one) if len(one) == 4 else (one, other)
    year = year.lstrip("'")
    return (year, month, int(day), "") if len(day) <= 2 and len(year) in (2, 4) else None


def term_year(text: str, today: date) -> tuple[str, str] | None:
    """The year of a term or an academic year with a sentence; None where the text is neither.

    >>> term_year("WS 2011/12", date(2026, 9, 1))[0], term_year("F17", date(2026, 9, 1))[0]
    ('2011', '2017')
    """
    text = plain(text)
    if found := YEARS.search(text):
        rest = TOKEN.findall(text[: found.start()] + " " + text[found.end() :])
        return (found[1], SCHOOL_YEAR) if follows(found[1], found[2]) and are_terms(rest) else None
    if found := SHORT_TERM.fullmatch(text):
        latest = today.year + 1
        return str(latest - (latest - int(found[1])) % 100), TERM
    text = text.rstrip("?~ ") if text[:1].isdecimal() else text.lstrip("~ ")
    found = YEAR.search(text)
    if found and found[1] == text:
        return text, TERM
    rest = [token for token in TOKEN.findall(text) if found and token != found[1]]
    return (found[1], TERM) if found and rest and are_terms(rest) else None


def follows(one: str, other: str) -> bool:
    return int(other) % 100 == (int(one) + 1) % 100


def are_terms(words: list[str]) -> bool:
    known = words_of("terms", "words")
    return all(word.rstrip(".") in known or (word.isdecimal() and len(word) == 1) for word in words)


def long_tail(text: str) -> tuple[str, str]:
    """What a library makes of any other text, only if it stands there in full.

    The library fills what is missing from a default date: with two defaults what it filled in differs.

    >>> long_tail("Mon Aug 20 00:00:00 EDT 2012"), long_tail("last year")[0]
    (('2012-08-20', ''), '')
    """
    if not any(sign.isdigit() for sign in text) or not text.isascii():
        return "", NO_DATE
    try:
        found = [
            parser.parse(text, default=datetime(*filler), ignoretz=True) for filler in ((2001, 1, 1), (2004, 12, 28))
        ]
    except (ValueError, OverflowError, TypeError, ArithmeticError, AttributeError, IndexError, RecursionError):
        return "", NO_DATE
    one, other = (moment.date() for moment in found)
    given = {int(digits) for digits in re.findall(r"\d{1,9}", text)}
    if one != other or one.day not in given or one.year not in given:
        return "", NO_DATE
    return one.isoformat(), ""


def plain(text: str) -> str:
    """Small letters without accents.

    >>> plain("Août")
    'aout'
    """
    text = text.strip().lower()
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", ACCENTS.sub("", unicodedata.normalize("NFD", text))).replace("ı", "i")


@cache
def months() -> dict[str, int]:
    """Every name of a month, and every beginning of three letters or more that only one month has."""
    names = {name: int(number) for number, line in read_table()["months"].items() for name in plain(line).split()}
    beginnings: dict[str, set[int]] = {}
    for name, number in names.items():
        for length in range(3, len(name)):
            beginnings.setdefault(name[:length], set()).add(number)
    return {**{start: min(found) for start, found in beginnings.items() if len(found) == 1}, **names}


@cache
def words_of(table: str, row: str) -> frozenset[str]:
    return frozenset(read_table()[table][row].split())


@cache
def read_table() -> dict[str, dict[str, str]]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
