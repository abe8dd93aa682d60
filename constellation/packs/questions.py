"""What a program asks, and what it reads: questions with their use, and a reading list with its evidence."""

from dataclasses import dataclass
from typing import Annotated

from constellation.packs.values import OneOf, Prose, Said
from constellation.words import mark

USES = (
    mark("opening"),
    mark("application"),
    mark("final report"),
    mark("information session"),
    mark("near peer"),
    mark("poll"),
    mark("discussion"),
    mark("after a session"),
    mark("annual survey"),
)
EVIDENCE = (
    mark("randomised"),
    mark("cohort"),
    mark("before and after"),
    mark("survey"),
    mark("qualitative"),
    mark("review"),
    mark("argument"),
)


@dataclass(frozen=True)
class Question:
    """A question and where it is asked; `words`: the most words of an answer, 0 for any; `choices`: of a poll."""

    key: str
    text: Prose
    use: Annotated[str, OneOf(USES)]
    words: int = 0
    choices: Annotated[tuple[str, ...], Said()] = ()


@dataclass(frozen=True)
class Reading:
    """Something worth reading, what it found, on what evidence, and with which caution."""

    key: str
    authors: str
    year: int
    title: str
    where: str
    finding: Prose
    evidence: Annotated[str, OneOf(EVIDENCE)]
    caution: Prose
    address: str = ""
