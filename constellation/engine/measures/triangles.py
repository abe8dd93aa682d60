"""Three people who all have ties with each other: what density among partners and constraint are made of."""

from dataclasses import dataclass

import numpy as np

from constellation.engine.measures.matrices import Matrix, tied_pairs
from constellation.engine.problem import Floats, Ints
from constellation.engine.solver.options import kernel


@dataclass(frozen=True)
class Triangles:
    """Each tie once, between `one` and `other`, shape (M,).

    `common`: partners that both have.  `toward_other`, `toward_one`: Σ 1 / (1 + partners in common of the person and
    the third), over those thirds: what the person invests in the partner through them, times the person's size.
    """

    people: int
    one: Ints
    other: Ints
    common: Ints
    toward_other: Floats
    toward_one: Floats

    def by_person(self, at_one: Floats | Ints, at_other: Floats | Ints) -> Floats:
        """The sum over each person's ties, shape (N,), of values that a tie has at its two ends."""
        sums = np.bincount(self.one, at_one, minlength=self.people)
        return np.asarray(sums + np.bincount(self.other, at_other, minlength=self.people), np.float64)


def triangles(ties: Matrix) -> Triangles:
    """Every triangle of the undirected network, found once each in at most about M·√M steps.

    `ties[i, j]`: a tie between i and j; shape (N, N), dense or sparse, either direction is enough, diagonal ignored.

    >>> found = triangles(np.ones((3, 3)))
    >>> found.common.tolist(), found.toward_one.tolist()
    ([1, 1, 1], [0.5, 0.5, 0.5])
    """
    tied = tied_pairs(ties)
    people = tied.shape[0]
    degree = np.diff(tied.indptr)
    rank = np.empty(people, np.int64)
    rank[np.lexsort((np.arange(people), degree))] = np.arange(people)
    person = np.repeat(np.arange(people), degree)
    up = rank[person] < rank[tied.indices]  # each tie from the end with fewer ties, so that no star is slow
    one, other = person[up], tied.indices[up].astype(np.int64)
    start = np.zeros(people + 1, np.int64)
    np.cumsum(np.bincount(one, minlength=people), out=start[1:])
    common = np.zeros(len(one), np.int64)
    toward_other, toward_one = np.zeros(len(one)), np.zeros(len(one))
    mark = np.full(people, -1)
    count_common(start, other, mark, common)
    add_shares(start, other, mark, 1 / (1 + common), toward_other, toward_one)
    return Triangles(people, one, other, common, toward_other, toward_one)


@kernel
def count_common(start: Ints, other: Ints, mark: Ints, common: Ints) -> None:
    for u in range(len(mark)):
        for uv in range(start[u], start[u + 1]):
            mark[other[uv]] = uv
        for uv in range(start[u], start[u + 1]):
            v = other[uv]
            for vw in range(start[v], start[v + 1]):
                uw = mark[other[vw]]
                if uw >= 0:
                    common[uv] += 1
                    common[vw] += 1
                    common[uw] += 1
        for uv in range(start[u], start[u + 1]):
            mark[other[uv]] = -1


@kernel
def add_shares(start: Ints, other: Ints, mark: Ints, share: Floats, ahead: Floats, back: Floats) -> None:
    """`ahead`: from the first end of a tie towards the second; `back`: the other way."""
    for u in range(len(mark)):
        for uv in range(start[u], start[u + 1]):
            mark[other[uv]] = uv
        for uv in range(start[u], start[u + 1]):
            v = other[uv]
            for vw in range(start[v], start[v + 1]):
                uw = mark[other[vw]]
                if uw >= 0:
                    ahead[uv] += share[uw]
                    ahead[uw] += share[uv]
                    back[uv] += share[vw]
                    ahead[vw] += share[uv]
                    back[uw] += share[vw]
                    back[vw] += share[uw]
        for uv in range(start[u], start[u + 1]):
            mark[other[uv]] = -1


def ties_among_partners(ties: Matrix) -> Floats:
    """t of each person, shape (N,): pairs of partners who have a tie with each other; 0 without partners.

    >>> ties_among_partners(np.array([[0, 1, 1], [0, 0, 1], [0, 0, 0]])).tolist()
    [1.0, 1.0, 1.0]
    """
    found = triangles(ties)
    return found.by_person(found.common, found.common) / 2
