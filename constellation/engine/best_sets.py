"""One person's best sets of partners by the check's own search: partial sets extended together, pruned twice.

Nothing here comes from the solver: float64 NumPy.  Source: docs/decisions/independent-check.md.
"""

from dataclasses import dataclass

import numpy as np

from constellation.engine import evaluate
from constellation.engine.problem import FLAGS, MOST_SOUGHT, Floats, Ints, Problem

AT_ONCE = 2000  # partial sets extended together
TIE = 1e-9  # a person's sets that differ by less are worth the same, and one of them is enough
STEPS = 60
LISTED, LOOKED = 20_000, 3_000_000  # sets near the best of one person, and partial sets seen: no proof needs as many
BEAM, HEADS = 200, 60  # partial sets and partners looked at for a good set to start from


class TooMany(Exception):
    """More sets lie within the slack than are worth listing."""


@dataclass(frozen=True)
class Options:
    """One person's possible partners: `help` (K, T), `flags`, `base` net of prices; open `weight` (T,), `bonus`."""

    partner: Ints
    help: Floats
    flags: Ints
    base: Floats
    weight: Floats
    bonus: Floats
    most: int


def options(problem: Problem, i: int, partner: Ints, price: Floats, open_: tuple[Floats, Ints]) -> Options:
    weight, before = open_
    a, b = problem.needs.start[i], problem.needs.start[i + 1]
    ties = evaluate.help_of(problem, np.full(len(partner), i), partner)
    help_ = np.zeros((len(partner), b - a))
    help_[ties.tie, ties.need - a] = ties.help
    free = (int(before[i]) >> np.arange(FLAGS)) & 1 == 0
    return Options(partner, help_, ties.flags, ties.extra - price[partner], weight[a:b], evaluate.bonus(problem) * free,
                   int(min(problem.seeks[i], MOST_SOUGHT, len(partner))))  # fmt: skip


def has(flags: Ints) -> Floats:
    return ((flags[:, None] >> np.arange(FLAGS)) & 1).astype(float)


def net(own: Options, rest: Floats, flags: Ints, base: Floats) -> Floats:
    """Value less prices of sets: what they leave open (m, T), flags they cover (m,), summed base (m,)."""
    return (1 - rest) @ own.weight + has(flags) @ own.bonus + base


@dataclass(frozen=True)
class Partial:
    """Partial sets: `members` (m, size) in the order of a list, what they leave open, cover and cost, and the place of
    the `last` one."""

    members: Ints
    rest: Floats
    flags: Ints
    base: Floats
    last: Ints

    @classmethod
    def empty(cls, own: Options) -> "Partial":
        none = np.zeros(1, np.int64)
        return cls(np.zeros((1, 0), np.int64), np.ones((1, own.help.shape[1])), none, np.zeros(1), none - 1)

    def add(self, own: Options, row: Ints, x: Ints, place: Ints) -> "Partial":
        return Partial(np.column_stack([self.members[row], x]), self.rest[row] * (1 - own.help[x]),
                       self.flags[row] | own.flags[x], self.base[row] + own.base[x], place)  # fmt: skip


def good_set(own: Options, among: Ints) -> tuple[float, Ints]:
    """A good set of partners from `among`: the BEAM best partial sets of every size, extended."""
    sets, best, found = Partial.empty(own), 0.0, np.zeros(0, np.int64)
    for _ in range(own.most):
        row, c = np.nonzero(np.arange(len(among))[None, :] > sets.last[:, None])
        if not len(row):
            break
        sets = sets.add(own, row, among[c], c)
        value = net(own, sets.rest, sets.flags, sets.base)
        top = np.argsort(-value, kind="stable")[:BEAM]
        if value[top[0]] > best:
            best, found = float(value[top[0]]), sets.members[top[0]]
        sets = Partial(*(part[top] for part in vars(sets).values()))
    return best, found


def scores(own: Options, z: Floats, mu: Floats) -> tuple[float, Floats]:
    """A linear overestimate: net(S) <= constant + sum of scores over S, for any z >= 0 and 0 <= mu <= 1.

    For one need and x = sum of q: 1 - e^-x <= k + sum_S min(e^-z q, p - k if q > z) with k = 1 - e^-z (1 + z).
    """
    with np.errstate(divide="ignore"):
        q = -np.log1p(-own.help)
    k = 1 - np.exp(-z) * (1 + z)
    with np.errstate(invalid="ignore"):
        need = np.where(q <= z, np.exp(-z) * np.where(q <= z, q, 0.0), own.help - k)
    score = own.base + need @ own.weight + has(own.flags) @ (own.bonus * mu)
    return float(own.weight @ k + own.bonus @ (1 - mu)), score


def tightest(own: Options, best: float, chosen: Ints, slack: float) -> tuple[float, Floats, Ints]:
    """Constant, scores and the partners that can be in a set worth at least best - slack, after STEPS of descent."""
    keep = np.arange(len(own.partner))
    with np.errstate(divide="ignore"):
        q = np.minimum(-np.log1p(-own.help), 12.0)
    z = q[chosen].sum(0) if len(chosen) else np.zeros(own.help.shape[1])
    z, mu = np.minimum(z, 12.0), np.where(has(own.flags[chosen]).sum(0) > 0, 0.3, 1.0)
    found: tuple[float, float, Floats] | None = None
    for step in range(STEPS):
        part = Options(
            own.partner[keep], own.help[keep], own.flags[keep], own.base[keep], own.weight, own.bonus, own.most
        )
        constant, score = scores(part, z, mu)
        order = np.argsort(-score)[: own.most]
        order = order[score[order] > 0]
        bound = constant + float(score[order].sum())
        last = score[order[-1]] if len(order) == own.most else 0.0
        stays = bound - last + score >= best - slack - 1e-12
        if found is None or bound < found[0]:
            found = bound, constant, np.full(len(own.partner), -np.inf)
            found[2][keep] = score
        keep, size = keep[stays], 1 / (step + 2.5)
        z = z + size * (np.minimum(q[keep_of(order, stays, keep)], z).sum(0) - z) if len(keep) else z
        z = np.minimum(z, 12.0)
        mu = np.clip(mu - 0.4 * size * (has(part.flags[order]).sum(0) - 1), 0, 1)
        if not len(keep):
            break
    assert found is not None
    return found[1], found[2], keep


def keep_of(order: Ints, stays: np.ndarray, keep: Ints) -> Ints:
    """Places (in the whole list) of the best few that stayed."""
    place = np.cumsum(stays) - 1
    return keep[place[order[stays[order]]]]


def best_sets(own: Options, slack: float = 0.0) -> tuple[float, list[tuple[int, ...]]]:
    """The best net value of any set (at least 0, the empty one; up to TIE), and every set within `slack` > 0 of it.

    Raises TooMany where there are more than LISTED of these.
    """
    if own.most == 0 or not len(own.partner):
        return 0.0, []
    first = np.argsort(-(own.help @ own.weight + has(own.flags) @ own.bonus + own.base), kind="stable")[:HEADS]
    best, chosen = good_set(own, first)
    _, score, keep = tightest(own, best, chosen, slack)
    again = good_set(own, np.argsort(-score, kind="stable")[:HEADS])
    best, chosen = max((best, chosen), again, key=lambda pair: pair[0])
    wish = slack if slack > 0 else -TIE
    constant, score, keep = tightest(own, best, chosen, wish)
    keep = keep[np.argsort(-score[keep], kind="stable")]
    a, close, stack, looked = score[keep], [], [(Partial.empty(own), np.zeros(1))], 0
    ahead = np.concatenate([[0.0], np.cumsum(np.maximum(a, 0)), np.full(own.most, np.maximum(a, 0).sum())])
    place = np.arange(len(keep))
    while stack:
        sets, total = stack.pop()
        left = own.most - sets.members.shape[1] - 1
        more = ahead[place + 1 + min(left, len(keep))] - ahead[place + 1]
        promise = constant + total[:, None] + (a + more)[None, :]
        row, c = np.nonzero((place[None, :] > sets.last[:, None]) & (promise >= best - wish - 1e-12))
        sets, total = sets.add(own, row, keep[c], c), total[row] + a[c]
        value = net(own, sets.rest, sets.flags, sets.base)
        best = max(best, float(value.max(initial=0.0)))
        near = value >= best - slack
        close += (
            list(zip(value[near], map(tuple, own.partner[sets.members[near]].tolist()), strict=True))
            if slack > 0
            else []
        )
        looked += len(row)
        if slack > 0 and (len(close) > LISTED or looked > LOOKED):
            raise TooMany
        sets, total = hopeful(own, sets, total, value, keep, best - wish, left)
        if left and len(total):
            parts = range(0, len(total), AT_ONCE)
            stack += [
                (Partial(*(x[lo : lo + AT_ONCE] for x in vars(sets).values())), total[lo : lo + AT_ONCE])
                for lo in parts
            ]
    return best, [members for value, members in close if value >= best - slack]


def hopeful(
    own: Options, sets: Partial, total: Floats, value: Floats, keep: Ints, least: float, left: int
) -> tuple[Partial, Floats]:
    """Only the partial sets that the `left` best single additions could still bring to `least` (submodularity)."""
    if left == 0 or not len(value):
        return sets, total
    gain = sets.rest @ (own.help[keep] * own.weight).T + own.base[keep]
    gain += (has(~sets.flags) * own.bonus) @ has(own.flags[keep]).T
    most = min(left, len(keep))
    reach = np.maximum(np.partition(gain, len(keep) - most, axis=1)[:, len(keep) - most :], 0).sum(1) if most else 0.0
    stay = value + reach >= least - 1e-12
    return Partial(*(part[stay] for part in vars(sets).values())), total[stay]
