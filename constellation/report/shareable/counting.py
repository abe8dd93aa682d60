"""Counting people by what they have in common, for the gate.

Categories keep the names they have in data whatever the reader's language: the gate knows numbers by them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from constellation.engine.privacy import Table
from constellation.report.facts import Facts, Flags, Ints
from constellation.report.field_words import STAGES
from constellation.words import mark, say

YES_NO = YES, NO = "yes", "no"  # both stand in a table, also where all said the same
PEOPLE = mark("people")
ASKERS, GIVERS = mark("people who ask"), mark("people who give")
SMALLER = mark("smaller groups together")
UNKNOWN = mark("not given")
NO_UNIT = mark("department not given")
EVERYWHERE = mark("the program")
OURS = {*STAGES, SMALLER, UNKNOWN, NO_UNIT, EVERYWHERE}
MOST_UNITS = 30


def yes_no(flags: Flags) -> list[str]:
    return [YES if flag else NO for flag in flags.tolist()]


def counts(*columns: Sequence[str], categories: Sequence[Sequence[str]], weight: Ints | None = None) -> Ints:
    """People by the categories they stand in, shape by categories; with `weight`, sums of it."""
    at = [
        np.array([names.index(one) for one in column], np.int64)
        for column, names in zip(columns, categories, strict=True)
    ]
    shape = tuple(map(len, categories))
    flat = np.ravel_multi_index(at, shape) if len(at[0]) else np.zeros(0, np.int64)
    return np.bincount(flat, weight, minlength=int(np.prod(shape))).reshape(shape).astype(np.int64)


def table_of(
    name: str,
    population: str,
    columns: Mapping[str, Sequence[str]],
    *,
    named_as: Mapping[str, Sequence[str]] | None = None,
    values: Mapping[str, Ints] | None = None,
    **more: Any,
) -> Table:
    """A table of people by the columns: each category somebody stands in, or those of `named_as`, in their usual order."""
    names = [tuple((named_as or {}).get(way) or in_order(column)) or (UNKNOWN,) for way, column in columns.items()]
    sums = {key: counts(*columns.values(), categories=names, weight=weight) for key, weight in (values or {}).items()}
    made = counts(*columns.values(), categories=names)
    return Table(name, population, tuple(columns), tuple(names), made, sums, **more)


def in_order(names: Iterable[str]) -> list[str]:
    """Names once each: career stages as a career goes, others by the alphabet, what gathers others at the end.

    >>> in_order(["Law", "full", "smaller groups together", "pre-tenure", "Arts"])
    ['pre-tenure', 'full', 'Arts', 'Law', 'smaller groups together']
    """
    stages, last = list(STAGES), [SMALLER, UNKNOWN]

    def key(name: str) -> tuple[int, int, str]:
        if name in stages:
            return 0, stages.index(name), name
        return (2, last.index(name), name) if name in last else (1, 0, name)

    return sorted(set(names), key=key)


def named(category: str) -> str:
    """A stage, or what gathers others, in the reader's language; a unit as it is called."""
    return say(category) if category in OURS else category


def stages(facts: Facts, least: int) -> list[str]:
    """Each person's career stage; those of few people united."""
    return united([stage or UNKNOWN for stage in facts.stage], least)


def units(facts: Facts, least: int) -> list[str]:
    """Each person's unit: colleges, departments where there is one college; small ones united."""
    labels = facts.college if len(set(facts.college)) > 1 else facts.department
    return united(labels, least)


def united(labels: Sequence[str], least: int) -> list[str]:
    """Labels with those of few people, and those beyond the largest thirty, under one name.

    >>> united(["Arts"] * 9 + ["Law"] * 2 + ["Music"], 3)[-3:]
    ['smaller groups together', 'smaller groups together', 'smaller groups together']
    """
    sizes = Counter(labels)
    kept = {name for name, size in sizes.most_common(MOST_UNITS) if size >= least}
    small = [name for name in sizes if name not in kept]
    if small and len(small) < len(sizes) and sum(sizes[name] for name in small) < least:
        kept -= {min(kept, key=lambda name: (sizes[name], name))}  # alone the rest would be too few
    return [name if name in kept else SMALLER for name in labels]
