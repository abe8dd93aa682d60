"""Redundancy: how many partners stand behind an area."""

import numpy as np

from constellation.engine.measures.quotients import quotient
from constellation.engine.measures.served import Served
from constellation.engine.problem import Floats


def redundancy(served: Served) -> Floats:
    """Mean partners per covered area, at least 1, shape (N,); nan where no area is covered.

    `served`: where needs are known, those `within` them.
    Source: field definition, docs/measures.md#network-measures.

    >>> zero = np.zeros(3, np.int64)
    >>> redundancy(Served.of(3, zero, np.array([0, 0, 1]), np.array([1, 2, 1]))).tolist()
    [1.5, nan, nan]
    """
    return quotient(np.bincount(served.person, minlength=served.people), served.covered_areas())
