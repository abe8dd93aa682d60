"""Who knows whom, who takes part in introductions, and which person a name means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from constellation.cli.files import ties
from constellation.cli.files.answers import unknown_people
from constellation.cli.files.cells import shown
from constellation.cli.files.tables import Table, read_table
from constellation.cli.refusal import Refusal
from constellation.engine.introductions.acquaintance import Acquaintance
from constellation.engine.problem import BadProblem, Floats, Ints
from constellation.packs.pack import Pack
from constellation.packs.spelling import same_words
from constellation.report.results import Note
from constellation.words import as_written, listed, say

TIES_COLUMNS = ("person_id", "partner_id", "strength", "closeness", "confidential")
OPT_OUTS_COLUMNS = ("person_id", "opts_out_of")
INTRODUCING, BEING_INTRODUCED = "introducing", "being introduced"
OPTS_OUT_OF = {
    "": (INTRODUCING, BEING_INTRODUCED),
    "both": (INTRODUCING, BEING_INTRODUCED),
    INTRODUCING: (INTRODUCING,),
    BEING_INTRODUCED: (BEING_INTRODUCED,),
}
YES_NO = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False, "": False}
UNTOLD = 0.5  # of a tie of which nobody says how strong it is
MOST_CLOSENESS = 1000
NEAREST_NAMED = 3


@dataclass(frozen=True)
class Acquaintances:
    """An acquaintance with the ids and names of its people, blank where unknown."""

    known: Acquaintance
    ids: list[str]
    names: list[str]
    notes: list[Note]

    def named(self, person: int) -> str:
        return shown(self.names[person] or self.ids[person])


def load_acquaintances(files: Mapping[str, Path], pack: Pack) -> Acquaintances:
    """Of the files `ties`, and perhaps `people`, `opt_outs` and `conflicts`; Refusal, with the line, for what is wrong.

    Without a people file everybody who is named in a tie is known, by id.
    """
    table = read_table(files["ties"], TIES_COLUMNS, ("person_id", "partner_id"))
    ids, names, notes = people_of(files, table, pack)
    place = {person: at for at, person in enumerate(ids)}
    rows, said = ties.rows_of_people(table, place)
    notes += [*table.notes, *said]
    strengths, said = strengths_of(table, rows)
    one, other = (np.array([place[table[end][row]] for row in rows], np.int64) for end in ("person_id", "partner_id"))
    secret = np.array([confidential(table, row) for row in rows], np.bool_)
    used = ~told_of_none(one, other, strengths)
    introduces, open_to_meet, more = opt_outs(files, place)
    barred, few = conflicts(files, place)
    try:
        known = Acquaintance(one[used], other[used], strengths[used], secret[used], introduces, open_to_meet, barred)
    except BadProblem as error:
        raise Refusal(str(error)) from None
    return Acquaintances(known, ids, names, [*notes, *said, *more, *few])


def people_of(files: Mapping[str, Path], table: Table, pack: Pack) -> tuple[list[str], list[str], list[Note]]:
    """Ids, names and notes."""
    if "people" not in files:
        named = dict.fromkeys(
            person for pair in zip(table["person_id"], table["partner_id"], strict=True) for person in pair if person
        )
        return list(named), [""] * len(named), []
    from constellation.cli.files import roster as people_file
    from constellation.cli.files.taken import Takings

    people = Takings(pack, date.today()).people(files["people"], people_file.COLUMNS, people_file.REQUIRED)
    roster, notes = people_file.read_roster(people)
    return roster.ids, roster.name, [*people.notes, *notes]


def strengths_of(table: Table, rows: Sequence[int]) -> tuple[Floats, list[Note]]:
    """The strength of each tie from 0 to 1: as told, else its closeness as a share of the largest in the file."""
    closeness = [table.number(row, "closeness", MOST_CLOSENESS) if table["closeness"][row] else 0.0 for row in rows]
    most = max([1.0, *closeness])
    told = []
    for row, close in zip(rows, closeness, strict=True):
        if table["strength"][row]:
            told.append(table.number(row, "strength", 1))
        else:
            told.append(close / most if table["closeness"][row] else UNTOLD)
    notes = []
    if most > 1:
        notes.append(
            Note(table.file, say("Closeness is read as a share of the largest, {most}.", most=as_written(f"{most:g}")))
        )
    if none := [row for row, strength in zip(rows, told, strict=True) if not strength]:
        notes.append(table.note(none, say("A tie of strength 0 is none and left out.")))
    return np.array(told), notes


def told_of_none(one: Ints, other: Ints, strengths: Floats) -> np.ndarray:
    """Which tellings are of two people of whom any telling has strength 0: the weakest counts, so there is no tie.

    >>> told_of_none(np.array([0, 1, 1]), np.array([1, 0, 2]), np.array([0.0, 0.9, 0.9])).tolist()
    [True, True, False]
    """
    pair = np.minimum(one, other) * (1 + max(one.max(initial=0), other.max(initial=0))) + np.maximum(one, other)
    return np.isin(pair, pair[strengths == 0])


def confidential(table: Table, row: int) -> bool:
    told = YES_NO.get(same_words(table["confidential"][row]))
    if told is None:
        problem = say("confidential is {word}", word=shown(table["confidential"][row]))
        raise table.refusal(row, problem, say("write yes or no"))
    return told


def opt_outs(files: Mapping[str, Path], place: Mapping[str, int]) -> tuple[np.ndarray, np.ndarray, list[Note]]:
    """Who introduces, and who may be introduced to somebody new, shape (N,) each."""
    takes_part = {what: np.ones(len(place), np.bool_) for what in (INTRODUCING, BEING_INTRODUCED)}
    strangers, notes = [], list[Note]()
    if "opt_outs" in files:
        table = read_table(files["opt_outs"], OPT_OUTS_COLUMNS, ("person_id",))
        notes += table.notes
        for row, person in enumerate(table["person_id"]):
            told = OPTS_OUT_OF.get(same_words(table["opts_out_of"][row]))
            if told is None:
                problem = say("opts_out_of is {word}", word=shown(table["opts_out_of"][row]))
                raise table.refusal(row, problem, say("write introducing, being introduced or both"))
            if person not in place:
                strangers.append(row)
            for what in told if person in place else ():
                takes_part[what][place[person]] = False
        if strangers:
            notes.append(table.note(strangers, unknown_people(len(strangers))))
    return takes_part[INTRODUCING], takes_part[BEING_INTRODUCED], notes


def conflicts(files: Mapping[str, Path], place: Mapping[str, int]) -> tuple[Ints, list[Note]]:
    """Pairs that are never brought together."""
    if "conflicts" not in files:
        return np.zeros((0, 2), np.int64), []
    table = read_table(files["conflicts"], ties.CONFLICTS_COLUMNS, ties.REQUIRED)
    barred, notes = ties.read_conflicts(table, dict(place))
    return barred, [*table.notes, *notes]


def person_meant(text: str, people: Acquaintances) -> int:
    """The person of this id or name; Refusal, with the nearest names, where there is none, and where there are several."""
    if text in people.ids:
        return people.ids.index(text)
    words = same_words(text)
    named = [at for at, name in enumerate(people.names) if same_words(name) == words] if words else []
    if len(named) == 1:
        return named[0]
    if named:
        several = listed([people.ids[at] for at in named[:NEAREST_NAMED]], "or")
        raise Refusal(
            say("Several people are called {name}: give an id, such as {ids}.", name=shown(text), ids=several)
        )
    near = nearest_people(words, people)
    if near:
        raise Refusal(say("Nobody is known as {name}: did you mean {near}?", name=shown(text), near=near))
    raise Refusal(say("Nobody is known as {name}: give an id or a name of the people file.", name=shown(text)))


def nearest_people(words: str, people: Acquaintances) -> str:
    from rapidfuzz import fuzz, process

    spelled = {at: same_words(name or key) for at, (key, name) in enumerate(zip(people.ids, people.names, strict=True))}
    found = process.extract(words, spelled, scorer=fuzz.WRatio, score_cutoff=70, limit=NEAREST_NAMED)
    near = [at for _, _, at in found]
    return listed(
        [f"{people.named(at)} ({shown(people.ids[at])})" if people.names[at] else people.named(at) for at in near], "or"
    )
