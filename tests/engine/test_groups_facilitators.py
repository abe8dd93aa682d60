"""Facilitators accompany as many groups as they offer, and none they must not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from constellation.engine import BadProblem
from constellation.engine.groups import ANY, divide, facilitate
from constellation.engine.groups.facilitators import fitting, likeness
from tests.engine.gatherings import SEEDS, gatherings, made_gathering


@given(gatherings, SEEDS, st.integers(0, 3))
def test_facilitators_keep_their_capacity_and_stay_apart_from_whom_they_must(gathering, seed, most):
    capacity = np.random.default_rng(seed).integers(0, 3, gathering.people)
    made = divide(gathering)

    found = facilitate(gathering, made, capacity, most)

    barred = {frozenset(pair) for pair in gathering.barred.tolist()}
    pairs = list(zip(found.group.tolist(), found.person.tolist(), strict=True))
    assert len(set(pairs)) == len(pairs)
    assert (np.bincount(found.person, minlength=gathering.people) <= capacity).all()
    assert (np.bincount(found.group, minlength=made.groups) <= most).all()
    for group, person in pairs:
        members = made.members(group).tolist()
        assert person not in members
        assert not any(frozenset((person, member)) in barred for member in members)


def test_every_group_has_one_before_any_has_two():
    gathering = made_gathering(0, 12, 3, 3, ANY, cohorts=1, apart=0)
    made = divide(gathering)

    found = facilitate(gathering, made, np.array([2, 0, 0, 0, 0, 3] + [0] * 6), 2)

    assert sorted(np.bincount(found.group, minlength=4).tolist()) == [1, 1, 1, 2]


def test_one_who_has_much_in_common_with_a_group_accompanies_it():
    gathering = made_gathering(8, 12, 3, 3, ANY, cohorts=1, apart=0)
    made = divide(gathering)
    offering = np.array([0])

    found = facilitate(gathering, made, np.eye(12, dtype=int)[0], 1)

    suits = np.where(fitting(gathering, made, offering), likeness(gathering, made, offering), -1)
    assert found.group.tolist() == [int(np.argmax(suits))]


def test_nobody_offering_is_no_facilitator():
    gathering = made_gathering(0, 12, 3, 3, ANY, cohorts=1, apart=0)

    found = facilitate(gathering, divide(gathering), np.zeros(12, int), 2)

    assert len(found.group) == 0


def test_negative_capacity_is_refused():
    gathering = made_gathering(0, 12, 3, 3, ANY, cohorts=1, apart=0)

    with pytest.raises(BadProblem, match="from 0 up"):
        facilitate(gathering, divide(gathering), np.full(12, -1), 1)
