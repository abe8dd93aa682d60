"""Small categories united into one, where hiding would hide too much."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from constellation.engine.privacy.table import Table
from constellation.engine.problem import BadProblem
from constellation.words.catalogue import say


def merged(table: Table, dimension: str, least: int, name: str = "other") -> Table:
    """The table with every category of fewer than `least` people united, the next smallest too until they suffice.

    `name`: what the united category is called, in the reader's language.  Unchanged where no category is small.
    Raises BadProblem for a dimension that is not there or whose categories overlap (people would count twice).

    >>> table = Table("Needs", "faculty", ("area",), (("a", "b", "c"),), np.array([16, 1, 3]))
    >>> small = merged(table, "area", 5)
    >>> small.categories, small.counts
    ((('other',),), array([20]))
    """
    if dimension not in table.dimensions or dimension in table.overlapping:
        raise BadProblem(
            say("{table}: {dimension} has no categories that can be united.", table=table.name, dimension=dimension)
        )
    axis = table.dimensions.index(dimension)
    names = table.categories[axis]
    small = smallest(np.moveaxis(table.counts, axis, 0).reshape(len(names), -1).sum(axis=1), least)
    if not small:
        return table
    kept = [at for at in range(len(names)) if at not in small]
    united = frozenset[str]().union(*(table.bases(dimension, names[at]) for at in small))
    categories = (*(names[at] for at in kept), name)
    return replace(
        table,
        categories=(*table.categories[:axis], categories, *table.categories[axis + 1 :]),
        counts=united_along(table.counts, axis, kept, small),
        values={each: united_along(figures, axis, kept, small) for each, figures in table.values.items()},
        made_of={**table.made_of, dimension: {**table.made_of.get(dimension, {}), name: tuple(sorted(united))}},
    )


def smallest(people: NDArray[np.int64], least: int) -> list[int]:
    """The categories to unite: all that are small, and the next smallest until together they are not."""
    order = np.argsort(people, kind="stable")
    small = int((people < least).sum())
    while 0 < small < len(people) and (small == 1 or people[order[:small]].sum() < least):
        small += 1
    return order[:small].tolist()


def united_along(numbers: NDArray[Any], axis: int, kept: Sequence[int], small: Sequence[int]) -> NDArray[Any]:
    rest = np.take(numbers, small, axis).sum(axis=axis, keepdims=True)
    return np.concatenate([np.take(numbers, kept, axis), rest], axis=axis)
