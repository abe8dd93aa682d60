"""Sets that share seats: who still has one, and filling what is left over."""

import numpy as np

from constellation.engine.problem import FLAGS, Floats
from constellation.engine.solver.choices import Choices
from constellation.engine.solver.options import inner, kernel
from constellation.engine.solver.tangent import flag_table, flag_value


def left_over(choices: Choices, chosen: np.ndarray) -> np.ndarray:
    """Free seats by giver."""
    return choices.seats - np.bincount(chosen[chosen >= 0], minlength=len(choices.seats))


def complete(choices: Choices, chosen: np.ndarray, price: Floats, gain: Floats, order: np.ndarray) -> None:
    """In `order`, people take what free seats add most (more than their price); `chosen` grows in place."""
    left = left_over(choices, chosen).astype(np.int64)
    fill(choices.start, choices.partner, choices.hstart, choices.help, choices.tstart, choices.weight,
         choices.flags, choices.extra, choices.covered, choices.bonus, choices.seeks, 1 / gain, price, order, left,
         chosen)  # fmt: skip


@inner
def best_free(block, extra, flags, partner, rest, table, covered, scale, price, left, own):
    best, most = -1, 0.0
    for c in range(partner.shape[0]):
        j = partner[c]
        if left[j] <= 0:
            continue
        g = extra[c] - scale * price[j] + flag_value(table, flags[c] & ~covered)
        for t in range(block.shape[0]):
            g += rest[t] * block[t, c]
        if g > most:
            used = False
            for y in range(own.shape[0]):
                if own[y] == j:
                    used = True
            if not used:
                best, most = c, g
    return best


@kernel
def fill(start, partner, hstart, help_, tstart, weight, flags, extra, covered, bonus, seeks, scale, price, order, left,
         chosen):  # fmt: skip
    table, value = np.empty((4, 16)), np.empty(FLAGS)
    for i in order:
        lo, hi, needs = start[i], start[i + 1], tstart[i + 1] - tstart[i]
        block = help_[hstart[i] : hstart[i + 1]].reshape(needs, hi - lo)
        rest, had, size = weight[tstart[i] : tstart[i + 1]].copy(), np.int64(covered[i]), 0
        for b in range(FLAGS):
            value[b] = bonus[b]
        flag_table(value, table)
        for y in range(chosen.shape[1]):
            if chosen[i, y] >= 0:
                size += 1
        for c in range(hi - lo):
            for y in range(size):
                if chosen[i, y] == partner[lo + c]:
                    had |= flags[lo + c]
                    for t in range(needs):
                        rest[t] *= 1 - block[t, c]
        while size < seeks[i]:
            c = best_free(
                block, extra[lo:hi], flags[lo:hi], partner[lo:hi], rest, table, had, scale[i], price, left, chosen[i]
            )
            if c < 0:
                break
            j = partner[lo + c]
            chosen[i, size] = j
            left[j] -= 1
            size += 1
            had |= flags[lo + c]
            for t in range(needs):
                rest[t] *= 1 - block[t, c]
