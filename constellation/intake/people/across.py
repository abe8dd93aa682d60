"""One person in several tables of a file, such as a sheet for each department: folded by the employee id."""

from collections.abc import Sequence
from typing import Any

from constellation.intake.content.text import same
from constellation.intake.log import Log
from constellation.intake.people.fold import OWN_ID, SHOWN, is_one
from constellation.intake.people.gather import People
from constellation.intake.reading import INFO, QUESTION, Entry, Sources
from constellation.words import say


def fold_across(people: People, log: Log) -> People:
    """The same people, each id once; the further appointments are kept, and two names with one id stay two people."""
    ids: Sequence[str] = people.columns["employee_id"]
    if len(people.sources.tables) < 2 or len(set(ids)) == len(ids):
        return people
    first: dict[str, int] = {}
    folded: dict[int, int] = {}
    for at, number in enumerate(ids):
        before = first.setdefault(number, at) if number else at
        if before != at and people.sources[before][:2] != people.sources[at][:2]:
            if is_one(*names(people, before), *names(people, at)):
                folded[at] = before
            else:
                done = say("the same id as another name in another table: kept as two people")
                tell(people, at, log, done, say(OWN_ID), QUESTION)
    for at, before in folded.items():
        where = people.sources[before]
        table = where.sheet or where.file
        done = say("the same person as in row {row} of {table}: folded into one", row=where.row, table=table)
        tell(people, at, log, done, "", INFO)
        people.further.setdefault(before, []).extend([appointment_at(people, at), *people.further.pop(at, [])])
        fill_blanks(people, before, at)
    return without(people, folded)


def names(people: People, at: int) -> tuple[str, str]:
    return same(people.columns["given"][at]), same(people.columns["family"][at])


def tell(people: People, at: int, log: Log, done: str, mend: str, severity: str) -> None:
    file, sheet, row = people.sources[at]
    found = f"{people.columns['given'][at]} {people.columns['family'][at]}".strip()
    log.entries.append(Entry(file, sheet, row, "", found, done, mend, severity))


def appointment_at(people: People, at: int) -> dict[str, str]:
    return {name: people.columns[name][at] for name in SHOWN if name in people.columns and people.columns[name][at]}


def fill_blanks(people: People, before: int, at: int) -> None:
    """What only the later row knows of the person."""
    for column in people.columns.values():
        if not column[before] and column[at]:
            column[before] = column[at]


def without(people: People, folded: dict[int, int]) -> People:
    kept = [at for at in range(len(people)) if at not in folded]
    columns: dict[str, list[Any]] = {name: [column[at] for at in kept] for name, column in people.columns.items()}
    sources = Sources()
    for at in kept:
        sources.copy(people.sources, at)
    place = {at: number for number, at in enumerate(kept)}
    further = {place[at]: found for at, found in people.further.items() if at in place}
    return People(columns, sources, further, people.folded + len(folded), people.set_aside)
