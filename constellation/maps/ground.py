"""What the partners stand on: the disc, its rim with degrees, rings, sectors and their names, the focal person."""

import math
from collections.abc import Iterable, Sequence

from constellation.maps.arcs import arc, sector_name
from constellation.maps.hub import hub_lines
from constellation.maps.network import Sector
from constellation.maps.outline import RingName
from constellation.maps.sky import Sky
from constellation.maps.svg import circle, element, escaped, line, text_line

TICK = 5.0  # degrees between the marks of the rim


def sky_ground(sky: Sky, band: float) -> str:
    """The disc, the rim with its degrees, the rings."""
    x, y, far = sky.x, sky.y, sky.radius
    reach = far + band * 0.07
    step = math.radians(TICK) * reach
    ticks = element(
        "circle", cx=x, cy=y, r=reach, class_="ticks", stroke_width=round(band * 0.14, 1),
        stroke_dasharray=f"1.2 {step - 1.2:.3f}",
    )  # fmt: skip
    rings = [circle(x, y, sky.ring(ring) * far, "ring") for ring in range(len(sky.bands))]
    return circle(x, y, far, "sky") + ticks + circle(x, y, far + band, "rim") + "".join(rings)


def sector_borders(sky: Sky, band: float) -> str:
    """Lines between sectors, none where there is one only."""
    if len(sky.spans) < 2:
        return ""
    inner, outer = (sky.hub + 14) / sky.radius, 1 + band / sky.radius
    return "".join(line(*sky.at(start, inner), *sky.at(start, outer), "border") for start, _ in sky.spans.values())


def sector_names(sky: Sky, sectors: Iterable[Sector], band: float, size: float, prefix: str) -> str:
    """The names along the rim, upright at the bottom too."""
    told = []
    for place, sector in enumerate(sectors):
        name = sector_name(sky, sector, band, size)
        if not name.text:
            continue
        path = f"{prefix}-s{place}"
        whole = element("title", escaped(sector.name)) if name.text != sector.name else ""
        along = element("textPath", escaped(name.text), href=f"#{path}", startOffset="50%", text_anchor="middle")
        told.append(
            element("path", id=path, d=arc(sky, name.radius, name.start, name.end), fill="none")
            + element("text", whole + along, class_="serif", font_size=round(name.size, 1))
        )
    return "".join(told)


def ring_texts(names: Sequence[RingName]) -> str:
    return "".join(
        text_line(name.text, name.x, name.y, "middle", class_="soft halo", font_size=name.size) for name in names
    )


def hub(sky: Sky, name: str) -> str:
    """The focal person in the middle."""
    return circle(sky.x, sky.y, sky.hub, "hub") + hub_lines(sky, name)
