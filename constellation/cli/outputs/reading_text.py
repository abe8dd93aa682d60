"""A reading as a terminal shows it: the counts, the columns, what was done, possible duplicates."""

import unicodedata
from collections.abc import Iterator, Sequence

from constellation.cli.outputs.log_words import cells_in
from constellation.cli.outputs.reading_log import (
    HEADINGS,
    ORDER,
    Group,
    counts_sentence,
    discreet,
    grouped,
    many_tables,
    particular,
    place,
)
from constellation.cli.outputs.reading_words import clean, kind_word, sureness, taken_for, whole_percent
from constellation.intake.reading import ERROR, INFO, QUESTION, WARNING, Entry, Reading, TableMapping
from constellation.report.numbers import count
from constellation.words import say, say_count

FIRST_PLACES = 3
FIRST_PAIRS = 5
MOST_GROUPS = {QUESTION: 30, ERROR: 15, WARNING: 12, INFO: 8}
MOST_TABLES = 12
WIDEST = 34


def reading_text(reading: Reading, name: str) -> Iterator[str]:
    """The lines of a reading, plain text without a cell from a confidential column."""
    log = discreet(reading)
    yield say("{file}: {counts}", file=clean(name), counts=counts_sentence(reading.counts, reading.kind))
    used, others = distinct(reading)
    for table, alike in used[:MOST_TABLES]:
        yield from mapping_lines(table, alike)
    if len(used) > MOST_TABLES:
        left = len(used) - MOST_TABLES
        yield "\n" + say_count("{n} more table with other columns", "{n} more tables with other columns", left)
    if others:
        named = ", ".join(name_of(table) for table in others[:MOST_TABLES])
        yield "\n" + say("Left out: {tables}", tables=named + (" …" if len(others) > MOST_TABLES else ""))
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
    yield "\n" + mapping_heading(name_of(table), alike - 1, kind_word(table.kind))
    rows = [
        (
            str(column.number),
            clean(column.header, WIDEST) or say("(no header)"),
            taken_for(table.kind, column.field),
            f"{whole_percent(column.confidence)} {sureness(column.confidence)}" if column.field else "",
            clean(column.why),
        )
        for column in table.columns
    ]
    yield from aligned([("", say("column"), say("read as"), say("how sure"), say("why")), *rows])


def mapping_heading(name: str, more: int, kind: str) -> str:
    """
    >>> mapping_heading("staff.xlsx, Art", 2, "people")
    'How the columns were read (staff.xlsx, Art and 2 tables like it; people)'
    """
    if not more:
        return say("How the columns were read ({table}; {kind})", table=name, kind=kind)
    return say_count(
        "How the columns were read ({table} and {n} table like it; {kind})",
        "How the columns were read ({table} and {n} tables like it; {kind})",
        more,
        table=name,
        kind=kind,
    )


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
        total = count(sum(group.cells for group in some))
        yield "\n" + say("{heading}: {count}", heading=say(HEADINGS[severity]), count=total)
        most = MOST_GROUPS[severity]
        for group in some[:most]:
            yield from group_lines(group, many)
        if left := sum(group.cells for group in some[most:]):
            yield " " * 6 + more_elsewhere(left)


def more_elsewhere(left: int) -> str:
    return say_count("… {n} more; --html or --json shows them", "… {n} more; --html or --json shows them", left)


def group_lines(group: Group, many: tuple[bool, bool]) -> Iterator[str]:
    yield f"  {count(group.cells):>5} × {clean(group.done, 160)}"
    first = "; ".join(at_place(group, entry, many) for entry in group.entries[:FIRST_PLACES])
    more = len(group.entries) - FIRST_PLACES
    if more > 0:
        first = say_count("{places}; and {n} more", "{places}; and {n} more", more, places=first)
    yield f"          {first}"
    if group.mend:
        yield f"          → {clean(group.mend, 200)}"


def at_place(group: Group, entry: Entry, many: tuple[bool, bool]) -> str:
    found, became = clean(entry.found, 40), clean(particular(group, entry), 60)
    where = say("{place}: “{found}”", place=place(entry, many), found=found) if found else place(entry, many)
    told, cells = f"{where} → {became}" if became else where, cells_in(entry)
    return say_count("{done} ({n} cell)", "{done} ({n} cells)", cells, done=told) if cells > 1 else told


def duplicate_lines(reading: Reading) -> Iterator[str]:
    if not reading.duplicates:
        return
    total = count(len(reading.duplicates))
    yield "\n" + say("Possible duplicates: {count}; nobody was merged", count=total)
    sources = reading.rows.sources
    many = many_tables(sources)
    surest = sorted(reading.duplicates, key=lambda pair: -pair.score)
    for pair in surest[:FIRST_PAIRS]:
        one, other = place(sources[pair.first], many), place(sources[pair.second], many)
        told = say("{one} and {other}: {reason}", one=one, other=other, reason=clean(pair.reason, 120))
        yield f"  {whole_percent(pair.score):>6}  {told}"
    if (more := len(surest) - FIRST_PAIRS) > 0:
        yield " " * 10 + more_elsewhere(more)
