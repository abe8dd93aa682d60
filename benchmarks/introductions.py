"""`python -m benchmarks.introductions [PEOPLE TIES]`: a path of at most three ties, ours beside others' on the same people.

Half of the questions are about anybody, half about somebody two or three ties away.  Others find the strongest path of any
length, which is a different question: where it is longer than three ties it is of no use to us, and is counted.
"""

import sys
import time
from collections.abc import Callable
from math import exp
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from constellation.engine.introductions import Acquaintance, introduce

CIRCLE, INSIDE = 40, 0.8  # people of a circle, and the share of ties within it
QUESTIONS = 1000
PEERS_ASKED = {"networkx, bidirectional Dijkstra": 20, "rustworkx, Dijkstra": 20, "scipy, Dijkstra": 20}


def circles(people: int, ties: int, seed: int = 0) -> Acquaintance:
    """Circles of forty, four ties of five within them, the others to people whom many know."""
    g = np.random.default_rng(seed)
    one = g.integers(0, people, ties)
    near = np.minimum(one // CIRCLE * CIRCLE + g.integers(0, CIRCLE, ties), people - 1)
    other = np.where(g.random(ties) < INSIDE, near, (people * g.random(ties) ** 2).astype(np.int64))
    strength, two = g.beta(4, 2, ties).clip(0.05, 0.98), one != other
    everybody = np.ones(people, np.bool_)
    return Acquaintance(one[two], other[two], strength[two], np.zeros(int(two.sum()), np.bool_), everybody, everybody,
                        np.zeros((0, 2), np.int64))  # fmt: skip


def questions(known: Acquaintance, seed: int = 1) -> list[tuple[int, int]]:
    g, arcs, asked = np.random.default_rng(seed), known.arcs, list[tuple[int, int]]()
    while len(asked) < QUESTIONS:
        asker = int(g.integers(0, known.people))
        sought = int(g.integers(0, known.people))
        if len(asked) % 2:
            sought = asker
            for _ in range(int(g.integers(2, 4))):
                there = arcs.known[arcs.start[sought] : arcs.start[sought + 1]]
                sought = int(g.choice(there)) if len(there) else sought
        if asker != sought:
            asked.append((asker, sought))
    return asked


def networkx_path(lengths: csr_array) -> Callable[[int, int], tuple[float, int]]:
    import networkx as nx

    graph = nx.from_scipy_sparse_array(lengths)

    def path(asker: int, sought: int) -> tuple[float, int]:
        length, people = nx.bidirectional_dijkstra(graph, asker, sought)
        return exp(-length), len(people) - 1

    return path


def rustworkx_path(lengths: csr_array) -> Callable[[int, int], tuple[float, int]]:
    import rustworkx as rx

    both = lengths.tocoo()
    half = both.coords[0] < both.coords[1]
    graph: Any = rx.PyGraph()
    graph.add_nodes_from(range(lengths.shape[0]))
    ends = (column[half].tolist() for column in (*both.coords, both.data))
    graph.add_edges_from(list(zip(*ends, strict=True)))

    def path(asker: int, sought: int) -> tuple[float, int]:
        people = rx.dijkstra_shortest_paths(graph, asker, target=sought, weight_fn=float)[sought]
        whole = sum(graph.get_edge_data(a, b) for a, b in zip(people, list(people)[1:], strict=False))
        return exp(-whole), len(people) - 1

    return path


def scipy_path(lengths: csr_array) -> Callable[[int, int], tuple[float, int]]:
    from scipy.sparse.csgraph import dijkstra

    def path(asker: int, sought: int) -> tuple[float, int]:
        length, before = dijkstra(lengths, indices=asker, return_predecessors=True)
        steps, at = 0, sought
        while at != asker:
            at, steps = int(before[at]), steps + 1
        return exp(-length[sought]), steps

    return path


def main(people: int, ties: int) -> None:
    known = circles(people, ties)
    began = time.perf_counter()
    arcs = known.arcs
    build = time.perf_counter() - began
    asked = questions(known)
    introduce(known, *asked[0])
    began = time.perf_counter()
    found = [introduce(known, *pair) for pair in asked]
    ours = (time.perf_counter() - began) / len(asked)
    there = sum(bool(path.people) for path in found)
    print(f"{people:,} people, {len(arcs.known):,} arcs, built in {build:.2f} s", flush=True)
    print(
        f"ours | {ours * 1e3:.3f} ms a path | {there} of {len(asked)} have one of three ties or fewer | 1", flush=True
    )
    lengths = csr_array((-np.log(arcs.strength), arcs.known, arcs.start), shape=(people, people))
    for (name, most), peer in zip(PEERS_ASKED.items(), (networkx_path, rustworkx_path, scipy_path), strict=True):
        path = peer(lengths)
        began = time.perf_counter()
        told = [path(*pair) for pair in asked[:most]]
        took = (time.perf_counter() - began) / most
        long = sum(steps > 3 for _, steps in told)
        print(f"{name} | {took * 1e3:.1f} ms a path | {long} of {most} are longer than three ties | {took / ours:.0f} x",
              flush=True)  # fmt: skip


if __name__ == "__main__":
    main(*(map(int, sys.argv[1:]) if len(sys.argv) == 3 else (100_000, 1_000_000)))
