"""Quotients that are undefined, never infinite, where there is nothing to divide by."""

import numpy as np
from numpy.typing import ArrayLike

from constellation.engine.problem import Floats


def quotient(part: ArrayLike, whole: ArrayLike) -> Floats:
    """`part / whole`, elementwise; nan where `whole` is 0.

    >>> quotient([1, 0], [2, 0]).tolist()
    [0.5, nan]
    """
    part, whole = np.broadcast_arrays(np.asarray(part, np.float64), np.asarray(whole, np.float64))
    return np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole != 0)
