"""Effective size: partners less what they repeat of each other."""

import numpy as np
from numpy.typing import ArrayLike

from constellation.engine.measures.quotients import quotient
from constellation.engine.problem import Floats


def effective_size(partners: ArrayLike, ties: ArrayLike) -> Floats:
    """n − 2t/n, from 1 to n, of n `partners` with t `ties` among them; nan without partners.

    Source: Borgatti, Structural holes: unpacking Burt's redundancy measures, Connections 20(1), 1997: for undirected
    ties without weights it equals Burt's own formula.

    >>> effective_size([4, 4, 1, 0], [2, 6, 0, 0]).tolist()
    [3.0, 1.0, 1.0, nan]
    """
    return np.asarray(partners, np.float64) - quotient(2 * np.asarray(ties, np.float64), partners)
