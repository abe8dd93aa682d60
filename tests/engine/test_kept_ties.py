"""Kept ties count, take no new seat and are not made again; pairs that harm are left alone."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from constellation.engine import Pairs, Rows, design
from constellation.engine.examples import two_people
from tests.engine.formula import value
from tests.engine.tiny import problems

NOBODY = np.zeros((0, 2), np.int64)


def pairs(rows, seeks, gives, kept=NOBODY, barred=NOBODY):
    """Three people; rows (person, partner, help, extra), all in one area."""
    person, partner, help_, extra = (np.array(column) for column in zip(*rows, strict=True))
    everybody = np.arange(3)
    return Pairs(
        seeks=np.array(seeks), gives=np.array(gives), needs=Rows.of(3, everybody, everybody * 0, np.ones(3)),
        person=person, partner=partner, area=person * 0, help=help_.astype(float), extra=extra.astype(float),
        barred=np.array(barred, np.int64).reshape(-1, 2), kept=np.array(kept, np.int64).reshape(-1, 2),
    )  # fmt: skip


def ties(made):
    return sorted(zip(made.person.tolist(), made.partner.tolist(), strict=True))


def test_a_kept_tie_counts_and_the_next_partner_adds_what_is_left_open():
    problem = pairs([(0, 1, 0.5, 0), (0, 2, 0.6, 0)], [2, 0, 0], [0, 5, 1], kept=[(0, 1)])

    made = design(problem, fairness=0)

    assert ties(made) == [(0, 2)]
    assert made.value == pytest.approx(1 - 0.5 * 0.4, abs=1e-9)


def test_a_kept_tie_uses_no_seat_of_its_giver():
    problem = pairs([(0, 1, 0.5, 0), (2, 1, 0.6, 0)], [1, 0, 1], [0, 1, 0], kept=[(0, 1)])

    made = design(problem, fairness=0)

    assert ties(made) == [(2, 1)]
    assert made.value == pytest.approx(0.5 + 0.6, abs=1e-9)


def test_a_kept_tie_counts_although_its_giver_has_no_seat_and_its_person_seeks_nobody():
    problem = pairs([(0, 1, 0.5, 0.25)], [0, 0, 0], [0, 0, 0], kept=[(0, 1)])

    made = design(problem, fairness=1)

    assert ties(made) == []
    assert (made.value, made.certified) == (pytest.approx(0.75, abs=1e-9), 1.0)


def test_a_pair_that_harms_is_not_chosen_and_one_that_helps_more_than_it_harms_is():
    problem = pairs([(0, 1, 0.5, -0.6), (0, 2, 0.5, -0.4)], [2, 0, 0], [0, 1, 1])

    made = design(problem, fairness=0)

    assert ties(made) == [(0, 2)]
    assert made.value == pytest.approx(0.1, abs=1e-9)


def test_the_seat_goes_where_the_total_is_largest():
    problem = pairs([(0, 1, 0.9, 0), (0, 2, 0.8, 0), (2, 1, 0.5, 0)], [1, 0, 1], [0, 1, 1])

    made = design(problem, fairness=0)

    assert ties(made) == [(0, 2), (2, 1)]
    assert made.value == pytest.approx(1.3, abs=1e-9)


def test_a_barred_pair_is_barred_in_the_direction_given():
    problem = pairs([(0, 1, 0.9, 0), (1, 0, 0.9, 0)], [1, 1, 0], [1, 1, 0], barred=[(0, 1)])

    assert ties(design(problem, fairness=0)) == [(1, 0)]


def test_areas_named_for_a_kept_tie_count_at_least_the_rule_of_kept_help():
    people = replace(two_people(), offer=np.zeros((2, 1)), kept=np.array([[0, 1]]),
                     kept_areas=Rows.of(1, np.array([0]), np.array([0])))  # fmt: skip
    unnamed = replace(people, kept_areas=Rows.of(1, *NOBODY.T))

    named, not_named = design(people, fairness=0), design(unnamed, fairness=0)

    assert named.value - not_named.value == pytest.approx(people.rules.kept_help, abs=1e-9)
    assert ties(named) == []


@settings(max_examples=25, deadline=None)
@given(problems)
def test_no_design_repeats_a_kept_tie_and_each_utility_counts_them(problem):
    made = design(problem)

    kept = set(map(tuple, problem.kept.tolist()))
    assert not kept & set(ties(made))
    for i in range(problem.people):
        assert made.utility[i] == pytest.approx(value(problem, i, made.partner[made.person == i].tolist()), abs=1e-9)
