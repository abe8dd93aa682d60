"""Sets already seen, and cheap price steps over them: the dual restricted to seen sets, softened, inside a box."""

from dataclasses import dataclass

import numpy as np

from constellation.engine.problem import Floats
from constellation.engine.solver.answer import Answer
from constellation.engine.solver.options import inner, kernel


@dataclass
class Ring:
    """Per person the last `sets` seen (places among the givers) with gross value; the oldest is overwritten."""

    sets: np.ndarray
    gross: Floats
    count: np.ndarray
    hand: np.ndarray

    @classmethod
    def blank(cls, people: int, size: int, most: int) -> "Ring":
        nobody = np.zeros(people, np.int64)
        return cls(np.full((people, size, most), -1, np.int32), np.zeros((people, size)), nobody, nobody.copy())

    def remember(self, answer: Answer) -> int:
        """Add what is new; returns how many sets that were."""
        return remember(answer.sets, answer.gross, answer.count, self.sets, self.gross, self.count, self.hand)


@kernel
def remember(new_sets, new_gross, new, sets, gross, count, hand):
    added = 0
    for i in range(sets.shape[0]):
        for e in range(new[i]):
            known = new_sets[i, e, 0] < 0
            for c in range(count[i]):
                if abs(gross[i, c] - new_gross[i, e]) < 1e-9 and same(sets[i, c], new_sets[i, e]):
                    known = True
            if known:
                continue
            h = hand[i]
            hand[i] = (h + 1) % sets.shape[1]
            count[i] = min(sets.shape[1], count[i] + 1)
            gross[i, h] = new_gross[i, e]
            for y in range(sets.shape[2]):
                sets[i, h, y] = new_sets[i, e, y]
            added += 1
    return added


@inner
def same(one, other):
    """Whether two sets hold the same partners, in any order."""
    for x in range(one.shape[0]):
        if one[x] >= 0:
            found = False
            for y in range(other.shape[0]):
                if other[y] == one[x]:
                    found = True
            if not found:
                return False
    return True


@inner
def shares(sets, value, count, price, heat, e):
    """Softened choice of one person among sets worth `value`; e[c] = share.  Returns the best net value."""
    best = 0.0
    for c in range(count):
        v = value[c]
        for y in range(sets.shape[1]):
            if sets[c, y] >= 0:
                v -= price[sets[c, y]]
        e[c] = v
        best = max(best, v)
    total = np.exp(-best / heat)
    for c in range(count):
        e[c] = np.exp((e[c] - best) / heat) if e[c] > best - 12 * heat else 0.0
        total += e[c]
    for c in range(count):
        e[c] /= total
    return best


@kernel
def settle(sets, value, count, price, seats, box, hot, cold, steps, mean):
    """Move `price` (in place, within +-box) towards the minimum of the softened dual over the sets seen.

    `mean` gets each set's average share over the second half: a fractional assignment.  Returns the best dual, which
    is lower than the true one wherever sets are missing.
    """
    people, size, most = sets.shape
    start, load, e, pull, kept = price.copy(), np.empty(len(price)), np.empty(size), np.zeros(len(price)), price.copy()
    best, heat, cooling, half = 1e300, hot, (cold / hot) ** (1.0 / steps), steps // 2
    for i in range(people):
        for c in range(size):
            mean[i, c] = 0
    for it in range(steps):
        dual = 0.0
        for j in range(len(price)):
            load[j] = 0
            dual += price[j] * seats[j]
        for i in range(people):
            if count[i] == 0:
                continue
            dual += shares(sets[i], value[i], count[i], price, heat, e)
            for c in range(count[i]):
                if e[c] > 1e-4:
                    if it >= half:
                        mean[i, c] += e[c] / (steps - half)
                    for y in range(most):
                        if sets[i, c, y] >= 0:
                            load[sets[i, c, y]] += e[c]
        if dual < best:
            best = dual
            for j in range(len(price)):
                kept[j] = price[j]
        for j in range(len(price)):
            pull[j] = 0.7 * pull[j] + 0.3 * (load[j] - seats[j]) / max(load[j], seats[j], 0.01)
            step = price[j] + 2 * heat * pull[j]
            price[j] = min(start[j] + box, max(start[j] - box, 0.0, step))
        heat *= cooling
    for j in range(len(price)):
        price[j] = kept[j]
    return best
