"""E-I index: external less internal ties."""

import numpy as np
from numpy.typing import ArrayLike

from constellation.engine.measures.quotients import quotient
from constellation.engine.problem import Floats


def e_i_index(external: ArrayLike, internal: ArrayLike) -> Floats:
    """(E − I) / (E + I), from −1 (all inside) to 1 (all outside), which is 2 · external share − 1; nan without either.

    `external`, `internal`: partners outside and inside the person's unit, of any one shape.
    Source: Krackhardt & Stern, Social Psychology Quarterly 51(2), 1988.

    >>> e_i_index([3, 0, 2, 0], [1, 2, 2, 0]).tolist()
    [0.5, -1.0, 0.0, nan]
    """
    e, i = np.asarray(external, np.float64), np.asarray(internal, np.float64)
    return quotient(e - i, e + i)
