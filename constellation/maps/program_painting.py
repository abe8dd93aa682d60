"""Stars and strands of a program's map: discs by unit and load, ties as thin curves that run together between units."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from constellation.maps.forms import Form
from constellation.maps.program_data import ProgramPerson, ProgramTie
from constellation.maps.program_labels import DISC, LEADING, UnitLabel
from constellation.maps.program_sheet import unit_disc
from constellation.maps.svg import element, escaped, number, plain, text_line
from constellation.maps.team_key import Entry
from constellation.maps.team_signs import BASELINE, COLOURS
from constellation.words import say

Points = Mapping[str, tuple[float, float]]

SMALLEST, LARGEST = 0.5, 0.46  # radius of a star: of the largest; of the room that each has
MOST_RADIUS = 15.0
TOGETHER = 0.6  # how far curves between two units run together
BOW = 0.12  # of its length: how far a tie inside a unit bends


@dataclass(frozen=True)
class Field:
    """The rectangle that places (x to `aspect`, y to 1) are drawn into; `upright`: x runs down."""

    form: Form
    aspect: float
    edge: float
    upright: bool

    @property
    def scale(self) -> float:
        return (self.form.width - 2 * self.form.margin) / ((1 if self.upright else self.aspect) + 2 * self.edge)

    @property
    def height(self) -> float:
        return self.scale * ((self.aspect if self.upright else 1) + 2 * self.edge) + self.form.margin

    def point(self, place: tuple[float, float]) -> tuple[float, float]:
        x, y = (place[1], place[0]) if self.upright else place
        return (
            self.form.margin + self.scale * (self.edge + x),
            self.form.margin / 2 + self.scale * (self.edge + y),
        )  # fmt: skip


def strands(people: Sequence[ProgramPerson], ties: Sequence[ProgramTie], at: Points, room: float) -> str:
    """A curve for each pair, mutual ones over the others; the more there are, the fainter each is."""
    home = {person.key: person.unit for person in people}
    hubs = middles(people, at)
    pairs = {(tie.helper, tie.helped) for tie in ties}
    one_way: list[str] = []
    both: list[str] = []
    for tie in ties:
        back = (tie.helped, tie.helper) in pairs
        if back and tie.helper > tie.helped:
            continue
        path = strand(at[tie.helper], at[tie.helped], hubs[home[tie.helper]], hubs[home[tie.helped]])
        (both if back else one_way).append(element("path", d=path))
    faint = min(0.7, max(0.1, 8 / math.sqrt(len(ties) + 1)))
    thin = min(1.4, max(0.7, room / 12))
    return "".join(
        element(
            "g", lines, class_=look, stroke_width=f"{thin * more:.2f}", stroke_opacity=f"{min(faint * more, 1):.2f}"
        )
        for look, lines, more in (("help", one_way, 1.0), ("help both", both, 1.35))
        if lines
    )


def middles(people: Sequence[ProgramPerson], at: Points) -> dict[str, tuple[float, float]]:
    points = defaultdict(list)
    for person in people:
        points[person.unit].append(at[person.key])
    return {unit: (mean([x for x, _ in all_]), mean([y for _, y in all_])) for unit, all_ in points.items()}


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def strand(
    start: tuple[float, float], end: tuple[float, float], hub: tuple[float, float], other: tuple[float, float]
) -> str:
    """A curve; between units it leans towards the line between their middles, inside one it bows."""
    (x1, y1), (x2, y2) = start, end
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    if hub == other:
        x, y = x - BOW * (y2 - y1), y + BOW * (x2 - x1)
    else:
        x += TOGETHER * ((hub[0] + other[0]) / 2 - x)
        y += TOGETHER * ((hub[1] + other[1]) / 2 - y)
    return f"M{number(x1)} {number(y1)}Q{number(x)} {number(y)} {number(x2)} {number(y2)}"


def stars(people: Sequence[ProgramPerson], at: Points, signs: Mapping[str, int], room: float, names: bool) -> str:
    """A disc for each person, larger for more people helped; one group for each unit of `signs`, grey for the rest."""
    most = max((person.load for person in people), default=0)
    groups = defaultdict(list)
    for person in people:
        share = math.sqrt(person.load / most) if most else 0.5
        radius = largest(room) * (SMALLEST + (1 - SMALLEST) * share)
        x, y = at[person.key]
        told = element("title", escaped(plain(person.name))) if names and person.name else None
        groups[signs.get(person.unit, -1)].append(
            element("circle", told, cx=number(x), cy=number(y), r=f"{max(radius, 0.4):.2f}")
        )
    return "".join(
        element("g", groups[n], class_=look_of(n), stroke_width=f"{max(room * 0.11, 0.5):.2f}") for n in sorted(groups)
    )


def largest(room: float) -> float:
    """The radius of the largest star where each person has so much room."""
    return min(room * LARGEST, MOST_RADIUS)


def look_of(sign: int) -> str:
    """Full discs in five colours, then rings in the same, then grey.

    >>> look_of(0), look_of(6), look_of(-1)
    ('star a0', 'star ring a1', 'star other')
    """
    if sign < 0:
        return "star other"
    return f"star{' ring' if sign >= COLOURS else ''} a{sign % COLOURS}"


def label_mark(label: UnitLabel, sign: int, letter: str, name: str, form: Form) -> str:
    """The disc with a unit's letter and, right of it, the unit's name over whatever lies below."""
    size, x = form.sector_size, label.x + DISC + 5
    top = label.y - size * LEADING * len(label.lines) / 2
    words = [
        text_line(line, x, top + size * (LEADING * (n + 0.5) + BASELINE), class_="unit", font_size=size)
        for n, line in enumerate(label.lines)
    ]
    return element("g", [element("title", escaped(name)), unit_disc(label.x, label.y, sign, letter), *words])


def program_key(ties: Sequence[ProgramTie], grey: bool) -> list[Entry]:
    """What the signs mean, those that stand in the picture."""
    found = [
        Entry(star(5, 4, "other") + star(20, 8, "other"), 34, say("larger: helps more people")),
        Entry(element("g", element("path", d="M0 0H28"), class_="help", stroke_width=1.6), 36, say("help")),
    ]
    pairs = {(tie.helper, tie.helped) for tie in ties}
    if any((other, one) in pairs for one, other in pairs):
        line = element("g", element("path", d="M0 0H28"), class_="help both", stroke_width=2)
        found.append(Entry(line, 36, say("help in both directions")))
    return [*found, Entry(star(6, 6, "other"), 20, say("grey: smaller units"))] if grey else found


def star(x: float, r: float, look: str) -> str:
    return element("circle", class_=f"star {look}", cx=x, cy=0, r=r)
