"""A run that is stopped hands back a whole design that keeps every rule; progress never claims more than is true."""

import pytest

from benchmarks.population import population
from constellation.engine import check, design
from constellation.engine.design import assemble, on_lists
from constellation.engine.solver.course import Course


class After:
    """Says stop from its k-th question on."""

    def __init__(self, k):
        self.left = k

    def __call__(self):
        self.left -= 1
        return self.left < 0


def assert_whole(people, made):
    assert not list(check.broken_rules(people, made.person, made.partner))
    assert made.value > 0
    assert made.bound >= made.value


def questions(people, **more):
    """How often a whole run asks whether to stop."""
    asked = []
    design(people, cancelled=lambda: asked.append(1) is not None, **more)
    return len(asked)


@pytest.mark.parametrize("k", [0, 1, 2, 5, 12, 20, 30, 35])
def test_stopped_after_any_question_the_best_so_far_comes_back(k):
    people = population(110, 3)

    made = design(people, cancelled=After(k))

    assert made.stopped
    assert_whole(people, made)


@pytest.mark.parametrize("part", [0.1, 0.6, 0.97])
def test_a_small_run_stopped_in_its_proof_or_fair_stage_claims_no_proof_that_it_lacks(part):
    people = population(60, 2)
    best = design(people, fairness=0).value

    made = design(people, cancelled=After(int(part * questions(people))))

    assert made.stopped
    assert_whole(people, made)
    assert made.bound >= best * (1 - 1e-6)


@pytest.mark.parametrize("k", [0, 1, 20])
def test_a_run_over_lists_stops_as_well(k):
    people = population(150, 3)
    course = Course(cancelled=After(k))

    made = assemble(on_lists(people, 1, course), 1.0, course)

    assert made.stopped
    assert_whole(people, made)


def test_a_bound_of_a_stopped_run_is_over_what_a_whole_run_reaches():
    for seed in range(3):
        people = population(110, seed)
        reached = design(people, fairness=0).value
        for k in (1, 6, 10, 15):
            assert design(people, cancelled=After(k)).bound >= reached


def test_a_run_stopped_among_its_prices_keeps_the_bound_it_told():
    people, told = population(200, 3), []

    made = design(people, fairness=0, progress=told.append, cancelled=lambda: len(told) > 8)

    assert made.stopped
    assert told[-2].stage == "prices"
    assert made.bound == pytest.approx(told[-2].bound)
    assert made.bound >= check_bound(people, made.price) * (1 - 2e-6)


def check_bound(people, price):
    return check.price_of_seats(people, price) + sum(net for _, net in check.dual_bound(people, price))


def test_a_run_that_is_not_stopped_says_so():
    people = population(40, 0)

    assert not design(people, cancelled=lambda: False).stopped


@pytest.mark.parametrize(("n", "seed", "tight"), [(40, 0, 1.0), (90, 1, 1.5), (150, 2, 1.0), (200, 3, 3.0)])
def test_progress_goes_forward_and_its_value_is_never_above_its_bound(n, seed, tight):
    people, told = population(n, seed, tight), []

    made = design(people, progress=told.append)

    done = [one.done for one in told]
    assert done == sorted(done)
    assert done[0] > 0
    assert done[-1] == 1.0
    known = [one for one in told if one.value == one.value and one.bound == one.bound]
    assert len(known) > 5
    assert all(one.value <= one.bound + 1e-6 for one in known)
    assert (told[-1].value, told[-1].bound) == (made.value, made.bound)


@pytest.mark.parametrize(("n", "seed", "tight"), [(90, 1, 1.0), (150, 2, 1.0), (150, 3, 3.0)])
def test_no_bound_told_on_the_way_is_under_what_the_run_reaches(n, seed, tight):
    people, told = population(n, seed, tight), []

    made = design(people, fairness=0, progress=told.append)

    assert min(one.bound for one in told if one.bound == one.bound) >= made.value - 1e-6
