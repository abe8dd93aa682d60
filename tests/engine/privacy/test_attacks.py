"""The gate against an attacker with every table released: no count under the threshold is recovered."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constellation.engine.privacy import EMPTY, Table, merged, release
from tests.engine.privacy.attacker import Attacker, eliminated, minus, told_by
from tests.engine.privacy.made import by_college, counted, crowds, thresholds

DIMENSIONS = ("unit", "stage", "state")
SOME_TABLES = [some for size in (1, 2, 3) for some in combinations(DIMENSIONS, size)]
shapes = st.sampled_from([(3,), (6,), (2, 2), (2, 3), (3, 4), (4, 5), (2, 2, 2), (2, 3, 2), (3, 3, 3)])
tables = shapes.flatmap(
    lambda shape: st.lists(
        st.one_of(st.integers(0, 4), st.integers(0, 30)), min_size=int(np.prod(shape)), max_size=int(np.prod(shape))
    ).map(lambda counts: plain(np.array(counts).reshape(shape)))
)


def plain(counts, **more):
    names = tuple(tuple(f"{axis}{at}" for at in range(size)) for axis, size in enumerate(counts.shape))
    return Table("made", "faculty", tuple("abc"[: counts.ndim]), names, counts, **more)


def assert_kept(attacker, groups, threshold):
    """No count of 1 to threshold - 1 is determined, and each can be as large as the threshold."""
    for key, sums in groups.items():
        if 0 < attacker.counted(sums[0]) < threshold:
            assert attacker.determined(sums[0]) is None, f"{key} is determined"
            assert attacker.largest(sums[0]) >= threshold - 1e-6, f"{key} is known to be small"


def assert_no_share_of_0_or_100(released, attacker, now, threshold):
    """In no line with people a category is known to hold nobody: so none is known to hold everybody."""
    for one in released:
        table = one.table
        for place in np.argwhere(table.counts == 0):
            for axis, dimension in enumerate(table.dimensions):
                line = table.counts[(*place[:axis], slice(None), *place[axis + 1 :])]
                if dimension not in table.public and line.sum() > 0:
                    assert not one.shown[tuple(place)]
                    group = (table.population, frozenset(
                        (d, table.bases(d, names[at])) for d, names, at in zip(table.dimensions, table.categories, place, strict=True)
                    ))  # fmt: skip
                    assert attacker.largest(now[group][0]) >= threshold - 1e-6


@settings(max_examples=80)
@given(tables, thresholds)
def test_no_small_count_of_one_table_is_recovered(table, threshold):
    told = release([table], threshold=threshold).tables

    attacker = Attacker()
    groups = attacker.read(told)
    assert_kept(attacker, groups, threshold)
    assert_no_share_of_0_or_100(told, attacker, groups, threshold)


@settings(max_examples=40)
@given(crowds, st.lists(st.sampled_from(SOME_TABLES), min_size=2, max_size=4, unique=True), thresholds)
def test_no_small_count_is_recovered_from_linked_tables(people, some, threshold):
    told = release([counted(people, each) for each in some], threshold=threshold).tables

    attacker = Attacker()
    groups = attacker.read(told)
    assert_kept(attacker, groups, threshold)
    assert_no_share_of_0_or_100(told, attacker, groups, threshold)


@settings(max_examples=50)
@given(crowds, st.sampled_from(["stage", "state"]), thresholds)
def test_no_department_is_recovered_from_its_college(people, dimension, threshold):
    units, colleges = counted(people, ("unit", dimension)), by_college(people, dimension)

    told = release([units, colleges], threshold=threshold).tables

    attacker = Attacker()
    groups = attacker.read(told)
    assert_kept(attacker, groups, threshold)


@settings(max_examples=50)
@given(crowds, st.integers(0, 100), thresholds)
def test_no_rest_of_a_larger_population_is_recovered(people, share, threshold):
    taking_part = people[: len(people) * share // 100]
    all_, some = counted(people, ("unit",)), counted(taking_part, ("unit",), "participants", part_of="faculty")

    told = release([all_, some], threshold=threshold).tables

    attacker = Attacker()
    now = attacker.read(told)
    assert_kept(attacker, now, threshold)
    for (population, group), sums in list(now.items()):
        if population == "participants":
            rest = {**now["faculty", group][0], **dict.fromkeys(sums[0], -1)}
            if 0 < attacker.counted(rest) < threshold:
                assert attacker.determined(rest) is None
                assert attacker.largest(rest) >= threshold - 1e-6


@settings(max_examples=40)
@given(
    crowds,
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=3),
    st.lists(st.sampled_from(SOME_TABLES), min_size=1, max_size=3, unique=True),
    thresholds,
)
def test_no_small_count_and_no_small_change_is_recovered_from_successive_releases(people, turns, some, threshold):
    log, attacker, groups = EMPTY, Attacker(), []
    for leave, come in [(0, 0), *turns]:
        people = people[leave:] + people[:come]
        done = release([counted(people, each) for each in some], threshold=threshold, log=log)
        log = done.log
        groups.append(attacker.read([one for one in done.tables if one.published]))
        some = some[1:] + some[:1] if len(some) > 2 else some

    for each in groups:
        assert_kept(attacker, each, threshold)
    for before, after in combinations(groups, 2):
        for key in before.keys() & after.keys():
            change = minus(after[key][0], before[key][0])
            if 0 < abs(attacker.counted(change)) < threshold:
                assert attacker.determined(change) is None, f"the change of {key} is determined"


@settings(max_examples=40)
@given(crowds, st.integers(0, 4), st.sampled_from([(5, 10), (10, 5), (3, 5), (5, 5)]))
def test_nobody_inside_learns_from_the_public_release(people, more, audiences):
    log, attacker, groups = EMPTY, Attacker(), []
    for threshold in audiences:
        done = release([counted(people, ("unit", "state"))], threshold=threshold, log=log)
        log = done.log
        groups.append(attacker.read([one for one in done.tables if one.published]))
        people = people + people[:more]

    for each in groups:
        assert_kept(attacker, each, min(audiences))


@settings(max_examples=40)
@given(tables, thresholds)
def test_merging_small_categories_recovers_nothing_beside_the_table_itself(table, threshold):
    coarse = merged(table, table.dimensions[0], threshold)

    told = release([coarse, table], threshold=threshold).tables

    attacker = Attacker()
    groups = attacker.read(told)
    assert_kept(attacker, groups, threshold)


@pytest.mark.parametrize("shape", [(1, 3), (2, 2)])
def test_every_secret_of_every_tiny_table_has_a_world_of_whole_people(shape):
    threshold, cells = 3, int(np.prod(shape))
    every_world = np.array([margins(world.reshape(shape)) for world in np.indices([11] * cells).reshape(cells, -1).T])

    for counts in product(range(5), repeat=cells):
        (told,) = release([plain(np.array(counts).reshape(shape))], threshold=threshold).tables
        full = margins(told.table.counts)
        possible = every_world[(every_world == full)[:, told.shown].all(axis=1)]
        for place in np.argwhere((full > 0) & (full < threshold)):
            assert possible[(slice(None), *place)].max() >= threshold, f"{counts} tells {place}"


def margins(counts):
    rows = np.concatenate([counts, counts.sum(axis=1, keepdims=True)], axis=1)
    return np.concatenate([rows, rows.sum(axis=0, keepdims=True)])


def test_the_attacker_recovers_a_count_from_a_table_hidden_carelessly():
    careless = told_by(eliminated([({0: 1, 1: 1, 2: 1}, 20), ({0: 1}, 12), ({1: 1}, 5)]), {2: 1})

    assert careless == 3
