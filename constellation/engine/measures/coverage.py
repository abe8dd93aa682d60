"""Coverage: needed areas with a partner."""

from constellation.engine.measures.quotients import quotient
from constellation.engine.measures.served import Served, distinct_needs
from constellation.engine.problem import Floats, Rows


def coverage(served: Served, needs: Rows) -> Floats:
    """Share of each person's needed areas in which some partner helps, 0-1, shape (N,); nan where nothing is needed.

    `needs`: one row of areas a person; an area named twice counts once, weights do not count.
    Source: field definition, docs/measures.md#network-measures.

    >>> import numpy as np
    >>> zero = np.zeros(2, np.int64)
    >>> served = Served.of(2, zero, np.array([0, 5]), zero + 1)
    >>> coverage(served, Rows.of(2, zero, np.array([0, 1]))).tolist()
    [0.5, nan]
    """
    return quotient(served.within(needs).covered_areas(), distinct_needs(needs))
