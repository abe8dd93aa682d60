"""The people of a reading as one tidy CSV file that a spreadsheet may open."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import BinaryIO

from constellation.cli.files.cells import safe_cell
from constellation.cli.outputs.reading_log import SECRET
from constellation.cli.outputs.reading_words import in_words
from constellation.intake.reading import Reading, Rows
from constellation.words import in_language

WHERE = ("source_file", "source_sheet", "source_row")
SUSPECT = frozenset("'=+-@\t\r")  # how a formula begins, or a text that was kept from being one
FURTHER = "further_appointments"


def write_csv(reading: Reading, file: BinaryIO) -> list[str]:
    """One row a person with its place in the file last; gives the confidential columns that were left out.

    Values of a list are joined by ";", so are the appointments beside the main one.  What a spreadsheet would run as
    a formula gets an apostrophe.  A list of conflicts is confidential as a whole: nothing is left out of its CSV.
    """
    names = [name for name in reading.rows.columns if name not in SECRET or reading.kind == "conflicts"]
    further = [FURTHER] if reading.rows.further else []
    text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
    try:
        writer = csv.writer(text)
        writer.writerow([*names, *further, *WHERE])
        with in_language("en"):  # a table is for programs: it has the same cells in every language
            writer.writerows(cells_of(reading.rows, names))
        text.flush()
    finally:
        text.detach()
    return [name for name in reading.rows.columns if name not in names]


def cells_of(rows: Rows, names: list[str]) -> Iterator[tuple[str, ...]]:
    columns: list[Iterable[str]] = [map(cell, rows.columns[name]) for name in names]
    if rows.further:
        columns.append(cell([in_short(one) for one in rows.further.get(at, [])]) for at in range(len(rows)))
    columns += [map(cell, map(itemgetter(part), rows.sources)) for part in range(len(WHERE))]
    return zip(*columns, strict=True)


def in_short(appointment: Mapping[str, object]) -> str:
    """
    >>> in_short({"title": "Director", "rank": "", "kind": "administrative", "department": "Honors"})
    'Director, Honors'
    """
    return ", ".join(text for name in ("title", "department", "fte") if (text := in_words(appointment.get(name))))


def cell(value: object) -> str:
    """
    >>> cell(["=SUM(A1)", "grants"]), cell([1, None]), cell("+1 555"), cell(None)
    ("'=SUM(A1);grants", '1;', "'+1 555", '')
    """
    if isinstance(value, str):
        return safe_cell(value) if value[:1] in SUSPECT else value
    if isinstance(value, list | tuple):
        return safe_cell(";".join(map(in_words, value)))
    return safe_cell(in_words(value))
