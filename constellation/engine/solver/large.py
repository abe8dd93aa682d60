"""Above some thousands of people: rounds of prices on lists that are drawn again at those prices."""

from dataclasses import dataclass

import numpy as np

from constellation.engine.problem import Population
from constellation.engine.solver.answer import Effort
from constellation.engine.solver.campaign import Campaign, plain
from constellation.engine.solver.choices import Choices
from constellation.engine.solver.course import Course, Stopped
from constellation.engine.solver.lists import lists, pools_of
from constellation.engine.solver.prices import Schedule, find_prices
from constellation.engine.solver.rounding import Dive


@dataclass(frozen=True)
class Plan:
    """Lists of `size` from `draws` a cell (half as many for the first, which know no prices); schedules of the first, the later and the last round; the dive."""

    size: int
    draws: int
    rounds: int
    first: Schedule
    later: Schedule
    last: Schedule
    dive: Dive


THINK = Effort(6, 0.006, 60, 10)
TEN_THOUSANDS = Plan(
    64, 32, 3,
    Schedule(10, 3, 0, THINK, ring=24, more=0), Schedule(2, 5, 0, THINK, ring=24, more=0), Schedule(0, 7, 2, THINK, ring=32),
    Dive((0.5, 0.3, 0.3), Effort(24, 0.01, 500, 10)),
)  # fmt: skip
HUNDRED_THOUSANDS = Plan(
    48, 12, 2,
    Schedule(6, 0, 0, ring=4, more=0), Schedule(4, 2, 0, THINK, ring=8, step=0.02, steps=60, more=0),
    Schedule(4, 3, 1, THINK, Effort(6, 0.006, 400, 12), ring=20, steps=60, step=0.015, more=0),
    Dive((0.7, 0.5, 0.5), Effort(16, 0.01, 200, 10), steps=60),
)  # fmt: skip
MANY = 40_000


def with_lists(people: Population, seed: int, course: Course) -> Campaign:
    """The plain total over lists; stopped early, the campaign says so and holds the best so far."""
    plan = HUNDRED_THOUSANDS if people.people > MANY else TEN_THOUSANDS
    pools = pools_of(people)
    price = np.zeros(len(pools.giver))
    one = np.ones(people.people)
    choices, memory = lists(people, pools, plan.size, plan.draws // 2, seed, price, None, None, course.executor)
    run = Campaign.begin(people, choices, course, memory)
    run.dive = plan.dive
    try:
        for turn in range(plan.rounds):
            prices = find_prices(choices, one, memory, silent(course), plan.later if turn else plan.first,
                                 price if turn else None)  # fmt: skip
            price = prices.price
            course.tell("candidate lists", 0.3 * (turn + 1) / plan.rounds)
            choices, memory = lists(people, pools, plan.size, plan.draws, seed + turn + 1, price, choices, memory,
                                    course.executor)  # fmt: skip
            run.choices, run.memory = choices, memory
            run.best.chosen = widened(run.best.chosen, choices)
        plain(run, plan.last, price)
    except Stopped:
        run.stopped = True
    return run


def silent(course: Course) -> Course:
    """The same run without its voice: bounds over lists that are still changing certify nothing."""
    return Course(course.executor, None, course.cancelled)


def widened(chosen: np.ndarray, choices: Choices) -> np.ndarray:
    """Sets are places among the givers, which lists do not change; only their width may."""
    missing = choices.most - chosen.shape[1]
    return chosen if missing <= 0 else np.pad(chosen, ((0, 0), (0, missing)), constant_values=-1)
