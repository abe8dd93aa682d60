"""How well those who ask are served, by stage and by unit: whether every need has a partner."""

from collections.abc import Mapping, Sequence

import numpy as np

from constellation.engine.privacy import Released, Table
from constellation.report.facts import Facts
from constellation.report.figures import Cell, Column, Grid, Row, Section, cell
from constellation.report.shareable.areas import with_share
from constellation.report.shareable.counting import named, table_of
from constellation.report.shareable.joined import STAGE, UNIT, groups
from constellation.words import mark, say

SERVED = mark("people who ask and state a need")
ALL, SOME = mark("every need has a partner"), mark("a need is still open")
TITLES = {
    STAGE: (mark("How well people are served, by career stage"), mark("Career stage")),
    UNIT: (mark("How well people are served, by unit"), mark("Unit")),
}


def tables(facts: Facts, least: int) -> list[Table]:
    stated = np.bincount(facts.need_person, minlength=facts.people)
    met = np.bincount(facts.need_person, facts.after, minlength=facts.people)
    who = np.flatnonzero((stated > 0) & (facts.seeks > 0))
    state = [ALL if met[i] == stated[i] else SOME for i in who.tolist()]
    if not len(who):
        return []
    return [
        table_of(
            name_of(way), SERVED, {way: [column[i] for i in who.tolist()], "served": state}, public=frozenset([way])
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
        Column(say("Ask and state a need"), say("people")),
        *(Column(capital(say(state)), say("people")) for state in states(served)),
    )
    rows = tuple(Row(named(name), cells(served, name)) for name in served.table.categories[0])
    question = say("Of those who ask, for how many does somebody help with everything they need?")
    grid = Grid(title, head, columns, rows, Row(say("All"), cells(served, None)), served.sentence)
    return Section(f"served-{way}", title, question, grid)


def states(served: Released) -> Sequence[str]:
    return [state for state in (ALL, SOME) if state in served.table.categories[1]]


def cells(served: Released, name: str | None) -> tuple[Cell, ...]:
    people = served.count(name, None)
    return (cell(served, name, None), *(with_share(cell(served, name, state, of=people)) for state in states(served)))


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]
