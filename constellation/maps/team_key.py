"""What the signs of a team's map mean: only those that stand in it, in lines as long as there is room."""

from collections.abc import Sequence
from dataclasses import dataclass

from constellation.maps.boxes import Box
from constellation.maps.forms import Form
from constellation.maps.network import COLLECTIVE, ENDED, GROUP, PLACEHOLDER, PLANNED
from constellation.maps.svg import element, number, plain, text_line
from constellation.maps.team_data import Team
from constellation.maps.team_labels import LETTER, disc_of
from constellation.maps.team_signs import ARROW, BASELINE, area_mark, arrow, sign
from constellation.maps.text_widths import shortened, width
from constellation.words import mark, say

ARROW_ROOM, MARK_ROOM, END_ROOM = 36.0, 24.0, 25.0  # of a sign before its words
APART = 18.0
DIRECTION = mark("an arrow points to who is helped")
BOTH = mark("help in both directions")
LINES = {PLANNED: mark("planned"), ENDED: mark("ended")}
ENDS = {GROUP: mark("a group"), COLLECTIVE: mark("a collective"), PLACEHOLDER: mark("still to be found")}


@dataclass(frozen=True)
class Entry:
    """A sign, drawn from 0 to the right around height 0, its room, and its words; `begins` a line of its own."""

    sign: str
    room: float
    words: str
    begins: bool = False


def flowed(entries: Sequence[Entry], form: Form, top: float) -> tuple[list[str], list[Box], float]:
    """The entries from `top` on in lines as long as the form has room: XML, what it takes up, and where it ends."""
    size, line = form.detail_size, max(form.detail_size * 1.25, 2 * disc_of(form)) + 6
    xml, boxes = [], []
    x, y = form.margin, top + line / 2
    for entry in entries:
        words = shortened(plain(entry.words), form.width - 2 * form.margin - entry.room, size)
        long = entry.room + width(words, size)
        if x > form.margin and (entry.begins or x + long > form.width - form.margin):
            x, y = form.margin, y + line
        xml.append(element("g", entry.sign, transform=f"translate({number(x)} {number(y)})"))
        xml.append(text_line(words, x + entry.room, y + size * BASELINE, class_="detail", font_size=size))
        boxes.append(Box(x, y - size * 0.7, x + long, y + size * 0.7, "key", entry.words))
        x += long + APART
    return xml, boxes, y + line / 2


def team_key(team: Team, form: Form) -> list[Entry]:
    """What stands in the picture and needs a word: lines, then kinds of ends, then areas."""
    found = [Entry(line_sign("tie", False), ARROW_ROOM, say(DIRECTION))] if team.ties else []
    if any(tie.both for tie in team.ties):
        found.append(Entry(line_sign("tie both", True), ARROW_ROOM, say(BOTH)))
    for status, words in LINES.items():
        if any(tie.status == status for tie in team.ties):
            found.append(Entry(line_sign(f"tie {status}", False), ARROW_ROOM, say(words)))
    kinds = {one.end for one in team.partners}
    found += [
        Entry(element("g", sign(end, "", 10, 0, 9, 12), class_=end), END_ROOM, say(words))
        for end, words in ENDS.items()
        if end in kinds
    ]
    used = [(n, area) for n, area in enumerate(team.areas) if any(area.key in tie.areas for tie in team.ties)]
    r = disc_of(form)
    return found + [
        Entry(area_mark(area, n, r, 0, r, LETTER), MARK_ROOM, area.name, begins=area is used[0][1]) for n, area in used
    ]


def line_sign(look: str, both: bool) -> str:
    heads = arrow(28, 0, 1) + (arrow(0, 0, -1) if both else "")
    start = ARROW / 2 if both else 0
    line = element("path", class_="line", d=f"M{number(start)} 0H{number(28 - ARROW / 2)}")
    return element("g", [line, element("path", class_="tip", d=heads)], class_=look)
