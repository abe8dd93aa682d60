"""Single figures: a count, a mean, a network figure of one group of people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from constellation.engine.privacy.log import EMPTY, ReleaseLog
from constellation.engine.privacy.release import release
from constellation.engine.privacy.table import Table
from constellation.engine.privacy.why import SHOWN, UNANIMOUS
from constellation.engine.problem import BadProblem
from constellation.words.catalogue import say

NOTHING_IN_COMMON: Mapping[str, str] = {}


@dataclass(frozen=True)
class Figure:
    """One figure as it may be told.  `people` and `value` are None where hidden; `why` is for the office only.

    `log`: everything released so far, this included.
    """

    name: str
    people: int | None
    value: float | None
    why: str
    sentence: str
    log: ReleaseLog


def figure(
    value: float,
    people: int,
    *,
    name: str,
    population: str,
    threshold: int,
    where: Mapping[str, str] = NOTHING_IN_COMMON,
    log: ReleaseLog = EMPTY,
    label: str = "",
) -> Figure:
    """A figure computed from so many people: told where their number may be told, beside all that was told before.

    `where`: what they have in common, by dimension.  A figure of the same group that has since gained or lost fewer
    people than the threshold is hidden: two means and their numbers tell what those few answered.
    Raises BadProblem as `release` does, and for fewer than 0 people.

    >>> figure(0.31, 42, name="Mutuality", population="faculty", threshold=5).value
    0.31
    >>> figure(0.31, 4, name="Mutuality", population="faculty", threshold=5).sentence
    'Hidden: it would tell of fewer than 5 people.'
    """
    group = Table(name, population, (), (), np.array(people), where=where)
    done = release([group], threshold=threshold, log=log, label=label)
    (told,) = done.tables
    if told.published:
        return Figure(name, people, float(value), SHOWN, say("Nothing is hidden."), done.log)
    sentence = say("Hidden: it would tell of fewer than {threshold} people.", threshold=threshold)
    return Figure(name, None, None, str(told.why[()]), sentence, log)


def mean_of(
    values: Sequence[float],
    *,
    name: str,
    population: str,
    threshold: int,
    where: Mapping[str, str] = NOTHING_IN_COMMON,
    log: ReleaseLog = EMPTY,
    label: str = "",
) -> Figure:
    """The mean of one value a person, hidden as `figure` is, and where all gave the same: it tells each one's answer.
    Of two different answers it would be a count of each: those belong in a Table, which hides the small one.

    `values`: one a person, missing answers left out.  For several groups at once, whose means and numbers give each
    other away, release a Table with the sums as `values` and divide what is told.

    >>> mean_of([3, 4, 4, 5, 2], name="Support", population="faculty", threshold=5).value
    3.6
    >>> mean_of([4, 4, 4, 4, 4], name="Support", population="faculty", threshold=5).value is None
    True
    >>> mean_of([0, 1, 1, 1, 1], name="Stayed", population="faculty", threshold=5).value is None
    True
    """
    numbers = np.asarray(values, float)
    if not np.isfinite(numbers).all():
        raise BadProblem(say("{name} holds a value that is no number: leave missing answers out.", name=name))
    if len(numbers) and numbers.min() == numbers.max():
        return Figure(name, None, None, UNANIMOUS, say("Hidden: everybody gave the same answer."), log)
    if len(set(numbers.tolist())) == 2:
        twofold = say("Hidden: of two answers a mean tells how many gave each; release them as a table.")
        return Figure(name, None, None, UNANIMOUS, twofold, log)
    mean = float(numbers.mean()) if len(numbers) else float("nan")
    return figure(
        mean, len(numbers), name=name, population=population, threshold=threshold, where=where, log=log, label=label
    )


def count(
    people: int,
    *,
    name: str,
    population: str,
    threshold: int,
    where: Mapping[str, str] = NOTHING_IN_COMMON,
    log: ReleaseLog = EMPTY,
    label: str = "",
) -> Figure:
    """A number of people by itself; `value` is the count.

    >>> count(12, name="Joined", population="faculty", threshold=5).people
    12
    """
    return figure(
        people, people, name=name, population=population, threshold=threshold, where=where, log=log, label=label
    )
