"""Opens any file: looks at what it is, and hands it to the reader of that format."""

from collections.abc import Iterator

from constellation.intake.formats.archive import ArchivesWithin, archive_tables
from constellation.intake.formats.binary import refuse_binary
from constellation.intake.formats.delimited import delimited_table
from constellation.intake.formats.files import too_large
from constellation.intake.formats.flat_ods import flat_tables, ods_tables
from constellation.intake.formats.html import html_tables
from constellation.intake.formats.json import json_lines_table, json_tables
from constellation.intake.formats.kinds import kind_of
from constellation.intake.formats.ldif import ldif_table
from constellation.intake.formats.limits import LIMITS, Limits
from constellation.intake.formats.scim import scim_tables
from constellation.intake.formats.sheetml import sheetml_tables
from constellation.intake.formats.text import decoded_text
from constellation.intake.formats.vcard import vcard_table
from constellation.intake.formats.workbook import xls_tables, xlsx_tables
from constellation.intake.tables import RawTable, Unreadable
from constellation.words import say

WORKBOOKS = {"xlsx": xlsx_tables, "xls": xls_tables, "ods": ods_tables, "fods": flat_tables, "sheetml": sheetml_tables}
TABLES = {"vcard": vcard_table, "ldif": ldif_table, "jsonl": json_lines_table, "text": delimited_table}
PAGES = {"html": html_tables, "scim": scim_tables, "json": json_tables}


def open_tables(data: bytes, name: str, limits: Limits = LIMITS) -> Iterator[RawTable]:
    """Every table of a file, one after the other; `name` is what the sentences call it, its ending decides nothing.

    Rows are made while they are asked for, and the remarks of a table are complete only behind its last row.  A table
    without rows carries remarks about what was passed over.  Raises `Unreadable`, one sentence with place and mend,
    here or while rows are read: for what is empty, too large, protected, damaged, no table, or a calendar.

    >>> [list(table.rows) for table in open_tables("Name;Fakultät\\nWang;Physik\\n".encode("cp1252"), "a.csv")]
    [[(1, ['Name', 'Fakultät']), (2, ['Wang', 'Physik'])]]
    """
    if not data:
        raise Unreadable(say("{file} is empty; export it again", file=name))
    if len(data) > limits.file_bytes:
        raise Unreadable(too_large(name, len(data), limits))
    kind = kind_of(data, name)
    if kind == "calendar":
        raise Unreadable(say("{file} is a calendar, not a list; use it for when people are free", file=name))
    if kind == "zip":
        if limits.depth < 0:
            raise ArchivesWithin(name)
        yield from archive_tables(data, name, limits, open_tables)
    elif kind in WORKBOOKS:
        yield from WORKBOOKS[kind](data, name, limits)
    else:
        yield from text_tables(data, name, kind, limits)


def text_tables(data: bytes, name: str, kind: str, limits: Limits) -> Iterator[RawTable]:
    """The tables of what is text, once it is decoded."""
    decoded = decoded_text(data)
    text, remarks = decoded.text, decoded.remarks
    refuse_binary(data[:64], text, name)
    del decoded, data
    if not text.strip("\ufeff\x1a \t\r\n"):
        raise Unreadable(say("{file} has nothing but blank lines; export it again", file=name))
    if kind in PAGES:
        yield from PAGES[kind](text, name, remarks, limits)
    else:
        yield TABLES[kind](text, name, remarks, limits)
