"""Efficiency: the part of somebody's partners that is not repeated by others."""

from numpy.typing import ArrayLike

from constellation.engine.measures.effective_size import effective_size
from constellation.engine.measures.quotients import quotient
from constellation.engine.problem import Floats


def efficiency(partners: ArrayLike, ties: ArrayLike) -> Floats:
    """Effective size over the n `partners`, above 0 and at most 1; nan without partners.

    Source: Burt, Structural Holes (1992), chapter 2; Borgatti (1997) as in `effective_size`.

    >>> efficiency([4, 4, 0], [1, 6, 0]).tolist()
    [0.875, 0.25, nan]
    """
    return quotient(effective_size(partners, ties), partners)
