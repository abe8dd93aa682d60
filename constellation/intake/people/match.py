"""Whom a cell means: somebody, nobody, or several who may be meant, with the reason in words."""

from typing import NamedTuple

from constellation.intake.people.nobody import EXTERNAL, PLACEHOLDER, REFUSAL, ROLE
from constellation.words import mark, say, say_count

UNKNOWN, SEVERAL = "unknown", "several"
NOBODY = {
    PLACEHOLDER: mark("names nobody: a placeholder"),
    EXTERNAL: mark("names nobody here: somebody outside"),
    ROLE: mark("names a role, not a person: ask who is meant"),
    REFUSAL: mark("names nobody: asks for a talk instead"),
}


class Match(NamedTuple):
    """`position`: the row meant, `None` where nobody is or several may be; `others`: those who may be.

    `kind`: blank where somebody was found, else placeholder, external, role, refusal, unknown, several.
    """

    position: int | None
    score: float
    reason: str
    others: tuple[int, ...] = ()
    kind: str = ""


def nobody(kind: str) -> Match:
    """A cell that names nobody: placeholder, external, role or refusal."""
    return Match(None, 0.0, say(NOBODY[kind]), (), kind)


def unknown(reason: str) -> Match:
    """Nobody was found."""
    return Match(None, 0.0, reason, (), UNKNOWN)


def several_fit(number: int, people: str) -> str:
    """
    >>> several_fit(2, "Ana Le, Bo Le")
    'two people fit: Ana Le, Bo Le'
    """
    if number == 2:
        return say("two people fit: {people}", people=people)
    if number == 3:
        return say("three people fit: {people}", people=people)
    return say_count("{n} person fits: {people}", "{n} people fit: {people}", number, people=people)
