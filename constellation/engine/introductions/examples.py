"""A tiny acquaintance for doctests."""

import numpy as np

from constellation.engine.introductions.acquaintance import Acquaintance


def a_chain() -> Acquaintance:
    """Four people in a row, each of whom knows the next by one half."""
    everybody = np.ones(4, np.bool_)
    return Acquaintance(np.arange(3), np.arange(1, 4), np.full(3, 0.5), np.zeros(3, np.bool_), everybody, everybody,
                        np.zeros((0, 2), np.int64))  # fmt: skip
