"""Ready pairs put in order once: the distinct pairs, and the rows that speak of each."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class PairTable:
    """The distinct (person, partner), sorted, with their summed `extra`; pair x has the rows start[x]:start[x + 1] of
    `need` (its place among all needs, -1 where the person has no such need) and `help`."""

    person: Ints
    partner: Ints
    extra: Floats
    start: Ints
    need: Ints
    help: Floats


def pair_table(people: int, needs: tuple[Ints, Ints], rows: tuple[Ints, Ints, Ints, Floats, Floats]) -> PairTable:
    """From rows (person, partner, area, help, extra) in any order; `needs`: owner and area of each need."""
    person, partner, area, help_, extra = rows
    key = person * people + partner
    if len(key) and (np.diff(key) < 0).any():
        order = np.argsort(key, kind="stable")
        person, partner, area, key = person[order], partner[order], area[order], key[order]
        help_, extra = help_[order], extra[order]
    first = np.flatnonzero(np.concatenate([np.ones(min(1, len(key)), bool), key[1:] != key[:-1]]))
    start = np.append(first, len(key)).astype(np.int64)
    sums = np.add.reduceat(extra, first) if len(first) else np.zeros(0)
    return PairTable(person[first], partner[first], sums, start, places(needs, person, area), help_)


def places(needs: tuple[Ints, Ints], person: Ints, area: Ints) -> Ints:
    """The place of each (person, area) among the needs, -1 for none."""
    owner, wanted = needs
    if not len(owner):
        return np.full(len(person), -1)
    areas = 1 + int(max(area.max(initial=0), wanted.max()))
    order = np.argsort(owner * areas + wanted, kind="stable")
    keys, asked = (owner * areas + wanted)[order], person * areas + area
    at = np.minimum(np.searchsorted(keys, asked), len(keys) - 1)
    return np.where(keys[at] == asked, order[at], -1)
