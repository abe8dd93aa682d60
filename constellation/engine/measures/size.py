"""Size: how many partners somebody has."""

import numpy as np

from constellation.engine.measures.matrices import Matrix, tied_pairs
from constellation.engine.problem import Floats


def size(ties: Matrix) -> Floats:
    """Partners of each person, shape (N,): everybody they have a tie with, whoever helps whom; 0 without any.

    `ties[i, j]`: a tie between i and j; shape (N, N), dense or sparse, either direction is enough, diagonal ignored.
    Source: field definition, docs/measures.md#network-measures.

    >>> size(np.array([[0, 1, 1], [0, 0, 0], [1, 0, 0]])).tolist()
    [2.0, 1.0, 1.0]
    """
    return np.diff(tied_pairs(ties).indptr).astype(np.float64)
