"""The value of networks is what the definition says, and what ties contribute adds up to it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constellation.engine import Pairs, Rows, evaluate
from constellation.engine.reasons import contributions, covered
from tests.engine.formula import help_in, partners_for, portfolios, value
from tests.engine.tiny import problems


def some_ties(problem, seed):
    """Ties of everybody with some of those they may have."""
    g = np.random.default_rng(seed)
    ties = [(i, j) for i in range(problem.people) for j in partners_for(problem, i) if g.random() < 0.5]
    return np.array(ties, np.int64).reshape(-1, 2).T


@settings(max_examples=60, deadline=None)
@given(problems, st.integers(0, 1000))
def test_everybodys_value_is_the_definition_written_out(problem, seed):
    person, partner = some_ties(problem, seed)

    found = evaluate.values(problem, person, partner)

    stated = [value(problem, i, partner[person == i].tolist()) for i in range(problem.people)]
    np.testing.assert_allclose(found, stated, atol=1e-12)


@settings(max_examples=30, deadline=None)
@given(problems)
def test_the_value_of_sets_is_what_they_add_to_kept_ties(problem):
    sets = [(i, set_, worth) for i in range(problem.people) for set_, worth in portfolios(problem, i)]
    width = max(1, *(len(set_) for _, set_, _ in sets))

    person = np.array([i for i, _, _ in sets])
    rows = np.array([[*set_, *[-1] * (width - len(set_))] for _, set_, _ in sets])
    found = evaluate.set_values(problem, person, rows)

    alone = {i: worth for i, set_, worth in sets if not set_}
    np.testing.assert_allclose(found, [worth - alone[i] for i, _, worth in sets], atol=1e-12)


@settings(max_examples=60, deadline=None)
@given(problems, st.integers(0, 1000))
def test_contributions_of_a_persons_ties_sum_to_the_value_less_that_of_kept_ties(problem, seed):
    person, partner = some_ties(problem, seed)

    total = contributions(problem, person, partner).total

    new = evaluate.values(problem, person, partner) - evaluate.values(problem, person[:0], partner[:0])
    np.testing.assert_allclose(np.bincount(person, total, minlength=problem.people), new, atol=1e-9)


@settings(max_examples=40, deadline=None)
@given(problems, st.integers(0, 1000))
def test_a_need_is_covered_where_a_partner_helps_by_a_tenth_or_more(problem, seed):
    person, partner = some_ties(problem, seed)

    found = covered(problem, person, partner)

    owner = problem.needs.owner()
    most = np.zeros(len(owner))
    for ties in ((person, partner), problem.kept.T):
        brought = evaluate.help_of(problem, *ties)
        np.maximum.at(most, brought.need, brought.help)
    assert (found >= (most >= 0.1)).all()
    if not len(problem.kept):
        assert (found == (most >= 0.1)).all()


@settings(max_examples=30, deadline=None)
@given(problems)
def test_help_of_one_tie_is_the_definition_need_by_need(problem):
    if isinstance(problem, Pairs):
        return
    person, partner = (x.ravel() for x in np.indices((problem.people, problem.people)))
    brought = evaluate.help_of(problem, person, partner)

    stated = [
        help_in(problem, int(person[tie]), int(partner[tie]), int(need))
        for tie, need in zip(brought.tie, brought.need, strict=True)
    ]
    np.testing.assert_allclose(brought.help, stated, atol=1e-12)


@pytest.fixture
def three():
    """Person 0 needs areas 0 (3/4) and 1 (1/4); partners 1 and 2 help in area 0 by .5 each, partner 2 harms by .2."""
    none = np.zeros((0, 2), np.int64)
    return Pairs(
        seeks=np.array([2, 0, 0]), gives=np.array([0, 1, 1]), needs=Rows.of(3, np.array([0, 0]), np.array([0, 1]),
        np.array([0.75, 0.25])), person=np.array([0, 0, 0]), partner=np.array([1, 2, 1]), area=np.array([0, 0, 1]),
        help=np.array([0.5, 0.5, 1.0]), extra=np.array([0.03, -0.2, 0.01]), barred=none, kept=none,
    )  # fmt: skip


def test_pairs_by_hand(three):
    ties = {(): 0.0, (1,): 0.75 * 0.5 + 0.25 + 0.04, (2,): 0.75 * 0.5 - 0.2, (1, 2): 0.75 * 0.75 + 0.25 + 0.04 - 0.2}

    for partners, stated in ties.items():
        found = evaluate.values(three, np.zeros(len(partners), np.int64), np.array(partners, np.int64))
        assert found.tolist() == pytest.approx([stated, 0, 0], abs=1e-12)


def test_what_two_cover_together_is_split_by_their_help(three):
    shares = contributions(three, np.array([0, 0]), np.array([1, 2]))

    assert shares.total.tolist() == pytest.approx([0.75 * 0.375 + 0.25 + 0.04, 0.75 * 0.375 - 0.2], abs=1e-12)
