"""Mutuality: help in both directions, the model's defining claim."""

from constellation.engine.measures.matrices import Matrix, arcs, row_sums, tied_pairs
from constellation.engine.measures.quotients import quotient
from constellation.engine.problem import Floats


def mutuality(helps: Matrix) -> float:
    """Share of ties with help in both directions; nan without ties.

    `helps[i, j]`: i helps j; shape (N, N), dense or sparse, diagonal ignored.  A tie is a pair of people: where
    a share m of them are mutual, the share of arcs that are returned, which others call reciprocity, is 2m / (1 + m).
    Source: field definition, docs/measures.md#network-measures.

    >>> import numpy as np
    >>> mutuality(np.array([[0, 1], [1, 0]], dtype=bool)), mutuality(np.zeros((2, 2)))
    (1.0, nan)
    """
    return float(quotient(returned(helps).sum(), tied_pairs(helps).sum()))


def mutuality_by_person(helps: Matrix) -> Floats:
    """Share of each person's ties with help in both directions, shape (N,); nan without ties.

    >>> import numpy as np
    >>> mutuality_by_person(np.array([[0, 1, 1], [1, 0, 0], [0, 0, 0]])).tolist()
    [0.5, 1.0, 0.0]
    """
    return quotient(row_sums(returned(helps)), row_sums(tied_pairs(helps)))


def returned(helps: Matrix) -> Matrix:
    """Pairs who help each other, as a symmetric matrix of ones."""
    found = arcs(helps)
    return found.multiply(found.T)
