"""Two people: what they have in common, and whether they may meet."""

from typing import Any

import numpy as np

from constellation.engine.groups.gathering import DISTINCT, SAME, People
from constellation.engine.solver.options import inner

APART = 1000.0  # what a pair that may not meet costs: more than any group can bring
COHORT, DEPARTMENT, CHOICE, FIRST, END = range(5)  # the columns of a rule


@inner
def hindered(people: People, i: int, j: int) -> int:
    """0 where two people may meet; without branches, behind which `in_common` is not vectorised."""
    rule, apart = people.rule, people.apart
    own = (rule[i, DEPARTMENT] == rule[j, DEPARTMENT]) & (rule[i, DEPARTMENT] >= 0)
    strangers_only = (rule[i, CHOICE] == DISTINCT) | (rule[j, CHOICE] == DISTINCT)
    own_only = (rule[i, CHOICE] == SAME) | (rule[j, CHOICE] == SAME)
    reasons = int((rule[i, COHORT] != rule[j, COHORT]) | (own & strangers_only) | (own_only & (not own)))
    for at in range(rule[i, FIRST], rule[i, END]):
        reasons += apart[at] == j
    return reasons


@inner
def in_common(people: People, i: int, j: int) -> float:
    """The likeness of two people, float32."""
    mine, yours = people.common[i], people.common[j]
    alike: Any = np.float32(0.0)
    for t in range(mine.shape[0]):
        alike += mine[t] * yours[t]
    start, trait, weight = people.start, people.trait, people.weight
    a, b, a_end, b_end = start[i], start[j], start[i + 1], start[j + 1]
    while a < a_end and b < b_end:
        if trait[a] == trait[b]:
            alike += weight[a] * weight[b]
            a += 1
            b += 1
        elif trait[a] < trait[b]:
            a += 1
        else:
            b += 1
    return alike


@inner
def worth(people: People, i: int, j: int) -> float:
    """What a pair adds to its group: its likeness, or far less than nothing where the two may not meet."""
    return in_common(people, i, j) - np.float32(APART) * hindered(people, i, j)
