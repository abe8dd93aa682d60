"""The numbered list under a sky whose marks bear numbers: by sector, in columns, each with its areas."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from constellation.maps.boxes import Box
from constellation.maps.drawing import moon
from constellation.maps.network import Area
from constellation.maps.rows import ListRow
from constellation.maps.sheet import Part
from constellation.maps.svg import element, escaped, text_line
from constellation.maps.text_widths import ASCENT, DESCENT, shortened, width, wrapped
from constellation.words import say

LINE = ASCENT + DESCENT
SERIF_LINE = 1.4
MOONS_A_ROW = 4


@dataclass(frozen=True)
class Frame:
    """A column: where it begins, how wide it is, sizes of letters, and whether rows are kept to a line."""

    left: float
    width: float
    size: float
    small: float
    dense: bool


def roll(
    rows: Sequence[ListRow],
    colours: Mapping[str, int],
    left: float,
    top: float,
    room: float,
    columns: int,
    sizes: tuple[float, float],
    dense: bool,
) -> Part:
    """All rows that have a number, and the open places, in so many columns read downwards."""
    between = 26.0
    wide = (room - between * (columns - 1)) / columns
    parts: list[str] = []
    boxes: list[Box] = []
    column, y, lowest = 0, top, top
    blocks = list(sections(rows))
    frames = [Frame(left + place * (wide + between), wide, *sizes, dense) for place in range(columns)]
    total = sum(heading_height(frames[0]) + sum(row_height(row, frames[0]) for row in members) for _, members in blocks)
    limit = top + (total + heading_height(frames[0]) * (columns - 1)) / columns
    for title, members in blocks:
        for place, row in enumerate(members):
            new_column = y > top and y + row_height(row, frames[0]) > limit + 12 and column < columns - 1
            if new_column:
                column, y = column + 1, top
            frame = frames[column]
            if place == 0 or new_column:
                svg, box = heading(title, frame, y)
                parts.append(svg)
                boxes.append(box)
                y += heading_height(frame)
            svg, row_boxes = one_row(row, frame, y, colours)
            parts.append(svg)
            boxes += row_boxes
            y += row_height(row, frame)
            lowest = max(lowest, y)
    return Part("".join(parts), tuple(boxes), lowest)


def sections(rows: Sequence[ListRow]) -> list[tuple[str, list[ListRow]]]:
    """Rows under the name of their sector, open places under a heading of their own."""
    grouped: dict[str, list[ListRow]] = {}
    for row in rows:
        grouped.setdefault(say("Open places") if row.is_gap else row.sector, []).append(row)
    return list(grouped.items())


def heading_height(frame: Frame) -> float:
    return SERIF_LINE * frame.size * 1.1 + 14


def heading(title: str, frame: Frame, y: float) -> tuple[str, Box]:
    size = frame.size * 1.1
    text = shortened(title, frame.width, size, "serif")
    baseline = y + 10 + 1.04 * size
    svg = text_line(text, frame.left, baseline, class_="serif", font_size=size)
    return svg, Box(
        frame.left, y + 10, frame.left + width(text, size, "serif"), y + 10 + SERIF_LINE * size, "list", title
    )


def lines_of(row: ListRow, frame: Frame) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name and what stands under it, as far as there is room."""
    room = frame.width - 2 * frame.size - 6 - moons_width(row, frame)
    if frame.dense:
        return (shortened(row.name, room, frame.size, "bold"),), ()
    below = [row.status, row.step] if row.is_gap else [row.status, row.detail, row.direction, row.core]
    text = " · ".join(part for part in below if part)
    return wrapped(row.name, room, frame.size, "bold"), wrapped(text, room, frame.small)


def moons_width(row: ListRow, frame: Frame) -> float:
    return (frame.small * 1.552) * min(len(row.areas), MOONS_A_ROW) + 6 if row.areas and not frame.dense else 0


def row_height(row: ListRow, frame: Frame) -> float:
    name, below = lines_of(row, frame)
    texts = LINE * (frame.size * len(name) + frame.small * len(below))
    moons = -(-min(len(row.areas), 2 * MOONS_A_ROW) // MOONS_A_ROW) * frame.small * 1.55 if not frame.dense else 0
    return max(texts, moons) + (4 if frame.dense else 10)


def one_row(row: ListRow, frame: Frame, y: float, colours: Mapping[str, int]) -> tuple[str, list[Box]]:
    name, below = lines_of(row, frame)
    x = frame.left + 2 * frame.size + 6
    parts, boxes = [number_sign(row, frame, y)], []
    boxes.append(Box(frame.left, y, frame.left + 2 * frame.size, y + LINE * frame.size, "list", f"number {row.key}"))
    top = y
    for text, size, look in [*((t, frame.size, "bold") for t in name), *((t, frame.small, "soft") for t in below)]:
        parts.append(text_line(text, x, top + ASCENT * size, class_=look, font_size=size))
        face = "bold" if look == "bold" else "regular"
        boxes.append(Box(x, top, x + width(text, size, face), top + LINE * size, "list", f"row {row.key} {top:.0f}"))
        top += LINE * size
    if not frame.dense:
        parts.append(row_moons(row.areas, frame, y, colours))
    return element(
        "g", element("title", escaped(row.name)) + "".join(parts), class_="open" if row.is_gap else None
    ), boxes


def number_sign(row: ListRow, frame: Frame, y: float) -> str:
    """The number as it stands in the sky, or the sign of an open place."""
    told = "+" if row.is_gap else str(row.number) if row.number is not None else "·"
    baseline = y + ASCENT * frame.size
    return text_line(told, frame.left + 1.7 * frame.size, baseline, "end", class_="bold soft", font_size=frame.size)


def row_moons(areas: Sequence[Area], frame: Frame, y: float, colours: Mapping[str, int]) -> str:
    """The areas at the right edge, at most two rows of them."""
    pitch, radius = frame.small * 1.552, frame.small * 0.7
    told = []
    shown = areas[: 2 * MOONS_A_ROW]
    for place, area in enumerate(shown):
        line, column = divmod(place, MOONS_A_ROW)
        across = min(len(shown) - line * MOONS_A_ROW, MOONS_A_ROW)
        x = frame.left + frame.width - pitch * (across - column) + pitch / 2
        rest = len(areas) - len(shown)
        letter = f"+{rest + 1}" if rest and place == len(shown) - 1 else area.letter
        colour = -1 if letter != area.letter else colours[area.key]
        told.append(moon(x, y + radius + 2 + line * frame.small * 1.55, radius, letter, colour))
    return "".join(told)
