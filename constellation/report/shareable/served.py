"""How well those who ask are served, by stage and by unit: whether a need is still open."""

from collections.abc import Mapping

import numpy as np

from constellation.engine.privacy import Released, Table
from constellation.report.facts import Facts
from constellation.report.figures import Cell, Column, Grid, Row, Section, cell
from constellation.report.shareable.areas import with_share
from constellation.report.shareable.counting import ASKERS, NO, PEOPLE, YES, YES_NO, in_order, named, table_of, yes_no
from constellation.report.shareable.joined import STAGE, UNIT, groups
from constellation.words import mark, say

SHORT = {STAGE: mark("Open needs, by stage"), UNIT: mark("Open needs, by unit")}
TITLES = {
    STAGE: (mark("How well people are served, by career stage"), mark("Career stage")),
    UNIT: (mark("How well people are served, by unit"), mark("Unit")),
}


def tables(facts: Facts, least: int) -> list[Table]:
    """Those who ask, by whether a need of theirs is open; of those who state none, none is.

    Where only one area is needed, the tables of areas say the same in other words and could be subtracted: none then.
    """
    who = np.flatnonzero(facts.seeks > 0)
    if not len(who) or len(set(facts.need_area.tolist())) < 2:
        return []
    open_ = np.bincount(facts.need_person, ~facts.after, minlength=facts.people) > 0
    return [
        table_of(
            name_of(way),
            ASKERS,
            {way: [column[i] for i in who.tolist()], "open": yes_no(open_[who])},
            named_as={way: in_order(column), "open": YES_NO},
            part_of=PEOPLE,
            public=frozenset([way]),
        )
        for way, column in groups(facts, least).items()
    ]


def name_of(way: str) -> str:
    return f"served by {way}"


def section(released: Mapping[str, Released], way: str) -> Section | None:
    served = released.get(name_of(way))
    if served is None:
        return None
    title, head = (say(words) for words in TITLES[way])
    columns = (
        Column(say("Ask for partners"), say("people")),
        Column(say("No need is open"), say("people")),
        Column(say("A need is still open"), say("people")),
    )
    rows = tuple(Row(named(name), cells(served, name)) for name in served.table.categories[0])
    question = say("Of those who ask, for how many does somebody help with everything they need?")
    grid = Grid(title, head, columns, rows, Row(say("All"), cells(served, None)))
    return Section(f"served-{way}", title, question, grid, short=say(SHORT[way]))


def cells(served: Released, name: str | None) -> tuple[Cell, ...]:
    people = served.count(name, None)
    return (cell(served, name, None), *(with_share(cell(served, name, state, of=people)) for state in (NO, YES)))
