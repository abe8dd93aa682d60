"""The whole picture on its sheet: heading, sky, key and numbered list, with everything's box."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from constellation.maps.arcs import sector_boxes
from constellation.maps.aside import aside
from constellation.maps.boxes import Box, around
from constellation.maps.drawing import spot_group
from constellation.maps.forms import Form
from constellation.maps.ground import hub, ring_texts, sector_borders, sector_names, sky_ground
from constellation.maps.key import area_entries, key_rows, sign_entries
from constellation.maps.layout import Laid
from constellation.maps.network import Area, Network, Sector
from constellation.maps.roll import roll
from constellation.maps.rows import ListRow
from constellation.maps.sheet import Part, Sheet, heading
from constellation.maps.svg import element, escaped
from constellation.maps.theme import map_style
from constellation.maps.ties import ties

DENSE_FROM = 60  # numbered rows: beyond, one line each
NOTHING = Part("", (), 0.0)


@dataclass(frozen=True)
class Picture:
    """Drawn parts in order, their boxes, and the height they need."""

    parts: tuple[str, ...]
    boxes: tuple[Box, ...]
    height: float


def drawn(
    sheet: Sheet,
    laid: Laid,
    network: Network,
    sectors: Sequence[Sector],
    areas: Mapping[str, Area],
    rows: Sequence[ListRow],
    prefix: str,
) -> Picture:
    """Everything on the sheet."""
    numbers = {row.key: row.number for row in rows if not row.is_gap}
    for spot in laid.spots:
        spot.number = None if spot.unit.gap else numbers.get(spot.unit.key)
    colours = {key: place for place, key in enumerate(areas)}
    below = to_list(sheet, laid, rows)
    sky = Part(
        sky_part(sheet, laid, network, sectors, areas, colours, rows, prefix),
        tuple(sky_boxes(sheet, laid, sectors)),
        sheet.under_sky,
    )
    head = heading(sheet, network) if sheet.heading else NOTHING
    key = key_part(sheet, laid, areas, colours, rows, below, head.bottom) if sheet.key else NOTHING
    listed = roll_part(sheet, below, colours, max(key.bottom, sky.bottom)) if below else NOTHING
    parts = (sky, head, key, listed)
    bottom = max(part.bottom for part in parts) + sheet.form.margin
    return Picture(tuple(part.svg for part in parts), tuple(box for part in parts for box in part.boxes), bottom)


def sky_part(
    sheet: Sheet,
    laid: Laid,
    network: Network,
    sectors: Sequence[Sector],
    areas: Mapping[str, Area],
    colours: Mapping[str, int],
    rows: Sequence[ListRow],
    prefix: str,
) -> str:
    form, sky = sheet.form, laid.sky
    words = {(row.is_gap, row.key): spoken(row) for row in rows}
    return "".join(
        (
            sky_ground(sky, form.band),
            sector_borders(sky, form.band),
            sector_names(sky, sectors, form.band, form.sector_size, prefix),
            ties(laid.spots, sky),
            ring_texts(laid.ring_names),
            *(
                spot_group(spot, areas, colours, laid.sizes.moon, words[spot.unit.gap is not None, spot.unit.key])
                for spot in laid.spots
            ),
            hub(sky, network.owner),
        )
    )


def spoken(row: ListRow) -> str:
    """The row in one line, for a pointer that rests on the mark."""
    parts = (row.name, row.detail, row.area_names if not row.is_gap else "", row.direction, row.closeness, row.core)
    return " · ".join(part for part in (*parts, row.end, row.status, row.step) if part)


def to_list(sheet: Sheet, laid: Laid, rows: Sequence[ListRow]) -> list[ListRow]:
    """The rows that a list under the sky tells: all of a numbered form, elsewhere those without a label."""
    named = {spot.unit.owner for spot in laid.spots if spot.label is not None}
    return [
        row for row in rows if sheet.form.numbered or f"{'gap' if row.is_gap else 'partner'} {row.key}" not in named
    ]


def key_part(
    sheet: Sheet,
    laid: Laid,
    areas: Mapping[str, Area],
    colours: Mapping[str, int],
    rows: Sequence[ListRow],
    below: Sequence[ListRow],
    top: float,
) -> Part:
    """Areas and signs, under the sky in rows or beside it one under the other."""
    units = [spot.unit for spot in laid.spots]
    if sheet.form.aside:
        return aside(sheet, list(areas.values()), colours, rows, units, top)
    shown = {key for spot in laid.spots if spot.mark.moons for key in spot.unit.areas}
    if len(below) <= DENSE_FROM:
        shown |= {area.key for row in below for area in row.areas}
    left, room = sheet.full
    size = max(sheet.form.detail_size * 0.94, 12.0)
    groups = [
        area_entries([area for key, area in areas.items() if key in shown], colours, sheet.form.moon),
        sign_entries(units),
    ]
    return key_rows(groups, left, sheet.under_sky + 12, room, size, not sheet.form.numbered)


def roll_part(sheet: Sheet, below: Sequence[ListRow], colours: Mapping[str, int], top: float) -> Part:
    """The numbered list."""
    form = sheet.form
    left, room = sheet.full
    columns = 1 if form.numbered else 3 if form.width < 1200 else 5
    sizes = (form.name_size if form.numbered else 14.0, 13.0)
    return roll(below, colours, left, top + 10, room, columns, sizes, len(below) > DENSE_FROM)


def sky_boxes(sheet: Sheet, laid: Laid, sectors: Sequence[Sector]) -> list[Box]:
    """Boxes of everything in the sky."""
    sky, form = laid.sky, sheet.form
    boxes = [Box(*around(sky.x, sky.y, sky.hub), "hub", "hub")]
    boxes += [name.box for name in laid.ring_names]
    for sector in sectors:
        boxes += sector_boxes(sky, sector, form.band, form.sector_size)
    for spot in laid.spots:
        x, y, r, owner = spot.x, spot.y, spot.mark.radius, spot.unit.owner
        boxes.append(Box(*around(x, y, r), "node", owner))
        if spot.mark.moon_box:
            left, top, right, bottom = spot.mark.moon_box
            boxes.append(Box(x + left, y + top, x + right, y + bottom, "moons", owner))
        if spot.label:
            boxes.append(Box(*spot.label.box, "label", owner))
    return boxes


def whole_svg(picture: Picture, form: Form, prefix: str, title: str, description: str, theme: str, styled: bool) -> str:
    """The element with title, description and style."""
    ground = element("rect", width=float(form.width), height=picture.height, rx=14, class_="ground")
    return element(
        "svg",
        (
            element("title", escaped(title), id=f"{prefix}-title"),
            element("desc", escaped(description), id=f"{prefix}-desc"),
            element("style", map_style(theme)) if styled else "",
            ground,
            *picture.parts,
        ),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {form.width:g} {picture.height:.0f}",
        class_=f"map map-{theme}",
        role="img",
        aria_labelledby=f"{prefix}-title {prefix}-desc",
    )
