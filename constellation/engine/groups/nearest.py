"""For each person those they have most in common with, among all whom they may meet."""

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from constellation.engine.groups.gathering import Gathering, People
from constellation.engine.groups.pairs import hindered
from constellation.engine.problem import Floats
from constellation.engine.solver.options import kernel
from constellation.engine.solver.threads import each

LISTED = 64
BLOCK = 256
ROUNDING = 2e-5  # what float32 may lose on a likeness


@dataclass(frozen=True)
class Nearest:
    """`who[i]`: the people i may meet, the likest first, -1 past the last; `alike` beside it, 0 past the last.

    `beyond[i]`: no person who is not listed is more alike than this; -1 where everybody is listed.
    """

    who: NDArray[np.int32]
    alike: NDArray[np.float32]
    beyond: Floats


def nearest(gathering: Gathering, executor: Executor | None = None) -> Nearest:
    people, n = gathering.kernel_people, gathering.people
    width = max(1, min(LISTED, n - 1))
    found = Nearest(np.full((n, width), -1, np.int32), np.zeros((n, width), np.float32), np.full(n, -1.0))
    rare = csr_array((people.weight, people.trait, people.start), shape=(n, int(people.trait.max(initial=0)) + 1))

    def fill(block: tuple[NDArray[np.int64], NDArray[np.int64]]) -> None:
        rows, among = block
        alike = people.common[rows] @ people.common[among].T
        if len(people.trait):
            alike += (rare[rows] @ rare[among].T).toarray()
        pick(people, alike, rows, among, found.who, found.alike, found.beyond)

    for _ in each(executor, fill, blocks(gathering.cohort)):
        pass
    found.beyond[found.beyond >= 0] += ROUNDING
    return found


def blocks(cohort: NDArray[np.int64]) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Some people of a cohort, and the whole cohort."""
    order = np.argsort(cohort, kind="stable")[np.count_nonzero(cohort < 0) :]
    for among in np.split(order, np.flatnonzero(np.diff(cohort[order])) + 1):
        for at in range(0, len(among), BLOCK):
            yield among[at : at + BLOCK], among


@kernel
def pick(people: People, alike: NDArray[np.float32], rows: NDArray[np.int64], among: NDArray[np.int64],
         who: NDArray[np.int32], best: NDArray[np.float32], beyond: Floats) -> None:  # fmt: skip
    width = who.shape[1]
    for r in range(len(rows)):
        i, size, least = rows[r], 0, np.float32(-1.0)
        for c in range(len(among)):
            value = alike[r, c]
            if value <= least or among[c] == i or hindered(people, i, among[c]):
                continue
            if size < width:
                size += 1
            else:
                beyond[i] = least
            at = size - 1
            while at > 0 and best[i, at - 1] < value:
                best[i, at] = best[i, at - 1]
                who[i, at] = who[i, at - 1]
                at -= 1
            best[i, at] = value
            who[i, at] = among[c]
            if size == width:
                least = best[i, width - 1]
                beyond[i] = least
