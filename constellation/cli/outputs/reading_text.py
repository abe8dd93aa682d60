"""A reading as a terminal shows it: the counts, the columns, what was done, possible duplicates."""

import unicodedata
from collections.abc import Iterator, Sequence

from constellation.cli.outputs.reading_log import (
    HEADINGS,
    ORDER,
    Group,
    cells_in,
    clean,
    counts_sentence,
    discreet,
    grouped,
    many_tables,
    particular,
    place,
)
from constellation.cli.outputs.reading_words import sureness, taken_for, whole_percent
from constellation.intake.reading import ERROR, INFO, QUESTION, WARNING, Entry, Reading, TableMapping
from constellation.report.numbers import counted

FIRST_PLACES = 3
FIRST_PAIRS = 5
MOST_GROUPS = {QUESTION: 30, ERROR: 15, WARNING: 12, INFO: 8}
MOST_TABLES = 12
WIDEST = 34


def reading_text(reading: Reading, name: str) -> Iterator[str]:
    """The lines of a reading, plain text without a cell from a confidential column."""
    log = discreet(reading)
    yield f"{clean(name)}: {counts_sentence(reading.counts, reading.kind)}"
    used, others = distinct(reading)
    for table, alike in used[:MOST_TABLES]:
        yield from mapping_lines(table, alike)
    if len(used) > MOST_TABLES:
        yield f"\n{counted(len(used) - MOST_TABLES, 'more table', 'more tables')} with other columns"
    if others:
        yield f"\nLeft out: {', '.join(name_of(table) for table in others[:MOST_TABLES])}{' …' if len(others) > MOST_TABLES else ''}"
    yield from log_lines(grouped(log), many_tables(log))
    yield from duplicate_lines(reading)


def distinct(reading: Reading) -> tuple[list[tuple[TableMapping, int]], list[TableMapping]]:
    """Each way of reading columns once, with how many tables were read so; and the tables that were left out."""
    alike: dict[tuple[object, ...], list[TableMapping]] = {}
    others = []
    for table in reading.mapping:
        if not table.columns:
            continue
        if table.kind == reading.kind:
            alike.setdefault((table.shape, table.columns), []).append(table)
        else:
            others.append(table)
    return [(tables[0], len(tables)) for tables in alike.values()], others


def name_of(table: TableMapping) -> str:
    return ", ".join(clean(part) for part in (table.file, table.sheet) if part)


def mapping_lines(table: TableMapping, alike: int) -> Iterator[str]:
    more = f" and {counted(alike - 1, 'table', 'tables')} like it" if alike > 1 else ""
    yield f"\nHow the columns were read ({name_of(table)}{more}; {table.kind})"
    rows = [
        (
            str(column.number),
            clean(column.header, WIDEST) or "(no header)",
            taken_for(table.kind, column.field),
            f"{whole_percent(column.confidence)} {sureness(column.confidence)}" if column.field else "",
            clean(column.why),
        )
        for column in table.columns
    ]
    yield from aligned([("", "column", "read as", "how sure", "why"), *rows])


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows as columns of one width each, by what the signs take on a screen.

    >>> list(aligned([("1", "姓名", "name"), ("10", "Dept", "unit")]))
    ['   1  姓名  name', '  10  Dept  unit']
    """
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for first, *rest in rows:
        cells = [text + " " * (room - width(text)) for text, room in zip(rest, widths[1:], strict=True)]
        yield "  ".join(["", f"{first:>{widths[0]}}", *cells]).rstrip()


def width(text: str) -> int:
    """Columns of a terminal: Chinese and Japanese signs take two, marks above a letter none."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(unicodedata.combining(sign) > 0 for sign in text)


def log_lines(groups: Sequence[Group], many: tuple[bool, bool]) -> Iterator[str]:
    """Questions in full, of everything else the most frequent."""
    for severity in ORDER:
        some = [group for group in groups if group.severity == severity]
        if not some:
            continue
        yield f"\n{HEADINGS[severity]}: {sum(group.cells for group in some):,}"
        most = MOST_GROUPS[severity]
        for group in some[:most]:
            yield from group_lines(group, many)
        if left := sum(group.cells for group in some[most:]):
            yield f"      … {left:,} more; --html or --json shows them"


def group_lines(group: Group, many: tuple[bool, bool]) -> Iterator[str]:
    yield f"  {group.cells:>5,} × {clean(group.done, 160)}"
    first = "; ".join(at_place(group, entry, many) for entry in group.entries[:FIRST_PLACES])
    more = len(group.entries) - FIRST_PLACES
    yield f"          {first}" + (f"; and {more:,} more" if more > 0 else "")
    if group.mend:
        yield f"          → {clean(group.mend, 200)}"


def at_place(group: Group, entry: Entry, many: tuple[bool, bool]) -> str:
    found, became = clean(entry.found, 40), clean(particular(group, entry), 60)
    where = f"{place(entry, many)}: “{found}”" if found else place(entry, many)
    cells = f" ({cells_in(entry):,} cells)" if cells_in(entry) > 1 else ""
    return f"{where} → {became}{cells}" if became else where + cells


def duplicate_lines(reading: Reading) -> Iterator[str]:
    if not reading.duplicates:
        return
    yield f"\nPossible duplicates: {len(reading.duplicates):,}; nobody was merged"
    sources = reading.rows.sources
    many = many_tables(sources)
    surest = sorted(reading.duplicates, key=lambda pair: -pair.score)
    for pair in surest[:FIRST_PAIRS]:
        both = f"{place(sources[pair.first], many)} and {place(sources[pair.second], many)}"
        yield f"  {whole_percent(pair.score):>6}  {both}: {clean(pair.reason, 120)}"
    if (more := len(surest) - FIRST_PAIRS) > 0:
        yield f"          … {more:,} more; --html or --json shows them"
