"""Looks through the records of an xls before the library reads it: how far each sheet reaches, and its errors."""

import struct
from collections.abc import Iterator

from constellation.intake.formats.sheet_scan import Scan

END, SHEET, PASSWORD, STRINGS, DIMENSIONS = 0x000A, 0x0085, 0x002F, 0x00FC, 0x0200
FORMULA, ERROR, MANY = 0x0006, 0x0205, 0x00BD
# number, label, label of the shared table, RK number, rich label, many RK numbers, error or truth value, formula
CELLS = {0x0203, 0x0204, 0x00FD, 0x027E, 0x00D6, MANY, ERROR, FORMULA}
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
LEAST_STRING = 3


class Protected(ValueError):
    """The workbook is under a password."""


def scan_workbook(stream: bytearray) -> list[Scan]:
    """Each sheet in the order of the workbook.

    Blanks out in `stream` how far the sheets say they reach: the library believes that and reserves the memory.
    Raises `Protected`, and `ValueError` for what would make the library reserve memory without end.
    """
    starts: list[int] = []
    for kind, place, length in records(stream, 0):
        if kind == PASSWORD and length >= 2 and stream[place : place + 2] != b"\0\0":
            raise Protected
        if kind == SHEET and length >= 8:
            starts.append(struct.unpack_from("<I", stream, place)[0])
        elif (
            kind == STRINGS
            and length >= 8
            and struct.unpack_from("<I", stream, place + 4)[0] > len(stream) // LEAST_STRING
        ):
            raise ValueError("more strings than the file has room for")
    if any(start >= len(stream) for start in starts):
        raise ValueError("a sheet that begins behind the end")
    return [scan_sheet(stream, start) for start in starts]


def scan_sheet(stream: bytearray, start: int) -> Scan:
    """The cells from a place on to the end of the sheet."""
    scan = Scan()
    for kind, place, length in records(stream, start):
        if kind in CELLS and length >= 6:
            add_cell(stream, place, kind, length, scan)
        elif kind == DIMENSIONS:
            stream[place : place + length] = bytes(length)
    return scan


def records(stream: bytearray, place: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place and length of each record up to the one that ends a part; the last may be cut off."""
    header, last = struct.Struct("<HH").unpack_from, len(stream) - 4
    while place <= last:
        kind, length = header(stream, place)
        if kind == END or place + 4 + length > len(stream):
            break
        yield kind, place + 4, length
        place += 4 + length


def add_cell(stream: bytearray, place: int, kind: int, length: int, scan: Scan) -> None:
    """One cell: where it is, and its error if it is one."""
    row, column = struct.unpack_from("<HH", stream, place)
    last = column if kind != MANY else column + (length - 6) // 6
    scan.rows = max(scan.rows, row + 1)
    scan.columns = max(scan.columns, last + 1)
    code = None
    if kind == ERROR and length >= 8 and stream[place + 7] == 1:
        code = stream[place + 6]
    elif kind == FORMULA and length >= 14 and stream[place + 12 : place + 14] == b"\xff\xff" and stream[place + 6] == 2:
        code = stream[place + 8]
    if code is not None:
        scan.errors[row, column] = ERRORS.get(code, "#ERROR")
