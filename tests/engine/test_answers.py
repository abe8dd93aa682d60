"""What people answer to prices is proven: never less than the best of all their portfolios, and no more with search."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from constellation.engine import evaluate
from constellation.engine.solver.answer import Effort, Memory, answer
from constellation.engine.solver.choices import all_pairs
from tests.engine.formula import best_answer, portfolios
from tests.engine.tiny import problems, tiny_pairs

TIGHT = 1e-6


def at_prices(problem, seed, high):
    """Choices, a price by giver and the same by person."""
    choices = all_pairs(problem)
    price = np.random.default_rng(seed).uniform(0, high, len(choices.seats))
    by_person = np.zeros(problem.people)
    by_person[choices.giver] = price
    return choices, price, by_person


def true_best(problem, by_person):
    return np.array([best_answer(portfolios(problem, i), by_person) for i in range(problem.people)])


def asked(choices, price, effort, memory=None):
    return answer(choices, price, np.ones(choices.people), memory or Memory.blank(choices), effort)


@settings(max_examples=80, deadline=None)
@given(problems, st.integers(0, 1000), st.sampled_from([0.0, 0.05, 0.2, 0.6]))
def test_searched_answers_are_the_best_of_all_portfolios(problem, seed, high):
    choices, price, by_person = at_prices(problem, seed, high)

    got = asked(choices, price, Effort())

    best = true_best(problem, by_person)
    assert (got.bound >= best).all()
    np.testing.assert_allclose(got.bound, best, atol=TIGHT)
    np.testing.assert_allclose(got.net, best, atol=TIGHT)


@settings(max_examples=80, deadline=None)
@given(problems, st.integers(0, 1000), st.sampled_from([0.0, 0.05, 0.2, 0.6]), st.integers(1, 8))
def test_without_search_the_bound_still_holds(problem, seed, high, steps):
    choices, price, by_person = at_prices(problem, seed, high)

    got = asked(choices, price, Effort(nodes=0, steps=steps))

    best = true_best(problem, by_person)
    assert (got.bound >= best).all()
    assert (got.net <= best + TIGHT).all()


@settings(max_examples=80, deadline=None)
@given(problems, st.integers(0, 1000), st.sampled_from([0.0, 0.05, 0.2, 0.6]), st.integers(1, 4), st.integers(1, 8))
def test_with_little_search_the_bound_still_holds(problem, seed, high, nodes, steps):
    choices, price, by_person = at_prices(problem, seed, high)

    got = asked(choices, price, Effort(nodes=nodes, steps=steps))

    best = true_best(problem, by_person)
    assert (got.bound >= best).all()
    assert (got.net <= best + TIGHT).all()


@settings(max_examples=40, deadline=None)
@given(problems, st.integers(0, 1000), st.lists(st.sampled_from([0, 2, 20_000]), min_size=2, max_size=4))
def test_what_is_remembered_from_other_prices_makes_no_bound_wrong(problem, seed, efforts):
    memory = None

    for turn, nodes in enumerate(efforts):
        choices, price, by_person = at_prices(problem, seed + turn, 0.3)
        memory = memory or Memory.blank(choices)
        got = asked(choices, price, Effort(sets=3, delta=0.01 * turn, nodes=nodes), memory)
        assert (got.bound >= true_best(problem, by_person)).all()


@settings(max_examples=40, deadline=None)
@given(problems, st.integers(0, 1000), st.sampled_from([0.01, 0.1, 0.5]))
def test_every_set_within_delta_of_the_best_is_found(problem, seed, delta):
    choices, price, by_person = at_prices(problem, seed, 0.2)

    got = asked(choices, price, Effort(sets=200, delta=delta))

    for i in range(problem.people):
        if not problem.seeks[i] or not len(choices.partner[choices.start[i] : choices.start[i + 1]]):
            continue
        table = portfolios(problem, i)
        best, none = best_answer(table, by_person), table[0][1]
        near = {frozenset(set_) for set_, worth in table
                if set_ and worth - none - by_person[list(set_)].sum() > best - delta + TIGHT}  # fmt: skip
        sets = got.sets[i, : got.count[i]]
        assert near <= {frozenset(choices.giver[set_[set_ >= 0]].tolist()) for set_ in sets}


@settings(max_examples=40, deadline=None)
@given(problems, st.integers(0, 1000))
def test_a_set_is_worth_what_it_is_said_to_be(problem, seed):
    choices, price, _ = at_prices(problem, seed, 0.3)

    got = asked(choices, price, Effort(sets=5, delta=0.2))

    person, x = np.nonzero(np.arange(got.sets.shape[1]) < got.count[:, None])
    sets = got.sets[person, x]
    partners = np.where(sets >= 0, choices.giver[sets], -1) if len(choices.giver) else sets
    exact = evaluate.set_values(problem, person, partners)
    np.testing.assert_allclose(got.gross[person, x], exact, atol=TIGHT)
    assert (got.gross[person, x] >= exact - 1e-9).all()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([20.0, 1000.0]))
def test_large_extras_do_not_break_the_bound(seed, extra):
    problem = tiny_pairs(seed, extra=extra)
    choices, price, by_person = at_prices(problem, seed, extra)

    got = asked(choices, price, Effort())

    best = true_best(problem, by_person)
    assert (got.bound >= best - 1e-12 * extra).all()
    np.testing.assert_allclose(got.bound, best, atol=1e-6 * extra)


def greedy_value(table, price, seeks):
    """Partners taken one after the other, each the one that adds most."""
    worth, taken = dict(table), ()
    while len(taken) < seeks:
        larger = {set_: worth[set_] - price[list(set_)].sum() for set_ in worth
                  if len(set_) == len(taken) + 1 and set(taken) < set(set_)}  # fmt: skip
        if not larger or max(larger.values()) <= worth[taken] - price[list(taken)].sum():
            break
        taken = max(larger, key=larger.get)
    return worth[taken] - price[list(taken)].sum() - worth[()]


def test_a_greedy_answer_is_no_bound_and_is_not_used_as_one():
    worse = 0
    for seed in range(120):
        problem = tiny_pairs(seed, n=8, extra=0.1)
        choices, price, by_person = at_prices(problem, seed, 0.1)
        bound = asked(choices, price, Effort(nodes=0, steps=1)).bound
        for i in range(problem.people):
            table = portfolios(problem, i)
            best = best_answer(table, by_person)
            worse += greedy_value(table, by_person, problem.seeks[i]) < best - 1e-6
            assert bound[i] >= best

    assert worse >= 5, "the instances must be such that greedy falls short"
