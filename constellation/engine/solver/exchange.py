"""Seats change hands while that raises the fair objective: from somebody who loses little to somebody who has little.

Rounding settles the many; this mends the few whom it left with nothing.  Every step keeps every rule and raises F.
"""

from dataclasses import dataclass, field

import numpy as np

from constellation.engine.fairness import Fairness
from constellation.engine.problem import FLAGS, Floats
from constellation.engine.solver.choices import Choices
from constellation.engine.solver.options import kernel
from constellation.engine.solver.seats import left_over
from constellation.engine.solver.tangent import flag_table, flag_value

PASSES = 4
TRIED = 60  # partners a person may ask for, those that add most first
LEAST = 1e-9  # a smaller rise is none


def exchange(choices: Choices, fairness: Fairness, chosen: np.ndarray) -> np.ndarray:
    """A design worth at least as much in the fair objective, by single seats taken over; `chosen` is left as it is."""
    state = State(choices, fairness, chosen.copy())
    hungry = np.flatnonzero(((chosen >= 0).sum(1) < choices.seeks) & fairness.counts())
    for _ in range(PASSES):
        moved = sum(state.improve(int(i)) for i in hungry)
        hungry = np.flatnonzero(((state.chosen >= 0).sum(1) < choices.seeks) & fairness.counts())
        if not moved:
            break
    return state.chosen


@dataclass
class State:
    """Whole sets and what follows from them: free seats, who holds which, each person's value and falls (lazily)."""

    choices: Choices
    fairness: Fairness
    chosen: np.ndarray
    left: np.ndarray = field(init=False)
    holders: list[set[int]] = field(init=False)
    known: dict[int, tuple[float, Floats, Floats]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.left = left_over(self.choices, self.chosen)
        self.holders = [set() for _ in self.left]
        for i, y in zip(*np.nonzero(self.chosen >= 0), strict=True):
            self.holders[self.chosen[i, y]].add(int(i))

    def of(self, i: int) -> tuple[float, Floats, Floats]:
        """Value of i's set, what F falls by without each of its partners, what each further one would add."""
        if i not in self.known:
            c, lo, hi = self.choices, self.choices.start[i], self.choices.start[i + 1]
            needs = slice(c.tstart[i], c.tstart[i + 1])
            block = (
                c.help[c.hstart[i] : c.hstart[i + 1]].reshape(-1, hi - lo) if hi > lo else np.zeros((0, 0), np.float32)
            )
            open_ = np.where((int(c.covered[i]) >> np.arange(FLAGS)) & 1, 0.0, c.bonus)
            loss, gain = np.zeros(self.chosen.shape[1]), np.empty(hi - lo)
            value = marginals(block, c.extra[lo:hi], c.flags[lo:hi], c.partner[lo:hi], c.weight[needs], open_,
                              self.chosen[i], loss, gain)  # fmt: skip
            value += float(c.base[i])
            worth = self.phi(i, np.append(value - loss, value))
            self.known[i] = value, worth[-1] - worth[:-1], gain
        return self.known[i]

    def phi(self, i: int, values: Floats) -> Floats:
        one = Fairness(self.fairness.alpha, np.full(len(values), self.fairness.best[i]))
        return one.phi(values) if self.fairness.best[i] > LEAST else np.zeros(len(values))

    def improve(self, i: int) -> bool:
        """Give i the seat that raises F most; False where none does."""
        value, _, gain = self.of(i)
        partner = self.choices.partner[self.choices.start[i] : self.choices.start[i + 1]]
        most = np.argsort(-gain, kind="stable")[:TRIED]
        most = most[gain[most] > LEAST]
        rises = self.phi(i, value + gain[most]) - self.phi(i, np.array([value]))[0]
        best, move = LEAST, None
        for j, rise in zip(partner[most].tolist(), rises.tolist(), strict=True):
            if rise <= best:
                continue
            loser, fall = (-1, 0.0) if self.left[j] > 0 else self.least_loss(j, i)
            if rise - fall > best:
                best, move = rise - fall, (j, loser)
        if move is None:
            return False
        self.hand_over(i, *move)
        return True

    def least_loss(self, j: int, i: int) -> tuple[int, float]:
        """Who of j's holders loses least in F by giving the seat up."""
        loser, least = -1, np.inf
        for u in sorted(self.holders[j] - {i}):
            fall = float(self.of(u)[1][self.chosen[u].tolist().index(j)])
            if fall < least:
                loser, least = u, fall
        return loser, least

    def hand_over(self, i: int, j: int, loser: int) -> None:
        self.chosen[i, int(np.flatnonzero(self.chosen[i] < 0)[0])] = j
        self.holders[j].add(i)
        self.known.pop(i)
        if loser < 0:
            self.left[j] -= 1
            return
        self.chosen[loser, int(np.flatnonzero(self.chosen[loser] == j)[0])] = -1
        self.holders[j].remove(loser)
        self.known.pop(loser)


@kernel
def marginals(block, extra, flags, partner, weight, bonus, chosen, loss, gain):
    """Value of the set `chosen`; loss[y] = value of its partner y to it, gain[c] = what place c would add (0 if there)."""
    needs, most = weight.shape[0], chosen.shape[0]
    place, table, rest = np.full(most, -1), np.empty((4, 16)), np.empty(needs)
    flag_table(bonus, table)
    for c in range(partner.shape[0]):
        for y in range(most):
            if chosen[y] == partner[c]:
                place[y] = c
    total = 0.0
    for out in range(most, -1, -1):  # without each in turn, at last (out = 0) with all
        skip, value, covered = out - 1, 0.0, 0
        if skip >= 0 and place[skip] < 0:
            continue
        for t in range(needs):
            rest[t] = 1.0
        for y in range(most):
            if place[y] >= 0 and y != skip:
                covered |= flags[place[y]]
                value += extra[place[y]]
                for t in range(needs):
                    rest[t] *= 1 - block[t, place[y]]
        value += flag_value(table, covered)
        for t in range(needs):
            value += weight[t] * (1 - rest[t])
        if skip >= 0:
            loss[skip] = value
        else:
            total = value
    for y in range(most):
        if place[y] >= 0:
            loss[y] = total - loss[y]
    for c in range(partner.shape[0]):
        gain[c] = extra[c] + flag_value(table, flags[c] & ~covered)
        for t in range(needs):
            gain[c] += weight[t] * rest[t] * block[t, c]
        for y in range(most):
            if place[y] == c:
                gain[c] = 0.0
    return total
