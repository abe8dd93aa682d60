"""What a program's people are likely to do: who joins, what each stage needs, seeks and gives, with sources."""

from dataclasses import dataclass
from typing import Annotated

from constellation.packs.values import AtLeast

UNKNOWN = "unknown"  # the stage whose pooled rates stand for people of blank stage


@dataclass(frozen=True)
class Joining:
    """`rate`: share (0-1) of the people invited who join."""

    rate: float
    source: str


@dataclass(frozen=True)
class Stage:
    """A career stage and what its people seek.

    `seeks`: least and most new places.  `priority`: least and most priority (whole numbers) a person puts on
    one need.  Which areas a stage chooses from is said by the lists.
    """

    name: str
    seeks: tuple[int, int]
    priority: Annotated[tuple[int, int], AtLeast(1)]
    source: str


@dataclass(frozen=True)
class Prompt:
    """`rate`: share (0-1) of a stage's people who need the area (its key); `source`: who measured it."""

    stage: str
    area: str
    rate: float
    source: str


@dataclass(frozen=True)
class Offer:
    """`rate`: share (0-1) of a stage's givers who offer the area; `level`: least and most proficiency."""

    area: str
    rate: float
    level: tuple[float, float]


@dataclass(frozen=True)
class Giving:
    """`share` (0-1): how many of those who join are willing to give; `seats`: least and most new places."""

    stage: str
    share: float
    seats: Annotated[tuple[int, int], AtLeast(1)]
    offers: tuple[Offer, ...]
    source: str
