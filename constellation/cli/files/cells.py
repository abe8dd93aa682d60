"""What stands in one cell of a table: text that no spreadsheet runs as a formula, numbers, phrases."""

import math
import re

from constellation.packs.spelling import same_words
from constellation.words import say

FORMULA = re.compile(r"'*[=+\-@\t\r]")
NEUTRALISED = re.compile(r"'+[=+\-@\t\r]")
LONGEST_SHOWN = 40


def safe_cell(text: str) -> str:
    """Text as it is written into a table: what a spreadsheet would run as a formula gets a leading apostrophe.

    Numbers are written as they are, not through here.

    >>> safe_cell("=1+1"), safe_cell("-5 degrees"), safe_cell("History"), safe_cell("'=x")
    ("'=1+1", "'-5 degrees", 'History', "''=x")
    """
    return "'" + text if FORMULA.match(text) else text


def read_cell(text: str) -> str:
    """The text of a cell, stripped; the apostrophe of `safe_cell` is taken off again.

    >>> read_cell("  '=1+1 "), read_cell("'tis"), read_cell("''=x")
    ('=1+1', "'tis", "'=x")
    """
    text = text.strip()
    return text[1:].strip() if NEUTRALISED.match(text) else text


def as_number(text: str) -> float | None:
    """A finite number, None for anything else.

    >>> as_number("0.25"), as_number("nan"), as_number("two"), as_number("1_0")
    (0.25, None, None, None)
    """
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and "_" not in text else None


def phrases(text: str) -> tuple[str, ...]:
    """The parts of a cell between semicolons, each once however capitalised.

    >>> phrases("poetry; Migration;;migration")
    ('poetry', 'Migration')
    """
    found: dict[str, str] = {}
    for part in text.split(";"):
        if part.strip():
            found.setdefault(same_words(part), part.strip())
    return tuple(found.values())


def shown(text: str) -> str:
    """Text of unknown origin as a sentence may quote it: one line, printable, short."""
    text = "".join(sign if sign.isprintable() else " " for sign in text)
    text = " ".join(text.split()) or say("blank")
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
