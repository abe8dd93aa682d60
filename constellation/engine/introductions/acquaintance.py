"""Who knows whom how well, and who takes part in introductions."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from constellation.engine.problem import BadProblem, Floats, Ints, refuse_outside
from constellation.words import say

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Acquaintance:
    """N people and their ties; row r says that `one[r]` and `other[r]` know each other, `strength[r]` in (0, 1].

    A tie holds both ways; where it is told more than once the weakest telling counts, for an introduction needs both.
    `confidential`: shape (ties,), a tie of which any telling is confidential is as if it were not there.
    `introduces`, `open_to_meet`: who lets themselves be asked to introduce others, and who may be introduced to
    somebody new, shape (N,).  `barred`: (m, 2) pairs that are never brought together, in either order.
    Raises BadProblem for a strength outside (0, 1], a tie to oneself, unknown people, unequal lengths.
    """

    one: Ints
    other: Ints
    strength: Floats
    confidential: Flags
    introduces: Flags
    open_to_meet: Flags
    barred: Ints

    def __post_init__(self) -> None:
        n = self.people
        for name in ("other", "strength", "confidential"):
            if len(getattr(self, name)) != len(self.one):
                told = say("{name} has {given} entries for {ties} ties: give one each.", name=name,
                           given=len(getattr(self, name)), ties=len(self.one))  # fmt: skip
                raise BadProblem(told)
        if len(self.open_to_meet) != n:
            told = say(
                "open_to_meet has {given} entries for {n} people: give one each.", given=len(self.open_to_meet), n=n
            )
            raise BadProblem(told)
        refuse_outside("a person of a tie", np.concatenate([self.one, self.other]), 0, n - 1)
        refuse_outside("a person in barred", self.barred, 0, n - 1)
        refuse_outside("strength", self.strength, np.nextafter(0, 1), 1.0)
        if (self.one == self.other).any():
            row = int(np.argmax(self.one == self.other))
            raise BadProblem(say("Tie {row} ties a person to oneself: remove it.", row=row))

    @property
    def people(self) -> int:
        return len(self.introduces)

    @cached_property
    def arcs(self) -> "Arcs":
        """The ties that may be used, both ways."""
        start, end = np.concatenate([self.one, self.other]), np.concatenate([self.other, self.one])
        order = np.argsort(start * self.people + end, kind="stable")
        key = (start * self.people + end)[order]
        first = np.flatnonzero(np.append(True, key[1:] != key[:-1])[: len(key)])
        if not len(first):
            return Arcs(np.zeros(self.people + 1, np.int64), np.zeros(0, np.int32), np.zeros(0), np.zeros(self.people))
        weakest = np.minimum.reduceat(np.tile(self.strength, 2)[order], first)
        secret = np.logical_or.reduceat(np.tile(self.confidential, 2)[order], first)
        person, known = np.divmod(key[first][~secret], self.people)
        at = np.zeros(self.people + 1, np.int64)
        np.cumsum(np.bincount(person, minlength=self.people), out=at[1:])
        best = np.zeros(self.people)
        np.maximum.at(best, person, weakest[~secret])
        return Arcs(at, known.astype(np.int32), weakest[~secret].astype(np.float64), best)

    @cached_property
    def apart(self) -> dict[int, list[int]]:
        """Whom each person is never brought together with."""
        found: dict[int, list[int]] = {}
        for one, other in self.barred.tolist():
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
        return found


@dataclass(frozen=True)
class Arcs:
    """Person i knows `known[start[i]:start[i + 1]]`, in order, with `strength` beside; `best[i]`: the strongest of i."""

    start: Ints
    known: NDArray[np.int32]
    strength: Floats
    best: Floats
