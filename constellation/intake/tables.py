"""What every format becomes: a table of cells as text, judged by nobody yet."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from constellation.words import mark


class Number(str):
    """The text of a cell that the file holds as a number: what it has lost, such as leading zeros, is lost.

    >>> Number("79918134") == "79918134", isinstance(Number("1"), str)
    (True, True)
    """

    __slots__ = ()


class Day(str):
    """The text, YYYY-MM-DD, of a cell that the file holds as a date: nothing about it is ambiguous."""

    __slots__ = ()


# what is said of a record that cannot be read: it is set aside, and counted
NOT_READ = mark("set aside")
NO_WHOLE_ENTRY = mark("set aside: no whole entry")
NO_WHOLE_OBJECT = mark("set aside: no whole JSON object")
NO_FIELDS = mark("set aside: no object with fields")
BROKEN = (NOT_READ, NO_WHOLE_ENTRY, NO_WHOLE_OBJECT, NO_FIELDS)

Row = tuple[int, list[str]]  # its number in the file as an editor shows it, from 1; its cells, `""` where blank


@dataclass(frozen=True, slots=True)
class RawTable:
    """One table of a file, read as it goes.

    `file`: name, within an archive `export.zip/banner.csv`.  `sheet`: blank where the format has none.  `rows`: each
    row once, blank rows too; it may be a generator and raise `Unreadable`.  `named`: the first row holds field names
    that the format itself gives (LDIF, SCIM, vCard, JSON): it is the header, there is nothing to guess.  `merged`:
    cells that are one, as (first row, first column, last row, last column), from 0, the ends included.  `remarks`:
    what the reader of the format had to mend or leave out, as (row or 0, found, done, mend, severity).
    """

    file: str
    sheet: str
    rows: Iterable[Row]
    named: bool = False
    hidden: bool = False
    merged: tuple[tuple[int, int, int, int], ...] = ()
    remarks: list[tuple[int, str, str, str, str]] = field(default_factory=list)


class Unreadable(ValueError):
    """A file, or a part of one, that cannot be read: one sentence with the place and the mend."""


class Cancelled(Exception):
    """The caller asked to stop; nothing was read."""
