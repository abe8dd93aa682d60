"""The numbers of a design that a coordinator may change, each with words that say what it does."""

from dataclasses import dataclass

from constellation.packs.values import Prose

VALUES = ("interest", "reciprocity", "role", "inside_department", "outside_department", "off_campus")
OPTIONAL = ("preference",)  # a pack may leave these out: the engine has its own number
SHARES = ("topic_lift", "research_floor", "same_college", "same_campus", "elsewhere", "kept_help")  # may not pass 1


@dataclass(frozen=True)
class Rule:
    """`value`: from 0 up, a share at most 1; `words`: what it does, in one sentence."""

    name: str
    value: float
    words: Prose
