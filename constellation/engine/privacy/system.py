"""All numbers an attacker may set up equations with: today's and earlier ones, each once as long as it is the same."""

from collections.abc import Sequence
from dataclasses import dataclass
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
    something of them.  `zeros`, shape (n,): nobody, beside groups of somebody.
    """

    counts: Ints
    at: tuple[dict[People, int], ...]
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
    counts: list[int] = []
    last: dict[People, int] = {}
    at: list[dict[People, int]] = []
    lines: dict[tuple[int, tuple[int, ...]], bool] = {}
    zeros: set[int] = set()
    for now in moments:
        for people, count in now.counts.items():
            if people not in last or counts[last[people]] != count:
                last[people] = len(counts)
                counts.append(count)
        at.append({people: last[people] for people in now.counts})
        for line in now.lines:
            placed = last[line.total], tuple(last[part] for part in line.parts)
            lines[placed] = line.tells or lines.get(placed, False)
        zeros.update(last[group] for group in now.zeros)
    nobody = np.isin(np.arange(len(counts)), sorted(zeros))
    return System(np.array(counts, np.int64), tuple(at), tuple(lines), np.array(list(lines.values()), bool), nobody)
