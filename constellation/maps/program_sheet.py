"""The sheet around a program's picture: title, description, style, the list of units on a narrow page, the key."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from constellation.maps.boxes import Box
from constellation.maps.forms import Form
from constellation.maps.program_labels import DISC, LEADING
from constellation.maps.program_rows import ProgramRow
from constellation.maps.svg import element, escaped, number, text_line
from constellation.maps.team_key import Entry, flowed
from constellation.maps.team_signs import BASELINE, COLOURS
from constellation.maps.team_style import program_style
from constellation.maps.text_widths import wrapped
from constellation.words import say_count


@dataclass(frozen=True)
class ProgramMap:
    """A picture and what is equal to it; the fields are those of a person's Map.

    `places`: x and y of each person, to give back as `positions`, none for units; `named`: the units with a colour, to give back too,
    so that colours stay.
    """

    svg: str
    places: dict[str, tuple[float, float]]
    rows: tuple[ProgramRow, ...]
    title: str
    description: str
    width: float
    height: float
    boxes: tuple[Box, ...]
    named: tuple[str, ...] = ()


@dataclass(frozen=True)
class Drawn:
    """A picture without its sheet; `boxes`: what its names take up; `key`: what its signs mean."""

    body: list[str]
    height: float
    boxes: tuple[Box, ...]
    key: list[Entry] = field(default_factory=list)


def finished(
    drawn: Drawn, title: str, told: str, rows: Sequence[ProgramRow], form: Form, theme: str, prefix: str,
    heading: bool, styled: bool,
) -> ProgramMap:  # fmt: skip
    """The whole element."""
    head, boxes, top = heading_of(title, form) if heading else ([], [], 0.0)
    boxes += [box._replace(top=box.top + top, bottom=box.bottom + top) for box in drawn.boxes]
    below, more, foot = names_below(rows, form, top + drawn.height) if form.numbered else ([], [], top + drawn.height)
    signs, taken, foot = flowed(drawn.key, form, foot)
    height = foot + form.margin / 2
    svg = element(
        "svg",
        [
            element("title", escaped(title), id=f"{prefix}-t"),
            element("desc", escaped(told), id=f"{prefix}-d"),
            element("style", program_style(theme)) if styled else "",
            *head, element("g", drawn.body, transform=f"translate(0 {number(top)})" if top else None), *below, *signs,
        ],
        xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {number(form.width)} {number(height)}", role="img",
        class_=f"program-{theme}", aria_labelledby=f"{prefix}-t", aria_describedby=f"{prefix}-d",
    )  # fmt: skip
    return ProgramMap(svg, {}, tuple(rows), title, told, form.width, height, (*boxes, *more, *taken))


def heading_of(title: str, form: Form) -> tuple[list[str], list[Box], float]:
    """The title above the picture, in at most two lines."""
    size = form.sector_size * 1.5
    lines = wrapped(title, form.width - 2 * form.margin, size, "serif", 2)
    xml = [
        text_line(line, form.margin, form.margin + size * (n * 1.2 + 1), class_="title", font_size=size)
        for n, line in enumerate(lines)
    ]
    foot = form.margin + size * 1.2 * len(lines) + size * 0.3
    return xml, [Box(form.margin, form.margin, form.width - form.margin, foot, "heading", "title")], foot


def names_below(rows: Sequence[ProgramRow], form: Form, top: float) -> tuple[list[str], list[Box], float]:
    """Under a narrow picture: each sign with the unit's name and how many people it has."""
    xml: list[str] = []
    boxes: list[Box] = []
    y, left = top + form.margin, form.margin + 2 * DISC + 8
    for n, row in enumerate(row for row in rows if row.sign):
        lines = wrapped(row.unit, form.width - form.margin - left, form.name_size, "bold", 2)
        high = form.name_size * LEADING * len(lines) + form.detail_size * LEADING
        middle = y + form.name_size * LEADING / 2
        xml.append(unit_disc(form.margin + DISC, middle, n, row.sign))
        for line_number, line in enumerate(lines):
            foot = middle + form.name_size * (LEADING * line_number + BASELINE)
            xml.append(text_line(line, left, foot, class_="name", font_size=form.name_size))
        if row.people is not None:
            foot = y + high - form.detail_size * (LEADING / 2 - BASELINE)
            people = say_count("{n} person", "{n} people", row.people)
            xml.append(text_line(people, left, foot, class_="detail", font_size=form.detail_size))
        boxes.append(Box(form.margin, y, form.width - form.margin, y + high, "list", row.unit))
        y += high + 6
    return xml, boxes, y


def unit_disc(x: float, y: float, sign: int, told: str) -> str:
    """The lettered disc of a unit in its colour, or the numbered one."""
    look = "disc core" if told.isdigit() else f"disc a{sign % COLOURS}"
    disc = element("circle", class_=look, cx=x, cy=y, r=DISC)
    return disc + element("text", escaped(told), class_="letter", x=x, y=y + 12 * BASELINE, font_size=12)
