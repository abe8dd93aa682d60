"""OpenDocument spreadsheets, flat (fods) and packed (ods): the XML is the same."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from constellation.intake.formats.limits import LIMITS, Limits
from constellation.intake.formats.sheet_scan import DECLARES, DOCTYPES
from constellation.intake.formats.text import Remark
from constellation.intake.formats.workbook import about_macros, text_of
from constellation.intake.formats.zips import CUT_OFF, PROTECTED, member_bytes, open_zip
from constellation.intake.tables import Day, Number, RawTable, Row, Unreadable
from constellation.words import say

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
COLUMNS_SPANNED, ROWS_SPANNED = f"{TABLE}number-columns-spanned", f"{TABLE}number-rows-spanned"
COLUMNS_REPEATED, ROWS_REPEATED = f"{TABLE}number-columns-repeated", f"{TABLE}number-rows-repeated"
VALUE_TYPE, VALUE, PARAGRAPH = f"{OFFICE}value-type", f"{OFFICE}value", f"{TEXT}p"
# what a cell shows whose formula failed: the number kept with it means nothing
ERRORS = ("Err:", "#")


@dataclass
class Sheet:
    """A sheet while it is read: rows with their cells, blank ones at the end not yet counted."""

    name: str
    hidden: bool
    rows: list[Row] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    number: int = 0
    cells: int = 0


def ods_tables(data: bytes, name: str, limits: Limits = LIMITS) -> Iterator[RawTable]:
    """The sheets of a packed spreadsheet."""
    archive = open_zip(data, name, limits)
    parts = {member.filename: member for member in archive.infolist()}
    if "content.xml" not in parts:
        raise Unreadable(say(CUT_OFF, file=name))
    manifest = parts.get("META-INF/manifest.xml")
    if manifest is not None and b"encryption-data" in member_bytes(archive, manifest, name):
        raise Unreadable(say(PROTECTED, file=name))
    remarks = [about_macros()] if any(part.startswith(("Basic/", "Scripts/")) for part in parts) else []
    return flat_tables(member_bytes(archive, parts["content.xml"], name), name, limits, remarks)


def flat_tables(
    data: bytes, name: str, limits: Limits = LIMITS, remarks: list[Remark] | None = None
) -> Iterator[RawTable]:
    """The sheets of a flat spreadsheet; `Unreadable` for entities, far too many cells, and XML that is cut off."""
    if any(word in data for word in DOCTYPES):
        raise Unreadable(say(DECLARES, file=name))
    remarks = remarks or []
    count = 0
    try:
        for sheet in sheets_of(data, name, limits):
            count += 1
            if count > limits.sheets:
                raise Unreadable(
                    say(
                        "{file} has more than {most:,} sheets; save those that are needed",
                        file=name,
                        most=limits.sheets,
                    )
                )
            yield RawTable(
                name, sheet.name, padded(sheet.rows), hidden=sheet.hidden, merged=tuple(sheet.merged), remarks=remarks
            )
            remarks = []
    except etree.XMLSyntaxError:
        raise Unreadable(say(CUT_OFF, file=name)) from None
    if not count:
        raise Unreadable(say("{file} has no sheet; save the table as xlsx or CSV", file=name))


def padded(rows: list[Row]) -> Iterator[Row]:
    """All rows with as many cells as the widest, as other workbooks give them."""
    width = max((len(cells) for _, cells in rows), default=0)
    return ((at, cells + [""] * (width - len(cells))) for at, cells in rows)


def sheets_of(data: bytes, name: str, limits: Limits) -> Iterator[Sheet]:
    """Each sheet when its end is reached; what has been read is dropped at once."""
    hidden_styles: set[str] = set()
    open_sheets: list[Sheet] = []
    watched = (f"{TABLE}table", f"{TABLE}table-row", f"{STYLE}style")
    for event, element in etree.iterparse(
        io.BytesIO(data), ("start", "end"), tag=watched, resolve_entities=False, no_network=True, huge_tree=False,
        load_dtd=False,
    ):  # fmt: skip
        if event == "start":
            if element.tag == watched[0]:
                style = element.get(f"{TABLE}style-name", "")
                open_sheets.append(Sheet(element.get(f"{TABLE}name", ""), style in hidden_styles))
        elif element.tag == watched[1]:
            if len(open_sheets) == 1:
                add_row(element, open_sheets[0], name, limits)
                element.clear()
        elif element.tag == watched[2]:
            if any(child.get(f"{TABLE}display") == "false" for child in element):
                hidden_styles.add(element.get(f"{STYLE}name", ""))
        else:
            sheet = open_sheets.pop()
            element.clear()
            if not open_sheets:
                yield sheet


def add_row(element: etree._Element, sheet: Sheet, name: str, limits: Limits) -> None:
    """A row as often as it is repeated; blank rows only when another follows, for sheets end in a million of them."""
    cells = cells_of(element, sheet, name, limits)
    repeated = repeat(element.get(ROWS_REPEATED))
    number, sheet.number = sheet.number, sheet.number + repeated
    if not cells:
        return
    blank = number - len(sheet.rows)
    sheet.cells += len(cells) * repeated + blank
    if len(sheet.rows) + blank + repeated > limits.rows or sheet.cells > limits.cells:
        raise Unreadable(
            say(
                "{file} has a sheet that reaches to row {row:,}, too far for a list; "
                "delete what stands beyond the table and save it again",
                file=name,
                row=sheet.number,
            )
        )
    sheet.rows.extend((at, []) for at in range(len(sheet.rows) + 1, number + 1))
    sheet.rows.extend((at, list(cells)) for at in range(number + 1, number + repeated + 1))


def cells_of(row: etree._Element, sheet: Sheet, name: str, limits: Limits) -> list[str]:
    """The cells up to the last one with content."""
    cells: list[str] = []
    blank = 0
    for cell in row:
        if cell.tag not in CELLS:
            continue
        content, repeated = content_of(cell), repeat(cell.get(COLUMNS_REPEATED))
        add_merged(cell, sheet, len(cells) + blank)
        if not content:
            blank += repeated
            continue
        if len(cells) + blank + repeated > limits.columns:
            raise Unreadable(
                say(
                    "{file} has more than {most:,} columns in row {row:,}; "
                    "delete what stands beyond the table and save it again",
                    file=name,
                    most=limits.columns,
                    row=sheet.number + 1,
                )
            )
        cells += [""] * blank + [content] * repeated
        blank = 0
    return cells


def add_merged(cell: etree._Element, sheet: Sheet, column: int) -> None:
    """Remembers a cell that spans others."""
    wide, high = cell.get(COLUMNS_SPANNED), cell.get(ROWS_SPANNED)
    if wide is None and high is None:
        return
    columns, rows = number(wide or "1"), number(high or "1")
    if columns > 1 or rows > 1:
        sheet.merged.append((sheet.number, column, sheet.number + rows - 1, column + columns - 1))


def content_of(cell: etree._Element) -> str:
    """What a cell holds, by the type that the file gives it."""
    kind = cell.get(VALUE_TYPE)
    if kind == "date":
        return day(cell.get(f"{OFFICE}date-value", ""))
    if kind == "boolean":
        return cell.get(f"{OFFICE}boolean-value", "")
    shown = "\n".join([paragraph(child) for child in cell if child.tag == PARAGRAPH])
    value = cell.get(VALUE)
    if kind in ("float", "percentage", "currency") and value is not None and not shown.startswith(ERRORS):
        kept = as_number(value)
        return shown if shown.startswith("0") and shown.lstrip("0") == kept else kept
    return shown


def paragraph(element: etree._Element) -> str:
    """The text of a paragraph; spaces, tabs and line breaks are elements of their own."""
    if not len(element):
        return element.text or ""
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{TEXT}s":
            parts.append(" " * min(number(child.get(f"{TEXT}c", "1")), 1000))
        elif child.tag in (f"{TEXT}tab", f"{TEXT}line-break"):
            parts.append("\t" if child.tag == f"{TEXT}tab" else "\n")
        elif isinstance(child.tag, str) and child.tag != f"{OFFICE}annotation":
            parts.append(paragraph(child))
        parts.append(child.tail or "")
    return "".join(parts)


def as_number(value: str) -> str:
    """A number as a spreadsheet keeps it, or the text if it is none."""
    try:
        return text_of(float(value))
    except (ValueError, OverflowError):
        return Number(value)


def day(value: str) -> str:
    """A day, or a moment with its time if that is not midnight."""
    date, _, time = value.partition("T")
    time = time.partition(".")[0]
    return Day(date) if time in ("", "00:00:00") else f"{date} {time}"


def repeat(text: str | None) -> int:
    return 1 if text is None else number(text)


def number(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 10 else 1
