"""No label meets another label, a mark or a name of the sky, in a thousand random networks; own arithmetic."""

from itertools import combinations

import pytest

from constellation.maps import LIGHT, PHONE, POSTER, WIDE, person_map
from tests.maps.networks import random_network

PART_OF = {("node", "moons"), ("moons", "node"), ("sector", "sector")}  # what may touch its own


def meetings(boxes) -> list[tuple]:
    """Pairs of boxes that share more than an edge, but for a mark with its own areas and a name with itself."""
    found = []
    for one, other in combinations(boxes, 2):
        wide = min(one.right, other.right) - max(one.left, other.left)
        high = min(one.bottom, other.bottom) - max(one.top, other.top)
        rounds = one.kind == other.kind == "node" and not circles_meet(one, other)
        own = rounds or (one.owner == other.owner and (one.kind, other.kind) in PART_OF)
        if wide > 1e-6 and high > 1e-6 and not own:
            found.append((one, other))
    return found


def circles_meet(one, other) -> bool:
    """Marks are round: their boxes may meet at the corners."""
    across = (one.left + one.right - other.left - other.right) / 2
    down = (one.top + one.bottom - other.top - other.bottom) / 2
    return across**2 + down**2 < ((one.right - one.left + other.right - other.left) / 2) ** 2


def outside(drawn) -> list:
    """Boxes that leave the picture."""
    return [
        box
        for box in drawn.boxes
        if box.left < 0 or box.top < 0 or box.right > drawn.width or box.bottom > drawn.height
    ]


def test_meetings_are_found():
    drawn = person_map(random_network(3, partners=5, gaps=1))
    label = next(box for box in drawn.boxes if box.kind == "label")

    found = meetings([*drawn.boxes, label._replace(owner="another")])

    assert len(found) == 1


@pytest.mark.parametrize("block", range(10))
def test_labels_never_meet_at_up_to_25_partners(block):
    for seed in range(block * 100, block * 100 + 100):
        form = (WIDE, WIDE, PHONE, POSTER)[seed % 4]
        network = random_network(seed)

        drawn = person_map(network, form=form, theme=LIGHT, heading=seed % 3 == 0)

        assert meetings(drawn.boxes) == [], (seed, form.name)
        assert outside(drawn) == [], (seed, form.name)


@pytest.mark.parametrize("seed", range(12))
def test_everybody_is_named_in_the_picture_at_25_partners_and_5_open_places(seed):
    network = random_network(seed, partners=25, gaps=5)

    wide, phone = person_map(network), person_map(network, form=PHONE)

    labelled = {box.owner for box in wide.boxes if box.kind == "label"}
    assert len(labelled) == 30
    assert sorted(row.number for row in phone.rows if not row.is_gap) == list(range(1, 26))
