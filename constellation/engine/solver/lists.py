"""Candidate lists for large N: from each person's own units and random draws, scored by the tangent at prices.

Plain top lists by likeness are wrong: every list holds the same stars and seats stay empty.  A list keeps the person's
present answer, then the partners with the best tangent score at present prices among a fresh pool.
Source: docs/decisions/lists.md.
"""

from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial

import numpy as np

from constellation.engine.evaluate import spread
from constellation.engine.problem import FLAGS, Floats, Ints, Population
from constellation.engine.solver import relation
from constellation.engine.solver.answer import Memory
from constellation.engine.solver.choices import BLOCK, Choices, barred_rows, block_of, from_lists, givers, offsets
from constellation.engine.solver.options import inner, kernel
from constellation.engine.solver.relation import CAMPUS, DEPARTMENT
from constellation.engine.solver.tangent import scan
from constellation.engine.solver.threads import each

MOST_OWN = np.int64(200)  # givers of one's own department in a pool
MOST_NEEDS = 64  # of a person: only the first ones draw


@dataclass(frozen=True)
class Cells:
    """Givers (places) grouped by cell: cell x holds `member[start[x]:start[x + 1]]`."""

    start: Ints
    member: Ints

    @classmethod
    def of(cls, cells: int, cell: Ints, member: Ints) -> "Cells":
        order = np.argsort(cell, kind="stable")
        return cls(offsets(np.bincount(cell, minlength=cells)), member[order])


@dataclass(frozen=True)
class Pools:
    """Where the pools come from; `theme` is a person's strongest interest (-1 none)."""

    giver: Ints
    theme: Ints
    themes: int
    campuses: int
    department: Cells
    anywhere: Cells
    on_campus: Cells
    on_theme: Cells
    barred: Cells


def pools_of(people: Population) -> Pools:
    giver = givers(people)
    place = np.arange(len(giver))
    theme = strongest(people)
    campus, themes, campuses = people.campus, int(theme.max(initial=-1)) + 1, int(people.campus.max(initial=-1)) + 1
    areas = people.offer.shape[1]
    who, area = np.nonzero(people.offer[giver] > 0)
    on = campus[giver[who]] >= 0
    like = theme[giver[who]] >= 0
    home = people.department[giver] >= 0
    barred = barred_rows(people, giver)
    for own, person in enumerate(giver):
        barred[person] = np.append(barred[person], own)
    return Pools(
        giver, theme, themes, campuses,
        Cells.of(int(people.department.max(initial=-1)) + 1, people.department[giver][home], place[home]),
        Cells.of(areas, area, who),
        Cells.of(areas * campuses, area[on] * campuses + campus[giver[who[on]]], who[on]),
        Cells.of(areas * themes, area[like] * themes + theme[giver[who[like]]], who[like]),
        Cells(offsets([len(row) for row in barred]), np.concatenate([*barred, np.zeros(0, np.int64)])),
    )  # fmt: skip


def strongest(people: Population) -> Ints:
    """Each person's interest of largest weight, -1 without interests."""
    rows = people.interests
    theme = np.full(people.people, -1)
    order = np.argsort(rows.weight, kind="stable")
    theme[rows.owner()[order]] = rows.ids[order]
    return theme


def lists(people: Population, pools: Pools, size: int, draws: int, seed: int, price: Floats, old: Choices | None,
          memory: Memory | None, executor: Executor | None) -> tuple[Choices, Memory]:  # fmt: skip
    """Lists of at most `size`; each need draws up to `draws` givers on campus and of the same theme, a few anywhere.

    The present answer stays, first in the list; the memory moves with it.  Same seed, same lists.
    """
    neighbours = np.lexsort((people.department, people.campus))  # they draw from the same cells: still in the cache
    blocks = np.split(neighbours, range(BLOCK, people.people, BLOCK))
    work = (state_of(people, old, memory, ids) for ids in blocks)
    make = partial(relist, relation.traits(people), pools, size, draws, seed, price, people.rules.bonus())
    rows = [np.zeros(0, np.int64)] * people.people
    for ids, part in zip(blocks, each(executor, make, work), strict=True):
        for i, row in zip(ids, part, strict=True):
            rows[i] = row
    choices = from_lists(people, pools.giver, rows, executor)
    fresh = Memory.blank(choices)
    if old is not None and memory is not None:
        fresh.z, fresh.mu = memory.z.copy(), memory.mu.copy()
        size_of = (memory.chosen >= 0).sum(1)
        place = np.arange(choices.most)
        fresh.chosen = np.where(place[None, :] < size_of[:, None], place[None, :], -1).astype(np.int32)
    return choices, fresh


def state_of(people: Population, old: Choices | None, memory: Memory | None, ids: Ints) -> tuple[np.ndarray, ...]:
    """What people bring to their next lists: seeks, weights, covered flags, present list, answer, tangent."""
    if old is None or memory is None:
        weight = people.needs.weight[spread(people.needs.start, ids)[1]]
        size, width = len(ids), np.zeros(len(ids) + 1, np.int64)
        return (ids, people.seeks[ids], weight, np.zeros(size, np.uint16), width, np.zeros(0, np.int32),
                np.full((size, 1), -1, np.int32), np.zeros(len(weight)), np.ones((size, FLAGS)))  # fmt: skip
    need, listed = spread(old.tstart, ids)[1], spread(old.start, ids)[1]
    return (ids, old.seeks[ids], old.weight[need], old.covered[ids], offsets(np.diff(old.start)[ids]),
            old.partner[listed], memory.chosen[ids], np.maximum(memory.z[need], 0), memory.mu[ids])  # fmt: skip


def relist(traits, pools, size, draws, seed, price, bonus, state):
    """A block's new lists: a pool each, what its members would bring, the best of them."""
    ids, seeks, weight, covered, start, partner, chosen, z, mu = state
    needs = traits.need_start[ids + 1] - traits.need_start[ids]
    room = np.diff(start) + chosen.shape[1] + MOST_OWN + 3 * draws * np.minimum(needs, MOST_NEEDS)
    pool, pstart = np.empty(int(room.sum()), np.int64), np.zeros(len(ids) + 1, np.int64)
    kept, out = np.zeros(len(ids), np.int64), np.full((len(ids), size), -1, np.int32)
    cells = [
        x
        for c in (pools.department, pools.anywhere, pools.on_campus, pools.on_theme, pools.barred)
        for x in (c.start, c.member)
    ]
    draw_pools(ids, seeks, start, partner, chosen, traits, len(pools.giver), pools.theme, pools.themes, pools.campuses,
               *cells, draws, seed, pool, pstart, kept)  # fmt: skip
    pool = pool[: pstart[-1]]
    help_, flags, extra = block_of(traits, (ids, pstart, pools.giver[pool]))
    pick(pstart, pool, kept, offsets(needs), help_, flags, extra, weight, covered, z, mu, bonus, price, out)
    return [row[row >= 0].astype(np.int64) for row in out]


@inner
def next_random(x):
    x ^= x << np.uint64(13)
    x ^= x >> np.uint64(7)
    return x ^ (x << np.uint64(17))


@inner
def add(j, stamp, mark, pool, n):
    """Put giver j into the pool unless it is there (or barred)."""
    if stamp[j] != mark:
        stamp[j] = mark
        pool[n] = j
        return n + 1
    return n


@inner
def draw(start, member, cell, draws, stamp, mark, pool, n, x):
    """Up to `draws` random members of a cell, all of a small one."""
    a, width = start[cell], start[cell + 1] - start[cell]
    for r in range(min(draws, width)):
        at = np.int64(r)
        if width > draws:
            x = next_random(x)
            at = np.int64((x >> np.uint64(11)) % np.uint64(width))
        n = add(member[a + at], stamp, mark, pool, n)
    return n, x


@inner
def threshold(score, n, want):
    """A value that at most `want` of score[:n] exceed, nearly the largest such (bisection)."""
    low, high = score[0], score[0]
    for c in range(n):
        low, high = min(low, score[c]), max(high, score[c])
    if n <= want:
        return low - np.float32(1)
    for _ in range(24):
        middle, above = (low + high) / 2, 0
        for c in range(n):
            if score[c] > middle:
                above += 1
        if above > want:
            low = middle
        else:
            high = middle
    return high


@inner
def draw_all(i, seed, department, on, like, areas, campuses, themes, home_start, home, any_start, anyone,
             campus_start, campus, theme_start, alike, draws, stamp, mark, pool, n):  # fmt: skip
    """Strangers for the pool of person i (`on` a campus, with the theme `like`): by department, then for each need."""
    x = (np.uint64(i) + np.uint64(seed) * np.uint64(1000003) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    if department >= 0:
        n, x = draw(home_start, home, department, MOST_OWN, stamp, mark, pool, n, x)
    for r in range(min(areas.shape[0], MOST_NEEDS)):
        area = areas[r]
        before = n
        if on >= 0:
            n, x = draw(campus_start, campus, area * campuses + on, draws, stamp, mark, pool, n, x)
        if like >= 0:
            n, x = draw(theme_start, alike, area * themes + like, draws, stamp, mark, pool, n, x)
        missing = 2 * draws - (n - before)  # no campus, no theme, few there: others instead
        n, x = draw(any_start, anyone, area, draws // 3 + missing, stamp, mark, pool, n, x)
    return n


@kernel
def draw_pools(ids, seeks, start, partner, chosen, t, givers, theme, themes, campuses, home_start, home, any_start,
               anyone, campus_start, campus, theme_start, alike, bar_start, barred, draws, seed, pool, pstart,
               kept):  # fmt: skip
    """pool[pstart[y]:pstart[y + 1]] = whom ids[y] may put on the list, the `kept[y]` of the present answer first."""
    stamp = np.zeros(givers, np.int64)
    for y in range(len(ids)):
        i, mark, begin = ids[y], y + 1, pstart[y]
        n = begin
        if seeks[y] > 0:
            for r in range(bar_start[i], bar_start[i + 1]):
                stamp[barred[r]] = mark
            for r in range(chosen.shape[1]):
                if chosen[y, r] >= 0:
                    n = add(partner[start[y] + chosen[y, r]], stamp, mark, pool, n)
            kept[y] = n - begin
            for r in range(start[y], start[y + 1]):
                n = add(partner[r], stamp, mark, pool, n)
            a, b = t.need_start[i], t.need_start[i + 1]
            n = draw_all(i, seed, t.who[i, DEPARTMENT], t.who[i, CAMPUS], theme[i], t.need_area[a:b], campuses, themes,
                         home_start, home, any_start, anyone, campus_start, campus, theme_start, alike, draws, stamp,
                         mark, pool, n)  # fmt: skip
        pstart[y + 1] = n


@kernel
def pick(pstart, pool, kept, tstart, help_, flags, extra, weight, covered, z, mu, bonus, price, out):
    """out[y] = the present answer and the best scored of the pool, -1 after the last."""
    open_bonus, at = np.empty(FLAGS), 0
    for y in range(len(kept)):
        lo, hi, a, b = pstart[y], pstart[y + 1], tstart[y], tstart[y + 1]
        n = hi - lo
        own = help_[at : at + n * (b - a)].reshape((b - a, n))
        at += n * (b - a)
        base, score = np.empty(n), np.empty(n, np.float32)
        for c in range(n):
            base[c] = extra[lo + c] - price[pool[lo + c]]
        for f in range(FLAGS):
            open_bonus[f] = 0.0 if covered[y] >> f & 1 else bonus[f]
        scan(own, base, flags[lo:hi], weight[a:b], open_bonus, z[a:b], mu[y], score)
        fill_list(score, pool[lo:hi], n, kept[y], out[y])


@inner
def fill_list(score, pool, n, kept, out):
    """The pool's `kept` first entries, then the best scored of the rest in the pool's order."""
    for c in range(min(kept, len(out))):
        out[c] = pool[c]
    if n <= kept:
        return
    cut = threshold(score[kept:], n - kept, len(out) - kept)
    at = kept
    for c in range(kept, n):
        if score[c] > cut and at < len(out):
            out[at] = pool[c]
            at += 1
