"""Labels beside a partner's mark: what they say at which length, and where around the mark they may stand."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from constellation.maps.boxes import Edges
from constellation.maps.forms import Form
from constellation.maps.marks import Mark
from constellation.maps.text_widths import ASCENT, DESCENT, ELLIPSIS, shortened, width, wrapped

SMALLEST_LETTER = 12.0
ROOMS = (7.5, 10.0, 13.0, 6.0, 4.8)  # widths to try, in sizes of the letter
MOST_BLOCKS = 8
BROKEN_WORD = 8.0
GAP = 4.0  # between a mark and a label beside it
PAD = 2.0  # around a label, so that halves of pixels never touch
FAR = (26.0, 52.0, 84.0)  # how far a label may be moved away, with a line back to its mark
DIRECTIONS = tuple((math.cos(turn * math.pi / 6), math.sin(turn * math.pi / 6)) for turn in range(12))


@dataclass(frozen=True)
class Line:
    """One line of a label; `lead`: a word such as "new" that stands before the text and looks different."""

    text: str
    size: float
    face: str  # bold or regular
    lead: str = ""


@dataclass(frozen=True)
class Block:
    """The lines of a label; `cost`: what is lost against the full one."""

    lines: tuple[Line, ...]
    width: float
    height: float
    cost: float


@dataclass(frozen=True)
class Label:
    """A block that has found its place: left, top, right, bottom; `anchor` start, middle or end; `moved` away."""

    block: Block
    box: Edges
    anchor: str
    moved: bool = False


@lru_cache(maxsize=4096)
def wordings(name: str, detail: str, lead: str, form: Form, scale: float) -> tuple[Block, ...]:
    """The label at several lengths, the one that loses least first; none larger than another that loses less.

    >>> from constellation.maps.forms import WIDE
    >>> told = wordings("Senior colleague", "History", "", WIDE, 1.0)
    >>> [[line.text for line in block.lines] for block in told][:2]
    [['Senior colleague', 'History'], ['Senior', 'colleague', 'History']]
    """
    size, small = max(form.name_size * scale, SMALLEST_LETTER), max(form.detail_size * scale, SMALLEST_LETTER)
    told: dict[tuple[Line, ...], Block] = {}
    for room in ROOMS:
        fits = width(name, size, "bold") <= room * size
        for names in [wrapped(name, room * size, size, "bold", lines) for lines in ((1,) if fits else (1, 2))]:
            begun = tuple(Line(text, size, "bold") for text in names)
            for detail_lines in (2, 1, 0) if detail else (0,):
                lines = (*begun, *under_name(detail, lead, room * size, small, detail_lines))
                if lines and lines not in told:
                    told[lines] = measured(lines, loss(name, names, detail, lines[len(begun) :], detail_lines))
    return tuple(best_blocks(told.values()))


def loss(name: str, names: Sequence[str], detail: str, below: Sequence[Line], detail_lines: int) -> float:
    """What a label loses by being shortened: most for names, a little for each line more."""
    lost = 0.3 * (len(names) + len(below) - 2)
    told = " ".join(names)
    if names and told.endswith(ELLIPSIS):
        lost += 4 + 12 * (1 - len(told) / max(len(name), len(told)))
    elif told != name:
        lost += BROKEN_WORD if told.replace("- ", "-") != name else 1.0
    if detail and not detail_lines:
        lost += 7
    elif detail:
        kept = sum(len(line.text.rstrip(ELLIPSIS)) for line in below) / len(detail)
        lost += 5 * (1 - kept) + 1 if kept < 0.93 else 0
    return round(lost, 3)


def best_blocks(all_blocks: Iterable[Block]) -> list[Block]:
    """Those not larger than another that loses less, at most eight."""
    kept: list[Block] = []
    for block in sorted(all_blocks, key=lambda one: (one.cost, one.width * one.height)):
        if not any(other.width <= block.width + 1 and other.height <= block.height + 1 for other in kept):
            kept.append(block)
    return kept[:MOST_BLOCKS]


def under_name(detail: str, lead: str, room: float, size: float, lines: int) -> list[Line]:
    """The lines under the name, the first begun by the lead; as much as fits."""
    if not lead:
        return [Line(text, size, "regular") for text in wrapped(detail, room, size, "regular", lines)] if lines else []
    left = room - width(f"{lead} · ", size, "bold")
    first = shortened(detail, left, size) if lines and left > 3 * size else ""
    if lines < 2 or first == detail:
        return [Line(first, size, "regular", lead)]
    return [Line("", size, "regular", lead), Line(shortened(detail, room, size), size, "regular")]


def line_width(line: Line) -> float:
    if not line.lead:
        return width(line.text, line.size, line.face)
    return width(f"{line.lead} · " if line.text else line.lead, line.size, "bold") + width(line.text, line.size)


def measured(lines: tuple[Line, ...], cost: float = 0.0) -> Block:
    widest = max(line_width(line) for line in lines)
    high = sum((ASCENT + DESCENT) * line.size for line in lines)
    return Block(lines, widest + 2 * PAD, high + PAD, cost)


class Stand(NamedTuple):
    """Where a label may stand around a mark at the origin.

    Its left edge is at `x` + `wide` × its width, its top edge at `y` + `high` × its height.
    """

    cost: float
    x: float
    wide: float
    y: float
    high: float
    anchor: str
    moved: bool

    def box(self, block: Block, x: float, y: float) -> Edges:
        """The label's box when the mark is at (x, y)."""
        left, top = x + self.x + self.wide * block.width, y + self.y + self.high * block.height
        return left, top, left + block.width, top + block.height


LEFT, MIDDLE, RIGHT = 0, 1, 2  # where a mark stands, seen from the centre


@lru_cache(maxsize=4096)
def stands(mark: Mark, side: int, far: bool = False) -> tuple[Stand, ...]:
    """All stands around a mark of this shape, the best first; labels look outwards; `far`: those moved away too.

    >>> stands(Mark(20, (), 20, 20, 20, 20, None), RIGHT)[0]
    Stand(cost=0, x=24.0, wide=0, y=0, high=-0.5, anchor='start', moved=False)
    """
    node, up, down = mark.radius, mark.up, mark.down
    east, west, lift, low = mark.right + GAP, -mark.left - GAP, node * 0.75, node * 0.25
    near = [
        (east, 0, 0, -0.5, "start", 6, 2, 0), (west, -1, 0, -0.5, "end", 0, 2, 6),
        (east, 0, -lift, -0.5, "start", 7, 2.5, 1), (west, -1, -lift, -0.5, "end", 1, 2.5, 7),
        (east, 0, lift, -0.5, "start", 7, 2.5, 1), (west, -1, lift, -0.5, "end", 1, 2.5, 7),
        (east, 0, low, -1, "start", 8, 3.5, 2), (west, -1, low, -1, "end", 2, 3.5, 8),
        (east, 0, -low, 0, "start", 8, 3.5, 2), (west, -1, -low, 0, "end", 2, 3.5, 8),
        (0, -0.5, -up - 2, -1, "middle", 3, 1, 3), (0, -0.5, down + 2, 0, "middle", 3, 1, 3),
        (-node, 0, -up - 2, -1, "start", 5, 2, 3.5), (-node, 0, down + 2, 0, "start", 5, 2, 3.5),
        (node, -1, -up - 2, -1, "end", 3.5, 2, 5), (node, -1, down + 2, 0, "end", 3.5, 2, 5),
        (node / 2, 0, -up - 2, -1, "start", 6, 4, 4), (node / 2, 0, down + 2, 0, "start", 6, 4, 4),
        (-node / 2, -1, -up - 2, -1, "end", 4, 4, 6), (-node / 2, -1, down + 2, 0, "end", 4, 4, 6),
    ]  # fmt: skip
    all_stands = [Stand(costs[side], x, wide, y, high, anchor, False) for x, wide, y, high, anchor, *costs in near]
    if far:
        all_stands += [moved_away(away, dx, dy, mark, side) for away in FAR for dx, dy in DIRECTIONS]
    return tuple(sorted(all_stands, key=lambda stand: stand.cost))


def moved_away(away: float, dx: float, dy: float, mark: Mark, side: int) -> Stand:
    """A stand at a distance; the line back to the mark is why it costs."""
    reach = (mark.right if dx > 0 else mark.left) + away
    anchor, wide = ("start", 0.0) if dx > 0.3 else ("end", -1.0) if dx < -0.3 else ("middle", -0.5)
    rise = dy * ((mark.down if dy > 0 else mark.up) + away)
    high = -0.5 if abs(dy) < 0.3 else 0.0 if dy > 0 else -1.0
    inwards = (side == LEFT and dx > 0.3) or (side == RIGHT and dx < -0.3)
    return Stand(8 + away / 5 + 3 * inwards, dx * reach, wide, rise, high, anchor, True)
