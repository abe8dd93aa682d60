"""Fairness: tangents lie above the curve, the bound above the value, and a fair design is fairer than the plain one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.population import population
from constellation.engine import BadProblem, design
from constellation.engine.fairness import Fairness
from tests.engine.tiny import problems

ALPHAS = st.sampled_from([0.0, 0.3, 0.5, 1.0, 2.0, 5.0])
VALUES = st.floats(0, 4, allow_subnormal=False)


@given(ALPHAS, st.floats(0.05, 3), VALUES, VALUES)
def test_the_worth_of_a_value_lies_under_every_tangent(alpha, best, at, value):
    fairness = Fairness(alpha, np.array([best]))
    at, value = np.array([at]), np.array([value])

    tangent = fairness.phi(at) + fairness.slope(at) * (np.minimum(value, best) - np.minimum(at, best))

    assert fairness.phi(value)[0] <= tangent[0] + 1e-9 * max(1, abs(tangent[0]))


@given(ALPHAS, st.floats(0.05, 3), VALUES, VALUES)
def test_more_is_never_worth_less(alpha, best, one, other):
    fairness = Fairness(alpha, np.array([best]))
    low, high = sorted((one, other))

    assert fairness.phi(np.array([low]))[0] <= fairness.phi(np.array([high]))[0] + 1e-12


@given(ALPHAS, st.floats(0.05, 3), st.floats(0.01, 0.98))
def test_the_slope_is_that_of_the_curve(alpha, best, part):
    fairness, at, step = Fairness(alpha, np.array([best])), best * part, 1e-6 * best

    rise = fairness.phi(np.array([at + step])) - fairness.phi(np.array([at - step]))

    assert rise[0] / (2 * step) == pytest.approx(fairness.slope(np.array([at]))[0], rel=1e-4)


def test_people_who_could_have_nothing_do_not_count():
    fairness = Fairness(1.0, np.array([0.0, 2.0]))

    assert fairness.total(np.array([0.0, 2.0])) == 0.0
    assert fairness.slope(np.array([0.0, 1.0]))[0] == 0.0


@pytest.mark.parametrize("alpha", [-0.1, float("nan"), float("inf"), 21.0])
def test_an_impossible_fairness_is_refused(alpha):
    with pytest.raises(BadProblem, match="from 0"):
        design(population(10, 0), fairness=alpha)


@settings(max_examples=30, deadline=None)
@given(problems, st.sampled_from([0.5, 1.0, 3.0]))
def test_the_fair_value_is_reached_and_no_other_design_beats_its_bound(problem, alpha):
    plain, fair = design(problem, fairness=0), design(problem, fairness=alpha)

    judge = Fairness(alpha, plain.best)
    assert fair.fair.value <= fair.fair.bound + 1e-9
    assert judge.total(plain.utility) <= fair.fair.bound + 1e-6
    assert fair.fair.value >= judge.total(plain.utility) - 1e-6


@pytest.mark.parametrize(("n", "seed", "tight"), [(60, 0, 1.0), (130, 2, 2.0)])
def test_a_fair_design_is_at_least_as_fair_as_the_plain_one_and_worth_at_most_as_much(n, seed, tight):
    people = population(n, seed, tight)
    plain, fair = design(people, fairness=0), design(people, fairness=1)

    judge = Fairness(1.0, fair.best)
    assert plain.fair is None
    assert fair.fair.alpha == 1
    assert fair.fair.value == pytest.approx(judge.total(fair.utility), abs=1e-6)
    assert fair.fair.value >= judge.total(plain.utility) - 1e-6
    assert fair.fair.value <= fair.fair.bound
    assert fair.value <= plain.bound + 1e-6
    assert fair.bound == pytest.approx(plain.bound, rel=1e-6)


@pytest.mark.parametrize("alpha", [0.5, 1.0, 2.0])
def test_the_bound_touches_the_objective_where_its_tangents_are_taken_and_nowhere_lies_under_it(alpha):
    fairness, base, unit = Fairness(alpha, np.array([1.0, 2.0, 3.0])), np.array([0.0, 0.2, 0.0]), 2.0
    at = np.array([0.5, 1.0, 2.5])

    for value in (at, np.array([1.0, 0.2, 0.1]), np.array([0.0, 2.0, 3.0])):
        bound = fairness.bound(at, base, unit * float(fairness.slope(at) @ (value - base)), unit)
        assert bound >= fairness.total(value) - 1e-12
        assert value is not at or bound == pytest.approx(fairness.total(value))
