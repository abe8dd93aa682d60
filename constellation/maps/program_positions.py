"""Where each person of a program stands: islands of units, turned to those they have ties with, frozen afterwards.

The one module of the maps that loads rustworkx and scipy.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from scipy.spatial import cKDTree

from constellation.maps.program_data import ProgramPerson, ProgramTie
from constellation.maps.program_islands import GOLDEN, Island, islands_packed

Positions = dict[str, tuple[float, float]]

ASPECT = 1.5  # of the field: as wide as this, 1 high
SEED = 7
HOME = 3.0  # the pull of the own unit, in ties
ROUNDS, ISLAND_ROUNDS = 30, 300
MOST_ISLANDS = 60
REST = "\0"  # no unit is called so
SEATS = 1.3  # places of an island for each of its people: the gaps let it take a shape


def program_positions(
    people: Sequence[ProgramPerson],
    ties: Sequence[ProgramTie],
    *,
    before: Mapping[str, tuple[float, float]] | None = None,
    seed: int = SEED,
) -> Positions:
    """A place (x in 0…ASPECT, y in 0…1) for each person, by key; the same seed gives the same places.

    The units are islands, near each other where they have many ties.  Ties then pull people like springs
    (Fruchterman–Reingold), and everybody takes the seat of their island nearest to where the springs drew them: no two
    stand on one spot.  `before`: the places of an earlier snapshot; whoever has one keeps it exactly, the others find
    a free spot near the people they have ties with, else near their unit.  Measured: 2,000 people, 6,000 ties: 2 s.

    >>> people = [ProgramPerson("a", "Law"), ProgramPerson("b", "Law"), ProgramPerson("c", "Music")]
    >>> first = program_positions(people[:2], [ProgramTie("a", "b")])
    >>> later = program_positions(people, [ProgramTie("a", "c")], before=first)
    >>> later["a"] == first["a"], all(0 <= x <= ASPECT and 0 <= y <= 1 for x, y in later.values())
    (True, True)
    """
    known = {person.key: before[person.key] for person in people if before and person.key in before}
    if known:
        return settled(people, ties, known)
    return fresh(people, ties, seed) if people else {}


def fresh(people: Sequence[ProgramPerson], ties: Sequence[ProgramTie], seed: int) -> Positions:
    people = gathered_small(people)
    islands = islands_of(people, ties, seed)
    drawn = sprung(people, ties, islands, seed)
    found: Positions = {}
    for unit, keys in keys_by_unit(people).items():
        found |= seated(keys, np.array([drawn[key] for key in keys]), islands[unit])
    return found


def gathered_small(people: Sequence[ProgramPerson]) -> list[ProgramPerson]:
    """The same people, those of units beyond the 60 largest as if they were of one."""
    largest = {unit for unit, _ in Counter(person.unit for person in people).most_common(MOST_ISLANDS)}
    return [person if person.unit in largest else replace(person, unit=REST) for person in people]


def islands_of(people: Sequence[ProgramPerson], ties: Sequence[ProgramTie], seed: int) -> dict[str, Island]:
    """The islands of the units, first drawn by their ties to each other, then moved until none touches another."""
    sizes = Counter(person.unit for person in people)
    units = sorted(sizes, key=lambda unit: (-sizes[unit], unit))
    number = {unit: n for n, unit in enumerate(units)}
    unit_of = {person.key: person.unit for person in people}
    between = Counter(pair for pair in pairs_of(ties, {key: number[unit] for key, unit in unit_of.items()}))
    graph = rx.PyGraph()
    graph.add_nodes_from(units)
    graph.add_edges_from(
        [(a, b, n / math.sqrt(sizes[units[a]] * sizes[units[b]])) for (a, b), n in sorted(between.items())]
    )
    found = rx.spring_layout(graph, weight_fn=float, num_iter=ISLAND_ROUNDS, seed=seed)
    starts = [(float(found[n][0]) * ASPECT, float(found[n][1])) for n in range(len(units))]
    return dict(zip(units, islands_packed(starts, [sizes[unit] for unit in units], ASPECT), strict=True))


def pairs_of(ties: Sequence[ProgramTie], number: Mapping[str, int]) -> list[tuple[int, int]]:
    """The two ends of each tie by number, the smaller first; ties to oneself or to nobody of the program left out."""
    ends = [(number[tie.helper], number[tie.helped]) for tie in ties if tie.helper in number and tie.helped in number]
    return [(min(one, other), max(one, other)) for one, other in ends if one != other]


def keys_by_unit(people: Sequence[ProgramPerson]) -> dict[str, list[str]]:
    keys = defaultdict(list)
    for person in people:
        keys[person.unit].append(person.key)
    return keys


def sprung(
    people: Sequence[ProgramPerson], ties: Sequence[ProgramTie], islands: Mapping[str, Island], seed: int
) -> Positions:
    """Where the springs draw everybody who starts on their island and is held by its middle."""
    number = {person.key: n for n, person in enumerate(people)}
    hubs = {unit: len(people) + n for n, unit in enumerate(islands)}
    starts = {hubs[unit]: (island.x, island.y) for unit, island in islands.items()}
    for unit, keys in keys_by_unit(people).items():
        starts |= {number[key]: islands[unit].seat(n, len(keys)) for n, key in enumerate(keys)}
    graph = rx.PyGraph()
    graph.add_nodes_from(range(len(people) + len(hubs)))
    graph.add_edges_from([(hubs[person.unit], number[person.key], HOME) for person in people])
    graph.add_edges_from([(one, other, 1.0) for one, other in sorted(set(pairs_of(ties, number)))])
    found = rx.spring_layout(
        graph, pos=starts, fixed=set(hubs.values()), weight_fn=float, num_iter=ROUNDS, tol=1e-4, seed=seed
    )
    return {key: (float(found[n][0]), float(found[n][1])) for key, n in number.items()}


def seated(keys: Sequence[str], drawn: NDArray[np.float64], island: Island) -> Positions:
    """Everybody on the seat of the island nearest to where they were drawn, in the sum of squares."""
    many = math.ceil(len(keys) * SEATS)
    seats = np.array([island.seat(n, many) for n in range(many)])
    middle = np.array([island.x, island.y])
    reach = np.sqrt(((drawn - middle) ** 2).sum(axis=1))
    # beyond the shore only the direction counts
    shrunk = middle + (drawn - middle) * (island.radius / max(float(np.percentile(reach, 90)), 1e-9))
    far = ((shrunk[:, None, :] - seats[None, :, :]) ** 2).sum(axis=2)
    _, taken = linear_sum_assignment(far)
    return {key: (float(seats[n][0]), float(seats[n][1])) for key, n in zip(keys, taken, strict=True)}


def settled(people: Sequence[ProgramPerson], ties: Sequence[ProgramTie], known: Positions) -> Positions:
    """The known places as they are, and a free spot for everybody else, in the order of the people."""
    near = defaultdict(list)
    for tie in ties:
        near[tie.helper].append(tie.helped)
        near[tie.helped].append(tie.helper)
    home = keys_by_unit(people)
    found = dict(known)
    step = room_between(list(known.values()))
    for person in people:
        if person.key not in found:
            friends = [found[key] for key in near[person.key] if key in found]
            friends = friends or [found[key] for key in home[person.unit] if key in found] or list(found.values())
            found[person.key] = free_spot(np.mean(np.array(friends), axis=0), np.array(list(found.values())), step)
    return {person.key: found[person.key] for person in people}


def free_spot(start: NDArray[np.float64], taken: NDArray[np.float64], step: float) -> tuple[float, float]:
    """The first spot of a spiral around `start` that keeps a step from everybody and lies in the field."""
    for n in range(20_000):
        reach = 0.5 * step * math.sqrt(n)
        x, y = float(start[0]) + reach * math.cos(n * GOLDEN), float(start[1]) + reach * math.sin(n * GOLDEN)
        inside = 0 <= x <= ASPECT and 0 <= y <= 1
        if inside and float(((taken - (x, y)) ** 2).sum(axis=1).min()) >= step**2:
            return x, y
    return float(start[0]), float(start[1])


def room_between(places: Sequence[tuple[float, float]]) -> float:
    """The smallest distance between two places, at most 0.09; the room that one person has.

    >>> room_between([(0.1, 0.1), (0.1, 0.13), (0.5, 0.5)]), room_between([(0.5, 0.5)])
    (0.03, 0.09)
    """
    if len(places) < 2:
        return 0.09
    nearest, _ = cKDTree(np.array(places)).query(np.array(places), k=[2])
    return min(0.09, round(float(np.min(nearest)), 9))
