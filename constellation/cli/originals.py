"""The cells as a file has them, for what shows or asks: what was changed is seen beside what stood there."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from constellation.intake import Column, Reading, Source, TableMapping, Unreadable
from constellation.intake.formats import open_tables, read_file
from constellation.intake.tables import RawTable

MOST = 2000  # rows of which a page shows what stood there
LOOKED_AT = 500  # rows in which examples of a column are looked for


def originals(path: Path, reading: Reading, most: int = MOST) -> dict[Source, dict[str, str]]:
    """The cells behind the first rows of a reading, by place and field; of a calendar, which has no cells, none."""
    wanted = set(islice(reading.rows.sources, most))
    found: dict[Source, dict[str, str]] = {}
    for table, columns in tables_read(path, reading):
        last = max(
            (source.row for source in wanted if (source.file, source.sheet) == (table.file, table.sheet)), default=0
        )
        for number, cells in table.rows if last else ():
            if (source := Source(table.file, table.sheet, number)) in wanted:
                found[source] = {
                    column.field: cells[column.number - 1] for column in columns if column.number <= len(cells)
                }
            if number >= last:
                break
    return found


def tables_read(path: Path, reading: Reading) -> Iterator[tuple[RawTable, list[Column]]]:
    """Each table of the file that was read, with its columns that have a field."""
    mappings = {(table.file, table.sheet): table for table in reading.mapping}
    if reading.kind == "calendar":
        return
    for raw in open_tables(read_file(path), path.name):
        if mapping := mappings.get((raw.file, raw.sheet)):
            yield raw, [column for column in mapping.columns if column.field]


def examples(
    path: Path, reading: Reading, wanted: Iterable[tuple[TableMapping, Column]], most: int = 3
) -> Mapping[tuple[str, str, int], list[str]]:
    """The first different cells of columns, by file, sheet and number, from rows that became people."""
    columns = {(table.file, table.sheet, column.number): list[str]() for table, column in wanted}
    rows = {(source.file, source.sheet, source.row) for source in islice(reading.rows.sources, LOOKED_AT)}
    try:
        tables = list(tables_read(path, reading))
    except Unreadable:
        return columns
    for raw, _ in tables:
        own = {
            number: seen for (file, sheet, number), seen in columns.items() if (file, sheet) == (raw.file, raw.sheet)
        }
        for number, cells in islice(raw.rows, 2 * LOOKED_AT) if own else ():
            if (raw.file, raw.sheet, number) not in rows:
                continue
            for at, seen in own.items():
                cell = " ".join(cells[at - 1].split()) if at <= len(cells) else ""
                if cell and cell not in seen and len(seen) < most:
                    seen.append(cell)
    return columns
