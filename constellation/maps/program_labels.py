"""The names of units in a program's map: each beside or on its own people, none on another name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from constellation.maps.boxes import Box, Taken
from constellation.maps.forms import Form
from constellation.maps.text_widths import width, wrapped

LEADING = 1.2
DISC = 9.5  # radius of the disc with the letter, at least
PAD = 3.0
STRANGER = 6.0  # a name on people of another unit misleads; on its own it only covers
FAR = (0.0, 14.0, 30.0)


@dataclass(frozen=True)
class UnitLabel:
    """`lines` of the name right of the disc with the unit's letter; the middle of the disc at x, y; what it takes up."""

    unit: str
    lines: tuple[str, ...]
    x: float
    y: float
    box: Box


def unit_labels(
    names: Mapping[str, str], points: Mapping[str, NDArray[np.float64]], form: Form, height: float, star: float
) -> list[UnitLabel]:
    """A label for each unit of `names`, in their order, that finds a place; `points`: where people stand, by unit,
    also of units without a name; `star`: the radius of the largest star.

    Of the places around and on its people that meet no other label the one that covers the fewest people is taken.
    A form that numbers shows the disc alone.
    """
    taken = Taken()
    everybody = np.concatenate(list(points.values()))
    home = np.repeat(list(points), [len(some) for some in points.values()])
    found = []
    for unit, name in names.items():
        lines = () if form.numbered else wrapped(name, form.width * 0.24, form.sector_size, "bold", 2)
        wide, high = size_of(lines, form)
        places = inside(candidates(points[unit], wide, high, star), form, height)
        free = places[[not taken.hit(tuple(place)) for place in places.tolist()]] if len(places) else places
        if len(free):
            grown = free + np.array([-star, -star, star, star])
            left, top, right, bottom = free[
                int(np.argmin(cost(grown, everybody, np.where(home == unit, 1.0, STRANGER))))
            ]
            taken.add((left - PAD, top - PAD, right + PAD, bottom + PAD))
            box = Box(float(left), float(top), float(right), float(bottom), "label", unit)
            found.append(UnitLabel(unit, lines, float(left) + DISC, float(top + bottom) / 2, box))
    return found


def size_of(lines: Sequence[str], form: Form) -> tuple[float, float]:
    if not lines:
        return 2 * DISC, 2 * DISC
    wide = max(width(line, form.sector_size, "bold") for line in lines)
    return 2 * DISC + 5 + wide, max(2 * DISC, form.sector_size * LEADING * len(lines))


def candidates(points: NDArray[np.float64], wide: float, high: float, star: float) -> NDArray[np.float64]:
    """Boxes above, below, beside and on the people of a unit, the nearest first."""
    left, top = points.min(axis=0)
    right, bottom = points.max(axis=0)
    x, y = np.median(points, axis=0)
    middles = []
    for far in FAR:
        up, out = high / 2 + 4 + star + far, wide / 2 + 4 + star + far
        for slide in (0.0, -0.35, 0.35):
            across, down = slide * wide, slide * (bottom - top)
            middles += [
                (x + across, top - up),
                (x + across, bottom + up),
                (right + out, y + down),
                (left - out, y + down),
            ]
    middles += [(x, y + step * high) for step in (0, -1, 1, -2, 2, -3, 3)]
    at = np.array(middles)
    return np.column_stack([at[:, 0] - wide / 2, at[:, 1] - high / 2, at[:, 0] + wide / 2, at[:, 1] + high / 2])


def inside(boxes: NDArray[np.float64], form: Form, height: float) -> NDArray[np.float64]:
    fits = (boxes[:, 0] >= 2) & (boxes[:, 1] >= 2) & (boxes[:, 2] <= form.width - 2) & (boxes[:, 3] <= height - 2)
    return boxes[fits]


def cost(boxes: NDArray[np.float64], points: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """What the points that each box covers weigh; later boxes, which are farther, lose ties."""
    x, y = points[:, 0], points[:, 1]
    covered = (boxes[:, 0:1] <= x) & (x <= boxes[:, 2:3]) & (boxes[:, 1:2] <= y) & (y <= boxes[:, 3:4])
    return covered @ weights + np.arange(len(boxes)) * 1e-3
