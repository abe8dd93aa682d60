"""The best sets of partners at given prices: greedy with swaps, then branch and bound with the tangent bound."""

import numpy as np

from constellation.engine.problem import FLAGS
from constellation.engine.solver.options import ZERO, inner
from constellation.engine.solver.tangent import LANES, flag_value, tighten

TINY = 1e-9
NOBODY = np.int64(-1)


@inner
def gain(c, p, base, flags, rest, table, covered):
    """What one more partner adds: `rest` = weights still open, `covered` = flags already had."""
    g = base[c] + flag_value(table, flags[c] & ~covered)
    for t0 in range(0, rest.shape[0], LANES):
        for u in range(LANES):
            g += rest[t0 + u] * p[c, t0 + u]
    return g


@inner
def leave(sel, size, but, p, flags, weight, rest):
    """Weights still open after the partners sel[:size] other than place `but`; returns the flags they cover."""
    covered = ZERO
    for t in range(weight.shape[0]):
        rest[t] = weight[t]
    for y in range(size):
        if y != but:
            covered |= flags[sel[y]]
            for t in range(weight.shape[0]):
                rest[t] *= 1 - p[sel[y], t]
    return covered


@inner
def best_addition(ix, n, sel, size, p, base, flags, rest, table, covered, least):
    """The unused partner that adds most, more than `least`; (-1, least) if none."""
    best = -1
    for x in range(n):
        c = ix[x]
        g = gain(c, p, base, flags, rest, table, covered)
        if g > least:
            used = False
            for y in range(size):
                if sel[y] == c:
                    used = True
            if not used:
                least = g
                best = c
    return best, least


@inner
def net(sel, size, p, base, flags, weight, table):
    """Value less prices of a set."""
    rest = np.empty(weight.shape[0])
    covered = leave(sel, size, NOBODY, p, flags, weight, rest)
    v = flag_value(table, covered)
    for t in range(weight.shape[0]):
        v += weight[t] - rest[t]
    for y in range(size):
        v += base[sel[y]]
    return v


@inner
def greedy(ix, n, k, p, base, flags, weight, table, sel, swaps):
    """One partner after the other, then one-for-one swaps; sel gets the set.  Returns its size."""
    rest, size, covered = weight.copy(), ZERO, ZERO
    while size < k:
        best, _ = best_addition(ix, n, sel, size, p, base, flags, rest, table, covered, 0.0)
        if best < 0:
            break
        sel[size] = best
        size += 1
        covered = leave(sel, size, NOBODY, p, flags, weight, rest)
    going = swaps
    while going:
        going = False
        for y in range(size):
            covered = leave(sel, size, y, p, flags, weight, rest)
            now = gain(sel[y], p, base, flags, rest, table, covered)
            best, _ = best_addition(ix, n, sel, size, p, base, flags, rest, table, covered, now + 1e-6)
            if best >= 0:
                sel[y] = best
                going = True
    return size


@inner
def copy_row(rows, x, y):
    for z in range(rows.shape[1]):
        rows[x, z] = rows[y, z]  # a row assignment would cost seconds of compilation


@inner
def keep(value, size, sel, sets, worth, m):
    """Min-heap of the best sets seen (worth, sets).  Returns how many it holds now."""
    x = ZERO
    if m < worth.shape[0]:
        x = m
        m += 1
        while x > 0 and worth[(x - 1) // 2] > value:
            worth[x] = worth[(x - 1) // 2]
            copy_row(sets, x, (x - 1) // 2)
            x = (x - 1) // 2
    else:
        if value <= worth[0]:
            return m
        while 2 * x + 1 < m:
            y = 2 * x + 1
            if y + 1 < m and worth[y + 1] < worth[y]:
                y += 1
            if worth[y] >= value:
                break
            worth[x] = worth[y]
            copy_row(sets, x, y)
            x = y
    worth[x] = value
    for y in range(sets.shape[1]):
        sets[x, y] = sel[y] if y < size else -1
    return m


@inner
def sort_down(ix, a, n):
    """Shell sort by a, largest first; equal ones may change places, always alike."""
    gap = 1
    while 3 * gap < n:
        gap = 3 * gap + 1
    while gap > 0:
        for x in range(gap, n):
            v, c, y = a[x], ix[x], x
            while y >= gap and a[y - gap] < v:
                a[y], ix[y] = a[y - gap], ix[y - gap]
                y -= gap
            a[y], ix[y] = v, c
        gap //= 3


@inner
def branch(d, c, ids, size, at, p, q, flags, rest, bonus, open_bonus, covered, z, mu):
    """Level d + 1 begins with partner c taken: open weights, flags, tangent and the list that remains."""
    e = d + 1
    covered[e] = covered[d] | flags[c]
    for t in range(rest.shape[1]):
        rest[e, t] = rest[d, t] * (1 - p[c, t])
        z[e, t] = max(0.0, z[d, t] - q[c, t])
    for b in range(FLAGS):
        mu[e, b] = mu[d, b]
        open_bonus[e, b] = 0.0 if covered[e] >> b & 1 else bonus[b]
    n = size[d] - at - 1
    for y in range(n):
        ids[e, y] = ids[d, at + 1 + y]
    return n


@inner
def reach(d, at, left, size, score):
    """The best the next `left` of the sorted list can add."""
    total = 0.0
    for y in range(at, min(at + left, size[d])):
        total += max(score[d, y], 0.0)
    return total


@inner
def begin(ix, a, n, weight, bonus, z0, mu0, ids, score, rest, open_bonus, z, mu):
    """Level 0: the whole list, everything open."""
    for x in range(n):
        ids[0, x], score[0, x] = ix[x], a[x]
    for t in range(weight.shape[0]):
        rest[0, t], z[0, t] = weight[t], z0[t]
    for b in range(FLAGS):
        mu[0, b], open_bonus[0, b] = mu0[b], bonus[b]


@inner
def worth_keeping(best, delta):
    """Sets must be worth more than this: within delta of the best, or strictly better."""
    return best + TINY if delta == 0 else best - delta


@inner
def try_out(d, lo, hi, ids, value, p, base, flags, rest, table, covered, delta, best, threshold, sel, sets, worth, m):
    """Partners lo..hi of level d's list, one after the other on top of sel[:d]; sets over the threshold are kept.

    Returns value of the last one, best, threshold and number of sets as they are now.
    """
    v = value[d]
    for y in range(lo, hi):
        c = ids[d, y]
        v = value[d] + gain(c, p, base, flags, rest[d], table, covered[d])
        sel[d] = c
        if v > threshold:
            m = keep(v, d + 1, sel, sets, worth, m)
            if v > best:
                best = v
                threshold = max(threshold, worth_keeping(best, delta))
            if m == worth.shape[0]:
                threshold = max(threshold, worth[0])
    return v, best, threshold, m


@inner
def search(p, q, base, flags, weight, bonus, table, k, ix, a, n, constant, z0, mu0, best, delta, sets, worth, m,
           nodes, steps):  # fmt: skip
    """Best sets within delta of the best on a scored, sorted list; `sets`, `worth`, `m`: heap of sets.

    Returns best, a proven bound on the best, the number of sets, nodes used (past `nodes` branches are cut and their
    bound remembered).
    """
    width = weight.shape[0]
    ids, score = np.empty((k, n), np.int32), np.empty((k, n))
    size, at, const, value = np.zeros(k, np.int64), np.zeros(k, np.int64), np.zeros(k), np.zeros(k)
    rest, z, mu, covered = np.empty((k, width)), np.empty((k, width)), np.empty((k, FLAGS)), np.zeros(k, np.int64)
    open_bonus, sel, room = np.empty((k, FLAGS)), np.empty(k, np.int32), np.empty(2)
    begin(ix, a, n, weight, bonus, z0, mu0, ids, score, rest, open_bonus, z, mu)
    size[0], const[0], d, used, cut_off = n, constant, ZERO, 0, best
    threshold = worth_keeping(best, delta)
    while d >= 0:
        left, x = k - d, at[d]
        last = left == 1
        if not last:
            bound = value[d] + const[d] + reach(d, x, left, size, score)
            if x >= size[d] or bound <= threshold or used >= nodes:
                if x < size[d] and bound > threshold:
                    cut_off = max(cut_off, bound)
                d -= 1
                continue
            at[d] = x + 1
        used += 1
        end = size[d] if last else x + 1  # one partner, or all of them where a single seat is left
        v, best, threshold, m = try_out(d, x, end, ids, value, p, base, flags, rest, table, covered, delta, best,
                                        threshold, sel, sets, worth, m)  # fmt: skip
        if last:
            d -= 1
            continue
        e = d + 1
        value[e] = v
        n = branch(d, sel[d], ids, size, x, p, q, flags, rest, bonus, open_bonus, covered, z, mu)
        if left > 2 and n > 0:
            n = tighten(ids[e], score[e], n, p, q, base, flags, rest[e], open_bonus[e], left - 1, z[e], mu[e],
                        threshold - v, steps, room)  # fmt: skip
            sort_down(ids[e], score[e], n)
            const[e] = room[0]
        if n > 0:
            size[e], at[e], d = n, 0, e
    return best, max(cut_off, best), m, used
