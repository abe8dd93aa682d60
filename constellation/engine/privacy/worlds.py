"""Possible worlds: other whole numbers of people that agree with everything shown; they prove a secret kept.

Source: moving people at least cost until a cell could be as large as it must (Fischetti and Salazar 2001), here along
lines of any shape.
"""

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.optimize._highspy import _core as highs  # warm starts, as in solver/tree.py
from scipy.sparse import csc_array, hstack

from constellation.engine.privacy.system import System
from constellation.engine.privacy.table import Bools, Floats, Ints

WHOLE = 1e-6  # how near to a whole number the solver's answer is taken for one
STILL = 1e-4  # the price of moving what is hidden: a world that moves few numbers proves more than one that moves many
GOLDEN = 0.6180339887498949  # makes prices that differ from number to number
OTHER_PRICES = 12
MOST_NODES = 2_000
NEARLY = 0.5  # any world will do, a cheap one is better


class Worlds:
    """One linear program for all secrets: each is solved from where the last one ended.

    Up and down are two columns of each number; lines hold in both worlds, so the moves along a line cancel.
    """

    def __init__(self, numbers: System, free: Bools, cost: Floats) -> None:
        """`free`: numbers not known for good; `cost`: of moving one by one person, 0 where it is hidden."""
        self.at = np.flatnonzero(free)
        self.place = np.cumsum(free) - 1
        self.size, self.all = len(self.at), len(free)
        self.matrix = csc_array(hstack([numbers.matrix[:, self.at], -numbers.matrix[:, self.at]]))
        fewest = np.where(numbers.changes, np.inf, numbers.counts)[self.at]
        self.upper = np.concatenate([np.full(self.size, np.inf), fewest])
        self.price = np.tile(cost[self.at] + STILL, 2)
        self.solver = highs._Highs()
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("threads", 1)
        self.solver.setOptionValue("presolve", "off")  # it would forget the last basis
        self.solver.passModel(self.program())
        self.solver.run()
        self.still = self.solver.getBasis()  # nobody moved: from there few steps lead to any small move

    def program(self) -> highs.HighsLp:
        program = highs.HighsLp()
        program.num_row_, program.num_col_ = self.matrix.shape
        program.col_cost_, program.col_lower_, program.col_upper_ = self.price, np.zeros(2 * self.size), self.upper
        program.row_lower_ = program.row_upper_ = np.zeros(self.matrix.shape[0])
        program.a_matrix_.start_, program.a_matrix_.index_ = self.matrix.indptr, self.matrix.indices
        program.a_matrix_.value_ = self.matrix.data
        return program

    def hide(self, hidden: Bools) -> None:
        """From now on moving these costs nothing."""
        columns = self.place[np.flatnonzero(hidden & (self.price_of() > STILL))]
        for column in (*columns, *(columns + self.size)):
            self.price[column] = STILL
            self.solver.changeColCost(int(column), STILL)

    def price_of(self) -> Floats:
        price = np.zeros(self.all)
        price[self.at] = self.price[: self.size]
        return price

    def moving(self, secrets: Ints, need: Ints) -> Ints | None:
        """The changes of all counts, at least cost, that move each secret by its need or more; None where no world does.

        `need`: people, above 0 to be more, below 0 to be fewer.
        """
        up, down = self.place[secrets], self.place[secrets] + self.size
        lower, upper = np.zeros(2 * self.size), self.upper.copy()
        lower[np.where(need > 0, up, down)] = np.abs(need)
        upper[np.where(need > 0, down, up)] = 0
        both = np.concatenate([up, down]).astype(np.int32)
        self.solver.setBasis(self.still)
        self.solver.changeColsBounds(len(both), both, lower[both], upper[both])
        moved = self.solved()
        if moved is not None and len(secrets) == 1:
            moved = self.in_whole_people(lower, upper, moved)
        self.solver.changeColsBounds(len(both), both, np.zeros(len(both)), self.upper[both])
        return None if moved is None or not is_whole(moved) else self.checked(np.round(moved))

    def solved(self) -> Floats | None:
        self.solver.run()
        if self.solver.getModelStatus() != highs.HighsModelStatus.kOptimal:
            return None
        columns = np.array(self.solver.getSolution().col_value)
        return columns[: self.size] - columns[self.size :]

    def checked(self, moved: Floats) -> Ints | None:
        """The world, if it is one: every line holds in whole numbers and nobody is fewer than none."""
        if np.any(self.matrix[:, : self.size] @ moved) or np.any(moved + self.upper[self.size :] < 0):
            return None
        world = np.zeros(self.all, np.int64)
        world[self.at] = moved
        return world

    def in_whole_people(self, lower: Floats, upper: Floats, moved: Floats) -> Floats | None:
        """The same where half a person would do: at other prices another corner, which mostly is whole, is best."""
        columns = np.arange(2 * self.size, dtype=np.int32)
        for turn in range(1, OTHER_PRICES):
            if is_whole(moved):
                break
            self.solver.changeColsCost(2 * self.size, columns, self.price * (1 + (columns + 1) * turn * GOLDEN % 1))
            found = self.solved()
            moved = moved if found is None else found
        self.solver.changeColsCost(2 * self.size, columns, self.price)
        return moved if is_whole(moved) else self.searched(lower, upper)

    def searched(self, lower: Floats, upper: Floats) -> Floats | None:
        """Any world of whole people, by an integer program."""
        found = milp(
            self.price,
            integrality=np.ones(2 * self.size, np.int64),
            bounds=Bounds(lower, upper),
            constraints=LinearConstraint(self.matrix, 0, 0),
            options={"node_limit": MOST_NODES, "mip_rel_gap": NEARLY},
        )
        return None if found.x is None else found.x[: self.size] - found.x[self.size :]


def is_whole(moved: Floats) -> bool:
    return bool(np.abs(moved - np.round(moved)).max(initial=0) <= WHOLE)
