"""What the engine refuses, naming the place; and what it answers correctly although there is nothing to do."""

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.population import population
from constellation.engine import BadProblem, Pairs, Rows, Rules, check, design
from constellation.engine.certificate import OPTIMUM
from tests.engine.tiny import tiny_pairs, tiny_population

PEOPLE = tiny_population(3, n=6)
PAIRS = tiny_pairs(3, n=6)
NOBODY = np.zeros((0, 2), np.int64)


def put(array, place, value):
    changed = array.astype(type(value) if isinstance(value, float) else array.dtype)
    changed[place] = value
    return changed


def weighted(rows, value):
    return replace(rows, weight=put(rows.weight, 1, value))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"offer": put(PEOPLE.offer, (0, 2), float("nan"))}, "offer at position 2 is nan"),
        ({"offer": put(PEOPLE.offer, (1, 1), 1.5)}, "offer at position 5 is 1.5"),
        ({"seeks": put(PEOPLE.seeks, 4, -1)}, "seeks at position 4 is -1"),
        ({"gives": put(PEOPLE.gives, 2, -3)}, "gives at position 2 is -3"),
        ({"seeks": PEOPLE.seeks + 0.5}, "seeks must be whole numbers"),
        ({"gives": PEOPLE.gives[:-1]}, "gives has 5 entries for 6 people"),
        ({"level": PEOPLE.level[:-1]}, "level has 5 entries for 6 people"),
        ({"needs": replace(PEOPLE.needs, ids=PEOPLE.needs.ids + 4)}, "area of a need at position 0"),
        ({"needs": weighted(PEOPLE.needs, float("nan"))}, "weight at position 1 is nan"),
        ({"needs": weighted(PEOPLE.needs, -0.25)}, "weight at position 1 is -0.25"),
        ({"kept": np.array([[0, 1], [2, 2]])}, "kept row 1 ties a person to oneself"),
        ({"barred": np.array([[0, 6]])}, "barred at position 1 is 6"),
        ({"role": put(PEOPLE.role, 0, 11)}, "role at position 0 is 11"),
    ],
)
def test_impossible_people_are_refused_with_the_place(changed, words):
    with pytest.raises(BadProblem, match=words):
        replace(PEOPLE, **changed)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"help": put(PAIRS.help, 3, float("nan"))}, "help at position 3 is nan"),
        ({"help": put(PAIRS.help, 3, 1.01)}, "help at position 3 is 1.01"),
        ({"extra": put(PAIRS.extra, 2, float("inf"))}, "extra in row 2"),
        ({"partner": put(PAIRS.partner, 1, int(PAIRS.person[1]))}, "Row 1 ties a person to oneself"),
        ({"partner": put(PAIRS.partner, 1, 9)}, "partner at position 1 is 9"),
        ({"seeks": put(PAIRS.seeks, 0, -1)}, "seeks at position 0 is -1"),
    ],
)
def test_impossible_pairs_are_refused_with_the_row(changed, words):
    with pytest.raises(BadProblem, match=words):
        replace(PAIRS, **changed)


@pytest.mark.parametrize(("rule", "value"), [("interest", -0.1), ("role", float("nan")), ("topic_lift", 1.5)])
def test_impossible_rules_are_refused_by_name(rule, value):
    with pytest.raises(BadProblem, match=f"Rule {rule} is"):
        Rules(**{rule: value})


def assert_empty(made):
    assert len(made.person) == 0
    assert made.value == pytest.approx(0, abs=1e-9)
    assert made.certified == 1.0
    assert made.scope == OPTIMUM
    assert not made.stopped


@pytest.mark.parametrize("fairness", [0.0, 1.0])
@pytest.mark.parametrize("n", [0, 1])
def test_nobody_and_one_person_alone_have_no_network(n, fairness):
    assert_empty(
        design(replace(tiny_population(0, n), kept=NOBODY, kept_areas=Rows.of(0, *NOBODY.T)), fairness=fairness)
    )
    assert_empty(design(replace(tiny_pairs(0, n), kept=NOBODY), fairness=fairness))


@pytest.mark.parametrize("fairness", [0.0, 1.0])
def test_where_nobody_offers_seeks_or_may_be_paired_there_is_a_certified_nothing(fairness):
    people = population(30, 0)
    none = np.zeros(30, np.int64)
    everybody = np.stack([x.ravel() for x in np.indices((30, 30))], 1)

    assert_empty(design(replace(people, gives=none), fairness=fairness))
    assert_empty(design(replace(people, seeks=none), fairness=fairness))
    assert_empty(design(replace(people, barred=everybody), fairness=fairness))


def test_above_a_hundred_people_nothing_to_do_is_nothing_done():
    people = population(130, 0)
    everybody = np.stack([x.ravel() for x in np.indices((130, 130))], 1)

    for nothing in ({"gives": np.zeros(130, np.int64)}, {"seeks": np.zeros(130, np.int64)}, {"barred": everybody}):
        made = design(replace(people, **nothing))
        assert (len(made.person), made.value, made.certified) == (0, 0, 1.0)


def test_people_without_needs_still_get_those_who_share_interests_and_nobody_fails():
    people = population(40, 0)
    without = replace(people, needs=Rows.of(40, *NOBODY.T, np.zeros(0)), need_topics=Rows.of(0, *NOBODY.T))

    made = design(without)

    assert not list(check.broken_rules(without, made.person, made.partner))
    assert made.certified >= 0.99


def test_demand_far_above_the_seats_fills_every_useful_seat():
    people = population(50, 0)
    crowded = replace(people, seeks=np.full(50, 30), gives=np.where(np.arange(50) < 4, 1, 0))

    made = design(crowded, fairness=0)

    assert len(made.person) == 4
    assert made.value == pytest.approx(check.optimum(crowded, made.price, made.value), rel=1e-6)


def test_more_sought_than_thirty_counts_as_thirty():
    people = replace(population(60, 0), seeks=np.full(60, 200), gives=np.full(60, 1000))

    made = design(people, fairness=0)

    assert np.bincount(made.person, minlength=60).max() <= 30


def test_two_rows_about_the_same_are_refused_or_count_alike_for_value_and_bound():
    one, needs = np.zeros(2, np.int64), Rows.of(2, np.array([0]), np.array([0]), np.ones(1))
    rows = {"person": one, "partner": one + 1, "area": one, "help": np.array([0.5, 0.6]), "extra": np.zeros(2)}
    try:
        twice = Pairs(seeks=np.array([1, 0]), gives=np.array([0, 1]), needs=needs, barred=NOBODY, kept=NOBODY, **rows)
    except BadProblem:
        return

    made = design(twice, fairness=0)

    proven = check.price_of_seats(twice, made.price) + sum(net for _, net in check.dual_bound(twice, made.price))
    assert made.bound >= proven - 1e-6
