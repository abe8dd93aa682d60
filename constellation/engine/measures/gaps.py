"""Gaps: needed areas without a partner."""

from constellation.engine.measures.served import Served, distinct_needs
from constellation.engine.problem import Floats, Rows


def gaps(served: Served, needs: Rows) -> Floats:
    """Each person's needed areas in which nobody helps, a count, shape (N,); 0 where nothing is needed.

    `needs`: one row of areas a person; an area named twice counts once.
    Source: field definition, docs/measures.md#network-measures.

    >>> import numpy as np
    >>> zero = np.zeros(2, np.int64)
    >>> served = Served.of(2, zero, np.array([0, 5]), zero + 1)
    >>> gaps(served, Rows.of(2, zero, np.array([0, 1]))).tolist()
    [1.0, 0.0]
    """
    return distinct_needs(needs) - served.within(needs).covered_areas()
