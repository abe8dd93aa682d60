"""What a design is worth, in float64 and without the solver: for every reported value, for reasons and for the check.

Ties are two arrays, `person` and `partner`, one entry a tie.  Source: docs/measures.md#value.
"""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from constellation.engine.problem import (
    FLAGS,
    INSIDE,
    OFF_CAMPUS,
    OUTSIDE,
    Floats,
    Ints,
    Pairs,
    Population,
    Problem,
    Rows,
)


@dataclass(frozen=True)
class Help:
    """What ties bring: row r says that `tie[r]` serves need `need[r]` (its place among all needs) with `help[r]`."""

    tie: Ints
    need: Ints
    help: Floats
    flags: Ints
    extra: Floats


def help_of(problem: Problem, person: Ints, partner: Ints) -> Help:
    """What each tie brings on its own.

    In pairs, a tie without a row brings nothing.  Kept ties need no special word here: see `kept_help`.
    """
    person, partner = np.asarray(person, np.int64), np.asarray(partner, np.int64)
    if isinstance(problem, Pairs):
        return help_in_pairs(problem, person, partner)
    return help_in_population(problem, person, partner)


def spread(start: Ints, which: Ints) -> tuple[Ints, Ints]:
    """For rows `which` of those that begin at `start`: the index in `which` and the place of every entry."""
    sizes = np.diff(start)[which]
    owner = np.repeat(np.arange(len(which)), sizes)
    within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return owner, start[which][owner] + within


def help_in_population(people: Population, person: Ints, partner: Ints) -> Help:
    rules = people.rules
    tie, need = spread(people.needs.start, person)
    area = people.needs.ids[need]
    alike = dot(people.interests, person, people.interests, partner)
    near = closeness(people, person, partner)
    worth = np.ones((3, len(person)))
    worth[1] = np.minimum(1, rules.research_floor + (1 - rules.research_floor) * alike)
    worth[2] = np.array([1.0, rules.same_college, rules.same_campus, rules.elsewhere])[near]
    help_ = people.offer[partner[tie], area] * worth[people.kind[area], tie]
    share = dot(people.need_topics, need, people.offer_topics, partner[tie])
    share /= np.maximum(1, np.diff(people.need_topics.start)[need])
    help_ = np.where((help_ > 0) & (share > 0), 1 - (1 - help_) * (1 - rules.topic_lift * share), help_)
    extra = rules.interest * alike + rules.reciprocity * back(people, person, partner)
    extra += rules.preference * ((people.asked[person] & people.declared[partner]) != 0)
    return Help(tie, need, help_, flags(people, person, partner, near), extra)


def dot(left: Rows, i: Ints, right: Rows, j: Ints) -> Floats:
    """Inner products of rows i of `left` with rows j of `right`."""
    if not len(left.ids) or not len(right.ids) or not len(i):
        return np.zeros(len(i))
    width = 1 + int(max(left.ids.max(), right.ids.max()))
    a = sp.csr_matrix((left.weight, left.ids, left.start), shape=(len(left.start) - 1, width))
    b = sp.csr_matrix((right.weight, right.ids, right.start), shape=(len(right.start) - 1, width))
    return np.asarray(a[i].multiply(b[j]).sum(axis=1)).ravel()


def back(people: Population, person: Ints, partner: Ints) -> Floats:
    """What the partner gets back: their needs met by the person's offers, 0-1."""
    tie, need = spread(people.needs.start, partner)
    worth = people.needs.weight[need] * people.offer[person[tie], people.needs.ids[need]]
    return np.bincount(tie, worth, minlength=len(person)).astype(np.float64)


def closeness(people: Population, person: Ints, partner: Ints) -> Ints:
    """0 same department, 1 same college, 2 same campus, 3 elsewhere or unknown."""
    near = np.full(len(person), 3)
    for place, unit in ((2, people.campus), (1, people.college), (0, people.department)):
        near[(unit[person] >= 0) & (unit[person] == unit[partner])] = place
    return near


def flags(people: Population, person: Ints, partner: Ints, near: Ints) -> Ints:
    step = people.level[partner] - people.level[person]
    known = (people.level[partner] >= 0) & (people.level[person] >= 0)
    colleague = np.where(~known | (step <= 0), 1, np.where((step == 1) & ~people.settled[partner], 2, 4))
    mask: Ints = np.where(people.role[partner] > 0, 1 << (2 + people.role[partner].astype(np.int64)), colleague)
    known = (people.department[person] >= 0) & (people.department[partner] >= 0)
    mask = mask | np.where(known, np.where(near == 0, 1 << INSIDE, 1 << OUTSIDE), 0)
    away = (near == 3) & (people.campus[person] >= 0) & (people.campus[partner] >= 0)
    away &= people.campus[person] != people.campus[partner]
    return mask | np.where(away, 1 << OFF_CAMPUS, 0)


def help_in_pairs(pairs: Pairs, person: Ints, partner: Ints) -> Help:
    table, n = pairs.table, pairs.people
    key, asked = table.person * n + table.partner, person * n + partner
    no_flags = np.zeros(len(asked), np.int64)
    if not len(key):
        return Help(no_flags[:0], no_flags[:0], np.zeros(0), no_flags, np.zeros(len(asked)))
    place = np.minimum(np.searchsorted(key, asked), len(key) - 1)
    known = np.flatnonzero(key[place] == asked)
    tie, row = spread(table.start, place[known])
    useful = table.need[row] >= 0
    extra = np.zeros(len(asked))
    extra[known] = table.extra[place[known]]
    return Help(known[tie[useful]], table.need[row[useful]], table.help[row[useful]], no_flags, extra)


def kept_help(problem: Problem) -> Help:
    """What kept ties bring: as any tie, and in the areas they name at least `rules.kept_help`."""
    brought = help_of(problem, problem.kept[:, 0], problem.kept[:, 1])
    if isinstance(problem, Pairs):
        return brought
    areas = problem.offer.shape[1]
    named = problem.kept_areas.owner() * areas + problem.kept_areas.ids
    floor = np.isin(brought.tie * areas + problem.needs.ids[brought.need], named) * problem.rules.kept_help
    return Help(brought.tie, brought.need, np.maximum(brought.help, floor), brought.flags, brought.extra)


def bonus(problem: Problem) -> Floats:
    return np.zeros(FLAGS) if isinstance(problem, Pairs) else problem.rules.bonus()


def after_kept(problem: Problem) -> tuple[Floats, np.ndarray, Floats]:
    """Weights left open by kept ties, flags they cover, and each person's value from them alone."""
    kept = kept_help(problem)
    rest, covered, extra = together(problem, problem.kept[:, 0], kept)
    value = worth(problem, problem.needs.weight, rest, covered, np.zeros(problem.people, np.int64), extra)
    return problem.needs.weight * rest, covered.astype(np.uint16), value


def together(problem: Problem, person: Ints, brought: Help) -> tuple[Floats, Ints, Floats]:
    """Part of each need left open, flags covered and extra value per person, by all ties together."""
    rest = np.ones(len(problem.needs.ids))
    np.multiply.at(rest, brought.need, 1 - brought.help)
    covered = np.zeros(problem.people, np.int64)
    np.bitwise_or.at(covered, person, brought.flags)
    return rest, covered, np.bincount(person, brought.extra, minlength=problem.people).astype(np.float64)


def worth(problem: Problem, weight: Floats, rest: Floats, covered: Ints, before: Ints, extra: Floats) -> Floats:
    served = np.bincount(problem.needs.owner(), weight * (1 - rest), minlength=problem.people)
    new = ((covered & ~before)[:, None] >> np.arange(FLAGS)) & 1
    return served + new @ bonus(problem) + extra


def values(problem: Problem, person: Ints, partner: Ints) -> Floats:
    """U_i of every person with kept ties and these new ones, shape (N,)."""
    weight, before, base = after_kept(problem)
    rest, covered, extra = together(problem, person, help_of(problem, person, partner))
    return base + worth(problem, weight, rest, covered, before.astype(np.int64), extra)


def set_values(problem: Problem, person: Ints, sets: NDArray[np.integer]) -> Floats:
    """U of each column beyond kept ties: `person[x]` with the partners `sets[x]` (persons, -1 none)."""
    weight, before, _ = after_kept(problem)
    column, place = np.nonzero(sets >= 0)
    ties = help_of(problem, person[column], sets[column, place].astype(np.int64))
    width = 1 + int(np.diff(problem.needs.start).max(initial=0))
    key = column[ties.tie] * width + ties.need - problem.needs.start[person[column[ties.tie]]]
    used, cell = np.unique(key, return_inverse=True)
    rest, need = np.ones(len(used)), np.zeros(len(used), np.int64)
    np.multiply.at(rest, cell, 1 - ties.help)
    need[cell] = ties.need
    value = np.bincount(used // width, weight[need] * (1 - rest), minlength=len(person))
    covered = np.zeros(len(person), np.int64)
    np.bitwise_or.at(covered, column, ties.flags)
    new = ((covered & ~before.astype(np.int64)[person])[:, None] >> np.arange(FLAGS)) & 1
    return value + new @ bonus(problem) + np.bincount(column, ties.extra, minlength=len(person))
