"""Makes workbooks and archives for tests, and gives what reading them comes to."""

import io
import struct
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
import xlwt

from constellation.intake.formats import Limits, open_tables
from constellation.intake.tables import Unreadable


def rows_of(data: bytes, name: str, limits: Limits | None = None) -> list[tuple[int, list[str]]]:
    return [row for table in open_tables(data, name, limits or Limits()) for row in table.rows]


def refusal(data: bytes, name: str, limits: Limits | None = None) -> str:
    with pytest.raises(Unreadable) as refused:
        rows_of(data, name, limits)
    return str(refused.value)


def workbook(**cells: object) -> bytes:
    book = openpyxl.Workbook()
    for place, value in cells.items():
        book.active[place] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def packed(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one of its parts changed."""
    parts = zipfile.ZipFile(io.BytesIO(data))
    members = {part: parts.read(part) for part in parts.namelist()}
    members[name] = change(members.get(name, b""))
    return packed(**members)


def old_file(stream: str) -> bytes:
    """An old Office file with this stream in its folder: a workbook whose own stream has another name."""
    book = xlwt.Workbook()
    book.add_sheet("one").write(0, 0, "Name")
    out = io.BytesIO()
    book.save(out)
    name = stream.encode("utf-16-le")
    old = "Workbook".encode("utf-16-le") + bytes(64 - 16) + struct.pack("<H", 18)
    assert old in out.getvalue()
    return out.getvalue().replace(old, name + bytes(64 - len(name)) + struct.pack("<H", len(name) + 2))


def outcome(data: bytes, name: str) -> tuple[list[tuple[int, list[str]]], str]:
    """The rows, or none and the sentence."""
    try:
        return rows_of(data, name), f"{name} is read"
    except Unreadable as refused:
        return [], str(refused)
