"""Concentration: how much rests on one partner."""

import numpy as np

from constellation.engine.measures.quotients import quotient
from constellation.engine.measures.served import Served, starts
from constellation.engine.problem import Floats


def concentration(served: Served) -> Floats:
    """The largest share of areas resting on one partner, above 0 and at most 1, shape (N,); nan where none is covered.

    An area with k partners rests on each by 1/k, so the shares of a person's partners add up to 1: somebody with one
    partner for everything has 1, somebody with two who both help in everything a half.  `served`: where needs are
    known, those `within` them.  For a tie that is meant as the core one a high number is no fault.
    Source: field definition, docs/measures.md#network-measures.

    >>> zero = np.zeros(3, np.int64)
    >>> concentration(Served.of(3, zero, np.array([0, 1, 2]), np.array([1, 1, 2]))).round(4).tolist()
    [0.6667, nan, nan]
    """
    _, partners = served.covered()
    part = np.repeat(1 / partners, partners.astype(np.int64))  # of each triple, for they stand area by area
    order = np.lexsort((served.partner, served.person))
    person, first = served.person[order], starts(served.person[order], served.partner[order])
    most = np.zeros(served.people)
    if len(first):
        np.maximum.at(most, person[first], np.add.reduceat(part[order], first))
    covered = served.covered_areas()
    return quotient(most, covered)
