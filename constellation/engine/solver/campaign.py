"""One run from choices to whole sets: the plain total, then (if asked) the fair one, near-optimal or proven."""

from dataclasses import dataclass, field
from functools import partial

import numpy as np

from constellation.engine import evaluate
from constellation.engine.fairness import Fairness
from constellation.engine.problem import Floats, Problem
from constellation.engine.solver.answer import Effort, Memory, answer
from constellation.engine.solver.choices import Choices
from constellation.engine.solver.course import Course, Stopped
from constellation.engine.solver.exchange import exchange
from constellation.engine.solver.prices import Midway, Prices, Schedule, find_prices
from constellation.engine.solver.proof import TREE, Proof, least_dual, prove, seen
from constellation.engine.solver.rounding import Dive, Halfway, finish, round_off

SMALL = 100  # people: up to here the best design is proven
LEAN = 2.0  # partners sought by a seeker on average: up to here programs over sets come out nearly whole
LEAN_PEOPLE, LEAN_NODES = 1500, 300  # seekers, and nodes of a tree that is small where there is one
ALONE = (*(Effort(nodes=0, steps=6),) * 2, Effort(nodes=40, steps=10))  # a proof would cost more than the design
FAIR = (Schedule(8, 6, 0), Schedule(0, 5, 2))  # turns of fair weights: a third changes nothing


@dataclass
class Best:
    """The best whole sets so far, with the value of the plain total."""

    chosen: np.ndarray
    value: float = -np.inf


@dataclass
class Campaign:
    """`problem` on `choices`: everything the stages share."""

    problem: Problem
    choices: Choices
    course: Course
    memory: Memory
    best: Best
    bound: float = np.inf
    price: Floats | None = None
    dive: Dive = field(default_factory=Dive)
    stopped: bool = False
    expected: Floats = field(default_factory=lambda: np.zeros(0))

    @classmethod
    def begin(cls, problem: Problem, choices: Choices, course: Course, memory: Memory | None = None) -> "Campaign":
        """With a first whole design at once, so that stopping never leaves nothing."""
        first = np.full((choices.people, choices.most), -1, np.int32)
        finish(choices, first, np.zeros(len(choices.seats)), np.ones(choices.people))
        campaign = cls(problem, choices, course, memory or Memory.blank(choices), Best(first))
        campaign.best.value = campaign.total(first)
        course.say("first design", 0.02, value=campaign.best.value)
        return campaign

    def total(self, chosen: np.ndarray) -> float:
        return float(self.utility(chosen).sum())

    def utility(self, chosen: np.ndarray) -> Floats:
        person, place = np.nonzero(chosen >= 0)
        return evaluate.values(self.problem, person, self.choices.giver[chosen[person, place]])

    def keep(self, chosen: np.ndarray) -> None:
        value = self.total(chosen)
        if value > self.best.value:
            self.best = Best(chosen, value)

    def loose_bound(self) -> float:
        """Where no price was found in time: everybody gets what they could have alone, at no price."""
        free, one = np.zeros(len(self.choices.seats)), np.ones(self.choices.people)
        got = answer(self.choices, free, one, Memory.blank(self.choices), Effort(nodes=0), self.course.executor)
        return float(self.choices.base.sum() + got.bound.sum())

    def worth(self, person: np.ndarray, sets: np.ndarray) -> Floats:
        """Exact value of columns, without what kept ties bring."""
        partners = np.where(sets >= 0, self.choices.giver[sets], -1) if len(self.choices.giver) else sets
        return evaluate.set_values(self.problem, person, partners)


def plain(run: Campaign, schedule: Schedule, start: Floats | None = None) -> Prices:
    """The plain total: prices with a proven bound, then whole sets."""
    one = np.ones(run.choices.people)
    try:
        prices = find_prices(run.choices, one, run.memory, run.course, schedule, start, told=(0.05, 0.5))
    except Midway as half:
        run.price, run.bound = half.price, half.bound + float(run.choices.base.sum())
        raise
    run.expected = prices.expected
    run.price, run.bound = prices.price, prices.bound + float(run.choices.base.sum())
    chosen = rounded(run, one, prices, (0.5, 0.75))
    run.keep(chosen)
    run.course.tell("whole sets", 0.75, value=run.best.value, bound=run.bound)
    return prices


def rounded(run: Campaign, gain: Floats, prices: Prices, told: tuple[float, float]) -> np.ndarray:
    try:
        return round_off(run.choices, gain, prices, run.memory, run.course, run.dive, told)
    except Halfway as half:
        run.keep(half.chosen)
        raise Stopped from None


def provable(problem: Problem) -> bool:
    """Whether a proof is worth trying: few people, or not too many who seek one or two partners each."""
    seeking = int((problem.seeks > 0).sum())
    return problem.people <= SMALL or (seeking <= LEAN_PEOPLE and int(problem.seeks.sum()) <= LEAN * seeking)


def proven(run: Campaign, prices: Prices) -> Proof:
    """The optimum of the plain total, or as near to it as the proof gets."""
    one, base = np.ones(run.choices.people), float(run.choices.base.sum())
    start = seen(prices.ring.count, prices.ring.sets)
    price, dual, met = least_dual(run.choices, one, run.worth, start, run.memory, run.course)
    known, nodes = (run.best.chosen, run.best.value - base), TREE if run.problem.people <= SMALL else LEAN_NODES
    proof = prove(run.choices, one, run.worth, price, dual, met, known, nodes, run.memory, run.course)
    run.keep(proof.chosen)
    run.price, run.bound = price, base + max(proof.bound, run.best.value - base)
    run.course.tell("proof", 0.85, value=run.best.value, bound=run.bound)
    return proof


def alone(run: Campaign) -> Floats:
    """What each person could have alone: the best answer at no price (kept ties included)."""
    free, one, memory = np.zeros(len(run.choices.seats)), np.ones(run.choices.people), Memory.blank(run.choices)
    for effort in ALONE:
        got = answer(run.choices, free, one, memory, effort, run.course.executor)
    return run.utility(got.sets[:, 0])


def fair(run: Campaign, fairness: Fairness) -> tuple[np.ndarray, float, float]:
    """Whole sets for the fair objective, its value there and a proven bound on it.

    Each turn maximises the tangent of the objective at the present utilities: weighted prices, weighted rounding.
    """
    choices, base = run.choices, run.choices.base
    at, best, bound = base + run.expected, run.best.chosen, np.inf
    reached, price = fairness.total(run.utility(best)), None
    for turn, schedule in enumerate(FAIR):
        gain, unit = weights(fairness, at)
        straight = partial(np.multiply, gain[:, None])
        prices = find_prices(choices, gain, run.memory, run.course, schedule, price, (0.8, 0.9), straight)
        bound, price = min(bound, fairness.bound(at, base, prices.bound, unit)), prices.price
        if turn + 1 < len(FAIR):
            at = (at + base + prices.expected) / 2
    curved = partial(fair_worth, fairness, base, fairness.phi(base)[:, None], unit)
    chosen = round_off(choices, gain, prices, run.memory, run.course, run.dive, (0.9, 0.98), curved)
    for start in (best, chosen):
        sets = exchange(choices, fairness, start)
        total = fairness.total(run.utility(sets))
        if total > reached:
            best, reached = sets, total
    return best, reached, max(bound, reached)


def fair_worth(fairness: Fairness, base: Floats, none: Floats, unit: float, gross: Floats) -> Floats:
    """Sets in the fair objective, above having none, in units of the weighted total."""
    return (fairness.phi((base[:, None] + gross).T).T - none) * unit


def weights(fairness: Fairness, at: Floats) -> tuple[Floats, float]:
    """Slopes of the fair objective times a unit that makes their mean one; people who do not count weigh the least."""
    slope = fairness.slope(at)
    some = slope[slope > 0]
    if not len(some):
        return np.ones(len(slope)), 1.0
    unit = float(1 / some.mean())
    return np.where(slope > 0, slope, some.min()) * unit, unit
