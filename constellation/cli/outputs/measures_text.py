"""Measures as they are printed: the program's in a table, and each person's where there are few."""

import math
from collections.abc import Iterator, Sequence

from constellation.cli.files.cells import shown
from constellation.cli.outputs.measures_summary import Measured
from constellation.engine.measures import MEASURES
from constellation.report.numbers import count
from constellation.words import as_written, listed, mark, say, say_count

FEW = 30  # from so many people on their rows are left to the CSV
ONE_BY_ONE = ("size", "external_share", "coverage", "gaps", "concentration", "mutuality", "density", "effective_size", "constraint")  # fmt: skip
UNITS = {
    "department": mark("Inside and outside speak of departments."),
    "college": mark("Inside and outside speak of colleges."),
    "": mark("No departments are known, so nothing is said of inside and outside."),
}
NO_SCORE = mark(
    'There is no "more is better" score here: counts describe, and what a network covers and how good its ties are matters more.'
)


def measures_text(found: Measured, people: bool) -> Iterator[str]:
    """The lines; `people`: each person's too, where there are fewer than 30."""
    if not found.program.ids:
        yield say("Nobody has a tie here, so there is nothing to measure: all measures are undefined.")
        return
    yield headline(found)
    if found.ties:
        yield counted_once(found)
    yield say(UNITS[found.program.unit])
    yield ""
    yield from table(program_rows(found), words=2)
    yield from unknown(found)
    if people and len(found.program.ids) < FEW:
        yield ""
        yield from table(person_rows(found))
    yield ""
    yield say(NO_SCORE)


def headline(found: Measured) -> str:
    people = say_count("{n} person", "{n} people", len(found.program.ids))
    ties = say_count("{n} tie", "{n} ties", found.ties)
    alone = say_count("{n} without a tie", "{n} without a tie", found.without)
    return say(
        "{people} ({alone}), {ties}; mutuality {mutuality}: so many of the ties have help in both directions.",
        people=people,
        alone=alone,
        ties=ties,
        mutuality=figures([found.mutuality])[0],
    )


def counted_once(found: Measured) -> str:
    ties = say_count("{n} tie by direction", "{n} ties by direction", found.arcs)
    pairs = say_count("{n} pair of people", "{n} pairs of people", found.ties)
    return say("{ties}, {pairs}: ties in both directions are counted as one pair.", ties=ties, pairs=pairs)


def program_rows(found: Measured) -> Iterator[list[str]]:
    yield [say("measure"), say("unit"), say("mean"), say("25 %"), say("median"), say("75 %"), say("undefined for")]
    for measure in MEASURES:
        spread = found.spread[measure.key]
        if not math.isnan(spread.mean):
            numbers = figures([spread.mean, spread.lower, spread.median, spread.upper])
            yield [say(measure.name), say(measure.unit), *numbers, count(spread.undefined) if spread.undefined else ""]


def unknown(found: Measured) -> Iterator[str]:
    """One sentence on the measures that nobody has."""
    names = [say(measure.name) for measure in MEASURES if math.isnan(found.spread[measure.key].mean)]
    if names:
        yield say("Undefined for everybody, because the files do not say enough: {measures}.", measures=listed(names))


def person_rows(found: Measured) -> Iterator[list[str]]:
    """A few measures a person; those that nobody has are left out."""
    chosen = [m for m in MEASURES if m.key in ONE_BY_ONE and not math.isnan(found.spread[m.key].mean)]
    yield [say("person"), *(say(measure.name) for measure in chosen)]
    columns = [figures(found.values[measure.key].tolist()) for measure in chosen]
    for who, name, *row in zip(found.program.ids, found.program.names, *columns, strict=True):
        yield [shown(name or who), *row]


def figures(values: Sequence[float]) -> list[str]:
    """Numbers that stand in one row or column: whole ones, or all with three decimals; undefined is said so.

    >>> figures([12.0, 3.0]), figures([1.0, 0.40625, float("nan")])
    (['12', '3'], ['1.000', '0.406', 'undefined'])
    """
    decimals = 0 if all(value.is_integer() for value in values if not math.isnan(value)) else 3
    return [say("undefined") if math.isnan(value) else as_written(f"{value:,.{decimals}f}") for value in values]


def table(rows: Iterator[list[str]], words: int = 1) -> Iterator[str]:
    """Columns under each other: the first `words` to the left, numbers to the right."""
    held = list(rows)
    widths = [max(map(len, column)) for column in zip(*held, strict=True)]
    for row in held:
        cells = zip(row, widths, strict=True)
        yield "  ".join(cell.ljust(w) if at < words else cell.rjust(w) for at, (cell, w) in enumerate(cells)).rstrip()
