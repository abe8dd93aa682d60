"""People as JSON: one object a line, a list of objects, or a list somewhere inside an object."""

from collections.abc import Iterator
from typing import Any

from constellation.intake.formats.json_lists import DECODER, FAULTS, Found, Walk, walked
from constellation.intake.formats.limits import LIMITS, Limits
from constellation.intake.formats.records import Records, flat, scalar
from constellation.intake.formats.text import Remark
from constellation.intake.reading import ERROR, INFO
from constellation.intake.tables import NO_FIELDS, NO_WHOLE_OBJECT, RawTable, Unreadable
from constellation.words import mark, say, say_count


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
        remarks.append((number, shortened(line), say(NO_WHOLE_OBJECT), say("export this record again"), ERROR))
    if not records.rows:
        raise Unreadable(say("{file} has no line that is a whole JSON object; export it again", file=name))
    return records.table(remarks)


def json_tables(text: str, name: str, remarks: list[Remark], limits: Limits = LIMITS) -> Iterator[RawTable]:
    """A table for each list of objects; where the text breaks off, what came before is read and that is said."""
    walk = walked(text)
    remarks += about_break(walk)
    lists = [found for found in walk.lists if found.items]
    if not lists:
        raise Unreadable(without_list(name, walk))
    for found in lists:
        remarks += numbered(found)
        sheet = ".".join(found.path) if len(lists) > 1 else ""
        yield (
            rows_table(found, name, sheet, remarks)
            if is_table(found)
            else objects_table(found, name, sheet, remarks, limits)
        )
        remarks = []


def without_list(name: str, walk: Walk) -> str:
    """The sentence for a text in which no list was found."""
    if walk.broken:
        sentence = mark("{file} is no whole JSON: it breaks off in line {line}; export it again")
        return say(sentence, file=name, line=walk.broken)
    return say("{file} is JSON without a list of people; export the list itself", file=name)


def about_break(walk: Walk) -> list[Remark]:
    if not walk.broken or not walk.lists:
        return []
    found = say("JSON that breaks off in line {line}", line=walk.broken)
    return [(walk.broken, found, say("everything before is read, nothing after"), say("export the file again"), ERROR)]


def numbered(found: Found) -> list[Remark]:
    """Entries that share lines get their own numbers instead of lines, or one could not be told from another."""
    lines = [line for line, _ in found.items]
    if len(set(lines)) == len(lines):
        return []
    found.items = [(number, item) for number, (_, item) in enumerate(found.items, 1)]
    words = say_count("{n} entry, several on one line", "{n} entries, several on one line", len(lines))
    return [(0, words, say("the entries are numbered 1, 2, 3 … in their order"), "", INFO)]


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
            remarks.append((line, shortened(str(item)), say(NO_FIELDS), say("export this record again"), ERROR))
    return records.table(remarks)


def pairs_of(value: dict[str, Any], name: str) -> list[tuple[str, str]]:
    try:
        return flat(value, "")
    except RecursionError:
        sentence = say("{file} has objects within objects without end, so it is no list of people", file=name)
        raise Unreadable(sentence) from None


def decoded(line: str) -> Any:
    """The value of a line; nothing for what is no JSON."""
    try:
        return DECODER.decode(line)
    except FAULTS:
        return None


def shortened(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
