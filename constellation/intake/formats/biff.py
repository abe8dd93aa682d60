"""Looks through the records of an xls before the library reads it: how far each sheet reaches, and its errors."""

import struct

from constellation.intake.formats.sheet_scan import Scan

BEGIN, SHEET, PASSWORD = 0x0809, 0x0085, 0x002F
FORMULA, ERROR = 0x0006, 0x0205
# number, label, label of the shared table, RK number, rich label, many RK numbers, error or truth value, formula
CELLS = {0x0203, 0x0204, 0x00FD, 0x027E, 0x00D6, 0x00BD, ERROR, FORMULA}
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def scan_records(stream: bytes) -> tuple[list[Scan], bool]:
    """Each sheet in the order of the workbook, and whether a password protects it."""
    scans: list[Scan] = []
    by_start: dict[int, Scan] = {}
    current = everything = Scan()
    place, end, protected = 0, len(stream) - 4, False
    header = struct.Struct("<HH").unpack_from
    while place <= end:
        kind, length = header(stream, place)
        if kind in CELLS and length >= 6:
            add_cell(stream, place + 4, kind, length, current)
        elif kind == SHEET and length >= 4:
            scan = by_start.setdefault(struct.unpack_from("<I", stream, place + 4)[0], Scan())
            scans.append(scan)
        elif kind == BEGIN:
            current = by_start.get(place, everything)
        elif kind == PASSWORD:
            protected = True
        place += 4 + length
    return [*scans, everything], protected


def add_cell(stream: bytes, place: int, kind: int, length: int, scan: Scan) -> None:
    """One cell: where it is, and its error if it is one."""
    row, column = struct.unpack_from("<HH", stream, place)
    last = column if kind != 0x00BD else struct.unpack_from("<H", stream, min(place + length, len(stream)) - 2)[0]
    scan.rows = max(scan.rows, row + 1)
    scan.columns = max(scan.columns, column + 1, last + 1)
    code = None
    if kind == ERROR and length >= 8 and stream[place + 7 : place + 8] == b"\x01":
        code = stream[place + 6]
    elif kind == FORMULA and length >= 14 and stream[place + 12 : place + 14] == b"\xff\xff" and stream[place + 6] == 2:
        code = stream[place + 8]
    if code is not None:
        scan.errors[row, column] = ERRORS.get(code, "#ERROR")
