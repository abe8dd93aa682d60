"""Dates of East Asian writing and of eras other than the common one."""

import re

from constellation.words import mark

NUMERALS = re.compile(
    r"(?:民國|民国|中華民國)?\s*(\d{1,4})\s*[年년]\s*(?:(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日일號号]?)?)?\s*\D{0,4}"
)
ERA = re.compile(
    r"(令和|平成|昭和|大正|明治|R|H|S)\s*(\d{1,2}|元)\s*[年.\-/]\s*(?:(\d{1,2})\s*[月.\-/]?\s*(?:(\d{1,2})\s*日?)?)?"
)
MINGUO = re.compile(r"(?:民國|民国|中華民國|ROC)\s*(\d{1,3})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?")
YEAR_LAST = re.compile(r"(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일號号],?\s*(\d{4})\s*[年년]?")
VIETNAMESE = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
BEGINS = {"令和": 2018, "R": 2018, "平成": 1988, "H": 1988, "昭和": 1925, "S": 1925, "大正": 1911, "明治": 1867}
BUDDHIST = mark("a year of the Buddhist era: 543 taken off")
REPUBLIC = mark("a year of the Minguo calendar: 1911 added")
JAPANESE = mark("a year of a Japanese era")

Parts = tuple[int, int, int, str]


def other_calendar(text: str) -> Parts | None:
    """Year, month, day (0 where not given) and what was converted; None where the text is no such date.

    >>> other_calendar("2012年8月20日"), other_calendar("民國101年8月20日")[:3]
    ((2012, 8, 20, ''), (2012, 8, 20))
    >>> other_calendar("平成24年8月"), other_calendar("August 2012")
    ((2012, 8, 0, 'a year of a Japanese era'), None)
    """
    if found := MINGUO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
        return year + 1911, month, day, REPUBLIC
    if found := ERA.fullmatch(text):
        era, year_text, month_text, day_text = found.groups()
        year = BEGINS[era] + (1 if year_text == "元" else int(year_text))
        return year, int(month_text or 0), int(day_text or 0), JAPANESE
    if found := VIETNAMESE.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
        return year, month, day, ""
    if found := YEAR_LAST.fullmatch(text):
        month, day, year = (int(part) for part in found.groups())
        return year, month, day, ""
    if found := NUMERALS.fullmatch(text):
        return common_era(text, *(int(part or 0) for part in found.groups()))
    return None


def common_era(text: str, year: int, month: int, day: int) -> Parts | None:
    if text.startswith(("民", "中")):
        return year + 1911, month, day, REPUBLIC
    if year < 1000:
        return None
    return (year - 543, month, day, BUDDHIST) if 2400 < year < 2700 else (year, month, day, "")
