"""Strongest paths of up to three ties, by meeting in the middle: from one end two ties, from the other one.

With a limit on steps the strongest way to a person between may be too long to go on from, so Dijkstra's algorithm, which
keeps one way to each, is not exact; here every way of three ties is looked at or proven weaker.
"""

import numpy as np
from numpy.typing import NDArray

from constellation.engine.problem import Floats, Ints
from constellation.engine.solver.options import inner, kernel

Known = NDArray[np.int32]
Flags = NDArray[np.bool_]


@kernel
def tie(start: Ints, known: Known, strength: Floats, i: int, j: int) -> float:
    """The strength of a tie, 0 where there is none, by bisection."""
    low, high = start[i], start[i + 1]
    end = high
    while low < high:
        middle = (low + high) >> 1
        if known[middle] < j:
            low = middle + 1
        else:
            high = middle
    return strength[low] if low < end and known[low] == j else 0.0


@inner
def among(avoided: Ints, i: int) -> bool:
    found = False
    for other in avoided:
        found |= other == i
    return found


@kernel
def strongest(start: Ints, known: Known, strength: Floats, best: Floats, introduces: Flags, open_to_meet: Flags,
              avoided: Ints, asker: int, sought: int, steps: int) -> tuple[float, int, int]:  # fmt: skip
    """Strength of the strongest path (0: none) and the people between, -1 for those there are not.

    The last tie is looked up at the one sought, whose strongest tie bounds it: of the first two ties most need no look.
    """
    most, first, second = tie(start, known, strength, asker, sought), -1, -1
    if most > 0:
        return most, first, second
    if not open_to_meet[sought]:
        return 0.0, first, second
    if steps > 1:
        for e in range(start[asker], start[asker + 1]):
            a = known[e]
            if introduces[a] and strength[e] * best[sought] > most and not among(avoided, a):
                whole = strength[e] * tie(start, known, strength, a, sought)
                if whole > most:
                    most, first = whole, a
    if steps > 2:
        for e in range(start[asker], start[asker + 1]):
            a = known[e]
            reach = strength[e] * best[sought]
            if not introduces[a] or reach * best[a] <= most or among(avoided, a):
                continue
            for f in range(start[a], start[a + 1]):
                b = known[f]
                if reach * strength[f] <= most or b == asker or not (introduces[b] and open_to_meet[b]):
                    continue
                whole = strength[e] * strength[f] * tie(start, known, strength, sought, b)
                if whole > most and not among(avoided, b):
                    most, first, second = whole, a, b
    return most, first, second
