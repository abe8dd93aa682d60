"""Tables of web pages: spans, tables that lay out the page, and pages that break off."""

import pytest

from constellation.intake.formats import open_tables
from constellation.intake.tables import RawTable


def tables_of(page: str) -> list[RawTable]:
    return list(open_tables(page.encode(), "report.xls"))


def cells_of(table: RawTable) -> list[list[str]]:
    return [cells for _, cells in table.rows]


def test_a_cell_over_columns_and_one_over_rows_are_merged():
    page = "<table><tr><th colspan=2>Name<th rowspan=2>Unit</tr><tr><th>Given<th>Family</tr><tr><td>Ana<td>Wang<td>History</tr></table>"

    (table,) = tables_of(page)

    assert cells_of(table) == [["Name", "", "Unit"], ["Given", "Family"], ["Ana", "Wang", "History"]]
    assert set(table.merged) == {(0, 0, 0, 1), (0, 2, 1, 2)}


def test_a_cell_below_one_over_rows_keeps_its_column():
    page = "<table><tr><td rowspan=2>History<td>Wang</tr><tr><td>Le</tr></table>"

    (table,) = tables_of(page)

    assert cells_of(table) == [["History", "Wang"], ["", "Le"]]


def test_a_table_that_lays_out_the_page_is_passed_through():
    rows = "".join(f"<tr><td>Person {n}<td>History</tr>" for n in range(3))
    page = (
        f"<html><body><table><tr><td>Menu<td><table><tr><th>Name<th>Unit</tr>{rows}</table></tr></table></body></html>"
    )

    (table,) = tables_of(page)

    assert cells_of(table)[0] == ["Name", "Unit"]
    assert len(cells_of(table)) == 4


def test_a_small_table_in_a_cell_does_not_hide_the_list_around_it():
    page = (
        "<table>" + "".join(f"<tr><td>Person {n}<td><table><tr><td>History</table></tr>" for n in range(3)) + "</table>"
    )

    (table,) = tables_of(page)

    assert cells_of(table) == [["Person 0", "History"], ["Person 1", "History"], ["Person 2", "History"]]


def test_several_tables_have_their_captions_or_numbers():
    page = "<table><caption>Faculty</caption><tr><td>Wang</table><table><tr><td>Le</table>"

    tables = tables_of(page)

    assert [(table.sheet, cells_of(table)) for table in tables] == [("Faculty", [["Wang"]]), ("table 2", [["Le"]])]


def test_white_space_and_entities_are_as_a_browser_shows_them():
    page = "<table><tr><td> Pl\n   Path &amp; Micro <td>a<br>b<td>c&nbsp;d<td><script>x()</script><b>e</b> f</table>"

    (table,) = tables_of(page)

    assert cells_of(table) == [["Pl Path & Micro", "a\nb", "c\xa0d", "e f"]]


def test_a_page_that_breaks_off_is_read_so_far_and_that_is_said():
    page = "<html><body><table><tr><td>Name<td>Unit</tr><tr><td>Wang<td>Hist"

    (table,) = tables_of(page)

    assert cells_of(table) == [["Name", "Unit"], ["Wang", "Hist"]]
    assert [severity for *_, severity in table.remarks] == ["warning"]


def test_a_workbook_as_one_xml_file_is_read():
    page = (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        '<Worksheet ss:Name="Faculty"><Table><Row><Cell ss:MergeAcross="1"><Data ss:Type="String">Name</Data></Cell></Row>'
        '<Row ss:Index="3"><Cell><Data ss:Type="String">Wang</Data></Cell><Cell ss:Index="3"><Data ss:Type="Number">79918134</Data></Cell>'
        '<Cell><Data ss:Type="DateTime">2012-08-20T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>'
    )

    (table,) = tables_of(page)

    assert (table.sheet, table.merged) == ("Faculty", ((0, 0, 0, 1),))
    assert list(table.rows) == [
        (1, ["Name", "", "", ""]),
        (2, ["", "", "", ""]),
        (3, ["Wang", "", "79918134", "2012-08-20"]),
    ]


@pytest.mark.parametrize("stray", ["<form>", "<font>", "<div>", "<vtr>"])
def test_an_element_that_is_never_closed_hides_no_rows(stray):
    people = [f"<tr><td>Person {n}</td><td>History</td></tr>" for n in range(10)]
    page = "<table>" + "".join(people[:4]) + stray + "".join(people[4:]) + "</table>"

    (table,) = tables_of(page)

    assert cells_of(table) == [[f"Person {n}", "History"] for n in range(10)]
    assert table.remarks == []


@pytest.mark.parametrize("stray", ["</td><vtr>", "</td><form>", "<font>", "<div>"])
def test_a_row_that_begins_within_a_row_is_a_row_of_its_own(stray):
    page = f"<table><tr><td>Wang</td><td>History{stray}<tr><td>Lee</td><td>Physics</td></tr></table>"

    (table,) = tables_of(page)

    assert cells_of(table) == [["Wang", "History"], ["Lee", "Physics"]]


def test_cells_in_an_element_that_is_never_closed_are_cells_of_the_row():
    page = "<table><tr><td>Wang</td><form><td>History</td><td>Professor</td></tr></table>"

    (table,) = tables_of(page)

    assert cells_of(table) == [["Wang", "History", "Professor"]]


def test_rows_of_the_source_that_no_table_has_are_said_with_both_numbers():
    page = "<table><tr><td>Name</tr><tr><td>Wang</tr></table><!-- <tr> --><tr><td>Lee</tr><tr><td>Roe</tr>"

    (table,) = tables_of(page)

    assert cells_of(table) == [["Name"], ["Wang"]]
    assert [(found, severity) for _, found, _, _, severity in table.remarks] == [
        ("4 rows begin in the page, 2 are rows of its tables", "warning")
    ]


def test_rows_in_comments_and_scripts_are_no_rows():
    page = "<html><script>'<tr>'</script><table><!-- <tr><td>Old</tr> --><tr><td>Name</tr><tr><td>Wang</tr></table>"

    (table,) = tables_of(page)

    assert cells_of(table) == [["Name"], ["Wang"]]
    assert table.remarks == []
