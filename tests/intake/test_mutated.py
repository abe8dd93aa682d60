"""Damaged files are read or refused in a sentence: never a traceback, and every row is accounted for."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from constellation.intake import Unreadable, read_bytes
from constellation.intake.reading import SEVERITIES
from tests.architecture.tree import ROOT

TODAY = date(2020, 1, 1)
MADE = [
    "01_banner_like_cp1252.csv", "02_workday_like.xlsx", "03_peoplesoft_like_utf16_tab.txt", "04_interfolio_like_multiline_utf8bom.csv",
    "05_form_responses_utf8.csv", "08_excel_damaged_ids_dates.csv", "10_duplicates_with_truth.csv", "13_pipe_ragged_trailer.dat", "14_headerless.tsv",
    "16_chinese_gb18030.csv", "18_eduperson.ldif", "19_scim_list_response.json", "20_people.vcf", "21_people.jsonl", "22_export.zip",
    "23_html_table_named.xls", "24_nc_P000_S0_attributeList_Person.csv", "25_old_pairings_wide.csv", "26_conflicts.csv", "27_teaching_calendar.ics",
    "28_libreoffice_02_workday_like.ods", "28_libreoffice_02_workday_like.xls", "28_libreoffice_11_sheet_per_department.fods",
]  # fmt: skip
SHIPPED = sorted((ROOT / "examples").rglob("*.csv"))
CHANGES = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True), st.sampled_from(["flip", "cut", "double", "nul"]), st.integers(0, 255)
    ),
    min_size=1,
    max_size=6,
)
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]), max_size=20)
FEW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def changed(data, changes):
    data = bytearray(data)
    for place, what, byte in changes:
        at = int(place * len(data))
        if what == "flip" and data:
            data[at] ^= byte or 1
        elif what == "cut":
            del data[at : at + byte]
        elif what == "double":
            data[at:at] = data[at : at + byte]
        else:
            data[at:at] = b"\0"
    return bytes(data)


def read_or_refused(data, name):
    """A whole reading, or one sentence that begins with the name."""
    try:
        found = read_bytes(data, name, today=TODAY)
    except Unreadable as refusal:
        return str(refusal)
    counts = found.counts
    assert counts.rows_in == counts.people + counts.folded + counts.set_aside
    assert all(entry.severity in SEVERITIES and entry.done for entry in found.log)
    for row in found.rows:
        assert row["source"]["row"] >= 0
    return ""


def check(data, name):
    refused = read_or_refused(data, name)
    assert not refused or (refused.startswith(name) and "\n" not in refused)


@pytest.mark.parametrize("name", MADE)
@FEW
@given(changes=CHANGES)
def test_a_damaged_file_is_read_or_refused(shared_data, name, changes):
    check(changed((shared_data / "messy_made" / name).read_bytes(), changes), name)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
@settings(max_examples=4, deadline=None)
@given(changes=CHANGES)
def test_a_damaged_example_is_read_or_refused(path: Path, changes):
    check(changed(path.read_bytes()[:60_000], changes), path.name)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.csv", "a.xlsx", "a.xls", "a.json", "a.ldif", "a.ics"]))
def test_any_bytes_are_read_or_refused(data, name):
    check(data, name)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.one_of(st.sampled_from(["Name", "Email", "ID", "Rank", "Total", "", "Ana Wang", "a@b.edu", "1", "=1", "Prof"]), st.text(max_size=12)), min_size=1, max_size=5),
        min_size=1, max_size=12,
    )
)  # fmt: skip
def test_any_table_is_read_and_every_row_is_found_again(rows):
    text = "\r\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)

    check(text.encode("utf-8", "surrogatepass"), "any.csv")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=8))
def test_rows_below_a_good_header_are_people_or_set_aside(rows):
    lines = [",".join('"' + "".join(cell.split()).replace('"', '""') + '"' for cell in row) for row in rows]
    data = "\n".join(["Name,Department,Title", *lines]).encode("utf-8", "replace")

    found = read_bytes(data, "roster.csv", today=TODAY)

    blank = sum(not any(map(str.strip, row)) for row in rows)
    said = [entry for entry in found.log if "blank row" in entry.done or "set aside" in entry.done]
    assert found.counts.rows_in <= len(rows)
    assert found.counts.rows_in >= len(rows) - blank or said
