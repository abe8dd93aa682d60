"""Workbooks in the look of the made set's kinds 02, 11 and 28 (saved again as csv, ods, xls and fods)."""

import zipfile
from datetime import date, datetime
from html import escape
from pathlib import Path

import openpyxl
import xlwt

from tests.intake.made_set.delimited import day, lines
from tests.intake.made_set.people import Made

Cell = str | int | date | None
WORKDAY = [
    "Worker", "Employee ID", "Legal Name - Last", "Academic Unit Hierarchy", "Academic Unit", "Academic Rank", "Track Type",
    "Appointment Start Date", "Email - Primary Work", "ORCID iD",
]  # fmt: skip
TRACKS = {"T": "Tenured", "TT": "Tenure Track", "NTT": "Non-Tenure Track"}
SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}  # fmt: skip


def workday(made: Made) -> list[list[Cell]]:
    rows: list[list[Cell]] = [
        ["RPT-HCM-1042 Academic Appointments by Organization", *[None] * 9],
        ["Report run by: HR Analyst", None, None, None, "Effective as of", "2018-09-01", None, None, None, None],
        [None] * 10,
        ["Worker", None, None, "Academic Unit", None, "Appointment", None, None, "Contact", None],
        list(WORKDAY),
    ]
    last = ""
    for at, one in enumerate(sorted(made.people, key=lambda one: (one["college"], one["department"]))):
        name = f"{one['given']} {one['family']}" + (f" ({one['preferred']})" if one["preferred"] else "")
        name += " (On Leave)" if at % 17 == 0 else ""
        college = f"{one['college']} Hierarchy" if one["college"] != last else None
        last = one["college"]
        start = day(one).strftime("%m/%d/%Y") if at % 5 == 0 else day(one)
        link = f"https://orcid.org/{one['orcid']}" if one["orcid"] else None
        rows.append(
            [
                name,
                int(one["employee_id"]),
                one["family"],
                college,
                one["department"],
                one["title"],
                TRACKS[one["tenure"]],
                start,
                one["email"],
                link,
            ]
        )
        if at % 20 == 19:
            rows.append([None] * 10)
    rows += [
        ["Total workers:", len(made.people), *[None] * 8],
        [None] * 10,
        ["Confidential - do not distribute", *[None] * 9],
    ]
    return rows


def write_workday(made: Made) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "RPT - Faculty Roster"
    for row in workday(made):
        sheet.append(row)
    for cells in sheet.iter_rows():
        for cell in cells:
            if isinstance(cell.value, date | datetime):
                cell.number_format = "yyyy-mm-dd"
    for area in ("A1:J1", "A4:C4", "D4:E4", "F4:H4", "I4:J4"):
        sheet.merge_cells(area)
    prompts = book.create_sheet("Prompts")
    prompts.append(["Prompt", "Value"])
    prompts.append(["Include Inactive", "No"])
    lookup = book.create_sheet("Lookup")
    lookup.append(["AP1", "Assistant Professor"])
    lookup.sheet_state = "hidden"
    book.save(made.folder / "02_workday_like.xlsx")


def by_department(made: Made) -> dict[str, list[list[Cell]]]:
    sheets = {}
    for unit in made.units()[:8]:
        rows: list[list[Cell]] = [
            [f"Department of {unit}", None, None, None],
            ["Faculty", None, "Appointment", None],
            ["Last", "First", "Rank", "Since"],
        ]
        rows += [
            [one["family"], one["given"], one["title"], day(one).year]
            for one in made.people
            if one["department"] == unit
        ]
        sheets[unit.replace("/", "-")] = [*rows, ["*", "on leave", None, None]]
    return sheets


def write_departments(made: Made) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in by_department(made).items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        sheet.merge_cells("A2:B2")
        sheet.merge_cells("C2:D2")
    book.save(made.folder / "11_sheet_per_department.xlsx")


def write_saved_again(made: Made) -> None:
    rows = workday(made)
    text = lines([["" if cell is None else str(cell) for cell in row] for row in rows], ";", end="\n")
    (made.folder / "28_libreoffice_02_workday_like.csv").write_bytes(text.encode("latin-1", "replace"))
    prompts: list[list[Cell]] = [["Prompt", "Value"], ["Include Inactive", "No"]]
    write_ods(made.folder / "28_libreoffice_02_workday_like.ods", {"RPT - Faculty Roster": rows, "Prompts": prompts})
    write_xls(made.folder / "28_libreoffice_02_workday_like.xls", {"RPT - Faculty Roster": rows, "Prompts": prompts})
    flat = content("document", by_department(made), ' office:mimetype="application/vnd.oasis.opendocument.spreadsheet"')
    (made.folder / "28_libreoffice_11_sheet_per_department.fods").write_text(flat, encoding="utf-8")


def content(root: str, sheets: dict[str, list[list[Cell]]], more: str = "") -> str:
    """OpenDocument's XML of these sheets."""
    spaces = " ".join(f'xmlns:{short}="{name}"' for short, name in SPACES.items())
    tables = "".join(
        f'<table:table table:name="{escape(title)}">'
        + "".join(f"<table:table-row>{''.join(map(one_cell, row))}</table:table-row>" for row in rows)
        + "</table:table>"
        for title, rows in sheets.items()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:{root} {spaces} office:version="1.3"{more}><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:{root}>"
    )


def one_cell(value: Cell) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int):
        return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value}"><text:p>{value}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'


def write_ods(path: Path, sheets: dict[str, list[list[Cell]]]) -> None:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", kind)
        packed.writestr("content.xml", content("document-content", sheets))
        packed.writestr("META-INF/manifest.xml", manifest)


def write_xls(path: Path, sheets: dict[str, list[list[Cell]]]) -> None:
    book = xlwt.Workbook()
    as_day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for title, rows in sheets.items():
        sheet = book.add_sheet(title)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(at, column, value, *([as_day] if isinstance(value, date) else []))
    book.save(str(path))
