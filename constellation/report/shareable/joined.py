"""Who joined, by stage and by unit: who asks, who gives, how many partners and seats."""

from collections.abc import Mapping, Sequence

import numpy as np

from constellation.engine.privacy import Released, Table
from constellation.report.facts import Facts
from constellation.report.figures import Cell, Column, Grid, Row, Section, cell, sum_cell
from constellation.report.shareable.counting import ASKERS, GIVERS, PEOPLE, in_order, named, stages, table_of, units
from constellation.words import mark, say

STAGE, UNIT = "stage", "unit"
JOINED, ASKING, GIVING = "joined", "asks", "gives"
TITLES = {
    STAGE: (mark("Who joined, by career stage"), mark("Career stage"), mark("At which stages do people ask, and at which do they give?")),
    UNIT: (mark("Who joined, by unit"), mark("Unit"), mark("From where do people ask, and where do they give?")),
}  # fmt: skip


def tables(facts: Facts, least: int) -> list[Table]:
    """People by stage and by unit: all of them, those who ask, those who give."""
    sums = {
        ASKING: (ASKERS, facts.seeks > 0, {"sought": facts.seeks, "found": facts.partners}),
        GIVING: (GIVERS, facts.gives > 0, {"seats": facts.gives, "filled": facts.load}),
    }
    found = []
    for way, column in groups(facts, least).items():
        public, everybody = frozenset([way]), tuple(in_order(column))
        found.append(table_of(f"{way} {JOINED}", PEOPLE, {way: column}, public=public))
        for what, (population, some, figures) in sums.items():
            who = np.flatnonzero(some)
            mine, values = {way: [column[i] for i in who.tolist()]}, {key: one[who] for key, one in figures.items()}
            found.append(
                table_of(
                    f"{way} {what}",
                    population,
                    mine,
                    named={way: everybody},
                    values=values,
                    part_of=PEOPLE,
                    public=public,
                )
            )
    return found


def groups(facts: Facts, least: int) -> dict[str, Sequence[str]]:
    return {STAGE: stages(facts, least), UNIT: units(facts, least)}


def section(released: Mapping[str, Released], way: str) -> Section:
    title, head, question = (say(words) for words in TITLES[way])
    all_, ask, give = (released[f"{way} {what}"] for what in (JOINED, ASKING, GIVING))
    columns = (
        Column(say("Joined"), say("people")),
        Column(say("Ask for partners"), say("people")),
        Column(say("Partners sought"), say("places")),
        Column(say("Give help"), say("people")),
        Column(say("Seats offered"), say("places")),
        Column(say("Seats filled"), say("places")),
    )
    rows = tuple(Row(named(name), cells(all_, ask, give, name)) for name in all_.table.categories[0])
    note = " ".join(dict.fromkeys(one.sentence for one in (all_, ask, give) if one.sentence))
    return Section(
        way, title, question, Grid(title, head, columns, rows, Row(say("All"), cells(all_, ask, give, None)), note)
    )


def cells(joined: Released, ask: Released, give: Released, name: str | None) -> tuple[Cell, ...]:
    people = joined.count(name)
    return (
        cell(joined, name),
        cell(ask, name, of=people),
        sum_cell(ask, "sought", name),
        cell(give, name, of=people),
        sum_cell(give, "seats", name),
        sum_cell(give, "filled", name),
    )
