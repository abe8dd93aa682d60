"""Tie strength: what people report of their ties; closeness and frequency are never mixed."""

import numpy as np

from constellation.engine.measures.quotients import quotient
from constellation.engine.problem import Floats, Ints


def strength(people: int, person: Ints, reported: Floats) -> Floats:
    """Mean of one quantity, closeness or frequency, over the ties each person reports it of; nan where of none.

    `person[r]` reports `reported[r]` (any scale from 0 up, nan: not said) of a tie; shape (M,) both.
    Source: field definition, docs/measures.md#network-measures; kept apart as in Marsden & Campbell, Social Forces 63, 1984.

    >>> strength(2, np.array([0, 0, 0]), np.array([4.0, 2.0, np.nan])).tolist()
    [3.0, nan]
    """
    said = ~np.isnan(reported)
    total = np.bincount(person[said], reported[said], minlength=people)
    return quotient(total, np.bincount(person[said], minlength=people))
