"""A reading as one JSON document, written in pieces: 100,000 people never stand in memory twice."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO

import orjson

from constellation.cli.outputs.reading_log import discreet
from constellation.intake.reading import Duplicate, Entry, Reading, Rows, TableMapping

PIECE = 2000  # lines written at once
NEXT, NEXT_LINE = b'},{"', b'},\n{"'  # within a text its quotation mark would have a backslash before it


def write_json(reading: Reading, file: BinaryIO) -> None:
    """Rows, log, mapping, duplicates and counts; rows, entries and pairs each begin a line.

    What is no valid text (half a character, as some exports hold) is written as `?`, so that any program can read it.
    """
    parts: dict[str, Iterable[object]] = {
        "rows": row_lines(reading.rows),
        "log": map(as_entry, discreet(reading)),
        "mapping": map(as_mapping, reading.mapping),
        "duplicates": (as_duplicate(pair, reading) for pair in reading.duplicates),
    }
    for number, (name, lines) in enumerate(parts.items()):
        file.write(f'{"," if number else "{"}"{name}":['.encode())
        for piece in pieces(lines):
            file.write(piece)
        file.write(b"]\n")
    counts = reading.counts
    told = {"rows_in": counts.rows_in, "people": counts.people, "folded": counts.folded, "set_aside": counts.set_aside}
    file.write(b',"counts":' + orjson.dumps(told) + b"}\n")


def row_lines(rows: Rows) -> Iterator[dict[str, object]]:
    """Each row as a mapping, its source last: `rows[position]` of all of them, in half the time."""
    names = tuple(rows.columns)
    columns = zip(*rows.columns.values(), strict=True) if names else ((),) * len(rows)
    for position, values in enumerate(columns):
        row: dict[str, object] = dict(zip(names, values, strict=True))
        row["appointments"] = rows.appointments(row, position)
        file, sheet, number = rows.sources[position]
        row["source"] = {"file": file, "sheet": sheet, "row": number}
        yield row


def pieces(lines: Iterable[object]) -> Iterator[bytes]:
    """The lines as JSON, many at a time, with commas between them."""
    lines, comma = iter(lines), b"\n"
    while some := list(islice(lines, PIECE)):
        yield comma + as_bytes(some)[1:-1].replace(NEXT, NEXT_LINE)
        comma = b",\n"


def as_bytes(lines: list[object]) -> bytes:
    try:
        return orjson.dumps(lines)
    except orjson.JSONEncodeError:  # half a character
        return orjson.dumps(valid(lines))


def valid(value: object) -> object:
    """The value with `?` for what is no text.

    >>> valid({"given": ["An\\ud800a", 2]})
    {'given': ['An?a', 2]}
    """
    if isinstance(value, str):
        return value.encode(errors="replace").decode()
    if isinstance(value, dict):
        return {valid(key): valid(item) for key, item in value.items()}
    return [valid(item) for item in value] if isinstance(value, list | tuple) else value


def as_entry(entry: Entry) -> dict[str, object]:
    """One line of the log; the row is null where a whole column or table is meant."""
    file, sheet, row, column, found, done, mend, severity = entry
    return {
        "file": file, "sheet": sheet, "row": row or None, "column": column,
        "found": found, "done": done, "mend": mend, "severity": severity,
    }  # fmt: skip


def as_mapping(table: TableMapping) -> dict[str, object]:
    columns = [
        {
            "number": column.number,
            "header": column.header,
            "field": column.field,
            "confidence": column.confidence,
            "why": column.why,
        }
        for column in table.columns
    ]
    return {"file": table.file, "sheet": table.sheet, "kind": table.kind, "shape": table.shape, "columns": columns}


def as_duplicate(pair: Duplicate, reading: Reading) -> dict[str, object]:
    """The two rows by their position in `rows`, from 0, and by their places in the file."""
    sources = [reading.rows.sources[position]._asdict() for position in (pair.first, pair.second)]
    return {"rows": [pair.first, pair.second], "sources": sources, "score": pair.score, "reason": pair.reason}
