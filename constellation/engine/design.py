"""Design everybody's network: the one entry to the solver."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from constellation.engine import evaluate
from constellation.engine.certificate import ALL_PAIRS, LISTS, OPTIMUM, Columns, Design, Fair, Sample
from constellation.engine.fairness import Fairness
from constellation.engine.problem import Floats, Ints, Pairs, Population, Problem
from constellation.engine.solver import campaign as stages
from constellation.engine.solver.campaign import Campaign
from constellation.engine.solver.choices import all_pairs
from constellation.engine.solver.course import Course, Progress, Stopped
from constellation.engine.solver.large import with_lists
from constellation.engine.solver.prices import Schedule
from constellation.engine.solver.proof import Proof
from constellation.engine.solver.sample import re_answered

ALL_PAIRS_UP_TO = 5000  # people
MOST_CELLS = 250_000_000  # needs x partners over all people: a gigabyte
SAME = 2e-6  # relative: value and bound are one number


def design(
    problem: Problem, *, fairness: float = 1.0, seed: int = 0, executor: Executor | None = None,
    progress: Callable[[Progress], None] | None = None, cancelled: Callable[[], bool] | None = None,
) -> Design:  # fmt: skip
    """Networks for everybody at once, with a certificate.

    `fairness`: alpha >= 0 (0: plain total).  `seed`: draws candidate lists (above 5,000 people) and the sample; the
    same seed gives the same design on any executor.  `executor`: runs blocks of people; None: here.  `progress` is
    told value and bound as they become known; `cancelled` is asked often, and when true the best design so far comes
    back marked `stopped`.  Raises BadProblem for fairness below 0.  Zero people, nobody offering, everybody barred:
    an empty design, value of kept ties, certified 1.

    >>> from constellation.engine.examples import two_people
    >>> made = design(two_people(), fairness=0)
    >>> made.person.tolist(), made.partner.tolist(), made.scope
    ([0], [1], 'optimum proven')
    """
    Fairness(fairness, np.zeros(0))
    course = Course(executor, progress, cancelled)
    if isinstance(problem, Pairs) or all_pairs_fit(problem):
        made = on_all_pairs(problem, course)
    else:
        made = on_lists(problem, seed, course)
    return assemble(made, fairness, course)


@dataclass
class Made:
    """What the plain stage leaves for the rest."""

    run: Campaign
    scope: str
    stopped: bool = False
    proof: Proof | None = None
    sample: Sample | None = None


def all_pairs_fit(problem: Problem) -> bool:
    cells = len(problem.needs.ids) * int((problem.gives > 0).sum())
    return problem.people <= ALL_PAIRS_UP_TO and cells <= MOST_CELLS


def on_all_pairs(problem: Problem, course: Course) -> Made:
    run = Campaign.begin(problem, all_pairs(problem, course.executor), course)
    made = Made(run, ALL_PAIRS)
    try:
        prices = stages.plain(run, Schedule())
        if stages.provable(problem):
            made.proof = stages.proven(run, prices)
    except Stopped:
        made.stopped = True
    return made


def on_lists(problem: Population, seed: int, course: Course) -> Made:
    run = with_lists(problem, seed, course)
    made = Made(run, LISTS, stopped=run.stopped)
    if not run.stopped and run.price is not None:
        try:
            made.sample = re_answered(run, seed)
        except Stopped:
            made.stopped = True
    return made


def assemble(made: Made, alpha: float, course: Course) -> Design:
    """The fair stage, if asked for, and the certificate."""
    run, fair, chosen = made.run, None, made.run.best.chosen
    best = stages.alone(run)
    if alpha > 0:
        chosen, fair, interrupted = fair_stage(made, Fairness(alpha, best))
        made.stopped = made.stopped or interrupted
    person, place = np.nonzero(chosen >= 0)
    partner = run.choices.giver[chosen[person, place]]
    utility = evaluate.values(run.problem, person, partner)
    value = float(utility.sum())
    bound = max(value, run.bound) if np.isfinite(run.bound) else run.loose_bound()
    proven = made.proof is not None and made.proof.whole
    bound = value if proven and bound - value <= SAME * max(1.0, abs(bound)) else bound
    course.done_with(value, bound)
    return Design(
        person, partner, value, bound, OPTIMUM if proven else made.scope, utility,
        np.maximum(best, utility), by_person(run), fair, made.sample, lists_of(run) if made.scope == LISTS else None,
        columns_of(run, made.proof) if proven else None, made.stopped,
    )  # fmt: skip


def fair_stage(made: Made, fairness: Fairness) -> tuple[np.ndarray, Fair, bool]:
    run, chosen = made.run, made.run.best.chosen
    bound = float(fairness.phi(fairness.best)[fairness.counts()].sum())  # nobody does better than alone
    if not made.stopped and run.price is not None:
        try:
            chosen, value, bound = stages.fair(run, fairness)
            return chosen, Fair(fairness.alpha, value, bound), False
        except Stopped:
            pass
    return chosen, Fair(fairness.alpha, fairness.total(run.utility(chosen)), bound), True


def by_person(run: Campaign) -> Floats:
    price = np.zeros(run.problem.people)
    if run.price is not None:
        price[run.choices.giver] = run.price
    return price


def lists_of(run: Campaign) -> tuple[Ints, Ints]:
    choices = run.choices
    person = np.repeat(np.arange(choices.people), np.diff(choices.start))
    return person, choices.giver[choices.partner]


def columns_of(run: Campaign, proof: Proof | None) -> Columns | None:
    if proof is None:
        return None
    sets, giver = proof.columns.sets, run.choices.giver
    return Columns(proof.columns.person, np.where(sets >= 0, giver[sets], -1) if len(giver) else sets)
