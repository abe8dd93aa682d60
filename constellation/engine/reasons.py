"""Why a tie: what each one contributes, need by need.  Why a need is open, and what would mend it."""

from dataclasses import dataclass

import numpy as np

from constellation.engine import evaluate
from constellation.engine.problem import FLAGS, Floats, Ints, Population, Problem

HELPS = 0.1  # from here on a partner counts as helping in an area


@dataclass(frozen=True)
class Contributions:
    """What each tie brings to its person's value: rows `tie`, `need`, `amount`; then `flags`, `extra`, and the `total`.

    What several partners cover together is split in proportion to the help of each, a flag equally among those who have
    it; so totals of a person's ties sum to U_i less what kept ties bring.
    """

    tie: Ints
    need: Ints
    amount: Floats
    flags: Ints
    total: Floats


def contributions(problem: Problem, person: Ints, partner: Ints) -> Contributions:
    """Shares of value by tie, shape (ties,); deterministic, in the order of the ties given."""
    ties = evaluate.help_of(problem, person, partner)
    weight, before, _ = evaluate.after_kept(problem)
    rest = np.ones(len(weight))
    np.multiply.at(rest, ties.need, 1 - ties.help)
    together = np.bincount(ties.need, ties.help, minlength=len(weight))
    with np.errstate(invalid="ignore", divide="ignore"):
        part = np.where(ties.help > 0, ties.help / together[ties.need], 0.0)
    amount = part * (weight * (1 - rest))[ties.need]
    new = ((ties.flags & ~before.astype(np.int64)[person])[:, None] >> np.arange(FLAGS)) & 1
    sharing = np.zeros((problem.people, FLAGS))
    np.add.at(sharing, person, new)
    of_flags = (new / np.maximum(1, sharing[person])) @ evaluate.bonus(problem)
    total = np.bincount(ties.tie, amount, minlength=len(person)) + of_flags + ties.extra
    return Contributions(ties.tie, ties.need, amount, ties.flags, total)


def covered(problem: Problem, person: Ints, partner: Ints) -> np.ndarray:
    """For every need, whether some kept or new partner helps in it (by HELPS or more)."""
    most = np.zeros(len(problem.needs.ids))
    for ties in (evaluate.kept_help(problem), evaluate.help_of(problem, person, partner)):
        np.maximum.at(most, ties.need, ties.help)
    return most >= HELPS


def offered(problem: Problem, areas: int) -> np.ndarray:
    """For every area, whether anybody with a seat offers it: a fact about the program, whoever may not be paired."""
    found = np.zeros(areas, bool)
    if isinstance(problem, Population):
        return np.asarray((problem.offer[problem.gives > 0] > 0).any(axis=0))
    found[problem.area[(problem.help > 0) & (problem.gives[problem.partner] > 0)]] = True
    return found
