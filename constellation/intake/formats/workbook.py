"""Workbooks, xlsx and xls, through the calamine library; what it may not see safely is looked at before."""

import io
import struct
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import TypeVar, cast

import python_calamine
from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from constellation.intake.formats.biff import Protected, scan_workbook
from constellation.intake.formats.limits import LIMITS, Limits
from constellation.intake.formats.ole import OldOfficeFile, alone
from constellation.intake.formats.sheet_scan import Scan, scans_of_sheets
from constellation.intake.formats.text import Remark
from constellation.intake.formats.zips import CUT_OFF, PROTECTED, check_sizes, open_zip
from constellation.intake.reading import ERROR, INFO, WARNING
from constellation.intake.tables import Day, Number, RawTable, Row, Unreadable
from constellation.words import mark, say, say_count

Answer = TypeVar("Answer")
Cell = str | float | bool | date | datetime | time | timedelta
OTHER_OLD_FILES = (
    ("EncryptedPackage", PROTECTED),
    ("WordDocument", mark("{file} is a Word document; copy its table into a workbook")),
    ("PowerPoint Document", mark("{file} is a presentation; copy its table into a workbook")),
    ("__properties_version1.0", mark("{file} is an e-mail; save its attachment and use that")),
)
SHEET_CUT_OFF = mark("{file}, sheet {sheet}, is damaged or cut off; send or download it again")
# what is no fault of the file
GOES_ON = (KeyboardInterrupt, SystemExit, MemoryError)
# beyond this a number of a spreadsheet has lost digits anyway
EXACT = 1e15


def xlsx_tables(data: bytes, name: str, limits: Limits = LIMITS) -> Iterator[RawTable]:
    """The sheets of an xlsx or xlsm; `Unreadable` for passwords, bombs, entities and what is damaged."""
    archive = open_zip(data, name, limits)
    names = [member.filename.lower() for member in archive.infolist()]
    if any(part.endswith("workbook.bin") for part in names):
        raise Unreadable(say("{file} is a binary workbook (xlsb); save it as xlsx", file=name))
    check_sizes(archive, data, name)
    scans = scans_of_sheets(archive, name, limits)
    book = opened(data, name)
    by_sheet = [scans.get(sheet.name, Scan()) for sheet in book.sheets_metadata]
    return sheets(book, name, by_sheet, about_parts(archive), limits)


def xls_tables(data: bytes, name: str, limits: Limits = LIMITS) -> Iterator[RawTable]:
    """The sheets of an xls; `Unreadable` for passwords, other old Office files and what is damaged."""
    try:
        file = OldOfficeFile(data)
        for stream, sentence in OTHER_OLD_FILES:
            if stream in file.streams:
                raise Unreadable(say(sentence, file=name))
        content = bytearray(next((file.read(stream) for stream in ("Workbook", "Book") if stream in file.streams), b""))
        scans = scan_workbook(content)
    except Unreadable:
        raise
    except Protected:
        raise Unreadable(say(PROTECTED, file=name)) from None
    except (ValueError, IndexError, KeyError, struct.error):
        raise Unreadable(say(CUT_OFF, file=name)) from None
    if not content:
        raise Unreadable(say("{file} holds no workbook; save the table as xlsx or CSV", file=name))
    for scan in scans:
        if scan.columns > limits.columns or scan.columns * scan.rows > limits.cells:
            raise Unreadable(
                say(
                    "{file} has a sheet that reaches to column {column:,} and row {row:,}; save it as xlsx",
                    file=name,
                    column=scan.columns,
                    row=scan.rows,
                )
            )
    remarks = [about_macros()] if "_VBA_PROJECT_CUR" in file.streams else []
    return sheets(opened(alone(content), name), name, scans, remarks, limits)


def sheets(
    book: CalamineWorkbook, name: str, scans: list[Scan], remarks: list[Remark], limits: Limits
) -> Iterator[RawTable]:
    """A table for each sheet of cells; remarks about the whole workbook stand at the first."""
    about = [(at, sheet) for at, sheet in enumerate(book.sheets_metadata) if sheet.typ == SheetTypeEnum.WorkSheet]
    if not about:
        raise Unreadable(say("{file} has no sheet with cells; save the table as xlsx or CSV", file=name))
    if len(about) > limits.sheets:
        raise Unreadable(
            say_count(
                "{file} has {n} sheet, more than {most:,}; save those that are needed",
                "{file} has {n} sheets, more than {most:,}; save those that are needed",
                len(about),
                file=name,
                most=limits.sheets,
            )
        )
    for at, sheet in about:
        yield table_of(book, at, sheet, name, scans[at] if at < len(scans) else Scan(), remarks)
        remarks = []


def table_of(
    book: CalamineWorkbook, at: int, about: SheetMetadata, name: str, scan: Scan, remarks: list[Remark]
) -> RawTable:
    """One sheet; one that the library cannot read is a table without rows and a remark."""
    hidden = about.visible != SheetVisibleEnum.Visible
    remarks = remarks + about_formulas(scan) + about_zeros(scan)
    try:
        sheet = safely(lambda: book.get_sheet_by_index(at), SHEET_CUT_OFF, file=name, sheet=about.name)
    except Unreadable as reason:
        found = say("sheet {sheet}", sheet=about.name)
        remarks.append((0, found, str(reason), say("save the workbook again"), ERROR))
        return RawTable(name, about.name, (), hidden=hidden, remarks=remarks)
    left = first_column(sheet)
    merged = tuple(
        (top, start - left, low, end - left)
        for (top, start), (low, end) in sheet.merged_cell_ranges or ()
        if start >= left
    )
    return RawTable(name, about.name, rows_of(sheet, scan, name), hidden=hidden, merged=merged, remarks=remarks)


def rows_of(sheet: CalamineSheet, scan: Scan, name: str) -> Iterator[Row]:
    """Rows from the first on, numbered as the editor does; errors and leading zeros as the editor shows them."""
    special: dict[int, list[tuple[int, str | int]]] = {}
    left = first_column(sheet)
    for (row, column), value in (scan.errors | scan.padded).items():
        if column >= left:
            special.setdefault(row + 1, []).append((column - left, value))
    for number, line in lines_of(sheet, name):
        blank = line.count("") == len(line)  # most rows of a sheet with one cell far below
        cells = cast("list[str]", line) if blank else [cell if type(cell) is str else text_of(cell) for cell in line]
        for column, value in special.get(number, ()):
            if column < len(cells):
                cells[column] = as_shown(cells[column], value)
        yield number, cells


def first_column(sheet: CalamineSheet) -> int:
    """The column, from 0, that the rows of the library begin with: the first one with content."""
    return sheet.start[1] if sheet.start else 0


def lines_of(sheet: CalamineSheet, name: str) -> Iterator[tuple[int, list[Cell]]]:
    """The rows of the library; it panics at cells such as a time of 1E300 hours."""
    number = 0
    try:
        for number, line in enumerate(sheet.iter_rows(), 1):
            yield number, line
    except (Unreadable, GeneratorExit, *GOES_ON):
        raise
    except BaseException:
        raise Unreadable(
            say(
                "{file}, sheet {sheet}, has a cell in row {row} that cannot be read; save it as text",
                file=name,
                sheet=sheet.name,
                row=number + 1,
            )
        ) from None


def as_shown(cell: str, value: str | int) -> str:
    """A cell with its error, or its number with the zeros that its format puts before."""
    if isinstance(value, str):
        return cell or value
    return cell.zfill(value) if isinstance(cell, Number) and cell.isdigit() and len(cell) < value else cell


def text_of(cell: Cell) -> str:
    """A cell as text: numbers without a needless `.0`, days as YYYY-MM-DD, moments with their time.

    >>> text_of(79918134.0), text_of(0.5), text_of(True), text_of(datetime(2012, 8, 20, 9, 30))
    ('79918134', '0.5', 'true', '2012-08-20 09:30:00')
    >>> type(text_of(date(2012, 8, 20))).__name__, type(text_of(7.0)).__name__
    ('Day', 'Number')
    """
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int):
        return Number(str(cell))
    if isinstance(cell, float):
        return Number(str(int(cell)) if cell.is_integer() and abs(cell) < EXACT else format(cell, ".15g"))
    if isinstance(cell, datetime):
        return Day(cell.date().isoformat()) if cell.time() == time() else cell.isoformat(" ", "seconds")
    if isinstance(cell, date):
        return Day(cell.isoformat())
    if isinstance(cell, timedelta):
        minutes, seconds = divmod(int(cell.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return cell.isoformat("seconds")


def opened(data: bytes, name: str) -> CalamineWorkbook:
    return safely(lambda: python_calamine.load_workbook(io.BytesIO(data)), CUT_OFF, file=name)


def safely(call: Callable[[], Answer], sentence: str, **where: str) -> Answer:
    """The answer of the library; whatever goes wrong in it, a panic too, which is no Exception, is one sentence."""
    try:
        return call()
    except GOES_ON:
        raise
    except PasswordError:
        raise Unreadable(say(PROTECTED, **where)) from None
    except BaseException:
        raise Unreadable(say(sentence, **where)) from None


def about_parts(archive: zipfile.ZipFile) -> list[Remark]:
    """Remarks about parts that are left alone: macros and links to other workbooks."""
    names = [member.filename.lower() for member in archive.infolist()]
    remarks = [about_macros()] if any(part.endswith("vbaproject.bin") for part in names) else []
    if any("/externallinks/" in part for part in names):
        done = say("not followed; the values stored last are read")
        remarks.append((0, say("links to other workbooks"), done, "", INFO))
    return remarks


def about_macros() -> Remark:
    return (0, say("macros"), say("left alone, none is run"), "", INFO)


def about_formulas(scan: Scan) -> list[Remark]:
    """Formulas whose result was never stored are blank: a person must know."""
    if not scan.open_formulas:
        return []
    row = scan.open_formulas[0][0] + 1
    found = say_count(
        "{n} formula without a stored result, the first in row {row}",
        "{n} formulas without a stored result, the first in row {row}",
        len(scan.open_formulas),
        row=row,
    )
    mend = say("open it in a spreadsheet program, save it and read it again")
    return [(row, found, say("read as blank"), mend, WARNING)]


def about_zeros(scan: Scan) -> list[Remark]:
    if not scan.padded:
        return []
    found = say("numbers with a format that shows leading zeros")
    return [(0, found, say("read as they are shown"), "", INFO)]
