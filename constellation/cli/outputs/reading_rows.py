"""The rows of a reading as a page shows them: what belongs together in one cell, each part with its mark."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from constellation.cli.outputs.reading_log import SECRET, many_tables, place
from constellation.cli.outputs.reading_marks import Mark, Marks, same
from constellation.cli.outputs.reading_values import value_in_words
from constellation.cli.outputs.reading_words import in_numbers, in_words, meaning
from constellation.intake.reading import Reading, Rows, Source
from constellation.words import mark, say

MOST_PEOPLE = 2000
SHORT, LONGEST = 20, 600

Row = Mapping[str, object]


@dataclass(frozen=True)
class Part:
    """One line of a cell: `fields` that it shows or that columns had, `label` where the value alone says too little."""

    fields: tuple[str, ...]
    label: str = ""
    words: Callable[[Row], str] | None = None


@dataclass(frozen=True)
class Shown:
    """What stands on one line: a value, perhaps blank where only the mark tells, and its mark."""

    label: str
    value: str
    mark: Mark | None

    @property
    def short(self) -> bool:
        """A date, a number, an ORCID: better on one line."""
        return len(self.value) <= SHORT and " " not in self.value


@dataclass(frozen=True)
class Line:
    """One row of the page's table: where it stands, what was done to the whole row, a list of lines per column."""

    place: str
    mark: Mark | None
    cells: list[list[Shown]]


def whole_name(row: Row) -> str:
    """The name with its family name first, so that one sees how it was split.

    >>> whole_name({"given": "Mary Ann", "middle": "Q. R.", "family": "Achterberg", "suffix": "Jr."})
    'Achterberg, Mary Ann Q. R., Jr.'
    """
    first = " ".join(text for name in ("honorific", "given", "middle") if (text := in_words(row.get(name))))
    return ", ".join(text for text in (in_words(row.get("family")), first, in_words(row.get("suffix"))) if text)


def own_key(row: Row) -> str:
    """The key of a person where it is not one of the other numbers, or the row."""
    key = in_words(row.get("person_key"))
    known = key in (row.get("employee_id"), row.get("email")) or key.startswith("row ")
    return "" if known else key


def own_rank(row: Row) -> str:
    """The rank where the title beside it does not say the same."""
    rank = in_words(row.get("rank"))
    return "" if same(rank, in_words(row.get("title"))) else rank


def own_role(row: Row) -> str:
    """The role of those who are not faculty, as nearly everybody is."""
    return "" if row.get("role") == "faculty" else value_in_words(row, "role")


def own_ipeds(row: Row) -> str:
    return "" if row.get("ipeds_rank") == row.get("rank") else value_in_words(row, "ipeds_rank")


def several_appointments(row: Row) -> str:
    """Those beside the main one, with their title, unit and share."""
    found = row.get("appointments")
    listed = [one for one in found if isinstance(one, Mapping)] if isinstance(found, list | tuple) else []
    if len(listed) < 2:
        return ""
    keys = ("title", "department", "kind", "fte", "start", "status")
    told = [", ".join(text for key in keys if (text := in_words(one.get(key)))) for one in listed]
    return "; ".join(dict.fromkeys(filter(None, told)))


GROUPS: dict[str, tuple[Part, ...]] = {
    mark("Person"): (
        Part(("name", "given", "middle", "family", "latin_name", "suffix", "honorific"), "", whole_name),
        Part(("preferred",), mark("goes by")),
        Part(("native_name",), mark("in its own script")),
        Part(("email",)),
        Part(("gender",), mark("gender")),
    ),
    mark("Ids"): (Part(("employee_id",), mark("employee")), Part(("person_key",), mark("key"), own_key), Part(("orcid",), mark("ORCID"))),
    mark("Unit"): (Part(("department",)), Part(("college",)), Part(("campus",)), Part(("manager",), mark("reports to"))),
    mark("Rank and title"): (
        Part(("title",)),
        Part(("rank", "rank_code"), mark("rank"), own_rank),
        Part(("tenure", "tenure_date", "tenure_clock")),
        Part(("stage",), mark("stage")),
        Part(("role",), mark("role"), own_role),
        Part(("ipeds_rank",), mark("IPEDS"), own_ipeds),
        Part(("appointments",), mark("several appointments"), several_appointments),
    ),
    mark("Since and share"): (Part(("hire_date",), mark("hired")), Part(("fte", "percent"), mark("full-time share")), Part(("status",), mark("status"))),
    mark("Answers"): (
        Part(("needs",), mark("wants help with")),
        Part(("offers",), mark("offers")),
        Part(("capacity",), mark("could meet"), lambda row: in_numbers(row.get("capacity"))),
        Part(("formats",), mark("takes part as")),
        Part(("availability",), mark("free")),
    ),
}  # fmt: skip
REST = mark("Also in the file")


def columns_and_lines(reading: Reading, marks: Marks, most: int = MOST_PEOPLE) -> tuple[list[str], list[Line]]:
    """The headings and the first rows: groups of fields for people, each column by itself for a list."""
    groups = groups_of(reading)
    many = many_tables(reading.rows.sources)
    sources = reading.rows.sources[:most]
    lines = [line_of(reading.rows[at], source, groups, marks, many) for at, source in enumerate(sources)]
    used = [at for at in range(len(groups)) if any(line.cells[at] for line in lines)]
    names = list(groups)
    return [names[at] for at in used], [Line(one.place, one.mark, [one.cells[at] for at in used]) for one in lines]


def groups_of(reading: Reading) -> dict[str, tuple[Part, ...]]:
    fields = [name for name in reading.rows.columns if name not in SECRET or reading.kind == "conflicts"]
    if reading.kind != "people":
        return {meaning(name).capitalize(): (Part((name,)),) for name in fields}
    known = {field for parts in GROUPS.values() for part in parts for field in part.fields}
    rest = tuple(Part((name,), meaning(name)) for name in fields if name not in known)
    groups = {say(heading): tuple(with_words(part) for part in parts) for heading, parts in GROUPS.items()}
    return groups | ({say(REST): rest} if rest else {})


def with_words(part: Part) -> Part:
    return replace(part, label=say(part.label))


def line_of(
    row: Row, source: Source, groups: Mapping[str, Sequence[Part]], marks: Marks, many: tuple[bool, bool]
) -> Line:
    cells = [list(parts_of(row, source, parts, marks)) for parts in groups.values()]
    return Line(place(source, many), marks.of(source, ("row",), ()), cells)


def parts_of(row: Row, source: Source, parts: Sequence[Part], marks: Marks) -> Iterable[Shown]:
    """The parts of a cell that say something: a value, or the mark of one that is gone."""
    values = [part.words(row) if part.words else value_in_words(row, part.fields[0]) for part in parts]
    beside = values + [f"{one} {other}" for one, other in pairwise(values)]  # a name and its preferred form in one cell
    for part, value in zip(parts, values, strict=True):
        own = [in_words(row.get(field)) for field in part.fields]
        mark = marks.of(source, part.fields, [value, *own, *beside])
        if value or mark:
            yield Shown(part.label, cut(value), mark)


def cut(value: str) -> str:
    """A value that a page can show: of a long list its beginning."""
    return value if len(value) <= LONGEST else say("{value} … (the JSON has all of it)", value=value[:LONGEST])


def avoided(rows: Rows) -> list[tuple[str, Source, str]]:
    """Who would rather not be matched with whom: name, place and the words of the list."""
    if "avoid" not in rows.columns:
        return []
    listed = ((at, in_words(said)) for at, said in enumerate(rows.columns["avoid"]) if said)
    return [(whole_name(row) or in_words(row.get("email")), rows.sources[at], said)
            for at, said in listed if said for row in [rows[at]]]  # fmt: skip
