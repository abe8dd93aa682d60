"""The page of a bare roster: one file with its own style, fonts and pictures; it asks nothing of a network."""

from collections.abc import Sequence

from constellation.packs import SupplyStudy
from constellation.report.pages import render
from constellation.report.results import Note
from constellation.report.sections import by_stage


def supply_page(study: SupplyStudy, title: str, notes: Sequence[Note]) -> str:
    """What help would be needed and where it would be short."""
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
