"""The page for the program office: one file with its own style, fonts and pictures; it asks nothing of a network."""

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from constellation.cli.outputs.certificate import certificate
from constellation.cli.outputs.sections import (
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
from constellation.cli.outputs.sky import sky
from constellation.cli.outputs.words import count, counted, expected, percent
from constellation.cli.results import Note, Results
from constellation.packs import SupplyStudy

HERE = Path(__file__).parent
MOST_NOTES = 200
MOST_ROWS = 200  # of any table of groups
FIRST_ROWS = 10  # shown without asking


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


def render(template: str, **shown: Any) -> str:
    limits = {"most_notes": MOST_NOTES, "most_rows": MOST_ROWS, "first_rows": FIRST_ROWS}
    return environment().get_template(template).render(**shown, **limits)


@cache
def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(count=count, counted=counted, percent=percent, expected=expected)
    made.globals["fonts"] = {
        name: b64encode((HERE / "fonts" / f"{name}.woff2").read_bytes()).decode("ascii")
        for name in ("inter", "source-serif")
    }
    return made
