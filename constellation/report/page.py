"""The page for the program office: one file with its own style, fonts and pictures; it asks nothing of a network."""

from collections.abc import Sequence

from constellation.packs import SupplyStudy
from constellation.report.certificate import certificate
from constellation.report.pages import render
from constellation.report.results import Note, Results
from constellation.report.sections import (
    FILES,
    INPUTS,
    MOST_NETWORKS,
    PROOF,
    by_stage,
    concentration,
    coverage_bars,
    key_numbers,
    load_bars,
    mend_rows,
    people_entries,
    settings,
)
from constellation.report.sky import sky


def design_page(results: Results) -> str:
    """The page of a design run; under 1.5 MB for 3,500 people."""
    worst, everybody = people_entries(results)
    return render(
        "design.html",
        results=results,
        marks=marks(results),
        certificate=certificate(results.summary, len(results.people)),
        numbers=key_numbers(results),
        sky=sky(results),
        areas=coverage_bars(results.coverage_by_area),
        departments=coverage_bars(results.coverage_by_department),
        load=load_bars(results.load),
        concentration=concentration(results.people),
        mends=mend_rows(results.mends),
        worst=worst,
        everybody=everybody,
        most_networks=MOST_NETWORKS,
        notes=results.notes,
        files=[*FILES, *([PROOF] if results.proof else []), INPUTS],
        settings=settings(results.summary),
    )


def supply_page(study: SupplyStudy, title: str, notes: Sequence[Note]) -> str:
    """The page of a bare roster: what help would be needed and where it would be short."""
    colleges = [row for row in study.shortages_by_college if row.short > 0]
    return render(
        "supply.html",
        study=study,
        title=title,
        marks=[],
        needs=by_stage(study.needs),
        shortages=study.shortages,
        widest=max([1.0, *(max(row.needs, row.seats) for row in study.shortages)]),
        colleges=colleges,
        units=study.without_near_peers,
        seats=sum(row.seats for row in study.seats),
        givers=sum(row.givers for row in study.seats),
        notes=notes,
    )


def marks(results: Results) -> list[tuple[str, str]]:
    """What stands on every page before anything else: a mark and its explanation."""
    found = []
    if results.simulated:
        found.append(
            (
                "Simulated answers: nobody gave these",
                "Needs and offers were drawn from published and assumed rates. "
                "Use the page to see what a run tells, never to pair people.",
            )
        )
    if results.stopped:
        found.append(
            (
                "Stopped early: the best design so far",
                "The run was interrupted. Everything here holds, but a full run may reach more.",
            )
        )
    return found
