"""What no division into groups can exceed: prices make people who would be wanted by too many less wanted.

Let `w` be likeness.  In any division each person i of a group of s has the mean of w over s - 1 fellows, and is a fellow
of each of them: the shares 1 / (s - 1) that others take of i sum to 1.  So for any prices p from 0 up and any number l,

    value <= sum over i of max(0, max over s of (mean of the s - 1 largest w_ij - p_j) + l / s) + sum p - l * groups,

since the shares 1 / s of a division into that many groups sum to their number.  Prices follow subgradients.
"""

import numpy as np
from numpy.typing import NDArray

from constellation.engine.groups.nearest import Nearest
from constellation.engine.problem import Floats
from constellation.engine.solver.options import kernel

STEPS = 150
NONE = -1e9  # what a group is worth for which there are not enough people


def bound(near: Nearest, groups: int, low: int, high: int, value: float, steps: int = STEPS) -> float:
    """A proven upper bound on the value of any division into `groups` groups of `low` to `high`; `value` is reached."""
    n = len(near.who)
    if not groups or not near.alike.any():
        return 0.0
    price, wanted, worth = np.zeros(n), np.zeros(n), 0.0
    least, pace, stalled = np.inf, 1.0, 0
    for _ in range(steps):
        told, shares = answers(near.who, near.alike, near.beyond, price, worth, low, high, wanted)
        total = told + price.sum() - worth * groups
        stalled = 0 if total < least * (1 - 1e-6) else stalled + 1
        least = min(least, total)
        if stalled >= 5:
            pace, stalled = pace / 2, 0
        slope, tilt = wanted - 1, groups - shares
        step = pace * max(least - value, 1e-9) / max(1e-12, slope @ slope + tilt * tilt * (low < high))
        price = np.maximum(0.0, price + step * slope)
        worth += step * tilt if low < high else 0.0
    return float(least) * (1 + 1e-9)


@kernel
def answers(who: NDArray[np.int32], alike: NDArray[np.float32], beyond: Floats, price: Floats, worth: float, low: int,
            high: int, wanted: Floats) -> tuple[float, float]:  # fmt: skip
    """The sum of everybody's best answers and of the shares 1 / s in them; `wanted`: how much each person is taken."""
    best, at = np.empty(high), np.empty(high, np.int64)
    total, shares = 0.0, 0.0
    for i in range(len(price)):
        wanted[i] = 0.0
    for i in range(len(price)):
        size = 0
        for c in range(who.shape[1]):
            j = who[i, c]
            if j < 0:
                break
            if size == high - 1 and alike[i, c] <= best[size - 1]:
                break
            value = alike[i, c] - price[j]
            if size < high - 1:
                size += 1
            elif value <= best[size - 1]:
                continue
            q = size - 1
            while q > 0 and best[q - 1] < value:
                best[q], at[q] = best[q - 1], at[q - 1]
                q -= 1
            best[q], at[q] = value, j
        most, chosen, running = 0.0, 0, 0.0
        for q in range(high - 1):
            if q < size and best[q] >= beyond[i]:
                running += best[q]
            else:
                running += beyond[i] if beyond[i] >= 0 else NONE
            if q + 2 >= low and running / (q + 1) + worth / (q + 2) > most:
                most, chosen = running / (q + 1) + worth / (q + 2), q + 1
        total += most
        if chosen:
            shares += 1 / (chosen + 1)
        for q in range(min(chosen, size)):
            if best[q] >= beyond[i]:
                wanted[at[q]] += 1 / chosen
    return total, shares
