"""The tables of the shareable report as a workbook: a sheet each, numbers as numbers, what is hidden left without one."""

import re
from collections.abc import Iterable
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from constellation.report.figures import Cell, Grid, Row, Section
from constellation.report.shareable.assembled import Shareable
from constellation.words import language, say

LONGEST_NAME = 31  # a sheet's, and without the signs that stand for other things in a workbook
NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
BOLD, WRAPPED = Font(bold=True), Alignment(wrap_text=True, vertical="top")
WIDE, NARROW = 48, 18


def shareable_workbook(report: Shareable) -> bytes:
    """The workbook as a file's bytes; the first sheet says what it is and how it was made."""
    book = Workbook()
    book.properties.creator, book.properties.title, book.properties.language = "Constellation", report.title, language()
    about(book.active or book.create_sheet(), report)
    for section in report.sections:
        if section.grid:
            sheet_of(
                book.create_sheet(sheet_name(section.short or section.title, book.sheetnames)), section, section.grid
            )
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def about(sheet: Worksheet, report: Shareable) -> None:
    sheet.title = sheet_name(say("About"), [])
    rows = [report.title, report.made, *(f"{name}. {words}" for name, words in report.marks)]
    rows += [
        say("A number that is hidden has the word in its place; blank cells have no number."),
        report.certificate.lead,
    ]
    for words in [*rows, *report.method, *report.limits]:
        text(sheet, sheet.max_row + 1 if sheet["A1"].value else 1, 1, words).alignment = WRAPPED
    sheet["A1"].font = BOLD
    sheet.column_dimensions["A"].width = 100


def sheet_of(sheet: Worksheet, section: Section, grid: Grid) -> None:
    """Header, rows, total, and below them what was hidden and what one may read."""
    heads = [grid.head, *(f"{column.name} ({column.unit})" if column.unit else column.name for column in grid.columns)]
    for number, head in enumerate(heads, 1):
        one = text(sheet, 1, number, head)
        one.font, one.alignment = BOLD, WRAPPED
        sheet.column_dimensions[get_column_letter(number)].width = WIDE if number == 1 else NARROW
    for row in [*grid.rows, *([grid.total] if grid.total else [])]:
        write_row(sheet, row)
    sheet.freeze_panes = "B2"
    below = sheet.max_row + 2
    for words in filter(None, [section.question, grid.note, *section.sentences]):
        text(sheet, below, 1, words)
        below += 1


def write_row(sheet: Worksheet, row: Row) -> None:
    at = sheet.max_row + 1
    text(sheet, at, 1, row.name)
    for number, cell in enumerate(row.cells, 2):
        write_cell(sheet, at, number, cell)


def write_cell(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    if cell.number is None:
        text(sheet, row, column, cell.text)
    else:
        sheet.cell(row, column, int(cell.number) if cell.number == int(cell.number) else cell.number)


def text(sheet: Worksheet, row: int, column: int, words: str) -> SheetCell:
    """Words as words: never run as a formula, whatever they begin with."""
    one = sheet.cell(row, column)
    assert isinstance(one, SheetCell)  # nothing is merged here
    one.value = ILLEGAL_CHARACTERS_RE.sub("", words)
    one.data_type = "s"
    return one


def sheet_name(title: str, taken: Iterable[str]) -> str:
    """
    >>> sheet_name("Supply and demand, by area: all of them", []), sheet_name("Load", ["load"])
    ('Supply and demand, by area all ', 'Load 2')
    """
    base, used = NO_SHEET_NAME.sub("", title)[:LONGEST_NAME], {name.casefold() for name in taken}
    names = [base, *(f"{base[: LONGEST_NAME - 3]} {number}" for number in range(2, 100))]
    return next(name for name in names if name.casefold() not in used)
