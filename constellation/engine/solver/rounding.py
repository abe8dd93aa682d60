"""From prices to whole sets: keep the people whose choice is nearly made, answer again with the seats left, repeat."""

from dataclasses import dataclass

import numpy as np

from constellation.engine.problem import Floats
from constellation.engine.solver.answer import Answer, Effort, Memory, answer
from constellation.engine.solver.choices import Choices
from constellation.engine.solver.columns import settle
from constellation.engine.solver.course import Course, Stopped
from constellation.engine.solver.prices import Prices, Worth, plain_worth
from constellation.engine.solver.seats import complete

TAKEN = 9.0  # the price of a giver without a free seat: nobody asks
ANSWERS = Effort(32, 0.012, 4000, 12)


@dataclass(frozen=True)
class Dive:
    """How rounding goes: `shares` of the undecided decided in the first rounds (the last one from then on), effort of
    answers, reach and heat of the price steps, and how many steps."""

    shares: tuple[float, ...] = (0.5, 0.25, 0.25, 0.2)
    effort: Effort = ANSWERS
    box: float = 0.01
    hot: float = 0.002
    cold: float = 0.0004
    steps: int = 100


def round_off(choices: Choices, gain: Floats, prices: Prices, memory: Memory, course: Course, dive: Dive,
              told: tuple[float, float] = (0.5, 0.9), worth: Worth = plain_worth) -> np.ndarray:  # fmt: skip
    """Whole sets (people x most, places among the givers, -1 none) that fit the seats.

    Raises Stopped with nothing lost: see `best_so_far` of the caller.
    """
    chosen = np.full((choices.people, choices.most), -1, np.int32)
    open_, left = choices.seeks > 0, choices.seats.astype(np.int64).copy()
    price, rounds, idle, answers = prices.price.copy(), 0, 0, prices.answer
    try:
        while open_.any() and idle <= 6:
            if rounds:
                answers = answer(choices, price, 1 / gain, memory, dive.effort, course.executor, who=open_)
            made = decide(answers, worth(answers.gross), price, left, chosen, open_, dive, rounds)
            price[left == 0] = TAKEN
            rounds += 1
            idle = 0 if made else idle + 1
            if not made:
                price[left > 0] *= 0.5  # seats left and nobody pays
            done = 1 - open_.sum() / max(1, (choices.seeks > 0).sum())
            course.tell("rounding", told[0] + (told[1] - told[0]) * done)
    except Stopped:
        finish(choices, chosen, prices.price, gain)
        raise Halfway(chosen) from None
    finish(choices, chosen, prices.price, gain)
    return chosen


class Halfway(Stopped):
    """Stopped while rounding; `chosen` is whole and fits the seats."""

    def __init__(self, chosen: np.ndarray) -> None:
        super().__init__()
        self.chosen = chosen


def finish(choices: Choices, chosen: np.ndarray, price: Floats, gain: Floats) -> None:
    """Fill the seats left over: first at their prices, then for whatever they add."""
    order = np.argsort((chosen >= 0).sum(1), kind="stable")
    complete(choices, chosen, price, gain, order)
    complete(choices, chosen, np.zeros_like(price), gain, order)


def decide(answers: Answer, value: Floats, price: Floats, left: np.ndarray, chosen: np.ndarray,
           open_: np.ndarray, dive: Dive, rounds: int) -> int:  # fmt: skip
    """Settle prices on the answers and fix the people with the largest share of one set.  Returns how many."""
    share = np.zeros(answers.gross.shape)
    count = np.where(open_, answers.count, 0)
    settle(answers.sets, value, count, price, left.astype(float), dive.box, dive.hot, dive.cold,
           dive.steps, share)  # fmt: skip
    best = share.argmax(1)
    weight = share[np.arange(len(best)), best]
    weight[~open_ | (weight < 1 - share.sum(1))] = -1
    order = np.argsort(-weight, kind="stable")[: (weight > 0).sum()]
    wanted = max(min(8, len(order)), int(len(order) * dive.shares[min(rounds, len(dive.shares) - 1)]),
                 int((weight > 0.97).sum() * 0.8))  # fmt: skip
    made = 0
    for i in order:
        if made >= wanted:
            break
        partners = answers.sets[i, best[i]]
        partners = partners[partners >= 0]
        if (left[partners] > 0).all():
            left[partners] -= 1
            chosen[i, : len(partners)] = partners
            open_[i] = False
            made += 1
    return made
