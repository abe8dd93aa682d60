"""What stands beside a sign of a team's map: name, detail, then the word of its state and its lettered areas."""

from collections.abc import Sequence
from dataclasses import dataclass

from constellation.maps.boxes import Box
from constellation.maps.forms import Form
from constellation.maps.network import Area
from constellation.maps.svg import plain, text_line
from constellation.maps.team_signs import BASELINE, area_mark
from constellation.maps.text_widths import shortened, width, wrapped

LEADING = 1.25  # of the size of the letters
LETTER = 12.0  # of a mark, never smaller
GAP = 4.0
NAME_LINES = 2


@dataclass(frozen=True)
class Label:
    """Lines of a name and of a detail, the word of a state, areas with their colours, and how wide and high it is."""

    name: tuple[str, ...]
    detail: tuple[str, ...]
    state: str
    areas: tuple[tuple[Area, int], ...]
    more: str
    width: float
    height: float


def label_of(name: str, detail: str, state: str, areas: Sequence[tuple[Area, int]], room: float, form: Form) -> Label:
    """The label in a room so wide: the name in two lines, the rest in one; more areas than fit are counted.

    >>> from constellation.maps.forms import WIDE
    >>> label_of("Associate dean for research", "", "", [], 180, WIDE).name
    ('Associate dean', 'for research')
    """
    names = wrapped(plain(name), room, form.name_size, "bold", NAME_LINES)
    details = wrapped(plain(detail), room, form.detail_size, "regular", NAME_LINES + 1 - len(names))
    word = shortened(state, room * 0.6, form.detail_size, "bold")
    start = width(word, form.detail_size, "bold") + 2 * GAP if word else 0.0
    fitting = max(int((room - start) // step_of(form)), 0)
    shown = areas if len(areas) <= fitting else areas[: max(fitting - 1, 0)]
    more = f"+{len(areas) - len(shown)}" if len(shown) < len(areas) else ""
    widths = [width(line, form.name_size, "bold") for line in names]
    widths += [width(line, form.detail_size) for line in details]
    widths.append(start + step_of(form) * (len(shown) + bool(more)))
    height = LEADING * (form.name_size * len(names) + form.detail_size * len(details))
    return Label(
        names, details, word, tuple(shown), more, max(widths), height + (marks_height(form) if word or areas else 0)
    )


def step_of(form: Form) -> float:
    return 2 * disc_of(form) + 3


def disc_of(form: Form) -> float:
    return max(form.moon, 0.72 * LETTER)


def marks_height(form: Form) -> float:
    return max(2 * disc_of(form), form.detail_size * LEADING) + GAP


def highest(form: Form) -> float:
    """The height of a label with everything."""
    return LEADING * (form.name_size * NAME_LINES + form.detail_size) + marks_height(form)


def painted(label: Label, x: float, y: float, anchor: str, form: Form) -> list[str]:
    """The label with the middle of its height at y; `anchor` start, middle or end of each line at x."""
    xml, top = [], y - label.height / 2
    for line in label.name:
        xml.append(line_at(line, x, top, anchor, form.name_size, "name"))
        top += form.name_size * LEADING
    for line in label.detail:
        xml.append(line_at(line, x, top, anchor, form.detail_size, "detail"))
        top += form.detail_size * LEADING
    return xml + (marks(label, x, top + GAP + (marks_height(form) - GAP) / 2, anchor, form) if has_marks(label) else [])


def has_marks(label: Label) -> bool:
    return bool(label.state or label.areas or label.more)


def line_at(line: str, x: float, top: float, anchor: str, size: float, look: str) -> str:
    return text_line(line, x, top + size * (LEADING / 2 + BASELINE), anchor, class_=look, font_size=size)


def marks(label: Label, x: float, y: float, anchor: str, form: Form) -> list[str]:
    """The row of the areas and the state, the areas next to x."""
    step = step_of(form)
    wide = step * (len(label.areas) + bool(label.more))
    if anchor == "middle":
        x -= (wide + width(label.state, form.detail_size, "bold")) / 2
    left = x - wide if anchor == "end" else x
    xml = [
        area_mark(area, colour, left + step * (n + 0.5), y, disc_of(form), LETTER)
        for n, (area, colour) in enumerate(label.areas)
    ]
    if label.more:
        at = left + step * (len(label.areas) + 0.5)
        xml.append(text_line(label.more, at, y + LETTER * BASELINE, "middle", class_="detail", font_size=LETTER))
    if label.state:
        beside = (
            (left - GAP if wide else left, "end") if anchor == "end" else (left + wide + (GAP if wide else 0), "start")
        )
        foot = y + form.detail_size * BASELINE
        xml.append(text_line(label.state, beside[0], foot, beside[1], class_="state", font_size=form.detail_size))
    return xml


def box_of(label: Label, x: float, y: float, anchor: str, kind: str, owner: str) -> Box:
    """What the label takes up."""
    left = x - {"start": 0.0, "middle": label.width / 2, "end": label.width}[anchor]
    return Box(left, y - label.height / 2, left + label.width, y + label.height / 2, kind, owner)
