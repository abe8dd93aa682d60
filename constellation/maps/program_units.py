"""The map for leaders: a disc for each unit on a ring, curves for the help between them; sums alone, nobody drawn."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from constellation.maps.boxes import Box
from constellation.maps.forms import WIDE, Form
from constellation.maps.program_data import ProgramPerson, ProgramTie, ProgramUnit, UnitTie
from constellation.maps.program_labels import LEADING
from constellation.maps.program_rows import HIDDEN, by_size, total, unit_name, unit_rows
from constellation.maps.program_sheet import Drawn, ProgramMap, finished
from constellation.maps.svg import element, escaped, number, text_line
from constellation.maps.team_key import Entry
from constellation.maps.team_signs import BASELINE
from constellation.maps.text_widths import wrapped
from constellation.maps.theme import AUTO
from constellation.words import say, say_count

MOST_UNITS = 14
SMALLEST = 13.0  # radius of a disc: room for its number
APART = 16.0  # between two discs
LIKE = 0.5  # of the larger direction: from here on help counts as mutual
SAMPLES = 1440
BESIDE = 0.34  # of the width: from the middle to the names


@dataclass(frozen=True)
class Disc:
    unit: ProgramUnit
    number: int
    x: float
    y: float
    r: float


@dataclass(frozen=True)
class Ring:
    """The ellipse that the discs stand on."""

    x: float
    y: float
    wide: float
    high: float

    def at(self, turn: float) -> tuple[float, float]:
        return self.x + self.wide * math.sin(turn), self.y - self.high * math.cos(turn)


def units_map(
    units: Sequence[ProgramUnit],
    ties: Sequence[UnitTie],
    *,
    title: str = "",
    note: str = "",
    form: Form = WIDE,
    theme: str = AUTO,
    prefix: str = "units",
    heading: bool = False,
    styled: bool = True,
) -> ProgramMap:
    """The units in their order around a ring, at most 14: the smallest of more are drawn as one.

    Every number must have passed the gate: what it hid comes as None, is drawn with dots and said as "too few to
    tell".  `note`: a sentence that begins the description.  The same units in the same order stand where they stood.

    >>> drawn = units_map([ProgramUnit("l", "Law", 40, 12), ProgramUnit("m", "Music", None)], [UnitTie("l", "m", 9)])
    >>> [(row.sign, row.unit, row.people) for row in drawn.rows]
    [('1', 'Law', 40), ('2', 'Music', None)]
    """
    units, ties = folded(units, ties)
    title = title or say("Help between units")
    told = " ".join(part for part in (note, description_of(units, ties)) if part)
    return finished(
        drawing(units, ties, form), title, told, unit_rows(units, ties), form, theme, prefix, heading, styled
    )


def gathered(people: Sequence[ProgramPerson], ties: Sequence[ProgramTie]) -> tuple[list[ProgramUnit], list[UnitTie]]:
    """People and ties counted by unit; nothing is hidden here."""
    home = {person.key: person.unit for person in people}
    sizes = Counter(home.values())
    pairs = Counter((home[tie.helper], home[tie.helped]) for tie in ties)
    units = [ProgramUnit(unit, unit, sizes[unit], pairs[unit, unit]) for unit in by_size(people)]
    return units, [UnitTie(one, other, n) for (one, other), n in sorted(pairs.items()) if one != other]


def folded(units: Sequence[ProgramUnit], ties: Sequence[UnitTie]) -> tuple[list[ProgramUnit], list[UnitTie]]:
    """At most 14 units: the smallest of more as one, with the ties they have."""
    if len(units) <= MOST_UNITS:
        return list(units), [tie for tie in ties if tie.helper != tie.helped]
    largest = sorted(units, key=lambda unit: -(unit.people or 0))[: MOST_UNITS - 1]
    kept = {unit.key for unit in largest}
    rest = [unit for unit in units if unit.key not in kept]
    gone = {unit.key for unit in rest}
    among = [tie.ties for tie in ties if {tie.helper, tie.helped} <= gone] + [unit.inside for unit in rest]
    name = say_count("{n} smaller unit", "{n} smaller units", len(rest))
    one = ProgramUnit("+", name, total([unit.people for unit in rest]), total(among))
    sums: dict[tuple[str, str], list[int | None]] = {}
    for tie in ties:
        ends = tuple(key if key in kept else "+" for key in (tie.helper, tie.helped))
        if ends[0] != ends[1]:
            sums.setdefault((ends[0], ends[1]), []).append(tie.ties)
    return [unit for unit in units if unit.key in kept] + [one], [
        UnitTie(helper, helped, total(parts)) for (helper, helped), parts in sums.items()
    ]


def drawing(units: Sequence[ProgramUnit], ties: Sequence[UnitTie], form: Form) -> Drawn:
    height = form.width * (0.95 if form.numbered else 0.6)
    discs = discs_of(units, form, height)
    inside = max([unit.inside or 0 for unit in units] + [1])
    body = [*curves(discs, ties, form, height), *(disc_mark(disc, inside) for disc in discs)]
    labels, boxes = ([], []) if form.numbered else names_beside(discs, form, height)
    return Drawn([*body, *labels], height, tuple(boxes), units_key())


def discs_of(units: Sequence[ProgramUnit], form: Form, height: float) -> list[Disc]:
    """Discs with room by people, evenly spaced along the ring."""
    if not units:
        return []
    largest = form.width * (0.085 if form.numbered else 0.062)
    ring = Ring(form.width / 2, height / 2, form.width * (0.36 if form.numbered else 0.24), height / 2 - largest - 14)
    points = [ring.at(2 * math.pi * n / SAMPLES) for n in range(SAMPLES + 1)]
    along = [0.0]
    for one, other in pairwise(points):
        along.append(along[-1] + math.dist(one, other))
    most = max([unit.people or 0 for unit in units] + [1])
    radii = [SMALLEST + (largest - SMALLEST) * math.sqrt((unit.people or 0) / most) for unit in units]
    gap = max((along[-1] - 2 * sum(radii)) / len(units), APART)
    shrunk = min(1.0, (along[-1] - gap * len(units)) / (2 * sum(radii)))
    found, reached, n = [], -radii[0] * shrunk, 0
    for place, (unit, radius) in enumerate(zip(units, radii, strict=True), 1):
        reached += radius * shrunk
        while n < SAMPLES and along[n] < reached:
            n += 1
        found.append(Disc(unit, place, *points[n], radius * shrunk))
        reached += radius * shrunk + gap
    return found


def disc_mark(disc: Disc, most: int) -> str:
    """The disc with its number; the ring around it is the help inside."""
    unit = disc.unit
    halo = 9 * (unit.inside or 0) / most
    parts = [element("title", escaped(f"{unit_name(unit.name)}: {people_of(unit)}"))]
    if halo:
        parts.append(
            element("circle", class_="halo", cx=disc.x, cy=disc.y, r=disc.r + halo / 2 + 1, stroke_width=float(halo))
        )
    look = "island hidden" if unit.people is None else "island"
    size = max(12.0, min(disc.r * 0.8, 17.0))
    return element("g", [
        *parts, element("circle", class_="ground", cx=disc.x, cy=disc.y, r=disc.r),
        element("circle", class_=look, cx=disc.x, cy=disc.y, r=disc.r),
        element("text", str(disc.number), class_="in", x=disc.x, y=disc.y + size * BASELINE, font_size=size),
    ])  # fmt: skip


def curves(discs: Sequence[Disc], ties: Sequence[UnitTie], form: Form, height: float) -> list[str]:
    """A curve for each two units with ties, the thinnest first; accented where about as much help comes back."""
    counts = {(tie.helper, tie.helped): tie.ties for tie in ties}
    most = max([(n or 0) + (counts.get((other, one)) or 0) for (one, other), n in counts.items()] + [1])
    drawn = []
    for place, one in enumerate(discs):
        for other in discs[:place]:
            ends = (one.unit.key, other.unit.key), (other.unit.key, one.unit.key)
            there, back = (counts.get(end, 0) for end in ends)
            if there == 0 and back == 0:
                continue
            drawn.append(between(one, other, there, back, most, (form.width / 2, height / 2)))
    return [xml for _, xml in sorted(drawn)]


def between(
    one: Disc, other: Disc, there: int | None, back: int | None, most: int, middle: tuple[float, float]
) -> tuple[float, str]:
    """Width and XML of the curve between two units, bent towards the middle of the ring."""
    share = ((there or 0) + (back or 0)) / most
    look = "between"
    if there is None or back is None:
        look += " hidden"
    elif min(there, back) >= LIKE * max(there, back):
        look += " both"
    thick = 0.9 + 9 * share
    x, y = ((one.x + other.x) / 2 + middle[0]) / 2, ((one.y + other.y) / 2 + middle[1]) / 2
    path = f"M{number(one.x)} {number(one.y)}Q{number(x)} {number(y)} {number(other.x)} {number(other.y)}"
    told = "; ".join(helped(*each) for each in ((one, other, there), (other, one, back)))
    opacity = f"{0.25 + 0.5 * share:.2f}"
    return thick, element("g", [element("title", escaped(told)), element(
        "path", class_=look, d=path, stroke_width=float(thick), stroke_opacity=opacity)])  # fmt: skip


def helped(one: Disc, other: Disc, ties: int | None) -> str:
    here, there = unit_name(one.unit.name), unit_name(other.unit.name)
    if ties is None:
        return say("{unit} helps {other}: too few to tell", unit=here, other=there)
    return say_count("{unit} helps {other}: {n} tie", "{unit} helps {other}: {n} ties", ties, unit=here, other=there)


def names_beside(discs: Sequence[Disc], form: Form, height: float) -> tuple[list[str], list[Box]]:
    """Numbers and names in two columns, each as near to the height of its disc as the others allow."""
    room = form.width * (0.5 - BESIDE) - form.margin / 2
    line, small = form.name_size * LEADING, form.detail_size * LEADING
    step = 2 * line + small + 6
    xml: list[str] = []
    boxes: list[Box] = []
    for side in (-1, 1):
        column = sorted((disc for disc in discs if (disc.x >= form.width / 2) == (side > 0)), key=lambda disc: disc.y)
        lowest, above = height - step / 2 - step * len(column), step / 2
        x, anchor = form.width * (0.5 + side * BESIDE), "start" if side > 0 else "end"
        for disc in column:
            lowest += step
            y = max(above, min(disc.y, lowest))
            above = y + step
            lines = wrapped(f"{disc.number} {unit_name(disc.unit.name)}", room, form.name_size, "bold", 2)
            top = y - (line * len(lines) + small) / 2
            for n, told in enumerate(lines):
                foot = top + line * (n + 0.5) + form.name_size * BASELINE
                xml.append(text_line(told, x, foot, anchor, class_="name", font_size=form.name_size))
            foot = top + line * len(lines) + small / 2 + form.detail_size * BASELINE
            xml.append(text_line(people_of(disc.unit), x, foot, anchor, class_="detail", font_size=form.detail_size))
            left = x if side > 0 else x - room
            boxes.append(Box(left, top, left + room, top + line * len(lines) + small, "label", disc.unit.key))
    return xml, boxes


def people_of(unit: ProgramUnit) -> str:
    return say(HIDDEN) if unit.people is None else say_count("{n} person", "{n} people", unit.people)


def units_key() -> list[Entry]:
    line = element("path", class_="between", d="M0 0H28", stroke_width=3.0, stroke_opacity=0.7)
    mutual = element("path", class_="between both", d="M0 0H28", stroke_width=3.0)
    ring = element("circle", class_="halo", cx=10, cy=0, r=8, stroke_width=4)
    return [
        Entry(line, 36, say("help, thicker for more ties")),
        Entry(mutual, 36, say("about as much help comes back")),
        Entry(ring, 28, say("help inside a unit")),
    ]


def description_of(units: Sequence[ProgramUnit], ties: Sequence[UnitTie]) -> str:
    """How many of each; whole sentences."""
    known = sum(tie.ties or 0 for tie in ties)
    told = [
        say_count("{n} unit.", "{n} units.", len(units)),
        say_count("{n} tie between them.", "{n} ties between them.", known),
    ]
    if any(unit.people is None for unit in units) or any(tie.ties is None for tie in ties):
        told.append(say("Small numbers are not told."))
    return " ".join(told)
