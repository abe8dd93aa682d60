"""Which people a number counts: numbers over one group are one number, in whatever table they stand."""

from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

from constellation.engine.privacy.table import Table

Condition: TypeAlias = tuple[str, frozenset[str]]  # a dimension and the finest categories one may stand in


@dataclass(frozen=True)
class Group:
    """The people of a population who meet every condition; without any, all of them."""

    population: str
    conditions: frozenset[Condition]

    def without(self, condition: Condition) -> "Group":
        return Group(self.population, self.conditions - {condition})

    def and_also(self, condition: Condition) -> "Group":
        return Group(self.population, self.conditions | {condition})


@dataclass(frozen=True)
class Rest:
    """The people of one group who are in none of the others: no table names them, subtraction does."""

    whole: Group
    parts: frozenset[Group]


People: TypeAlias = Group | Rest


def groups_of(table: Table) -> dict[tuple[int, ...], Group]:
    """The group each number of the table counts, by its position with margins.

    >>> import numpy as np
    >>> table = Table("Needs", "faculty", ("area",), (("teaching", "balance"),), np.array([12, 3]))
    >>> groups_of(table)[table.position(None)]
    Group(population='faculty', conditions=frozenset())
    """
    common = frozenset((dimension, table.bases(dimension, name)) for dimension, name in table.where.items())
    choices = [conditions_of(table, axis) for axis in range(len(table.dimensions))]
    positions = product(*(range(len(choice)) for choice in choices))
    return {
        place: Group(table.population, common.union(*(choices[axis][at] for axis, at in enumerate(place))))
        for place in positions
    }


def conditions_of(table: Table, axis: int) -> list[frozenset[Condition]]:
    """What each position along a dimension asks for; the margin asks for nothing."""
    dimension = table.dimensions[axis]
    named = [frozenset([(dimension, table.bases(dimension, name))]) for name in table.categories[axis]]
    return [*named, frozenset()]
