"""The strongest path of at most three ties, by every other way of finding it."""

from itertools import pairwise, permutations
from math import exp, log, prod

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from constellation.engine import BadProblem
from constellation.engine.introductions import Acquaintance, acquainted, introduce
from tests.engine.tiny import distinct_pairs

SEEDS = st.integers(0, 2**32 - 1)


def made_acquaintance(seed, n, secrets=0.15, apart=2):
    """Some ties told twice with other strengths, some confidential, some people opting out."""
    g = np.random.default_rng(seed)
    pairs = distinct_pairs(g, n, int(g.integers(0, 3 * n)))
    m = len(pairs)
    return Acquaintance(
        pairs[:, 0], pairs[:, 1], g.choice([0.1, 0.4, 0.5, 0.8, 0.9, 1.0], m), g.random(m) < secrets,
        g.random(n) < 0.8, g.random(n) < 0.8, distinct_pairs(g, n, apart),
    )  # fmt: skip


def strengths(known):
    """Of each pair of people who know each other and may say so."""
    told, secret = {}, set()
    for a, b, s, c in zip(
        known.one.tolist(), known.other.tolist(), known.strength.tolist(), known.confidential, strict=True
    ):
        pair = frozenset((a, b))
        told[pair] = min(s, told.get(pair, 1.0))
        if c:
            secret.add(pair)
    return {pair: s for pair, s in told.items() if pair not in secret}


def allowed(known, path):
    """Whether everybody on a path takes part."""
    barred = {frozenset(pair) for pair in known.barred.tolist()}
    asker, sought = path[0], path[-1]
    if frozenset((asker, sought)) in barred:
        return False
    if len(path) == 2:
        return True
    between, met = path[1:-1], path[2:]
    return (
        all(known.introduces[i] for i in between)
        and all(known.open_to_meet[i] for i in met)
        and not any(frozenset((i, end)) in barred for i in between for end in (asker, sought))
    )


def best_by_enumeration(known, asker, sought, steps):
    ties, best = strengths(known), 0.0
    if frozenset((asker, sought)) in ties and allowed(known, (asker, sought)):
        return ties[frozenset((asker, sought))]
    others = [i for i in range(known.people) if i not in (asker, sought)]
    for size in range(steps):
        for between in permutations(others, size):
            path = (asker, *between, sought)
            pairs = [frozenset(pair) for pair in pairwise(path)]
            if all(pair in ties for pair in pairs) and allowed(known, path):
                best = max(best, prod(ties[pair] for pair in pairs))
    return best


@given(SEEDS, st.integers(2, 9), st.integers(1, 3))
def test_no_path_is_stronger(seed, n, steps):
    known = made_acquaintance(seed, n)

    path = introduce(known, 0, n - 1, steps)

    assert path.strength == pytest.approx(best_by_enumeration(known, 0, n - 1, steps))
    if path.people:
        assert path.people[0] == 0
        assert path.people[-1] == n - 1
        assert len(path.people) - 1 == len(path.ties) <= steps
        assert allowed(known, path.people)
        assert prod(path.ties) == pytest.approx(path.strength)
        assert path.ties == tuple(strengths(known)[frozenset(p)] for p in pairwise(path.people))


@given(SEEDS, st.integers(2, 40))
def test_networkx_agrees_on_layers_of_people_and_steps(seed, n):
    known = made_acquaintance(seed, n, apart=0)
    everybody = np.ones(n, np.bool_)
    known = Acquaintance(known.one, known.other, known.strength, known.confidential, everybody, everybody, known.barred)
    layers = nx.DiGraph()
    for pair, strength in strengths(known).items():
        a, b = pair
        for step in range(3):
            layers.add_edge((a, step), (b, step + 1), weight=-log(strength))
            layers.add_edge((b, step), (a, step + 1), weight=-log(strength))
    layers.add_nodes_from((i, step) for i in (0, n - 1) for step in range(4))
    reached = nx.single_source_dijkstra_path_length(layers, (0, 0))

    path = introduce(known, 0, n - 1)

    direct = strengths(known).get(frozenset((0, n - 1)))
    best = max((exp(-reached[n - 1, step]) for step in range(1, 4) if (n - 1, step) in reached), default=0.0)
    assert path.strength == pytest.approx(direct or best)


def test_a_limit_on_steps_beats_the_strongest_way_to_a_person_between():
    # the strongest way to 2 takes two steps, so that going on from it would take four
    one, other = np.array([0, 1, 0, 2, 3]), np.array([1, 2, 2, 3, 4])
    strength = np.array([1.0, 1.0, 0.3, 1.0, 1.0])
    everybody = np.ones(5, np.bool_)
    known = Acquaintance(one, other, strength, np.zeros(5, np.bool_), everybody, everybody, np.zeros((0, 2), np.int64))

    path = introduce(known, 0, 4)

    assert path.people == (0, 2, 3, 4)
    assert path.strength == pytest.approx(0.3)


def in_a_row(**changes):
    """0 knows 1, 1 knows 2, 2 knows 3."""
    told = {
        "one": np.arange(3), "other": np.arange(1, 4), "strength": np.full(3, 0.5), "confidential": np.zeros(3, np.bool_),
        "introduces": np.ones(4, np.bool_), "open_to_meet": np.ones(4, np.bool_), "barred": np.zeros((0, 2), np.int64),
    }  # fmt: skip
    return Acquaintance(**(told | changes))


@pytest.mark.parametrize("out", [1, 2])
def test_who_does_not_introduce_is_on_nobodys_way(out):
    assert introduce(in_a_row(introduces=np.arange(4) != out), 0, 3).people == ()


@pytest.mark.parametrize("out", [2, 3])
def test_who_would_meet_nobody_new_is_met_by_nobody_new(out):
    assert introduce(in_a_row(open_to_meet=np.arange(4) != out), 0, 3).people == ()


def test_the_asker_and_the_first_step_know_each_other_already():
    known = in_a_row(open_to_meet=np.array([False, False, True, True]), introduces=np.array([False, True, True, False]))

    assert introduce(known, 0, 3).people == (0, 1, 2, 3)


def test_a_confidential_tie_is_not_there_but_for_whoever_told_it():
    known = in_a_row(confidential=np.array([True, False, False]))

    assert introduce(known, 0, 3).people == ()
    assert acquainted(known, 0, 1)
    assert not acquainted(known, 1, 0)


def test_people_apart_are_not_brought_together_nor_on_each_others_way():
    for pair in [(0, 3), (1, 3), (2, 0)]:
        assert introduce(in_a_row(barred=np.array([pair])), 0, 3).people == ()


def test_only_the_first_step_is_shown():
    assert introduce(in_a_row(), 0, 3).first_step == 1
    assert introduce(in_a_row(), 0, 3, most_steps=2).first_step is None


def test_nobody_knowing_anybody_is_no_way():
    nothing = np.zeros(0, np.int64)
    known = in_a_row(one=nothing, other=nothing, strength=np.zeros(0), confidential=np.zeros(0, np.bool_))

    assert introduce(known, 0, 3).people == ()


@pytest.mark.parametrize("strength", [0.0, -0.5, 1.5, float("nan")])
def test_a_strength_that_is_none_is_refused(strength):
    with pytest.raises(BadProblem, match="strength"):
        in_a_row(strength=np.array([0.5, strength, 0.5]))


def test_a_tie_to_oneself_and_one_person_twice_are_refused():
    with pytest.raises(BadProblem, match="oneself"):
        in_a_row(other=np.array([1, 1, 3]))
    with pytest.raises(BadProblem, match="two people"):
        introduce(in_a_row(), 1, 1)
    with pytest.raises(BadProblem, match="steps"):
        introduce(in_a_row(), 0, 3, most_steps=4)
