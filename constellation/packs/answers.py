"""Answers nobody gave yet: who might join, need, offer, seek and give, drawn from a pack's rates alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from constellation.packs.pack import Pack
from constellation.words import mark, say

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


class Needs(NamedTuple):
    """One entry for each need, by person: who, which area of the pack, its share of the person's needs."""

    person: Ints
    area: Ints
    weight: Floats


class Offers(NamedTuple):
    """One entry for each offer, by person: who, which area of the pack, and proficiency (0-1)."""

    person: Ints
    area: Ints
    level: Floats


@dataclass(frozen=True)
class Answers:
    """What N people might answer.

    `joined`: shape (N,).  `seeks`, `gives`: new places, ints >= 0, shape (N,), 0 for all who did not join.
    Who drew no need seeks nobody, who drew no place keeps no need, who drew no offer gives nothing.
    `needs`: the weights of each seeker sum to 1.
    """

    joined: Bools
    seeks: Ints
    gives: Ints
    needs: Needs
    offers: Offers


@dataclass(frozen=True)
class Rates:
    """A pack's numbers as arrays: one row for each stage, one column for each area or for least and most."""

    joining: float
    need: Floats
    priority: Ints
    seeks: Ints
    share: Floats
    seats: Ints
    offer: Floats
    level_from: Floats
    level_to: Floats


def simulate(stage: Sequence[str], pack: Pack, *, seed: int) -> Answers:
    """Draw the answers of people of these stages; the same seed gives the same answers.

    A blank stage draws from the pooled stage `unknown`.  Nothing but stage and rates enters: no name,
    department or identity. Raises ValueError for a stage that the pack does not know, naming the row.

    >>> from constellation.packs.loader import load
    >>> answers = simulate(["pre-tenure", "full", ""] * 100, load("umass"), seed=1)
    >>> bool(answers.seeks[~answers.joined].any()), len(answers.gives)
    (False, 300)
    """
    rates, of, rng = rates_of(pack), stage_numbers(stage, pack), np.random.default_rng(seed)
    people, areas = len(of), len(pack.areas)
    joined = rng.random(people) < rates.joining
    needed = joined[:, None] & (rng.random((people, areas)) < rates.need[of])
    priority = between(rng, np.repeat(rates.priority[of], areas, axis=0)).reshape(people, areas)
    seeks = np.where(needed.any(axis=1), between(rng, rates.seeks[of]), 0)
    needed &= seeks[:, None] > 0
    willing = joined & (rng.random(people) < rates.share[of])
    offered = willing[:, None] & (rng.random((people, areas)) < rates.offer[of])
    level = rates.level_from[of] + rng.random((people, areas)) * (rates.level_to - rates.level_from)[of]
    gives = np.where(offered.any(axis=1), between(rng, rates.seats[of]), 0)
    person, area = np.nonzero(offered)
    return Answers(joined, seeks, gives, needs_of(needed, priority), Offers(person, area, level[offered]))


def needs_of(needed: Bools, priority: Ints) -> Needs:
    """The needs with their priorities as shares of each person's sum."""
    wanted = np.where(needed, priority, 0)
    person, area = np.nonzero(wanted)
    return Needs(person, area, wanted[person, area] / wanted.sum(axis=1)[person])


def between(rng: np.random.Generator, ends: Ints) -> Ints:
    """One whole number for each row from its least to its most, both included; shape (rows, 2) to (rows,)."""
    return rng.integers(ends[:, 0], ends[:, 1] + 1)


def stage_numbers(stage: Sequence[str], pack: Pack) -> Ints:
    """The position of each person's stage in `pack.stages`; ValueError for a stage the pack does not know."""
    numbers: dict[str, int] = {}
    for row, word in enumerate(stage):
        if word not in numbers:
            found = pack.stage(word)
            if found is None:
                known = ", ".join(stage.name for stage in pack.stages)
                sentence = mark("Row {row}: pack {pack} has no stage {stage}; use one of {stages}, or leave it blank.")
                raise ValueError(say(sentence, row=row, pack=pack.name, stage=word, stages=known))
            numbers[word] = pack.stages.index(found)
    return np.array([numbers[word] for word in stage], np.int64)


def rates_of(pack: Pack) -> Rates:
    """The pack's rates as arrays; a stage without prompts needs nothing, one without giving gives nothing."""
    row = {stage.name: number for number, stage in enumerate(pack.stages)}
    column = {area.key: number for number, area in enumerate(pack.areas)}
    need, offer, level_from, level_to = (np.zeros((len(row), len(column))) for _ in range(4))
    share, seats = np.zeros(len(row)), np.zeros((len(row), 2), np.int64)
    for prompt in pack.prompts:
        need[row[prompt.stage], column[prompt.area]] = prompt.rate
    for giving in pack.giving:
        share[row[giving.stage]], seats[row[giving.stage]] = giving.share, giving.seats
        for given in giving.offers:
            place = row[giving.stage], column[given.area]
            offer[place], (level_from[place], level_to[place]) = given.rate, given.level
    return Rates(
        joining=pack.joining.rate,
        need=need,
        priority=np.array([stage.priority for stage in pack.stages], np.int64),
        seeks=np.array([stage.seeks for stage in pack.stages], np.int64),
        share=share,
        seats=seats,
        offer=offer,
        level_from=level_from,
        level_to=level_to,
    )
