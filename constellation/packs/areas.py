"""What help is about: areas in lists, topics within them, kinds of support, and how one list reads in another."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from constellation.packs.spelling import same_words
from constellation.packs.values import KeysOf, OneOf, Prose
from constellation.words import mark

# What help in an area is worth: fully, by shared interests, by closeness.
KINDS = ("general", "research", "local")
SUPPORT = (mark("career"), mark("psychosocial"), mark("map"))
EVERY = "*"  # stands for every stage


@dataclass(frozen=True)
class AreaList:
    """A list of areas that some stages choose from.

    `stages`: their names, or "*" for every stage.  Areas of an `optional` list are asked of nobody: they wait
    until a coordinator turns the list on, and mappings carry older answers over.
    """

    key: str
    name: Prose
    version: int
    stages: tuple[str, ...]
    optional: bool = False

    def is_for(self, stage: str) -> bool:
        """Whether people of this stage choose from the list."""
        return EVERY in self.stages or same_words(stage) in map(same_words, self.stages)


@dataclass(frozen=True)
class Area:
    """A priority mentoring area.

    `kind`: general (anybody's help counts fully), research (its worth depends on shared interests) or local
    (its worth depends on closeness: same department, college, campus).  `list`: the key of its list.  `also`:
    what forms call this area, or a part of it.  `support`: keys of the kinds of support it mostly asks for.
    """

    key: str
    name: Prose
    explanation: Prose
    kind: Annotated[str, OneOf(KINDS)]
    list: Annotated[str, KeysOf("lists")]
    also: tuple[str, ...] = ()
    support: Annotated[tuple[str, ...], KeysOf("support")] = ()


@dataclass(frozen=True)
class Topic:
    """Something to talk about within an area; `also`: other words for it."""

    key: str
    name: Prose
    area: Annotated[str, KeysOf("areas")]
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class ListMapping:
    """What each area of one list is called in another; no areas where it has no counterpart there."""

    from_: Annotated[str, KeysOf("lists")]
    to: Annotated[str, KeysOf("lists")]
    areas: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Support:
    """A kind of support: for a career, for the person, or a heading of a network map."""

    key: str
    name: Prose
    kind: Annotated[str, OneOf(SUPPORT)]


def spellings(area: Area) -> tuple[str, ...]:
    """Everything an area is called, as compared."""
    return tuple(map(same_words, (area.key, area.name, *area.also)))
