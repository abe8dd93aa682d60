"""People as JSON: one object a line, a list of objects, or a list somewhere inside an object."""

from collections.abc import Iterator
from typing import Any

from constellation.intake.formats.json_lists import DECODER, FAULTS, Found, Walk, walked
from constellation.intake.formats.limits import LIMITS, Limits
from constellation.intake.formats.records import Records, flat, scalar
from constellation.intake.formats.text import Remark
from constellation.intake.reading import ERROR, INFO
from constellation.intake.tables import RawTable, Unreadable


def json_lines_table(text: str, name: str, remarks: list[Remark], limits: Limits = LIMITS) -> RawTable:
    """A row for each line; a line that is no object is a remark, and the others are read.

    >>> list(json_lines_table('{"name": {"first": "Ana"}}', "a.jsonl", []).rows)
    [(0, ['name.first']), (1, ['Ana'])]
    """
    records = Records(name, limits)
    for number, line in enumerate(text.splitlines() if "\n" not in text else text.split("\n"), 1):
        line = line.strip().rstrip(",")
        if not line:
            continue
        value = decoded(line)
        if isinstance(value, dict):
            records.add(number, pairs_of(value, name))
            continue
        remarks.append((number, shortened(line), "set aside: no whole JSON object", "export this record again", ERROR))
    if not records.rows:
        raise Unreadable(f"{name} has no line that is a whole JSON object; export it again")
    return records.table(remarks)


def json_tables(text: str, name: str, remarks: list[Remark], limits: Limits = LIMITS) -> Iterator[RawTable]:
    """A table for each list of objects; where the text breaks off, what came before is read and that is said."""
    walk = walked(text)
    remarks += about_break(walk)
    lists = [found for found in walk.lists if found.items]
    if not lists:
        raise Unreadable(f"{name} {without_list(walk)}")
    for found in lists:
        remarks += numbered(found)
        sheet = ".".join(found.path) if len(lists) > 1 else ""
        yield (
            rows_table(found, name, sheet, remarks)
            if is_table(found)
            else objects_table(found, name, sheet, remarks, limits)
        )
        remarks = []


def without_list(walk: Walk) -> str:
    if walk.broken:
        return f"is no whole JSON: it breaks off in line {walk.broken}; export it again"
    return "is JSON without a list of people; export the list itself"


def about_break(walk: Walk) -> list[Remark]:
    if not walk.broken or not walk.lists:
        return []
    return [(walk.broken, f"JSON that breaks off in line {walk.broken}", "everything before is read, nothing after", "export the file again", ERROR)]  # fmt: skip


def numbered(found: Found) -> list[Remark]:
    """Entries that share lines get their own numbers instead of lines, or one could not be told from another."""
    lines = [line for line, _ in found.items]
    if len(set(lines)) == len(lines):
        return []
    found.items = [(number, item) for number, (_, item) in enumerate(found.items, 1)]
    return [(0, f"{len(lines):,} entries, several on one line", "the entries are numbered 1, 2, 3 … in their order", "", INFO)]  # fmt: skip


def is_table(found: Found) -> bool:
    """Whether the items are lists of cells instead of objects."""
    return all(isinstance(item, list) for _, item in found.items)


def rows_table(found: Found, name: str, sheet: str, remarks: list[Remark]) -> RawTable:
    return RawTable(name, sheet, [(line, [scalar(cell) if not isinstance(cell, dict) else str(cell) for cell in item]) for line, item in found.items], remarks=remarks)  # fmt: skip


def objects_table(found: Found, name: str, sheet: str, remarks: list[Remark], limits: Limits) -> RawTable:
    """Objects as rows; an item that is none is a remark."""
    records = Records(name, limits, sheet)
    for line, item in found.items:
        if isinstance(item, dict):
            records.add(line, pairs_of(item, name))
        else:
            remarks.append(
                (line, shortened(str(item)), "set aside: no object with fields", "export this record again", ERROR)
            )
    return records.table(remarks)


def pairs_of(value: dict[str, Any], name: str) -> list[tuple[str, str]]:
    try:
        return flat(value, "")
    except RecursionError:
        raise Unreadable(f"{name} has objects within objects without end, so it is no list of people") from None


def decoded(line: str) -> Any:
    """The value of a line; nothing for what is no JSON."""
    try:
        return DECODER.decode(line)
    except FAULTS:
        return None


def shortened(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
