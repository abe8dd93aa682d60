"""Prices of seats: few true sweeps over all people, many cheap price steps over the sets they answered with.

The best proven bound is L(price) = price . seats + sum_i g_i max_S [U_i(S) - price(S) / g_i] (Lagrangian dual of the
capacities), with g_i = 1 for the plain total.  Source: docs/decisions/prices-over-columns.md.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from constellation.engine.problem import Floats
from constellation.engine.solver.answer import Answer, Effort, Memory, answer
from constellation.engine.solver.choices import Choices
from constellation.engine.solver.columns import Ring, settle
from constellation.engine.solver.course import Course, Stopped

CHEAP = Effort(nodes=0, steps=4)
THINKING = Effort(6, 0.006, 60, 10)
PROOF = Effort(12, 0.006)
FADE = 0.8  # from one cheap sweep to the next
LIVELY = 1e-3  # of the dual: a sweep that gains as much is worth others
PATIENCE = 2  # how many


@dataclass(frozen=True)
class Schedule:
    """Numbers of sweeps, and how hard people think in each kind; `step` how far the first cheap sweep moves prices,
    `box` the first reach of a price step over sets, `ring` sets kept per person, `goal` the relative gap between the
    true and the seen dual that ends the proven sweeps; `more` sweeps at most follow while they still gain LIVELY."""

    cheap: int = 8
    middle: int = 8
    proven: int = 4
    thinking: Effort = THINKING
    proof: Effort = PROOF
    ring: int = 40
    step: float = 0.06
    box: float = 0.02
    steps: int = 100
    goal: float = 3e-4
    more: int = 24

    @property
    def planned(self) -> int:
        return self.cheap + self.middle + self.proven

    def effort(self, sweep: int) -> Effort:
        if sweep < self.cheap:
            return CHEAP
        return self.thinking if sweep < self.cheap + self.middle else self.proof


Worth = Callable[[Floats], Floats]


def plain_worth(gross: Floats) -> Floats:
    return gross


@dataclass
class Prices:
    """Prices with the best proven `bound` on the weighted total (without what kept ties bring); sets seen on the way;
    `expected`: each person's gross value under the fractional assignment of the last price steps."""

    price: Floats
    bound: float
    answer: Answer
    ring: Ring
    expected: Floats


class Midway(Stopped):
    """Stopped while prices were found; `bound` is the best proven so far, at `price`."""

    def __init__(self, price: Floats, bound: float) -> None:
        super().__init__()
        self.price, self.bound = price, bound


def weighted(choices: Choices, gain: Floats, price: Floats, net: Floats) -> float:
    """The dual in float64, rounded outward."""
    total = float(price @ choices.seats) + float(gain @ net)
    return total + abs(total) * 1e-12


def load_of(choices: Choices, sets: np.ndarray) -> Floats:
    """Seats asked for, by giver, when everybody takes the first of their sets."""
    return np.bincount(sets[sets >= 0], minlength=len(choices.seats)).astype(float)


def pushed(choices: Choices, price: Floats, sets: np.ndarray, size: float) -> Floats:
    """Prices up where more seats are asked for than there are, down where fewer are, by at most `size`."""
    load = load_of(choices, sets)
    step = (load - choices.seats) / np.maximum(load, choices.seats)
    return np.maximum(0, price + size * step)


def level_price(choices: Choices, gain: Floats, memory: Memory, course: Course) -> Floats:
    """One price for all at which about as many seats are asked for as there are."""
    low, high, price = 0.0, 1.0, 0.03
    for _ in range(6):
        uniform = np.full(len(choices.seats), price)
        got = answer(choices, uniform, 1 / gain, memory, Effort(nodes=0, steps=2), course.executor)
        if (got.sets >= 0).sum() > choices.seats.sum():
            low = price
        else:
            high = price
        course.breathe()
        if high < 0.04:
            break
        price = (low + high) / 2
    return np.full(len(choices.seats), (low + high) / 2)


def stepped(ring: Ring, value: Floats, seats: np.ndarray, start: Floats, box: float, steps: int,
            share: Floats) -> tuple[Floats, float, float]:  # fmt: skip
    """Price steps over the sets seen, within `box` of `start`; `share` gets their parts.

    Returns prices, the dual over these sets, and what part of the prices went as far as they might.
    """
    price, hot = start.copy(), min(0.006, box / 3)
    low = settle(ring.sets, value, ring.count, price, seats.astype(float), box, hot, hot / 12, steps, share)
    return price, low, float(np.mean(np.abs(price - start) > 0.98 * box)) if len(price) else 0.0


def find_prices(
    choices: Choices, gain: Floats, memory: Memory, course: Course, schedule: Schedule, start: Floats | None = None,
    told: tuple[float, float] = (0.0, 0.5), worth: Worth = plain_worth,
) -> Prices:  # fmt: skip
    """Prices near the minimum of the dual; the bound is proven by the last sweeps.

    Raises Midway, with what is proven so far, when stopped.

    `told`: the part of the whole run this is, for progress.  `worth`: of sets in the objective, from their gross value;
    people think with its slope `gain`, price steps weigh the sets they answered with by it.
    """
    price = level_price(choices, gain, memory, course) if start is None else start.copy()
    ring = Ring.blank(choices.people, schedule.ring, choices.most)
    best, kept, box, hit, low, sweep, lively = np.inf, price, schedule.box, 0.0, -np.inf, 0, 0
    share, expected = np.zeros(ring.gross.shape), np.zeros(choices.people)
    last, sure = None, Midway(price, np.inf)
    while True:
        cheap, proven = sweep < schedule.cheap, sweep >= schedule.cheap + schedule.middle
        got = answer(choices, price, 1 / gain, memory, schedule.effort(sweep), course.executor)
        ring.remember(got)
        bound = weighted(choices, gain, price, got.bound)
        sure = min(sure, Midway(price.copy(), bound), key=lambda one: one.bound)
        dual = weighted(choices, gain, price, got.net) if cheap else bound
        if sweep in (schedule.cheap, schedule.cheap + schedule.middle):
            best = np.inf
        lively = PATIENCE if dual < best - LIVELY * abs(best) else lively - 1
        if dual < best:
            best, kept, last, box = dual, price.copy(), got, box * (2 if hit > 0.01 else 1)
        else:
            box *= 0.6
        certified = bound + float(choices.base.sum()) if (gain == 1).all() else np.nan
        done = told[0] + (told[1] - told[0]) * min(1, (sweep + 1) / schedule.planned)
        try:
            course.tell("prices", done, bound=certified)
        except Stopped:
            raise sure from None
        sweep += 1
        settled = proven and best - low < schedule.goal * abs(best) and hit < 0.01
        if settled or sweep >= schedule.planned + (schedule.more if lively > 0 else 0):
            break
        if cheap:
            price = pushed(choices, price, got.sets, schedule.step * FADE ** (sweep - 1))
        else:
            price, low, hit = stepped(ring, worth(ring.gross), choices.seats, kept, box, schedule.steps, share)
            expected = (share * ring.gross).sum(1)
    assert last is not None
    return Prices(kept, best, last, ring, expected)
