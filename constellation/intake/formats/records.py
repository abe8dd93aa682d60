"""Records with named values, such as entries, cards and objects, gathered into one table."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from constellation.intake.formats.limits import Limits
from constellation.intake.formats.text import Remark
from constellation.intake.tables import Number, RawTable, Row, Unreadable
from constellation.words import say

MAIN = frozenset(f"{is_}{main}{what}" for is_ in ("", "is") for main in ("primary", "main", "principal") for what in ("", "job", "appointment", "position", "flag", "indicator", "ind"))  # fmt: skip
YES = frozenset(["true", "yes", "y", "1", "x"])
Pairs = Iterable[tuple[str, str]]


@dataclass
class Records:
    """Rows under the names that turn up; a name that comes late is blank in the rows before."""

    file: str
    limits: Limits
    sheet: str = ""
    columns: dict[str, int] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)

    def add(self, line: int, pairs: Pairs) -> None:
        """One record; values of one name are joined by new lines."""
        cells = [""] * len(self.columns)
        for name, value in pairs:
            at = self.columns.setdefault(name, len(self.columns))
            if at == len(cells):
                cells.append(value)
            else:
                cells[at] = f"{cells[at]}\n{value}" if cells[at] else value
        if len(self.columns) > self.limits.columns:
            raise Unreadable(
                say(
                    "{file} has records with more than {most:,} different fields (line {line}), "
                    "so it is no list of people; export only the fields that are needed",
                    file=self.file,
                    most=self.limits.columns,
                    line=line,
                )
            )
        if len(self.rows) >= self.limits.rows:
            raise Unreadable(
                say(
                    "{file} has more than {most:,} records; split it into smaller files",
                    file=self.file,
                    most=self.limits.rows,
                )
            )
        self.rows.append((line, cells))

    def table(self, remarks: list[Remark]) -> RawTable:
        """The table; its header is no line of the file, so its number is 0."""
        return RawTable(self.file, self.sheet, self.padded() if self.rows else (), named=True, remarks=remarks)

    def padded(self) -> Iterator[Row]:
        width = len(self.columns)
        yield 0, list(self.columns)
        for line, cells in self.rows:
            yield line, cells + [""] * (width - len(cells))


def flat(value: Any, name: str) -> list[tuple[str, str]]:
    """What a JSON value holds as named texts: `name.first` for objects within objects, lists joined by new lines.

    Of a list of objects every field has a line per object, blank where it lacks the field: line 2 of each is the
    second object.  One that is called primary or main stands first.

    >>> flat({"unit": [{"name": "A", "rank": "B"}, {"name": "C"}]}, "at")
    [('at.unit.name', 'A\\nC'), ('at.unit.rank', 'B\\n')]
    >>> flat([{"unit": "A", "primary": False}, {"unit": "B", "primary": True}], "jobs")
    [('jobs.unit', 'B\\nA'), ('jobs.primary', 'true\\nfalse')]
    """
    if isinstance(value, dict):
        return [pair for key, inner in value.items() for pair in flat(inner, f"{name}.{key}" if name else key)]
    if isinstance(value, list):
        if any(isinstance(item, dict) for item in value):
            return side_by_side(value, name)
        return [(name, joined(value))]
    return [(name, scalar(value))]


def side_by_side(items: list[Any], name: str) -> list[tuple[str, str]]:
    """A list of objects, field by field."""
    each = [dict(flat(item, name)) for item in sorted(items, key=is_other)]
    names = dict.fromkeys(key for item in each for key in item)
    if len(each) == 1:
        return list(each[0].items())
    return [(key, "\n".join(item.get(key, "").replace("\n", "; ") for item in each)) for key in names]


def is_other(item: Any) -> bool:
    """Whether an object of a list does not say that it is the main one."""
    if not isinstance(item, dict):
        return True
    said = (scalar(value) for key, value in item.items() if re.sub(r"[\W_]", "", key.lower()) in MAIN)
    return not any(text.strip().lower() in YES for text in said)


def joined(items: list[Any]) -> str:
    if len(items) == 1:
        return scalar(items[0])
    return "\n".join(text for item in items if (text := scalar(item)))


def scalar(value: Any) -> str:
    """A single value as text; an empty one is blank, a list within a list one text."""
    if isinstance(value, str):  # also Number
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return joined(value)
    return Number(str(value))
