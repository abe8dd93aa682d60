"""Tidy tables: a file of rows becomes columns of stripped cells, and every row remembers its line."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from constellation.cli.files.cells import as_number, read_cell, shown
from constellation.cli.files.columns import compared, meanings
from constellation.cli.refusal import Refusal, refused, system_says
from constellation.cli.some import some_of
from constellation.report.results import Note
from constellation.words import as_written, listed, mark, say, say_count

if TYPE_CHECKING:
    from _csv import Reader  # the type has no public name

DELIMITERS = ",;\t"
ERRORS_OF_CSV = (
    mark("unexpected end of data"),
    mark("',' expected after '\"'"),
    mark("';' expected after '\"'"),
    mark("field larger than field limit (131072)"),
)
LINES_NAMED = 3
COLUMNS_NAMED = 12
OUR_MARK = "note"  # a column that simulated tables end with: left out without a word


class NotTidy(Refusal):
    """A file that is no tidy table; it may be readable otherwise."""


def place(file: str, lines: Sequence[int], count: int | None = None) -> str:
    """File and lines as notes name them; `count` says how many lines there are where `lines` holds the first few.

    >>> place("needs.csv", [4]), place("needs.csv", [4, 7, 9, 12])
    ('needs.csv line 4', 'needs.csv lines 4, 7, 9 and 1 more')
    """
    named = some_of([str(line) for line in lines], LINES_NAMED, count)
    return say_count("{file} line {lines}", "{file} lines {lines}", len(lines), file=file, lines=named)


@dataclass(frozen=True)
class Sheet:
    """A file that can be read as rows: `at` says where each known column stands, `width` how many cells a row has.

    `records` counts the rows up to and including the header, blank ones too.
    """

    file: str
    data: bytes
    delimiter: str
    records: int
    at: dict[str, int]
    width: int
    notes: list[Note]

    def reader(self) -> "Reader":
        """The rows below the header."""
        reader = reader_of(self.data, self.delimiter)
        for _ in islice(reader, self.records):
            pass
        return reader

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row that is not blank with the line it begins in; Refusal for one that is longer than the header."""
        reader = self.reader()
        while True:
            line = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise unreadable_row(self.file, line, error) from None
            if not any(map(str.strip, cells)):
                continue
            if any(map(str.strip, cells[self.width :])):
                problem = say("the row has {cells} cells, the header {width}", cells=len(cells), width=self.width)
                mend = say("put quotation marks around a cell that holds the separator, or name the column")
                raise Refusal(refused(place(self.file, [line]), problem, mend))
            yield line, cells


def reader_of(data: bytes, delimiter: str) -> "Reader":
    lines = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig", newline="")
    return csv.reader(lines, delimiter=delimiter, strict=True)


def unreadable_row(file: str, line: int, error: csv.Error) -> Refusal:
    problem = say("the row that begins here cannot be told into cells ({error})", error=say(str(error)))
    mend = say("close every quotation mark, and double those inside a cell")
    return Refusal(refused(place(file, [line]), problem, mend))


@dataclass(frozen=True)
class Table:
    """A whole file in memory: `table["weight"]` is a column, of blank cells where it is not among those `found`."""

    file: str
    columns: dict[str, list[str]]
    found: frozenset[str]
    lines: list[int]
    notes: list[Note]

    def __len__(self) -> int:
        return len(self.lines)

    def __getitem__(self, column: str) -> list[str]:
        return self.columns[column]

    def note(self, rows: Sequence[int], sentence: str) -> Note:
        return Note(place(self.file, [self.lines[row] for row in rows]), sentence)

    def refusal(self, row: int, problem: str, mend: str) -> Refusal:
        """The sentence for what stands in a row: what is wrong with it, and what mends it."""
        return Refusal(refused(place(self.file, [self.lines[row]]), problem, mend))

    def number(self, row: int, column: str, most: float, whole: bool = False) -> float:
        """The number from 0 to `most` in a cell that is not blank; Refusal for anything else."""
        text = self.columns[column][row]
        value = as_number(text)
        if value is None or not 0 <= value <= most or (whole and value != int(value)):
            raise self.refusal(
                row, cell_is(column, text), number_wanted(as_written(f"{most:,.0f}"), whole, "," in text)
            )
        return value


def cell_is(column: str, text: str) -> str:
    """What stands where something else should.

    >>> cell_is("weight", "two")
    'weight is two'
    """
    return say("{column} is {cell}", column=column, cell=shown(text))


def number_wanted(most: str, whole: bool, comma: bool) -> str:
    """
    >>> number_wanted("1", whole=False, comma=True)
    'give a number from 0 to 1, with a decimal point'
    """
    if whole and comma:
        return say("give a whole number from 0 to {most}, with a decimal point", most=most)
    if whole:
        return say("give a whole number from 0 to {most}", most=most)
    if comma:
        return say("give a number from 0 to {most}, with a decimal point", most=most)
    return say("give a number from 0 to {most}", most=most)


def read_table(path: Path, columns: Sequence[str], required: Sequence[str]) -> Table:
    """Every row of a file; Refusal, with the line, for what cannot be read as a table of these columns."""
    sheet = open_sheet(path, columns, required)
    cells: list[list[str]] = []
    lines: list[int] = []
    short: list[int] = []
    for line, row in sheet.rows():
        if len(row) < sheet.width:
            short.append(line)
            row += [""] * (sheet.width - len(row))
        cells.append(row)
        lines.append(line)
    notes = sheet.notes + ([short_rows(sheet.file, short)] if short else [])
    blank = [""] * len(cells)
    found = {column: [read_cell(row[at]) for row in cells] for column, at in sheet.at.items()}
    return Table(sheet.file, dict.fromkeys(columns, blank) | found, frozenset(found), lines, notes)


def short_rows(file: str, lines: Sequence[int], count: int | None = None) -> Note:
    return Note(place(file, lines, count), say("Fewer cells than columns: the missing ones are read as blank."))


def open_sheet(path: Path, columns: Sequence[str], required: Sequence[str]) -> Sheet:
    """A file with its header understood: separator and columns; Refusal for what is no such table."""
    file, data = path.name, read_bytes(path)
    refuse_no_text(file, data)
    heads = [head for delimiter in DELIMITERS if (head := header(data, delimiter)) is not None]
    if not heads:
        empty = not data.decode("utf-8-sig").strip(" \r\n" + DELIMITERS)
        problem = say("the file is empty") if empty else say("the first line cannot be told into cells")
        mend = say("begin with the columns {columns}", columns=", ".join(columns))
        raise (Refusal if empty else NotTidy)(refused(place(file, [1]), problem, mend))
    delimiter, records, line, cells = max(
        heads, key=lambda head: (len(set(meanings(head[3], columns)) - {None}), len(head[3]))
    )
    at = places_of(place(file, [line]), cells, columns, required)
    notes = ignored_columns(place(file, [line]), cells, at)
    return Sheet(file, data, delimiter, records, at, len(cells), notes)


def read_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise Refusal(say("{file}: this is a folder; name the file.", file=path.name))
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Refusal(say("{file}: there is no such file; check its name and folder.", file=path.name)) from None
    except OSError as error:
        problem = say("the file cannot be read ({error})", error=system_says(error))
        raise Refusal(refused(path.name, problem, say("check who may read it"))) from None


def refuse_no_text(file: str, data: bytes) -> None:
    try:
        data.decode("utf-8")
        wrong = data.find(b"\0")
        problem = say("a NUL byte, so this is no table of text")
    except UnicodeDecodeError as error:
        wrong = error.start
        problem = say("byte {byte} is not UTF-8", byte=f"{data[wrong]:#04x}")
    if wrong >= 0:
        before = data[:wrong].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        raise NotTidy(refused(place(file, [before.count(10) + 1]), problem, say("save the table as CSV in UTF-8")))


def header(data: bytes, delimiter: str) -> tuple[str, int, int, list[str]] | None:
    """The first row that is not blank: delimiter, its number, its line, its cells without blank ones at the end."""
    reader, line = reader_of(data, delimiter), 1
    try:
        for number, row in enumerate(reader, start=1):
            cells = [read_cell(cell) for cell in row]
            while cells and not cells[-1]:
                cells.pop()
            if "".join(cells).strip(DELIMITERS):
                return delimiter, number, line, cells
            line = reader.line_num + 1
    except csv.Error:
        pass
    return None


def places_of(where: str, cells: list[str], columns: Sequence[str], required: Sequence[str]) -> dict[str, int]:
    """Where each column stands; Refusal for two of one meaning and for a required one that is missing."""
    at: dict[str, int] = {}
    for number, meaning in enumerate(meanings(cells, columns)):
        if meaning in at:
            one, other = shown(cells[at[meaning]]), shown(cells[number])
            problem = say("the columns {one} and {other} both mean {meaning}", one=one, other=other, meaning=meaning)
            raise Refusal(refused(where, problem, say("keep one of them")))
        if meaning:
            at[meaning] = number
    missing = [column for column in required if column not in at]
    if missing:
        found = ", ".join(shown(cell) for cell in cells[:COLUMNS_NAMED])
        wanted = listed(missing, "or")
        problem = say("no column {columns} among those found ({found})", columns=wanted, found=found)
        raise NotTidy(refused(where, problem, say("wanted are {columns}", columns=", ".join(columns))))
    return at


def ignored_columns(where: str, cells: list[str], at: dict[str, int]) -> list[Note]:
    unknown = [cell for n, cell in enumerate(cells) if n not in at.values() and compared(cell) != OUR_MARK]
    ignored = [shown(cell) if cell else say("one without a name") for cell in unknown]
    if not ignored:
        return []
    names = ", ".join(ignored[:COLUMNS_NAMED]) + (", …" if len(ignored) > COLUMNS_NAMED else "")
    return [Note(where, say("Columns that mean nothing here are left out: {columns}.", columns=names))]
