"""From the files of a program to the gathering that the engine divides into groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from constellation.cli.files import answers, choices
from constellation.cli.files import roster as people_file
from constellation.cli.files.choices import Choices, no_choices, read_choices
from constellation.cli.files.inputs import FILES, named_in, read_ties
from constellation.cli.files.roster import Roster, read_roster, unit_codes
from constellation.cli.files.tables import read_table
from constellation.cli.files.taken import Takings
from constellation.cli.files.traits import Traits, traits_of
from constellation.cli.refusal import Refusal
from constellation.engine.groups.gathering import Gathering
from constellation.engine.problem import BadProblem, Ints
from constellation.packs.pack import Pack
from constellation.report.results import Note
from constellation.words import say, say_count

TABLES = (*FILES[:2], "conflicts", "choices")


@dataclass(frozen=True)
class Wish:
    """What the office asks for: sizes, departments (the engine's choice), one rank a group, weights, topics alone."""

    low: int
    high: int
    departments: int
    ranks_together: bool
    weights: Mapping[str, float]
    topics: Sequence[str]


@dataclass(frozen=True)
class Gathered:
    """A gathering with the words behind its numbers; `facilitates`: how many groups each person would accompany."""

    gathering: Gathering
    roster: Roster
    traits: Traits
    facilitates: Ints
    notes: list[Note]


def find_group_files(folder: Path | None, options: Mapping[str, Path | None]) -> dict[str, Path]:
    """The files by their meaning: those of the folder, and over them those named one by one."""
    if folder is not None and not folder.is_dir():
        raise Refusal(say("{folder}: there is no such folder; name one with people.csv in it.", folder=folder.name))
    found = {name: path for name in TABLES if folder is not None and (path := named_in(folder, name)) is not None}
    found |= {name: path for name, path in options.items() if path is not None}
    if "people" not in found:
        raise Refusal(say("Groups need people: name a folder with people.csv in it, or give --people FILE."))
    return found


def load_gathering(files: Mapping[str, Path], pack: Pack, wish: Wish) -> Gathered:
    """Everything a run needs; Refusal, one sentence with file, line and mend, for what cannot be used."""
    takings = Takings(pack, date.today())
    people = takings.people(files["people"], people_file.COLUMNS, people_file.REQUIRED)
    files = takings.forms(files)
    roster, notes = read_roster(people)
    notes = [*people.notes, *notes]
    areas, needs = answers.areas_of(pack), answers.no_needs()
    if "needs" in files:
        table = takings.table("needs", files["needs"], answers.NEEDS_COLUMNS, answers.REQUIRED)
        needs, said = answers.read_needs(table, roster.place, *areas)
        notes += [*table.notes, *said]
    barred, _, said = read_ties({k: v for k, v in files.items() if k == "conflicts"}, roster, takings, *areas)
    notes += said
    chosen = no_choices(len(roster), wish.departments)
    if "choices" in files:
        table = read_table(files["choices"], choices.COLUMNS, choices.REQUIRED)
        chosen, said = read_choices(table, roster.place, wish.departments)
        notes += [*table.notes, *said]
    traits = traits_of(roster.interests, needs, pack, wish.weights, wish.topics)
    joining, said = joining_for(chosen, traits, wish)
    return Gathered(
        gathering_of(roster, traits, chosen, joining, barred, wish), roster, traits, chosen.facilitates, notes + said
    )


def joining_for(chosen: Choices, traits: Traits, wish: Wish) -> tuple[np.ndarray, list[Note]]:
    """Who joins a group: whoever chose to, and where topics are asked for, named one of them."""
    names_any = np.diff(traits.rows.start) > 0
    silent = chosen.joins & ~names_any
    notes = []
    if not len(traits.known):
        told = say("Nobody says what they need or are interested in: groups are made by the rules alone.")
        notes.append(Note(say("groups"), told))
    elif wish.topics and silent.any():
        told = say_count(
            "{n} person names none of the topics asked for and joins no group.",
            "{n} people name none of the topics asked for and join no group.",
            int(silent.sum()),
        )
        notes.append(Note(say("groups"), told))
    elif silent.any():
        told = say_count(
            "{n} person says nothing that others could share, and is placed by the rules alone.",
            "{n} people say nothing that others could share, and are placed by the rules alone.",
            int(silent.sum()),
        )
        notes.append(Note(say("groups"), told))
    return (chosen.joins & names_any if wish.topics else chosen.joins), notes


def gathering_of(
    roster: Roster, traits: Traits, chosen: Choices, joining: np.ndarray, barred: Ints, wish: Wish
) -> Gathering:
    ranks = roster.rank if wish.ranks_together else [""] * len(roster)
    cohort = unit_codes([(*one, "one") for one in zip(chosen.cohort, ranks, strict=True)])
    try:
        return Gathering(
            traits.rows, roster.department_codes(), chosen.departments, np.where(joining, cohort, -1), barred,
            wish.low, wish.high,
        )  # fmt: skip
    except BadProblem as error:
        raise Refusal(str(error)) from None
