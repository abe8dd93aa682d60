"""Rectangles that texts and marks take up, lines between marks, and which of them meet."""

import math
from collections.abc import Iterable
from typing import NamedTuple

Edges = tuple[float, float, float, float]  # left, top, right, bottom
Line = tuple[float, float, float, float]  # x and y of the start, x and y of the end
NOWHERE: Edges = (math.inf, math.inf, math.inf, math.inf)


class Box(NamedTuple):
    """What one text or mark takes up, in the units of the viewBox.

    `owner`: key of the partner, area of the gap, or the part of the picture; `kind`: label, node, moons, sector,
    ring, hub, heading, key or list.
    """

    left: float
    top: float
    right: float
    bottom: float
    kind: str = ""
    owner: str = ""


def meet(box: Edges, other: Edges) -> bool:
    """Whether two boxes have an inner point in common; touching edges do not count.

    >>> meet((0, 0, 2, 2), (1, 1, 3, 3)), meet((0, 0, 2, 2), (2, 0, 4, 2))
    (True, False)
    """
    return other[0] < box[2] and box[0] < other[2] and other[1] < box[3] and box[1] < other[3]


def covered(box: Edges, line: Line) -> float:
    """The length of the line inside the box.

    >>> covered((0, 0, 2, 2), (-1, 1, 1, 1)), covered((0, 0, 2, 2), (5, 5, 6, 6))
    (1.0, 0.0)
    """
    x0, y0, x1, y1 = line
    left, top, right, bottom = box
    if (
        (x0 < left and x1 < left)
        or (x0 > right and x1 > right)
        or (y0 < top and y1 < top)
        or (y0 > bottom and y1 > bottom)
    ):
        return 0.0
    dx, dy = x1 - x0, y1 - y0
    enter, leave = 0.0, 1.0
    for start, run, low, high in ((x0, dx, left, right), (y0, dy, top, bottom)):
        if abs(run) > 1e-9:
            one, other = (low - start) / run, (high - start) / run
            if one > other:
                one, other = other, one
            enter, leave = max(enter, one), min(leave, other)
    return (leave - enter) * math.hypot(dx, dy) if leave > enter else 0.0


class Taken:
    """Places that are taken: rectangles nobody may enter, and lines that labels had better not cover."""

    def __init__(self, boxes: Iterable[Edges] = (), lines: Iterable[Line] = ()) -> None:
        self.boxes = list(boxes)
        self.lines = list(lines)

    def near(self, area: Edges) -> "Taken":
        """What of it lies in an area: searched faster than all."""
        return Taken(
            [box for box in self.boxes if meet(area, box)],
            [line for line in self.lines if covered(area, line)],
        )

    def add(self, box: Edges) -> int:
        """The box is taken; gives back its row, to be freed with `free`."""
        self.boxes.append(box)
        return len(self.boxes) - 1

    def free(self, row: int) -> None:
        self.boxes[row] = NOWHERE

    def add_line(self, line: Line) -> None:
        self.lines.append(line)

    def hit(self, box: Edges) -> bool:
        """Whether the box meets a taken one."""
        left, top, right, bottom = box
        for x0, y0, x1, y1 in self.boxes:  # noqa: SIM110 (twice as fast as any)
            if x0 < right and left < x1 and y0 < bottom and top < y1:
                return True
        return False

    def covered(self, box: Edges) -> float:
        """The length of all lines under the box."""
        return sum(covered(box, line) for line in self.lines)

    def crossed(self, line: Line) -> float:
        """The length of the line inside taken boxes."""
        return sum(covered(box, line) for box in self.boxes)


def around(x: float, y: float, reach: float) -> Edges:
    return x - reach, y - reach, x + reach, y + reach


def shifted(box: Edges, x: float, y: float) -> Edges:
    return box[0] + x, box[1] + y, box[2] + x, box[3] + y
