"""The report that may be shared tells of groups, and of nobody alone."""

import io
import re
from dataclasses import replace

import numpy as np
import openpyxl
import pypdf
import pytest

from constellation.report.shareable import PUBLIC, shareable_page, shareable_pdf, shareable_workbook
from constellation.words import in_language
from tests.report.programs import colorado, report_of, small

FEWEST = 5


@pytest.fixture(scope="module", params=[small, colorado], ids=["small", "colorado"])
def results(request):
    return request.param()


def test_no_number_of_people_is_below_the_threshold(results):
    report = report_of(results)

    counts = [
        int(count)
        for table in report.release.tables
        for place, count in np.ndenumerate(table.table.counts)
        if table.shown[place]
    ]

    assert counts
    assert not [count for count in counts if 0 < count < FEWEST]


def test_what_is_hidden_by_the_gate_is_hidden_on_the_page(results):
    report = report_of(results)

    shown = {
        cell.number for section in report.sections for row in rows_of(section) for cell in row.cells if cell.number
    }
    hidden = [cell for section in report.sections for row in rows_of(section) for cell in row.cells if cell.hidden]

    assert shown
    assert all(cell.number is None and cell.text == "hidden" and cell.share is None for cell in hidden)


def test_nobody_is_named(results):
    report = report_of(results)

    told = shareable_page(report) + text_of(shareable_pdf(report)) + cells_of(shareable_workbook(report))

    assert not [person.name for person in results.people if person.name and person.name in told]
    assert not [person.person_id for person in results.people if re.search(rf"\b{re.escape(person.person_id)}\b", told)]


def test_the_one_who_is_served_worst_is_not_spoken_of(results):
    assert results.summary["worst_share"] is not None

    assert "served worst" not in shareable_page(report_of(results))


def test_a_public_report_hides_more(results):
    inside, public = (shown_numbers(report_of(results, audience)) for audience in ("inside", PUBLIC))

    assert public < inside


def test_a_change_of_few_people_since_the_last_report_is_not_told():
    results = colorado()
    before = report_of(results)

    after = report_of(without_asking(results, 2), log=before.release.log)

    then, now = (asking(report) for report in (before, after))
    assert then == asking_in(results)
    assert now is None or abs(then - now) >= FEWEST


def test_a_change_of_many_is_told():
    results = colorado()
    before = report_of(results)

    fewer = without_asking(results, 40, stage="instructor/lecturer")
    after = report_of(fewer, log=before.release.log)

    assert asking(before) == asking_in(results)
    assert asking(after) == asking_in(fewer) == asking_in(results) - 40


def test_the_gate_knows_numbers_whatever_the_language():
    results = colorado()
    with in_language("es"):
        before = report_of(results)

    after = report_of(results, log=before.release.log)

    assert [table.table.categories for table in after.release.tables] == [
        table.table.categories for table in before.release.tables
    ]


def test_the_workbook_has_the_numbers_of_the_page():
    report = report_of(colorado())

    book = openpyxl.load_workbook(io.BytesIO(shareable_workbook(report)))

    with_grid = [section for section in report.sections if section.grid]
    assert len(book.worksheets) == 1 + len(with_grid)
    for sheet, section in zip(book.worksheets[1:], with_grid, strict=True):
        first = section.grid.rows[0]
        assert sheet.cell(2, 1).value == first.name
        assert [sheet.cell(2, 2 + at).value for at in range(len(first.cells))] == [
            cell.text if cell.number is None else cell.number for cell in first.cells
        ]


def test_a_name_that_looks_like_a_formula_stays_words():
    results = colorado()
    facts = replace(
        results.facts, college=["=1+1" for _ in results.facts.college], department=["=1+1"] * len(results.people)
    )

    book = openpyxl.load_workbook(io.BytesIO(shareable_workbook(report_of(replace(results, facts=facts)))))

    kinds = {
        cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"
    }
    assert kinds == {"s"}


def test_the_pdf_is_tagged_and_says_what_the_page_says():
    report = report_of(colorado())

    pdf = pypdf.PdfReader(io.BytesIO(shareable_pdf(report)))

    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert (root["/Lang"], pdf.metadata.title) == ("en", report.title)
    told = squeezed("".join(page.extract_text() for page in pdf.pages))
    assert not [section.title for section in report.sections if squeezed(section.title) not in told]


def test_simulated_answers_are_marked_everywhere():
    report = report_of(colorado())

    told = shareable_page(report), text_of(shareable_pdf(report)), cells_of(shareable_workbook(report))

    assert all("Simulated answers" in one for one in told)


def test_too_few_people_get_no_certificate():
    results = small()
    few = without_asking(results, len(results.people) - 3)

    report = report_of(few)

    assert report.certificate.figure == ""
    assert "not told here" in report.certificate.lead


def test_a_program_of_nobody_has_a_report():
    results = small()
    nobody = replace(
        results.facts,
        **{name: getattr(results.facts, name)[:0] for name in vars(results.facts) if name not in ("areas", "compared")},
    )

    page = shareable_page(report_of(replace(results, facts=nobody, people=[])))

    assert "0" in page


def test_what_would_mend_it_says_where_and_for_how_many():
    mends = next(section for section in report_of(colorado()).sections if section.key == "mends")

    assert re.match(r"\d+ more seats for .+ in .+ would serve \d+ people\.", mends.sentences[0])
    assert all(int(sentence.split()[0]) >= FEWEST for sentence in mends.sentences)


def without_asking(results, fewer, stage=""):
    """The same program where some people, of one stage perhaps, no longer ask."""
    facts = results.facts
    asking_now = [i for i in np.flatnonzero(facts.seeks > 0).tolist() if not stage or facts.stage[i] == stage][:fewer]
    seeks = facts.seeks.copy()
    seeks[asking_now] = 0
    return replace(results, facts=replace(facts, seeks=seeks))


def asking(report):
    return next(table for table in report.release.tables if table.table.name == "stage asks").count(None)


def asking_in(results):
    return int((results.facts.seeks > 0).sum())


def shown_numbers(report):
    return sum(int(table.shown.sum()) for table in report.release.tables)


def rows_of(section):
    return [] if section.grid is None else [*section.grid.rows, *([section.grid.total] if section.grid.total else [])]


def text_of(pdf):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def cells_of(workbook):
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)


def squeezed(text):
    return "".join(text.split())


def test_who_does_not_ask_cannot_be_counted_by_subtraction():
    """Forty-two joined and thirty-nine of them ask: three do not."""
    report = report_of(small())

    joined, ask = (
        next(table for table in report.release.tables if table.table.name == f"stage {what}")
        for what in ("joined", "asks")
    )

    assert joined.count(None) == 42
    assert ask.count(None) is None


def test_what_everybody_has_is_not_told():
    results = colorado()
    facts = replace(results.facts, after=np.ones_like(results.facts.after))

    report = report_of(replace(results, facts=facts))

    coverage = next(section for section in report.sections if section.key == "coverage")
    assert all(row.cells[-1].hidden for row in coverage.grid.rows)


@pytest.mark.parametrize("before", [False, True])
def test_a_program_of_which_nobody_was_served_before_has_a_report(before):
    results = small()
    nobody = np.full_like(results.facts.before, before)

    report = report_of(replace(results, facts=replace(results.facts, before=nobody, after=~nobody)))

    assert shareable_page(report)


def test_an_area_that_nobody_needs_is_shown_as_a_hidden_one_is():
    results = colorado()
    facts = replace(results.facts, areas=(*results.facts.areas, "Parking"))

    coverage = next(s for s in report_of(replace(results, facts=facts)).sections if s.key == "coverage")

    parking = next(row for row in coverage.grid.rows if row.name == "Parking")
    assert all(cell.hidden for cell in parking.cells)


def test_a_note_counts_the_numbers_that_are_shown():
    for section in report_of(colorado()).sections:
        cells = [cell for row in rows_of(section) for cell in row.cells if cell.hidden or cell.number is not None]
        hidden = sum(cell.hidden for cell in cells)
        if section.grid:
            assert section.grid.note.startswith(f"{hidden} of {len(cells)} " if hidden else "")
            assert bool(section.grid.note) == bool(hidden)
