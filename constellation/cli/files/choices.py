"""What people say about groups: whether they join one, with whom, and how many they would facilitate."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from constellation.cli.files.answers import unknown_people
from constellation.cli.files.cells import shown
from constellation.cli.files.tables import Table
from constellation.engine.groups.gathering import ANY, DISTINCT, SAME
from constellation.engine.problem import Ints
from constellation.packs.spelling import same_words
from constellation.report.results import Note
from constellation.words import say

COLUMNS = ("person_id", "joins", "departments", "facilitates", "cohort")
REQUIRED = ("person_id",)
DEPARTMENTS = {"same": SAME, "distinct": DISTINCT, "any": ANY}
YES_NO = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False, "": False}
MOST_GROUPS = 1000


@dataclass(frozen=True)
class Choices:
    """By person, shape (N,): `joins`, `departments` as the engine's choices, `facilitates` groups, `cohort` in words."""

    joins: np.ndarray
    departments: Ints
    facilitates: Ints
    cohort: list[str]


def no_choices(people: int, departments: int) -> Choices:
    """Everybody joins and wants what the run wants."""
    return Choices(np.ones(people, np.bool_), np.full(people, departments), np.zeros(people, np.int64), [""] * people)


def read_choices(table: Table, place: Mapping[str, int], departments: int) -> tuple[Choices, list[Note]]:
    """The choices of a table; of several rows of one person the last counts.

    With a column joins only those join who say yes in it; without one everybody does but those who would facilitate.
    Refusal, with the line, for words that are no choice.
    """
    chosen = no_choices(len(place), departments)
    if "joins" in table.found:
        chosen.joins[:] = False
    strangers = []
    for row, person in enumerate(table["person_id"]):
        at = place.get(person)
        if at is None:
            strangers.append(row)
            continue
        groups = int(table.number(row, "facilitates", MOST_GROUPS, whole=True)) if table["facilitates"][row] else 0
        chosen.facilitates[at] = groups
        chosen.joins[at] = joins(table, row) if "joins" in table.found else not groups
        chosen.departments[at] = departments_asked(table, row, departments)
        chosen.cohort[at] = same_words(table["cohort"][row])
    return chosen, [table.note(strangers, unknown_people(len(strangers)))] if strangers else []


def joins(table: Table, row: int) -> bool:
    told = YES_NO.get(same_words(table["joins"][row]))
    if told is None:
        raise table.refusal(row, say("joins is {word}", word=shown(table["joins"][row])), say("write yes or no"))
    return told


def departments_asked(table: Table, row: int, otherwise: int) -> int:
    word = same_words(table["departments"][row])
    if word and word not in DEPARTMENTS:
        problem = say("departments is {word}", word=shown(table["departments"][row]))
        raise table.refusal(row, problem, say("write same, distinct or any, or leave it blank"))
    return DEPARTMENTS.get(word, otherwise)
