"""Names along the rim of the sky, and what they take up."""

import math
from dataclasses import dataclass

from constellation.maps.boxes import Box
from constellation.maps.network import Sector
from constellation.maps.sky import Sky
from constellation.maps.svg import number
from constellation.maps.text_widths import shortened, width

LEAST = 0.75  # how far a name's letters may shrink before it is cut


@dataclass(frozen=True)
class SectorName:
    """A name on an arc from `start` to `end` in degrees (backwards at the bottom, to stay upright)."""

    text: str
    size: float
    radius: float
    start: float
    end: float
    middle: float
    degrees: float


def sector_name(sky: Sky, sector: Sector, band: float, size: float) -> SectorName:
    """The sector's name as far as its arc has room."""
    first, last = sky.spans[sector.key]
    middle = (first + last) / 2
    upright = math.sin(math.radians(middle)) <= 0.05
    radius = sky.radius + band * 0.52 + (-size * 0.33 if upright else size * 0.36)
    room = math.radians(last - first) * radius - 1.5 * size
    room = min(room, 1.6 * math.pi * radius)
    size = max(min(size, size * room / max(width(sector.name, size, "serif"), 1)), size * LEAST, 12.0)
    text = shortened(sector.name, room, size, "serif")
    degrees = math.degrees(width(text, size, "serif") / radius)
    reach = min((last - first) / 2, 175.0)
    start, end = (middle - reach, middle + reach) if upright else (middle + reach, middle - reach)
    return SectorName(text, size, radius, start, end, middle, degrees)


def arc(sky: Sky, radius: float, start: float, end: float) -> str:
    """A path along the circle from one angle to another, clockwise where the second is larger."""
    (x1, y1), (x2, y2) = sky.at(start, radius / sky.radius), sky.at(end, radius / sky.radius)
    large, sweep = int(abs(end - start) > 180), int(end > start)
    reach = number(radius)
    return f"M{number(x1)},{number(y1)}A{reach},{reach} 0 {large} {sweep} {number(x2)},{number(y2)}"


def sector_boxes(sky: Sky, sector: Sector, band: float, size: float) -> list[Box]:
    """Small boxes along the arc that together cover the name."""
    name = sector_name(sky, sector, band, size)
    size = name.size
    parts = max(math.ceil(width(name.text, size, "serif") / size * 2.5), 1) if name.text else 0
    boxes = []
    for part in range(parts):
        angle = name.middle + ((part + 0.5) / parts - 0.5) * name.degrees
        x, y = sky.at(angle, 1 + band / 2 / sky.radius)
        turned = math.radians(angle)
        along, across = math.radians(name.degrees) * name.radius / parts / 2, size * 0.6
        wide = abs(math.sin(turned)) * along + abs(math.cos(turned)) * across
        high = abs(math.cos(turned)) * along + abs(math.sin(turned)) * across
        boxes.append(Box(x - wide, y - high, x + wide, y + high, "sector", sector.key))
    return boxes
