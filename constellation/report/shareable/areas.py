"""Needs by area: supply and demand, coverage before and after, and what would mend what stays open."""

from collections.abc import Mapping, Sequence

import numpy as np

from constellation.engine.privacy import Released, Table
from constellation.report.facts import Facts, Ints
from constellation.report.figures import Cell, Column, Grid, Row, Section, cell, hidden
from constellation.report.numbers import percent
from constellation.report.shareable.counting import (
    ASKERS,
    GIVERS,
    NO,
    PEOPLE,
    YES,
    YES_NO,
    named,
    table_of,
    units,
    yes_no,
)
from constellation.words import say, say_count

NEEDS, OFFERS, OPEN = "needs", "offers", "open needs"
BY_AREA = frozenset(["area"])


def tables(facts: Facts, least: int) -> list[Table]:
    """Those who ask by what they need, those who give by what they offer, and what stays open by unit."""
    asking = np.flatnonzero(facts.seeks[facts.need_person] > 0)
    giving = np.flatnonzero(facts.gives[facts.offer_person] > 0)
    states = {"area": areas_called(facts, facts.need_area[asking]), "after": yes_no(facts.after[asking])}
    if facts.compared:
        states["before"] = yes_no(facts.before[asking])
    open_ = asking[~facts.after[asking]]
    unit = units(facts, least)
    waiting = {
        "area": areas_called(facts, facts.need_area[open_]),
        "unit": [unit[i] for i in facts.need_person[open_].tolist()],
    }
    offered = {"area": areas_called(facts, facts.offer_area[giving])}
    both, where, public = {"after": YES_NO, "before": YES_NO}, {"after": NO}, frozenset(["unit"])
    found = []
    if len(asking):
        found.append(table_of(NEEDS, ASKERS, states, named_as=both, overlapping=BY_AREA, part_of=PEOPLE))
    if len(giving):
        found.append(table_of(OFFERS, GIVERS, offered, overlapping=BY_AREA, part_of=PEOPLE))
    if len(open_):
        found.append(table_of(OPEN, ASKERS, waiting, overlapping=BY_AREA, where=where, public=public, part_of=PEOPLE))
    return found


def areas_called(facts: Facts, areas: Ints) -> list[str]:
    return [facts.areas[area] for area in areas.tolist()]


def supply(released: Mapping[str, Released], facts: Facts) -> Section:
    """How many need an area and how many offer help in it."""
    title = say("Supply and demand, by area")
    rows = tuple(
        Row(say(area), (in_area(released.get(NEEDS), area), in_area(released.get(OFFERS), area)))
        for area in facts.areas
    )
    columns = (Column(say("Need it"), say("people who ask")), Column(say("Offer help in it"), say("people who give")))
    grid = Grid(title, say("Area"), columns, with_bars(rows))
    question = say("In which areas is help wanted, and in which is it offered? A person may need and offer several.")
    return Section("supply", title, question, grid, half=not facts.compared, short=say("Supply and demand"))


def in_area(released: Released | None, area: str) -> Cell:
    """A count of an area; an area nobody named is shown as hidden ones are, so that nothing is told by it."""
    if released is None or area not in released.table.categories[0]:
        return hidden()
    others = [None] * (len(released.table.dimensions) - 1)
    return cell(released, area, *others)


def with_bars(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Bars as long as the numbers, the longest full."""
    most = max((one.number for row in rows for one in row.cells if one.number), default=1.0)
    return tuple(
        Row(row.name, tuple(Cell(one.text, one.number, None if one.number is None else one.number / most, one.hidden)
                            for one in row.cells))
        for row in rows
    )  # fmt: skip


def coverage(released: Mapping[str, Released], areas: Sequence[str], compared: bool) -> Section:
    """Of those who need an area, how many have a partner in it, before and now."""
    title = say("Coverage before and after, by area") if compared else say("Coverage, by area")
    needs = released.get(NEEDS)
    if needs is None:
        nobody = say("Nobody who asks has stated a need, so there is nothing to cover.")
        return Section("coverage", title, nobody, None)
    middle = (Column(say("Had a partner for it before"), say("people")),) if compared else ()
    columns = (Column(say("Need it"), say("people who ask")), *middle, Column(say("Have one now"), say("people")))
    rows = tuple(Row(say(area), covered(needs, area, compared)) for area in areas)
    shown = tuple(sorted(rows, key=lambda row: (row.cells[-1].share is None, row.cells[-1].share or 0.0)))
    grid = Grid(title, say("Area"), columns, shown)
    question = say(
        "Of the people who ask and need an area, how many have a partner who helps in it? Least covered first."
    )
    return Section("coverage", title, question, grid, half=not compared, short=say("Coverage"))


def covered(needs: Released, area: str, compared: bool) -> tuple[Cell, ...]:
    rest = (None,) if compared else ()
    if area not in needs.table.categories[0]:
        return (hidden(),) * (3 if compared else 2)
    all_ = needs.count(area, None, *rest)
    before = (with_share(cell(needs, area, None, YES, of=all_)),) if compared else ()
    return (cell(needs, area, None, *rest), *before, with_share(cell(needs, area, YES, *rest, of=all_)))


def with_share(one: Cell) -> Cell:
    """The count with its share in words.

    >>> with_share(Cell("12", 12, 0.6)).text
    '12 (60\\xa0%)'
    """
    return one if one.share is None else Cell(f"{one.text} ({percent(one.share)})", one.number, one.share)


def mends(released: Mapping[str, Released]) -> Section:
    """What would serve most people, as far as it may be told."""
    title = say("What would mend it")
    question = say("Where would more seats serve most of those whose need is still open? Most people first.")
    open_ = released.get(OPEN)
    if open_ is None:
        return Section("mends", title, say("No need of those who ask stays open."), None)
    areas, places = open_.table.categories
    told = [(open_.count(area, unit), area, unit) for area in areas for unit in places]
    known = sorted(((n, area, unit) for n, area, unit in told if n), key=lambda one: (-one[0], one[1:]))
    sentences = tuple(mend_sentence(n, say(area), named(unit)) for n, area, unit in known)
    rows = tuple(Row(say(area), (Cell(named(unit)), Cell(str(n), n))) for n, area, unit in known)
    columns = (Column(say("Unit")), Column(say("Open needs"), say("people")))
    grid = Grid(say("Open needs by area and unit"), say("Area"), columns, rows) if rows else None
    few = (say("Too few people wait in any one unit to say more."),)
    return Section("mends", title, question, grid, sentences or few)


def mend_sentence(people: int, area: str, unit: str) -> str:
    """
    >>> mend_sentence(14, "Promotion", "Nursing")
    '14 more seats for Promotion in Nursing would serve 14 people.'
    """
    return say_count(
        "{n} more seat for {area} in {unit} would serve {n} person.",
        "{n} more seats for {area} in {unit} would serve {n} people.",
        people,
        area=area,
        unit=unit,
    )
