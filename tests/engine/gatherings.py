"""Made gatherings, full of the awkward: unknown departments, cohorts, pairs apart, people with nothing to share."""

from itertools import combinations

import numpy as np
from hypothesis import strategies as st

from constellation.engine import Rows
from constellation.engine.groups import Gathering
from tests.engine.tiny import distinct_pairs


def made_gathering(seed, n=12, low=2, high=4, choice=None, cohorts=2, apart=4, traits=8):
    """N people; `choice`: everybody's, drawn where None.  Deterministic in its arguments."""
    g = np.random.default_rng(seed)
    person, trait = np.nonzero(g.random((n, traits)) < 0.4)
    weight = g.random(len(person)) + 0.1
    length = np.sqrt(np.bincount(person, weight**2, minlength=n))
    return Gathering(
        traits=Rows.of(n, person, trait, weight / length[person]),
        department=g.integers(-1, 4, n),
        choice=g.integers(0, 3, n) if choice is None else np.full(n, choice),
        cohort=g.integers(-1, cohorts, n) if cohorts > 1 else np.zeros(n, np.int64),
        barred=distinct_pairs(g, n, apart),
        low=low,
        high=high,
    )


SEEDS = st.integers(0, 2**32 - 1)
SIZES = st.sampled_from([(2, 2), (2, 3), (3, 4), (4, 6), (3, 7)])
gatherings = st.builds(
    lambda seed, n, sizes, choice, cohorts, apart: made_gathering(seed, n, *sizes, choice, cohorts, apart),
    SEEDS, st.integers(0, 30), SIZES, st.sampled_from([None, 0, 1, 2]), st.integers(1, 3), st.integers(0, 12),
)  # fmt: skip


def partitions(people, low, high):
    """Every division of some of these people into groups of `low` to `high`."""
    if not people:
        yield []
        return
    first, rest = people[0], people[1:]
    yield from partitions(rest, low, high)
    for mates in subsets(rest, low - 1, high - 1):
        others = [i for i in rest if i not in mates]
        for more in partitions(others, low, high):
            yield [(first, *mates), *more]


def subsets(people, low, high):
    return (set(mates) for size in range(low, high + 1) for mates in combinations(people, size))
