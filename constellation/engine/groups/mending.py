"""After the search: what still breaks a rule is taken apart, and whoever is left out gets the next chance."""

import numpy as np

from constellation.engine.groups.gathering import Gathering, People
from constellation.engine.groups.pairs import APART
from constellation.engine.groups.search import Seating, alike, beside, leave, put, rules
from constellation.engine.problem import Floats, Ints
from constellation.engine.solver.options import inner, kernel

ROUNDS = 4


def mend(gathering: Gathering, seats: Seating) -> None:
    """No pair that may not meet stays together, no group is too small, and nobody is left out who fits somewhere."""
    people = gathering.kernel_people
    for _ in range(ROUNDS):
        for i in broken(seats):
            swap_away(people, seats, i)
        part(seats)
        dissolve(seats, gathering.low)
        left = np.flatnonzero((seats.group < 0) & (gathering.cohort >= 0))
        if not len(left) or not sum(find_place(people, seats, i) for i in left):
            return


def broken(seats: Seating) -> Ints:
    """The members who sit beside somebody they may not meet."""
    wrong = (seats.pair < -APART / 2).any(axis=2)
    return seats.member[wrong]


@kernel
def swap_away(people: People, seats: Seating, i: int) -> bool:
    """Person i changes places with the one, in any group or none, with whom that brings most."""
    high = seats.member.shape[1]
    x, y = np.empty(high), np.empty(high)
    a, at = seats.group[i], seats.place[i]
    lost = beside(seats, a, at) / (seats.size[a] - 1)
    if lost > -1.0:
        return False
    best, most = -1, 1.0
    for k in range(len(seats.group)):
        b = seats.group[k]
        if b == a:
            continue
        came = 0.0
        if b >= 0:
            spot, size = seats.place[k], seats.size[b] - 1
            came = alike(people, seats, i, b, spot, x) - rules(people, seats, i, b, spot, x) - beside(seats, b, spot)
            came /= size
        fits = alike(people, seats, k, a, at, y) - rules(people, seats, k, a, at, y)
        gain = came + fits / (seats.size[a] - 1) - lost
        if gain > most:
            best, most = k, gain
    if best < 0:
        return False
    trade(people, seats, i, best, x, y)
    return True


@inner
def trade(people: People, seats: Seating, i: int, k: int, x: Floats, y: Floats) -> None:
    a, at, b, spot = seats.group[i], seats.place[i], seats.group[k], seats.place[k]
    fill(people, seats, k, a, at, y)
    if b >= 0:
        fill(people, seats, i, b, spot, x)
    else:
        seats.group[i], seats.place[i] = -1, -1


@inner
def fill(people: People, seats: Seating, who: int, g: int, at: int, row: Floats) -> None:
    alike(people, seats, who, g, at, row)
    rules(people, seats, who, g, at, row)
    put(seats, g, at, who, row)


@kernel
def part(seats: Seating) -> None:
    """Whoever may not meet most of a group leaves it, until all in it may meet."""
    y = np.empty(seats.member.shape[1])
    for g in range(len(seats.size)):
        while True:
            worst, most = -1, 0
            for a in range(seats.size[g]):
                against = 0
                for b in range(seats.size[g]):
                    against += seats.pair[g, a, b] < -1.0
                if against > most:
                    worst, most = a, against
            if worst < 0:
                break
            leave(seats, seats.member[g, worst], y)


@kernel
def dissolve(seats: Seating, low: int) -> None:
    """Groups that have become too small are given up."""
    y = np.empty(seats.member.shape[1])
    for g in range(len(seats.size)):
        while 0 < seats.size[g] < low:
            leave(seats, seats.member[g, 0], y)


@kernel
def find_place(people: People, seats: Seating, i: int) -> bool:
    """Person i joins the group with a free place that suits best, or takes a place whose owner finds another."""
    high = seats.member.shape[1]
    x, y = np.empty(high), np.empty(high)
    best, most = -1, -1.0
    for g in range(len(seats.size)):
        if 0 < seats.size[g] < high:
            gain = alike(people, seats, i, g, high, x) - rules(people, seats, i, g, high, x)
            if gain > most:
                best, most = g, gain
    if best >= 0:
        sit(people, seats, i, best, x)
        return True
    for g in range(len(seats.size)):
        for at in range(seats.size[g]):
            k = seats.member[g, at]
            if alike(people, seats, i, g, at, x) - rules(people, seats, i, g, at, x) < 0:
                continue
            for b in range(len(seats.size)):
                room = b != g and 0 < seats.size[b] < high
                if room and alike(people, seats, k, b, high, y) - rules(people, seats, k, b, high, y) >= 0:
                    fill(people, seats, i, g, at, x)
                    sit(people, seats, k, b, y)
                    return True
    return False


@inner
def sit(people: People, seats: Seating, i: int, g: int, row: Floats) -> None:
    """Person i takes a free place."""
    seats.size[g] += 1
    fill(people, seats, i, g, seats.size[g] - 1, row)
