"""What may not be learned of a group: that it is few people, all, none, or a few more or fewer than before."""

from collections.abc import Iterable, Iterator

import numpy as np

from constellation.engine.privacy.groups import Group, groups_of
from constellation.engine.privacy.log import Entry
from constellation.engine.privacy.system import System
from constellation.engine.privacy.table import NOT_A_SUM, Bools, Table, with_margins


def small_counts(numbers: System, threshold: int) -> Bools:
    """Somebody, but fewer people than the threshold."""
    return ~numbers.changes & (numbers.counts > 0) & (numbers.counts < threshold)


def none_of_some(numbers: System) -> Bools:
    """Nobody of a group that has people: says something of each of them.

    >>> from constellation.engine.privacy.moment import moment
    >>> from constellation.engine.privacy.system import system
    >>> table = Table("Needs", "faculty", ("area",), (("a", "b", "c"),), np.array([16, 4, 0]))
    >>> numbers = system([moment([table])])
    >>> none_of_some(numbers)[numbers.positions(table)]
    array([False, False,  True, False])
    """
    found = numbers.zeros.copy()
    for (total, parts), tells in zip(numbers.lines, numbers.tells, strict=True):
        if tells and numbers.counts[total] > 0:
            found[list(parts)] |= numbers.counts[list(parts)] == 0
    return found


def same_answer(numbers: System, tables: Iterable[Table]) -> Bools:
    """Counts beside a further figure of 0: everybody counted has none."""
    found = np.zeros(len(numbers.counts), bool)
    for table in tables:
        at = numbers.positions(table)
        for figures in table.values.values():
            full = with_margins(table, figures)
            found[at[(full == 0) & (at != NOT_A_SUM)]] |= full.max() > 0
    return found & (numbers.counts > 0)


def small_changes(numbers: System, threshold: int) -> Bools:
    """Some people more or fewer than before, but fewer of them than the threshold; a change back to before is none."""
    return numbers.changes & (np.abs(numbers.counts) < threshold) & (numbers.counts != 0)


def shown_in(entry: Entry) -> Iterator[tuple[Group, int]]:
    """Every number an earlier release showed."""
    for past in entry.tables:
        full = with_margins(past.table, past.table.counts)
        for place, group in groups_of(past.table).items():
            if past.shown[place]:
                yield group, int(full[place])
