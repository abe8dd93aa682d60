"""The column beside a poster's sky: who helps with what, what is open, and what the signs mean."""

from collections.abc import Mapping, Sequence

from constellation.maps.boxes import Box
from constellation.maps.drawing import moon
from constellation.maps.key import key_rows, open_sign, sign_entries
from constellation.maps.network import Area
from constellation.maps.rows import ListRow
from constellation.maps.sheet import Part, Sheet
from constellation.maps.svg import element, text_line
from constellation.maps.text_widths import ASCENT, DESCENT, shortened, width, wrapped
from constellation.maps.units import Unit
from constellation.words import listed, say

LINE = ASCENT + DESCENT
INDENT = 34.0
BETWEEN = 13.0


def aside(
    sheet: Sheet,
    areas: Sequence[Area],
    colours: Mapping[str, int],
    rows: Sequence[ListRow],
    units: Sequence[Unit],
    top: float,
) -> Part:
    """Areas with the names of those whose tie serves them, open places with their step, then the signs."""
    left, room = sheet.aside
    helping = {unit.key for unit in units if unit.partner and not unit.ended}
    parts: list[str] = []
    boxes: list[Box] = []
    y = top + 30
    for area in areas:
        names = [row.name for row in rows if not row.is_gap and row.key in helping and area in row.areas]
        gap = next((row for row in rows if row.is_gap and row.key == area.key), None)
        if not names and gap is None:
            continue
        told = listed(names) if names else gap.step or say("open place") if gap else ""
        part = entry(sheet, area, told, colours[area.key], (left, y, room), is_open=not names)
        parts.append(part.svg)
        boxes += part.boxes
        y = part.bottom + BETWEEN
    signs = key_rows(
        [[each] for each in sign_entries(units)], left, y + 18, room, sheet.form.detail_size, centred=False
    )
    return Part("".join(parts) + signs.svg, (*boxes, *signs.boxes), signs.bottom)


def entry(sheet: Sheet, area: Area, told: str, colour: int, place: tuple[float, float, float], is_open: bool) -> Part:
    """An area with its mark, its name, and up to two lines about it."""
    left, y, room = place
    size, small = sheet.form.name_size, sheet.form.detail_size
    sign = open_sign(left + 12, y + 11) if is_open else moon(left + 12, y + 11, 12, area.letter, colour)
    name = shortened(area.name, room - INDENT, size, "bold")
    parts = [sign, text_line(name, left + INDENT, y + ASCENT * size, class_="bold", font_size=size)]
    boxes = [
        Box(left, y - 1, left + 24, y + 23, "key", f"sign {area.key}"),
        Box(left + INDENT, y, left + INDENT + width(name, size, "bold"), y + LINE * size, "key", f"area {area.key}"),
    ]
    y += LINE * size
    for line in wrapped(told, room - INDENT, small):
        parts.append(text_line(line, left + INDENT, y + ASCENT * small, class_="soft", font_size=small))
        right = left + INDENT + width(line, small)
        boxes.append(Box(left + INDENT, y, right, y + LINE * small, "key", f"{area.key} {y:.0f}"))
        y += LINE * small
    return Part(element("g", parts, class_="open" if is_open else None), tuple(boxes), y)
