"""The sky before anybody stands in it: measured for a network, with its rings named and a slot for everybody."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from constellation.maps.boxes import Box, Taken, meet
from constellation.maps.forms import Form
from constellation.maps.labels import SMALLEST_LETTER
from constellation.maps.network import Sector
from constellation.maps.places import Places
from constellation.maps.sky import Sky, bands_for, spans_for, spans_kept
from constellation.maps.text_widths import ASCENT, DESCENT, width
from constellation.maps.units import Unit

EMPTY_SECTOR = 0.7  # of a partner's share of the sky
FOR_NAMES = 230.0  # degrees that names may claim against fuller sectors
AIR = 3.0  # around a mark
WISHED_ANGLE = 50.0  # where names of rings stand best: lower right
INWARDS = (0.0, 0.05, 0.1)  # how far inside of its ring a name may stand, in shares of the radius


@dataclass(frozen=True)
class RingName:
    """A ring's name, its anchor in the middle of the baseline."""

    text: str
    x: float
    y: float
    size: float
    angle: float
    box: Box


def measured_sky(
    units: Sequence[Unit],
    sectors: Sequence[Sector],
    form: Form,
    centre: tuple[float, float],
    kept: Places | None,
    rings: tuple[str, ...],
) -> Sky:
    """Sectors as wide and rings as deep as these units need them, or as they were in an earlier map."""
    keys = [sector.key for sector in sectors]
    if kept:
        angles = [unit.wish.angle for unit in units if unit.fixed and unit.wish]
        return Sky(*centre, form.sky, form.hub, spans_kept(kept.spans, keys, angles), kept.bands, rings)
    crowd = {key: sum(unit.sector == key for unit in units) + EMPTY_SECTOR for key in keys}
    counts = [sum(unit.ring == ring for unit in units) for ring in range(3)]
    spans = spans_for(crowd, degrees_of_names(sectors, form))
    bands = bands_for(counts, (form.hub + form.node) / form.sky, 2 * (form.node + AIR) / form.sky)
    return Sky(*centre, form.sky, form.hub, spans, bands, rings)


def degrees_of_names(sectors: Sequence[Sector], form: Form) -> dict[str, float]:
    """What each sector's name takes of the rim, together no more than names may claim."""
    a_degree = math.radians(1) * (form.sky + form.band / 4)
    most = FOR_NAMES / len(sectors)
    return {
        sector.key: min((width(sector.name, form.sector_size, "serif") + 1.5 * form.sector_size) / a_degree, most)
        for sector in sectors
    }


def ring_names(sky: Sky, form: Form, taken: Taken) -> list[RingName]:
    """The names of the rings, on the line between two sectors that points most to the lower right and has room.

    Each ring by itself; a name that fits nowhere is left to the list.
    """
    borders = sorted((start for start, _ in sky.spans.values()), key=lambda start: turned_from(start, WISHED_ANGLE))
    between = sorted(range(0, 360, 10), key=lambda angle: turned_from(angle, WISHED_ANGLE))
    names: list[RingName] = []
    for ring in reversed(range(len(sky.rings))):
        middle = sky.ring(ring)
        tries = (name_at(sky, form, ring, angle, middle - in_) for in_ in INWARDS for angle in (*borders, *between))
        found = next((name for name in tries if has_room(name.box, names, sky, taken)), None)
        names += [found] if found else []
        if found and found.angle in borders:
            borders = [found.angle, *borders]
    return names


def turned_from(angle: float, wish: float) -> float:
    return abs((angle - wish + 180) % 360 - 180)


def name_at(sky: Sky, form: Form, ring: int, angle: float, share: float) -> RingName:
    text, size = sky.rings[ring], max(form.ring_size, SMALLEST_LETTER)
    x, y = sky.at(angle, share)
    half, high = width(text, size) / 2 + 3, (ASCENT + DESCENT) * size
    box = Box(x - half, y - high / 2, x + half, y + high / 2, "ring", str(ring))
    return RingName(text, x, y - high / 2 + ASCENT * size, size, angle, box)


def has_room(box: Box, names: Sequence[RingName], sky: Sky, taken: Taken) -> bool:
    """Whether a name meets neither another nor a mark nor the rim."""
    across = max(sky.x - box.left, box.right - sky.x)
    down = max(sky.y - box.top, box.bottom - sky.y)
    return math.hypot(across, down) < sky.radius - 3 and not (
        taken.hit(box[:4]) or any(meet(box[:4], other.box[:4]) for other in names)
    )


def slots(units: Sequence[Unit], spans: Mapping[str, tuple[float, float]]) -> list[tuple[Unit, float, float]]:
    """Units with the angle they would like and the width of a slot, from the inner ring out.

    Inside a sector everybody has a slot of their own, so that no tie hides another; rings take turns.
    """
    order: list[tuple[Unit, float, float]] = []
    for key, (first, last) in spans.items():
        here = [unit for unit in units if unit.sector == key]
        turns = []
        for ring in range(3):
            members = [unit for unit in here if unit.ring == ring]
            turns += [((place + 0.5) / len(members), ring, unit) for place, unit in enumerate(members)]
        turns.sort(key=lambda one: one[:2])
        slot = (last - first) / max(len(turns), 1)
        for place, (_, _, unit) in enumerate(turns):
            angle = first + (place + 0.5) * slot
            if unit.wish and first < (wished := first + (unit.wish.angle - first) % 360) < last:
                angle = wished
            order.append((unit, angle, slot))
    order.sort(key=lambda one: one[0].ring)
    return order
