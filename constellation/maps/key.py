"""The key under or beside the sky: what letters, lines and marks mean, of those that the map really shows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from constellation.maps.boxes import Box
from constellation.maps.drawing import moon, plus, shape
from constellation.maps.network import COLLECTIVE, GROUP, PLACEHOLDER, PLANNED, Area
from constellation.maps.sheet import Part
from constellation.maps.svg import element, line, text_line
from constellation.maps.text_widths import shortened, width
from constellation.maps.ties import arrow
from constellation.maps.units import Unit
from constellation.words import mark, say

HELP = mark("an arrow points to the one who is helped")
MUTUAL = mark("help in both directions")
CORE = mark("core partner")
COMING = mark("planned")
OPEN = mark("open place")
OVER = mark("ended")
ENDS = {GROUP: mark("a group"), COLLECTIVE: mark("a collective"), PLACEHOLDER: mark("still to be found")}
QUESTION = text_line("?", 10, 3.9, "middle", class_="bold", font_size=11)
GLYPH = 38.0  # room for a drawn sign
DOT = 26.0  # room for an area's dot
BETWEEN = 22.0  # between entries on a row


@dataclass(frozen=True)
class Entry:
    """A sign and what it means; `sign`: SVG drawn around the origin, of this width."""

    sign: str
    room: float
    text: str


def area_entries(areas: Iterable[Area], colours: Mapping[str, int], radius: float) -> list[Entry]:
    return [Entry(moon(radius + 1, 0, radius, area.letter, colours[area.key]), DOT, area.name) for area in areas]


def sign_entries(units: Sequence[Unit]) -> list[Entry]:
    """The signs that occur, each once."""
    partners = [unit.partner for unit in units if unit.partner and not unit.ended]
    told = []
    if any(one.helps_me != one.i_help for one in partners):
        told.append(Entry(line_sign("", True), GLYPH, say(HELP)))
    if any(one.helps_me and one.i_help for one in partners):
        told.append(Entry(line_sign("both", True, True), GLYPH, say(MUTUAL)))
    if any(one.core for one in partners):
        told.append(Entry(line_sign("core", False), GLYPH, say(CORE)))
    if any(one.status == PLANNED for one in partners):
        told.append(Entry(mark_sign("planned"), DOT, say(COMING)))
    if any(unit.gap for unit in units):
        told.append(Entry(mark_sign("open", inner=plus(10, 0, 3.5)), DOT, say(OPEN)))
    if any(unit.ended for unit in units):
        told.append(Entry(mark_sign("ended"), DOT, say(OVER)))
    told += [
        Entry(
            mark_sign("seeker" if end == PLACEHOLDER else "", end, QUESTION if end == PLACEHOLDER else ""),
            DOT,
            say(name),
        )
        for end, name in ENDS.items()
        if any(one.end == end for one in partners)
    ]
    return told


def line_sign(look: str, tipped: bool, both: bool = False) -> str:
    """A short tie."""
    start, end = (7 if both else 0), (22 if tipped else 29)
    tips = (arrow(30, 0, 1, 0, 10) if tipped else "") + (arrow(0, 0, -1, 0, 10) if both else "")
    return element("g", line(start, 0, end, 0, "tie") + tips, class_=look or None)


def open_sign(x: float, y: float) -> str:
    return element("g", shape(x, y, 10.5, "") + plus(x, y, 4))


def mark_sign(look: str, end: str = "", inner: str = "") -> str:
    return element("g", shape(10, 0, 8.5, end) + inner, class_=look or None)


def key_rows(
    groups: Sequence[Sequence[Entry]], left: float, top: float, room: float, size: float, centred: bool
) -> Part:
    """Entries in rows as wide as there is room; each group begins a row.

    `centred`: rows stand in the middle; `size` of the letters.
    """
    rows: list[list[tuple[Entry, str, float]]] = []
    for group in groups:
        rows += broken(group, room, size)
    parts, boxes, y = [], [], top
    high = max(size * 1.75, 21)
    for row in rows:
        used = sum(wide for _, _, wide in row) + BETWEEN * (len(row) - 1)
        x = left + (room - used) / 2 if centred else left
        for entry, text, wide in row:
            parts.append(element("g", entry.sign, transform=f"translate({x:.1f} {y + high / 2:.1f})"))
            parts.append(text_line(text, x + entry.room, y + high / 2 + size * 0.36, font_size=size, class_="soft"))
            boxes.append(Box(x, y + high / 2 - size * 0.61, x + wide, y + high / 2 + size * 0.61, "key", entry.text))
            x += wide + BETWEEN
        y += high
    return Part("".join(parts), tuple(boxes), y)


def broken(entries: Sequence[Entry], room: float, size: float) -> list[list[tuple[Entry, str, float]]]:
    """Entries broken into rows about equally long, with their texts as far as they fit and their widths."""
    told = []
    for entry in entries:
        text = shortened(entry.text, room - entry.room, size)
        told.append((entry, text, entry.room + width(text, size)))
    rows = rows_within(told, room)
    if len(rows) < 2:
        return rows
    narrow = max(sum(wide for *_, wide in told) / len(rows), *(wide for *_, wide in told))
    tries = (narrow + (room - narrow) * step / 8 for step in range(9))
    return next(tried for limit in tries if len(tried := rows_within(told, limit)) <= len(rows))


def rows_within(told: Sequence[tuple[Entry, str, float]], room: float) -> list[list[tuple[Entry, str, float]]]:
    rows: list[list[tuple[Entry, str, float]]] = []
    left = 0.0
    for one in told:
        if not rows or one[2] > left:
            rows.append([])
            left = room
        rows[-1].append(one)
        left -= one[2] + BETWEEN
    return rows
