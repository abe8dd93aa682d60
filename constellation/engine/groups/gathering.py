"""Who would meet in groups, what each brings, and what no group may break."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from constellation.engine.problem import BadProblem, Ints, Rows, refuse_outside
from constellation.words import say

ANY, SAME, DISTINCT = 0, 1, 2  # whom a person wants to meet: anybody, only the own department, nobody else of it
SMALLEST = 2
MOST_COMMON = 96  # traits kept as a dense table: what many people have
COMMON_SHARE = 1 / 32


class People(NamedTuple):
    """What the kernels read: traits that many have as a table, the others as sorted rows; the rules of who may meet.

    `rule`: cohort, department, choice, and where in `apart` those stand whom the person never meets, first and end.
    """

    common: NDArray[np.float32]
    start: Ints
    trait: Ints
    weight: NDArray[np.float32]
    rule: Ints
    apart: Ints


@dataclass(frozen=True)
class Gathering:
    """N people who would meet in groups of `low` to `high`; positions 0..N-1 stand for persons.

    `traits`: rows of traits with weights from 0, each row of length (root of the sum of squares) 1 at most: the
    likeness of two people, from 0 to 1, is the sum of the products of the weights of the traits they share.
    `department`: codes, -1 unknown (unknown is nobody's own).  `choice`: ANY, SAME or DISTINCT, shape (N,).
    `cohort`: codes; only people of one cohort meet, and those of cohort -1 join no group (they may
    facilitate).  `barred`: (m, 2) pairs that never meet, in either order.
    Raises BadProblem for sizes that are none, unequal lengths, traits that are too long or negative, unknown people.
    """

    traits: Rows
    department: Ints
    choice: Ints
    cohort: Ints
    barred: Ints
    low: int
    high: int

    def __post_init__(self) -> None:
        n = len(self.department)
        if not SMALLEST <= self.low <= self.high:
            told = say("Sizes {low} to {high} are none: give two numbers from 2 up.", low=self.low, high=self.high)
            raise BadProblem(told)
        for name, given in (("choice", self.choice), ("cohort", self.cohort), ("traits", self.traits.start[1:])):
            if len(given) != n:
                told = say(
                    "{name} has {given} entries for {n} people: give one each.", name=name, given=len(given), n=n
                )
                raise BadProblem(told)
        refuse_outside("choice", self.choice, ANY, DISTINCT)
        refuse_outside("a person in barred", self.barred, 0, n - 1)
        refuse_outside("a trait's weight", self.traits.weight, 0.0, 1.0)
        length = np.bincount(self.traits.owner(), self.traits.weight**2, minlength=n)
        refuse_outside("the length of traits", length, 0.0, 1.0 + 1e-6)

    @property
    def people(self) -> int:
        return len(self.department)

    @cached_property
    def apart(self) -> Rows:
        """Whom each person never meets, in both directions, in order."""
        one, other = np.asarray(self.barred, np.int64).reshape(-1, 2).T
        both = np.unique(np.stack([np.r_[one, other], np.r_[other, one]], 1), axis=0)
        return Rows.of(self.people, both[:, 0], both[:, 1])

    @cached_property
    def kernel_people(self) -> People:
        owner, trait, weight = self.traits.owner(), self.traits.ids, self.traits.weight
        number = np.unique(trait, return_inverse=True)[1] if len(trait) else trait
        frequent = np.bincount(number, minlength=1)
        chosen = np.argsort(-frequent, kind="stable")[:MOST_COMMON]
        chosen = chosen[frequent[chosen] >= max(1, COMMON_SHARE * self.people)]
        column = np.full(len(frequent), -1, np.int64)
        column[chosen] = np.arange(len(chosen))
        at = column[number]
        common = np.zeros((self.people, len(chosen)), np.float32)
        np.add.at(common, (owner[at >= 0], at[at >= 0]), weight[at >= 0])
        rest = np.flatnonzero(at < 0)
        rest = rest[np.lexsort((number[rest], owner[rest]))]
        rare = Rows.of(self.people, owner[rest], number[rest], weight[rest])
        first = self.apart.start
        rule = np.stack([self.cohort, self.department, self.choice, first[:-1], first[1:]], axis=1).astype(np.int64)
        return People(common, rare.start, rare.ids, rare.weight.astype(np.float32), rule, self.apart.ids)
