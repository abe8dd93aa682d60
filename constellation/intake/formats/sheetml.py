"""Workbooks as one XML file, as Excel 2003 and many web systems write them under the name .xls."""

import io
from collections.abc import Iterator

from lxml import etree

from constellation.intake.formats.flat_ods import as_number, day, number
from constellation.intake.formats.limits import LIMITS, Limits
from constellation.intake.formats.sheet_scan import DECLARES, DOCTYPES
from constellation.intake.formats.zips import CUT_OFF
from constellation.intake.tables import RawTable, Row, Unreadable
from constellation.words import say

NS = "{urn:schemas-microsoft-com:office:spreadsheet}"
Merged = list[tuple[int, int, int, int]]


def sheetml_tables(data: bytes, name: str, limits: Limits = LIMITS) -> Iterator[RawTable]:
    """The sheets; `Unreadable` for entities, what reaches too far, and XML that is cut off."""
    if any(word in data for word in DOCTYPES):
        raise Unreadable(say(DECLARES, file=name))
    count = 0
    try:
        for _, sheet in etree.iterparse(io.BytesIO(data), tag=f"{NS}Worksheet", resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False):  # fmt: skip
            count += 1
            merged: Merged = []
            rows = rows_of(sheet, merged, name, limits)
            hidden = sheet.findtext(".//{*}Visible", "SheetVisible") != "SheetVisible"
            yield RawTable(name, sheet.get(f"{NS}Name", ""), rows, hidden=hidden, merged=tuple(merged))
            sheet.clear()
    except etree.XMLSyntaxError:
        raise Unreadable(say(CUT_OFF, file=name)) from None
    if not count:
        raise Unreadable(say("{file} has no sheet; save the table as xlsx or CSV", file=name))


def rows_of(sheet: etree._Element, merged: Merged, name: str, limits: Limits) -> list[Row]:
    """All rows up to the last one written; those that the file jumps over are blank."""
    rows: list[Row] = []
    for row in sheet.iterfind(f"{NS}Table/{NS}Row"):
        at = number(row.get(f"{NS}Index", str(len(rows) + 1)))
        if at > limits.rows:
            raise Unreadable(
                say("{file} has more than {most:,} rows; split it into smaller files", file=name, most=limits.rows)
            )
        rows.extend((blank, []) for blank in range(len(rows) + 1, at))
        rows.append((at, cells_of(row, at, merged, name, limits)))
    width = max((len(cells) for _, cells in rows), default=0)
    if width * len(rows) > limits.cells:
        raise Unreadable(
            say("{file} has a sheet that reaches too far for a list; delete what stands beyond the table", file=name)
        )
    return [(at, cells + [""] * (width - len(cells))) for at, cells in rows]


def cells_of(row: etree._Element, at: int, merged: Merged, name: str, limits: Limits) -> list[str]:
    """The cells of a row; one over several columns or rows stands in the first and is remembered as merged."""
    cells: list[str] = []
    for cell in row.iterfind(f"{NS}Cell"):
        column = number(cell.get(f"{NS}Index", str(len(cells) + 1)))
        across, down = (more(cell.get(f"{NS}Merge{way}", "0")) for way in ("Across", "Down"))
        if max(column, len(cells)) + across > limits.columns:
            raise Unreadable(
                say(
                    "{file} has more than {most:,} columns in row {row:,}; delete what stands beyond the table",
                    file=name,
                    most=limits.columns,
                    row=at,
                )
            )
        cells += [""] * (column - 1 - len(cells))
        if across or down:
            merged.append((at - 1, len(cells), at - 1 + down, len(cells) + across))
        cells += [content_of(cell), *[""] * across]
    return cells


def more(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0


def content_of(cell: etree._Element) -> str:
    """What a cell holds, by its type."""
    data = cell.find(f"{NS}Data")
    if data is None:
        return ""
    text = "".join(str(part) for part in data.itertext())
    kind = data.get(f"{NS}Type")
    if kind == "Number":
        return as_number(text)
    if kind == "Boolean":
        return "true" if text.strip() == "1" else "false"
    return day(text) if kind == "DateTime" else text
