"""What the report may count, gathered from the inputs and the design."""

import numpy as np

from constellation.cli.account.units import department_names, unit_of
from constellation.cli.files import Inputs
from constellation.cli.files.career import ROLE_CODE, SETTLED
from constellation.engine import Design, Population
from constellation.engine.evaluate import help_of
from constellation.engine.problem import COLLEAGUE
from constellation.engine.reasons import HELPS, covered
from constellation.report.facts import Facts, Flags, Ints
from constellation.words import in_language


def facts_of(inputs: Inputs, design: Design) -> Facts:
    """Units are called the same whatever the reader's language: releases are compared by what is counted."""
    roster, problem, n = inputs.roster, inputs.problem, inputs.problem.people
    offer_person, offer_area = offers_of(inputs)
    with in_language("en"):
        departments, colleges = department_names(inputs), [unit_of(inputs, person) for person in range(n)]
    kept = problem.kept
    return Facts(
        areas=tuple(inputs.area_names),
        department=departments,
        college=colleges,
        stage=roster.stage,
        role=roster.role,
        seeks=problem.seeks,
        gives=problem.gives,
        partners=np.bincount(design.person, minlength=n),
        load=np.bincount(design.partner, minlength=n),
        kept=np.bincount(kept[:, 0], minlength=n),
        level=roster.levels(),
        near_peer=near_peers(inputs),
        need_person=problem.needs.owner(),
        need_area=problem.needs.ids,
        before=covered_before(inputs),
        after=covered(problem, design.person, design.partner),
        offer_person=offer_person,
        offer_area=offer_area,
        compared=bool(inputs.current),
    )


def covered_before(inputs: Inputs) -> Flags:
    """For every need, whether a current partner covers it: kept or not, by help or because the tie names its area."""
    nobody, areas = np.zeros(0, np.int64), len(inputs.area_names)
    by_kept = covered(inputs.problem, nobody, nobody)
    ties = help_of(inputs.problem, inputs.compared[:, 0], inputs.compared[:, 1])
    most = np.zeros(len(by_kept))
    np.maximum.at(most, ties.need, ties.help)
    named = [tie.person * areas + area for tie in inputs.current for area in tie.areas]
    needs = inputs.problem.needs
    return np.asarray(by_kept | (most >= HELPS) | np.isin(needs.owner() * areas + needs.ids, named))


def offers_of(inputs: Inputs) -> tuple[Ints, Ints]:
    """Person and area of everything offered; in pairs, of every area in which somebody would help somebody."""
    problem = inputs.problem
    if isinstance(problem, Population):
        person, area = np.nonzero(problem.offer >= HELPS)
        return person.astype(np.int64), area.astype(np.int64)
    some = problem.help >= HELPS
    both = np.unique(np.column_stack([problem.partner[some], problem.area[some]]), axis=0)
    return both[:, 0], both[:, 1]


def near_peers(inputs: Inputs) -> Flags:
    """For each person, whether somebody one rank above, and not known to be long there, is in the department.

    Of whom no department is known, nothing is missing.
    """
    roster = inputs.roster
    level, department = roster.levels(), roster.department_codes()
    settled = np.array([stage in SETTLED for stage in roster.stage], bool)
    could = np.array([ROLE_CODE[role] == COLLEAGUE for role in roster.role], bool) & ~settled & (department >= 0)
    there = set(zip(department[could].tolist(), level[could].tolist(), strict=True))
    own = zip(department.tolist(), (level + 1).tolist(), strict=True)
    return np.array([one[0] < 0 or one in there for one in own], bool)
