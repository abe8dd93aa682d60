"""The value of a network written out in plain loops from its definition, and the best by trying everything."""

import math
from functools import cache
from itertools import combinations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from constellation.engine import Pairs
from constellation.engine.problem import GENERAL, INSIDE, OFF_CAMPUS, OUTSIDE, RESEARCH


def row_of(rows, i):
    """{id: weight} of row i."""
    return {int(rows.ids[x]): float(rows.weight[x]) for x in range(rows.start[i], rows.start[i + 1])}


def nearness(people, i, j):
    for step, unit in enumerate((people.department, people.college, people.campus)):
        if unit[i] >= 0 and unit[i] == unit[j]:
            return step
    return 3


def help_in(people, i, j, need):
    """How much j helps i in one of i's needs (its place among all needs)."""
    rules, area = people.rules, int(people.needs.ids[need])
    kind, help_ = people.kind[area], float(people.offer[j, area])
    if kind == RESEARCH:
        help_ *= min(1.0, rules.research_floor + (1 - rules.research_floor) * alike(people, i, j))
    elif kind != GENERAL:
        help_ *= (1.0, rules.same_college, rules.same_campus, rules.elsewhere)[nearness(people, i, j)]
    asked, known = row_of(people.need_topics, need), row_of(people.offer_topics, j)
    if help_ > 0 and asked:
        share = len(asked.keys() & known.keys()) / len(asked)
        help_ = 1 - (1 - help_) * (1 - rules.topic_lift * share)
    return help_


def alike(people, i, j):
    mine, theirs = row_of(people.interests, i), row_of(people.interests, j)
    return sum(mine[word] * theirs[word] for word in mine.keys() & theirs.keys())


def flags_of(people, i, j):
    if people.role[j] > 0:
        flags = {2 + int(people.role[j])}
    elif people.level[i] < 0 or people.level[j] <= people.level[i]:
        flags = {0}
    else:
        flags = {1} if people.level[j] == people.level[i] + 1 and not people.settled[j] else {2}
    if people.department[i] >= 0 and people.department[j] >= 0:
        flags.add(INSIDE if people.department[i] == people.department[j] else OUTSIDE)
    if nearness(people, i, j) == 3 and people.campus[i] >= 0 and people.campus[j] >= 0:
        flags.add(OFF_CAMPUS)
    return flags


def given_back(people, i, j):
    return sum(weight * people.offer[i, area] for area, weight in row_of(people.needs, j).items())


def value(problem, i, partners):
    """U_i of a set of new partners, kept ones included."""
    kept = [(x, int(b)) for x, (a, b) in enumerate(problem.kept) if a == i]
    if isinstance(problem, Pairs):
        return value_in_pairs(problem, i, [*partners, *(j for _, j in kept)])
    people, rules, total = problem, problem.rules, 0.0
    for need in range(people.needs.start[i], people.needs.start[i + 1]):
        area, open_ = int(people.needs.ids[need]), 1.0
        for j in partners:
            open_ *= 1 - help_in(people, i, j, need)
        for x, j in kept:
            floor = rules.kept_help if area in row_of(people.kept_areas, x) else 0.0
            open_ *= 1 - max(help_in(people, i, j, need), floor)
        total += people.needs.weight[need] * (1 - open_)
    everyone = [*partners, *(j for _, j in kept)]
    flags = set().union(*(flags_of(people, i, j) for j in everyone))
    total += sum(rules.bonus()[flag] for flag in flags)
    return total + sum(rules.interest * alike(people, i, j) + rules.reciprocity * given_back(people, i, j)
                       + (rules.preference if people.asked[i] & people.declared[j] else 0.0) for j in everyone)  # fmt: skip


def value_in_pairs(pairs, i, partners):
    total = 0.0
    for area, weight in row_of(pairs.needs, i).items():
        rows = [x for x in range(len(pairs.person)) if pairs.person[x] == i and pairs.area[x] == area]
        total += weight * (1 - math.prod(1 - pairs.help[x] for x in rows if pairs.partner[x] in partners))
    return total + sum(pairs.extra[x] for x in range(len(pairs.person))
                       if pairs.person[x] == i and pairs.partner[x] in partners)  # fmt: skip


def partners_for(problem, i):
    """Everybody who may be a new partner of i."""
    shut = {(int(a), int(b)) for pairs in (problem.barred, problem.kept) for a, b in pairs}
    free = [j for j in range(problem.people) if j != i and problem.gives[j] > 0 and (i, j) not in shut]
    if isinstance(problem, Pairs):
        named = {int(j) for a, j in zip(problem.person, problem.partner, strict=True) if a == i}
        free = [j for j in free if j in named]
    return free


def portfolios(problem, i):
    """Every set of new partners that i may have, with its value; the empty one first."""
    free = partners_for(problem, i)
    sizes = range(min(int(problem.seeks[i]), len(free)) + 1)
    known = cache(lambda set_: float(value(problem, i, set_)))
    return [(set_, known(set_)) for size in sizes for set_ in combinations(free, size)]


def best_answer(sets, price):
    """The best value less prices, beyond what having nobody new is worth."""
    nothing = sets[0][1]
    return max(worth - nothing - sum(price[j] for j in set_) for set_, worth in sets)


def best_of_all(problem, tables):
    """The optimum: one portfolio each (`tables[i]`) within the seats, by an integer program over all of them."""
    columns = [(i, set_, worth) for i, table in enumerate(tables) for set_, worth in table]
    one, seats = np.zeros((problem.people, len(columns))), np.zeros((problem.people, len(columns)))
    for x, (i, set_, _) in enumerate(columns):
        one[i, x] = 1
        seats[list(set_), x] = 1
    if not columns:
        return 0.0
    limits = [LinearConstraint(one, 1, 1), LinearConstraint(seats, -np.inf, problem.gives)]
    worth = np.array([worth for _, _, worth in columns])
    found = milp(-worth, integrality=np.ones(len(worth)), bounds=Bounds(0, 1), constraints=limits,
                 options={"mip_rel_gap": 0.0})  # fmt: skip
    return -float(found.fun)
