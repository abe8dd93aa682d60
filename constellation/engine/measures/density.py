"""Density: how many of the possible ties among somebody's partners there are."""

import numpy as np
from numpy.typing import ArrayLike

from constellation.engine.measures.quotients import quotient
from constellation.engine.problem import Floats


def density(partners: ArrayLike, ties: ArrayLike) -> Floats:
    """2t / (n(n − 1)), 0-1, of n `partners` with t `ties` among them (the person's own not counted); nan for n < 2.

    Source: Borgatti, Everett & Johnson, Analyzing Social Networks (2013), chapter 15.

    >>> density([4, 4, 1], [1, 6, 0]).round(4).tolist()
    [0.1667, 1.0, nan]
    """
    n = np.asarray(partners, np.float64)
    return quotient(2 * np.asarray(ties, np.float64), n * np.maximum(0, n - 1))
