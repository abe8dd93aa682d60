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


def everybody(facts: Facts, least: int) -> list[Table]:
    """Who joined, by stage and by unit: released first, for whoever knows the place knows this."""
    return [
        table_of(f"{way} {JOINED}", PEOPLE, {way: column}, public=frozenset([way]))
        for way, column in groups(facts, least).items()
    ]


def tables(facts: Facts, least: int) -> list[Table]:
    """Those who ask and those who give, by stage and by unit."""
    sums = {
        ASKING: (ASKERS, facts.seeks > 0, {"sought": facts.seeks}),
        GIVING: (GIVERS, facts.gives > 0, {"seats": facts.gives}),
    }
    found = []
    for way, column in groups(facts, least).items():
        for what, (population, some, figures) in sums.items():
            who = np.flatnonzero(some)
            found.append(
                table_of(
                    f"{way} {what}",
                    population,
                    {way: [column[i] for i in who.tolist()]},
                    named_as={way: in_order(column)},
                    values={key: one[who] for key, one in figures.items()},
                    part_of=PEOPLE,
                    public=frozenset([way]),
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
    )
    rows = tuple(Row(named(name), cells(all_, ask, give, name)) for name in all_.table.categories[0])
    return Section(
        way, title, question, Grid(title, head, columns, rows, Row(say("All"), cells(all_, ask, give, None)))
    )


def cells(joined: Released, ask: Released, give: Released, name: str | None) -> tuple[Cell, ...]:
    people = joined.count(name)
    return (
        cell(joined, name),
        cell(ask, name, of=people),
        sum_cell(ask, "sought", name),
        cell(give, name, of=people),
        sum_cell(give, "seats", name),
    )
