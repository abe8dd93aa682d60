"""A tiny gathering for doctests."""

import numpy as np

from constellation.engine.groups.gathering import ANY, Gathering
from constellation.engine.problem import Rows


def two_topics() -> Gathering:
    """Four people in pairs: the first two share one topic, the others another."""
    traits = Rows.of(4, np.arange(4), np.array([0, 0, 1, 1]))
    nobody = np.zeros((0, 2), np.int64)
    return Gathering(traits, np.arange(4), np.full(4, ANY), np.zeros(4, np.int64), nobody, 2, 2)
