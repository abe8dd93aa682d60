"""The same seed gives the same design, on one thread, on two and in other processes; lists need no hidden chance."""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context

import numpy as np
import pytest

from benchmarks.population import population
from constellation.engine import check, design, evaluate
from constellation.engine.design import assemble, on_lists
from constellation.engine.solver.course import Course


def assert_same(one, other):
    for name in ("person", "partner", "price", "utility"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name), name)
    assert (one.value, one.bound, one.scope) == (other.value, other.bound, other.scope)
    assert one.fair == other.fair


@pytest.mark.parametrize("threads", [1, 2])
def test_threads_change_nothing(threads):
    people = population(150, 4)
    alone = design(people, seed=7)

    with ThreadPoolExecutor(threads) as executor:
        together = design(people, seed=7, executor=executor)

    assert_same(alone, together)


def test_other_processes_change_nothing():
    people = population(80, 2)
    alone = design(people, seed=7)

    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        elsewhere = design(people, seed=7, executor=executor)

    assert_same(alone, elsewhere)


def test_a_run_leaves_its_input_as_it_was():
    people, same = population(120, 3), population(120, 3)

    design(people)

    np.testing.assert_array_equal(people.offer, same.offer)
    for name in ("seeks", "gives", "barred", "kept", "department"):
        np.testing.assert_array_equal(getattr(people, name), getattr(same, name), name)
    np.testing.assert_array_equal(people.needs.weight, same.needs.weight)


@pytest.fixture(scope="module")
def listed_people():
    return population(180, 6)


def by_lists(people, seed, executor=None, alpha=0.0):
    course = Course(executor)
    return assemble(on_lists(people, seed, course), alpha, course)


@pytest.fixture(scope="module")
def listed(listed_people):
    return by_lists(listed_people, 5)


@pytest.mark.parametrize("pool", [ThreadPoolExecutor, partial(ProcessPoolExecutor, mp_context=get_context("spawn"))])
def test_lists_are_the_same_for_a_seed_on_two_threads_and_in_two_processes(pool, listed_people, listed):
    with pool(2) as executor:
        together = by_lists(listed_people, 5, executor)

    assert_same(listed, together)
    np.testing.assert_array_equal(listed.lists, together.lists)
    assert listed.sample == together.sample


def test_another_seed_draws_other_lists(listed_people, listed):
    other = by_lists(listed_people, 6)

    assert not np.array_equal(listed.lists, other.lists)


def test_a_design_on_lists_keeps_the_rules_and_stays_within_the_lists(listed_people, listed):
    allowed = set(zip(*(x.tolist() for x in listed.lists), strict=True))

    assert not list(check.broken_rules(listed_people, listed.person, listed.partner))
    assert set(zip(listed.person.tolist(), listed.partner.tolist(), strict=True)) <= allowed
    assert listed.scope == "candidate lists"


def test_the_bound_on_lists_is_proven_by_prices_over_those_lists(listed_people, listed):
    answers = check.dual_bound(listed_people, listed.price, listed.lists)

    proven = check.price_of_seats(listed_people, listed.price) + sum(net for _, net in answers)

    assert listed.value <= listed.bound
    assert listed.bound >= proven * (1 - 2e-6)


def test_random_people_asked_again_against_everybody_gain_nothing_below_zero(listed_people, listed):
    sample = listed.sample

    assert sample.people == min(500, int((listed_people.seeks > 0).sum()))
    assert 0 <= sample.mean_gain <= sample.largest_gain
    assert sample.share_of_value >= 0
    assert sample.value_if_all == pytest.approx(
        listed.bound + sample.mean_gain * int((listed_people.seeks > 0).sum()), rel=1e-9
    )


def test_with_everybody_asked_the_lists_bound_and_the_gain_bound_all_pairs(listed_people, listed):
    everywhere = check.dual_bound(listed_people, listed.price)

    proven = check.price_of_seats(listed_people, listed.price) + sum(net for _, net in everywhere)

    assert listed.sample.value_if_all >= proven * (1 - 2e-6)
    assert evaluate.values(listed_people, listed.person, listed.partner).sum() == pytest.approx(listed.value)
