"""A whole design against the best there is: never above its bound, never a bound below the optimum, proven when small."""

import numpy as np
import pytest
from hypothesis import given, settings

from benchmarks.population import population
from constellation.engine import Pairs, Rows, check, design
from constellation.engine.certificate import ALL_PAIRS, OPTIMUM
from tests.engine.formula import best_of_all, portfolios
from tests.engine.tiny import problems, tied_pairs, tiny_pairs

ONE = 1e-6


def optimum_of(problem):
    return best_of_all(problem, [portfolios(problem, i) for i in range(problem.people)])


def proven_at(problem, price):
    """The bound that prices prove, by the independent check."""
    return check.price_of_seats(problem, price) + sum(net for _, net in check.dual_bound(problem, price))


@settings(max_examples=30, deadline=None)
@given(problems)
def test_a_small_design_is_the_best_of_all_and_says_so(problem):
    made = design(problem, fairness=0)

    best = optimum_of(problem)
    assert made.scope == OPTIMUM
    assert made.value == pytest.approx(best, abs=ONE)
    assert made.bound == pytest.approx(made.value, abs=2 * ONE)
    assert not list(check.broken_rules(problem, made.person, made.partner))


@settings(max_examples=20, deadline=None)
@given(problems)
def test_a_fair_design_lies_between_nothing_and_a_bound_no_design_exceeds(problem):
    made = design(problem, fairness=1)

    best = optimum_of(problem)
    assert made.value <= best + ONE
    assert made.bound >= best - ONE
    assert not list(check.broken_rules(problem, made.person, made.partner))


@settings(max_examples=12, deadline=None)
@given(problems)
def test_the_check_finds_the_optimum_too(problem):
    made = design(problem, fairness=0)

    found = check.optimum(problem, made.price, made.value)

    assert found == pytest.approx(optimum_of(problem), abs=ONE)


@settings(max_examples=20, deadline=None)
@given(problems)
def test_the_check_proves_by_any_prices_a_bound_over_the_optimum(problem):
    g = np.random.default_rng(0)
    best = optimum_of(problem)

    for high in (0.0, 0.1, 0.5):
        price = np.where(problem.gives > 0, g.uniform(0, high, problem.people), 0.0)
        assert proven_at(problem, price) >= best - 1e-9


@pytest.mark.parametrize("seed", [1, 4])
def test_at_sixty_people_the_design_is_the_optimum_that_the_check_finds(seed):
    people = population(60, seed)

    made = design(people, fairness=0)

    best = check.optimum(people, made.price, made.value)
    assert made.scope == OPTIMUM
    assert made.value == pytest.approx(best, rel=ONE)
    assert made.bound >= best - ONE * best
    assert proven_at(people, made.price) >= best - 1e-9


@pytest.mark.parametrize("seed", [2])
def test_at_sixty_people_the_bound_of_a_fair_design_is_over_the_optimum(seed):
    people = population(60, seed)
    plain = design(people, fairness=0)

    made = design(people, fairness=1)

    best = check.optimum(people, plain.price, plain.value)
    assert made.value <= best + ONE * best
    assert made.bound >= best - ONE * best


@pytest.mark.parametrize("seed", [2, 3])
def test_what_is_stated_of_a_fair_design_can_be_proven_from_its_prices_or_columns(seed):
    people = population(60, seed)

    made = design(people, fairness=1)

    if made.columns is None:
        assert made.bound >= proven_at(people, made.price) * (1 - 2e-6)
    else:
        assert made.bound >= check.optimum(people, made.price, made.bound) * (1 - 2e-6)


def test_above_a_hundred_people_value_and_bound_are_close_and_the_bound_is_proven_by_the_prices():
    people = population(120, 5)

    made = design(people, fairness=0)

    assert made.scope == ALL_PAIRS
    assert made.value <= made.bound
    assert made.certified >= 0.99
    assert made.bound >= proven_at(people, made.price) * (1 - 2e-6)


def test_scarce_seats_and_high_stakes_are_solved_as_well():
    for seed in range(8):
        problem = tiny_pairs(seed, n=8, seats=1, extra=30.0)
        made = design(problem, fairness=0)
        assert made.value == pytest.approx(optimum_of(problem), rel=ONE)
        assert made.bound == pytest.approx(made.value, rel=2 * ONE)


@pytest.mark.parametrize(
    ("seed", "n", "amounts", "areas"),
    [(1, 60, [1.0], 1), (1, 100, [1.0], 6), (6, 100, [0.5, 1.0], 6), (0, 100, [0.25, 0.5, 0.75, 1.0], 3)],
)
def test_where_very_many_designs_are_equally_good_one_is_proven_and_checked(seed, n, amounts, areas):
    pairs = tied_pairs(seed, n, amounts, areas)

    made = design(pairs, fairness=0)

    assert made.scope == OPTIMUM
    assert made.value == made.bound
    assert made.columns is not None
    assert set(made.columns.person.tolist()) >= set(made.person.tolist())
    assert check.optimum(pairs, made.price, made.value) == pytest.approx(made.value, rel=ONE)
    assert proven_at(pairs, made.price) >= made.value - ONE * made.value


def test_the_check_sees_a_lowered_optimum_among_ties():
    pairs = tied_pairs(1, 30, [0.5, 1.0])

    made = design(pairs, fairness=0)

    assert check.optimum(pairs, made.price, made.value * 0.999) > made.value * 0.9995


@pytest.mark.parametrize("extra", [50.0, 10_000.0])
def test_large_extras_that_cancel_leave_the_proof_as_fine(extra):
    nobody, one = np.zeros((0, 2), np.int64), np.array([0])
    pairs = Pairs(
        seeks=np.array([1, 0, 0]), gives=np.array([0, 1, 1]), needs=Rows.of(3, one, one, np.ones(1)),
        person=np.array([0, 0]), partner=np.array([1, 2]), area=np.array([0, 0]), help=np.array([0.0, 0.0]),
        extra=np.array([-extra, extra + 1]), barred=nobody, kept=np.array([[0, 1]]),
    )  # fmt: skip

    made = design(pairs, fairness=0)

    assert (made.value, made.scope) == (pytest.approx(1), OPTIMUM)
    assert made.bound == pytest.approx(made.value, rel=2 * ONE)


def test_sets_that_break_a_rule_reach_nothing():
    nobody, one = np.zeros((0, 2), np.int64), np.array([0])
    pairs = Pairs(
        seeks=np.array([1, 0, 0, 0]), gives=np.array([0, 1, 1, 0]), needs=Rows.of(4, one, one, np.ones(1)),
        person=np.array([0, 0, 0]), partner=np.array([1, 2, 3]), area=np.array([0, 0, 0]),
        help=np.array([0.5, 0.9, 0.9]), extra=np.zeros(3), barred=np.array([[0, 2]]), kept=nobody,
    )  # fmt: skip

    assert check.reached(pairs, [(0, (1,))]) == pytest.approx(0.5)
    for broken in ((2,), (1, 2), (1, 1), (3,), (0,)):  # barred, more than sought, twice, without a seat, oneself
        assert check.reached(pairs, [(0, broken)]) == 0
