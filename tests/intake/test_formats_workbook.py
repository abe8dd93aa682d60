"""What the library for workbooks may not see is refused before, and what it leaves out is put back or said."""

import io
import struct

import openpyxl
import pytest
import xlwt

from constellation.intake.formats import open_tables
from constellation.intake.layout import frame_of
from tests.intake.made_workbooks import old_file, refusal, with_part, workbook


def test_a_cell_far_to_the_right_is_refused():
    data = workbook(A1="Name", DZZ1="x")

    sentence = refusal(data, "roster.xlsx")

    assert sentence.startswith("roster.xlsx has a sheet that reaches to column 3,406 and row 1, too far for a list;")


def test_two_cells_at_far_ends_are_refused_before_the_library_fills_the_memory():
    data = workbook(A1="Name", XFD1048576="x")

    sentence = refusal(data, "roster.xlsx")

    assert sentence.startswith(
        "roster.xlsx has a sheet that reaches to column 16,384 and row 1,048,576, too far for a list;"
    )


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="XFD1048576"><v>1</v></c>',
        b'<x:c xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" s=">" r = \'XFD1048576\'><x:v>1</x:v></x:c>',
        b"<c " + b" " * 5000 + b'r="&#88;FD1048576"><v>1</v></c>',
    ],
)
def test_a_far_cell_is_seen_however_it_is_written(cell):
    data = with_part(
        workbook(A1="Name"), "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</row>", cell + b"</row>", 1)
    )

    sentence = refusal(data, "roster.xlsx")

    assert sentence.startswith("roster.xlsx has a sheet that reaches to column 16,384 and row 1,048,576")


def test_cells_that_do_not_say_where_they_are_are_counted():
    cells = b'<row r="1048576">' + b"<c><v>1</v></c>" * 16_384 + b"</row>"
    data = with_part(
        workbook(A1="Name"),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"</sheetData>", cells + b"</sheetData>"),
    )

    sentence = refusal(data, "roster.xlsx")

    assert sentence.startswith("roster.xlsx has a sheet that reaches to column 16,384 and row 1,048,576")


def test_two_cells_at_far_ends_of_an_old_workbook_are_refused():
    book = xlwt.Workbook()
    sheet = book.add_sheet("one")
    sheet.write(0, 0, 1.5)
    sheet.write(65535, 255, 2.5)
    out = io.BytesIO()
    book.save(out)
    at = out.getvalue().rindex(struct.pack("<HHHH", 0x027E, 10, 65535, 255))
    data = bytearray(out.getvalue())
    data[at + 6 : at + 8] = struct.pack("<H", 65535)

    sentence = refusal(bytes(data), "roster.xls")

    assert sentence == "roster.xls has a sheet that reaches to column 65,536 and row 65,536; save it as xlsx"


def test_a_part_that_is_larger_than_its_directory_says_is_refused():
    data = bytearray(with_part(workbook(A1="Name"), "xl/worksheets/sheet1.xml", lambda xml: xml + b" " * 5_000_000))
    at = data.rindex(b"xl/worksheets/sheet1.xml") - 46
    data[at + 24 : at + 28] = struct.pack("<I", 500)

    sentence = refusal(bytes(data), "roster.xlsx")

    assert (
        sentence == "roster.xlsx is damaged or cut off; send or download it again: a part of it is larger than it says"
    )


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"])
def test_entities_in_a_workbook_are_refused(part):
    entities = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    data = with_part(workbook(A1="Name"), part, lambda xml: entities + xml)

    sentence = refusal(data, "roster.xlsx")

    assert sentence.startswith("roster.xlsx declares XML entities")


def test_a_workbook_under_a_password_is_said_to_be_protected():
    data = old_file("EncryptedPackage")

    sentence = refusal(data, "roster.xlsx")

    assert sentence == "roster.xlsx is protected by a password; save a copy without one"


def test_an_old_word_file_is_said_to_be_one():
    data = old_file("WordDocument")

    sentence = refusal(data, "roster.xls")

    assert sentence == "roster.xls is a Word document; copy its table into a workbook"


def test_errors_and_formulas_without_a_result_are_not_lost_silently():
    book = openpyxl.Workbook()
    book.active.append(["Name", "Unit", "FTE"])
    book.active.append(["Wang", "#REF!", "=1/2"])
    book.active["B2"].data_type = "e"
    out = io.BytesIO()
    book.save(out)

    (table,) = open_tables(out.getvalue(), "roster.xlsx")
    rows = list(table.rows)

    assert rows[1] == (2, ["Wang", "#REF!", ""])
    assert [(row, found, severity) for row, found, _, _, severity in table.remarks] == [
        (2, "1 formula without a stored result, the first in row 2", "warning")
    ]


def test_leading_zeros_that_a_format_shows_are_kept():
    book = openpyxl.Workbook()
    book.active.append(["Id", "Name"])
    book.active.append([79918134, "Wang"])
    book.active["A2"].number_format = "000000000"
    out = io.BytesIO()
    book.save(out)

    (table,) = open_tables(out.getvalue(), "roster.xlsx")
    rows = list(table.rows)

    assert rows[1] == (2, ["079918134", "Wang"])
    assert [found for _, found, *_ in table.remarks] == ["numbers with a format that shows leading zeros"]


def test_macros_and_links_are_left_alone_and_that_is_said():
    data = with_part(workbook(A1="Name"), "xl/vbaProject.bin", lambda _: b"macros")
    data = with_part(data, "xl/externalLinks/externalLink1.xml", lambda _: b"<externalLink/>")

    (table,) = open_tables(data, "roster.xlsm")

    assert list(table.rows) == [(1, ["Name"])]
    assert [found for _, found, *_ in table.remarks] == ["macros", "links to other workbooks"]


def test_a_cell_that_the_library_cannot_read_is_one_sentence():
    book = openpyxl.Workbook()
    book.active.append(["Name", "Hours"])
    book.active.append(["Wang", 1e300])
    book.active["B2"].number_format = "[h]:mm:ss"
    out = io.BytesIO()
    book.save(out)

    sentence = refusal(out.getvalue(), "roster.xlsx")

    assert sentence == "roster.xlsx, sheet Sheet, has a cell in row 2 that cannot be read; save it as text"


def test_what_an_old_workbook_says_of_its_size_is_not_believed():
    book = xlwt.Workbook()
    book.add_sheet("one").write(0, 0, "Name")
    out = io.BytesIO()
    book.save(out)
    data = bytearray(out.getvalue())
    at = data.index(struct.pack("<HH", 0x0200, 14)) + 4
    data[at : at + 14] = struct.pack("<IIHHH", 0, 0xFFFFFFFF, 0, 0xFFFF, 0)
    data[64:68] = b"\xff\xff\xff\x7f"

    (table,) = open_tables(bytes(data), "roster.xls")

    assert list(table.rows) == [(1, ["Name"])]


def test_an_old_workbook_that_claims_strings_without_end_is_refused():
    book = xlwt.Workbook()
    book.add_sheet("one").write(0, 0, "Name")
    out = io.BytesIO()
    book.save(out)
    data = bytearray(out.getvalue())
    at = data.index(struct.pack("<H", 0x00FC)) + 8
    data[at : at + 4] = b"\xff\xff\xff\x7f"

    sentence = refusal(bytes(data), "roster.xls")

    assert sentence == "roster.xls is damaged or cut off; send or download it again"


def test_departments_merged_over_rows_of_a_sheet_that_begins_lower_are_given_to_each_person():
    book = openpyxl.Workbook()
    for row, cells in enumerate([("Department", "Name"), *(("History", f"Ana {n} Wang") for n in range(10))], start=3):
        for column, cell in enumerate(cells, start=2):
            book.active.cell(row, column, cell)
    book.active.merge_cells("B4:B8")
    book.active.merge_cells("B9:B13")
    kept = io.BytesIO()
    book.save(kept)

    (table,) = open_tables(kept.getvalue(), "roster.xlsx")
    frame = frame_of(table)

    assert frame.columns[frame.header.names.index("Department")] == ["History"] * 10
    assert "(2 cells)" in frame.remarks[0][2]
