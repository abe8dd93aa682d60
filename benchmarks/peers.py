"""What others would do on the same instance: the optimal linear assignment, stable matching, network simplex.

Each maximises the sum of single-partner values under the same seats, or pairs by preference; what counts is the value of
the networks they make, measured by the same code as ours.
"""

import sys

import numpy as np

from constellation.engine import evaluate
from constellation.engine.problem import FLAGS, Population
from constellation.engine.solver.choices import Choices

SCALE = 1e6  # peers want whole numbers
Ties = tuple[np.ndarray, np.ndarray]


def single_values(people: Population, choices: Choices) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(person, partner, value of having just that partner) for every choice."""
    person = np.repeat(np.arange(choices.people), np.diff(choices.start))
    partner = choices.giver[choices.partner]
    value = np.empty(len(person))
    for lo in range(0, len(person), 200_000):
        part = slice(lo, lo + 200_000)
        ties = evaluate.help_of(people, person[part], partner[part])
        helped = np.bincount(ties.tie, people.needs.weight[ties.need] * ties.help, minlength=len(ties.extra))
        has = (ties.flags[:, None] >> np.arange(FLAGS)) & 1
        value[part] = helped + has @ people.rules.bonus() + ties.extra
    return person, partner, value


def linear_optimum(people: Population, choices: Choices) -> Ties:
    """OR-tools' min-cost flow: the best sum of single values."""
    from ortools.graph.python import min_cost_flow

    person, partner, value = single_values(people, choices)
    n, flow = people.people, min_cost_flow.SimpleMinCostFlow()
    source, sink, everybody = 2 * n, 2 * n + 1, np.arange(n)
    arcs = flow.add_arcs_with_capacity_and_unit_cost(
        person.astype(np.int32), (partner + n).astype(np.int32), np.ones(len(person), np.int64),
        -np.rint(value * SCALE).astype(np.int64),
    )  # fmt: skip
    free = np.zeros(n, np.int64)
    flow.add_arcs_with_capacity_and_unit_cost(
        np.full(n, source, np.int32), everybody.astype(np.int32), choices.seeks.astype(np.int64), free
    )
    flow.add_arcs_with_capacity_and_unit_cost(
        (everybody + n).astype(np.int32), np.full(n, sink, np.int32), people.gives.astype(np.int64), free
    )
    demand = int(choices.seeks.sum())
    flow.add_arcs_with_capacity_and_unit_cost(*(np.array([x]) for x in (source, sink, demand, 0)))
    flow.set_nodes_supplies(np.array([source, sink]), np.array([demand, -demand]))
    if flow.solve() != flow.OPTIMAL:
        raise RuntimeError("the flow has no optimum")
    taken = flow.flows(arcs) > 0
    return person[taken], partner[taken]


def network_simplex(people: Population, choices: Choices) -> Ties:
    """networkx on the same flow."""
    import networkx as nx

    person, partner, value = single_values(people, choices)
    graph, demand = nx.DiGraph(), int(choices.seeks.sum())
    graph.add_node("s", demand=-demand)
    graph.add_node("t", demand=demand)
    graph.add_edge("s", "t", weight=0)
    for i, (seeks, gives) in enumerate(zip(choices.seeks.tolist(), people.gives.tolist(), strict=True)):
        graph.add_edge("s", ("p", i), capacity=seeks, weight=0)
        graph.add_edge(("m", i), "t", capacity=gives, weight=0)
    cost = (-np.rint(value * 1e4)).astype(int).tolist()
    for i, j, c in zip(person.tolist(), partner.tolist(), cost, strict=True):
        graph.add_edge(("p", i), ("m", j), capacity=1, weight=c)
    _, flow = nx.network_simplex(graph)
    ends = zip(person.tolist(), partner.tolist(), strict=True)
    taken = np.array([flow["p", i].get(("m", j), 0) > 0 for i, j in ends])
    return person[taken], partner[taken]


def stable_matching(people: Population, choices: Choices) -> Ties:
    """The `matching` package's hospital-resident game: each person stands once for every place sought."""
    from matching.games import HospitalResident

    person, partner, value = single_values(people, choices)
    ranked = np.lexsort((-value, person))
    residents: dict[str, list[str]] = {}
    hospitals: dict[str, list[str]] = {}
    for x in ranked.tolist():
        for seat in range(int(choices.seeks[person[x]])):
            residents.setdefault(f"{person[x]}.{seat}", []).append(str(partner[x]))
    for x in np.lexsort((-value, partner)).tolist():
        seats = range(int(choices.seeks[person[x]]))
        hospitals.setdefault(str(partner[x]), []).extend(f"{person[x]}.{seat}" for seat in seats)
    sys.setrecursionlimit(10**6)
    gives = {name: int(people.gives[int(name)]) for name in hospitals}
    solved = HospitalResident.create_from_dictionaries(residents, hospitals, gives).solve()
    pairs = {(int(str(one).split(".")[0]), int(str(name))) for name, ones in solved.items() for one in ones}
    return tuple(np.array(sorted(pairs)).reshape(-1, 2).T)  # type: ignore[return-value]


def value_of(people: Population, ties: Ties) -> float:
    return float(evaluate.values(people, *ties).sum())
