"""Members change places between groups while that brings the groups closer together."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from constellation.engine.groups.gathering import People
from constellation.engine.groups.pairs import APART, hindered, in_common, worth
from constellation.engine.problem import Floats, Ints
from constellation.engine.solver.options import inner, kernel

NOTHING = 1e-9  # a change must bring more than rounding
MULTIPLIER, STEP, UNIT = np.uint64(6364136223846793005), np.uint64(1442695040888963407), 2.0**-53  # Knuth's MMIX


class Seating(NamedTuple):
    """Who sits where: `member` of each group by place, -1 past `size`; `group` and `place` of each person, -1: none.

    `pair[g, a, b]`: what the people at two places of a group are worth to each other.
    """

    member: Ints
    size: Ints
    group: Ints
    place: Ints
    pair: Floats


def seated(people: People, group: Ints, groups: int, high: int) -> Seating:
    """The seating of people by their groups, -1 in none."""
    order = np.argsort(group, kind="stable")[np.count_nonzero(group < 0) :]
    count = np.bincount(group[order], minlength=groups)
    place = np.full(len(group), -1, np.int64)
    place[order] = np.arange(len(order)) - np.repeat(np.cumsum(count) - count, count)
    member = np.full((groups, high), -1, np.int64)
    member[group[order], place[order]] = order
    made = Seating(member, count, group.astype(np.int64), place, np.zeros((groups, high, high)))
    weigh(people, made)
    return made


@kernel
def weigh(people: People, seats: Seating) -> None:
    """What each pair of places of each group is worth."""
    for g in range(len(seats.size)):
        for a in range(seats.size[g]):
            for b in range(a):
                value = worth(people, seats.member[g, a], seats.member[g, b])
                seats.pair[g, a, b] = value
                seats.pair[g, b, a] = value


@kernel
def anneal(people: People, seats: Seating, who: NDArray[np.int32], reach: Floats, low: int, order: Ints, heat: float,
           tries: int, seed: int) -> int:  # fmt: skip
    """One pass: everybody in `order` tries to join somebody they have much in common with, for one of that group.

    A change for the worse is taken with probability exp(change / heat).  `reach[k]`: no company pleases k more.
    Returns how many changes were made.
    """
    high, made = seats.member.shape[1], 0
    state = np.uint64(seed) * MULTIPLIER + STEP
    x, y = np.empty(high), np.empty(high)
    for i in order:
        listed = 0
        while listed < who.shape[1] and who[i, listed] >= 0:
            listed += 1
        for _ in range(tries if listed and seats.group[i] >= 0 else 0):
            state = state * MULTIPLIER + STEP
            first = (state >> np.uint64(11)) * UNIT
            state = state * MULTIPLIER + STEP
            second = (state >> np.uint64(11)) * UNIT
            state = state * MULTIPLIER + STEP
            third = (state >> np.uint64(11)) * UNIT
            j = who[i, int(listed * first * first)]
            a, b = seats.group[i], seats.group[j]
            if a == b or b < 0:
                continue
            least = heat * np.log(second + UNIT) if heat > 0 else NOTHING
            spot = int(third * seats.size[b])
            if spot != seats.place[j]:
                made += exchange(people, seats, reach, i, b, spot, least, x, y)
            elif seats.size[b] < high and seats.size[a] > low:
                made += join(people, seats, i, b, least, x, y)
    return made


@inner
def exchange(people: People, seats: Seating, reach: Floats, i: int, b: int, spot: int, least: float, x: Floats,
             y: Floats) -> int:  # fmt: skip
    """Person i and the one at a place of group b change places if that is worth at least `least`."""
    a, at = seats.group[i], seats.place[i]
    sa, sb, k = seats.size[a], seats.size[b], seats.member[b, spot]
    lost, gone = beside(seats, a, at), beside(seats, b, spot)
    came = alike(people, seats, i, b, spot, x)
    if 2 * ((came - gone) / (sb - 1) + reach[k] - lost / (sa - 1)) < least:
        return 0
    fits = alike(people, seats, k, a, at, y)
    if 2 * ((came - gone) / (sb - 1) + (fits - lost) / (sa - 1)) < least:
        return 0
    came -= rules(people, seats, i, b, spot, x)
    fits -= rules(people, seats, k, a, at, y)
    if 2 * ((came - gone) / (sb - 1) + (fits - lost) / (sa - 1)) < least:
        return 0
    put(seats, b, spot, i, x)
    put(seats, a, at, k, y)
    return 1


@inner
def join(people: People, seats: Seating, i: int, b: int, least: float, x: Floats, y: Floats) -> int:
    """Person i leaves for a free place of group b if that is worth at least `least`."""
    a, at = seats.group[i], seats.place[i]
    sa, sb = seats.size[a], seats.size[b]
    mine, theirs, lost = together(seats, a), together(seats, b), beside(seats, a, at)
    came = alike(people, seats, i, b, sb, x)
    came -= rules(people, seats, i, b, sb, x)
    if 2 * ((mine - lost) / max(1, sa - 2) + (theirs + came) / sb - mine / (sa - 1) - theirs / (sb - 1)) < least:
        return 0
    leave(seats, i, y)
    seats.size[b] = sb + 1
    put(seats, b, sb, i, x)
    return 1


@inner
def leave(seats: Seating, i: int, y: Floats) -> None:
    """Person i gives up a place, which the last of the group takes."""
    a, at = seats.group[i], seats.place[i]
    last = seats.size[a] - 1
    moved = seats.member[a, last]
    for m in range(last):
        y[m] = seats.pair[a, last, m]
    seats.size[a] = last
    seats.member[a, last] = -1
    seats.group[i], seats.place[i] = -1, -1
    if at != last:
        put(seats, a, at, moved, y)


@inner
def put(seats: Seating, g: int, at: int, who: int, row: Floats) -> None:
    """Somebody takes a place; `row` says what they and each other place are worth."""
    seats.member[g, at] = who
    seats.group[who], seats.place[who] = g, at
    for m in range(seats.size[g]):
        seats.pair[g, at, m] = row[m]
        seats.pair[g, m, at] = row[m]
    seats.pair[g, at, at] = 0.0


@inner
def alike(people: People, seats: Seating, i: int, g: int, but: int, row: Floats) -> float:
    """What i has in common with a group but for one place: each in `row`, and the sum."""
    total = 0.0
    for m in range(seats.size[g]):
        row[m] = 0.0 if m == but else in_common(people, i, seats.member[g, m])
        total += row[m]
    return total


@inner
def rules(people: People, seats: Seating, i: int, g: int, but: int, row: Floats) -> float:
    """What the rules take from `alike`: looked at last, for most changes fail before."""
    total = 0.0
    for m in range(seats.size[g]):
        if m != but:
            taken = APART * hindered(people, i, seats.member[g, m])
            row[m] -= taken
            total += taken
    return total


@inner
def together(seats: Seating, g: int) -> float:
    """The sum over the pairs of a group."""
    total = 0.0
    for a in range(seats.size[g]):
        for b in range(a):
            total += seats.pair[g, a, b]
    return total


@inner
def beside(seats: Seating, g: int, place: int) -> float:
    total = 0.0
    for m in range(seats.size[g]):
        total += seats.pair[g, place, m]
    return total
