"""Where people of a program stand: apart, by unit, the same for a seed, and where they stood before."""

import math

import pytest

from constellation.maps.program_data import ProgramPerson, ProgramTie
from constellation.maps.program_positions import ASPECT, program_positions, room_between
from tests.maps.teams import random_program


@pytest.fixture(scope="module")
def program():
    return random_program(400, 1200, 9)


def test_the_same_seed_gives_the_same_places(program):
    assert program_positions(*program) == program_positions(*program)


def test_another_seed_gives_other_places(program):
    assert program_positions(*program) != program_positions(*program, seed=8)


def test_two_people_never_stand_on_one_spot(program):
    places = program_positions(*program)

    room = room_between(list(places.values()))

    assert room > 0.02


def test_colleagues_stand_nearer_than_others(program):
    people, _ = program
    places = program_positions(*program)
    middle = {}
    for unit in {person.unit for person in people}:
        own = [places[person.key] for person in people if person.unit == unit]
        middle[unit] = (sum(x for x, _ in own) / len(own), sum(y for _, y in own) / len(own))

    strays = [person for person in people if nearest(middle, places[person.key]) != person.unit]

    assert len(strays) < 0.1 * len(people)


def nearest(middle, place):
    return min(middle, key=lambda unit: math.dist(middle[unit], place))


def test_people_of_before_stay_exactly_where_they_were(program):
    people, ties = program
    first = program_positions(people[:350], ties)

    later = program_positions(people, ties[::2], before=first)

    assert {key: later[key] for key in first} == first
    assert list(later) == [person.key for person in people]


def test_who_left_is_left_out(program):
    people, ties = program
    first = program_positions(people, ties)

    later = program_positions(people[10:], ties, before=first)

    assert set(later) == {person.key for person in people[10:]}


def test_someone_new_stands_near_those_they_have_ties_with(program):
    people, ties = program
    first = program_positions(people, ties)
    guest = ProgramPerson("guest", "a new unit")
    friends = [person.key for person in people if person.unit == people[0].unit][:3]

    later = program_positions([*people, guest], [*ties, *(ProgramTie("guest", key) for key in friends)], before=first)

    middle = sum(first[key][0] for key in friends) / 3, sum(first[key][1] for key in friends) / 3
    room = room_between(list(first.values()))
    assert math.dist(later["guest"], middle) < 0.2
    assert min(math.dist(later["guest"], place) for place in first.values()) >= room


@pytest.mark.parametrize(("people", "units"), [(1, 1), (2, 2), (30, 30), (300, 1), (200, 150)])
def test_programs_of_any_shape_stay_in_the_field(people, units):
    places = program_positions(*random_program(people, people // 2 if people > 1 else 0, units))

    assert len(places) == people
    assert all(0 <= x <= ASPECT and 0 <= y <= 1 for x, y in places.values())


def test_nobody_stands_nowhere():
    assert program_positions([], []) == {}
