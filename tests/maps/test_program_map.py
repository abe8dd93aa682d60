"""The drawing of a program: everybody inside, nobody named, names of units apart, units instead of too many people."""

import subprocess
import sys
from dataclasses import replace

import pytest

from constellation.maps.forms import PHONE, POSTER, WIDE
from constellation.maps.program import program_map
from constellation.maps.program_data import ProgramPerson, ProgramTie
from constellation.maps.program_rows import program_rows, said
from constellation.words import in_language
from tests.maps.teams import SVG, meeting, parsed, random_program


@pytest.fixture(scope="module")
def large():
    people, ties = random_program(2000, 6000, 14)
    return people, ties, program_map(people, ties)


def circles(drawn, look="star"):
    groups = [group for group in parsed(drawn.svg).iter(f"{SVG}g") if (group.get("class") or "").startswith(look)]
    return [tuple(float(disc.get(name)) for name in ("cx", "cy", "r")) for group in groups for disc in group]


def test_of_2000_people_everyone_is_inside_the_picture(large):
    _, _, drawn = large

    stars = circles(drawn)

    assert len(stars) == 2000
    assert [star for star in stars if star[0] < star[2] or star[0] + star[2] > drawn.width] == []
    assert [star for star in stars if star[1] < star[2] or star[1] + star[2] > drawn.height] == []


def test_stars_do_not_cover_each_other(large):
    _, _, drawn = large
    stars = sorted(circles(drawn))

    close = [
        (a, b)
        for n, a in enumerate(stars)
        for b in stars[n + 1 : n + 60]
        if (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 < (a[2] + b[2] - 0.25) ** 2
    ]

    assert close == []


def test_there_is_one_curve_for_each_two_people_with_ties(large):
    _, ties, drawn = large
    pairs = {frozenset((tie.helper, tie.helped)) for tie in ties}

    groups = [group for group in parsed(drawn.svg).iter(f"{SVG}g") if group.get("class") in ("help", "help both")]

    one_way, both = groups[:2]  # those of the key come after
    assert (len(one_way) + len(both), len(both)) == (len(pairs), len(ties) - len(pairs))


def test_nobody_is_named_unless_asked_for():
    people, ties = random_program(60, 120, 3)

    silent, telling = program_map(people, ties).svg, program_map(people, ties, names=True).svg

    assert [person for person in people if person.name in silent or person.key in silent] == []
    assert [person for person in people if f"<title>{person.name}</title>" not in telling] == []


def test_names_of_units_meet_neither_each_other_nor_the_edge():
    for seed in range(12):
        people, ties = random_program(200, 500, 3 + seed, seed)
        people = [replace(person, unit=f"{person.unit} of Applied Sciences") for person in people]

        drawn = program_map(people, ties, heading=True)

        labels = [box[:4] for box in drawn.boxes if box.kind == "label"]
        assert len(labels) == min(len({person.unit for person in people}), 10)
        assert meeting(labels) == []
        assert [box for box in labels if box[0] < 0 or box[2] > 1000 or box[3] > drawn.height] == []


def test_who_helps_more_has_a_larger_star():
    people = [ProgramPerson("a", "Law", 9), ProgramPerson("b", "Law", 1), ProgramPerson("c", "Law", 0)]

    radii = [radius for _, _, radius in circles(program_map(people, []))]

    assert radii[0] > radii[1] > radii[2]


def test_places_and_colours_stay_in_the_next_snapshot():
    people, ties = random_program(150, 300, 5)
    first = program_map(people, ties)
    grown = [*people, *(ProgramPerson(f"new {n}", "Unit 4") for n in range(90))]

    later = program_map(grown, ties, positions=first.places, named=first.named)

    assert {key: later.places[key] for key in first.places} == first.places
    assert later.named == first.named
    before, after = ({(x, y) for x, y, _ in circles(drawn)} for drawn in (first, later))
    assert before < after


def test_the_same_program_gives_the_same_picture():
    program = random_program(120, 240, 4)

    assert program_map(*program).svg == program_map(*program).svg


def test_above_2000_people_units_are_drawn_and_that_is_said():
    people, ties = random_program(2001, 3000, 6)

    drawn = program_map(people, ties)

    assert drawn.description.startswith("2,001 people are too many for a star each: units are drawn.")
    assert sum(row.people for row in drawn.rows) == 2001
    assert circles(drawn) == []


def test_the_list_counts_what_the_picture_shows():
    people = [ProgramPerson(key, unit) for key, unit in [("a", "Law"), ("b", "Law"), ("c", "Music"), ("d", "")]]
    ties = [ProgramTie("a", "b"), ProgramTie("b", "a"), ProgramTie("c", "a"), ProgramTie("c", "gone")]

    law, blank, music = program_map(people, ties).rows

    assert (law.people, law.inside, law.gives, law.receives, law.mutual, law.alone) == (2, 2, 0, 1, 1, 0)
    assert (music.gives, music.receives, music.alone) == (1, 0, 0)
    assert (blank.unit, blank.alone) == ("no unit given", 1)


def test_names_with_signs_of_markup_are_escaped():
    people = [ProgramPerson("a", "<b>R&D</b>", 1, '"><script>'), ProgramPerson("b", "<b>R&D</b>")]

    svg = program_map(people, [], names=True, title="<i>").svg

    assert "<script" not in svg
    assert "<b>" not in svg
    assert "<i>" not in svg
    assert parsed(svg).findtext(f"{SVG}title") == "<i>"


@pytest.mark.parametrize("form", [WIDE, PHONE, POSTER], ids=lambda form: form.name)
def test_no_letter_is_smaller_than_12(form):
    drawn = program_map(*random_program(80, 160, 6), form=form, heading=True)

    sizes = [float(text.get("font-size")) for text in parsed(drawn.svg).iter(f"{SVG}text")]

    assert min(sizes) >= 12
    assert drawn.width == form.width


def test_the_package_of_maps_loads_no_layout_library():
    told = "import sys, constellation.maps, constellation.maps.team; print('rustworkx' in sys.modules)"

    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "False"


def test_a_program_of_nobody_is_drawn():
    drawn = program_map([], [], form=PHONE)

    assert drawn.rows == ()
    assert drawn.description == "0 people in 0 units. 0 ties; 0 pairs help each other."


def test_the_list_writes_thousands_as_the_language_does():
    people = [ProgramPerson(str(n), "Law") for n in range(1200)]

    with in_language("es"):
        [row] = program_rows(people, [], {})
        told = said(row.people)

    assert told == "1.200"
