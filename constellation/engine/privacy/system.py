"""All numbers an attacker may set up equations with: today's and earlier ones, each once as long as it is the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TypeAlias

import numpy as np
from scipy.sparse import csr_array

from constellation.engine.privacy.groups import Group, People, groups_of
from constellation.engine.privacy.moment import Line, Moment
from constellation.engine.privacy.table import NOT_A_SUM, Bools, Ints, Table, with_margins

Number: TypeAlias = tuple[People, int]  # a group that kept its count is one number: whoever knows that may subtract


@dataclass(frozen=True)
class System:
    """Numbers and the lines among them.

    `counts`: people, shape (n,).  `lines`: total and parts by position.  `tells`, shape (lines,): whether all or none of
    a total in one part says something of them.  `zeros`, shape (n,): nobody, beside groups of somebody.
    """

    index: dict[Number, int]
    counts: Ints
    lines: tuple[tuple[int, tuple[int, ...]], ...]
    tells: Bools
    zeros: Bools

    @cached_property
    def matrix(self) -> csr_array:
        """Lines by numbers: total 1, parts -1; times any possible world 0."""
        rows = [row for row, (_, parts) in enumerate(self.lines) for _ in range(len(parts) + 1)]
        columns = [each for total, parts in self.lines for each in (total, *parts)]
        signs = [sign for _, parts in self.lines for sign in (1.0, *(-1.0 for _ in parts))]
        return csr_array((signs, (rows, columns)), shape=(len(self.lines), len(self.counts)))

    def positions(self, table: Table) -> Ints:
        """Where the table's numbers stand, shape with margins; NOT_A_SUM where a margin counts nobody."""
        full = with_margins(table, table.counts)
        where = np.full(full.shape, NOT_A_SUM, np.int64)
        for place, group in groups_of(table).items():
            if full[place] != NOT_A_SUM:
                where[place] = self.index[group, int(full[place])]
        return where


def system(moments: Sequence[Moment]) -> System:
    """The moments' equations in one; a group whose count did not change between two is the same number in both.

    An attacker who is told which groups stayed the same can do no better than this.
    """
    index: dict[Number, int] = {}
    lines: dict[tuple[int, tuple[int, ...]], bool] = {}
    for each in moments:
        for number in each.counts.items():
            index.setdefault(number, len(index))
        for line in each.lines:
            at = placed(line, each, index)
            lines[at] = line.tells or lines.get(at, False)
    zeros = np.zeros(len(index), bool)
    zeros[[index[group, 0] for group in chain(*(each.zeros for each in moments))]] = True
    counts = np.array([count for _, count in index], np.int64)
    return System(index, counts, tuple(lines), np.array(list(lines.values()), bool), zeros)


def placed(line: Line, now: Moment, index: dict[Number, int]) -> tuple[int, tuple[int, ...]]:
    at = [index[people, now.counts[people]] for people in (line.total, *line.parts)]
    return at[0], tuple(at[1:])


def cost_of_hiding(numbers: System) -> np.ndarray:
    """What a reader loses with each number: its people; among equals rather a cell than a margin."""
    depth = np.array([len(people.conditions) if isinstance(people, Group) else 0 for people, _ in numbers.index])
    return (numbers.counts + 1) * (1 + 0.01 * (6 - depth))
