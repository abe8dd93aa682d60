"""What goes in: people, their needs and offers, who must not be paired (`Population`), or ready pairs (`Pairs`)."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import NoReturn

import numpy as np
from numpy.typing import NDArray

from constellation.engine.pair_table import PairTable, pair_table
from constellation.words import mark, say

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

GENERAL, RESEARCH, LOCAL = 0, 1, 2  # kinds of areas: the worth of help depends on nothing, interests, closeness
COLLEAGUE = 0  # own role of a ranked colleague: peer, near peer or senior by the difference of levels
PEER, NEAR_PEER, SENIOR = 0, 1, 2  # flags 0-2; own role r > 0 has flag 2 + r
MOST_ROLES = 10
INSIDE, OUTSIDE, OFF_CAMPUS = 13, 14, 15  # flags of place
FLAGS = 16
MOST_IDENTITIES = 62  # one bit each
MOST_SOUGHT = 30  # new partners at once: beyond this a network is a mailing list, and exact answers stop paying


class BadProblem(ValueError):
    """An input the engine refuses; the sentence names the person (by position), the rule and the mend."""


@dataclass(frozen=True)
class Rules:
    """The numbers of the objective; all are shares of a person's need (which sums to 1).

    `interest`, `reciprocity`: value of shared interests (cosine 0-1) and of what the partner gets back (0-1).
    `preference`: value of each partner with an identity that the person asked for.  `role`, `inside`, `outside`, `off_campus`: value of the first partner in each role, in and out of the department,
    off campus.  `research_floor`: worth of help in a research area without shared interests.  `same_college`,
    `same_campus`, `elsewhere`: worth of help in a local area (1 inside the department).  `topic_lift`: share of the
    missing help that topics in common make up.  `kept_help`: least help of a kept tie in the areas it names.
    Source: docs/measures.md#value.
    """

    interest: float = 0.03
    reciprocity: float = 0.05
    role: float = 0.04
    inside: float = 0.10
    outside: float = 0.10
    off_campus: float = 0.04
    research_floor: float = 0.25
    same_college: float = 0.9
    same_campus: float = 0.75
    elsewhere: float = 0.35
    topic_lift: float = 0.4
    kept_help: float = 0.5
    preference: float = 0.05

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            if not np.isfinite(value) or value < 0:
                raise BadProblem(say("Rule {rule} is {value}: give a number from 0 up.", rule=name, value=value))
            if name in SHARES and value > 1:
                raise BadProblem(say("Rule {rule} is {value}: give a share from 0 to 1.", rule=name, value=value))

    def bonus(self) -> Floats:
        """Value of each flag, shape (16,)."""
        bonus = np.full(FLAGS, self.role)
        bonus[[INSIDE, OUTSIDE, OFF_CAMPUS]] = self.inside, self.outside, self.off_campus
        return bonus


SHARES = {"research_floor", "same_college", "same_campus", "elsewhere", "topic_lift", "kept_help"}


@dataclass(frozen=True)
class Rows:
    """Ragged rows: row i is `ids[start[i]:start[i + 1]]` with `weight` beside it."""

    start: Ints
    ids: Ints
    weight: Floats

    @classmethod
    def of(cls, rows: int, row: Ints, ids: Ints, weight: Floats | None = None) -> "Rows":
        """Rows from (row, id, weight) triples in any order.

        >>> Rows.of(2, np.array([1, 0, 1]), np.array([7, 8, 9])).ids.tolist()
        [8, 7, 9]
        """
        row = np.asarray(row, np.int64)
        order = np.argsort(row, kind="stable")
        start = np.zeros(rows + 1, np.int64)
        np.cumsum(np.bincount(row, minlength=rows), out=start[1:])
        weights = np.ones(len(row)) if weight is None else np.asarray(weight, np.float64)
        return cls(start, np.asarray(ids, np.int64)[order], weights[order])

    def owner(self) -> Ints:
        """The row of each entry."""
        return np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))


def no_rows(rows: int) -> Rows:
    return Rows.of(rows, np.zeros(0, np.int64), np.zeros(0, np.int64))


def nobody() -> Ints:
    return np.zeros(0, np.int64)


@dataclass(frozen=True)
class Population:
    """N people by their attributes; positions 0..N-1 stand for persons, 0..A-1 for areas.

    `seeks`, `gives`: new places, ints >= 0, shape (N,).  `needs`: rows of areas with weight (each person's sum is 1).
    `offer`: proficiency 0-1, shape (N, A).  `kind`: GENERAL, RESEARCH or LOCAL, shape (A,).  `department`, `college`,
    `campus`: codes, -1 unknown (unknown is near nobody).  `role`: own role, 0 = ranked colleague, 1..10 others.
    `level`: rank level, -1 unknown; `settled`: known to be long at it, so nobody's near peer.  `interests`: rows of
    length 1 at most; their products are likeness, 0-1.  `need_topics`: one row per need (in the order of `needs`), `offer_topics`: one row per person, over
    the same topic numbers (a topic belongs to one area).
    `barred`, `kept`: (m, 2) pairs person, partner; `kept_areas`: one row per kept pair.
    `asked`, `declared`: identities, a bit each, that a person asked for in partners, and that a person declared to be
    found by; empty where nobody did.  Nothing else in the problem says who anybody is.
    Raises BadProblem for NaN, negative places, an area outside the list, a tie to oneself, unequal lengths.
    """

    seeks: Ints
    gives: Ints
    needs: Rows
    offer: Floats
    kind: Ints
    department: Ints
    college: Ints
    campus: Ints
    role: Ints
    level: Ints
    settled: NDArray[np.bool_]
    interests: Rows
    need_topics: Rows
    offer_topics: Rows
    barred: Ints
    kept: Ints
    kept_areas: Rows
    rules: Rules = field(default_factory=Rules)
    asked: Ints = field(default_factory=nobody)
    declared: Ints = field(default_factory=nobody)

    def __post_init__(self) -> None:
        check_places(self.seeks, self.gives)
        n, areas = self.offer.shape
        for name in ("asked", "declared"):
            if not len(getattr(self, name)):
                object.__setattr__(self, name, np.zeros(n, np.int64))
        for name in ("gives", "department", "college", "campus", "role", "level", "settled", "asked", "declared"):
            if len(getattr(self, name)) != n:
                refuse_unequal(name, len(getattr(self, name)), n)
        refuse_outside("offer", self.offer, 0.0, 1.0)
        refuse_outside(say("a need’s weight"), self.needs.weight, 0.0, 1.0)
        refuse_outside(say("the area of a need"), self.needs.ids, 0, areas - 1)
        refuse_outside("role", self.role, 0, MOST_ROLES)
        for name, pairs in (("barred", self.barred), ("kept", self.kept)):
            refuse_outside(say("a person in {table}", table=name), pairs, 0, n - 1)
        if (self.kept[:, 0] == self.kept[:, 1]).any():
            row = int(np.argmax(self.kept[:, 0] == self.kept[:, 1]))
            raise BadProblem(say("kept row {row} ties a person to oneself.", row=row))

    @property
    def people(self) -> int:
        return len(self.seeks)


@dataclass(frozen=True)
class Pairs:
    """Ready pairs: person i's need w_ia and what each named partner would bring.

    Row r says: `partner[r]` helps `person[r]` in area `area[r]` by `help[r]` (0-1) and the pair is worth `extra[r]`
    more (summed over a pair's rows; may be negative).  `needs`: rows of areas with weight (sums 1).  One row for each
    (person, partner, area).  `kept` ties count with the rows given for them.  Raises BadProblem as `Population` does.
    """

    seeks: Ints
    gives: Ints
    needs: Rows
    person: Ints
    partner: Ints
    area: Ints
    help: Floats
    extra: Floats
    barred: Ints
    kept: Ints

    def __post_init__(self) -> None:
        check_places(self.seeks, self.gives)
        n = len(self.seeks)
        refuse_outside("help", self.help, 0.0, 1.0)
        refuse_outside(say("a need’s weight"), self.needs.weight, 0.0, 1.0)
        if not np.isfinite(self.extra).all():
            row = int(np.argmin(np.isfinite(self.extra)))
            raise BadProblem(say("extra in row {row} is not a number: give one.", row=row))
        for name in ("person", "partner", "barred", "kept"):
            refuse_outside(name, getattr(self, name), 0, n - 1)
        if (self.person == self.partner).any():
            row = int(np.argmax(self.person == self.partner))
            raise BadProblem(say("Row {row} ties a person to oneself: remove it.", row=row))

    @cached_property
    def table(self) -> PairTable:
        """The pairs in order, made once."""
        rows = (self.person, self.partner, self.area, self.help, self.extra)
        return pair_table(self.people, (self.needs.owner(), self.needs.ids), rows)

    @property
    def people(self) -> int:
        return len(self.seeks)


Problem = Population | Pairs


def check_places(seeks: Ints, gives: Ints) -> None:
    if len(seeks) != len(gives):
        refuse_unequal("gives", len(gives), len(seeks))
    for name, places in (("seeks", seeks), ("gives", gives)):
        if not np.issubdtype(places.dtype, np.integer):
            raise BadProblem(say("{name} must be whole numbers, not {kind}.", name=name, kind=places.dtype))
        refuse_outside(name, places, 0, 10**6)


def refuse_unequal(name: str, entries: int, people: int) -> NoReturn:
    sentence = mark("{name} has {entries} entries for {people} people: give one each.")
    raise BadProblem(say(sentence, name=name, entries=entries, people=people))


def refuse_outside(name: str, values: NDArray[np.generic], low: float, high: float) -> None:
    flat = np.asarray(values, np.float64).ravel()
    wrong = ~((flat >= low) & (flat <= high))
    if wrong.any():
        place = int(np.argmax(wrong))
        raise BadProblem(
            say(
                "{name} at position {place} is {value}: it must lie from {low} to {high}.",
                name=name, place=place, value=f"{flat[place]:g}", low=f"{low:g}", high=f"{high:g}",
            )
        )  # fmt: skip
