"""Each measure against hand-computed values, and against Burt's formula written out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from constellation.engine import BadProblem, Rows
from constellation.engine.measures import (
    MEASURES,
    Network,
    Served,
    blau,
    concentration,
    constraint,
    coverage,
    density,
    e_i_index,
    effective_size,
    efficiency,
    external_share,
    gaps,
    iqv,
    measures,
    multiplexity,
    mutuality,
    mutuality_by_person,
    ranges,
    redundancy,
    size,
    strength,
    ties_among_partners,
)

A, B, C, D = 1, 2, 3, 4
ALL_SIX = [(A, B), (A, C), (A, D), (B, C), (B, D), (C, D)]
UNDEFINED = np.nan
EGO_NETWORKS = [
    # partners, ties among them, density, effective size, efficiency, constraint
    (1, [], UNDEFINED, 1, 1, 1),
    (4, [], 0, 4, 1, 0.25),
    (4, [(A, B)], 0.1667, 3.5, 0.875, 0.40625),
    (4, [(A, B), (B, C)], 0.3333, 3, 0.75, 0.534722),
    (4, [(A, B), (C, D)], 0.3333, 3, 0.75, 0.5625),
    (4, ALL_SIX, 1, 1, 0.25, 0.765625),
]


def ego_network(partners, among):
    """Person 0 with so many partners and these ties among them, each written once."""
    ties = np.zeros((partners + 1, partners + 1))
    ties[0, 1:] = 1
    for one, other in among:
        ties[one, other] = 1
    return ties


def burt(ties, i):
    """Constraint of i, as its formula says it, on i's extracted ego network."""
    tied = ((ties + ties.T) > 0) & ~np.eye(len(ties), dtype=bool)
    members = [i, *np.flatnonzero(tied[i])]
    own = tied[np.ix_(members, members)].astype(float)
    p = own / own.sum(axis=1, keepdims=True)
    return sum((p[0, j] + sum(p[0, q] * p[q, j] for q in range(1, len(p)) if q != j)) ** 2 for j in range(1, len(p)))


@st.composite
def networks(draw):
    n = draw(st.integers(1, 9))
    arcs = draw(st.lists(st.booleans(), min_size=n * n, max_size=n * n))
    return np.array(arcs, float).reshape(n, n)


@pytest.mark.parametrize(("partners", "among", "dense", "effective", "efficient", "constrained"), EGO_NETWORKS)
def test_the_ego_networks_of_the_field_have_their_known_values(
    partners, among, dense, effective, efficient, constrained
):
    ties = ego_network(partners, among)

    n, t = size(ties)[0], ties_among_partners(ties)[0]
    found = density(n, t), effective_size(n, t), efficiency(n, t), constraint(ties)[0]

    assert (n, t) == (partners, len(among))
    assert np.allclose(found, (dense, effective, efficient, constrained), rtol=0, atol=5e-5, equal_nan=True)
    assert found[1:] == pytest.approx((effective, efficient, constrained), abs=5e-7)


def test_a_person_without_partners_has_size_0_and_nothing_else_is_defined():
    ties = np.zeros((1, 1))

    n, t = size(ties), ties_among_partners(ties)

    assert (n.tolist(), t.tolist()) == ([0.0], [0.0])
    assert np.isnan([density(n, t), effective_size(n, t), efficiency(n, t), constraint(ties)]).all()


@given(networks())
def test_constraint_and_ties_among_partners_are_what_their_formulas_say(ties):
    tied = ((ties + ties.T) > 0) & ~np.eye(len(ties), dtype=bool)
    people = range(len(ties))

    found, among = constraint(ties), ties_among_partners(ties)

    assert among.tolist() == [tied[np.ix_(tied[i], tied[i])].sum() / 2 for i in people]
    assert found == pytest.approx([burt(ties, i) if tied[i].any() else np.nan for i in people], nan_ok=True)


@given(networks(), st.randoms(use_true_random=False))
def test_measures_do_not_depend_on_the_order_of_people(ties, random):
    order = random.sample(range(len(ties)), len(ties))

    found, turned = constraint(ties), constraint(ties[np.ix_(order, order)])

    assert turned == pytest.approx(found[order], nan_ok=True)


def test_the_input_of_a_measure_stays_untouched():
    ties = ego_network(4, ALL_SIX)
    before = ties.copy()

    constraint(ties), mutuality(ties), size(ties)

    assert (ties == before).all()


@pytest.mark.parametrize(
    ("counts", "varied", "of_possible"), [((3, 1), 0.375, 0.75), ((2, 2), 0.5, 1), ((3, 2, 0, 0), 0.48, 0.64)]
)
def test_blau_and_iqv_have_the_hand_values_of_the_field(counts, varied, of_possible):
    counts = np.array([counts])

    found = blau(counts)[0], iqv(counts)[0]

    assert found == pytest.approx((varied, of_possible), abs=1e-12)


def test_variety_is_undefined_without_partners_and_iqv_with_one_possible_category():
    assert np.isnan([blau(np.zeros((1, 3)))[0], iqv(np.zeros((1, 3)))[0], iqv(np.array([[5]]))[0]]).all()
    assert (blau(np.array([[5]]))[0], ranges(np.array([[5, 0, 1]]))[0]) == (0, 2)


@pytest.mark.parametrize(
    ("external", "internal", "index", "share"),
    [(3, 1, 0.5, 0.75), (0, 4, -1, 0), (4, 0, 1, 1), (2, 2, 0, 0.5), (0, 0, UNDEFINED, UNDEFINED)],
)
def test_e_i_index_and_external_share_have_their_hand_values(external, internal, index, share):
    found = [float(e_i_index(external, internal)), float(external_share(external, internal))]

    assert found == pytest.approx([index, share], nan_ok=True)


def test_mutuality_counts_pairs_not_arcs():
    helps = np.array([[0, 1, 1], [1, 0, 0], [0, 0, 0]])

    assert mutuality(helps) == 0.5  # one of two ties, while two of three arcs are returned
    assert mutuality_by_person(helps).tolist() == [0.5, 1.0, 0.0]
    assert np.isnan(mutuality(np.eye(3)))


def test_areas_are_covered_open_doubled_and_concentrated_as_counted_by_hand():
    # person 0 needs 0, 1, 2 and 3; partner 1 helps in 0 and 1, partner 2 in 1, partner 3 in 5, which nobody asked for
    area, partner = np.array([0, 1, 1, 5, 0]), np.array([1, 1, 2, 3, 1])
    served = Served.of(4, np.zeros(5, np.int64), area, partner)
    needs = Rows.of(4, np.zeros(5, np.int64), np.array([0, 1, 2, 3, 3]))
    helps = np.zeros((4, 4))
    helps[1:, 0] = 1
    within = served.within(needs)

    assert coverage(served, needs)[0] == 0.5
    assert gaps(served, needs)[0] == 2
    assert redundancy(within)[0] == 1.5
    assert concentration(within)[0] == (1 + 0.5) / 2
    assert multiplexity(served, helps)[0] == pytest.approx(4 / 3)


def test_two_partners_who_both_help_in_everything_share_the_load():
    served = Served.of(3, np.zeros(4, np.int64), np.array([0, 1, 0, 1]), np.array([1, 1, 2, 2]))

    assert (concentration(served)[0], redundancy(served)[0]) == (0.5, 2)


def test_strength_leaves_out_what_nobody_said():
    found = strength(3, np.array([0, 0, 1]), np.array([1.0, 4.0, np.nan]))

    assert found == pytest.approx([2.5, np.nan, np.nan], nan_ok=True)


def test_every_measure_of_the_list_is_taken_and_none_else():
    network = Network.of(2, np.array([0]), np.array([1]))

    assert sorted(measures(network)) == sorted(measure.key for measure in MEASURES)


def test_help_that_goes_only_the_other_way_covers_the_partner_not_the_person():
    network = Network.of(
        2, np.array([0]), np.array([1]), is_helped=np.array([False]), helps=np.array([True]),
        areas=Rows.of(1, np.array([0]), np.array([0])), needs=Rows.of(2, np.array([0, 1]), np.array([0, 0])),
    )  # fmt: skip

    found = measures(network)

    assert found["coverage"].tolist() == [0.0, 1.0]
    assert found["size"].tolist() == [1.0, 1.0]


def test_what_a_tie_says_of_a_partner_goes_before_what_the_partner_is():
    network = Network.of(
        3, np.array([0, 0]), np.array([1, 2]), role=np.array([2, -1]), own_role=np.array([-1, 0, 1]), roles=4
    )

    found = measures(network)

    assert found["range_roles"].tolist()[0] == 2
    assert found["iqv_roles"][0] == pytest.approx(0.5 * 4 / 3)
    assert np.isnan(found["range_roles"][1])


def test_statements_that_contradict_each_other_keep_the_first():
    network = Network.of(2, np.array([0, 0]), np.array([1, 1]), arena=np.array([1, 0]), own_arena=np.array([0, 0]))

    counted = network.counts(network.arena, network.own_arena, network.arenas)

    assert counted.toarray().tolist() == [[0, 1], [1, 0]]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"partner": np.array([0])}, "Tie 0 ties a person to oneself: remove it."),
        ({"partner": np.array([7])}, "partner at position 0 is 7: it must lie from 0 to 1."),
        ({"closeness": np.array([-1.0])}, "closeness at position 0 is -1"),
        ({"unit": np.array([0])}, "unit has 1 entries for 2 people: give one each."),
        ({"areas": Rows.of(2, np.array([0]), np.array([0]))}, "areas has 2 entries for 1 ties: give one each."),
    ],
)
def test_a_network_that_cannot_be_is_refused_with_the_place(changed, sentence):
    with pytest.raises(BadProblem, match=sentence):
        Network.of(2, **{"person": np.array([0]), "partner": np.array([1])} | changed)


def test_nobody_and_no_ties_are_a_correct_empty_result():
    none = np.zeros(0, np.int64)

    assert all(len(values) == 0 for values in measures(Network.of(0, none, none)).values())
    assert measures(Network.of(3, none, none))["size"].tolist() == [0, 0, 0]


def test_help_from_somebody_outside_the_network_is_refused():
    with pytest.raises(BadProblem, match=r"partner at position 0 is 2: it must lie from 0 to 1\."):
        Served.of(2, np.array([0]), np.array([0]), np.array([2]))
