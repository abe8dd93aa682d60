"""The drawing for leaders: sums of units alone, hidden numbers stay hidden."""

import math
import random

from constellation.maps.forms import PHONE
from constellation.maps.program_data import ProgramUnit, UnitTie
from constellation.maps.program_units import MOST_UNITS, units_map
from tests.maps.teams import SVG, meeting, parsed


def made(many: int, seed: int = 1) -> tuple[list[ProgramUnit], list[UnitTie]]:
    chance = random.Random(seed)
    units = [
        ProgramUnit(
            f"u{n}", f"College of Number {n} and Applied Sciences", chance.randint(5, 900), chance.randint(0, 90)
        )
        for n in range(many)
    ]
    ties = [UnitTie(f"u{a}", f"u{b}", chance.randint(5, 80)) for a in range(many) for b in range(many) if a != b]
    return units, [tie for tie in ties if chance.random() < 0.5]


def discs(drawn):
    return [
        tuple(float(disc.get(name)) for name in ("cx", "cy", "r"))
        for disc in parsed(drawn.svg).iter(f"{SVG}circle")
        if (disc.get("class") or "").startswith("island")
    ]


def test_discs_and_names_of_units_stay_apart_and_inside():
    for many in range(1, MOST_UNITS + 1):
        drawn = units_map(*made(many, many))

        found = discs(drawn)
        labels = [box[:4] for box in drawn.boxes if box.kind == "label"]

        assert len(found) == len(labels) == many
        assert [1 for n, a in enumerate(found) for b in found[:n] if math.dist(a[:2], b[:2]) < a[2] + b[2]] == []
        assert [disc for disc in found if disc[1] - disc[2] < 0 or disc[1] + disc[2] > drawn.height] == []
        assert meeting(labels) == []
        assert [box for box in labels if box[0] < 0 or box[1] < 0 or box[2] > 1000 or box[3] > drawn.height] == []


def test_more_units_than_fit_are_drawn_as_one():
    units, ties = made(40)

    drawn = units_map(units, ties)

    assert len(drawn.rows) == MOST_UNITS
    assert drawn.rows[-1].unit == "27 smaller units"
    assert sum(row.people for row in drawn.rows) == sum(unit.people for unit in units)
    assert sum(row.gives + row.inside for row in drawn.rows) == sum(tie.ties for tie in ties) + sum(
        u.inside for u in units
    )


def test_a_hidden_number_is_in_no_sum_and_nowhere_in_the_picture():
    units = [ProgramUnit("l", "Law", 40, 12), ProgramUnit("m", "Music", None, None), ProgramUnit("n", "Nursing", 30, 9)]
    ties = [UnitTie("l", "m", None), UnitTie("l", "n", 6), UnitTie("n", "m", 8)]

    drawn = units_map(units, ties)

    law, music, nursing = drawn.rows
    assert (law.gives, music.people, music.receives, nursing.receives) == (None, None, None, 6)
    assert "Music: too few to tell" in drawn.svg
    assert drawn.description.endswith("Small numbers are not told.")


def test_more_ties_give_a_thicker_curve():
    units = [ProgramUnit(key, key, 10) for key in "abc"]

    drawn = parsed(units_map(units, [UnitTie("a", "b", 40), UnitTie("b", "c", 10)]).svg)

    widths = {group.findtext(f"{SVG}title"): float(group.find(f"{SVG}path").get("stroke-width"))
              for group in drawn.iter(f"{SVG}g") if group.find(f"{SVG}path") is not None and len(group) == 2}  # fmt: skip
    thin, thick = sorted(widths.values())[-2:]
    assert thick > 2 * thin


def test_a_phone_lists_the_units_below_their_numbers():
    drawn = units_map(*made(9), form=PHONE)

    assert [row.sign for row in drawn.rows] == [str(n) for n in range(1, 10)]
    assert len([box for box in drawn.boxes if box.kind == "list"]) == 9
