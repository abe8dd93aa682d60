"""Every person's possible new partners with what each would bring: ragged blocks that the kernels answer prices on."""

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial

import numpy as np

from constellation.engine import evaluate
from constellation.engine.evaluate import spread
from constellation.engine.problem import FLAGS, MOST_SOUGHT, Floats, Ints, Pairs, Population, Problem
from constellation.engine.solver import relation
from constellation.engine.solver.threads import each

BLOCK = 64


@dataclass(frozen=True)
class Choices:
    """Person i may choose `partner[start[i]:start[i+1]]` (places among the givers).

    `help`: i's block is `help[hstart[i]:hstart[i+1]]`, needs x partners, float32 rounded up; `weight`: needs of i at
    `tstart[i]`, less what kept ties already bring; `flags` as bits, `covered` those that kept ties bring; `bonus` of
    flags; `seats` of the givers; `giver`: their persons; `base`: value of kept ties alone.
    """

    seeks: Ints
    seats: Ints
    giver: Ints
    start: Ints
    partner: np.ndarray
    hstart: Ints
    help: np.ndarray
    tstart: Ints
    weight: Floats
    flags: np.ndarray
    extra: np.ndarray
    covered: np.ndarray
    bonus: Floats
    base: Floats

    @property
    def people(self) -> int:
        return len(self.seeks)

    @property
    def most(self) -> int:
        return max(1, int(self.seeks.max(initial=0)))

    def slice(self, lo: int, hi: int) -> "Choices":
        """People lo..hi alone, as views."""
        a, b = self.start[lo], self.start[hi]
        return Choices(
            self.seeks[lo:hi], self.seats, self.giver, self.start[lo : hi + 1] - a, self.partner[a:b],
            self.hstart[lo : hi + 1] - self.hstart[lo], self.help[self.hstart[lo] : self.hstart[hi]],
            self.tstart[lo : hi + 1] - self.tstart[lo], self.weight[self.tstart[lo] : self.tstart[hi]],
            self.flags[a:b], self.extra[a:b], self.covered[lo:hi], self.bonus, self.base[lo:hi],
        )  # fmt: skip

    def spans(self) -> Iterator[tuple[int, int]]:
        return ((lo, min(lo + BLOCK, self.people)) for lo in range(0, self.people, BLOCK))


def givers(problem: Problem) -> Ints:
    return np.flatnonzero(problem.gives > 0)


def barred_rows(problem: Problem, giver: Ints) -> list[Ints]:
    """Per person, the places among the givers that are barred or already partners."""
    out = np.vstack([problem.barred.reshape(-1, 2), problem.kept.reshape(-1, 2)])
    place = np.full(problem.people, -1)
    place[giver] = np.arange(len(giver))
    out = out[place[out[:, 1]] >= 0]
    order = np.argsort(out[:, 0], kind="stable")
    split = np.searchsorted(out[order, 0], np.arange(1, problem.people))
    return np.split(place[out[order, 1]], split)


def all_pairs(problem: Problem, executor: Executor | None = None) -> Choices:
    """Everybody who gives is a choice of everybody who seeks, but for barred and kept pairs."""
    if isinstance(problem, Pairs):
        return from_pairs(problem)
    giver = givers(problem)
    barred = barred_rows(problem, giver)
    nobody = np.zeros(0, np.int64)
    rows = [relation.allowed(giver, barred[i], i) if problem.seeks[i] else nobody for i in range(problem.people)]
    return from_lists(problem, giver, rows, executor)


def from_lists(people: Population, giver: Ints, rows: list[Ints], executor: Executor | None = None,
               who: Ints | None = None) -> Choices:  # fmt: skip
    """Choices with the given places among the givers, one row for each of the people `who` (everybody)."""
    ids = np.arange(people.people) if who is None else who
    start = offsets([len(row) for row in rows])
    needs = np.diff(people.needs.start)[ids]
    hstart, tstart = offsets(np.diff(start) * needs), offsets(needs)
    partner = np.concatenate([*rows, np.zeros(0, np.int64)]).astype(np.int32)
    help_, flags = np.empty(hstart[-1], np.float32), np.empty(start[-1], np.uint16)
    extra = np.empty(start[-1], np.float32)
    spans = [(lo, min(lo + BLOCK, len(ids))) for lo in range(0, len(ids), BLOCK)]
    work = ((ids[lo:hi], start[lo : hi + 1] - start[lo], giver[partner[start[lo] : start[hi]]]) for lo, hi in spans)
    for (lo, hi), part in zip(spans, each(executor, partial(block_of, relation.traits(people)), work), strict=True):
        help_[hstart[lo] : hstart[hi]], flags[start[lo] : start[hi]], extra[start[lo] : start[hi]] = part
    weight, covered, base = evaluate.after_kept(people)
    return Choices(
        np.minimum(people.seeks[ids], MOST_SOUGHT), people.gives[giver], giver, start, partner, hstart, help_,
        tstart, weight[spread(people.needs.start, ids)[1]], flags, extra, covered[ids], people.rules.bonus(), base[ids],
    )  # fmt: skip


def block_of(traits, work):
    """Help, flags and extra of a block of people, each with partners start[x]:start[x + 1]."""
    ids, start, partner = work
    sizes = np.diff(start) * (traits.need_start[ids + 1] - traits.need_start[ids])
    help_, flags = np.empty(sizes.sum(), np.float32), np.empty(len(partner), np.uint16)
    extra = np.empty(len(partner), np.float32)
    relation.block(ids, start, partner, traits, help_, flags, extra)
    return help_, flags, extra


def from_pairs(pairs: Pairs) -> Choices:
    """Choices that the given rows allow."""
    giver = givers(pairs)
    table = pairs.table
    place = np.full(pairs.people, -1)
    place[giver] = np.arange(len(giver))
    out = np.concatenate([pairs.barred.reshape(-1, 2), pairs.kept.reshape(-1, 2)])
    barred = np.isin(table.person * pairs.people + table.partner, out[:, 0] * pairs.people + out[:, 1])
    keep = ~barred & (place[table.partner] >= 0) & (pairs.seeks[table.person] > 0)
    start = offsets(np.bincount(table.person[keep], minlength=pairs.people))
    needs = np.diff(pairs.needs.start)
    hstart = offsets(np.diff(start) * needs)
    position = np.cumsum(keep) - 1
    pair = np.repeat(np.arange(len(keep)), np.diff(table.start))
    row = np.flatnonzero(keep[pair] & (table.need >= 0))
    person, c = table.person[pair[row]], position[pair[row]]
    help_ = np.zeros(hstart[-1], np.float32)
    width = np.diff(start)
    cell = hstart[person] + (table.need[row] - pairs.needs.start[person]) * width[person] + c - start[person]
    help_[cell] = np.minimum(1, (table.help[row] * relation.UP).astype(np.float32))
    extra = table.extra[keep]
    weight, covered, base = evaluate.after_kept(pairs)
    return Choices(
        np.minimum(pairs.seeks, MOST_SOUGHT), pairs.gives[giver], giver, start,
        place[table.partner[keep]].astype(np.int32), hstart, help_, pairs.needs.start, weight,
        np.zeros(start[-1], np.uint16),
        (extra + np.abs(extra) * (relation.UP - 1)).astype(np.float32), covered, np.zeros(FLAGS), base,
    )  # fmt: skip


def offsets(sizes: list[int] | Ints) -> Ints:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(np.asarray(sizes, np.int64))])
