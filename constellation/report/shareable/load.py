"""Who carries the help: how many of those who give have somebody new to help."""

from collections.abc import Mapping

import numpy as np

from constellation.engine.privacy import Released, Table
from constellation.report.facts import Facts
from constellation.report.figures import Cell, Column, Grid, Row, Section, cell
from constellation.report.shareable.areas import with_share
from constellation.report.shareable.counting import GIVERS, PEOPLE, YES, YES_NO, named, stages, table_of, yes_no
from constellation.words import say

LOAD = "load"


def tables(facts: Facts, least: int) -> list[Table]:
    """Those who give, by whether they help somebody new; not how many, for sums of seats would tell the rest."""
    giving = np.flatnonzero(facts.gives > 0)
    if not len(giving):
        return []
    every = stages(facts, least)
    columns = {"stage": [every[i] for i in giving.tolist()], "helps": yes_no(facts.load[giving] > 0)}
    public = frozenset(["stage"])
    return [table_of(LOAD, GIVERS, columns, named_as={"helps": YES_NO}, part_of=PEOPLE, public=public)]


def section(released: Mapping[str, Released]) -> Section:
    title = say("Load: who carries the help")
    found = released.get(LOAD)
    if found is None:
        nobody = say("Nobody offered a seat yet. Ask who would give an hour a month: that is one seat.")
        return Section(LOAD, title, nobody, None)
    columns = (Column(say("Give help"), say("people")), Column(say("Help somebody new"), say("people")))
    rows = tuple(Row(named(name), cells(found, name)) for name in found.table.categories[0])
    total = Row(say("All"), cells(found, None))
    question = say("Is help carried by many or by few? Nobody is given more new people than they offered to help.")
    return Section(LOAD, title, question, Grid(title, say("Career stage"), columns, rows, total), half=True)


def cells(found: Released, name: str | None) -> tuple[Cell, ...]:
    people = found.count(name, None)
    return (cell(found, name, None), with_share(cell(found, name, YES, of=people)))
