"""The map of a grant team: internal partners | core team | external partners, with the ties between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from constellation.maps.boxes import Box
from constellation.maps.forms import WIDE, Form
from constellation.maps.svg import element, escaped, number, plain, text_line
from constellation.maps.team_columns import columns
from constellation.maps.team_data import Team
from constellation.maps.team_key import flowed, team_key
from constellation.maps.team_numbers import numbered, numbers_of
from constellation.maps.team_places import Rows, team_places
from constellation.maps.team_rows import TeamRow, compared, team_rows
from constellation.maps.team_style import team_style
from constellation.maps.text_widths import wrapped
from constellation.maps.theme import AUTO
from constellation.words import say, say_count

TITLE = 1.5  # of the size of a column's name


@dataclass(frozen=True)
class TeamMap:
    """A picture and what is equal to it; the fields are those of a person's Map.

    `places`: the rows to give back, so that the next snapshot stays put, in whichever form.
    """

    svg: str
    places: Rows
    rows: tuple[TeamRow, ...]
    title: str
    description: str
    width: float
    height: float
    boxes: tuple[Box, ...]


def team_map(
    team: Team,
    *,
    form: Form = WIDE,
    theme: str = AUTO,
    places: Mapping[str, float] | None = None,
    before: Team | None = None,
    along: Sequence[Team] = (),
    prefix: str = "team",
    heading: bool = False,
    key: bool = True,
    styled: bool = True,
) -> TeamMap:
    """The team, drawn; a form that numbers (PHONE) shows numbers with a list of names below.

    `places`: what an earlier map gave: whoever is still there stays in their row.  `before`: the earlier snapshot:
    who was not in it is marked "new", who is gone stays as an outline.  `along`: snapshots to come, whose rows are
    kept free.  `prefix`, `heading`, `key`, `styled`: as for `person_map`.

    >>> from constellation.maps.team_examples import earlier_team, small_team
    >>> planned = team_map(small_team())
    >>> before = team_map(earlier_team(), places=planned.places)
    >>> all(planned.places[key] == row for key, row in before.places.items())
    True
    """
    shown, states = compared(team, before)
    rows = team_places(shown, before=places, along=along)
    title, description = title_of(team), description_of(team)
    head, boxes, top = heading_of(title, form) if heading else ([], [], form.margin * 0.5)
    draw = numbered if form.numbered else columns
    body, taken, foot = draw(shown, states, rows, form, top)
    below, more, foot = flowed(team_key(shown, form), form, foot) if key else ([], [], foot)
    height = foot + form.margin * 0.5
    svg = element(
        "svg",
        [
            element("title", escaped(title), id=f"{prefix}-t"),
            element("desc", escaped(description), id=f"{prefix}-d"),
            element("style", team_style(theme)) if styled else "",
            *head, *body, *below,
        ],
        xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {number(form.width)} {number(height)}", role="img",
        class_=f"team-{theme}", aria_labelledby=f"{prefix}-t", aria_describedby=f"{prefix}-d",
    )  # fmt: skip
    numbers = numbers_of(shown) if form.numbered else None
    return TeamMap(
        svg, rows, team_rows(team, before=before, numbers=numbers), title, description,
        form.width, height, (*boxes, *taken, *more),
    )  # fmt: skip


def title_of(team: Team) -> str:
    """
    >>> from constellation.maps.team_examples import small_team
    >>> title_of(small_team())
    'Paths to full · Planned'
    """
    name = plain(team.name) or say("The team")
    return f"{name} · {plain(team.date)}" if team.date else name


def description_of(team: Team) -> str:
    """How many of each there are; whole sentences.

    >>> from constellation.maps.team_examples import small_team
    >>> description_of(small_team())
    'Core team of 4 in the middle. 4 internal partners on the left. 4 external partners on the right. 1 place is open.'
    """
    told = [
        say_count("Core team of {n} in the middle.", "Core team of {n} in the middle.", len(team.core)),
        say_count("{n} internal partner on the left.", "{n} internal partners on the left.", len(team.internal)),
        say_count("{n} external partner on the right.", "{n} external partners on the right.", len(team.external)),
    ]
    if team.still_open:
        told.append(say_count("{n} place is open.", "{n} places are open.", len(team.still_open)))
    return " ".join(told)


def heading_of(title: str, form: Form) -> tuple[list[str], list[Box], float]:
    """Name and date above the drawing, in at most two lines."""
    size = form.sector_size * TITLE
    lines = wrapped(title, form.width - 2 * form.margin, size, "serif", 2)
    xml = [
        text_line(line, form.margin, form.margin + size * (n * 1.2 + 1), class_="title", font_size=size)
        for n, line in enumerate(lines)
    ]
    foot = form.margin + size * 1.2 * len(lines) + size * 0.4
    return xml, [Box(form.margin, form.margin, form.width - form.margin, foot, "heading", "title")], foot
