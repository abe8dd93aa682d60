"""Units where the next rank is missing: nobody there was promoted to it recently, so a near peer must come from elsewhere."""

from collections.abc import Mapping

import numpy as np

from constellation.engine.privacy import Released, Table
from constellation.report.facts import Facts
from constellation.report.figures import Column, Grid, Row, Section, cell
from constellation.report.shareable.counting import named, table_of, united
from constellation.words import mark, say

ALONE = mark("people who can rise and have no near peer in their department")
NEAR_PEERS = "near peers"
HIGHEST = 3  # the level of professors


def tables(facts: Facts, least: int) -> list[Table]:
    alone = np.flatnonzero((facts.level > 0) & (facts.level < HIGHEST) & ~facts.near_peer)
    if not len(alone):
        return []
    department = united([facts.department[i] for i in alone.tolist()], least)
    return [table_of(NEAR_PEERS, ALONE, {"department": department}, public=frozenset(["department"]))]


def section(released: Mapping[str, Released]) -> Section:
    title = say("Units without near peers")
    found = released.get(NEAR_PEERS)
    if found is None:
        return Section(
            NEAR_PEERS, title, say("Wherever somebody can rise a rank, a near peer is in the department."), None
        )
    counts = [(found.count(name), name) for name in found.table.categories[0]]
    order = sorted(counts, key=lambda one: (one[0] is None, -(one[0] or 0), one[1]))
    rows = tuple(Row(named(name), (cell(found, name),)) for _, name in order)
    question = say(
        "In which departments is there nobody one rank above who may have been promoted to it lately? Their people need "
        "a near peer from a neighbouring unit, a nearby campus, a library or a teaching centre."
    )
    columns = (Column(say("People who can rise a rank"), say("people")),)
    grid = Grid(title, say("Department"), columns, rows, Row(say("All"), (cell(found, None),)))
    return Section(NEAR_PEERS.replace(" ", "-"), title, question, grid)
