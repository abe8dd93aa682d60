"""The supply study of a bare roster: what help would be needed and given, expected from a pack's rates.

Nobody is given a network and rank makes nobody a giver: every number is an expectation over people, never a
fact about one.  Small units are as readable here as in the roster, so the study is for the office: what is
published of it passes the privacy gate first.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from constellation.packs.answers import rates_of, stage_numbers
from constellation.packs.pack import Pack
from constellation.words import mark, say, say_count

Floats = NDArray[np.float64]
Place = tuple[str, str, str]  # campus, college, department; a college's own department is blank

NOTE = mark(
    "Expected numbers if everybody on the roster were invited: people × joining rate × the pack's "
    "rates; nobody was asked. A seat counts once in each area its giver is expected to offer, so seats "
    "of several areas do not add up, and a shortage is the least there would be. Promotion dates are "
    "not in a bare roster: 'one rank above in the same department' stands in for 'near peer', which "
    "means promoted to the next rank within 5 years; whoever has nobody one rank above has no near "
    "peer there, whoever has somebody may have none either."
)


class NeedRow(NamedTuple):
    """Expected number of people of a stage who join and need an area, with the source of the rate."""

    stage: str
    people: int
    area: str
    expected: float
    source: str


class SeatRow(NamedTuple):
    """Expected givers and seats of a stage: those who join, are willing and offer at least one area."""

    stage: str
    people: int
    givers: float
    seats: float
    source: str


class Shortage(NamedTuple):
    """Expected needs and seats of an area; `short`: needs less seats, negative where there is plenty."""

    area: str
    needs: float
    seats: float
    short: float


class CollegeShortage(NamedTuple):
    """The same within one college: its people's needs against its people's seats."""

    campus: str
    college: str
    area: str
    needs: float
    seats: float
    short: float


class UnitWithoutNearPeers(NamedTuple):
    """A department with `people` at a rank level and nobody exactly one level above."""

    campus: str
    college: str
    department: str
    rank_level: int
    people: int


@dataclass(frozen=True)
class SupplyStudy:
    """Expected needs and seats by stage, shortages (largest first), departments without near peers.

    Areas are named as the pack names them; a blank stage is listed as `unknown`.  `note` says what the
    numbers do not tell and belongs beside them.
    """

    people: int
    expected_to_join: float
    needs: tuple[NeedRow, ...]
    seats: tuple[SeatRow, ...]
    shortages: tuple[Shortage, ...]
    shortages_by_college: tuple[CollegeShortage, ...]
    without_near_peers: tuple[UnitWithoutNearPeers, ...]
    note: str


def supply_study(
    stage: Sequence[str],
    rank_level: Sequence[int],
    department: Sequence[str],
    college: Sequence[str],
    campus: Sequence[str],
    pack: Pack,
) -> SupplyStudy:
    """The study of N people, one entry each in every list.

    `rank_level`: steps of the ladder, -1 unknown; the roster's top level has no next rank, so no near peer.
    Blank departments are left out of `without_near_peers`; colleges are told apart by campus, departments
    by both.
    Raises ValueError for lists of unequal length or a stage the pack does not know.

    >>> from constellation.packs.loader import load
    >>> study = supply_study(["pre-tenure"], [1], ["History"], ["Arts"], ["North"], load("umass"))
    >>> study.expected_to_join, study.shortages[0].area
    (0.4, 'Navigating the tenure track')
    """
    lists = {"rank_level": rank_level, "department": department, "college": college, "campus": campus}
    for name, entries in lists.items():
        if len(entries) != len(stage):
            sentence = say_count(
                "{list} has {n} entry for {people} people: give one each.",
                "{list} has {n} entries for {people} people: give one each.",
                len(entries),
                list=name,
                people=len(stage),
            )
            raise ValueError(sentence)
    of = stage_numbers(stage, pack)
    headcount = np.bincount(of, minlength=len(pack.stages))
    need, seat = expected_needs(pack), expected_seats(pack)
    return SupplyStudy(
        people=len(of),
        expected_to_join=len(of) * pack.joining.rate,
        needs=need_rows(headcount.tolist(), need, pack),
        seats=seat_rows(headcount.tolist(), pack),
        shortages=tuple(Shortage(*row) for row in shortages(headcount @ need, headcount @ seat, pack)),
        shortages_by_college=college_shortages(college, campus, of, pack),
        without_near_peers=units_without_near_peers(rank_level, department, college, campus),
        note=say(NOTE),
    )


def expected_needs(pack: Pack) -> Floats:
    """Expected needs of one person, shape (stages, areas)."""
    return pack.joining.rate * rates_of(pack).need


def expected_seats(pack: Pack) -> Floats:
    """Expected seats of one person in each area, shape (stages, areas)."""
    rates = rates_of(pack)
    return pack.joining.rate * (rates.share * rates.seats.mean(axis=1))[:, None] * rates.offer


def need_rows(headcount: Sequence[int], need: Floats, pack: Pack) -> tuple[NeedRow, ...]:
    """One row for each prompt of a stage that the roster has, in the pack's order."""
    row = {stage.name: number for number, stage in enumerate(pack.stages)}
    rows = []
    for prompt in pack.prompts:
        people, column = headcount[row[prompt.stage]], pack.area_index(prompt.area)
        area = pack.areas[column or 0].name
        expected = float(people * need[row[prompt.stage], column])
        rows.append(NeedRow(prompt.stage, people, area, expected, prompt.source))
    return tuple(one for one in rows if one.people)


def seat_rows(headcount: Sequence[int], pack: Pack) -> tuple[SeatRow, ...]:
    row = {stage.name: number for number, stage in enumerate(pack.stages)}
    rows = []
    for giving in pack.giving:
        people = headcount[row[giving.stage]]
        offers_some = 1 - float(np.prod([1 - offer.rate for offer in giving.offers]))
        givers = people * pack.joining.rate * giving.share * offers_some
        rows.append(SeatRow(giving.stage, people, givers, givers * sum(giving.seats) / 2, giving.source))
    return tuple(one for one in rows if one.people)


def shortages(needs: Floats, seats: Floats, pack: Pack) -> list[tuple[str, float, float, float]]:
    """Area, needs, seats, needs less seats: the shortest area first, equals in the pack's order."""
    rows = [
        (area.name, float(needs[n]), float(seats[n]), float(needs[n] - seats[n])) for n, area in enumerate(pack.areas)
    ]
    return sorted(rows, key=lambda row: -row[3])


def college_shortages(
    college: Sequence[str], campus: Sequence[str], of: NDArray[np.int64], pack: Pack
) -> tuple[CollegeShortage, ...]:
    """The shortages within each college, the largest of all first."""
    need, seat = expected_needs(pack), expected_seats(pack)
    places: list[Place] = [(*place, "") for place in zip(campus, college, strict=True)]
    rows: list[CollegeShortage] = []
    for (where, name, _), stages in grouped(places, of.tolist()).items():
        headcount = np.bincount(stages, minlength=len(pack.stages))
        rows += [CollegeShortage(where, name, *row) for row in shortages(headcount @ need, headcount @ seat, pack)]
    return tuple(sorted(rows, key=lambda row: -row.short))


def units_without_near_peers(
    rank_level: Sequence[int], department: Sequence[str], college: Sequence[str], campus: Sequence[str]
) -> tuple[UnitWithoutNearPeers, ...]:
    """Departments where somebody at a rank level has nobody exactly one level above; most people first."""
    top = max(rank_level, default=-1)
    units = grouped(list(zip(campus, college, department, strict=True)), rank_level)
    rows: list[UnitWithoutNearPeers] = []
    for unit, levels in units.items():
        count = Counter(level for level in levels if level >= 0)
        rows += [
            UnitWithoutNearPeers(*unit, level, people)
            for level, people in sorted(count.items())
            if unit[2].strip() and level < top and not count[level + 1]
        ]
    return tuple(sorted(rows, key=lambda row: -row.people))


def grouped(places: Sequence[Place], values: Sequence[int]) -> dict[Place, list[int]]:
    """The values of each place, places in alphabetical order."""
    groups: dict[Place, list[int]] = {}
    for place, value in zip(places, values, strict=True):
        groups.setdefault(place, []).append(value)
    return dict(sorted(groups.items()))
