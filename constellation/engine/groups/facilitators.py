"""Facilitators: people who offer to accompany groups, shared out so that as many groups as can be have one."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_array

from constellation.engine.groups.gathering import Gathering
from constellation.engine.groups.grouping import Grouping
from constellation.engine.problem import BadProblem, Floats, Ints
from constellation.words import say

HAVING_ONE = 10.0  # before likeness, which is 1 at most, counts


@dataclass(frozen=True)
class Facilitation:
    """`group`, `person`: who accompanies what, by group; shape (k,) each."""

    group: Ints
    person: Ints


def facilitate(gathering: Gathering, made: Grouping, capacity: Ints, most: int) -> Facilitation:
    """Up to `most` facilitators for each group, among those with `capacity` (groups each would accompany), shape (N,).

    In rounds: first as many groups as can be get one, then a second, and each time those who have most in common with
    the members, on average.  Nobody facilitates a group they belong to, or one with a member they must not meet.
    Departments and cohorts do not bind them.  Raises BadProblem for negative capacity.

    >>> from constellation.engine.groups.divide import divide
    >>> from constellation.engine.groups.examples import two_topics
    >>> made = divide(two_topics())
    >>> facilitate(two_topics(), made, np.array([1, 0, 0, 0]), 1)
    Facilitation(group=array([1]), person=array([0]))
    """
    if (capacity < 0).any() or len(capacity) != gathering.people:
        raise BadProblem(say("Say for each person how many groups they would facilitate, from 0 up."))
    offering = np.flatnonzero(capacity)
    left, free = np.minimum(capacity[offering], made.groups), fitting(gathering, made, offering)
    suits = likeness(gathering, made, offering)
    pairs = np.zeros((0, 2), np.int64)
    for _ in range(most):
        slot = np.repeat(np.arange(len(offering)), left)
        group, column = linear_sum_assignment((free * (HAVING_ONE + suits))[:, slot], maximize=True)
        taken = slot[column]
        good = free[group, taken]
        group, taken = group[good], taken[good]
        free[group, taken] = False
        left = left - np.bincount(taken, minlength=len(left))
        pairs = np.concatenate([pairs, np.stack([group, offering[taken]], axis=1)])
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    return Facilitation(pairs[:, 0], pairs[:, 1])


def likeness(gathering: Gathering, made: Grouping, offering: Ints) -> Floats:
    """Mean likeness of each who offers to the members of each group, shape (groups, offering)."""
    n, traits = gathering.people, gathering.traits
    table = csr_array((traits.weight, traits.ids, traits.start), shape=(n, int(traits.ids.max(initial=0)) + 1))
    placed = np.flatnonzero(made.group >= 0)
    share = 1 / np.bincount(made.group[placed], minlength=made.groups)[made.group[placed]]
    belongs = csr_array((share, (made.group[placed], placed)), shape=(made.groups, n))
    return np.asarray(csr_array(belongs @ table @ table[offering].T).toarray())


def fitting(gathering: Gathering, made: Grouping, offering: Ints) -> np.ndarray:
    """Which of those who offer may accompany which groups, shape (groups, offering)."""
    free = np.ones((made.groups, len(offering)), np.bool_)
    for column, person in enumerate(offering.tolist()):
        start = gathering.apart.start
        near = np.append(gathering.apart.ids[start[person] : start[person + 1]], person)
        groups = made.group[near]
        free[groups[groups >= 0], column] = False
    return free
