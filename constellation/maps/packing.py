"""A crowd finds places at once: rows of seats in each sector and ring, taken evenly."""

import math
from collections.abc import Sequence

from constellation.maps.boxes import around
from constellation.maps.network import CLOSE, NOW_AND_THEN
from constellation.maps.placing import AIR, NoRoom, Placing, Polar, Spot
from constellation.maps.units import Unit


def packed(placing: Placing, wishes: Sequence[tuple[Unit, float]]) -> list[Spot]:
    """A place for each of the units, as near as possible to the angle it wishes, none with a label yet.

    Raises NoRoom where marks of this size are too large.
    """
    spots = []
    for sector in placing.sky.spans:
        for ring in range(CLOSE, NOW_AND_THEN + 1):
            group = [(unit, angle) for unit, angle in wishes if (unit.sector, unit.ring) == (sector, ring)]
            seats = free_seats(placing, sector, ring) if group else []
            if len(seats) < len(group):
                raise NoRoom
            for unit, angle in group:
                nearest = min(seats, key=lambda seat: abs(seat[0] - angle))
                seats.remove(nearest)
                spots.append(placing.stand(unit, nearest, None))
    return spots


def free_seats(placing: Placing, sector: str, ring: int) -> list[Polar]:
    """Seats of the sector's band that nobody has, a mark apart, by angle."""
    first, last = placing.sky.spans[sector]
    inner, outer = placing.sky.bands[ring]
    half = (placing.sizes.node + AIR / 2) / placing.sky.radius
    seats = []
    rows = int((outer - inner) / (2 * half) + 0.05)
    for row in range(rows):
        share = inner + (outer - inner) * (row + 0.5) / rows
        step = math.degrees(2 * half / share)
        shift = 0.5 * (row % 2) if rows > 1 else 0.0
        count = math.floor((last - first) / step - shift + 0.1)
        slack = (last - first - step * (count + shift)) / 2
        seats += [(first + slack + step * (seat + 0.5 + shift), share) for seat in range(count)]
    boxes = [around(*placing.sky.at(*seat), placing.sizes.node) for seat in seats]
    return sorted(
        seat for seat, box in zip(seats, boxes, strict=True) if placing.inside(box) and not placing.taken.hit(box)
    )
