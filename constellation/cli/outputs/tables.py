"""The tables of an output folder, which reconcile; a summary, a graph, and the page of a supply study."""

import csv
import json
import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from constellation.cli.files.cells import safe_cell
from constellation.cli.outputs.graphml import write_graphml
from constellation.packs import SupplyStudy
from constellation.report.page import supply_page
from constellation.report.results import SIMULATED, Note, Results

STOPPED = "stopped early: the best design so far"
YES_NO = {True: "yes", False: "no", None: ""}

Row = Sequence[str | int | float | None]


def write_all(results: Results, folder: Path) -> None:
    """Write the results into an existing folder, one that `publish` gives."""
    write = TableWriter(folder, SIMULATED if results.simulated else "")
    write.table(
        "networks.csv",
        ["person_id", "partner_id", "role", "areas", "contribution", "inside_department", "reason"],
        (
            (t.person_id, t.partner_id, t.role, ";".join(t.areas), float(t.contribution), YES_NO[t.inside_department],
             t.reason)
            for t in results.ties
        ),
    )  # fmt: skip
    write.table(
        "unmet.csv",
        ["person_id", "area", "reason", "mend"],
        ((u.person_id, u.area, u.reason, u.mend) for u in results.unmet),
    )
    write.table(
        "people.csv",
        ["person_id", "seeks", "partners", "coverage", "value", "share_of_best", "gives", "load"],
        (
            (p.person_id, p.seeks, p.partners, p.coverage, float(p.value), p.share_of_best, p.gives, p.load)
            for p in results.people
        ),
    )
    write.table("prices.csv", ["person_id", "price"], ((who, float(price)) for who, price in results.prices))
    write.summary({**results.summary, "stopped": results.stopped, **marks(results)})
    write_graphml(results, "; ".join(marks(results).values()), folder / "networks.graphml")


def write_study(study: SupplyStudy, title: str, notes: Sequence[Note], folder: Path) -> None:
    """Write the supply study of a bare roster into an existing folder, one that `publish` gives."""
    write = TableWriter(folder, "")
    for name, rows in (
        ("expected_needs.csv", study.needs),
        ("expected_seats.csv", study.seats),
        ("shortages.csv", [*study.shortages_by_college]),
        ("near_peers.csv", study.without_near_peers),
    ):
        write.table(name, list(rows[0]._fields) if rows else ["none"], rows)
    totals = {shortage.area: shortage.short for shortage in study.shortages}
    write.summary(
        {
            "kind": "supply study",
            "title": title,
            "people": study.people,
            "expected_to_join": study.expected_to_join,
            "short_by_area": totals,
            "note": study.note,
        }
    )
    write.text("index.html", supply_page(study, title, notes))


def marks(results: Results) -> dict[str, str]:
    """What a reader of any file must know first."""
    watermark = {"watermark": SIMULATED} if results.simulated else {}
    return watermark | ({"marked": STOPPED} if results.stopped else {})


class TableWriter:
    """Writes the files of one folder; where there is a note, every table ends with it."""

    def __init__(self, folder: Path, note: str) -> None:
        self.folder = folder
        self.note = note

    def table(self, name: str, header: list[str], rows: Iterable[Row]) -> None:
        """One CSV file: UTF-8, floats in full, text that a spreadsheet would run as a formula made harmless."""
        more = (["note"], [self.note]) if self.note else ([], [])
        with (self.folder / name).open("w", encoding="utf-8", errors="replace", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(header + more[0])
            writer.writerows([cell(value) for value in row] + more[1] for row in rows)

    def summary(self, summary: dict[str, Any]) -> None:
        self.text("summary.json", json.dumps(plain(summary), indent=2, ensure_ascii=False, allow_nan=False) + "\n")

    def text(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8", errors="replace", newline="\n")


def cell(value: str | int | float | None) -> str:
    """A CSV cell: text that begins like a formula gets an apostrophe, a float is written in full.

    >>> cell("=1+1"), cell(-1.5), cell(None), cell("Ada")
    ("'=1+1", '-1.5', '', 'Ada')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return safe_cell(value)
    return repr(float(value)) if isinstance(value, float) else str(value)


def plain(value: Any) -> Any:
    """The value in the words of JSON: numbers of numpy become plain, what is not a number becomes null.

    >>> plain({"share": float("nan"), "areas": ("a", "b")})
    {'share': None, 'areas': ['a', 'b']}
    """
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if hasattr(value, "item") or hasattr(value, "tolist"):
        return plain(value.tolist())
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value if value is None or isinstance(value, str | int | bool) else str(value)
