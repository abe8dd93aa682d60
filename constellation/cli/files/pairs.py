"""Ready pairs: who would help whom in what, and by how much.  Made for millions of rows: whole blocks, not rows.

A block is read without keeping its lines; only a refusal or a note looks for the line it must name.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import chain, islice
from pathlib import Path
from typing import NoReturn

import numpy as np
from numpy.typing import NDArray

from constellation.cli.files.answers import unknown_people
from constellation.cli.files.cells import as_number, read_cell
from constellation.cli.files.tables import LINES_NAMED, Sheet, cell_is, number_wanted, open_sheet, place, short_rows
from constellation.cli.refusal import Refusal, refused
from constellation.engine.problem import Floats, Ints
from constellation.report.results import Note
from constellation.words import as_written, mark, say

COLUMNS = ("person_id", "partner_id", "area", "help", "extra")
REQUIRED = ("person_id", "partner_id", "area", "help")
ROWS_AT_ONCE = 512  # few enough to stay in the processor's cache: twice as fast as 1 << 16
MOST_EXTRA = 1e9
UNKNOWN, BLANK = -1, -2

Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Block:
    """Rows as arrays; `record` is a row's number among all rows of the file, the blank ones counted."""

    record: Ints
    person: Ints
    partner: Ints
    area: Ints
    help: Floats
    extra: Floats

    def only(self, rows: Ints) -> "Block":
        return Block(*(getattr(self, one.name)[rows] for one in fields(self)))

    def __len__(self) -> int:
        return len(self.record)


@dataclass(frozen=True)
class PairRows:
    """One row for each (person, partner, area), in the order of the file; `areas`: the words of the area numbers."""

    block: Block
    areas: list[str]


class Numbers(dict[str, int]):
    """The number of each cell as it is written; `number` is asked once for each spelling."""

    def __init__(self, number: Callable[[str], int]) -> None:
        super().__init__()
        self.number = number

    def __missing__(self, cell: str) -> int:
        text = read_cell(cell)
        self[cell] = found = self.number(text) if text else BLANK
        return found


def read_pairs(path: Path, people: dict[str, int]) -> tuple[PairRows, list[Note]]:
    """The pairs of a file; rows of unknown people are left out, of rows about the same the larger help counts.

    Refusal, with the line, for help outside 0-1, an extra that is no number, a blank id or area, a tie to oneself.
    """
    reading = Reading(open_sheet(path, COLUMNS, REQUIRED), people)
    blocks = [no_rows(), *reading.blocks()]
    rows = Block(*(np.concatenate([getattr(block, column.name) for block in blocks]) for column in fields(Block)))
    del blocks
    known, left_out = of_known_people(reading.sheet, rows)
    single, folded = largest_help(reading.sheet, known)
    return PairRows(single, list(reading.names)), reading.notes() + left_out + folded


def no_rows() -> Block:
    none = np.zeros(0, np.int64)
    return Block(none, none, none, none, np.zeros(0), np.zeros(0))


class Reading:
    """A file on its way into blocks: the numbers given to its words so far, and the rows that were short."""

    def __init__(self, sheet: Sheet, people: dict[str, int]) -> None:
        self.sheet = sheet
        self.names: dict[str, int] = {}
        self.people = Numbers(lambda text: people.get(text, UNKNOWN))
        self.areas = Numbers(lambda text: self.names.setdefault(text, len(self.names)))
        self.short: list[int] = []

    def notes(self) -> list[Note]:
        if not self.short:
            return self.sheet.notes
        lines = lines_of(self.sheet, self.short[:LINES_NAMED])
        return [*self.sheet.notes, short_rows(self.sheet.file, lines, len(self.short))]

    def blocks(self) -> Iterator[Block]:
        reader, record = self.sheet.reader(), 0
        while True:
            try:
                rows = list(islice(reader, ROWS_AT_ONCE))
            except csv.Error:
                refuse_row_by_row(self.sheet)
            if not rows:
                return
            yield self.block(record, rows)
            record += len(rows)

    def block(self, first: int, rows: list[list[str]]) -> Block:
        """Checked arrays of these rows, of which `first` is the number of the first."""
        records = np.arange(first, first + len(rows))
        if set(map(len, rows)) == {self.sheet.width}:
            columns = self.columns(rows)
            ends = self.ends(columns)
            if min(map(np.min, ends)) > BLANK:
                return self.checked(records, ends, columns)
        filled = [number for number, row in enumerate(rows) if any(map(str.strip, row))]
        rows = [self.fitted(first + number, rows[number]) for number in filled]
        columns = self.columns(rows)
        return self.checked(records[filled], self.ends(columns), columns)

    def fitted(self, record: int, row: list[str]) -> list[str]:
        width = self.sheet.width
        if any(map(str.strip, row[width:])):
            refuse_row_by_row(self.sheet)
        if len(row) < width:
            self.short.append(record)
        return (row + [""] * width)[:width]

    def ends(self, columns: dict[str, list[str]]) -> tuple[Ints, Ints, Ints]:
        """Person, partner and area of each row as numbers."""
        person, partner = (codes(self.people, columns[name]) for name in ("person_id", "partner_id"))
        return person, partner, codes(self.areas, columns["area"])

    def columns(self, rows: list[list[str]]) -> dict[str, list[str]]:
        cells = list(chain.from_iterable(rows))
        return {name: cells[at :: self.sheet.width] for name, at in self.sheet.at.items()}

    def checked(self, records: Ints, ends: tuple[Ints, Ints, Ints], columns: dict[str, list[str]]) -> Block:
        person, partner, area = ends
        for name, numbers in zip(REQUIRED, ends, strict=False):
            mend = say("fill it in, or remove the row")
            self.refuse(records, numbers == BLANK, say("{column} is blank", column=name), mend)
        self.refuse(records, (person == partner) & (person >= 0), say("a tie to oneself"), say("remove the row"))
        help_ = numbers_in(columns["help"])
        self.refuse_number(
            records, ~((help_ >= 0) & (help_ <= 1)), "help", columns, number_wanted("1", whole=False, comma=False)
        )
        extra = extra_in(columns["extra"]) if "extra" in columns else np.zeros(len(records))
        mend = say("give a number up to {most}, or leave it blank", most=as_written(f"{MOST_EXTRA:,.0f}"))
        self.refuse_number(records, ~(np.abs(extra) <= MOST_EXTRA), "extra", columns, mend)
        return Block(records, person, partner, area, help_, extra)

    def refuse_number(self, records: Ints, wrong: Bools, name: str, columns: dict[str, list[str]], mend: str) -> None:
        if wrong.any():
            self.refuse(records, wrong, cell_is(name, columns[name][int(np.argmax(wrong))]), mend)

    def refuse(self, records: Ints, wrong: Bools, problem: str, mend: str) -> None:
        if wrong.any():
            [line] = lines_of(self.sheet, [int(records[np.argmax(wrong)])])
            raise Refusal(refused(place(self.sheet.file, [line]), problem, mend))


def codes(of: Numbers, cells: Sequence[str]) -> Ints:
    return np.fromiter(map(of.__getitem__, cells), np.int64, len(cells))


def numbers_in(cells: Sequence[str]) -> Floats:
    """The number in each cell, nan for what is none."""
    try:
        return np.fromiter(map(float, cells), np.float64, len(cells))
    except ValueError:
        read = (as_number(read_cell(cell)) for cell in cells)
        return np.array([np.nan if value is None else value for value in read], np.float64)


def extra_in(cells: Sequence[str]) -> Floats:
    """The same where a blank cell counts as 0."""
    if "" in cells:
        cells = [cell or "0" for cell in cells]
    extra = numbers_in(cells)
    if np.isnan(extra).any():
        extra[[not cell.strip() for cell in cells]] = 0
    return extra


def refuse_row_by_row(sheet: Sheet) -> NoReturn:
    """Read the file once more, slowly, up to the row that is refused."""
    for _ in sheet.rows():
        pass
    raise AssertionError("a row was refused in a block and is not refused by itself")


def lines_of(sheet: Sheet, records: Sequence[int]) -> list[int]:
    """The lines in which these rows, in order, begin."""
    reader, lines, last = sheet.reader(), [], -1
    for record in records:
        for _ in islice(reader, record - last - 1):
            pass
        lines.append(reader.line_num + 1)
        next(reader)
        last = record
    return lines


def of_known_people(sheet: Sheet, rows: Block) -> tuple[Block, list[Note]]:
    known = (rows.person >= 0) & (rows.partner >= 0)
    strangers = rows.record[~known]
    if not len(strangers):
        return rows, []
    where = place(sheet.file, lines_of(sheet, strangers[:LINES_NAMED].tolist()), len(strangers))
    return rows.only(np.flatnonzero(known)), [Note(where, unknown_people(len(strangers)))]


def largest_help(sheet: Sheet, rows: Block) -> tuple[Block, list[Note]]:
    """One row for each (person, partner, area), in the place of its first: the largest help, the sum of the extra."""
    if not len(rows):
        return rows, []
    key = keys(rows)
    ordered = np.sort(key)
    repeated = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    if not len(repeated):
        return rows, []
    group = np.minimum(np.searchsorted(repeated, key), len(repeated) - 1)
    among = np.flatnonzero(repeated[group] == key)
    group = group[among]
    places = np.unique(group, return_index=True)[1]
    first, again = among[places], np.delete(among, places)
    help_, extra, most = rows.help.copy(), rows.extra.copy(), np.zeros(len(repeated))
    np.maximum.at(most, group, rows.help[among])
    help_[first], extra[first] = most, np.bincount(group, rows.extra[among])
    merged = replace(rows, help=help_, extra=extra).only(np.delete(np.arange(len(rows)), again))
    where = place(sheet.file, lines_of(sheet, rows.record[again[:LINES_NAMED]].tolist()), len(again))
    sentence = mark("Person, partner and area were named together before: the larger help counts, the extra is added.")
    return merged, [Note(where, say(sentence))]


def keys(rows: Block) -> Ints:
    """One number for each person, partner and area together."""
    people, areas = 1 + int(max(rows.person.max(), rows.partner.max())), 1 + int(rows.area.max())
    pair = rows.person * people + rows.partner
    if people * people * areas > np.iinfo(np.int64).max:
        pair = np.unique(pair, return_inverse=True)[1]
    return pair * areas + rows.area
