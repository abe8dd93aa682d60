"""Groups keep their rules, are as many and as full as can be, and are worth no more than their bound."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from benchmarks.groups import interest_groups
from constellation.engine import BadProblem, Rows
from constellation.engine.groups import ANY, DISTINCT, SAME, Gathering, broken_rules, divide
from constellation.engine.groups.check import in_common, pair_rules
from constellation.engine.groups.grouping import LEFT_OUT, NOT_JOINING
from constellation.engine.groups.plan import fewest_left
from tests.engine.gatherings import SEEDS, gatherings, made_gathering, partitions


@given(gatherings, SEEDS)
def test_every_rule_holds_whatever_the_people(gathering, seed):
    made = divide(gathering, seed=seed)

    assert broken_rules(gathering, made) == []


@given(SEEDS, st.integers(2, 7), st.sampled_from([(2, 2), (2, 3), (3, 3), (3, 4)]), st.sampled_from([None, 0, 1, 2]))
def test_the_bound_holds_against_every_division_into_as_many_groups(seed, n, sizes, choice):
    gathering = made_gathering(seed, n, *sizes, choice, cohorts=1, apart=2)

    made = divide(gathering)

    worth = [
        sum(cohesion(gathering, one) for one in groups) for groups in allowed(gathering) if len(groups) == made.groups
    ]
    assert made.value <= max(worth) + 1e-6
    assert max(worth) <= made.bound + 1e-6


@given(SEEDS, st.integers(0, 7), st.sampled_from([(2, 2), (2, 3), (3, 3), (3, 4)]), st.sampled_from([0, 1, 2]))
def test_the_fewest_left_out_are_the_fewest_of_all_divisions(seed, n, sizes, choice):
    gathering = made_gathering(seed, n, *sizes, choice, cohorts=2, apart=0)

    made = divide(gathering)

    joining = int((gathering.cohort >= 0).sum())
    fewest = min(joining - sum(map(len, groups)) for groups in allowed(gathering))
    assert made.least_left_out == len(made.left_out) == fewest


def allowed(gathering):
    """Every division that breaks no rule between two people."""
    barred = {frozenset(pair) for pair in gathering.barred.tolist()}
    joining = np.flatnonzero(gathering.cohort >= 0).tolist()
    free = {(a, b) for a in joining for b in joining if a < b and not pair_rules(gathering, barred, a, b)}
    return [
        groups
        for groups in partitions(joining, gathering.low, gathering.high)
        if all((min(a, b), max(a, b)) in free for one in groups for a in one for b in one if a != b)
    ]


def cohesion(gathering, one):
    """Size times mean likeness of the pairs."""
    return sum(in_common(gathering, a, b) for a in one for b in one if a != b) / (len(one) - 1)


def test_few_people_are_divided_as_well_as_possible():
    gathering = made_gathering(3, 8, 2, 3, choice=ANY, cohorts=1, apart=0)

    made = divide(gathering)

    best = max(
        sum(cohesion(gathering, one) for one in groups)
        for groups in allowed(gathering)
        if len(groups) == made.groups and sum(map(len, groups)) == 8
    )
    assert made.value == pytest.approx(best)


def test_eight_of_one_department_make_one_group_and_two_of_english_a_pair():
    department = np.array([0] * 8 + [1] * 2)
    nothing = Rows.of(10, np.zeros(0, np.int64), np.zeros(0, np.int64))
    gathering = Gathering(nothing, department, np.full(10, SAME), np.zeros(10, np.int64), np.zeros((0, 2), int), 2, 8)

    made = divide(gathering)

    assert set(department[made.members(made.group[9])]) == {1}
    assert len(made.left_out) == 0
    assert made.bound == made.value == 0
    assert np.isnan(made.share)


def test_who_chooses_the_own_department_meets_it_while_others_mix():
    choice = np.array([SAME, SAME, SAME, DISTINCT, DISTINCT, ANY, ANY, ANY])
    department = np.array([0, 0, 0, 0, 1, 2, 3, 3])
    gathering = Gathering(
        made_gathering(1, 8).traits, department, choice, np.zeros(8, np.int64), np.zeros((0, 2), int), 3, 5
    )

    made = divide(gathering)

    assert made.members(made.group[0]).tolist() == [0, 1, 2]
    assert len(made.left_out) == 0
    assert broken_rules(gathering, made) == []


def test_somebody_of_the_department_helps_three_who_need_a_fourth():
    choice = np.array([SAME, SAME, SAME, ANY, ANY, ANY, ANY, ANY])
    department = np.array([0, 0, 0, 0, 0, 1, 1, 1])
    gathering = Gathering(
        made_gathering(1, 8).traits, department, choice, np.zeros(8, np.int64), np.zeros((0, 2), int), 4, 4
    )

    made = divide(gathering)

    assert len(made.left_out) == 0


def test_a_department_too_large_for_distinct_groups_leaves_its_surplus_out_by_lot():
    department = np.array([0] * 7 + [1, 2, 3])
    gathering = Gathering(
        made_gathering(1, 10).traits,
        department,
        np.full(10, DISTINCT),
        np.zeros(10, np.int64),
        np.zeros((0, 2), int),
        2,
        3,
    )

    out = [frozenset(divide(gathering, seed=seed).left_out.tolist()) for seed in range(6)]

    assert {len(one) for one in out} == {4}
    assert all(one <= set(range(7)) for one in out)
    assert len(set(out)) > 1


def test_people_apart_never_meet_even_if_somebody_stays_out():
    pairs = np.array([(0, j) for j in range(1, 6)])
    gathering = Gathering(
        made_gathering(1, 6).traits, np.arange(6), np.full(6, ANY), np.zeros(6, np.int64), pairs, 3, 6
    )

    made = divide(gathering)

    assert made.left_out.tolist() == [0]
    assert made.least_left_out == 0


def test_sizes_are_even_and_near_the_middle_where_nothing_asks_for_else():
    assert fewest_left(100, np.zeros(0, np.int64), 4, 6) == (100, 20)
    assert fewest_left(10, np.zeros(0, np.int64), 4, 6) == (10, 2)


@pytest.mark.parametrize(("people", "low", "high", "placed"), [(7, 4, 6, 6), (3, 4, 6, 0), (0, 2, 3, 0), (11, 4, 4, 8)])
def test_numbers_that_cannot_be_split_leave_the_fewest_out(people, low, high, placed):
    assert fewest_left(people, np.zeros(0, np.int64), low, high)[0] == placed


def test_nobody_and_too_few_are_an_empty_grouping():
    for n in (0, 1):
        made = divide(made_gathering(0, n, 2, 3, ANY, cohorts=1, apart=0))

        assert made.groups == 0
        assert len(made.left_out) == n


def test_who_does_not_join_is_in_no_group_and_not_left_out():
    gathering = made_gathering(5, 20, 2, 4, ANY, cohorts=2, apart=0)

    made = divide(gathering)

    assert (made.group[gathering.cohort < 0] == NOT_JOINING).all()
    assert not (made.group[gathering.cohort >= 0] == NOT_JOINING).any()
    assert not (gathering.cohort[made.group == LEFT_OUT] < 0).any()


def test_the_same_seed_gives_the_same_groups_on_one_thread_and_two():
    gathering = interest_groups(600)

    alone = divide(gathering, seed=4)
    with ThreadPoolExecutor(2) as executor:
        side_by_side = divide(gathering, seed=4, executor=executor)

    np.testing.assert_array_equal(alone.group, side_by_side.group)
    assert (alone.value, alone.bound) == (side_by_side.value, side_by_side.bound)


def test_groups_of_a_campus_reach_most_of_a_proven_bound():
    gathering = interest_groups(1000)

    made = divide(gathering)

    assert broken_rules(gathering, made) == []
    assert len(made.left_out) == 0
    assert made.share > 0.87


def test_the_check_sees_what_is_wrong():
    gathering = made_gathering(2, 12, 3, 4, DISTINCT, cohorts=1, apart=6)
    made = divide(gathering)
    everybody_together = type(made)(np.arange(12) // 4, 3, made.value, made.bound, 0, made.closeness)

    told = " ".join(broken_rules(gathering, everybody_together))

    assert "must not meet" in told
    assert "of one department" in told
    assert "the value is" in told


@example(1, 6, "Sizes 1 to 6")
@example(5, 4, "Sizes 5 to 4")
@given(st.integers(-2, 1), st.integers(0, 5), st.just("Sizes"))
def test_sizes_that_are_none_are_refused(low, high, words):
    with pytest.raises(BadProblem, match=words):
        made_gathering(0, 5, low, high)


def test_traits_that_are_too_long_are_refused():
    traits = Rows.of(2, np.array([0, 0]), np.array([0, 1]), np.array([0.9, 0.9]))

    with pytest.raises(BadProblem, match="length of traits"):
        Gathering(traits, np.zeros(2, int), np.zeros(2, int), np.zeros(2, int), np.zeros((0, 2), int), 2, 2)
