"""Columns that only make sense together: given and family names, a native and a Latin one."""

from collections.abc import Sequence
from dataclasses import replace

from constellation.intake.content.text import same
from constellation.intake.layout.body import Frame
from constellation.intake.mapping.content import WORDS
from constellation.intake.mapping.headers import compared
from constellation.intake.reading import Column
from constellation.words import say

HALF, ROWS_ASKED = 0.5, 200
FAMILY_WHERE_GIVEN = {"name", "nom", "naam", "nome", "nombre", "isim"}  # beside a first name these mean the family's


def named_parts(columns: Sequence[Column], frame: Frame, samples: Sequence[Sequence[str]]) -> list[Column]:
    """The same columns, names judged together."""
    fields = {column.field for column in columns}
    result = list(columns)
    if "given" in fields and "family" not in fields:
        result = [
            replace(c, field="family", why=say("a first name stands beside it")) if is_family(c) else c for c in result
        ]
    if "family" in fields and "given" not in fields:
        result = [
            replace(c, field="given", why=say("a family name stands beside it")) if is_given(c, result, frame) else c
            for c in result
        ]
    if "latin_name" in fields:
        result = [
            replace(c, field="native_name", why=say("the name in Latin letters stands beside it"))
            if c.field == "name"
            else c
            for c in result
        ]
        result = [replace(c, field="name") if c.field == "latin_name" else c for c in result]
    if not frame.header.row and not frame.named:
        result = without_header(result, frame)
    untold = say("no header, and the cells do not tell")
    return [replace(c, field="", why=untold) if c.field == WORDS else c for c in result]


def is_given(column: Column, columns: Sequence[Column], frame: Frame) -> bool:
    """Whether a column called name holds first names alone: the family name beside it stands in hardly any of its cells."""
    if column.field != "name" or compared(column.header) not in FAMILY_WHERE_GIVEN:
        return False
    family = next(c.number for c in columns if c.field == "family") - 1
    names = zip(frame.columns[column.number - 1][:ROWS_ASKED], frame.columns[family][:ROWS_ASKED], strict=True)
    both = [(name, last) for name, last in names if name.strip() and last.strip()]
    return bool(both) and sum(same(last) in same(name) for name, last in both) < len(both) / 2


def is_family(column: Column) -> bool:
    return column.field == "name" and compared(column.header) in FAMILY_WHERE_GIVEN


def without_header(columns: list[Column], frame: Frame) -> list[Column]:
    """Columns of words beside e-mail addresses: the addresses tell which holds family names and which given ones."""
    emails = [column for column in columns if column.field == "email"]
    words = [column for column in columns if column.field in ("name", "department", WORDS)]
    pairs = [(one, other) for one in words for other in words if one is not other]
    best = max(pairs, key=lambda pair: fits(frame, emails[0], *pair), default=None) if emails else None
    if best is not None and fits(frame, emails[0], *best) >= HALF:
        family, given = best
        why, sure = say("no header; the e-mail addresses hold these words as family names"), 0.65
    else:
        names = [column for column in words if column.field == "name"]
        if len(names) < 2:
            return with_department(columns)
        family, given = names[:2]
        why, sure = say("no header; of two columns of names the first is taken as the family name"), 0.4
    beside = say("no header; names beside the family names")
    told = {
        family.number: replace(family, field="family", confidence=sure, why=why),
        given.number: replace(given, field="given", confidence=sure, why=beside),
    }
    return with_department([told.get(column.number, column) for column in columns])


def with_department(columns: list[Column]) -> list[Column]:
    """Of the words that are left the first are the department, where nothing else is."""
    if any(column.field == "department" for column in columns):
        return columns
    told = any(column.field == "family" for column in columns)
    may_be = (WORDS, "name") if told else (WORDS,)
    left = next((column.number for column in columns if column.field in may_be), 0)
    why = say("no header; words beside the names")
    return [replace(c, field="department", confidence=0.3, why=why) if c.number == left else c for c in columns]


def fits(frame: Frame, email: Column, family: Column, given: Column) -> float:
    """Share of rows, 0-1, whose address is made of a given name's initial and a family name, or of both names."""
    rows = range(min(ROWS_ASKED, len(frame)))
    return sum(is_made_of(frame, email.number - 1, family.number - 1, given.number - 1, row) for row in rows) / max(
        1, len(rows)
    )


def is_made_of(frame: Frame, email: int, family: int, given: int, row: int) -> bool:
    local = same(frame.columns[email][row].partition("@")[0]).replace(" ", "")
    last, first = (same(frame.columns[at][row]).replace(" ", "") for at in (family, given))
    if not local or not last or not first:
        return False
    return local.startswith((first[0] + last[:5], first + last[:5]))
