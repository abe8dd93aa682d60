"""What a column of tenure, a tenure clock or a title says: tenured, on track, not on track."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("tenure.toml")
LONGEST, LONGEST_TITLE = 80, 200  # characters; a longer text is prose
MARKS = re.compile(r"[\W_]+")
IN_BRACKETS = re.compile(r"[(\[–—,-]\s*(N\.?T\.?T|T\.?T|T)\.?\s*[)\]]?\s*$")
NUMBER = r"(\d{1,2}(?:[.,]\d)?)"
CLOCK = re.compile(
    rf"^\s*(?:year|yr)?\s*{NUMBER}(?:st|nd|rd|th)?\s*(?:years?|yrs?)?\s*(?:of|/|out of)\s*{NUMBER}\s*(?:years?|yrs?)?\s*$",
    re.IGNORECASE,
)

Rows = tuple[tuple[re.Pattern[str], str], ...]


class Clock(NamedTuple):
    """Years on the tenure clock and how long it runs; `used` above `length` means that it has been extended or is over."""

    used: float
    length: float


def read_tenure(text: str) -> str:
    """T, TT or NTT; blank where the text does not say (also for yes and no, which depend on the question).

    >>> [read_tenure(text) for text in ("Tenured", "TENURE ELIGIBLE", "Not on Tenure Track", "7 of 6 yrs", "Y")]
    ['T', 'TT', 'NTT', 'TT', '']
    """
    if not text or len(text) > LONGEST:
        return ""
    if text in ("T", "TT", "NTT"):
        return text
    plain = words(text)
    for pattern, tenure in read_table()["values"]:
        if pattern.fullmatch(plain):
            return tenure
    return "TT" if tenure_clock(text) else ""


def tenure_clock(text: str) -> Clock | None:
    """The years of a tenure clock, None where the text is none.

    >>> tenure_clock("7 of 6 yrs"), tenure_clock("Year 3 of 7"), tenure_clock("n/a")
    (Clock(used=7.0, length=6.0), Clock(used=3.0, length=7.0), None)
    """
    found = CLOCK.match(text) if len(text) <= LONGEST else None
    if found is None:
        return None
    used, length = (float(number.replace(",", ".")) for number in found.groups())
    return Clock(used, length) if 1 <= length <= 15 else None


def tenure_in_title(title: str) -> str:
    """T, TT or NTT where the title says so in words, or in letters at its end; else blank.

    >>> tenure_in_title("Assistant Professor (NTT)"), tenure_in_title("CLINICAL PROFESSOR (C/T)")
    ('NTT', '')
    """
    if len(title) > LONGEST_TITLE:
        return ""
    if found := IN_BRACKETS.search(title):
        return found.group(1).replace(".", "")
    plain = words(title)
    if "t" not in plain:
        return ""
    return next((tenure for pattern, tenure in read_table()["title"] if pattern.search(plain)), "")


def words(text: str) -> str:
    return MARKS.sub(" ", text.lower()).strip()


@cache
def read_table() -> dict[str, Rows]:
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {name: tuple((re.compile(rf"\b(?:{p})\b"), tenure) for p, tenure in rows) for name, rows in table.items()}
