"""Units as islands: discs with room for their people, moved apart until none touches another."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

GOLDEN = math.pi * (3 - math.sqrt(5))
SHORE = 0.55  # beyond the outermost person, in steps between two people
WATER = 1.6  # between two islands, in such steps
LONE = 1.2  # radius of an island with one person, in such steps
ROUNDS = 250
DRAWN = 0.02  # of the way to the middle in each round
MOST_STEP = 0.09  # between two people: few people stay together


@dataclass(frozen=True)
class Island:
    """The disc of a unit: its middle and the radius in which its people stand."""

    x: float
    y: float
    radius: float

    def seat(self, number: int, many: int) -> tuple[float, float]:
        """One of `many` seats, arranged like the seeds of a sunflower, which leaves each about the same room."""
        reach = self.radius * math.sqrt((number + 0.5) / many) if many > 1 else 0.0
        return self.x + reach * math.cos(number * GOLDEN), self.y + reach * math.sin(number * GOLDEN)


def islands_packed(starts: Sequence[tuple[float, float]], sizes: Sequence[int], aspect: float) -> list[Island]:
    """Islands with room by size near where they start, none touching another, in a field `aspect` wide and 1 high.

    >>> one, other = islands_packed([(0.0, 0.0), (0.1, 0.0)], [9, 4], 1.5)
    >>> math.dist((one.x, one.y), (other.x, other.y)) > one.radius + other.radius
    True
    """
    radii = [math.sqrt(size) + LONE for size in sizes]  # a step between two people is about 1.8 of these units
    middles = [complex(x, y) * sum(radii) + complex(n % 7, n % 5) * 1e-3 for n, (x, y) in enumerate(starts)]
    for round_ in range(ROUNDS):
        drawn = DRAWN * (1 - round_ / ROUNDS)
        middles = [complex(at.real * (1 - drawn / aspect), at.imag * (1 - drawn)) for at in middles]
        pushed_apart(middles, radii)
    for _ in range(ROUNDS):
        if not pushed_apart(middles, radii):
            break
    return fitted(middles, radii, sizes, aspect)


def pushed_apart(middles: list[complex], radii: Sequence[float]) -> bool:
    """Move each two islands that touch away from each other, the smaller one more; whether any moved."""
    moved = False
    for a, room in enumerate(radii):
        for b in range(a):
            away = middles[a] - middles[b]
            lacking = room + radii[b] + WATER - abs(away)
            if lacking > 1e-6:
                moved = True
                push = away / (abs(away) or 1) * lacking
                light = radii[b] ** 2 / (room**2 + radii[b] ** 2)
                middles[a] += push * light
                middles[b] -= push * (1 - light)
    return moved


def fitted(middles: Sequence[complex], radii: Sequence[float], sizes: Sequence[int], aspect: float) -> list[Island]:
    """The islands scaled alike in both directions and centred in the field."""
    left = min(at.real - radius for at, radius in zip(middles, radii, strict=True))
    right = max(at.real + radius for at, radius in zip(middles, radii, strict=True))
    top = min(at.imag - radius for at, radius in zip(middles, radii, strict=True))
    foot = max(at.imag + radius for at, radius in zip(middles, radii, strict=True))
    scale = min(aspect / (right - left), 1 / (foot - top), MOST_STEP)
    x0, y0 = aspect / 2 - scale * (left + right) / 2, 0.5 - scale * (top + foot) / 2
    return [
        Island(x0 + scale * at.real, y0 + scale * at.imag, scale * math.sqrt(size))
        for at, size in zip(middles, sizes, strict=True)
    ]
