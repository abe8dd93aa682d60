"""A grouping looked at again, without anything that made it."""

import math
from itertools import combinations

import numpy as np

from constellation.engine.groups.gathering import DISTINCT, SAME, Gathering
from constellation.engine.groups.grouping import NOT_JOINING, Grouping
from constellation.words import say

TOLERANCE = 1e-6


def broken_rules(gathering: Gathering, made: Grouping) -> list[str]:
    """What is wrong with a grouping, one line each; empty where all rules hold and the value is as told.

    >>> from constellation.engine.groups.divide import divide
    >>> from constellation.engine.groups.examples import two_topics
    >>> broken_rules(two_topics(), divide(two_topics()))
    []
    """
    barred = {frozenset(pair) for pair in gathering.barred.tolist()}
    wrong, total = list[str](), 0.0
    if len(made.group) != gathering.people:
        return [say("{entries} entries for {people} people", entries=len(made.group), people=gathering.people)]
    everybody = [np.flatnonzero(made.group == group).tolist() for group in range(made.groups)]
    if made.group.max(initial=-1) >= made.groups or made.group.min(initial=0) < NOT_JOINING:
        wrong.append(say("somebody is in a group that is not counted"))
    for number, members in enumerate(everybody):
        if not gathering.low <= len(members) <= gathering.high:
            wrong.append(say("group {number} has {members} members", number=number, members=len(members)))
        for one, other in combinations(members, 2):
            wrong += pair_rules(gathering, barred, one, other)
        total += 2 * sum(in_common(gathering, *pair) for pair in combinations(members, 2)) / max(1, len(members) - 1)
    if not np.array_equal(made.group == NOT_JOINING, gathering.cohort < 0):
        wrong.append(say("somebody joins who would not, or the other way round"))
    if not math.isclose(total, made.value, abs_tol=TOLERANCE * max(1, gathering.people)):
        wrong.append(say("the value is {value}, told is {told}", value=total, told=made.value))
    if made.value > made.bound * (1 + TOLERANCE):
        wrong.append(say("the value {value} exceeds its bound {bound}", value=made.value, bound=made.bound))
    return wrong


def pair_rules(gathering: Gathering, barred: set[frozenset[int]], one: int, other: int) -> list[str]:
    """The rules that two members of one group break."""
    who, own = {"one": one, "other": other}, gathering.department[one] == gathering.department[other] >= 0
    choices = {int(gathering.choice[one]), int(gathering.choice[other])}
    wrong = []
    if frozenset((one, other)) in barred:
        wrong.append(say("{one} and {other} must not meet", **who))
    if own and DISTINCT in choices:
        wrong.append(say("{one} and {other} are of one department", **who))
    if not own and SAME in choices:
        wrong.append(say("{one} and {other} are of two departments", **who))
    if gathering.cohort[one] != gathering.cohort[other]:
        wrong.append(say("{one} and {other} are of two cohorts", **who))
    return wrong


def in_common(gathering: Gathering, one: int, other: int) -> float:
    """The likeness of two people by its definition."""
    start, traits = gathering.traits.start, gathering.traits
    mine, yours = (
        dict(
            zip(
                traits.ids[start[i] : start[i + 1]].tolist(),
                traits.weight[start[i] : start[i + 1]].tolist(),
                strict=True,
            )
        )
        for i in (one, other)
    )
    return sum(weight * yours.get(trait, 0.0) for trait, weight in mine.items())
