"""Ties that are there: partners that must not be, and partners people have.

No note names who is in conflict with whom, and none says that a conflict undid a tie.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from constellation.cli.files.answers import AreaOf, NoArea, rows_left_out, unknown_people
from constellation.cli.files.tables import Table, cell_is
from constellation.engine.problem import Ints
from constellation.packs.spelling import same_words
from constellation.report.results import Note
from constellation.words import say, say_count

CONFLICTS_COLUMNS = ("person_id", "partner_id", "reason")
CURRENT_COLUMNS = ("person_id", "partner_id", "areas", "keep")
REQUIRED = ("person_id", "partner_id")
KEEP = {"": True, "yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}

Kept = tuple[int, int, tuple[int, ...]]  # person, partner, areas


@dataclass(frozen=True)
class CurrentTie:
    """A partner somebody has, as stated: `areas` by number, `keep` or compare only."""

    person: int
    partner: int
    areas: tuple[int, ...]
    keep: bool


def read_conflicts(table: Table, place: dict[str, int]) -> tuple[Ints, list[Note]]:
    """Pairs that must not be, each in both directions, shape (m, 2)."""
    rows, notes = rows_of_people(table, place)
    ends = {(place[table["person_id"][row]], place[table["partner_id"][row]]) for row in rows}
    both = sorted(ends | {(partner, person) for person, partner in ends})
    return np.array(both, np.int64).reshape(-1, 2), notes


def read_current(
    table: Table, place: dict[str, int], area_of: AreaOf, no_area: NoArea
) -> tuple[list[CurrentTie], list[Note]]:
    """The ties people have, in the order of the file; rows about one tie fold, and one that keeps it keeps it."""
    rows, notes = rows_of_people(table, place)
    ties: dict[tuple[int, int], CurrentTie] = {}
    outside: dict[str, list[int]] = {}
    for row in rows:
        keep = KEEP.get(same_words(table["keep"][row]))
        if keep is None:
            raise table.refusal(row, cell_is("keep", table["keep"][row]), say("write yes or no"))
        ends = place[table["person_id"][row]], place[table["partner_id"][row]]
        before = ties.get(ends, CurrentTie(*ends, (), False))
        named = list(before.areas)
        for text in filter(None, map(str.strip, table["areas"][row].split(";"))):
            area = area_of(text)
            if area is None:
                outside.setdefault(text, []).append(row)
            else:
                named.append(area)
        ties[ends] = CurrentTie(*ends, tuple(dict.fromkeys(named)), before.keep or keep)
    for text, where in outside.items():
        sentence = say_count(
            "An area is left out of {n} tie: {reason}.", "An area is left out of {n} ties: {reason}.", len(where),
            reason=no_area(text),
        )  # fmt: skip
        notes.append(table.note(where[:1], sentence))
    return list(ties.values()), notes


def rows_of_people(table: Table, place: dict[str, int]) -> tuple[list[int], list[Note]]:
    """The rows that tie two known people, and notes on the others that name nobody."""
    ends = list(zip(table["person_id"], table["partner_id"], strict=True))
    strangers = [row for row, (a, b) in enumerate(ends) if a not in place or b not in place]
    oneself = [row for row, (a, b) in enumerate(ends) if a == b and a in place]
    notes = []
    if strangers:
        notes.append(table.note(strangers, unknown_people(len(strangers))))
    if oneself:
        notes.append(table.note(oneself, rows_left_out(len(oneself), say("a tie to oneself"))))
    out = {*strangers, *oneself}
    return [row for row in range(len(table)) if row not in out], notes


def kept_and_compared(current: Sequence[CurrentTie], barred: Ints) -> tuple[list[Kept], Ints]:
    """The ties to keep, and those (m, 2) only to compare with; what is in conflict is not kept, and nothing says so."""
    conflicts = set(map(tuple, barred.tolist()))
    kept: list[Kept] = []
    compared: list[tuple[int, int]] = []
    for tie in current:
        if tie.keep and (tie.person, tie.partner) not in conflicts:
            kept.append((tie.person, tie.partner, tie.areas))
        else:
            compared.append((tie.person, tie.partner))
    return kept, np.array(compared, np.int64).reshape(-1, 2)
