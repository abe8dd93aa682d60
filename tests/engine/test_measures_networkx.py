"""The same numbers as networkx on published networks, on the same conventions.

Ours: ties are undirected and without weights, and constraint is taken on the extracted ego network.  networkx takes
constraint on the whole graph unless it is given the ego's part of it, and calls reciprocity the share of arcs returned.
"""

import csv

import networkx
import numpy as np
import pytest

from constellation.engine.measures import Network, measures, mutuality
from constellation.engine.measures.matrices import arcs

FILES = {
    "advice": ("krackhardt_hightech_ties.csv", 21, "advice"),
    "friends": ("krackhardt_hightech_ties.csv", 21, "friends"),
    "reports": ("krackhardt_hightech_ties.csv", 21, "reports"),
    "faculty": ("uk_faculty_friendship.csv", 81, ""),
}


@pytest.fixture(params=FILES)
def published(request, shared_data):
    """People and the arcs among them, numbered from 0."""
    name, people, relation = FILES[request.param]
    with (shared_data / "networks" / name).open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row.get("relation", "") == relation]
    return people, np.array([(int(row["from"]) - 1, int(row["to"]) - 1) for row in rows])


def test_ego_measures_agree_with_networkx(published):
    people, ends = published
    graph = networkx.Graph(ends.tolist())
    graph.add_nodes_from(range(people))
    size, triangles = networkx.effective_size(graph), networkx.triangles(graph)
    of_ego = [networkx.constraint(networkx.ego_graph(graph, i), [i])[i] for i in range(people)]

    found = measures(Network.of(people, ends[:, 0], ends[:, 1]))

    assert found["size"].tolist() == [graph.degree(i) for i in range(people)]
    assert found["ties_among_partners"].tolist() == [triangles[i] for i in range(people)]
    assert agrees(found["density"], [alters_density(graph, i) for i in range(people)])
    assert agrees(found["effective_size"], [size[i] for i in range(people)])
    assert agrees(found["efficiency"], [size[i] / max(1, graph.degree(i)) for i in range(people)])
    assert agrees(found["constraint"], of_ego)


def test_mutuality_is_the_reciprocity_of_networkx_told_of_ties(published):
    people, ends = published
    graph = networkx.DiGraph(ends.tolist())
    returned = networkx.reciprocity(graph)

    network = Network.of(people, ends[:, 0], ends[:, 1])

    assert mutuality(network.help_matrix) == pytest.approx(returned / (2 - returned))
    assert arcs(network.help_matrix).nnz == graph.number_of_edges()


def test_mutuality_of_each_person_is_that_of_networkx(published):
    people, ends = published
    graph = networkx.DiGraph(ends.tolist())
    graph.add_nodes_from(range(people))
    around = [
        networkx.overall_reciprocity(graph.edge_subgraph([*graph.in_edges(i), *graph.out_edges(i)]))
        for i in range(people)
    ]

    found = measures(Network.of(people, ends[:, 0], ends[:, 1]))["mutuality"]

    assert agrees(found, [share / (2 - share) for share in around])


def alters_density(graph, i):
    partners = graph.subgraph(graph[i])
    return networkx.density(partners) if len(partners) > 1 else np.nan


def agrees(found, expected):
    return np.allclose(found, expected, rtol=0, atol=1e-12, equal_nan=True)
