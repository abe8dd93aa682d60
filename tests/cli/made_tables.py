"""The made population of the benchmarks as the files a program office would have."""

import numpy as np

from benchmarks.population import population
from constellation.packs import load
from tests.cli.design_runs import table, write

RANKS = ("student", "instructor", "assistant", "associate", "professor", "librarian")


def write_population(folder, n, seed, tight=1.0):
    """N people, needs, offers and conflicts in a folder; areas are those of the shipped pack, in turn."""
    people, areas = population(n, seed, tight), [area.key for area in load("umass").areas]
    area_of = [areas[area % len(areas)] for area in range(people.offer.shape[1])]
    interests = [";".join(f"theme {x}" for x in np.argsort(-mine)[:3].tolist()) for mine in liked(people)]
    units = zip(people.department.tolist(), people.college.tolist(), people.campus.tolist(), strict=True)
    rows = [(f"p{i}", f"Department {d}", f"College {c}", f"Campus {m}", RANKS[level], seeks, gives, likes)
            for i, ((d, c, m), level, seeks, gives, likes) in enumerate(
                zip(units, people.level + 1, people.seeks, people.gives, interests, strict=True))]  # fmt: skip
    needs = zip(people.needs.owner().tolist(), people.needs.ids.tolist(), people.needs.weight.tolist(), strict=True)
    giver, area = np.nonzero(people.offer)
    levels = people.offer[giver, area].round(3).tolist()
    offers = zip(giver.tolist(), area.tolist(), levels, strict=True)
    return write(
        folder,
        people=table(rows, "person_id", "department", "college", "campus", "rank", "seeks", "gives", "interests"),
        needs=table([(f"p{i}", area_of[a], w) for i, a, w in needs], "person_id", "area", "weight"),
        offers=table([(f"p{i}", area_of[a], level) for i, a, level in offers], "person_id", "area", "level"),
        conflicts=table([(f"p{i}", f"p{j}", "one reports to the other") for i, j in people.barred.tolist() if i != j],
                        "person_id", "partner_id", "reason"),
    )  # fmt: skip


def liked(people):
    rows = people.interests
    return rows.weight.reshape(people.people, -1)
