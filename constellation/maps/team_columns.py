"""A team in three columns: internal partners, the core in its frame, external partners, each beside its name."""

from collections.abc import Mapping
from dataclasses import dataclass

from constellation.maps.boxes import Box
from constellation.maps.forms import Form
from constellation.maps.initials import initials
from constellation.maps.network import ENDED, PERSON
from constellation.maps.svg import element, escaped, plain, text_line
from constellation.maps.team_data import WHOLE_TEAM, Member, Team, TeamPartner
from constellation.maps.team_labels import Label, box_of, highest, label_of, painted
from constellation.maps.team_rows import CORE, EXTERNAL, INTERNAL
from constellation.maps.team_signs import Spot, sign
from constellation.maps.team_ties import tie_lines
from constellation.maps.text_widths import shortened
from constellation.words import say

ROOM = 0.205  # of the width: for the names of a column, and for a member's card
LANE = 0.026  # beside the cards, inside the frame: for ties between members
BESIDE = 10.0  # between a name and its sign
INSET = 10.0  # inside a card
ROW_GAP = 12.0


@dataclass(frozen=True)
class Columns:
    """The measures of one drawing; `top`: where the first row begins."""

    form: Form
    top: float
    rows: float

    @property
    def pitch(self) -> float:
        return highest(self.form) + 2 * INSET + ROW_GAP / 2

    @property
    def room(self) -> float:
        return self.form.width * ROOM

    @property
    def middle(self) -> float:
        return self.form.width / 2

    @property
    def frame(self) -> float:
        """Half the width of the frame around the core."""
        return self.room / 2 + self.form.width * LANE

    @property
    def foot(self) -> float:
        return self.top + self.pitch * self.rows

    def y(self, row: float) -> float:
        return self.top + self.pitch * (row + 0.5)

    def sign_x(self, side: int) -> float:
        return self.middle + side * (self.middle - self.form.margin - self.room - BESIDE - self.form.node)


def columns(
    team: Team, states: Mapping[str, str], rows: Mapping[str, float], form: Form, top: float
) -> tuple[list[str], list[Box], float]:
    """The drawing below `top`: XML, what texts and marks take up, and where it ends."""
    sheet = Columns(form, top + form.sector_size * 2.2, max(rows.values(), default=0) + 1)
    labels = {one.key: label_for(one, team, states, sheet) for one in team.ends}
    spots = spots_of(team, rows, sheet, labels)
    heads, boxes = headings(team, sheet, top)
    xml = [frame(sheet), *heads, *tie_lines(team, spots)]
    drawn = [card(one, labels[one.key], spots[one.key], states.get(one.key, ""), sheet) for one in team.core]
    drawn += [partner(one, labels[one.key], spots[one.key], states.get(one.key, ""), sheet) for one in team.partners]
    for more, taken in drawn:
        xml.append(more)
        boxes += taken
    return xml, boxes, sheet.foot + form.margin * 0.8


def label_for(one: Member | TeamPartner, team: Team, states: Mapping[str, str], sheet: Columns) -> Label:
    """A member's label names no areas: those stand at the partners who bring them."""
    if isinstance(one, Member):
        return label_of(one.name, one.detail, states.get(one.key, ""), (), sheet.room - 2 * INSET, sheet.form)
    colours = {area.key: n for n, area in enumerate(team.areas)}
    areas = [(area, colours[area.key]) for area in team.areas_of(one.key)]
    return label_of(one.name, one.detail, states.get(one.key, ""), areas, sheet.room, sheet.form)


def spots_of(team: Team, rows: Mapping[str, float], sheet: Columns, labels: Mapping[str, Label]) -> dict[str, Spot]:
    node, high = sheet.form.node, sheet.foot - sheet.top
    spots = {WHOLE_TEAM: Spot(sheet.middle, sheet.top + high / 2, sheet.frame + 2, high / 2 - INSET, 0, False)}
    for one in team.core:
        reach = labels[one.key].height / 2 + INSET
        spots[one.key] = Spot(sheet.middle, sheet.y(rows[one.key]), sheet.room / 2, reach - 8, 0, False)
    for partner_ in team.partners:
        side = -1 if partner_.internal else 1
        spots[partner_.key] = Spot(sheet.sign_x(side), sheet.y(rows[partner_.key]), node, node * 0.75, side)
    return spots


def frame(sheet: Columns) -> str:
    return element(
        "rect", class_="frame", x=sheet.middle - sheet.frame, y=sheet.top, width=2 * sheet.frame,
        height=sheet.foot - sheet.top, rx=14,
    )  # fmt: skip


def headings(team: Team, sheet: Columns, top: float) -> tuple[list[str], list[Box]]:
    """What each column is, with a word where nobody stands in it."""
    size, y = sheet.form.sector_size, top + sheet.form.sector_size * 1.2
    edge = sheet.room + BESIDE + 2 * sheet.form.node + sheet.form.margin
    xml, boxes = [], []
    for told, x, anchor, room, many in (
        (say(INTERNAL), edge, "end", edge - sheet.form.margin, len(team.internal)),
        (say(CORE), sheet.middle, "middle", 2 * sheet.frame, len(team.core)),
        (say(EXTERNAL), sheet.form.width - edge, "start", edge - sheet.form.margin, len(team.external)),
    ):
        label = shortened(told, room, size, "serif")
        xml.append(text_line(label, x, y, anchor, class_="column", font_size=size))
        left = x - {"start": 0, "middle": room / 2, "end": room}[anchor]
        boxes.append(Box(left, y - size, left + room, y + size * 0.35, "heading", told))
        if not many:
            small = sheet.form.detail_size
            xml.append(text_line(say("nobody yet"), x, sheet.y(0), anchor, class_="detail", font_size=small))
    return xml, boxes


def card(one: Member, label: Label, spot: Spot, state: str, sheet: Columns) -> tuple[str, list[Box]]:
    high = label.height + 2 * INSET
    rect = element(
        "rect", class_="member" + (" gone" if state == say("ended") else ""), x=spot.x - spot.half,
        y=spot.y - high / 2, width=2 * spot.half, height=high, rx=10,
    )  # fmt: skip
    box = Box(spot.x - spot.half, spot.y - high / 2, spot.x + spot.half, spot.y + high / 2, "card", one.key)
    return element("g", [titled(one, state), rect, *painted(label, spot.x, spot.y, "middle", sheet.form)]), [
        box, box_of(label, spot.x, spot.y, "middle", "label", one.key)
    ]  # fmt: skip


def partner(one: TeamPartner, label: Label, spot: Spot, state: str, sheet: Columns) -> tuple[str, list[Box]]:
    r = sheet.form.node
    anchor = "end" if spot.side < 0 else "start"
    x = spot.x + spot.side * (r + BESIDE)
    mark = sign(one.end, initials(plain(one.name)), spot.x, spot.y, r, r * 0.66)
    xml = element("g", [titled(one, state), mark, *painted(label, x, spot.y, anchor, sheet.form)], class_=look_of(one))
    node = Box(spot.x - r, spot.y - r, spot.x + r, spot.y + r, "node", one.key)
    return xml, [node, box_of(label, x, spot.y, anchor, "label", one.key)]


def look_of(one: TeamPartner) -> str:
    """Classes of a partner: the end it is, and whether it has ended."""
    return f"partner {one.end if one.end != PERSON else 'person'}{' gone' if one.status == ENDED else ''}"


def titled(one: Member | TeamPartner, state: str) -> str:
    """The full name and what is known, where the picture had to shorten."""
    return element("title", escaped(" · ".join(part for part in (plain(one.name), plain(one.detail), state) if part)))
