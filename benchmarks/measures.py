"""`python -m benchmarks.measures`: our measures and networkx's on the same networks in the same run, with ratios.

Ours are all measures of everybody; networkx's are density, effective size and constraint alone, on extracted ego networks
as ours are.  Both give the same numbers, or the row says by how much they differ.
"""

import resource
import sys
import time

import networkx
import numpy as np

from constellation.engine import Rows
from constellation.engine.measures import Network, measures

PARTNERS = 17  # stated by each person
AREAS = 6
SIZES = {
    100: True,
    300: True,
    3_000: False,
    100_000: False,
}  # people, and whether networkx is run as well: it takes minutes for 3,000
Row = dict[str, object]
HEAD = ("people", "ties", "seconds", "peak MB", "networkx seconds", "times ours", "largest difference")


def network(people: int, seed: int = 0) -> Network:
    """People in departments of 30 who name most partners near them, a few anywhere; areas, needs and closeness."""
    rng = np.random.default_rng(seed)
    person = np.repeat(np.arange(people), PARTNERS)
    near = person // 30 * 30 + rng.integers(0, 30, len(person))
    partner = np.where(rng.random(len(person)) < 0.8, near, rng.integers(0, people, len(person))) % people
    person, partner = person[person != partner], partner[person != partner]
    ties, owner = len(person), np.repeat(np.arange(people), 3)
    return Network.of(
        people, person, partner, unit=np.arange(people) // 30, own_role=rng.integers(0, 12, people),
        areas=Rows.of(ties, np.arange(ties), rng.integers(0, AREAS, ties)), closeness=rng.random(ties),
        needs=Rows.of(people, owner, rng.integers(0, AREAS, len(owner))),
    )  # fmt: skip


def by_networkx(given: Network) -> dict[str, np.ndarray]:
    graph = networkx.Graph(zip(given.person.tolist(), given.partner.tolist(), strict=True))
    graph.add_nodes_from(range(given.people))
    found: dict[str, list[float]] = {"density": [], "effective_size": [], "constraint": []}
    for person in range(given.people):
        ego = networkx.ego_graph(graph, person)
        found["constraint"].append(networkx.constraint(ego, [person])[person])
        found["effective_size"].append(networkx.effective_size(ego, [person])[person])
        ego.remove_node(person)
        found["density"].append(networkx.density(ego) if len(ego) > 1 else np.nan)
    return {key: np.array(values) for key, values in found.items()}


def row_of(people: int, against: bool) -> Row:
    given = network(people)
    began = time.perf_counter()
    ours = measures(given)
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    row: Row = {
        "people": f"{people:,}",
        "ties": f"{given.tied.nnz // 2:,}",
        "seconds": round(seconds, 3),
        "peak MB": round(peak),
    }
    if against:
        began = time.perf_counter()
        theirs = by_networkx(given)
        took = time.perf_counter() - began
        apart = max(float(np.nanmax(np.abs(ours[key] - theirs[key]))) for key in theirs)
        row |= {
            "networkx seconds": round(took, 2),
            "times ours": round(took / seconds),
            "largest difference": f"{apart:.0e}",
        }
    return row


def main() -> int:
    measures(network(40))  # compiled before the clock starts
    print("| " + " | ".join(HEAD) + " |", "|" + "---|" * len(HEAD), sep="\n")
    for people, against in SIZES.items():
        row = row_of(people, against)
        print("| " + " | ".join(str(row.get(column, "")) for column in HEAD) + " |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
