"""The independent check: feasibility, value and bound again, from the inputs and the prices alone.

Nothing here comes from the solver: float64 NumPy, a search of its own (`best_sets.py`).
Source: docs/decisions/independent-check.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csc_matrix

from constellation.engine import evaluate
from constellation.engine.best_sets import TooMany, best_sets, options
from constellation.engine.problem import Floats, Ints, Pairs, Problem

NEAR = 0.003  # of the dual: where the sets of the optimum usually lie
SAME = 1e-6  # relative: totals nearer than this are one


@dataclass(frozen=True)
class Finding:
    """A broken rule: `rule` in few words, the `person` and `partner` concerned (-1 none)."""

    rule: str
    person: int
    partner: int = -1


def broken_rules(problem: Problem, person: Ints, partner: Ints) -> Iterator[Finding]:
    """Every hard rule that the ties break: seats, places, barred and kept pairs, repeated pairs, ties to oneself."""
    n = problem.people
    key = person * n + partner
    for name, pairs in (("barred", problem.barred), ("kept", problem.kept)):
        wrong = np.isin(key, pairs[:, 0] * n + pairs[:, 1])
        yield from (Finding(name, int(person[x]), int(partner[x])) for x in np.flatnonzero(wrong))
    for x in np.flatnonzero(person == partner):
        yield Finding("self", int(person[x]), int(partner[x]))
    again, count = np.unique(key, return_counts=True)
    yield from (Finding("repeated", int(k // n), int(k % n)) for k in again[count > 1])
    taken, given = np.bincount(person, minlength=n), np.bincount(partner, minlength=n)
    yield from (Finding("seeks", int(i)) for i in np.flatnonzero(taken > problem.seeks))
    yield from (Finding("gives", int(j)) for j in np.flatnonzero(given > problem.gives))


def partners_of(problem: Problem, lists: tuple[Ints, Ints] | None) -> Iterator[tuple[int, Ints]]:
    """Everybody who seeks, with all they may choose from (or their list)."""
    n, gives = problem.people, np.flatnonzero(problem.gives > 0)
    shut = np.concatenate([problem.barred.reshape(-1, 2), problem.kept.reshape(-1, 2)])
    shut = shut[np.argsort(shut[:, 0], kind="stable")]
    at = np.searchsorted(shut[:, 0], np.arange(n + 1))
    pool = given_pairs(problem) if lists is None and isinstance(problem, Pairs) else lists
    if pool is not None:
        pool = tuple(x[np.argsort(pool[0], kind="stable")] for x in pool)  # type: ignore[assignment]
        start = np.searchsorted(pool[0], np.arange(n + 1))
    for i in np.flatnonzero(problem.seeks > 0):
        mine = gives if pool is None else np.unique(pool[1][start[i] : start[i + 1]])
        mine = mine[(mine != i) & (problem.gives[mine] > 0)]
        yield int(i), mine[~np.isin(mine, shut[at[i] : at[i + 1], 1])]


def given_pairs(problem: Pairs) -> tuple[Ints, Ints]:
    table = problem.table
    return table.person, table.partner


def dual_bound(problem: Problem, price: Floats, lists: tuple[Ints, Ints] | None = None) -> Iterator[tuple[int, float]]:
    """(person, best net value at `price`) for everybody who seeks; with `price_of_seats` the sum is the bound."""
    weight, before, _ = evaluate.after_kept(problem)
    for i, partner in partners_of(problem, lists):
        yield i, best_sets(options(problem, i, partner, price, (weight, before.astype(np.int64))))[0]


def price_of_seats(problem: Problem, price: Floats) -> float:
    """price . seats and the value of kept ties: the part of the bound that no answer changes."""
    return float(price @ problem.gives) + float(evaluate.after_kept(problem)[2].sum())


def optimum(problem: Problem, price: Floats, stated: float) -> float:
    """The best total, or some total above `stated`: every set that such a design could use at `price`, then a MILP.

    Where `price` alone shows that nothing is above `stated`, the total it shows; where so many sets come near that no
    proof can have listed them, infinity.  Sets near the dual come first: they show a bound lowered by much, whose own
    sets would be too many to list.
    """
    weight, before, base = evaluate.after_kept(problem)
    people = list(partners_of(problem, None))
    own = [(i, options(problem, i, partner, price, (weight, before.astype(np.int64)))) for i, partner in people]
    dual = price_of_seats(problem, price) + sum(best_sets(x)[0] for _, x in own)
    if dual - stated <= SAME * max(1.0, abs(dual)):
        return dual  # nothing is better, however many designs are as good
    gap, found = dual - stated + 1e-6, -np.inf
    for reach in sorted({min(gap, NEAR * abs(dual)), gap}):
        try:
            columns = [(i, members) for i, x in own for members in best_sets(x, reach)[1]]
        except TooMany:
            return np.inf
        found = float(base.sum()) + best_choice(problem, columns)
        if found > stated + 1e-6:
            break
    return found


def reached(problem: Problem, columns: list[tuple[int, tuple[int, ...]]]) -> float:
    """The best total that networks made of these (person, partners) reach; those that break a rule are left out."""
    mine: dict[int, list[tuple[int, ...]]] = {}
    for i, members in columns:
        mine.setdefault(i, []).append(members)
    lawful = [
        (i, members)
        for i, partner in partners_of(problem, None)
        for members in mine.get(i, [])
        if len(set(members)) == len(members) <= problem.seeks[i] and np.isin(members, partner).all()
    ]
    return float(evaluate.after_kept(problem)[2].sum()) + best_choice(problem, lawful)


def best_choice(problem: Problem, columns: list[tuple[int, tuple[int, ...]]]) -> float:
    """The best total of one set each within the seats."""
    if not columns:
        return 0.0
    person = np.array([i for i, _ in columns])
    width = max(len(members) for _, members in columns)
    sets = np.array([members + (-1,) * (width - len(members)) for _, members in columns])
    worth = evaluate.set_values(problem, person, sets)
    column, place = np.nonzero(sets >= 0)
    rows = np.concatenate([person, problem.people + sets[column, place]])
    cells = (np.ones(len(rows)), (rows, np.concatenate([np.arange(len(person)), column])))
    matrix = csc_matrix(cells, shape=(2 * problem.people, len(person)))
    limits = np.concatenate([np.ones(problem.people), problem.gives.astype(float)])
    found = milp(-worth, integrality=np.ones(len(worth), np.int64), bounds=Bounds(0, 1), options={"mip_rel_gap": 0.0},
                 constraints=LinearConstraint(matrix, -np.inf, limits))  # fmt: skip
    assert found.fun is not None  # choosing nothing is always allowed
    return -float(found.fun)
