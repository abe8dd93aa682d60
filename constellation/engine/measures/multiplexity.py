"""Multiplexity: how many areas one tie serves."""

import numpy as np

from constellation.engine.measures.matrices import Matrix, arcs, column_sums
from constellation.engine.measures.quotients import quotient
from constellation.engine.measures.served import Served
from constellation.engine.problem import Floats


def multiplexity(served: Served, helps: Matrix) -> Floats:
    """Mean areas per tie that helps the person, needed or not, shape (N,); nan where nobody helps.

    `helps[j, i]`: j helps i; shape (N, N), diagonal ignored.  A tie without an area counts with 0.
    Source: field definition, docs/measures.md#network-measures.

    >>> zero = np.zeros(3, np.int64)
    >>> helps = np.array([[0, 0, 0], [1, 0, 0], [1, 0, 0]])
    >>> multiplexity(Served.of(3, zero, np.array([0, 1, 2]), zero + 1), helps).tolist()
    [1.5, nan, nan]
    """
    return quotient(np.bincount(served.person, minlength=served.people), column_sums(arcs(helps)))
