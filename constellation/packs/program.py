"""How a program runs: its year, who may take part, its money, its review, and what it descends from."""

from dataclasses import dataclass
from typing import Annotated

from constellation.packs.values import Day, KeysOf, OneOf, Prose
from constellation.words import mark

VERDICTS = (mark("allow"), mark("deny"), mark("ask"))
APPLIES_TO = (mark("micro"), mark("team"), mark("everyone"), mark("award"))


@dataclass(frozen=True)
class Ancestor:
    """A pack or program that this pack descends from, and what was taken from it; `version`: of that pack."""

    pack_or_program: str
    what: Prose
    version: int = 0
    year: int = 0
    address: str = ""


@dataclass(frozen=True)
class CalendarDay:
    """A day or span of every year, as MM-DD; a blank `date` is still to be announced."""

    key: str
    name: Prose
    explanation: Prose
    date: Day = ""
    until: Day = ""


@dataclass(frozen=True)
class Eligibility:
    """Who may take part in what, and what would satisfy the rule."""

    key: str
    rule: Prose
    applies_to: Annotated[str, OneOf(APPLIES_TO)]
    mend: Prose


@dataclass(frozen=True)
class Grant:
    """Money for a network: `cap` in whole `currency`, `floor` the fewest core members, `people` who they may be."""

    key: str
    name: Prose
    cap: int
    currency: str
    people: Prose = ""
    floor: int = 0


@dataclass(frozen=True)
class Expense:
    """Something grants are spent on: allowed, denied, or to be asked about; `grants`: keys, none stands for all."""

    key: str
    name: Prose
    verdict: Annotated[str, OneOf(VERDICTS)]
    grants: Annotated[tuple[str, ...], KeysOf("grants")] = ()


@dataclass(frozen=True)
class Criterion:
    """What a reviewer looks at; `weight` (0-1): the weights of a rubric sum to 1."""

    key: str
    name: Prose
    weight: float
    explanation: Prose
