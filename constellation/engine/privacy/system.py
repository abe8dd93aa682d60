"""All numbers an attacker may set up equations with: today's and earlier ones, each once as long as it is the same."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from scipy.sparse import csr_array

from constellation.engine.privacy.groups import Group, People, groups_of
from constellation.engine.privacy.moment import Moment
from constellation.engine.privacy.table import NOT_A_SUM, Bools, Floats, Ints, Table, with_margins


@dataclass(frozen=True)
class System:
    """Numbers and the lines among them.

    `counts`: people, shape (n,).  `at`: for each moment, today the last, the position of each group's number.
    `lines`: total and parts by position.  `tells`, shape (lines,): whether all or none of a total in one part says
    something of them.  `zeros`, shape (n,): nobody, beside groups of somebody.  `changes`, shape (n,): no number of
    people but how many more (below 0: fewer) a group became; a line says that it is what was and the change.
    """

    counts: Ints
    at: tuple[dict[People, int], ...]
    lines: tuple[tuple[int, tuple[int, ...]], ...]
    tells: Bools
    zeros: Bools
    changes: Bools

    @cached_property
    def matrix(self) -> csr_array:
        """Lines by numbers: total 1, parts -1; times any possible world 0."""
        rows = [row for row, (_, parts) in enumerate(self.lines) for _ in range(len(parts) + 1)]
        columns = [each for total, parts in self.lines for each in (total, *parts)]
        signs = [sign for _, parts in self.lines for sign in (1.0, *(-1.0 for _ in parts))]
        return csr_array((signs, (rows, columns)), shape=(len(self.lines), len(self.counts)))

    @cached_property
    def cost(self) -> Floats:
        """What a reader loses with each number: its people; among equals rather a cell than a margin."""
        depth = np.zeros(len(self.counts))
        for moment in self.at:
            for people, number in moment.items():
                depth[number] = len(people.conditions) if isinstance(people, Group) else 0
        return (self.counts + 1) * (1 + 0.01 * (6 - depth))

    def positions(self, table: Table) -> Ints:
        """Where the numbers of one of today's tables stand, with margins; NOT_A_SUM where a margin counts nobody."""
        full = with_margins(table, table.counts)
        where = np.full(full.shape, NOT_A_SUM, np.int64)
        for place, group in groups_of(table).items():
            if full[place] != NOT_A_SUM:
                where[place] = self.at[-1][group]
        return where


def system(moments: Sequence[Moment]) -> System:
    """The moments' equations in one; a group whose count did not change since the last is the same number still.

    So the attacker is one who is told which groups stayed the same.
    """
    growing = Growing()
    at = tuple(growing.add(now) for now in moments)
    size = len(growing.counts)
    lines, numbers = growing.lines, np.arange(size)
    return System(
        np.array(growing.counts, np.int64),
        at,
        tuple(lines),
        np.array(list(lines.values()), bool),
        np.isin(numbers, list(growing.zeros)),
        np.isin(numbers, list(growing.changes)),
    )


@dataclass
class Growing:
    """A system while its moments are added; `versions`: the numbers a group has been, the last one last."""

    counts: list[int] = field(default_factory=list)
    versions: dict[People, list[int]] = field(default_factory=dict)
    lines: dict[tuple[int, tuple[int, ...]], bool] = field(default_factory=dict)
    zeros: set[int] = field(default_factory=set)
    changes: set[int] = field(default_factory=set)

    def add(self, now: Moment) -> dict[People, int]:
        """The moment's numbers and lines; where each group's number stands."""
        at = {people: self.number(people, count) for people, count in now.counts.items()}
        for line in now.lines:
            placed = at[line.total], tuple(at[part] for part in line.parts)
            self.lines[placed] = line.tells or self.lines.get(placed, False)
        self.zeros.update(at[group] for group in now.zeros)
        return at

    def number(self, people: People, count: int) -> int:
        before = self.versions.setdefault(people, [])
        if before and self.counts[before[-1]] == count:
            return before[-1]
        number = self.new(count)
        for then in before:
            change = self.new(count - self.counts[then])
            self.changes.add(change)
            self.lines[number, (then, change)] = False
        before.append(number)
        return number

    def new(self, count: int) -> int:
        self.counts.append(count)
        return len(self.counts) - 1
