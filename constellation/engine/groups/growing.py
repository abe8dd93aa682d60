"""A first seating of people who suit each other: one group after the other grows by whoever suits it best."""

import numpy as np
from numpy.typing import NDArray

from constellation.engine.groups.gathering import People
from constellation.engine.groups.pairs import APART, worth
from constellation.engine.problem import Ints
from constellation.engine.solver.options import inner, kernel


@kernel
def grow(people: People, who: NDArray[np.int32], planned: Ints, pool: Ints, groups: int, order: Ints) -> Ints:
    """The groups of those who are `planned` in one, of the planned sizes and each within its `pool` of people.

    In `order`, whoever is free begins the next group; it grows by the one who has most in common with its members,
    among those listed for any of them, else among all.  Where nobody may join, whoever is left sits down at the end.
    """
    n = len(planned)
    size, home, begun = np.zeros(groups, np.int64), np.zeros(groups, np.int64), np.zeros(groups, np.int64)
    for i in range(n):
        if planned[i] >= 0:
            size[planned[i]] += 1
            home[planned[i]] = pool[i]
    group, seen, found, value = np.full(n, -1), np.full(n, -1), np.empty(n, np.int64), np.empty(n)
    member = np.empty(n, np.int64)
    for first in order:
        g = free_group(home, begun, pool[first]) if planned[first] >= 0 and group[first] < 0 else -1
        listed, newest = 0, first
        while g >= 0 and newest >= 0:
            member[begun[g]] = newest
            group[newest] = g
            begun[g] += 1
            if begun[g] == size[g]:
                break
            listed = widen(people, who, planned, pool, group, seen, found, value, member, begun[g], listed, g, newest)
            newest = best_of(group, found, value, listed)
            if newest < 0:
                newest = best_of_all(people, planned, pool, group, member, begun[g])
    for i in range(n):
        for g in range(groups if planned[i] >= 0 and group[i] < 0 else 0):
            if begun[g] < size[g] and home[g] == pool[i]:
                group[i] = g
                begun[g] += 1
                break
    return group


@inner
def free_group(home: Ints, begun: Ints, pool: int) -> int:
    """The next group of a pool that nobody has begun, -1 if there is none."""
    for g in range(len(home)):
        if begun[g] == 0 and home[g] == pool:
            return g
    return -1


@inner
def widen(people, who, planned, pool, group, seen, found, value, member, members, listed, g, newest):  # type: ignore[no-untyped-def]
    """What everybody found so far is worth with the newest member, and who else is listed for them."""
    for c in range(listed):
        value[c] += worth(people, found[c], newest)
    for at in range(who.shape[1]):
        j = who[newest, at]
        if j < 0:
            break
        if seen[j] == g or group[j] >= 0 or planned[j] < 0 or pool[j] != pool[newest]:
            continue
        seen[j] = g
        found[listed], value[listed] = j, 0.0
        for m in range(members):
            value[listed] += worth(people, j, member[m])
        listed += 1
    return listed


@inner
def best_of(group, found, value, listed):  # type: ignore[no-untyped-def]
    best, most = -1, -APART / 2
    for c in range(listed):
        if group[found[c]] < 0 and value[c] > most:
            best, most = found[c], value[c]
    return best


@inner
def best_of_all(people, planned, pool, group, member, members):  # type: ignore[no-untyped-def]
    best, most = -1, -APART / 2
    for j in range(len(planned)):
        if planned[j] >= 0 and group[j] < 0 and pool[j] == pool[member[0]]:
            value = 0.0
            for m in range(members):
                value += worth(people, j, member[m])
            if value > most:
                best, most = j, value
    return best
