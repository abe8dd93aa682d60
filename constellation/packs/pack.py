"""What a program pack says: areas, prompts, who joins, who gives, and the rules a coordinator may change."""

from collections.abc import Mapping
from dataclasses import dataclass

KINDS = (
    "general",
    "research",
    "local",
)  # what help in an area is worth: fully, by shared interests, by closeness
LISTS = ("early", "later")
UNKNOWN = "unknown"  # the stage whose pooled rates stand for people of blank stage


@dataclass(frozen=True)
class Area:
    """A priority mentoring area.

    `kind`: general (anybody's help counts fully), research (its worth depends on shared interests) or local
    (its worth depends on closeness: same department, college, campus).  `list`: early or later, by career
    stage.  `also`: what forms call this area, or a part of it.
    """

    key: str
    name: str
    explanation: str
    kind: str
    list: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Prompt:
    """`rate`: share (0-1) of a stage's people who need the area (its key); `source`: who measured it."""

    stage: str
    area: str
    rate: float
    source: str


@dataclass(frozen=True)
class Joining:
    """`rate`: share (0-1) of the people invited who join."""

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
    seats: tuple[int, int]
    offers: tuple[Offer, ...]
    source: str


@dataclass(frozen=True)
class Stage:
    """A career stage and what its people seek.

    `list`: which areas it chooses from (early, later or both).  `seeks`: least and most new places.
    `priority`: least and most priority (whole numbers) a person puts on one need.
    """

    name: str
    list: str
    seeks: tuple[int, int]
    priority: tuple[int, int]
    source: str


@dataclass(frozen=True)
class Rule:
    """A number the coordinator may change, with words that say what it does."""

    name: str
    value: float
    words: str


@dataclass(frozen=True)
class Pack:
    """A program pack, checked: every area, stage and rate it names exists and is possible."""

    name: str
    title: str
    version: int
    areas: tuple[Area, ...]
    prompts: tuple[Prompt, ...]
    joining: Joining
    giving: tuple[Giving, ...]
    rules: Mapping[str, Rule]
    stages: tuple[Stage, ...]

    def area(self, text: str) -> Area | None:
        """The area of this key or name, or called so on forms, however capitalised and spaced; None if there is none."""
        return next((area for area in self.areas if same_words(text) in spellings(area)), None)

    def area_index(self, text: str) -> int | None:
        """The position in `areas` of the area of this key or name."""
        area = self.area(text)
        return None if area is None else self.areas.index(area)

    def stage(self, text: str) -> Stage | None:
        """The stage of this name; a blank stands for the pooled stage `unknown`."""
        wanted = same_words(text) or UNKNOWN
        return next((stage for stage in self.stages if same_words(stage.name) == wanted), None)


def spellings(area: Area) -> tuple[str, ...]:
    return tuple(map(same_words, (area.key, area.name, *area.also)))


def same_words(text: str) -> str:
    """Text as compared: small letters, single spaces.

    >>> same_words("  Work-Life   Balance ")
    'work-life balance'
    """
    return " ".join(text.split()).casefold()
