"""Text with separated cells, as rows: one at a time, each with the line that an editor shows it in."""

import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from constellation.intake.formats.dialect import ESCAPED, GAPS, RUNS, Dialect, dialect_of
from constellation.intake.formats.limits import LIMITS, Limits
from constellation.intake.formats.text import Remark
from constellation.intake.reading import INFO, WARNING
from constellation.intake.tables import RawTable, Row, Unreadable
from constellation.words import say, say_count

BLOCK = 1_000_000
REMARKS_AT_MOST = 50
TORN_AT_MOST = 1_000


class RunsOn(Exception):
    """A quoted cell that runs over more lines than any real one."""


def delimited_table(text: str, name: str, remarks: list[Remark], limits: Limits = LIMITS) -> RawTable:
    """The table of a text; its rows are cut while they are asked for, and `remarks` grows with them.

    Raises `Unreadable`, also while rows are read, where a line or a cell is beyond the limits.

    >>> list(delimited_table('name,rank\\n"Wang, Ana",Professor\\n', "a.csv", []).rows)
    [(1, ['name', 'rank']), (2, ['Wang, Ana', 'Professor'])]
    """
    text = text.rstrip("\x1a")
    dialect = dialect_of(text)
    if dialect.line > 1:
        said = text[: dialect.start].strip()
        remarks.append((1, said, say("taken as the separator, not as a row"), "", INFO))
    if dialect.escaped:
        text = ESCAPED.sub('""', text)
        found = say("quotes written as {quote}", quote='\\"')
        remarks.append((0, found, say("read as quotes within the cell"), "", INFO))
    return RawTable(name, "", checked(rows_of(text, dialect, name, remarks, limits), name, limits), remarks=remarks)


def rows_of(text: str, dialect: Dialect, name: str, remarks: list[Remark], limits: Limits) -> Iterator[Row]:
    """The quickest way that this text allows: runs of spaces, no quote anywhere, or quotes watched."""
    lines = lines_of(text, dialect.start, name, limits)
    if dialect.delimiter == RUNS:
        return ((number, GAPS.split(line.strip())) for number, line in enumerate(lines, dialect.line))
    if text.find(dialect.quote, dialect.start) < 0:
        plain = csv.reader(lines, delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE)
        return enumerate(plain, dialect.line)
    return QuotedRows(lines, dialect, remarks, limits).rows()


def lines_of(text: str, start: int, name: str, limits: Limits) -> Iterator[str]:
    """Lines with their ends, CR, LF or both; cut in blocks, because a whole copy of the text costs memory."""
    end = "\n" if text.find("\n", start) >= 0 else "\r"
    while start < len(text):
        cut = text.find(end, start + BLOCK) + 1 or len(text)
        if cut - start > limits.line + BLOCK:
            raise Unreadable(
                say(
                    "{file} has a line of more than {most:,} characters, so it is no table; export it again as CSV",
                    file=name,
                    most=limits.line,
                )
            )
        yield from io.StringIO(text[start:cut], newline="")
        start = cut


def checked(rows: Iterator[Row], name: str, limits: Limits) -> Iterator[Row]:
    """The rows, as long as they keep to the limits."""
    columns, most, count = limits.columns, limits.rows, 0
    try:
        for row in rows:
            count += 1
            if len(row[1]) > columns:
                raise Unreadable(too_wide(name, row, columns))
            if count > most:
                raise Unreadable(
                    say("{file} has more than {most:,} rows; split it into smaller files", file=name, most=most)
                )
            yield row
    except csv.Error as reason:
        raise Unreadable(
            say(
                "{file} has a cell of more than {most:,} characters in record {record:,} ({reason}); "
                "look for a quotation mark that is never closed",
                file=name,
                most=csv.field_size_limit(),
                record=count + 1,
                reason=reason,
            )
        ) from None


def too_wide(name: str, row: Row, most: int) -> str:
    return say_count(
        "{file} has {n} column in line {line}, more than the {most:,} that are read; "
        "export only the columns that are needed",
        "{file} has {n} columns in line {line}, more than the {most:,} that are read; "
        "export only the columns that are needed",
        len(row[1]),
        file=name,
        line=row[0],
        most=most,
    )


class QuotedRows:
    """Records of lines with quotes in them: a quote that never closes is found, and its line read again without."""

    def __init__(self, lines: Iterator[str], dialect: Dialect, remarks: list[Remark], limits: Limits) -> None:
        self.lines, self.dialect, self.remarks = lines, dialect, remarks
        self.most = limits.cell_lines
        self.kept: list[str] = []  # the lines of the record that is being read
        self.again: deque[str] = deque()
        self.ended = False
        self.torn = 0

    def rows(self) -> Iterator[Row]:
        number, kept, reader = self.dialect.line, self.kept, self.reader()
        while self.torn < TORN_AT_MOST:
            try:
                row = next(reader)
            except StopIteration:
                break
            except (RunsOn, csv.Error):
                row = None
            if row is None or ((len(kept) > 1 or self.ended) and self.is_amiss(row)):
                row = self.first_line_alone(number)
                reader = self.reader()
            yield number, row
            number += len(kept)
            kept.clear()
        yield from self.line_by_line(number)
        self.tell_rest()

    def line_by_line(self, number: int) -> Iterator[Row]:
        """The rest, if there is any: in a file with so many open quotes no cell runs over a line."""
        dialect = self.dialect
        for at, line in enumerate(chain(self.again, self.lines), number):
            if line.count(dialect.quote) % 2:
                self.torn += 1
                yield at, split_once(line, dialect)
            else:
                yield at, next(csv.reader([line], delimiter=dialect.delimiter, quotechar=dialect.quote), [])

    def reader(self) -> Iterator[list[str]]:
        return csv.reader(self.fed(), delimiter=self.dialect.delimiter, quotechar=self.dialect.quote)

    def fed(self) -> Iterator[str]:
        """Lines for the reader, those to be read again first; remembered until their record is done."""
        kept, again, lines, most = self.kept, self.again, self.lines, self.most
        while True:
            line = again.popleft() if again else next(lines, None)
            if line is None:
                self.ended = True
                return
            kept.append(line)
            if len(kept) > most:
                raise RunsOn
            yield line

    def is_amiss(self, row: list[str]) -> bool:
        """Whether a record over several lines, or one that the file ends in, has swallowed what it should not."""
        if self.ended:  # the reader asked for one more line: a quote is open
            return True
        try:
            list(csv.reader(self.kept, delimiter=self.dialect.delimiter, quotechar=self.dialect.quote, strict=True))
        except csv.Error:
            return True
        delimiter, width = self.dialect.delimiter, self.dialect.width
        if width < 3:
            return False
        full = [line.count(delimiter) >= width - 1 for line in self.kept]
        inner = full[1:-1]
        return (
            (len(row) != width and sum(full) > 1)
            or (width > 5 and any(inner))
            or (sum(inner) > 2 and sum(inner) > 0.6 * len(inner))
        )

    def first_line_alone(self, number: int) -> list[str]:
        """The first line with its open quote as a plain character; the lines after it are read again."""
        first, *others = self.kept
        self.again.extendleft(reversed(others))
        self.kept[1:] = []
        self.ended = False
        self.torn += 1
        if self.torn <= REMARKS_AT_MOST:
            found = say("a quotation mark in line {line} that is never closed, or closed too late", line=number)
            done = say("read as a plain character, so that no row is swallowed")
            self.remarks.append((number, found, done, say("look at this line and the next"), WARNING))
        return split_once(first, self.dialect)

    def tell_rest(self) -> None:
        if self.torn > REMARKS_AT_MOST:
            rest = say_count(
                "{n} more line with a quotation mark that is never closed",
                "{n} more lines with a quotation mark that is never closed",
                self.torn - REMARKS_AT_MOST,
            )
            self.remarks.append((0, rest, say("read as plain characters"), say("export the file again"), WARNING))


def split_once(line: str, dialect: Dialect) -> list[str]:
    """One line cut into cells: what is rightly quoted before the open quote stays one cell."""
    found = quoted_cells(dialect.delimiter, dialect.quote).match(line)
    place = found.end() if found else 0
    before: list[str] = []
    if place:
        before = next(csv.reader([line[: place - 1]], delimiter=dialect.delimiter, quotechar=dialect.quote), [""])
    return before + next(csv.reader([line[place:]], delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE), [""])


@lru_cache(maxsize=64)
def quoted_cells(delimiter: str, quote: str) -> re.Pattern[str]:
    """Cells at the beginning of a line that are plain or rightly quoted, each with its delimiter."""
    end, mark = re.escape(delimiter), re.escape(quote)
    return re.compile(rf"(?:(?:{mark}[^{mark}]*+(?:{mark}{mark}[^{mark}]*+)*+{mark}|[^{mark}{end}]*+){end})*+")
