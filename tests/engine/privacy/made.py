"""Made people and tables of them: linked, nested, overlapping, changing between releases."""

import numpy as np
from hypothesis import strategies as st

from constellation.engine.privacy import Table

DIMENSIONS = {
    "unit": ("math", "physics", "art", "music", "history", "law"),
    "stage": ("early", "mid", "late"),
    "state": ("open", "met"),
}
COLLEGES = {"science": ("math", "physics"), "humanities": ("art", "music", "history"), "law school": ("law",)}


def counted(people, dimensions, population="faculty", **more):
    """The table of people (dicts of dimension to category) by some dimensions."""
    categories = tuple(DIMENSIONS[dimension] for dimension in dimensions)
    counts = np.zeros(tuple(map(len, categories)), np.int64)
    for person in people:
        counts[tuple(names.index(person[d]) for d, names in zip(dimensions, categories, strict=True))] += 1
    return Table(" by ".join(dimensions), population, tuple(dimensions), categories, counts, **more)


def by_college(people, dimension):
    """The same people by college, which unites units."""
    units = counted(people, ("unit", dimension))
    names = tuple(COLLEGES)
    rows = [[DIMENSIONS["unit"].index(unit) for unit in COLLEGES[name]] for name in names]
    counts = np.array([units.counts[row].sum(axis=0) for row in rows])
    return Table("college", "faculty", ("unit", dimension), (names, DIMENSIONS[dimension]), counts,
                 made_of={"unit": COLLEGES})  # fmt: skip


person = st.fixed_dictionaries({dimension: st.sampled_from(names) for dimension, names in DIMENSIONS.items()})
crowds = st.integers(0, 2**32 - 1).flatmap(lambda seed: st.integers(0, 120).map(lambda n: crowd(seed, n)))
thresholds = st.integers(3, 10)


def crowd(seed, n):
    """People in uneven categories, deterministic in its arguments."""
    chance = np.random.default_rng(seed)
    return [
        dict(zip(DIMENSIONS, each, strict=True))
        for each in zip(*(uneven(chance, names, n) for names in DIMENSIONS.values()), strict=False)
    ]


def uneven(chance, names, n):
    return [names[at] for at in chance.choice(len(names), n, p=chance.dirichlet(np.full(len(names), 0.7)))]
