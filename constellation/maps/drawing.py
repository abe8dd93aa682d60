"""Marks with their areas and labels."""

import math
from collections.abc import Mapping
from functools import lru_cache

from constellation.maps.initials import initials
from constellation.maps.labels import Label, Line
from constellation.maps.network import COLLECTIVE, GROUP, PLACEHOLDER, Area
from constellation.maps.placing import Spot
from constellation.maps.svg import circle, element, escaped, line, number, text_line
from constellation.maps.text_widths import ASCENT, DESCENT, width
from constellation.maps.ties import look
from constellation.maps.units import Unit

COLOURS = 5
LEGIBLE = 6.8  # radius of a mark that has room for letters, and
ROOMY = 6.8  # for a number in letters of full size


def spot_group(
    spot: Spot, areas: Mapping[str, Area], colours: Mapping[str, int], moon_radius: float, words: str
) -> str:
    """Mark, areas and label of one partner or open place; `words` are shown where a pointer rests."""
    partner = spot.unit.partner
    drawn = [
        element("title", escaped(words)),
        leader(spot),
        shape(spot.x, spot.y, spot.mark.radius, partner.end if partner else ""),
        inside(spot, areas),
        moons(spot, areas, colours, moon_radius),
    ]
    if spot.label is not None:
        lines = (label_text(each, x, y, spot.label.anchor) for each, x, y in label_lines(spot.label))
        drawn.append(element("g", lines, class_="halo"))
    return element("g", drawn, class_=unit_look(spot.unit) or None)


def unit_look(unit: Unit) -> str:
    if unit.partner is None:
        return "open"
    return "ended" if unit.ended else look(unit.partner)


def shape(x: float, y: float, radius: float, end: str) -> str:
    """The mark itself: round for a person, doubled for a group, six-sided for a collective."""
    if end == COLLECTIVE:
        corners = [(x + radius * 1.06 * math.cos(turn), y + radius * 1.06 * math.sin(turn)) for turn in SIXTHS]
        return element("polygon", points=" ".join(f"{a:.1f},{b:.1f}" for a, b in corners), class_="node")
    inner = circle(x, y, radius * 0.8, "inner") if end == GROUP else ""
    return circle(x, y, radius, "node") + inner


SIXTHS = [math.pi / 3 * turn for turn in range(6)]


def inside(spot: Spot, areas: Mapping[str, Area]) -> str:
    """What stands in the mark: a plus, with its area's letter where no label says it; a number, initials or a question mark."""
    unit, radius = spot.unit, spot.mark.radius
    if unit.gap and (spot.label or radius < LEGIBLE):
        return plus(spot.x, spot.y, radius * 0.32)
    if radius < LEGIBLE:
        return ""
    if unit.gap:
        told, least = f"+{areas[unit.key].letter}", 0.0
    elif spot.number is not None:
        told, least = str(spot.number), 12.0 if radius >= ROOMY and spot.number < 100 else 0.0
    else:
        told, least = "?" if unit.partner and unit.partner.end == PLACEHOLDER else initials(unit.name), 0.0
    size = max(fitting(told, radius, 0.68), least)
    return text_line(told, spot.x, spot.y + size * 0.36, "middle", class_="bold", font_size=size) if told else ""


def fitting(told: str, radius: float, share: float) -> float:
    """The size at which letters fit into a circle, at most this share of its radius."""
    return round(min(radius * share, 15 * radius / max(width(told, 10, "bold"), 1)), 1)


def plus(x: float, y: float, arm: float) -> str:
    there = f"M{number(x - arm)},{number(y)}h{number(2 * arm)}M{number(x)},{number(y - arm)}v{number(2 * arm)}"
    return element("path", d=there, class_="plus")


def moons(spot: Spot, areas: Mapping[str, Area], colours: Mapping[str, int], radius: float) -> str:
    """The areas of the tie; the last one a number where there are more than fit."""
    told, keys, places = "", spot.unit.areas, spot.mark.moons
    for place, (dx, dy) in enumerate(places):
        hidden = len(keys) - len(places) if place == len(places) - 1 else 0
        letter = f"+{hidden + 1}" if hidden else areas[keys[place]].letter
        told += moon(spot.x + dx, spot.y + dy, radius, letter, -1 if hidden else colours[keys[place]])
    return told


def moon(x: float, y: float, radius: float, letter: str, colour: int) -> str:
    """An area: a coloured dot with its letter; without a colour of its own (-1) a grey one."""
    name = f"a{colour % COLOURS}" if colour >= 0 else "rest"
    return f'<g class="moon" transform="translate({x:.1f} {y:.1f})">{dot(radius, letter, name)}</g>'


@lru_cache(maxsize=1024)
def dot(radius: float, letter: str, look: str) -> str:
    size = fitting(letter, radius, 1.34)
    return circle(0, 0, radius, look) + text_line(letter, 0, size * 0.36, "middle", font_size=size)


def label_lines(label: Label) -> list[tuple[Line, float, float]]:
    """The lines of a label with the x of their anchor and the y of their baseline."""
    left, top, right, _ = label.box
    x = {"start": left + 2, "middle": (left + right) / 2, "end": right - 2}[label.anchor]
    y, told = top + 1, []
    for each in label.block.lines:
        told.append((each, x, y + ASCENT * each.size))
        y += (ASCENT + DESCENT) * each.size
    return told


def label_text(told: Line, x: float, y: float, anchor: str) -> str:
    """One line, its lead in another look."""
    style = "bold" if told.face == "bold" else "soft"
    if not told.lead:
        return text_line(told.text, x, y, anchor, class_=style, font_size=told.size)
    words = f"{told.lead} · {told.text}" if told.text else told.lead
    content = element("tspan", escaped(told.lead), class_="lead") + escaped(words[len(told.lead) :])
    return text_line(words, x, y, anchor, content, class_=style, font_size=told.size)


def leader(spot: Spot) -> str:
    """A line from the mark to a label that was moved away."""
    if spot.label is None or not spot.label.moved:
        return ""
    left, top, right, bottom = spot.label.box
    x, y = min(max(spot.x, left), right), min(max(spot.y, top), bottom)
    start = (spot.mark.radius + 2) / max(math.hypot(x - spot.x, y - spot.y), 1)
    return line(spot.x + (x - spot.x) * start, spot.y + (y - spot.y) * start, x, y, "leader")
