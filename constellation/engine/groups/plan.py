"""How many groups there can be, and a first seating in which the rules about departments hold."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from constellation.engine.groups.gathering import ANY, DISTINCT, SAME, Gathering
from constellation.engine.problem import Ints


@dataclass(frozen=True)
class Plan:
    """`group`: a first seating, -1 in none; `pool`: who was planned together, -1 for nobody; `groups`: how many;
    `least_left`: nobody can leave fewer people out."""

    group: Ints
    pool: Ints
    groups: int
    least_left: int


def plan(gathering: Gathering, chance: np.random.Generator) -> Plan:
    """Groups of even size, near the middle of the range where there is a choice, with the fewest people left out.

    Whom the numbers leave out is drawn by lot, first among those who share nothing.
    """
    group, planned, groups, most = (
        np.full(gathering.people, -1, np.int64),
        np.full(gathering.people, -1, np.int64),
        0,
        0,
    )
    for number, pool in enumerate(pools(gathering)):
        planned[pool] = number
        crowds = crowd_sizes(gathering, pool)
        placed, wanted = fewest_left(len(pool), crowds, gathering.low, gathering.high)
        chosen = drawn(gathering, pool, placed, wanted, chance)
        group[chosen] = groups + np.arange(len(chosen)) % max(1, wanted)
        groups, most = groups + wanted, most + placed
    joining = int(np.count_nonzero(gathering.cohort >= 0))
    return Plan(group, planned, groups, joining - most if one_choice(gathering) else 0)


def fewest_left(people: int, crowds: Ints, low: int, high: int) -> tuple[int, int]:
    """The most people that groups of `low` to `high` can hold, and in how many groups.

    `crowds`: how many there are of each kind of people of whom a group takes one at most; the others are free.

    >>> fewest_left(11, np.array([], np.int64), 4, 6), fewest_left(7, np.array([], np.int64), 4, 6)
    ((11, 2), (6, 1))
    >>> fewest_left(9, np.array([7]), 2, 3)
    (4, 2)
    """
    groups = np.arange(1, people // low + 1)
    if not len(groups):
        return 0, 0
    free = people - int(crowds.sum())
    sizes, times = np.unique(crowds, return_counts=True)
    there = free + np.minimum(sizes[:, None], groups).T @ times
    placed = np.where(there >= groups * low, np.minimum(there, groups * high), 0)
    best = int(placed.max(initial=0))
    if not best:
        return 0, 0
    middle = best / ((low + high) / 2)
    fitting = groups[placed == best]
    return best, int(fitting[np.argmin(np.abs(fitting - middle))])


def pools(gathering: Gathering) -> Iterator[Ints]:
    """People whose groups can be planned by themselves: a cohort, and in it those of a department who stay within it.

    Where these do not fill their groups, people of the department who would meet anybody join them, as few as help.
    """
    for cohort in np.unique(gathering.cohort[gathering.cohort >= 0]):
        rest = gathering.cohort == cohort
        for department in np.unique(gathering.department[rest & (gathering.choice == SAME)]):
            own = rest & (gathering.department == department)
            mine = np.flatnonzero(own & (gathering.choice == SAME))
            rest[mine] = False
            if department >= 0:
                joining = np.flatnonzero(own & (gathering.choice == ANY))
                joining = joining[: helpers(len(mine), len(joining), gathering.low, gathering.high)]
                rest[joining] = False
                yield np.concatenate([mine, joining])
        yield np.flatnonzero(rest)


def helpers(mine: int, others: int, low: int, high: int) -> int:
    """How many of the others make the fewest of both left out, as few as do."""
    none = np.zeros(0, np.int64)
    left = [mine + more - fewest_left(mine + more, none, low, high)[0] for more in range(min(others, high) + 1)]
    return int(np.argmin(left))


def crowd_sizes(gathering: Gathering, pool: Ints) -> Ints:
    """How many of each department want nobody else of it; unknown departments are nobody's own."""
    own = gathering.department[pool][(gathering.choice[pool] == DISTINCT) & (gathering.department[pool] >= 0)]
    return np.unique(own, return_counts=True)[1]


def drawn(gathering: Gathering, pool: Ints, placed: int, groups: int, chance: np.random.Generator) -> Ints:
    """Those of a pool who are placed, drawn by lot among those who have anything to share, in an order in which dealing them out keeps departments apart."""
    mixed = chance.permutation(pool)
    silent = np.diff(gathering.traits.start)[mixed] == 0
    mixed = mixed[np.argsort(silent, kind="stable")]
    alone = (gathering.choice[mixed] == DISTINCT) & (gathering.department[mixed] >= 0)
    kind = np.where(alone, gathering.department[mixed], -1)
    order = np.argsort(kind, kind="stable")
    turn = np.arange(len(order)) - np.searchsorted(kind[order], kind[order])
    fits = np.ones(len(mixed), bool)
    fits[order] = (turn < groups) | (kind[order] < 0)
    chosen = mixed[fits][:placed]
    return chosen[np.lexsort((gathering.choice[chosen] == ANY, gathering.department[chosen]))]


def one_choice(gathering: Gathering) -> bool:
    """Whether `fewest_left` of the pools is a proof: not where people of one department choose differently."""
    return len(np.unique(gathering.choice[gathering.cohort >= 0])) <= 1
