"""Files of every format give the rows and headers that stand in them."""

from pathlib import Path

import pytest

from constellation.intake.formats import open_tables
from constellation.intake.tables import Day, Number, RawTable

BANNER = [
    "SPRIDEN_PIDM",
    "SPRIDEN_ID",
    "SPRIDEN_LAST_NAME",
    "SPRIDEN_FIRST_NAME",
    "SPRIDEN_MI",
    "NBRJOBS_POSN",
    "PTRRANK_CODE",
    "PERRANK_BEGIN_DATE",
    "PERAPPT_TENURE_CODE",
    "PEBEMPL_ORGN_CODE_HOME",
    "FTVORGN_TITLE",
    "NBRJOBS_FTE",
    "GOREMAL_EMAIL_ADDRESS",
]
PEOPLESOFT = [
    "EMPLID",
    "EMPL_RCD",
    "EFFDT",
    "EFFSEQ",
    "NAME",
    "DEPTID",
    "DEPT_DESCR",
    "JOBCODE",
    "JOBCODE_DESCR",
    "EMPL_STATUS",
    "ACTION",
    "RPTS_TO",
]
GERMAN = [
    "Personalnr.",
    "Name",
    "Vorname",
    "Titel",
    "Fakultät",
    "Institut",
    "Dienstbezeichnung",
    "Eintritt",
    "Stellenanteil",
    "Geschlecht",
    "E-Mail",
]
WORKDAY = [
    "Worker", "Employee ID", "Legal Name - Last", "Academic Unit Hierarchy", "Academic Unit", "Academic Rank",
    "Track Type", "Appointment Start Date", "Email - Primary Work", "ORCID iD",
]  # fmt: skip
# file, position of its header among the rows, the header, and how many rows come after it
TEXTS = [
    ("01_banner_like_cp1252.csv", 0, BANNER, 67),
    ("03_peoplesoft_like_utf16_tab.txt", 0, PEOPLESOFT, 124),
    ("04_interfolio_like_multiline_utf8bom.csv", 0, ["Faculty Member", "Email", "Unit(s)", "Position(s)", "Case Status", "Tenure Clock"], 60),
    ("06_german_semicolon_latin1.csv", 0, GERMAN, 60),
    ("07_sep_line_trailing_blank_columns.csv", 1, ["Name", "Dept", "Rank", "Yrs", "", "", ""], 62),
    ("08_excel_damaged_ids_dates.csv", 0, ["ID", "Name", "Start", "Phone", "Dept #"], 60),
    ("09_mojibake_nbsp.csv", 0, ["Full\xa0Name ", "  Email", "Department\u200b", "“Rank”", "Notes"], 60),
    ("10_duplicates_with_truth.csv", 0, ["record", "name", "email", "dept", "title", "orcid", "truth_key"], 103),
    ("12_mac_cr_macroman.csv", 0, ["Name", "Rank"], 60),
    ("13_pipe_ragged_trailer.dat", 0, ["EMP", "NAME", "ORG", "RANK", "DATE"], 61),
    ("14_headerless.tsv", 0, ["machterb0@univ.example", "Achterberg", "Mary Ann", "Pl Path & Micro", "AP3", "20/08/2012"], 59),
    ("15_null_zoo_mixed_dates.csv", 0, ["id", "name", "rank", "gender", "hire_date", "tenure_date", "orcid", "terminated"], 60),
    ("16_chinese_gb18030.csv", 0, ["工号", "姓名", "英文名", "学院", "职称", "入职日期"], 40),
    ("17_turkish_cp1254_semicolon.csv", 0, ["Sicil No", "Adı Soyadı", "Birim", "Unvan", "Başlama Tarihi"], 40),
    ("23_html_table_named.xls", 0, ["Name", "Dept", "Rank"], 30),
    ("26_conflicts.csv", 0, ["Person A", "Person B", "Reason", "Until"], 21),
    ("28_libreoffice_02_workday_like.csv", 4, WORKDAY, 66),
]  # fmt: skip


def tables_of(path: Path) -> list[RawTable]:
    return list(open_tables(path.read_bytes(), path.name))


@pytest.mark.parametrize(("file", "position", "header", "count"), TEXTS)
def test_a_text_file_has_its_header_and_all_its_rows(shared_data, file, position, header, count):
    path = shared_data / "messy_made" / file

    (table,) = tables_of(path)
    rows = [cells for _, cells in table.rows]

    assert rows[position] == header
    assert len(rows) - position - 1 == count


def test_cells_over_several_lines_stay_one_cell_and_rows_keep_their_lines(shared_data):
    path = shared_data / "messy_made" / "05_form_responses_utf8.csv"

    (table,) = tables_of(path)
    (first, header), *rows = table.rows

    assert (first, rows[0][0]) == (1, 3)
    assert header[5] == "What would you like help with?\n(Select up to 3)"
    assert header[-1] == "Anything else? 😊"
    assert len(rows) == 53


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_a_workbook_has_its_sheets_its_merged_cells_and_the_hidden_one_marked(shared_data, ending):
    stem = "02_workday_like" if ending == "xlsx" else "28_libreoffice_02_workday_like"
    path = shared_data / "messy_made" / f"{stem}.{ending}"

    tables = tables_of(path)
    rows = list(tables[0].rows)

    assert [(table.sheet, table.hidden) for table in tables] == [
        ("RPT - Faculty Roster", False),
        ("Prompts", False),
        ("Lookup", True),
    ]
    assert set(tables[0].merged) == {(0, 0, 0, 9), (3, 0, 3, 2), (3, 3, 3, 4), (3, 5, 3, 7), (3, 8, 3, 9)}
    assert rows[4] == (5, WORKDAY)
    assert len(rows) == 71
    assert type(rows[5][1][1]) is Number
    assert rows[5][1][1] == "85938498"


@pytest.mark.parametrize("file", ["11_sheet_per_department.xlsx", "28_libreoffice_11_sheet_per_department.fods"])
def test_a_sheet_per_department_is_a_table_per_department(shared_data, file):
    path = shared_data / "messy_made" / file

    tables = tables_of(path)
    agronomy = next(table for table in tables if table.sheet == "Agronomy")

    assert len(tables) == 8
    assert agronomy.merged == ((1, 0, 1, 1), (1, 2, 1, 3))
    assert [cells for _, cells in agronomy.rows] == [
        ["Department of Agronomy", "", "", ""],
        ["Faculty", "", "Appointment", ""],
        ["Last", "First", "Rank", "Since"],
        ["Muñoz", "Chidinma", "Professor", "1977"],
        ["Þórsdóttir", "Siobhán", "Associate Professor", "2018"],
        ["*", "on leave", "", ""],
    ]


def test_a_directory_has_a_row_for_each_entry(shared_data):
    path = shared_data / "messy_made" / "18_eduperson.ldif"

    (table,) = tables_of(path)
    header, *rows = table.rows
    fourth = dict(zip(header[1], rows[3][1], strict=True))

    assert table.named
    assert header[1][:5] == ["dn", "objectClass", "uid", "cn", "sn"]
    assert (len(rows), rows[0][0]) == (50, 3)
    assert fourth["cn"] == "Øyvind Papadopoulos"
    assert fourth["eduPersonAffiliation"] == "faculty\nemployee\nmember"


def test_a_page_of_users_says_how_many_are_missing(shared_data):
    path = shared_data / "messy_made" / "19_scim_list_response.json"

    (table,) = tables_of(path)
    header, *rows = table.rows

    assert {"name.givenName", "emails", "enterprise.department"} <= set(header[1])
    assert (len(rows), rows[0][0], rows[0][1][0]) == (25, 9, "K0000")
    assert [(found, severity) for _, found, _, _, severity in table.remarks] == [
        ("page 1 of 3: 35 more people are in other pages", "warning")
    ]


def test_messages_about_changes_are_no_people(shared_data):
    path = shared_data / "messy_made" / "19b_scim_patch_dialects.json"

    (table,) = tables_of(path)

    assert list(table.rows) == []
    assert [found for _, found, *_ in table.remarks] == [
        "a change message: replace active by False",
        "a change message: replace active false, title Associate Professor",
        'a change message: add emails[type eq "work"].value new@univ.example; '
        "remove urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager",
    ]


def test_cards_have_their_name_parts_and_their_unit(shared_data):
    path = shared_data / "messy_made" / "20_people.vcf"

    (table,) = tables_of(path)
    header, *rows = table.rows

    assert header[1] == ["n.family", "n.given", "n.additional", "fn", "org.name", "org.unit", "title", "email"]
    assert (len(rows), rows[1][0]) == (20, 9)
    assert rows[3][1][:6] == [
        "Papadopoulos",
        "Øyvind",
        "J",
        "Øyvind Papadopoulos",
        "Example University",
        "Horticulture",
    ]


def test_json_lines_have_dotted_columns(shared_data):
    path = shared_data / "messy_made" / "21_people.jsonl"

    (table,) = tables_of(path)
    header, *rows = table.rows

    assert header[1] == ["name.first", "name.last", "appts.unit", "appts.rank", "appts.from", "orcid"]
    assert len(rows) == 60
    assert rows[3] == (
        4,
        ["Øyvind", "Papadopoulos", "Horticulture", "Professor and Chair", "2012-08-20", "0000-0002-0612-3103"],
    )


def test_an_archive_gives_its_table_and_says_what_it_passed_over(shared_data):
    path = shared_data / "messy_made" / "22_export.zip"

    banner, rest = tables_of(path)
    rows = [cells for _, cells in banner.rows]

    assert banner.file == "22_export.zip/exports/2018/banner.csv"
    assert (rows[0], len(rows)) == (BANNER, 68)
    assert [found for _, found, *_ in rest.remarks] == ["__MACOSX/._banner.csv", "exports/README.txt"]


@pytest.mark.parametrize("file", ["dates-1900-LibreOffice.xlsx", "dates-1904.xls"])
def test_days_of_both_calendars_of_workbooks_are_days(shared_data, file):
    path = shared_data / "xlsx_real" / file

    (table,) = tables_of(path)
    ((number, cells),) = table.rows

    assert (number, cells) == (1, ["2000-01-01"] * 5)
    assert {type(cell) for cell in cells} == {Day}


@pytest.mark.parametrize("ending", ["xls", "xlsx"])
def test_rows_of_a_real_workbook_are_numbered_as_the_editor_shows_them(shared_data, ending):
    path = shared_data / "xlsx_real" / f"deaths.{ending}"

    arts, other = tables_of(path)
    rows = dict(arts.rows)

    assert rows[5] == ["Name", "Profession", "Age", "Has kids", "Date of birth", "Date of death"]
    assert rows[6] == ["David Bowie", "musician", "69", "true", "1947-01-08", "2016-01-10"]
    assert [type(cell) for cell in rows[6]] == [str, str, Number, str, Day, Day]
    assert (len(rows), other.merged) == (19, ((3, 1, 3, 4), (18, 4, 18, 5)))


@pytest.mark.parametrize(
    ("file", "first", "last"),
    [
        ("empty-named-column.xlsx", ["x", "y", "z", "w"], (4, ["3", "", "NA", ""])),
        ("iris-google-doc.xlsx", ["Sepal.Length", "Sepal.Width", "Petal.Length", "Petal.Width", "Species"], (151, ["5.9", "3", "5.1", "1.8", "virginica"])),
        ("names-need-repair-xlsx.xlsx", ["a b", "a b", "", "c%&$"], (3, ["2", "b", "two", "2.2"])),
        ("no-styles-or-sharedStrings-parts.xlsx", ["Language", "Age", "Churn probability"], (12, ["german", "75", "0.812794864"])),
        ("nonstandard-xml-ns-prefix.xlsx", ["a", "b"], (3, ["2", "4"])),
        ("skipping.xlsx", ["", ""], (7, ["v4,1", "v4,2"])),
        ("texty-dates-xlsx.xlsx", ["a"], (3, ["1985-03-11 13:23:32"])),
        ("inlineStr.xlsx", ["NN", "Hierarchy", "", "Outline Number", "ID", "Name", "Type", "Description"], (2, ["1", "+", "", "1.", "RQ11610", "requirement", "Textual Requirement", "test"])),
    ],
)  # fmt: skip
def test_awkward_real_workbooks_are_read_from_the_first_row_to_the_last(shared_data, file, first, last):
    path = shared_data / "xlsx_real" / file

    rows = list(tables_of(path)[0].rows)

    assert rows[0] == (1, first)
    assert rows[-1] == last
