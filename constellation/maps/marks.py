"""The marks of a partner: the round itself with the areas hanging on it like moons, away from the arrow."""

import math
from dataclasses import dataclass
from functools import lru_cache

FEW_MOONS = 3
EIGHTH = 45.0  # degrees


@dataclass(frozen=True, eq=False)
class Mark:
    """A mark around the origin: `moons` offsets (x, y); how far all reaches to the four sides."""

    radius: float
    moons: tuple[tuple[float, float], ...]
    left: float
    up: float
    right: float
    down: float
    moon_box: tuple[float, float, float, float] | None


def hanging(dx: float, dy: float, count: int) -> float:
    """Where the moons hang, in degrees clockwise from the right: away from the centre, which is at (-dx, -dy).

    Up to three hang straight down or up, so that labels beside the mark keep their place; more turn with the tie.

    >>> hanging(5, -1, 2), hanging(-5, 1, 5)
    (-90.0, 180.0)
    """
    if count <= FEW_MOONS:
        return -90.0 if dy < 0 else 90.0
    return float(round(math.degrees(math.atan2(dy, dx)) / EIGHTH)) * EIGHTH


@lru_cache(maxsize=2048)
def mark(radius: float, moon: float, count: int, turn: float) -> Mark:
    """The mark with `count` areas of radius `moon`, hanging around the direction `turn`.

    >>> mark(20, 8, 1, 90.0).moons
    ((0.0, 24.96),)
    >>> mark(20, 8, 4, 180.0).left
    31.39
    """
    shown = count
    if not shown:
        return Mark(radius, (), radius, radius, radius, radius, None)
    reach = radius + moon * 0.62
    step = math.degrees(2 * math.asin(min((moon + 0.7) / reach, 1)))
    order = range(shown) if turn < 0 else range(shown)[::-1]
    turns = [math.radians(turn + (place - (shown - 1) / 2) * step) for place in order]
    spots = tuple((round(reach * math.cos(angle), 2), round(reach * math.sin(angle), 2)) for angle in turns)
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    box = (min(xs) - moon, min(ys) - moon, max(xs) + moon, max(ys) + moon)
    left, up, right, down = (max(radius, edge) for edge in (-box[0], -box[1], box[2], box[3]))
    return Mark(radius, spots, left, up, right, down, box)
