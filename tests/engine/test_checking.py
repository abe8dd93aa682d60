"""The check finds a tie too many, a seat too many, a barred pair, a value and a bound that are not so."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.population import population
from constellation.engine import best_sets, check, design, evaluate
from tests.engine.formula import best_answer, portfolios
from tests.engine.tiny import problems, tiny_population


@pytest.fixture(scope="module")
def sixty():
    people = population(60, 1)
    return people, design(people, fairness=0)


def rules_broken(people, person, partner):
    return {(found.rule, found.person, found.partner) for found in check.broken_rules(people, person, partner)}


def test_a_design_breaks_no_rule(sixty):
    people, made = sixty

    assert not rules_broken(people, made.person, made.partner)


def test_a_tie_added_takes_a_seat_that_is_not_there(sixty):
    people, made = sixty
    load = np.bincount(made.partner, minlength=people.people)
    full = int(np.flatnonzero((people.gives > 0) & (load == people.gives))[0])
    taken = set(made.person[made.partner == full].tolist()) | {full}
    other = next(i for i in range(people.people) if i not in taken)

    broken = rules_broken(people, np.append(made.person, other), np.append(made.partner, full))

    assert ("gives", full, -1) in broken


def test_a_partner_more_than_sought_is_found(sixty):
    people, made = sixty
    have = np.bincount(made.person, minlength=people.people)
    served = int(np.flatnonzero((people.seeks > 0) & (have == people.seeks))[0])
    stranger = next(j for j in range(people.people) if j not in made.partner[made.person == served] and j != served)

    broken = rules_broken(people, np.append(made.person, served), np.append(made.partner, stranger))

    assert ("seeks", served, -1) in broken


def test_each_hard_rule_is_found_by_its_name(sixty):
    people, made = sixty
    a, b = (int(x) for x in people.barred[people.barred[:, 0] != people.barred[:, 1]][0])

    assert ("barred", a, b) in rules_broken(people, np.append(made.person, a), np.append(made.partner, b))
    twice = rules_broken(people, np.append(made.person, made.person[0]), np.append(made.partner, made.partner[0]))
    assert ("repeated", int(made.person[0]), int(made.partner[0])) in twice
    assert ("self", 3, 3) in rules_broken(people, np.append(made.person, 3), np.append(made.partner, 3))


def test_a_kept_tie_may_not_be_made_again():
    people = next(x for x in map(tiny_population, range(50)) if len(x.kept))
    a, b = (int(x) for x in people.kept[0])

    assert ("kept", a, b) in rules_broken(people, np.array([a]), np.array([b]))


def test_taking_a_tie_away_changes_the_value(sixty):
    people, made = sixty

    found = evaluate.values(people, made.person[1:], made.partner[1:]).sum()

    assert abs(found - made.value) > 1e-4


def test_no_prices_prove_less_than_the_value(sixty):
    people, made = sixty

    for price in (made.price, np.where(people.gives > 0, 0.1, 0.0)):
        proven = check.price_of_seats(people, price) + sum(net for _, net in check.dual_bound(people, price))
        assert proven >= made.value - 1e-9
    assert check.optimum(people, made.price, made.value) == pytest.approx(made.value, abs=1e-6)


def test_the_optimum_is_found_from_a_worse_design_as_well(sixty):
    people, made = sixty

    assert check.optimum(people, made.price, made.value - 0.002) == pytest.approx(made.value, abs=1e-6)


@settings(max_examples=25, deadline=None)
@given(problems, st.integers(0, 1000), st.sampled_from([0.0, 0.1, 0.5]))
def test_the_best_answer_of_each_person_is_that_of_all_their_portfolios(problem, seed, high):
    price = np.where(problem.gives > 0, np.random.default_rng(seed).uniform(0, high, problem.people), 0.0)

    found = dict(check.dual_bound(problem, price))

    assert set(found) == set(np.flatnonzero(problem.seeks > 0).tolist())
    for i, net in found.items():
        assert net == pytest.approx(best_answer(portfolios(problem, i), price), abs=1e-9)


@settings(max_examples=15, deadline=None)
@given(problems, st.sampled_from([0.05, 0.3]))
def test_all_sets_within_a_gap_are_listed(problem, slack):
    weight, before, _ = evaluate.after_kept(problem)
    price = np.where(problem.gives > 0, 0.05, 0.0)

    for i, partner in check.partners_of(problem, None):
        own = best_sets.options(problem, i, partner, price, (weight, before.astype(np.int64)))
        table = portfolios(problem, i)
        best, none = best_answer(table, price), table[0][1]
        near = {frozenset(set_) for set_, worth in table
                if set_ and worth - none - price[list(set_)].sum() > best - slack + 1e-9}  # fmt: skip
        assert near <= {frozenset(members) for members in best_sets.best_sets(own, slack)[1]}
