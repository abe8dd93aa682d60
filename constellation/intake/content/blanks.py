"""Cells that say nothing, and names that are nobody's: vacant, to be hired, staff."""

import re
import tomllib
from functools import cache
from pathlib import Path

from constellation.intake.content.text import same

TABLE = Path(__file__).with_name("blanks.toml")
LONGEST = 40
# what slips into a column of ranks: a date, zeros, a letter repeated to fill the cell, marks alone
NO_RANK = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}(?:[t ][\d:.]+z?)?|\d{1,2}([-/.])\d{1,2}\2\d{4}(?: [\d:.]+)?|0+(?:\.0+)?|([xyz?])\3{2,}|\W+|_+")  # fmt: skip


@cache
def read_table() -> dict[str, frozenset[str]]:
    """Blank spellings by kind of column: `always`, `words`, what each kind adds; and `nobody`."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {name: frozenset(row) for name, row in {**table.pop("only"), **table}.items()}


def is_blank(text: str, kind: str = "text") -> bool:
    """Whether a cell says that nothing is known.

    `kind` is what its column holds: text, name, date, code, number, orcid, rank, email.  Null, None and Na are
    family names of people: in a column of names such words are blank only in all capitals or in none (NULL, null).
    0 and 9 are blank only among dates, ORCID iDs and ranks; a date among ranks is blank too.

    >>> [is_blank(text) for text in ("", "–", "N/A", "None", "#REF!", "9999-12-31", "0")]
    [True, True, True, True, True, True, False]
    >>> is_blank("Null", "name"), is_blank("NULL", "name"), is_blank("N/A", "name"), is_blank("0", "date")
    (False, True, True, True)
    >>> is_blank("1900-01-01", "rank"), is_blank("xxx", "rank"), is_blank("0201", "rank"), is_blank("II", "rank")
    (True, True, False, False)
    """
    if len(text) > LONGEST:
        return not text.strip()
    low = text.strip().lower()
    table = read_table()
    if not low or low in table["always"] or low in table.get(kind, ()):
        return True
    if kind == "rank" and NO_RANK.fullmatch(low):
        return True
    if low not in table["words"]:
        return False
    return kind != "name" or text.strip() in (low, low.upper(), "NaN")


NOBODY_BEGINS = re.compile(
    r"(?:position |line )?vacant\b|vacancy\b|vacated\b|(?:open|new|unfilled) (?:position|line|search|faculty|hire|rank)\b|(?:position|line|search) (?:open|unfilled|in progress|pending)\b"
    r"|(?:to be|tbd|tba|tbh|tbn) (?:hired|named|filled|announced|determined|recruited|appointed)\b|(?:test|dummy|sample) (?:user|account|person|faculty|employee|record|name)\b"
    r"|(?:faculty|hire|position|instructor) (?:new|vacant|tbd|tba|tbh)\b|failed search\b|external prof"
)
NOMEN_NESCIO = re.compile(r"[Nn]\. ?[Nn]\.")


def is_placeholder(text: str) -> bool:
    """Whether a name stands for nobody: a vacant line, somebody to be hired, a test account.

    >>> [is_placeholder(text) for text in ("VACANT", "（外籍）", "To be hired", "Faculty, New", "N.N.", "Test User")]
    [True, True, True, True, True, True]
    >>> [is_placeholder(text) for text in ("Staff, Leon", "Vacanti, Joseph", "New, Olivia", "Testa, Anna")]
    [False, False, False, False]
    """
    if len(text) > LONGEST * 2:
        return False
    key = same(text)
    return (
        key in read_table()["nobody"]
        or NOBODY_BEGINS.match(key) is not None
        or NOMEN_NESCIO.fullmatch(text.strip()) is not None
    )
