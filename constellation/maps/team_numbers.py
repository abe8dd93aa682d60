"""A team on a narrow page: three columns of numbers with their ties, and below them who each number is."""

from collections.abc import Mapping
from dataclasses import dataclass

from constellation.maps.boxes import Box
from constellation.maps.forms import Form
from constellation.maps.svg import element, plain, text_line
from constellation.maps.team_columns import look_of, titled
from constellation.maps.team_data import WHOLE_TEAM, Member, Team, TeamPartner
from constellation.maps.team_labels import box_of, disc_of, label_of, painted
from constellation.maps.team_rows import CORE, EXTERNAL, INTERNAL
from constellation.maps.team_signs import BASELINE, Spot, sign
from constellation.maps.team_ties import tie_lines
from constellation.maps.text_widths import wrapped
from constellation.words import say

PITCH = 3.3  # of a sign's radius: from row to row
FRAME = 2.3  # of a sign's radius: half the width of the frame
SIDE = 0.42  # of the width: from the middle to an outer column
LIST_SIGN = 46.0


@dataclass(frozen=True)
class Sheet:
    """The measures of one drawing; `top`: where the first row begins."""

    form: Form
    top: float
    rows: float

    @property
    def r(self) -> float:
        return self.form.node * 1.15

    @property
    def middle(self) -> float:
        return self.form.width / 2

    @property
    def foot(self) -> float:
        return self.top + self.r * PITCH * self.rows

    def spot(self, side: int, row: float) -> Spot:
        x = self.middle + side * self.form.width * SIDE
        return Spot(x, self.top + self.r * PITCH * (row + 0.5), self.r, self.r * 0.75, side)


def numbers_of(team: Team) -> dict[str, int]:
    """Numbers from 1 on: the core, then internal, then external partners."""
    keys = [*(one.key for one in team.core), *(one.key for one in (*team.internal, *team.external))]
    return {key: n for n, key in enumerate(keys, 1)}


def numbered(
    team: Team, states: Mapping[str, str], rows: Mapping[str, float], form: Form, top: float
) -> tuple[list[str], list[Box], float]:
    """The drawing below `top` with the list under it: XML, what texts and marks take up, and where it ends."""
    sheet = Sheet(form, top + form.sector_size * 3.6, max(rows.values(), default=0) + 1)
    heads, boxes = headings(sheet, top)
    spots = {one.key: sheet.spot(0, rows[one.key]) for one in team.core}
    spots |= {one.key: sheet.spot(-1 if one.internal else 1, rows[one.key]) for one in team.partners}
    high = sheet.foot - sheet.top
    half = sheet.r * FRAME
    spots[WHOLE_TEAM] = Spot(sheet.middle, sheet.top + high / 2, half + 2, high / 2 - sheet.r, 0, False)
    frame = element("rect", class_="frame", x=sheet.middle - half, y=sheet.top, width=2 * half, height=high, rx=12)
    signs = [
        sign_of(one, spots[one.key].x, spots[one.key].y, number, states, sheet)
        for one, number in ((one, numbers_of(team)[one.key]) for one in team.ends)
    ]
    boxes += [
        Box(spot.x - spot.half, spot.y - spot.half, spot.x + spot.half, spot.y + spot.half, "node", key)
        for key, spot in spots.items() if key != WHOLE_TEAM
    ]  # fmt: skip
    listed, taken, foot = names(team, states, sheet)
    return [frame, *heads, *tie_lines(team, spots), *signs, *listed], boxes + taken, foot


def headings(sheet: Sheet, top: float) -> tuple[list[str], list[Box]]:
    size, room = sheet.form.sector_size, (sheet.form.width - 2 * sheet.form.margin) / 3 - 6
    xml, boxes = [], []
    places = ((INTERNAL, sheet.form.margin, "start"), (CORE, sheet.middle, "middle"),
              (EXTERNAL, sheet.form.width - sheet.form.margin, "end"))  # fmt: skip
    for words, x, anchor in places:
        lines = wrapped(say(words), room, size, "serif", 2)
        foot = top + size * 2.6
        for n, line in enumerate(lines):
            y = foot - size * 1.2 * (len(lines) - 1 - n)
            xml.append(text_line(line, x, y, anchor, class_="column", font_size=size))
        left = x - {"start": 0, "middle": room / 2, "end": room}[anchor]
        boxes.append(Box(left, foot - size * 1.2 * len(lines), left + room, foot + size * 0.35, "heading", words))
    return xml, boxes


def sign_of(one: Member | TeamPartner, x: float, y: float, number: int, states: Mapping[str, str], sheet: Sheet) -> str:
    """The number of an end inside its outline; members are filled."""
    size = max(sheet.r * 0.95, 12.0)
    told = titled(one, states.get(one.key, ""))
    if isinstance(one, TeamPartner):
        return element("g", [told, sign(one.end, str(number), x, y, sheet.r, size)], class_=look_of(one))
    gone = " gone" if states.get(one.key) == say("ended") else ""
    inside = element("text", str(number), class_="on", x=x, y=y + size * BASELINE, font_size=size)
    return element("g", [told, element("circle", class_="core" + gone, cx=x, cy=y, r=sheet.r), inside])


def names(team: Team, states: Mapping[str, str], sheet: Sheet) -> tuple[list[str], list[Box], float]:
    """Under a heading for each column its numbers with names, details and areas."""
    form, y = sheet.form, sheet.foot + sheet.form.sector_size
    numbers, colours = numbers_of(team), {area.key: n for n, area in enumerate(team.areas)}
    xml: list[str] = []
    boxes: list[Box] = []
    left = form.margin + LIST_SIGN
    columns: tuple[tuple[str, tuple[Member, ...] | tuple[TeamPartner, ...]], ...] = (
        (CORE, team.core), (INTERNAL, team.internal), (EXTERNAL, team.external)
    )  # fmt: skip
    for words, ends in columns:
        y += form.sector_size * 1.9
        xml.append(text_line(say(words), form.margin, y, class_="column", font_size=form.sector_size + 2))
        boxes.append(Box(form.margin, y - form.sector_size, form.width - form.margin, y + 4, "heading", words))
        y += form.sector_size * 0.9
        for one in ends:
            areas = [] if isinstance(one, Member) else [(a, colours[a.key]) for a in team.areas_of(one.key)]
            state = states.get(one.key, "")
            label = label_of(plain(one.name), one.detail, state, areas, form.width - form.margin - left, form)
            high = max(label.height, 2 * sheet.r) + disc_of(form)
            xml.append(sign_of(one, form.margin + sheet.r * 1.3, y + high / 2, numbers[one.key], states, sheet))
            xml.append(element("g", [titled(one, state), *painted(label, left, y + high / 2, "start", form)]))
            boxes.append(box_of(label, left, y + high / 2, "start", "list", one.key))
            y += high
    return xml, boxes, y + form.margin
