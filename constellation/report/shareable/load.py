"""Who carries the help: new people helped, by those who give."""

from collections.abc import Mapping

import numpy as np

from constellation.engine.privacy import Released, Table
from constellation.report.facts import Facts
from constellation.report.figures import Cell, Column, Grid, Row, Section, cell, sum_cell
from constellation.report.shareable.areas import with_share
from constellation.report.shareable.counting import GIVERS, PEOPLE, named, stages, table_of
from constellation.words import mark, say

LOAD = "load"
STEPS = (mark("nobody new"), mark("one person"), mark("two people"), mark("three or more"))


def tables(facts: Facts, least: int) -> list[Table]:
    giving = np.flatnonzero(facts.gives > 0)
    if not len(giving):
        return []
    every = stages(facts, least)
    stage = [every[i] for i in giving.tolist()]
    steps = [STEPS[min(3, load)] for load in facts.load[giving].tolist()]
    sums = {"seats": facts.gives[giving], "filled": facts.load[giving]}
    return [
        table_of(
            LOAD, GIVERS, {"stage": stage, "helps": steps}, values=sums, part_of=PEOPLE, public=frozenset(["stage"])
        )
    ]


def section(released: Mapping[str, Released]) -> Section:
    title = say("Load: who carries the help")
    found = released.get(LOAD)
    if found is None:
        nobody = say("Nobody offered a seat yet. Ask who would give an hour a month: that is one seat.")
        return Section(LOAD, title, nobody, None)
    steps = [step for step in STEPS if step in found.table.categories[1]]
    columns = (
        Column(say("Give help"), say("people")),
        Column(say("Seats filled"), say("of those offered")),
        *(Column(say("Helps {whom}", whom=say(step)), say("people")) for step in steps),
    )
    rows = tuple(Row(named(name), cells(found, name, steps)) for name in found.table.categories[0])
    total = Row(say("All"), cells(found, None, steps))
    question = say("Is help carried by many or by few? Nobody is given more new people than they offered to help.")
    return Section(LOAD, title, question, Grid(title, say("Career stage"), columns, rows, total, found.sentence))


def cells(found: Released, name: str | None, steps: list[str]) -> tuple[Cell, ...]:
    people = found.count(name, None)
    return (
        cell(found, name, None),
        seats(sum_cell(found, "filled", name, None), sum_cell(found, "seats", name, None)),
        *(with_share(cell(found, name, step, of=people)) for step in steps),
    )


def seats(filled: Cell, offered: Cell) -> Cell:
    if filled.number is None or offered.number is None:
        return filled if filled.number is None else offered
    share = filled.number / offered.number if offered.number else None
    return Cell(say("{filled} of {offered}", filled=filled.text, offered=offered.text), filled.number, share)
