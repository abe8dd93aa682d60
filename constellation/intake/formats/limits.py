"""How much of a file is read at most: what is larger is refused with a sentence, never begun."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one reading; lower them with `dataclasses.replace`.

    `file_bytes`: a larger file is refused before a byte of it is read.  `unpacked_bytes`, `ratio`, `entries`: of an
    archive or workbook, all members together; the ratio counts only above `ratio_from` bytes, because small workbooks
    of equal cells are packed very well.  `depth`: archives inside an archive.  `cells`: of one sheet, blank ones
    between the first and the last counted too.  `line`: the characters of one line.  `cell`: those of one cell.
    `cell_lines`: lines that one quoted cell may run over before its quote counts as never closed.

    >>> Limits(columns=10).columns, Limits().depth
    (10, 1)
    """

    file_bytes: int = 200_000_000
    unpacked_bytes: int = 1_000_000_000
    ratio: int = 200
    ratio_from: int = 20_000_000
    entries: int = 5_000
    depth: int = 1
    columns: int = 2_000
    rows: int = 2_000_000
    cells: int = 15_000_000
    sheets: int = 500
    cell: int = 131_072
    cell_lines: int = 200
    line: int = 10_000_000


LIMITS = Limits()
