"""What comes out: who meets with whom, what it is worth, and how far from the best possible that can be."""

from dataclasses import dataclass

import numpy as np

from constellation.engine.groups.gathering import Gathering
from constellation.engine.problem import Floats, Ints

LEFT_OUT, NOT_JOINING = -1, -2


@dataclass(frozen=True)
class Grouping:
    """N people in groups 0..groups-1; `group`: of each person, LEFT_OUT or NOT_JOINING for those in none.

    `value`: the sum over people of their mean likeness to their fellows; `bound`: no division of these people into so
    many groups under the same rules is worth more.  `least_left_out`: no division into groups of these sizes, however
    many, leaves fewer out (0 where that is not known).  `closeness`: mean likeness over the pairs of each group.
    """

    group: Ints
    groups: int
    value: float
    bound: float
    least_left_out: int
    closeness: Floats

    @property
    def left_out(self) -> Ints:
        return np.flatnonzero(self.group == LEFT_OUT)

    @property
    def share(self) -> float:
        """Value over bound; nan where nobody can have anything in common."""
        return self.value / self.bound if self.bound > 0 else float("nan")

    def members(self, group: int) -> Ints:
        return np.flatnonzero(self.group == group)


def closeness(gathering: Gathering, group: Ints, groups: int) -> Floats:
    """Mean likeness over the pairs of each group, in float64 from the traits themselves; shape (groups,).

    >>> from constellation.engine.groups.examples import two_topics
    >>> closeness(two_topics(), np.array([0, 0, 1, 1]), 2).tolist()
    [1.0, 1.0]
    """
    owner, traits = gathering.traits.owner(), gathering.traits
    there = group[owner] >= 0
    kinds = int(traits.ids.max(initial=0)) + 1
    key, place = np.unique(group[owner][there] * kinds + traits.ids[there], return_inverse=True)
    sums = np.bincount(place, traits.weight[there], minlength=len(key))
    alone = np.bincount(group[owner][there], traits.weight[there] ** 2, minlength=groups)
    pairs = (np.bincount(key // kinds, sums**2, minlength=groups) - alone) / 2
    size = np.bincount(group[group >= 0], minlength=groups)
    return np.maximum(pairs, 0.0) / np.maximum(1, size * (size - 1) / 2)
