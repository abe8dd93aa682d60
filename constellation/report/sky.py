"""The sky of a program: a star for each person, a cluster for each unit, a line for the ties between two units.

Pure geometry on a field of WIDTH × HEIGHT; the template draws it and the style gives the colours.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from constellation.report.labels import lines_of
from constellation.report.results import PersonRow, Results
from constellation.report.sections import BLANK
from constellation.words import say, say_count

WIDTH, HEIGHT = 1200, 800
LABEL_X = 380  # how far from the centre the names stand
LABEL_ROOM = WIDTH / 2 - LABEL_X - 4
LABEL_FOOT = 13  # from the lowest label to the edge of the field
LABEL_STEP, LINE = 32, 20  # a label is as high as one step and its lines of a name
RING = 255  # radius of the ring of clusters
MOST_UNITS = 14
MOST_STARS = 3000
GOLDEN = math.pi * (3 - math.sqrt(5))
DEPARTMENT, COLLEGE = "department", "college"
KINDS = ("open", "covered", "gives", "quiet")


@dataclass
class Unit:
    """A department, or a college; `ties[k]`: help that goes from here to unit k."""

    name: str
    people: list[str] = field(default_factory=list)  # the kind of each
    ties: Counter[int] = field(default_factory=Counter)
    number: int = 0
    x: float = 0.0
    y: float = 0.0
    radius: float = 0.0
    label_y: float = 0.0
    number_x: float = 0.0
    number_y: float = 0.0
    left: bool = False
    stars: dict[str, str] = field(default_factory=dict)
    halo: float = 0.0

    @property
    def inside(self) -> int:
        return self.ties[self.number - 1]

    @property
    def gives(self) -> int:
        return self.ties.total() - self.inside

    @property
    def label_x(self) -> float:
        return WIDTH / 2 + (-LABEL_X if self.left else LABEL_X)

    @property
    def label(self) -> list[str]:
        """The name in lines that fit beside the picture, shortened where it must be."""
        return lines_of(self.name, LABEL_ROOM)

    @property
    def label_height(self) -> int:
        return LABEL_STEP + LINE * len(self.label)

    @property
    def leader(self) -> str:
        """From the name to the edge of the cluster."""
        start = self.label_x + (8 if self.left else -8)
        return f"M{start:.1f} {self.label_y - 5:.1f}L{edge(self, start, self.label_y - 5)}"

    @property
    def still_open(self) -> int:
        return self.people.count("open")


@dataclass(frozen=True)
class Line:
    path: str
    width: float
    strength: float
    title: str


@dataclass(frozen=True)
class Sky:
    """`level`: what a unit is, DEPARTMENT or COLLEGE; `per_star`: how many people one star stands for; `star`: its radius."""

    level: str
    units: list[Unit]
    lines: list[Line]
    per_star: int
    star: float

    def receives(self, unit: Unit) -> int:
        return sum(other.ties[unit.number - 1] for other in self.units if other is not unit)


def sky(results: Results) -> Sky | None:
    """The sky of the results; None without people or without ties."""
    if not results.people or not results.ties:
        return None
    level, unit_of = units_of(results.people)
    units = gathered(results, unit_of)
    per_star = math.ceil(len(results.people) / MOST_STARS)
    star = place_clusters(units, per_star)
    place_labels(units)
    return Sky(level, units, lines_between(units), per_star, star)


def units_of(people: Sequence[PersonRow]) -> tuple[str, dict[str, str]]:
    """Departments while they are few enough to be read, else colleges, else the largest of them."""
    departments = {p.person_id: p.department.strip() or say(BLANK) for p in people}
    colleges = {p.person_id: p.college.strip() or say(BLANK) for p in people}
    if len(set(departments.values())) <= MOST_UNITS or len(set(colleges.values())) < 2:
        return DEPARTMENT, largest_kept(departments)
    return COLLEGE, largest_kept(colleges)


def largest_kept(unit_of: dict[str, str]) -> dict[str, str]:
    sizes = Counter(unit_of.values())
    if len(sizes) <= MOST_UNITS:
        return unit_of
    kept = {name for name, _ in sizes.most_common(MOST_UNITS - 1)}
    rest = say_count("{n} smaller one", "{n} smaller ones", len(sizes) - len(kept))
    return {person: name if name in kept else rest for person, name in unit_of.items()}


def gathered(results: Results, unit_of: dict[str, str]) -> list[Unit]:
    """The units with their people and ties, neighbours on campus beside each other."""
    is_open = {row.person_id for row in results.unmet}
    college = {unit_of[p.person_id]: p.college for p in reversed(results.people)}
    names = sorted(set(unit_of.values()), key=lambda name: (college[name], name))
    units = [Unit(name, number=number) for number, name in enumerate(names, 1)]
    at = {name: number for number, name in enumerate(names)}
    for person in results.people:
        units[at[unit_of[person.person_id]]].people.append(kind_of(person, person.person_id in is_open))
    for tie in results.ties:
        if tie.partner_id in unit_of and tie.person_id in unit_of:
            units[at[unit_of[tie.partner_id]]].ties[at[unit_of[tie.person_id]]] += 1
    return units


def kind_of(person: PersonRow, is_open: bool) -> str:
    if is_open:
        return "open"
    if person.partners:
        return "covered"
    return "gives" if person.load else "quiet"


def place_clusters(units: list[Unit], per_star: int) -> float:
    """Place every cluster on the ring, room by size; returns the radius of a star."""
    ring = RING if len(units) > 1 else 0
    roots = [math.sqrt(max(1, len(unit.people) / per_star)) for unit in units]
    room = 2 * math.pi * (ring or 90) - 26 * len(units)
    spread = min(13.0, room / (2 * sum(roots)), 70 / max(roots))
    gap = (2 * math.pi * ring - sum(2 * spread * root for root in roots)) / len(units)
    along = 0.0
    for unit, root in zip(units, roots, strict=True):
        unit.radius = spread * root + 7
        along += gap / 2 + spread * root
        angle = (along / ring if ring else 0.0) - math.pi / 2
        along += spread * root + gap / 2
        unit.x, unit.y = WIDTH / 2 + ring * math.cos(angle), HEIGHT / 2 + ring * math.sin(angle)
        beyond = ring + unit.radius + 24
        unit.number_x, unit.number_y = WIDTH / 2 + beyond * math.cos(angle), HEIGHT / 2 + beyond * math.sin(angle)
        unit.stars = star_paths(unit, spread, per_star)
    return max(0.9, spread * 0.36)


def star_paths(unit: Unit, spread: float, per_star: int) -> dict[str, str]:
    """For each kind one path of dots, spiralling out from the middle: open needs outermost."""
    order = sorted(unit.people, key=lambda kind: -KINDS.index(kind))
    shown = order[per_star // 2 :: per_star] or order[:1]
    paths: dict[str, list[str]] = {}
    for number, kind in enumerate(shown):
        r, angle = spread * math.sqrt(number + 0.5), number * GOLDEN
        paths.setdefault(kind, []).append(f"M{unit.x + r * math.cos(angle):.1f} {unit.y + r * math.sin(angle):.1f}h0")
    return {kind: "".join(dots) for kind, dots in paths.items()}


def place_labels(units: list[Unit]) -> None:
    """Names stand in two columns, each as near to its cluster as the others allow."""
    for left in (True, False):
        side = sorted((unit for unit in units if (unit.x < WIDTH / 2 - 1) == left), key=lambda unit: unit.y)
        lowest = HEIGHT - LABEL_FOOT - sum(unit.label_height for unit in side)
        above = 0.0
        for unit in side:
            unit.left = left
            unit.label_y = above = max(above, min(unit.y, lowest))
            above, lowest = above + unit.label_height, lowest + unit.label_height


def lines_between(units: list[Unit]) -> list[Line]:
    """A curve for each two units with ties, thickest for the most; the halo of a unit is its ties inside."""
    pairs = [(a, b, a.ties[b.number - 1], b.ties[a.number - 1]) for a in units for b in units if a.number < b.number]
    most = max([there + back for _, _, there, back in pairs] + [unit.inside for unit in units] + [1])
    for unit in units:
        unit.halo = 8 * unit.inside / most
    shares = [(there + back) / most for _, _, there, back in pairs]
    lines = [
        Line(curve(a, b), max(1.0, 13 * share), 0.16 + 0.5 * share, title(a, b, there, back))
        for share, (a, b, there, back) in zip(shares, pairs, strict=True)
        if share
    ]
    return sorted(lines, key=lambda line: -line.width)


def curve(a: Unit, b: Unit) -> str:
    """From the edge of one cluster to the edge of the other, bent towards the middle."""
    bent_x, bent_y = ((a.x + b.x) / 2 + WIDTH / 2) / 2, ((a.y + b.y) / 2 + HEIGHT / 2) / 2
    start, end = edge(a, bent_x, bent_y), edge(b, bent_x, bent_y)
    return f"M{start}Q{bent_x:.1f} {bent_y:.1f} {end}"


def edge(unit: Unit, x: float, y: float) -> str:
    away = math.hypot(x - unit.x, y - unit.y) or 1.0
    step = min(1.0, (unit.radius + 4) / away)
    return f"{unit.x + (x - unit.x) * step:.1f} {unit.y + (y - unit.y) * step:.1f}"


def title(a: Unit, b: Unit, there: int, back: int) -> str:
    """Both directions of help, in words.

    >>> title(Unit("History"), Unit("Law"), 3, 1)
    'History and Law: 3 ties help Law, 1 help History'
    """
    gaps = {"one": a.name, "other": b.name, "there": there, "back": back}
    return say("{one} and {other}: {there} ties help {other}, {back} help {one}", **gaps)
