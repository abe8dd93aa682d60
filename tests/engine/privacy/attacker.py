"""An attacker who shares no code with the gate: has every table as published, and is told which groups stayed the same.

Unknowns are the tables' inner cells; a margin is the sum of cells; the same group in two tables gives an equation.
Exact elimination over fractions finds what is determined, linear programs how large each number can be.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

Sum = dict[int, int]  # cells by number, and how often each counts


@dataclass
class Attacker:
    """`told`: equations cells = number; `below`: cells that are together at most 0; `truth`: for the judge only."""

    truth: list[int] = field(default_factory=list)
    told: list[tuple[Sum, int]] = field(default_factory=list)
    below: list[Sum] = field(default_factory=list)
    groups: dict = field(default_factory=dict)
    basis: dict = field(default_factory=dict)
    read_so_far: int = 0

    def read(self, released):
        """One release: tables that came out together, of one moment."""
        now = {}
        for one in released:
            self.read_table(one, now)
        self.link(released, now)
        for key, sums in now.items():
            count = self.counted(sums[0])
            before = [each for each in self.groups.get(key, [])[:1] if self.counted(each) == count]
            for each in [*sums[1:], *before]:
                self.told.append((minus(sums[0], each), 0))
            self.groups[key] = sums
        return now

    def read_table(self, one, now):
        table = one.table
        first = len(self.truth)
        self.truth += table.counts.ravel().tolist()
        cells = np.arange(first, len(self.truth)).reshape(table.counts.shape)
        for place in product(*(range(size + 1) for size in cells.shape)):
            if any(
                at == size and d in table.overlapping
                for at, size, d in zip(place, cells.shape, table.dimensions, strict=True)
            ):
                continue
            inner = cells[tuple(slice(None) if at == size else at for at, size in zip(place, cells.shape, strict=True))]
            total = {int(cell): 1 for cell in np.atleast_1d(inner).ravel()}
            now.setdefault(key_of(table, place), []).append(total)
            if one.shown[place]:
                self.told.append((total, self.counted(total)))

    def link(self, released, now):
        for (population, group), sums in now.items():
            for one in released:
                if one.table.part_of == "" or one.table.population != population:
                    continue
                if whole := now.get((one.table.part_of, group)):
                    self.below.append(minus(sums[0], whole[0]))
        for (population, group), sums in now.items():
            for dimension, bases in group:
                self.link_union(now, population, group, dimension, bases, sums[0])
                above = now.get((population, group - {(dimension, bases)}))
                if above:
                    self.below.append(minus(sums[0], above[0]))

    def link_union(self, now, population, group, dimension, bases, total):
        """A category made of finer ones is their sum, where all of them are counted."""
        rest = group - {(dimension, bases)}
        finer = [
            (other, sums[0])
            for (people, other), sums in now.items()
            if people == population and len(other) == len(group) and rest <= other and other != group
        ]
        inside = [(b, s) for other, s in finer for d, b in other - rest if d == dimension and b < bases]
        if (
            inside
            and frozenset().union(*(b for b, _ in inside)) == bases
            and sum(len(b) for b, _ in inside) == len(bases)
        ):
            whole = {}
            for _, each in inside:
                whole = minus(whole, {cell: -times for cell, times in each.items()})
            self.told.append((minus(total, whole), 0))

    def counted(self, total):
        return sum(self.truth[cell] * times for cell, times in total.items())

    def largest(self, total):
        """How large a sum of cells can be for all that was told."""
        told, below = self.matrix([each for each, _ in self.told]), self.matrix(self.below)
        right = np.array([count for _, count in self.told], float)
        aim = -self.matrix([total]).toarray()[0]
        found = linprog(aim, below, np.zeros(below.shape[0]), told, right, method="highs")
        return np.inf if found.status == 3 else -found.fun

    def matrix(self, sums):
        rows = [row for row, each in enumerate(sums) for _ in each]
        cells = [cell for each in sums for cell in each]
        times = [times for each in sums for times in each.values()]
        return csr_array((np.array(times, float), (rows, cells)), shape=(len(sums), len(self.truth)))

    def determined(self, total):
        """The one value a sum of cells can have by the equations alone, None where there are more."""
        if len(self.told) != self.read_so_far:
            self.basis, self.read_so_far = eliminated(self.told), len(self.told)
        return told_by(self.basis, total)


def key_of(table, place):
    common = [(dimension, table.bases(dimension, name)) for dimension, name in table.where.items()]
    named = [
        (dimension, table.bases(dimension, names[at]))
        for dimension, names, at in zip(table.dimensions, table.categories, place, strict=True)
        if at < len(names)
    ]
    return table.population, frozenset([*common, *named])


def minus(one, other):
    left = dict(one)
    for cell, times in other.items():
        left[cell] = left.get(cell, 0) - times
    return {cell: times for cell, times in left.items() if times}


def eliminated(equations):
    """Gaussian elimination over fractions: each pivot's cell with its equation, scaled."""
    basis = {}
    for row, value in equations:
        left, known = reduced(row, Fraction(value), basis)
        if left:
            pivot = min(left)
            scale = left[pivot]
            basis[pivot] = {cell: times / scale for cell, times in left.items()}, known / scale
    return basis


def told_by(basis, total):
    """The value of a sum of cells that is a combination of the equations, else None.

    >>> told_by(eliminated([({0: 1, 1: 1}, 8), ({1: 1}, 5)]), {0: 1})
    Fraction(3, 1)
    """
    left, known = reduced(total, Fraction(0), basis)
    return None if left else -known


def reduced(row, value, basis):
    left = {cell: Fraction(times) for cell, times in row.items()}
    while (pivot := min((cell for cell in left if cell in basis), default=None)) is not None:
        times = left[pivot]
        known, count = basis[pivot]
        value -= times * count
        for cell, each in known.items():
            left[cell] = left.get(cell, Fraction(0)) - times * each
        left = {cell: each for cell, each in left.items() if each}
    return left, value
