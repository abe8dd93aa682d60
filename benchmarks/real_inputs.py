"""Published data as the folders that `constellation design` reads; used by tests and benchmarks.

`data` is the folder of shared material: rosters, bids of reviewers, networks.
"""

import csv
import math
from collections import Counter
from pathlib import Path

import numpy as np

from benchmarks.population import population
from constellation.engine import evaluate

Table = tuple[tuple[str, ...], list[tuple[object, ...]]]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(folder: Path, **tables: Table) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, (columns, content) in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([columns, *content])
    return folder


def iowa(data: Path, folder: Path) -> Path:
    """The Iowa State roster at its newest year; a second appointment is a second row."""
    known = rows(data / "rosters" / "isu_professors_2007_2018_half_a.csv")
    last = max(int(row["fiscal_year"]) for row in known)
    columns = ("person_id", "rank", "department", "college")
    here = [tuple(row[column] for column in columns) for row in known if int(row["fiscal_year"]) == last]
    return write(folder, people=(columns, here))


def bids(data: Path, number: int, folder: Path) -> tuple[Path, set[tuple[str, str]]]:
    """Conference `number`: papers seek three reviewers by published bids.  The folder, and the declared conflicts."""
    found = rows(data / "matching" / f"preflib_conference{number}_bids.csv")
    papers, reviewers = sorted({row["paper"] for row in found}), sorted({row["reviewer"] for row in found})
    gives = math.ceil(3 * len(papers) / len(reviewers))
    ends = [(f"paper {row['paper']}", f"reviewer {row['reviewer']}", row) for row in found]
    apart = {(a, b) for a, b, row in ends if row["conflict"] == "1"}
    people = [(f"paper {one}", 3, 0) for one in papers] + [(f"reviewer {one}", 0, gives) for one in reviewers]
    made = write(
        folder,
        people=(("person_id", "seeks", "gives"), people),
        pairs=(("person_id", "partner_id", "area", "help"),
               [(a, b, "reviewing", int(row["bid"]) / 4) for a, b, row in ends]),
        conflicts=(("person_id", "partner_id", "reason"), [(a, b, "declared") for a, b in sorted(apart)]),
    )  # fmt: skip
    return made, apart


def managers(data: Path, folder: Path, keep: str = "no") -> tuple[Path, dict[str, list[tuple[str, str]]]]:
    """Krackhardt's 21 managers: advice is who they turn to now, nobody is paired with whom they report to.

    The folder, and the ties by relation.
    """
    nodes, ties = rows(data / "networks" / "krackhardt_hightech_nodes.csv"), {"advice": [], "reports": []}  # type: ignore[var-annotated]
    for row in rows(data / "networks" / "krackhardt_hightech_ties.csv"):
        ties.setdefault(row["relation"], []).append((f"m{row['from']}", f"m{row['to']}"))
    asked = Counter(adviser for _, adviser in ties["advice"])
    who = [(f"m{node['id']}", f"Department {node['dept']}") for node in nodes]
    made = write(
        folder,
        people=(("person_id", "department", "seeks", "gives"),
                [(one, unit, 2, min(3, asked[one] // 4)) for one, unit in who]),
        needs=(("person_id", "area", "weight"), [(one, area, 1) for one, _ in who for area in ("skills", "networks")]),
        offers=(("person_id", "area", "level"),
                [(one, "skills" if x % 2 else "networks", min(0.9, asked[one] / 20)) for x, (one, _) in enumerate(who)
                 if asked[one]]),
        current=(("person_id", "partner_id", "areas", "keep"), [(a, b, "skills", keep) for a, b in ties["advice"]]),
        conflicts=(("person_id", "partner_id", "reason"), [(a, b, "reports to") for a, b in ties["reports"]]),
    )  # fmt: skip
    return made, ties


def campus_as_pairs(n: int, folder: Path) -> Path:
    """The made population of n people as ready pairs, every area that helps a row (2.6 million rows at 1,300)."""
    people = population(n)
    giver, owner = np.flatnonzero(people.gives > 0), people.needs.owner()
    ready: list[tuple[object, ...]] = []
    for i in np.flatnonzero(people.seeks > 0).tolist():
        partner = giver[giver != i]
        brings, told = evaluate.help_of(people, np.full(len(partner), i), partner), set()
        for tie, need, level in zip(brings.tie.tolist(), brings.need.tolist(), brings.help.tolist(), strict=True):
            if level > 0:
                extra = "" if tie in told else f"{brings.extra[tie]:.6f}"
                told.add(tie)
                ready.append((f"i{i}", f"i{partner[tie]}", f"a{people.needs.ids[need]}", f"{level:.6f}", extra))
    needs = zip(owner.tolist(), people.needs.ids.tolist(), people.needs.weight.tolist(), strict=True)
    seats = zip(people.seeks.tolist(), people.gives.tolist(), strict=True)
    return write(
        folder,
        people=(("person_id", "seeks", "gives"), [(f"i{i}", *both) for i, both in enumerate(seats)]),
        needs=(("person_id", "area", "weight"), [(f"i{i}", f"a{area}", weight) for i, area, weight in needs]),
        pairs=(("person_id", "partner_id", "area", "help", "extra"), ready),
    )  # fmt: skip
