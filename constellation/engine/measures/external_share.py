"""External share: partners outside the person's own unit."""

import numpy as np
from numpy.typing import ArrayLike

from constellation.engine.measures.quotients import quotient
from constellation.engine.problem import Floats


def external_share(external: ArrayLike, internal: ArrayLike) -> Floats:
    """E / (E + I), 0-1, of E partners outside the person's unit and I inside it; nan where no unit is known.

    Source: field definition, docs/measures.md#network-measures.

    >>> external_share([3, 0, 0], [1, 2, 0]).tolist()
    [0.75, 0.0, nan]
    """
    return quotient(external, np.add(external, internal))
