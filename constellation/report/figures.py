"""What a report shows, whatever it is shown in: sections with a question, a grid of numbers, and sentences."""

from dataclasses import dataclass

from constellation.engine.privacy import Released
from constellation.report.numbers import count
from constellation.words import say


@dataclass(frozen=True)
class Cell:
    """`text` as it is read; `number` for a workbook, None where hidden or undefined; `share` 0-1: the bar beside it."""

    text: str
    number: float | None = None
    share: float | None = None
    hidden: bool = False


@dataclass(frozen=True)
class Column:
    """`unit`: what its numbers count."""

    name: str
    unit: str = ""


@dataclass(frozen=True)
class Row:
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """`head`: what the rows are; `note`: what was hidden and how much; `total`: the last row, where there is one."""

    caption: str
    head: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None
    note: str = ""


@dataclass(frozen=True)
class Section:
    """A part of a report: its question, the grid that answers it, what one may read from it; `half`: it has room beside
    another.  `short`: what it is called where there is little room."""

    key: str
    title: str
    question: str
    grid: Grid | None
    sentences: tuple[str, ...] = ()
    half: bool = False
    short: str = ""


def cell(released: Released, *position: str | None, of: int | None = None) -> Cell:
    """A count as it was released; with `of`, its share of that."""
    number = released.count(*position)
    if number is None:
        return hidden()
    return Cell(count(number), number, number / of if of else None)


def sum_cell(released: Released, value: str, *position: str | None) -> Cell:
    """A further sum over the people of a count."""
    number = released.value(value, *position)
    return hidden() if number is None else Cell(count(round(number)), number)


def hidden() -> Cell:
    return Cell(say("hidden"), hidden=True)
