"""People answer prices: each one's best partners net of prices, with a proof, and the sets nearly as good."""

from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial

import numpy as np

from constellation.engine.problem import FLAGS, Floats
from constellation.engine.solver.choices import Choices
from constellation.engine.solver.options import ZERO, inner, kernel
from constellation.engine.solver.search import greedy, keep, net, search, sort_down
from constellation.engine.solver.tangent import HIGH, LANES, ONE, best_few, flag_table, flag_value, scan, tighten
from constellation.engine.solver.threads import each

ROUNDING = 1e-8  # float64 sums of a person's value: outward
SCANNED = 2e-5  # float32 sums of a scan: a partner this much under the cut is still looked at
NEARBY = 0.04  # without proof, swaps look at partners this close to the last useful one


@dataclass(frozen=True)
class Effort:
    """How hard people think: `sets` remembered within `delta` of the best, `nodes` of search (0: no proof by search,
    the bound of the root), `steps` of tightening at the root and `deeper` at the nodes."""

    sets: int = 1
    delta: float = 0.0
    nodes: int = 20_000
    steps: int = 20
    deeper: int = 4


@dataclass
class Memory:
    """What people remember between prices: last set (places in their own list) and tangent; z[0] < 0: nothing."""

    chosen: np.ndarray
    z: Floats
    mu: Floats

    @classmethod
    def blank(cls, choices: Choices) -> "Memory":
        n = choices.people
        return cls(np.full((n, choices.most), -1, np.int32), np.full(choices.tstart[-1], -1.0), np.zeros((n, FLAGS)))


@dataclass(frozen=True)
class Answer:
    """Sets of people: `sets[i, x]` are places among the givers (-1 none), worth `gross[i, x]` before prices, `count`
    of them, best first; `net` the best after prices, `bound` proven on it; `nodes` used."""

    sets: np.ndarray
    gross: Floats
    count: np.ndarray
    net: Floats
    bound: Floats
    nodes: np.ndarray


def answer(
    choices: Choices, price: Floats, scale: Floats, memory: Memory, effort: Effort, executor: Executor | None = None,
    who: np.ndarray | None = None,
) -> Answer:  # fmt: skip
    """Everybody's best sets of partners at `price` x `scale` (own units); `memory` is brought up to date.

    `who`: only these people think (bool); the others choose nothing, at no value.
    """
    seeks = choices.seeks if who is None else np.where(who, choices.seeks, 0)
    blocks = []
    for lo, hi in choices.spans():
        a, b = choices.tstart[lo], choices.tstart[hi]
        past = (memory.chosen[lo:hi], memory.z[a:b], memory.mu[lo:hi])
        blocks.append((choices.slice(lo, hi), seeks[lo:hi], scale[lo:hi], past, choices.most))
    parts = []
    results = each(executor, partial(answer_block, price, effort), blocks)
    for (lo, hi), (part, past) in zip(choices.spans(), results, strict=True):
        memory.chosen[lo:hi], memory.mu[lo:hi] = past[0], past[2]
        memory.z[choices.tstart[lo] : choices.tstart[hi]] = past[1]
        parts.append(part)
    if not parts:
        parts = [empty(0, choices.most, effort.sets)]
    return Answer(*(np.concatenate([part[x] for part in parts]) for x in range(6)))


def empty(n: int, most: int, sets: int) -> tuple[np.ndarray, ...]:
    return (
        np.full((n, sets, most), -1, np.int32), np.zeros((n, sets)), np.zeros(n, np.int64), np.zeros(n), np.zeros(n),
        np.zeros(n, np.int64),
    )  # fmt: skip


def answer_block(price, effort, block):
    """A block's answers and its new memory: a pure function, so any executor may run it anywhere."""
    choices, seeks, scale, past, most = block
    chosen, z, mu = (x.copy() for x in past)
    out = empty(choices.people, most, effort.sets)
    answers(
        choices.start, choices.partner, choices.hstart, choices.help, choices.tstart, choices.weight, choices.flags,
        choices.extra, choices.covered, choices.bonus, seeks, scale, price, chosen, z, mu, *out, float(effort.delta),
        effort.nodes, effort.steps, effort.deeper,
    )  # fmt: skip
    return out, (chosen, z, mu)


@inner
def gather(block, base, flags, found, n, p, q, b, f, ix):
    """The partners found, alone: help as rows, padded, and its q; base, flags and places."""
    for x in range(n):
        for t in range(p.shape[1]):
            p[x, t] = block[t, found[x]] if t < block.shape[0] else 0.0
            q[x, t] = -np.log1p(-min(p[x, t], ONE))
        b[x], f[x], ix[x] = base[found[x]], flags[found[x]], x


@inner
def survivors(score, cut, sel, size, found):
    """Partners scored above the cut, and the known answer; sel becomes places among them.  Returns how many."""
    n = 0
    for c in range(score.shape[0]):
        known = -1
        for y in range(size):
            if sel[y] == c:
                known = y
        if score[c] > cut or known >= 0:
            if known >= 0:
                sel[known] = -2 - n
            found[n] = c
            n += 1
    for y in range(size):
        sel[y] = -2 - sel[y]
    return n


@inner
def recall(chosen, k, z, mu, sel):
    """The last answer; where nothing is known none, and the marginal bound (z = 0).  Returns its size, -1 if new."""
    size = 0
    if z.shape[0] == 0 or z[0] < 0:
        for t in range(z.shape[0]):
            z[t] = 0
        for b in range(FLAGS):
            mu[b] = 1
        return -1
    for y in range(chosen.shape[0]):
        if chosen[y] >= 0 and size < k:
            sel[size] = chosen[y]
            size += 1
    return size


@inner
def tangent_at(sel, size, q, flags, z, mu):
    """The tangent that touches at a set: what its partners bring together."""
    covered = 0
    for y in range(size):
        covered |= flags[sel[y]]
        for t in range(z.shape[0]):
            z[t] = min(HIGH, z[t] + q[sel[y], t])
    for b in range(FLAGS):
        mu[b] = 0.3 if covered >> b & 1 else 1.0


@inner
def value_of(block, base, flags, weight, table, sel, size):
    v, covered = 0.0, ZERO
    for y in range(size):
        covered |= flags[sel[y]]
        v += base[sel[y]]
    for t in range(block.shape[0]):
        rest = 1.0
        for y in range(size):
            rest *= 1 - block[t, sel[y]]
        v += weight[t] * (1 - rest)
    return v + flag_value(table, covered)


@inner
def shortlist(block, base, flags, weight, bonus, k, z, mu, best, delta, proof, sel, size, found):
    """Partners that can be in a set within delta of the best (without `proof`: near the top), by one scan over all.

    Returns how many are in `found`, and a bound on any set.
    """
    score, top, who = np.empty(block.shape[1], np.float32), np.empty(k), np.empty(k, np.int32)
    constant = scan(block, base, flags, weight, bonus, z, mu, score)
    root = constant + best_few(found, score, block.shape[1], k, top, who) + SCANNED
    cut = best - delta - root + top[k - 1] - SCANNED
    if not proof:
        cut = max(cut, top[k - 1] - NEARBY)
    return survivors(score, cut, sel, size, found), root, min(root, root - top[k - 1] + cut + SCANNED)


@inner
def replace(sel, size, other, tried, p, base, flags, weight, table):
    """The better of two sets goes to `sel`.  Returns its value less prices and its size."""
    v = net(other, tried, p, base, flags, weight, table)
    best = net(sel, size, p, base, flags, weight, table)
    if v > best:
        best, size = v, tried
        for y in range(sel.shape[0]):
            sel[y] = other[y]
    return best, size


@inner
def in_the_block(sets, m, found):
    """Sets name places among the partners found; afterwards places in the block."""
    for x in range(m):
        for y in range(sets.shape[1]):
            if sets[x, y] >= 0:
                sets[x, y] = found[sets[x, y]]


@inner
def best_sets(block, base, flags, weight, bonus, k, chosen, z, mu, delta, nodes, steps, deeper, sets, worth):
    """One person: sets (places in the block) and worth net of prices; chosen, z, mu updated.

    Returns number of sets, best, proven bound, nodes used.
    """
    needs = block.shape[0]
    table, sel, other = np.empty((4, 16)), np.full(k, -1, np.int32), np.full(k, -1, np.int32)
    flag_table(bonus, table)
    size = recall(chosen, k, z, mu, sel)
    new, size = size < 0, max(size, 0)
    best = value_of(block, base, flags, weight, table, sel, size)
    if best < 0:
        best, size = 0.0, 0
    found = np.empty(block.shape[1], np.int32)
    n, root, missed = shortlist(block, base, flags, weight, bonus, k, z, mu, best, delta, nodes > 0, sel, size, found)
    width = (needs + LANES - 1) // LANES * LANES
    p, q = np.zeros((n, width)), np.zeros((n, width))
    b, f, ix, a = np.empty(n), np.empty(n, np.uint16), np.empty(n, np.int32), np.empty(n)
    gather(block, base, flags, found, n, p, q, b, f, ix)
    w, zz = np.zeros(width), np.zeros(width)
    for t in range(needs):
        w[t], zz[t] = weight[t], z[t]
    tried = greedy(ix, n, k, p, b, f, w, table, other, True)
    best, size = replace(sel, size, other, tried, p, b, f, w, table)
    if new:
        tangent_at(sel, size, q, f, zz, mu)
    room = np.empty(2)
    n = tighten(ix, a, n, p, q, b, f, w, bonus, k, zz, mu, best - delta, steps, room)
    bound, used, m = max(best, missed, min(root, room[1])), 0, ZERO  # missed: any set with somebody not looked at
    if delta == 0 or nodes == 0:
        m = keep(best, size, sel, sets, worth, ZERO)
    if nodes > 0:
        bound = best
        if n > 0:
            sort_down(ix, a, n)
            best, bound, m, used = search(p, q, b, f, w, bonus, table, k, ix, a, n, room[0], zz, mu, best, delta,
                                          sets, worth, m, nodes, deeper)  # fmt: skip
    for t in range(needs):
        z[t] = zz[t]
    in_the_block(sets, m, found)
    return m, best, bound, used


@kernel
def answers(start, partner, hstart, help_, tstart, weight, flags, extra, covered, bonus, seeks, scale, price,
            chosen, z, mu, sets, gross, count, net_, bound, nodes_used, delta, nodes, steps, deeper):  # fmt: skip
    most = sets.shape[2]
    order, ranked = np.empty(sets.shape[1], np.int32), np.empty(sets.shape[1])
    own, worth, open_bonus = np.empty((sets.shape[1], most), np.int32), np.empty(sets.shape[1]), np.empty(FLAGS)
    for i in range(seeks.shape[0]):
        lo, hi = start[i], start[i + 1]
        if seeks[i] == 0 or hi == lo:
            continue
        block = help_[hstart[i] : hstart[i + 1]].reshape(tstart[i + 1] - tstart[i], hi - lo)
        base = np.empty(hi - lo)
        for c in range(hi - lo):
            base[c] = extra[lo + c] - scale[i] * price[partner[lo + c]]
        for b in range(FLAGS):
            open_bonus[b] = 0.0 if covered[i] >> b & 1 else bonus[b]
        a, b = tstart[i], tstart[i + 1]
        m, best, top, nodes_used[i] = best_sets(
            block, base, flags[lo:hi], weight[a:b], open_bonus, min(seeks[i], hi - lo), chosen[i], z[a:b], mu[i],
            delta * scale[i], nodes, steps, deeper, own, worth,
        )  # fmt: skip
        net_[i], bound[i] = best, top + ROUNDING
        for x in range(m):
            order[x], ranked[x] = x, worth[x]
        sort_down(order, ranked, m)
        r = 0
        for x in order[:m]:
            if worth[x] < best - delta * scale[i] - 1e-12 and r > 0:
                break
            gross[i, r] = worth[x]
            for y in range(most):
                c = own[x, y]
                if c >= 0:
                    sets[i, r, y] = partner[lo + c]
                    gross[i, r] += scale[i] * price[partner[lo + c]]
                if r == 0:
                    chosen[i, y] = c
            r += 1
        count[i] = r
