"""Blau's index: how varied partners are."""

from constellation.engine.measures.matrices import Matrix, row_sums
from constellation.engine.measures.quotients import quotient
from constellation.engine.problem import Floats


def blau(counts: Matrix) -> Floats:
    """1 − Σp²: the chance that two draws, the first put back, are of different categories; nan where nobody counts.

    `counts[..., k]`: partners in category k, shape (N, K) or (K,), dense or sparse; from 0 to 1 − 1/K.
    Source: Blau, Inequality and Heterogeneity (1977).

    >>> import numpy as np
    >>> blau(np.array([[3, 1, 0], [2, 2, 0], [0, 0, 0]])).tolist()
    [0.375, 0.5, nan]
    """
    return 1 - quotient(row_sums(counts * counts), row_sums(counts) ** 2)
