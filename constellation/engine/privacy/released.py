"""A table as it may be told, with what is hidden and why."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from constellation.engine.privacy.table import Bools, Table, with_margins
from constellation.engine.privacy.why import SHOWN
from constellation.words.catalogue import say, say_count


@dataclass(frozen=True)
class Released:
    """`shown`, `why`: shape with margins (the last place along each dimension).

    `why` is for the office: published, it would narrow down what is hidden.  `published`: False where nothing of the
    table may be told.  `withheld`: further figures that may not be told anywhere in it.  `sentence`: what a reader is
    told about it all.
    """

    table: Table
    shown: Bools
    why: NDArray[np.object_]
    published: bool
    sentence: str
    withheld: frozenset[str] = frozenset()

    def count(self, *position: str | None) -> int | None:
        """People by the categories' names, None for a margin; None where hidden.  KeyError for an unknown name."""
        told = self.told(self.table.counts, position)
        return None if told is None else int(told)

    def value(self, name: str, *position: str | None) -> float | None:
        """A further figure likewise.  KeyError for an unknown name."""
        numbers = self.table.values[name]
        return None if name in self.withheld else self.told(numbers, position)

    def told(self, numbers: NDArray[np.generic], position: Sequence[str | None]) -> float | int | None:
        place = self.table.position(*position)
        return with_margins(self.table, numbers)[place].item() if self.shown[place] else None


def sentence(table: Table, threshold: int, shown: Bools, why: NDArray[np.object_], lost: bool) -> str:
    """What a reader is told about hidden numbers, as a whole sentence."""
    if lost:
        return say(
            "Not published: with what was released before, numbers of fewer than {threshold} people could be worked out.",
            threshold=threshold,
        )
    if not shown.any() and table.counts.sum() < threshold:
        return say("Not published: it would tell of fewer than {threshold} people.", threshold=threshold)
    if not shown.any():
        return say(
            "Not published: any number of it would let one of fewer than {threshold} people be worked out.",
            threshold=threshold,
        )
    hidden = int((why != SHOWN).sum())
    if not hidden:
        return say("Nothing is hidden.")
    return say_count(
        "{n} of {all} numbers is hidden, to protect groups of fewer than {threshold} people or of one answer.",
        "{n} of {all} numbers are hidden, to protect groups of fewer than {threshold} people or of one answer.",
        hidden,
        all=f"{hidden + int(shown.sum()):,}",
        threshold=threshold,
    )
