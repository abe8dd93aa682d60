"""What comes out of a file: people, what was done to get there, how its columns were understood."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from constellation.words import say

# the order of a row's fields in every output; `person_key` is the key that this file uses for the person
FIELDS = (
    "person_key",
    "employee_id",
    "given",
    "middle",
    "family",
    "preferred",
    "email",
    "department",
    "college",
    "rank",
    "title",
    "hire_date",
    "gender",
    "orcid",
    "tenure",
    "fte",
)

OF_AN_APPOINTMENT = ("title", "rank", "department", "college", "hire_date", "end_date", "fte", "status")

INFO, WARNING, QUESTION, ERROR = "info", "warning", "question", "error"
SEVERITIES = (INFO, WARNING, QUESTION, ERROR)


class Entry(NamedTuple):
    """One line of the log.

    `row`: as an editor of the file shows it, from 1; 0 where the whole column or table is meant.  `column`: its
    header, blank for a whole row.  `found`: what stood there.  `done`: what was made of it.  `mend`: what a person
    can do, blank where nothing is needed.  `severity`: info (sure, nothing to do), warning (something is lost,
    damaged or doubtful), question (a best reading was taken, the answer may change it), error (set aside).
    """

    file: str
    sheet: str
    row: int
    column: str
    found: str
    done: str
    mend: str
    severity: str


class Source(NamedTuple):
    """Where a person stands: file, sheet and row; of a person with several rows the main one."""

    file: str
    sheet: str
    row: int


class Sources(Sequence[Source]):
    """Where many rows stand, in a few bytes each.

    >>> where = Sources()
    >>> where.add("staff.csv", "", [2, 3])
    >>> len(where), where[1].row
    (2, 3)
    """

    def __init__(self) -> None:
        self.tables: list[tuple[str, str]] = []
        self.table, self.row = array("l"), array("l")

    def add(self, file: str, sheet: str, rows: "Sequence[int] | array[int]") -> None:
        self.table.extend([len(self.tables)] * len(rows))
        self.row.extend(rows)
        self.tables.append((file, sheet))

    def copy(self, other: "Sources", position: int) -> None:
        """Takes over where one row of another stands; only for rows in their order."""
        self.tables = other.tables
        self.table.append(other.table[position])
        self.row.append(other.row[position])

    def __len__(self) -> int:
        return len(self.row)

    def __getitem__(self, position):  # type: ignore[no-untyped-def]
        if isinstance(position, slice):
            return [self[at] for at in range(*position.indices(len(self)))]
        file, sheet = self.tables[self.table[position]]
        return Source(file, sheet, self.row[position])


@dataclass(frozen=True, slots=True)
class Column:
    """How one column was understood: `field` is blank where it is left out, `confidence` is 0–1."""

    number: int
    header: str
    field: str
    confidence: float
    why: str


def named(column: Column) -> str:
    """A column's header, or its number in words where it has none.

    >>> named(Column(3, "", "rank", 0.5, ""))
    'column 3'
    """
    return column.header or say("column {number}", number=column.number)


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How a table was understood; `shape` is the same for every table with these headers, whatever is in it."""

    file: str
    sheet: str
    kind: str
    shape: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two rows of a reading, by position, that may be one person: `score` 0–1 and the reason in words."""

    first: int
    second: int
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows in = people + folded + set aside, always.

    >>> Counts(people=60, folded=6, set_aside=1).rows_in
    67
    """

    people: int
    folded: int
    set_aside: int

    @property
    def rows_in(self) -> int:
        return self.people + self.folded + self.set_aside


@dataclass(frozen=True)
class Reading:
    """The whole answer.

    `kind`: people, pairings, conflicts, ties, calendar.  `rows`: one mapping a person (or a line of a list), made
    when it is asked for.
    """

    kind: str
    rows: "Rows"
    log: list[Entry]
    mapping: list[TableMapping]
    duplicates: list[Duplicate]
    counts: Counts
    questions: list[Entry] = field(default_factory=list)


class Rows:
    """People as columns: 100,000 of them take a fraction of what as many dictionaries would.

    `further`: by position the appointments beside the main one, which the columns tell.

    >>> rows = Rows({"given": ["Ana", ""], "family": ["Wang", "Le"]}, [Source("a.csv", "", 2), Source("a.csv", "", 3)])
    >>> len(rows), rows[1]["family"], rows[0]["source"]
    (2, 'Le', {'file': 'a.csv', 'sheet': '', 'row': 2})
    """

    def __init__(
        self,
        columns: Mapping[str, Sequence[Any]],
        sources: Sequence[Source],
        further: Mapping[int, list[dict[str, str]]] | None = None,
    ) -> None:
        self.columns, self.sources, self.further = columns, sources, further or {}

    def __len__(self) -> int:
        return len(self.sources)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, position: int) -> dict[str, Any]:
        row: dict[str, Any] = {name: column[position] for name, column in self.columns.items()}
        if "person_key" in row:
            row["appointments"] = self.appointments(row, position)
        row["source"] = self.sources[position]._asdict()
        return row

    def appointments(self, row: Mapping[str, Any], position: int) -> list[dict[str, Any]]:
        """The main appointment first, without what is unknown; none where neither rank, title nor unit is known."""
        main = {name: value for name in OF_AN_APPOINTMENT if (value := row.get(name))}
        found = [{**main, "primary": True}] if any(map(row.get, ("title", "rank", "department"))) else []
        if further := self.further.get(position):
            found += [{**one, "primary": False} for one in further]
        return found
