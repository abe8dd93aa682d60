"""The signs of a team's map: who a partner is by its outline, help by arrows, areas by lettered marks."""

import math
from dataclasses import dataclass

from constellation.maps.drawing import plus, shape
from constellation.maps.network import PLACEHOLDER, Area
from constellation.maps.svg import element, escaped, number

ARROW = 8.0  # length of an arrowhead; as high
COLOURS = 5
BASELINE = 0.36  # of the size: from the middle of a line of capitals to its foot


@dataclass(frozen=True)
class Spot:
    """Where an end of ties stands: `half` its width each way, `reach` how far up and down ties may arrive.

    `side`: -1 internal, 0 core, 1 external; `round_`: a circle, at which ties arrive on the rim.
    """

    x: float
    y: float
    half: float
    reach: float
    side: int
    round_: bool = True

    def port(self, n: int, many: int, towards: int) -> tuple[float, float]:
        """The point for the nth of many ties on the side they leave, evenly spread, never past the reach."""
        step = min(13.0, 2 * self.reach / max(many - 1, 1))
        down = (n - (many - 1) / 2) * step
        across = math.sqrt(max(self.half**2 - down**2, 0.0)) if self.round_ else self.half
        return self.x + towards * (across + 2), self.y + down


def sign(end: str, inside: str, x: float, y: float, r: float, size: float) -> str:
    """The outline that says what an end is, with letters, a number or, in an open place, a plus inside."""
    if end == PLACEHOLDER and not inside.isdigit():
        return shape(x, y, r, end) + plus(x, y, r * 0.32)
    return shape(x, y, r, end) + element(
        "text", escaped(inside), class_="in", x=x, y=y + size * BASELINE, font_size=size
    )


def area_mark(area: Area, at: int, x: float, y: float, r: float, size: float) -> str:
    """A lettered disc, the name of its area as a tooltip."""
    disc = element("circle", class_=f"a{at % COLOURS}", cx=x, cy=y, r=r)
    shrunk = size if len(area.letter) < 2 else size * 0.8
    letter = element("text", escaped(area.letter), class_="letter", x=x, y=y + shrunk * BASELINE, font_size=shrunk)
    return element("g", [element("title", escaped(area.name)), disc, letter])


def arrow(x: float, y: float, towards: int) -> str:
    """An arrowhead whose tip is at the point, pointing left (-1) or right (1)."""
    back = x - towards * ARROW
    return f"M{number(x)} {number(y)}L{number(back)} {number(y - ARROW / 2)}L{number(back)} {number(y + ARROW / 2)}Z"


def curve(start: tuple[float, float], end: tuple[float, float]) -> str:
    """A line that leaves and arrives level."""
    middle = number((start[0] + end[0]) / 2)
    (x1, y1), (x2, y2) = start, end
    return f"M{number(x1)} {number(y1)}C{middle} {number(y1)} {middle} {number(y2)} {number(x2)} {number(y2)}"
