"""What the cells of a column look like, whatever its header says."""

import re
from collections.abc import Callable, Sequence

from constellation.intake.content.blanks import is_blank
from constellation.intake.content.dates import looks_like_date
from constellation.intake.content.gender import read_gender
from constellation.intake.content.names import looks_like_name
from constellation.intake.content.ranks import read_rank, read_rank_code
from constellation.intake.content.shares import read_share
from constellation.intake.content.tenure import read_tenure, tenure_clock
from constellation.intake.content.text import mend
from constellation.intake.tables import Day, Number

WORDS = "words"  # what a column without a header may be called until the others are known
SAMPLE = 400  # cells that tell what a column holds
EMAIL = re.compile(r"\s*(?:[^@<]*<)?[^@\s<>]+@[^@\s<>]+>?[\s;,]*.*", re.S)
ORCID = re.compile(r"(?:https?://)?(?:orcid\.org/)?[\d ]{4}-?\d{4}-?\d{4}-?\d{3}[\dxX]", re.I)
SERIAL = re.compile(r"[2-5]\d{4}(?:\.0+)?")
CODE = re.compile(r"[A-Za-z]{0,3}[-_ ]?\d{1,8}[A-Za-z]{0,2}")
IDENTIFIER = re.compile(r"[\w'.@+-]*\d[\w.@+ -]*")
LETTER = re.compile(r"[^\W\d_]")


def sample_of(cells: Sequence[str]) -> list[str]:
    """Cells with something in them, spread over the whole column, cleaned: up to `SAMPLE`."""
    step = max(1, len(cells) // (4 * SAMPLE))
    found: list[str] = []
    for cell in cells[::step]:
        if cell and not is_blank(text := mend(cell)[0].strip()):
            found.append(type(cell)(text) if isinstance(cell, Number | Day) else text)
            if len(found) == SAMPLE:
                break
    return found


def share(test: Callable[[str], object], values: Sequence[str]) -> float:
    return sum(bool(test(value)) for value in values) / len(values) if values else 0.0


def is_date(value: str) -> bool:
    return isinstance(value, Day) or looks_like_date(value)


def is_words(value: str) -> bool:
    return LETTER.search(value) is not None and "@" not in value


TESTS: dict[str, Callable[[str], object]] = {
    "email": EMAIL.fullmatch,
    "orcid": lambda value: len(re.sub(r"\D", "", value)) >= 13 and len(value) < 60,
    "hire_date": lambda value: is_date(value) or SERIAL.fullmatch(value),
    "end_date": lambda value: is_date(value) or SERIAL.fullmatch(value),
    "tenure_date": lambda value: is_date(value) or SERIAL.fullmatch(value),
    "birth_date": lambda value: is_date(value) or SERIAL.fullmatch(value),
    "effective_date": lambda value: is_date(value) or SERIAL.fullmatch(value),
    "timestamp": is_date,
    "year": lambda value: re.fullmatch(r"(?:FY|AY)?\s*(?:19|20)\d\d(?:[-/–]\d{2,4})?(?:\.0)?", value),
    "gender": lambda value: read_gender(value) and len(value) <= 40,
    "tenure": lambda value: read_tenure(value) or tenure_clock(value),
    "tenure_clock": lambda value: len(value) < 60,
    "fte": lambda value: read_share(value)[0],
    "percent": lambda value: read_share(value, percent=True)[0],
    "rank": lambda value: read_rank(value, column="rank") or read_rank_code(value),
    "rank_code": lambda value: CODE.fullmatch(value) or read_rank_code(value) or read_rank(value, column="rank"),
    "title": lambda value: is_words(value) and not CODE.fullmatch(value),
    "honorific": lambda value: is_words(value) and len(value) < 60,
    "name": lambda value: is_words(value) and len(value) < 120,
    "latin_name": lambda value: is_words(value) and len(value) < 120,
    "given": lambda value: len(value) < 60 and "@" not in value,
    "family": lambda value: len(value) < 60 and "@" not in value,
    "middle": lambda value: len(value) < 60 and "@" not in value,
    "department": lambda value: is_words(value) and len(value) < 160,
    "college": lambda value: len(value) < 160,
    "needs": is_words,
    "offers": is_words,
    "employee_id": lambda value: len(value) <= 60 and "\n" not in value,
}


def fit(field: str, values: Sequence[str]) -> float:
    """Share of cells, 0-1, that can be what a field holds; 1 for a field that takes any text, and for no cells.

    >>> fit("email", ["a@b.edu", "none"]), fit("tenure", ["9", "20"]), fit("orcid", [])
    (0.5, 0.0, 1.0)
    """
    test = TESTS.get(field)
    return share(test, values) if test and values else 1.0


def guess(values: Sequence[str], distinct: int, rows: int) -> tuple[str, float]:
    """What a column without a header may be, by its cells alone, and how sure that is (0-0.8)."""
    if not values:
        return "", 0.0
    for field, test, sure in (
        ("email", EMAIL.fullmatch, 0.8),
        ("orcid", ORCID.fullmatch, 0.8),
        ("hire_date", is_date, 0.6),
    ):
        if share(test, values) >= 0.8:
            return field, sure
    if share(lambda value: read_rank_code(value) is not None, values) >= 0.8 and distinct <= 40:
        return "rank_code", 0.55
    if share(lambda value: read_rank(value) is not None, values) >= 0.7:
        return "title", 0.7
    if share(read_tenure, values) >= 0.9 and distinct <= 8:
        return "tenure", 0.6
    if (
        distinct >= 0.95 * rows > 1
        and share(IDENTIFIER.fullmatch, values) >= 0.95
        and not share(LETTER.search, values) > 0.5
    ):
        return "employee_id", 0.55
    if share(looks_like_name, values) >= 0.8:
        return "name", 0.5
    if share(is_words, values) >= 0.9 and distinct <= 0.8 * rows:
        return "department", 0.4
    return (WORDS, 0.0) if share(is_words, values) >= 0.9 else ("", 0.0)
