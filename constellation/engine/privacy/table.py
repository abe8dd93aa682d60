"""What goes into the gate: counts of people by up to three dimensions, and further figures of the same people."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from constellation.engine.problem import BadProblem
from constellation.words.catalogue import say

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
NOT_A_SUM = -1  # a margin over overlapping categories counts nobody: people stand in several


@dataclass(frozen=True)
class Table:
    """Counts of people, shape by categories, without margins.

    `population`: whose counts.  Dimensions, categories and populations are known by their names: two numbers with the
    same ones are the same number, in whatever table they stand.  `values`: further sums over the same people (seats
    given), >= 0, hidden wherever their count is.  `overlapping`: dimensions in which a person may stand several times
    (areas needed); no margin over these is a sum of people.  `public`: dimensions anybody may look up (department,
    rank), so that "nobody of it" or "all of it" tells nothing new.  `made_of`: by dimension, categories that unite
    finer ones ("Science" of "Physics" and "Chemistry"; what `merged` united).  `where`: what all counted have in
    common.  `part_of`: a larger population that this one is part of.
    Raises BadProblem for counts below 0 or no whole numbers, shapes that differ, a category named twice.

    >>> Table("Needs", "faculty", ("area",), (("teaching", "balance"),), np.array([12, 3])).counts.sum()
    np.int64(15)
    """

    name: str
    population: str
    dimensions: tuple[str, ...]
    categories: tuple[tuple[str, ...], ...]
    counts: Ints
    values: Mapping[str, NDArray[Any]] = field(default_factory=dict)
    overlapping: frozenset[str] = frozenset()
    public: frozenset[str] = frozenset()
    made_of: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    where: Mapping[str, str] = field(default_factory=dict)
    part_of: str = ""

    def __post_init__(self) -> None:
        shape = tuple(map(len, self.categories))
        if len(self.dimensions) > 3 or len(set(self.dimensions) | set(self.where)) < len(self.dimensions) + len(
            self.where
        ):
            raise BadProblem(
                say(
                    "{table} has dimensions {dimensions}: give up to three different ones.",
                    table=self.name,
                    dimensions=self.dimensions,
                )
            )
        if len(shape) != len(self.dimensions) or 0 in shape:
            raise BadProblem(
                say(
                    "{table}: give each of its dimensions {dimensions} categories.",
                    table=self.name,
                    dimensions=self.dimensions,
                )
            )
        for dimension, names in zip(self.dimensions, self.categories, strict=True):
            refuse_overlap(self, dimension, names)
        refuse_counts(self, shape)

    def position(self, *names: str | None) -> tuple[int, ...]:
        """Where a number stands, by the categories' names, None for the margin; KeyError for what is not there."""
        if len(names) != len(self.dimensions):
            raise KeyError(names)
        places = zip(self.categories, names, strict=True)
        return tuple(len(known) if name is None else index_of(known, name) for known, name in places)

    def bases(self, dimension: str, category: str) -> frozenset[str]:
        """The finest categories this one is made of; itself where it is not made of any."""
        finer = self.made_of.get(dimension, {}).get(category)
        return frozenset([category]) if finer is None else frozenset(finer)


def index_of(known: tuple[str, ...], name: str) -> int:
    if name not in known:
        raise KeyError(name)
    return known.index(name)


def refuse_overlap(table: Table, dimension: str, names: tuple[str, ...]) -> None:
    bases = [base for name in names for base in table.bases(dimension, name)]
    if len(set(names)) < len(names) or len(set(bases)) < len(bases):
        raise BadProblem(
            say("{table} names a category of {dimension} twice: give each once.", table=table.name, dimension=dimension)
        )


def refuse_counts(table: Table, shape: tuple[int, ...]) -> None:
    for name, numbers in {"counts": table.counts, **table.values}.items():
        if np.shape(numbers) != shape:
            raise BadProblem(
                say(
                    "{table}: {name} has shape {found}, its categories {shape}.",
                    table=table.name,
                    name=name,
                    found=np.shape(numbers),
                    shape=shape,
                )
            )
        if np.size(numbers) and not (np.all(np.isfinite(numbers)) and np.min(numbers) >= 0):
            raise BadProblem(say("{table}: {name} holds a number below 0 or none at all.", table=table.name, name=name))
    if not np.issubdtype(np.asarray(table.counts).dtype, np.integer):
        raise BadProblem(
            say("{table}: counts of people are whole numbers; give an array of integers.", table=table.name)
        )


def with_margins(table: Table, numbers: NDArray[Any]) -> NDArray[Any]:
    """The numbers with a margin at the end of each dimension, NOT_A_SUM where people would count several times.

    >>> with_margins(Table("", "", ("a",), (("x", "y"),), np.array([1, 2])), np.array([1, 2]))
    array([1, 2, 3])
    """
    full = np.asarray(numbers)
    for axis in range(len(table.dimensions)):
        full = np.concatenate([full, full.sum(axis=axis, keepdims=True)], axis=axis)
    for axis, dimension in enumerate(table.dimensions):
        if dimension in table.overlapping:
            full[(slice(None),) * axis + (-1,)] = NOT_A_SUM
    return full
