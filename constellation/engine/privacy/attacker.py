"""Somebody who has every release to one audience: what they know already, and what they may not learn."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from constellation.engine.privacy.log import ReleaseLog
from constellation.engine.privacy.sensitive import none_of_some, same_answer, shown_in, small_changes, small_counts
from constellation.engine.privacy.system import System
from constellation.engine.privacy.table import Bools, Ints, Table


@dataclass(frozen=True)
class Attacker:
    """`known`: numbers shown before, shape (n,).  `need`: by how many people each secret must be able to differ, else 0.

    A secret is kept as long as some possible world, whole people who agree with every number shown, has it larger by
    its need (smaller, where that is negative): a small count at the threshold, a small change none at all.
    """

    known: Bools
    need: Ints

    @property
    def secrets(self) -> Ints:
        return np.flatnonzero(self.need)


def attackers(numbers: System, tables: Sequence[Table], threshold: int, log: ReleaseLog) -> list[Attacker]:
    """The audience of this release, and every narrower one in the log: they see it too, beside what they have seen."""
    audiences = {threshold} | {entry.threshold for entry in log.entries if entry.threshold < threshold}
    return [attacker(numbers, tables, audience, log) for audience in sorted(audiences, reverse=True)]


def attacker(numbers: System, tables: Sequence[Table], threshold: int, log: ReleaseLog) -> Attacker:
    """Who has seen every release of this threshold and of higher ones, which went to wider audiences."""
    seen = [(entry, at) for entry, at in zip(log.entries, numbers.at, strict=False) if entry.threshold >= threshold]
    known = np.zeros(len(numbers.counts), bool)
    known[[at[group] for entry, at in seen for group, _ in shown_in(entry)]] = True
    few = small_counts(numbers, threshold) | none_of_some(numbers)
    need = np.where(few, threshold - numbers.counts, np.where(same_answer(numbers, tables), 1, 0))
    return Attacker(known, np.where(small_changes(numbers, threshold), -numbers.counts, need))
