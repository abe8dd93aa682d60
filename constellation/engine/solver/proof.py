"""Small programs solved to a proof: all sets that a better design could use, and the best choice among them (HiGHS).

At the best prices every set in a design worth more than the known one loses less than the gap between the dual and that
design: all such sets are listed, and a tree over them finds the best choice.  Source: docs/decisions/proof.md.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linprog

from constellation.engine.problem import Floats
from constellation.engine.solver.answer import Effort, Memory, answer
from constellation.engine.solver.choices import Choices
from constellation.engine.solver.course import Course
from constellation.engine.solver.prices import weighted
from constellation.engine.solver.tree import Sets, branch_and_bound

MOST_SETS = 3000  # listed for one person; more means the gap is too wide for a proof
NODES = 3_000_000
ROUNDS = 60
TREE = 20_000  # nodes of the tree over sets
FEW = 300  # nodes where the tree proves nothing and only looks for a design
FIRST_REACH = 1 / 8  # of the gap: the best design is usually made of sets much nearer than the gap
SAME = 1e-6  # designs nearer than this in value are the same

Worth = Callable[[np.ndarray, np.ndarray], Floats]


def distinct(person: np.ndarray, sets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Each (person, set of partners) once, partners sorted."""
    ordered = -np.sort(-sets, axis=1)
    rows = np.unique(np.column_stack([person, ordered]), axis=0)
    return rows[:, 0], rows[:, 1:]


def seen(count: np.ndarray, sets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    person, x = np.nonzero(np.arange(sets.shape[1]) < count[:, None])
    return distinct(person, sets[person, x])


def least_dual(choices: Choices, gain: Floats, worth: Worth, start: tuple[np.ndarray, np.ndarray], memory: Memory,
               course: Course) -> tuple[Floats, float, tuple[np.ndarray, np.ndarray]]:  # fmt: skip
    """Column generation: prices that (nearly) minimise the dual, the proven dual there, the sets met.

    `worth(person, sets)`: value of columns in the weighted objective, without what kept ties bring.
    """
    person, sets = start
    best, price = np.inf, np.zeros(len(choices.seats))
    for _ in range(ROUNDS):
        total, trial = fractional(choices, Sets(person, sets, worth(person, sets)))
        got = answer(choices, trial, 1 / gain, memory, Effort(24, 0.01, 200_000, 20), course.executor)
        dual = weighted(choices, gain, trial, got.bound)
        if dual < best:
            best, price = dual, trial
        course.breathe()
        if best - total < 1e-6 * max(1.0, abs(best)):
            break
        more = seen(got.count, got.sets)
        before = len(person)
        person, sets = distinct(np.concatenate([person, more[0]]), np.concatenate([sets, more[1]]))
        if len(person) == before:
            break
    return price, best, (person, sets)


def fractional(choices: Choices, columns: Sets) -> tuple[float, Floats]:
    """The best total of the columns when they may be taken in parts, and its prices of seats."""
    if not len(columns.person):
        return 0.0, np.zeros(len(choices.seats))
    matrix: Any = columns.matrix(choices)  # the stub of linprog knows no sparse ones
    plan = linprog(-columns.value, A_ub=matrix, b_ub=columns.limits(choices), method="highs")
    assert plan.fun is not None  # choosing nothing is always allowed
    return -plan.fun, np.maximum(0, -plan.ineqlin.marginals[choices.people :])


def all_within(choices: Choices, gain: Floats, price: Floats, memory: Memory, gap: float,
               course: Course) -> tuple[np.ndarray, np.ndarray] | None:  # fmt: skip
    """Every set that loses at most `gap` at `price`, or None where there are too many to list."""
    effort = Effort(MOST_SETS, gap, NODES, 20)
    got = answer(choices, price, 1 / gain, memory, effort, course.executor)
    if (got.count >= MOST_SETS).any() or (got.bound > got.net + 1e-6).any():
        return None
    return seen(got.count, got.sets)


@dataclass(frozen=True)
class Proof:
    """`chosen` sets (people x most) worth `value` in the objective, no design more than `bound`; `columns` the sets
    that could be in a better one at `price`, or those of the best itself where the dual alone shows that it is;
    `whole`: the search ended, so `value` is the optimum up to SAME (of the total, where that is larger)."""

    chosen: np.ndarray
    value: float
    bound: float
    whole: bool
    price: Floats
    columns: Sets


def prove(choices: Choices, gain: Floats, worth: Worth, price: Floats, dual: float, met: tuple[np.ndarray, np.ndarray],
          known: tuple[np.ndarray, float], nodes: int, memory: Memory, course: Course) -> Proof:  # fmt: skip
    """From a `known` design (sets, value) and near-best prices to the best, or as far as MOST_SETS and `nodes` go.

    Where too many sets are worth the same to be listed, those `met` on the way to the prices have to do.
    """
    chosen, value = known
    same = SAME * max(1.0, min(abs(dual), abs(dual + float(choices.base.sum()))))
    reach = max((dual - value) * FIRST_REACH, SAME)
    while dual - value > same:
        listed = all_within(choices, gain, price, memory, reach, course)
        some, most = (met, min(nodes, FEW)) if listed is None else (listed, nodes)
        columns = Sets(*some, worth(*some))
        tree = branch_and_bound(choices, columns, value, dual - same, most, course)
        if tree.chosen is not None:
            value, chosen = tree.value, np.full_like(chosen, -1)
            chosen[columns.person[tree.chosen]] = columns.sets[tree.chosen]
        gap, cut = dual - value + SAME, tree.left > -np.inf
        if listed is None or cut:
            break
        if gap <= reach:
            return Proof(chosen, value, min(dual, value + SAME), True, price, columns)
        reach = gap if tree.chosen is not None else min(2.5 * reach, gap)
    taken = np.flatnonzero((chosen >= 0).any(1))
    own = Sets(taken, chosen[taken], worth(taken, chosen[taken]))
    return Proof(chosen, value, dual, dual - value <= same, price, own)
