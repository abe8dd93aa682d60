"""Ties as lines with arrows to whoever is helped."""

import math
from collections.abc import Iterable

from constellation.maps.network import PLACEHOLDER, PLANNED, Partner
from constellation.maps.placing import Spot
from constellation.maps.sky import Sky
from constellation.maps.svg import element, line

ARROW = 10.0
CORE_ARROW = 13.0


def ties(spots: Iterable[Spot], sky: Sky) -> str:
    """All ties, to be drawn under all marks; the thick ones last."""
    tied = sorted((spot for spot in spots if spot.unit.tied), key=lambda spot: spot.unit.core)
    return "".join(
        element("g", tie(spot, spot.unit.partner, sky), class_=look(spot.unit.partner) or None)
        for spot in tied
        if spot.unit.partner
    )


def tie(spot: Spot, partner: Partner, sky: Sky) -> str:
    """The line between the two with an arrow to whoever is helped."""
    dx, dy = spot.x - sky.x, spot.y - sky.y
    reach = math.hypot(dx, dy)
    ux, uy = dx / reach, dy / reach
    start, end = sky.hub + 5, reach - spot.mark.radius - 4
    tip = min(CORE_ARROW if partner.core else ARROW, max(end - start, 0) / 2.4, spot.mark.radius * 0.7)
    tips = ""
    if partner.helps_me:
        tips += arrow(sky.x + ux * start, sky.y + uy * start, -ux, -uy, tip)
        start += tip * 0.8
    if partner.i_help:
        tips += arrow(sky.x + ux * end, sky.y + uy * end, ux, uy, tip)
        end -= tip * 0.8
    return line(sky.x + ux * start, sky.y + uy * start, sky.x + ux * end, sky.y + uy * end, "tie") + tips


def arrow(x: float, y: float, ux: float, uy: float, size: float) -> str:
    """An arrow whose tip is at (x, y) and that points along (ux, uy).

    >>> arrow(10, 0, 1, 0, 10)
    '<path d="M10.0,0.0L0.0,4.6L0.0,-4.6Z" class="tip"/>'
    """
    half, bx, by = size * 0.46, x - ux * size, y - uy * size
    one, other = (bx - uy * half, by + ux * half), (bx + uy * half, by - ux * half)
    return f'<path d="M{x:.1f},{y:.1f}L{one[0]:.1f},{one[1]:.1f}L{other[0]:.1f},{other[1]:.1f}Z" class="tip"/>'


def look(partner: Partner) -> str:
    """How tie and mark of a partner look, as classes.

    >>> look(Partner("a", "Ana", "here", i_help=True, core=True, status="planned"))
    'both core planned'
    """
    told = {
        "both": partner.helps_me and partner.i_help,
        "core": partner.core,
        "planned": partner.status == PLANNED,
        "seeker": partner.end == PLACEHOLDER,
    }
    return " ".join(name for name, holds in told.items() if holds)
