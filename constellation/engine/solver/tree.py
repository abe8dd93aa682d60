"""The best choice of one set each within the seats: a tree over "does this person have this partner", with LP bounds.

Branching on pairs, not on sets, leaves both children the same kind of problem (Ryan & Foster 1981); sets whose reduced
cost cannot beat the best known choice are dropped.  HiGHS solves each LP from the last basis.
"""

from dataclasses import dataclass, field

import numpy as np
import scipy.sparse as sp
from scipy.optimize._highspy import _core as highs  # warm starts, which linprog has not; see docs/decisions/proof.md

from constellation.engine.problem import Floats
from constellation.engine.solver.choices import Choices
from constellation.engine.solver.course import Course

CLOSE = 1e-7  # of the LP: two values nearer than this are the same
WHOLE = 1e-6


@dataclass(frozen=True)
class Sets:
    """Columns: `person[x]` takes `sets[x]` (places among the givers, -1 none), worth `value[x]` in the objective."""

    person: np.ndarray
    sets: np.ndarray
    value: Floats

    def matrix(self, choices: Choices) -> sp.csc_matrix:
        """One row a person, one a giver; one column a set."""
        column, place = np.nonzero(self.sets >= 0)
        rows = np.concatenate([self.person, choices.people + self.sets[column, place]])
        columns = np.concatenate([np.arange(len(self.person)), column])
        shape = (choices.people + len(choices.seats), len(self.person))
        return sp.csc_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)

    def limits(self, choices: Choices) -> Floats:
        return np.concatenate([np.ones(choices.people), choices.seats.astype(float)])


class Relaxation:
    """The linear program over sets, solved again and again with some of them shut."""

    def __init__(self, columns: Sets, choices: Choices) -> None:
        matrix, size = columns.matrix(choices), len(columns.person)
        self.solver = highs._Highs()
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("threads", 1)
        self.solver.setOptionValue("presolve", "off")  # it would forget the last basis
        program = highs.HighsLp()
        program.num_col_, program.num_row_ = size, matrix.shape[0]
        program.col_cost_, program.col_lower_, program.col_upper_ = -columns.value, np.zeros(size), np.ones(size)
        program.row_lower_ = np.full(matrix.shape[0], -highs.kHighsInf)
        program.row_upper_ = columns.limits(choices)
        program.a_matrix_.start_, program.a_matrix_.index_ = matrix.indptr, matrix.indices
        program.a_matrix_.value_ = matrix.data
        self.solver.passModel(program)
        self.every = np.arange(size, dtype=np.int32)

    def solve(self, open_: np.ndarray) -> tuple[float, Floats, Floats, Floats]:
        """Value, shares, reduced costs (<= 0 for sets left out) and duals of the rows, with only `open_` sets."""
        self.solver.changeColsBounds(len(self.every), self.every, np.zeros(len(self.every)), open_.astype(float))
        self.solver.run()
        answer = self.solver.getSolution()
        value = -self.solver.getInfo().objective_function_value
        return value, np.array(answer.col_value), -np.array(answer.col_dual), -np.array(answer.row_dual)


@dataclass
class Tree:
    """Search state: best choice so far (`chosen` columns, `value`), nodes used, and the bound left by a cut search."""

    columns: Sets
    choices: Choices
    value: float
    chosen: np.ndarray | None = None
    nodes: int = 0
    left: float = field(default=-np.inf)


def branch_and_bound(choices: Choices, columns: Sets, known: float, enough: float, most: int, course: Course) -> Tree:
    """The best choice worth more than `known`, or the first worth `enough`.

    `left` > value when `most` nodes were not enough: then it is the bound.
    """
    tree = Tree(columns, choices, known)
    if not len(columns.person):
        return tree
    relaxed = Relaxation(columns, choices)
    stack = [(np.inf, np.ones(len(columns.person), bool))]
    while stack and tree.value < enough:
        above, open_ = stack.pop()
        if above <= tree.value + CLOSE:
            continue
        if tree.nodes >= most:
            tree.left = max(tree.left, above)
            continue
        tree.nodes += 1
        course.breathe()
        value, share, cost, _ = relaxed.solve(open_)
        if value <= tree.value + CLOSE:
            continue
        pair = divided(columns, share)
        if pair is None:
            tree.value, tree.chosen = value, np.flatnonzero(share > 0.5)
            continue
        open_ = open_ & ((value + cost > tree.value + CLOSE) | (share > WHOLE))
        has = (columns.person == pair[0]) & (columns.sets == pair[1]).any(1)
        stack.append((value, open_ & ~has))
        stack.append((value, open_ & (has | (columns.person != pair[0]))))
    return tree


def divided(columns: Sets, share: Floats) -> tuple[int, int] | None:
    """The (person, partner) to branch on, None where every share is whole.

    Near a half, of the person who is most divided: that needs a quarter of the nodes of the nearest half alone.
    """
    part = np.flatnonzero((share > WHOLE) & (share < 1 - WHOLE))
    if not len(part):
        return None
    x, place = np.nonzero(columns.sets[part] >= 0)
    person, partner = columns.person[part[x]], columns.sets[part[x], place]
    width = int(partner.max(initial=0)) + 1
    pairs, where = np.unique(person * width + partner, return_inverse=True)
    used = np.bincount(where, share[part[x]], minlength=1)
    half = np.minimum(used, 1 - used)
    if not len(pairs) or half.max() < WHOLE:
        return None
    of_person = np.bincount(pairs // width, half)[pairs // width]
    best = int(np.argmax(half * of_person))
    return int(pairs[best] // width), int(pairs[best] % width)
