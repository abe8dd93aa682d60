"""The clipped tangent bound on the best set of k partners, and what it drops.

    U(S) = sum_t w_t (1 - prod_S (1 - p_jt)) + sum_f b_f [f in S] + sum_S s_j
    q = -log(1 - p),  z_t >= 0,  0 <= mu_f <= 1
    U(S) - price(S) <= c + sum_S a_j,    c = sum_t w_t k_t + sum_f b_f (1 - mu_f),    k = 1 - e^-z - z e^-z
    a_j = sum_t w_t (e^-z q  if q <= z  else  p - k) + sum_{f in j} b_f mu_f + s_j - price_j

1 - e^-x lies under its tangent at z, which charges e^-z q for a partner; a strong one (q > z) never brings more than p
on top of k, which is what the clip charges.  z = 0 is the marginal bound.  The k best positive scores bound the answer.
Source: docs/decisions/tangent-bound.md.
"""

import numpy as np

from constellation.engine.problem import FLAGS
from constellation.engine.solver.options import inner

ONE = 0.9999999  # p = 1 would make q infinite; e^-z q is then so steep that the clip decides anyway
HIGH = 15.0  # z stays under the q of ONE: whoever helps fully is charged by the clip, exactly
LANES = 8  # needs are padded to this, so that inner loops have a fixed length


@inner
def flag_table(value, table):
    """table[x, m] = value of the flags in nibble x = m."""
    for x in range(4):
        table[x, 0] = 0
        for b in range(4):
            for m in range(1 << b):
                table[x, m + (1 << b)] = table[x, m] + value[4 * x + b]


@inner
def flag_value(table, mask):
    return table[0, mask & 15] + table[1, mask >> 4 & 15] + table[2, mask >> 8 & 15] + table[3, mask >> 12]


@inner
def scores(ix, n, p, q, base, flags, rest, z, table, a):
    """a[x] = score of partner ix[x]; returns the constant of the needs (all padded to LANES)."""
    width = rest.shape[0]
    steep, clip = np.empty(width), np.empty(width)
    constant = 0.0
    for t in range(width):
        steep[t] = rest[t] * np.exp(-z[t])
        clip[t] = rest[t] - steep[t] - steep[t] * z[t]
        constant += clip[t]
    for x in range(n):
        c = ix[x]
        v = base[c] + flag_value(table, flags[c])
        for t0 in range(0, width, LANES):
            for u in range(LANES):
                t = t0 + u
                low, high = steep[t] * q[c, t], rest[t] * p[c, t] - clip[t]
                v += low if q[c, t] <= z[t] else high
        a[x] = v
    return constant


@inner
def best_few(ix, a, n, left, top, who):
    """The `left` best positive scores and whose they are; returns their sum."""
    for y in range(left):
        top[y] = 0
        who[y] = -1
    for x in range(n):
        v = a[x]
        if v > top[left - 1]:
            y = left - 1
            while y > 0 and top[y - 1] < v:
                top[y] = top[y - 1]
                who[y] = who[y - 1]
                y -= 1
            top[y] = v
            who[y] = ix[x]
    total = 0.0
    for y in range(left):
        total += top[y]
    return total


@inner
def step(who, left, q, flags, z, mu, size):
    """Frank-Wolfe: move z towards what the best few would bring, mu against flags covered twice."""
    for t in range(z.shape[0]):
        s = 0.0
        for y in range(left):
            if who[y] >= 0:
                s += min(q[who[y], t], z[t])
        z[t] = min(HIGH, z[t] + size * (s - z[t]))
    for b in range(FLAGS):
        s = -1.0
        for y in range(left):
            if who[y] >= 0 and flags[who[y]] >> b & 1:
                s += 1
        mu[b] = min(1.0, max(0.0, mu[b] - 0.4 * size * s))


@inner
def tighten(ix, a, n, p, q, base, flags, rest, open_bonus, left, z, mu, target, steps, room):
    """Bound over the list ix[:n]; drops members that cannot reach `target`.  `open_bonus`: of flags not yet covered.

    room = (constant, bound) out; z, mu in place.  Returns how many remain (0: nothing in the list reaches target).
    """
    top, who = np.empty(left), np.empty(left, np.int32)
    table, charged = np.empty((4, 16)), np.empty(FLAGS)
    room[1] = 1e300
    for it in range(steps):
        constant = 0.0
        for b in range(FLAGS):
            charged[b] = open_bonus[b] * mu[b]
            constant += open_bonus[b] - charged[b]
        flag_table(charged, table)
        constant += scores(ix, n, p, q, base, flags, rest, z, table, a)
        bound = constant + best_few(ix, a, n, left, top, who)
        room[0] = constant
        room[1] = min(room[1], bound)
        if bound <= target:
            return 0
        cut, kept = target - bound + top[left - 1], 0
        for x in range(n):
            if a[x] > cut:
                ix[kept] = ix[x]
                a[kept] = a[x]
                kept += 1
        n = kept
        if it + 1 < steps:
            step(who, left, q, flags, z, mu, 1 / (it + 2.5))
    return n


@inner
def scan(block, base, flags, weight, open_bonus, z, mu, score):
    """score[c] >= the tangent score of every partner in a whole block (needs x partners, float32).

    Returns the constant.
    Below the clip e^-z q is convex in p and lies under three chords (q = 0, z/3, 2z/3, z): no logarithm.
    """
    table, charged, constant = np.empty((4, 16)), np.empty(FLAGS), 0.0
    for b in range(FLAGS):
        charged[b] = open_bonus[b] * mu[b]
        constant += open_bonus[b] - charged[b]
    flag_table(charged, table)
    for c in range(score.shape[0]):
        score[c] = np.float32(base[c] + flag_value(table, flags[c]))
    for t in range(weight.shape[0]):
        if z[t] < 1e-3:
            w = np.float32(weight[t])
            for c in range(score.shape[0]):
                score[c] += w * block[t, c]
            continue
        s1, s2, s3, k2, k3, w, k = chords(weight[t], z[t])
        constant += weight[t] * (1 - np.exp(-z[t]) - z[t] * np.exp(-z[t]))
        for c in range(score.shape[0]):
            v = block[t, c]
            score[c] += max(max(s1 * v, s2 * v - k2), max(s3 * v - k3, w * v - k))
    return constant


@inner
def chords(weight, z):
    """Slopes and cuts of the three chords and of the clip, for one need."""
    ez, e1 = np.exp(-z), np.exp(-z / 3)
    rise = weight * ez * z / 3
    s1, s2, s3 = rise / (1 - e1), rise / (e1 - e1 * e1), rise / (e1 * e1 - ez)
    k2, k3 = s2 * (1 - e1) - rise, s3 * (1 - e1 * e1) - 2 * rise
    k = weight * (1 - ez - z * ez)
    return (
        np.float32(s1), np.float32(s2), np.float32(s3), np.float32(k2), np.float32(k3), np.float32(weight),
        np.float32(k),
    )  # fmt: skip
