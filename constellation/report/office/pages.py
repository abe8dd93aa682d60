"""The office's pages, one after the other."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from constellation.report.certificate import certificate
from constellation.report.office.entries import Entry, entries
from constellation.report.office.paging import Names, Page, names_pages, network_pages
from constellation.report.pages import render
from constellation.report.results import Results
from constellation.report.sections import (
    FILES,
    INPUTS,
    PROOF,
    concentration,
    coverage_bars,
    key_numbers,
    load_bars,
    mend_rows,
    settings,
)
from constellation.report.sky import sky
from constellation.words import in_language, language

Marks = Sequence[tuple[str, str]]

INDEX = "index.html"
BESIDE = "../../"  # the tables, seen from the office's folder
PEOPLE = "../people/"
WORST_SERVED = 25


def office_pages(results: Results, *, marks: Marks, file_of: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """File name and page, the index first; each under 1.5 MB however many people there are.

    `marks`: what stands on every page before anything else, a mark and its explanation.  `file_of`: the file of each
    person's own page.  The language is the one in force now, whenever the pages are taken.
    """
    networks = network_pages(entries(results, file_of))
    return made(results, marks, networks, names_pages(networks), language())


def made(
    results: Results, marks: Marks, networks: Sequence[Page], names: Sequence[Names], spoken: str
) -> Iterator[tuple[str, str]]:
    with in_language(spoken):
        page = index_page(results, marks, networks, names)
    yield INDEX, page
    shown: dict[str, Any] = {"title": results.title, "marks": marks, "people": PEOPLE}
    for one in names:
        with in_language(spoken):
            page = render("office_names.html", **shown, page=one, pages=names)
        yield one.file, page
    for some in networks:
        with in_language(spoken):
            page = render("office_networks.html", **shown, page=some, pages=networks, names=names)
        yield some.file, page


def index_page(results: Results, marks: Marks, networks: Sequence[Page], names: Sequence[Names]) -> str:
    return render(
        "office.html",
        results=results,
        marks=marks,
        certificate=certificate(results.summary, len(results.people)),
        numbers=key_numbers(results),
        sky=sky(results),
        areas=coverage_bars(results.coverage_by_area),
        departments=coverage_bars(results.coverage_by_department),
        load=load_bars(results.load),
        concentration=concentration(results.people),
        mends=mend_rows(results.mends),
        worst=worst_served(networks),
        networks=networks,
        names=names,
        notes=results.notes,
        beside=BESIDE,
        people=PEOPLE,
        files=[*FILES, *([PROOF] if results.proof else []), INPUTS],
        settings=settings(results.summary),
    )


def worst_served(networks: Sequence[Page]) -> list[tuple[Entry, str]]:
    """Who comes least near the best network they could have, the worst first, with the page of their network."""
    asking = [
        (one.row.share_of_best, one.row.person_id, one, page.file)
        for page in networks
        for _, some in page.units
        for one in some
        if one.row.seeks and one.row.share_of_best is not None
    ]
    return [(one, file) for _, _, one, file in sorted(asking, key=lambda row: row[:2])[:WORST_SERVED]]
