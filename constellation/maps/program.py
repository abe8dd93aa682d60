"""The map of a whole program: a star for each person, an island for each unit, a curve for each tie; nobody named.

Loads rustworkx and scipy: import it where such a map is drawn, not with the package.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from constellation.maps.forms import WIDE, Form
from constellation.maps.program_data import ProgramPerson, ProgramTie
from constellation.maps.program_labels import unit_labels
from constellation.maps.program_painting import Field, label_mark, largest, program_key, stars, strands
from constellation.maps.program_positions import ASPECT, Positions, keys_by_unit, program_positions, room_between
from constellation.maps.program_rows import by_size, program_rows, unit_name
from constellation.maps.program_sheet import Drawn, ProgramMap, finished
from constellation.maps.program_units import gathered, units_map
from constellation.maps.theme import AUTO
from constellation.words import say, say_count

MOST_STARS = 2000
NAMED = 10  # units with a colour, a letter and a name; the others are grey
LETTERS = "ABCDEFGHIJ"
EDGE = 0.05  # of the field's height: room around the stars for names


def program_map(
    people: Sequence[ProgramPerson],
    ties: Sequence[ProgramTie],
    *,
    positions: Mapping[str, tuple[float, float]] | None = None,
    named: Sequence[str] = (),
    title: str = "",
    form: Form = WIDE,
    theme: str = AUTO,
    prefix: str = "program",
    names: bool = False,
    heading: bool = False,
    styled: bool = True,
) -> ProgramMap:
    """The program, drawn; above 2,000 people its units instead, and the description says so.

    `positions`, `named`: what an earlier map gave: whoever has a place keeps it, every unit its colour.  `names`: each
    star tells its name; for the office alone.  A form that numbers (PHONE) turns the field upright and lists the
    units below.  Drawn for people who may see the whole program: small units are visible; leaders get `units_map`
    with numbers that passed the gate.

    >>> people = [ProgramPerson("a1", "Law", 2, "Ana"), ProgramPerson("b2", "Law"), ProgramPerson("c3", "Music")]
    >>> drawn = program_map(people, [ProgramTie("a1", "b2"), ProgramTie("b2", "a1")])
    >>> drawn.description, "Ana" in drawn.svg
    ('3 people in 2 units. 2 ties; 1 pair helps each other. 1 person is in no tie yet.', False)
    """
    known = {person.key for person in people}
    ties = sorted(
        {tie for tie in ties if tie.helper in known and tie.helped in known and tie.helper != tie.helped},
        key=lambda tie: (tie.helper, tie.helped),
    )
    title = title or say("The program’s network")
    if len(people) > MOST_STARS:
        return of_units(people, ties, title, form, theme, prefix, heading, styled)
    found = program_positions(people, ties, before=positions)
    order = by_size(people)
    chosen = tuple(dict.fromkeys([*(unit for unit in named if unit in order), *order]))[:NAMED]
    drawn = drawing(people, ties, found, chosen, form, names)
    told = description_of(people, ties)
    rows = program_rows(people, ties, dict(zip(chosen, LETTERS, strict=False)))
    made = finished(drawn, title, told, rows, form, theme, prefix, heading, styled)
    return replace(made, places=found, named=chosen)


def of_units(
    people: Sequence[ProgramPerson], ties: Sequence[ProgramTie], title: str, form: Form, theme: str, prefix: str,
    heading: bool, styled: bool,
) -> ProgramMap:  # fmt: skip
    units, between = gathered(people, ties)
    note = say_count("{n} people are too many for a star each: units are drawn.",
                     "{n} people are too many for a star each: units are drawn.", len(people))  # fmt: skip
    return units_map(
        units, between, title=title, note=note, form=form, theme=theme, prefix=prefix, heading=heading, styled=styled
    )


def drawing(
    people: Sequence[ProgramPerson], ties: Sequence[ProgramTie], places: Positions, chosen: Sequence[str], form: Form,
    names: bool,
) -> Drawn:  # fmt: skip
    """The field of the form: curves, stars over them, names over both."""
    field = Field(form, ASPECT, EDGE, form.numbered)
    at = {key: field.point(place) for key, place in places.items()}
    room = room_between(list(places.values())) * field.scale
    signs = {unit: n for n, unit in enumerate(chosen)}
    points = {unit: np.array([at[key] for key in keys]) for unit, keys in keys_by_unit(people).items()}
    labels = (
        unit_labels({unit: unit_name(unit) for unit in chosen}, points, form, field.height, largest(room))
        if people
        else []
    )
    body = [
        strands(people, ties, at, room),
        stars(people, at, signs, room, names),
        *(label_mark(label, signs[label.unit], LETTERS[signs[label.unit]], unit_name(label.unit), form)
          for label in labels),
    ]  # fmt: skip
    grey = any(person.unit not in signs for person in people)
    return Drawn(body, field.height, tuple(label.box for label in labels), program_key(ties, grey))


def description_of(people: Sequence[ProgramPerson], ties: Sequence[ProgramTie]) -> str:
    """How many of each there are; whole sentences."""
    pairs = {(tie.helper, tie.helped) for tie in ties}
    mutual = sum((other, one) in pairs for one, other in pairs) // 2
    alone = len({person.key for person in people} - {key for pair in pairs for key in pair})
    units = say_count("{n} unit", "{n} units", len({person.unit for person in people}))
    each = say_count("{n} pair helps each other", "{n} pairs help each other", mutual)
    told = [
        say_count("{n} person in {units}.", "{n} people in {units}.", len(people), units=units),
        say_count("{n} tie; {pairs}.", "{n} ties; {pairs}.", len(pairs), pairs=each),
    ]
    if alone:
        told.append(say_count("{n} person is in no tie yet.", "{n} people are in no tie yet.", alone))
    return " ".join(told)
