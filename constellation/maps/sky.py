"""The sky that partners stand in: sectors as wide as they are full, rings of closeness as deep as they are full."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

TOP = -90.0  # angles run clockwise from the right, in degrees
INNERMOST = 0.15  # share of the radius that the focal person and the air around take up
RING_WEIGHTS = (0.22, 0.32, 0.46)  # of the area, where few partners leave the choice
THINNEST = 0.12
FEW, MANY, MOST_MOVED = 4, 15, 0.72  # on one ring: up to few nothing moves, from many on this share does


@dataclass(frozen=True)
class Sky:
    """`x`, `y`: the centre; `radius`: of the rim; `hub`: of the focal person's mark; spans and bands as in Places;
    `rings`: their names."""

    x: float
    y: float
    radius: float
    hub: float
    spans: Mapping[str, tuple[float, float]]
    bands: tuple[tuple[float, float], ...]
    rings: tuple[str, ...] = ()

    def at(self, angle: float, share: float) -> tuple[float, float]:
        """The point at an angle in degrees and a share of the radius."""
        turned = math.radians(angle)
        reach = share * self.radius
        return self.x + reach * math.cos(turned), self.y + reach * math.sin(turned)

    def ring(self, ring: int) -> float:
        """Where a ring's circle runs in its band, as a share of the radius; the innermost keeps off the centre."""
        inner, outer = self.bands[ring]
        return inner + (outer - inner) * (0.5 if ring else 0.62)


def bands_for(
    counts: Sequence[int], inmost: float = INNERMOST, least: float = THINNEST
) -> tuple[tuple[float, float], ...]:
    """Inner and outer edge of each ring's band as shares of the radius; `counts`: how many stand on each ring; the
    first begins at `inmost`, none is thinner than `least`.

    With up to 4 on each ring the bands are the same for everybody; fuller rings get more room.

    >>> [round(outer, 2) for _, outer in bands_for([2, 4, 4])]
    [0.49, 0.74, 1.0]
    """
    total = sum(counts)
    moved = MOST_MOVED * min(max((max(counts) - FEW) / (MANY - FEW), 0), 1)
    edges, filled = [inmost], 0.0
    for usual, count in zip(RING_WEIGHTS, counts, strict=True):
        filled += usual * (1 - moved) + moved * (count / total if total else 0)
        edges.append(math.sqrt(inmost**2 + (1 - inmost**2) * filled))
    depths = shared_out(
        {str(ring): outer - inner for ring, (inner, outer) in enumerate(pairwise(edges))},
        dict.fromkeys("012", min(least, (1 - inmost) / 3)),
        1 - inmost,
    )
    return tuple(pairwise(accumulate(depths.values(), initial=inmost)))


def spans_for(needs: Mapping[str, float], least: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Start and end of each sector in degrees, the first one around the top.

    `needs`: how full each is; `least`: degrees that its name takes, given as long as there is room.

    >>> spans_for({"a": 1, "b": 1}, {"a": 20, "b": 20})
    {'a': (-180.0, 0.0), 'b': (0.0, 180.0)}
    """
    asked = sum(least.values())
    floor = {key: degrees * min(1, 288 / asked if asked else 1) for key, degrees in least.items()}
    width = shared_out(needs, floor)
    start = TOP - next(iter(width.values())) / 2
    spans = {}
    for key, degrees in width.items():
        spans[key] = (round(start, 3), round(start + degrees, 3))
        start += degrees
    return spans


def shared_out(needs: Mapping[str, float], floor: Mapping[str, float], total: float = 360) -> dict[str, float]:
    """A total shared by need, nobody below the floor."""
    low: set[str] = set()
    while True:
        left = total - sum(floor[key] for key in low)
        weight = sum(need for key, need in needs.items() if key not in low)
        width = {key: floor[key] if key in low else left * need / weight for key, need in needs.items()}
        below = {key for key, degrees in width.items() if key not in low and degrees < floor[key] - 1e-9}
        if not below:
            return width
        low |= below


def spans_kept(
    kept: Mapping[str, tuple[float, float]], sectors: Sequence[str], angles: Sequence[float]
) -> dict[str, tuple[float, float]]:
    """The spans of an earlier map; a sector it did not have takes the widest stretch where nobody stands.

    `angles`: of those who stay.

    >>> spans_kept({"a": (-180.0, 180.0)}, ["a", "b"], [-90.0, 0.0])
    {'a': (-180.0, 90.0), 'b': (90.0, 180.0)}
    """
    spans = dict(kept)
    for key in sectors:
        if key in spans:
            continue
        host, start, end = widest_stretch(spans, angles)
        first, last = spans[host]
        room = min((end - start) * 0.8, (last - first) / 2, 90.0)
        if end == last:
            spans[host], spans[key] = (first, last - room), (last - room, last)
        else:
            spans[host], spans[key] = (first + room, last), (first, first + room)
    return spans


def widest_stretch(spans: Mapping[str, tuple[float, float]], angles: Sequence[float]) -> tuple[str, float, float]:
    """The sector, start and end of the widest stretch at the edge of a sector without anybody."""
    stretches = []
    for key, (first, last) in spans.items():
        inside = sorted(turned for angle in angles if first <= (turned := first + (angle - first) % 360) <= last)
        near, far = (inside[0], inside[-1]) if inside else (last, first)
        stretches += [(near - first, key, first, near), (last - far, key, far, last)]
    _, key, start, end = max(stretches, key=lambda one: one[0])
    return key, start, end
