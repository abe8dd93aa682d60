"""The one entry: a gathering divided into groups, with its certificate."""

from concurrent.futures import Executor

import numpy as np

from constellation.engine.groups import search
from constellation.engine.groups.bound import bound
from constellation.engine.groups.gathering import Gathering
from constellation.engine.groups.grouping import LEFT_OUT, NOT_JOINING, Grouping, closeness
from constellation.engine.groups.growing import grow
from constellation.engine.groups.mending import mend
from constellation.engine.groups.nearest import Nearest, nearest
from constellation.engine.groups.plan import Plan, plan
from constellation.engine.problem import Floats, Ints

PASSES = 20
PROPOSALS = 2_400_000  # in all passes: two seconds
FEWEST, MOST = 4, 60  # proposals of each person in each pass
HEAT = 0.03  # of the first pass: a change that costs as much is taken one time in three


def divide(gathering: Gathering, *, seed: int = 0, executor: Executor | None = None) -> Grouping:
    """Groups in which people have the most in common, under the rules of the gathering, as many people placed as can be.

    The same gathering and seed give the same groups.  Nobody, or fewer than `low` people: no groups, everybody left out.
    Source: docs/measures.md#groups.

    >>> from constellation.engine.groups.examples import two_topics
    >>> made = divide(two_topics())
    >>> made.group.tolist(), made.value, round(made.share, 3)
    ([0, 0, 1, 1], 4.0, 1.0)
    """
    chance = np.random.default_rng(seed)
    planned = plan(gathering, chance)
    if not planned.groups:
        return Grouping(marked(gathering, planned.group), 0, 0.0, 0.0, planned.least_left, np.zeros(0))
    near = nearest(gathering, executor)
    group, groups = numbered(best_settled(gathering, near, planned, chance))
    close = closeness(gathering, group, groups)
    value = float(close @ np.bincount(group[group >= 0], minlength=groups))
    least = bound(near, groups, gathering.low, gathering.high, value)
    return Grouping(marked(gathering, group), groups, value, max(value, least), planned.least_left, close)


def best_settled(gathering: Gathering, near: Nearest, planned: Plan, chance: np.random.Generator) -> Ints:
    """From groups of people who suit each other; where rules then leave out more than planned, also from the plan."""
    reach = reached(near, gathering.low)
    order = np.argsort(-reach, kind="stable")
    grown = grow(gathering.kernel_people, near.who, planned.group, planned.pool, planned.groups, order)
    made = settled(gathering, near, grown, planned.groups, reach, chance)
    if np.count_nonzero(made >= 0) >= np.count_nonzero(planned.group >= 0):
        return made
    other = settled(gathering, near, planned.group, planned.groups, reach, chance)
    return max(made, other, key=lambda one: np.count_nonzero(one >= 0))


def settled(
    gathering: Gathering, near: Nearest, group: Ints, groups: int, reach: Floats, chance: np.random.Generator
) -> Ints:
    """The groups after passes that cool down, with whatever breaks a rule mended."""
    people, low = gathering.kernel_people, gathering.low
    seats = search.seated(people, group, groups, gathering.high)
    tries = int(np.clip(PROPOSALS / PASSES / max(1, gathering.people), FEWEST, MOST))
    for step in range(PASSES):
        heat = HEAT * (1 - step / PASSES) ** 2 if step < PASSES - 1 else 0.0
        order = chance.permutation(gathering.people)
        search.anneal(people, seats, near.who, reach, low, order, heat, tries, int(chance.integers(2**31)))
    mend(gathering, seats)
    return seats.group


def reached(near: Nearest, low: int) -> Floats:
    """The most that fellows can please each person on average, in the smallest of groups."""
    top = np.maximum(near.alike[:, : low - 1].astype(np.float64), 0.0)
    return top.sum(axis=1) / (low - 1) + 1e-6


def marked(gathering: Gathering, group: Ints) -> Ints:
    return np.where(gathering.cohort < 0, NOT_JOINING, np.maximum(group, LEFT_OUT))


def numbered(group: Ints) -> tuple[Ints, int]:
    """Groups numbered in the order of their first members; those that were given up are no longer counted."""
    there = group >= 0
    kept, first = np.unique(group[there], return_index=True)
    number = np.full(int(group.max(initial=-1)) + 2, -1, np.int64)
    number[kept[np.argsort(first)]] = np.arange(len(kept))
    return number[group], len(kept)
