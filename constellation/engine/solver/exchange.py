"""Seats change hands while that raises the fair objective: from somebody who loses little to somebody who has little.

Rounding settles the many; this mends the few whom it left with nothing.  Every step keeps every rule and raises F.
"""

import numpy as np

from constellation.engine.fairness import SLACK, Fairness
from constellation.engine.problem import FLAGS
from constellation.engine.solver.answer import value_of
from constellation.engine.solver.choices import Choices
from constellation.engine.solver.options import inner, kernel
from constellation.engine.solver.seats import left_over
from constellation.engine.solver.tangent import flag_table

PASSES = 4
TRIED = 60  # partners a person may ask for, the most useful first


def exchange(choices: Choices, fairness: Fairness, chosen: np.ndarray) -> np.ndarray:
    """A design worth at least as much in the fair objective, by single seats taken over; `chosen` is left as it is."""
    better, left = chosen.copy(), left_over(choices, chosen).astype(np.int64)
    holders = np.full((len(choices.seats), max(1, int(choices.seats.max(initial=0)))), -1, np.int32)
    best = np.where(fairness.counts(), fairness.best, 0.0)
    for _ in range(PASSES):
        moved = take_over(choices.start, choices.partner, choices.hstart, choices.help, choices.tstart, choices.weight,
                          choices.flags, choices.extra, choices.covered, choices.bonus, choices.base, choices.seeks,
                          best, fairness.alpha, SLACK, left, holders, better)  # fmt: skip
        if not moved:
            break
    return better


@inner
def worth(value, best, alpha, slack):
    """phi of one person's value."""
    if best <= 0:
        return 0.0
    x = (max(0.0, min(1.0, value / best)) + slack) / (1 + slack)
    return np.log(x) if alpha == 1 else x ** (1 - alpha) / (1 - alpha)


@inner
def own_value(
    i, extra_place, without, start, partner, hstart, help_, tstart, weight, flags, extra, covered, bonus, chosen
):
    """Value of i's set with one more place of i's list (-1 none) and without one giver (-1 none)."""
    lo, hi, a, b = start[i], start[i + 1], tstart[i], tstart[i + 1]
    block = help_[hstart[i] : hstart[i + 1]].reshape(b - a, hi - lo)
    sel, size = np.empty(chosen.shape[1] + 1, np.int32), 0
    table, value, base = np.empty((4, 16)), np.empty(FLAGS), np.empty(hi - lo)
    for f in range(FLAGS):
        value[f] = 0.0 if covered[i] >> f & 1 else bonus[f]
    flag_table(value, table)
    for c in range(hi - lo):
        base[c] = extra[lo + c]
        for y in range(chosen.shape[1]):
            if chosen[i, y] == partner[lo + c] and chosen[i, y] != without:
                sel[size] = c
                size += 1
    if extra_place >= 0:
        sel[size] = extra_place
        size += 1
    return value_of(block, base, flags[lo:hi], weight[a:b], table, sel, size)


@inner
def has(chosen, i, j):
    found = False
    for y in range(chosen.shape[1]):
        found = found or chosen[i, y] == j
    return found


@inner
def put(chosen, i, old, new):
    """Replace one entry of i's set (the first `old`) by `new`."""
    for y in range(chosen.shape[1]):
        if chosen[i, y] == old:
            chosen[i, y] = new
            return


@inner
def occupy(chosen, holders):
    """holders[j] = who has a seat of j."""
    for j in range(holders.shape[0]):
        for y in range(holders.shape[1]):
            holders[j, y] = -1
    for i in range(chosen.shape[0]):
        for y in range(chosen.shape[1]):
            if chosen[i, y] >= 0:
                put(holders, chosen[i, y], -1, i)


@inner
def size_of(chosen, i):
    size = 0
    for y in range(chosen.shape[1]):
        if chosen[i, y] >= 0:
            size += 1
    return size


@inner
def least_loss(j, i, start, partner, hstart, help_, tstart, weight, flags, extra, covered, bonus, base, best, alpha, slack,
               holders, chosen):  # fmt: skip
    """Who of j's holders loses least by giving the seat up, and how much; (-1, inf) for none."""
    loser, least = -1, 1e300
    for y in range(holders.shape[1]):
        u = holders[j, y]
        if u < 0 or u == i:
            continue
        full = own_value(u, -1, -1, start, partner, hstart, help_, tstart, weight, flags, extra, covered, bonus, chosen)
        less = own_value(u, -1, j, start, partner, hstart, help_, tstart, weight, flags, extra, covered, bonus, chosen)
        fall = worth(base[u] + full, best[u], alpha, slack) - worth(base[u] + less, best[u], alpha, slack)
        if fall < least:
            least, loser = fall, u
    return loser, least


@inner
def best_move(i, start, partner, hstart, help_, tstart, weight, flags, extra, covered, bonus, base, best, alpha, slack,
              left, holders, chosen, gains, places):  # fmt: skip
    """The seat that i should have: its giver and who gives it up (-1: it is free); giver -1 where nothing helps."""
    now = base[i] + own_value(
        i, -1, -1, start, partner, hstart, help_, tstart, weight, flags, extra, covered, bonus, chosen
    )
    before, top, giver, loser = worth(now, best[i], alpha, slack), 1e-9, -1, -1
    for x in range(useful(i, start, partner, hstart, help_, tstart, weight, extra, chosen, gains, places)):
        j, place = partner[start[i] + places[x]], places[x]
        more = own_value(
            i, place, -1, start, partner, hstart, help_, tstart, weight, flags, extra, covered, bonus, chosen
        )
        rise = worth(base[i] + more, best[i], alpha, slack) - before
        if rise <= top:
            continue
        if left[j] > 0:
            top, giver, loser = rise, j, -1
            continue
        u, fall = least_loss(j, i, start, partner, hstart, help_, tstart, weight, flags, extra, covered, bonus, base, best,
                             alpha, slack, holders, chosen)  # fmt: skip
        if u >= 0 and rise - fall > top:
            top, giver, loser = rise - fall, j, u
    return giver, loser


@kernel
def take_over(start, partner, hstart, help_, tstart, weight, flags, extra, covered, bonus, base, seeks, best, alpha,
              slack, left, holders, chosen):  # fmt: skip
    """One pass over the people with a place to fill; returns how many seats moved."""
    moved, gains, places = 0, np.empty(TRIED), np.empty(TRIED, np.int32)
    occupy(chosen, holders)
    for i in range(chosen.shape[0]):
        if size_of(chosen, i) >= seeks[i] or best[i] <= 0:
            continue
        giver, loser = best_move(i, start, partner, hstart, help_, tstart, weight, flags, extra, covered, bonus, base, best,
                                 alpha, slack, left, holders, chosen, gains, places)  # fmt: skip
        if giver < 0:
            continue
        moved += 1
        put(chosen, i, -1, giver)
        put(holders, giver, loser, i)
        if loser >= 0:
            put(chosen, loser, giver, -1)
        else:
            left[giver] -= 1
    return moved


@inner
def useful(i, start, partner, hstart, help_, tstart, weight, extra, chosen, gains, places):
    """The places in i's list that seem to add most (needs and extra only), at most TRIED; returns how many."""
    lo, hi, a, b = start[i], start[i + 1], tstart[i], tstart[i + 1]
    block, n = help_[hstart[i] : hstart[i + 1]].reshape(b - a, hi - lo), 0
    for c in range(hi - lo):
        if has(chosen, i, partner[lo + c]):
            continue
        g = np.float64(extra[lo + c])
        for t in range(b - a):
            g += weight[a + t] * block[t, c]
        if n == gains.shape[0] and g <= gains[n - 1]:
            continue
        x = min(n, gains.shape[0] - 1)
        while x > 0 and gains[x - 1] < g:
            gains[x], places[x] = gains[x - 1], places[x - 1]
            x -= 1
        gains[x], places[x] = g, c
        n = min(n + 1, gains.shape[0])
    return n
