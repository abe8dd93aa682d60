"""Drafts of one or many tables put together: people, each once, with every row accounted for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from constellation.intake.log import Log
from constellation.intake.people.careers import Appointment
from constellation.intake.people.draft import Draft
from constellation.intake.people.fold import Folding, first_known, groups_of, is_alone
from constellation.intake.people.status import GONE
from constellation.intake.reading import ERROR, FIELDS, INFO, WARNING, Sources
from constellation.words import listed, say, say_count

EXTRA = (
    "native_name",
    "ipeds_rank",
    "stage",
    "role",
    "suffix",
    "honorific",
    "status",
    "campus",
    "manager",
    "interests",
    "end_date",
    "seeks",
    "gives",
)
OF_THE_MAIN_ROW = (
    "status",
    "end_date",
    "fte",
    "tenure",
    "rank",
    "title",
    "ipeds_rank",
    "stage",
    "role",
)  # never filled from another
TOLD_BY_FOLDS = ("email", "orcid", "gender", "preferred", "hire_date", "manager", "campus")
LISTS = ("needs", "offers", "avoid", "formats", "availability")


@dataclass
class People:
    """People as columns; `further` by position; `tables` and `origin` say where each main row stands."""

    columns: dict[str, list[Any]] = field(default_factory=dict)
    sources: Sources = field(default_factory=Sources)
    further: dict[int, list[Appointment]] = field(default_factory=dict)
    folded: int = 0
    set_aside: int = 0

    def __len__(self) -> int:
        return len(self.sources)


def gather(drafts: Sequence[Draft], log: Log, today: date) -> People:
    """Everybody in the drafts; rows that name nobody are set aside, and logged."""
    people = People()
    names = [name for name in EXTRA if any(name in draft.columns and any(draft.columns[name]) for draft in drafts)]
    lists = [name for name in (*LISTS, "capacity") if any(name in draft.answers for draft in drafts)]
    people.columns = {name: [] for name in (*FIELDS, *names, *lists)}
    for draft in drafts:
        add(people, draft, names, lists, log, today)
    return people


def add(people: People, draft: Draft, names: Sequence[str], lists: Sequence[str], log: Log, today: date) -> None:
    columns, folding = draft.columns, Folding(draft, log, today)
    if not draft.unnamed and folding.when is None and is_alone(draft):
        take_over(people, draft, names, lists)
        say_gone(draft, range(len(draft)), log)
        return
    named = has_names(draft)
    groups = [rows for rows in groups_of(draft, log) if is_somebody(people, draft, rows, named, log)]
    ordered = [folding.main_first(rows) for rows in groups]
    mains = [rows[0] for rows in ordered]
    base = len(people)
    blank = [""] * len(draft)
    usable = [folding.of_today(rows) for rows in ordered]
    for name in (*FIELDS, *names):
        column = columns.get(name, blank)
        if name in OF_THE_MAIN_ROW or folding.answers:
            one = [column[row] for row in mains]
        else:
            one = [column[row] or first_known(column, rows) for row, rows in zip(mains, usable, strict=True)]
        joined(people.columns, name, one)
    say_folds(draft, ordered, folding, log)
    say_gone(draft, mains, log)
    for name in lists:
        given = draft.answers.get(name) or [None if name == "capacity" else []] * len(draft)
        joined(people.columns, name, [given[row] for row in mains])
    people.sources.add(draft.frame.file, draft.frame.sheet, [draft.numbers[row] for row in mains])
    people.folded += sum(len(rows) - 1 for rows in ordered)
    for position, rows in enumerate(ordered):
        if (len(rows) > 1 or rows[0] in draft.further) and (found := folding.history(rows)):
            people.further[base + position] = found
    first_hired(people, folding, ordered, base)
    own_keys(people, base)


def say_gone(draft: Draft, mains: Iterable[int], log: Log) -> None:
    """Who has left or retired stays in the list, and is named."""
    for row in mains if "status" in draft.columns else ():
        if (status := draft.columns["status"][row]) in GONE:
            done = say("kept, and marked as {status}", status=status)
            mend = say("leave the row out, if this person takes no part")
            log.add(draft.frame, draft.numbers[row], "", status, done, mend, WARNING)


def say_folds(draft: Draft, ordered: Sequence[Sequence[int]], folding: Folding, log: Log) -> None:
    """One entry for each row that was folded into another, with what it says differently."""
    if folding.answers:
        return  # a later answer replaces an earlier one: that is said already
    for main, *others in ordered:
        for row in others:
            told = [
                name
                for name in TOLD_BY_FOLDS
                if (column := draft.columns.get(name)) and column[row] and column[row] != column[main]
            ]
            found = " | ".join(draft.columns[name][row] for name in ("title", "department") if draft.columns[name][row])
            done = folded_into(draft.numbers[main], told)
            log.add(draft.frame, draft.numbers[row], "", found, done, "", WARNING if told else INFO)


def folded_into(row: int, differ: Sequence[str]) -> str:
    """What became of a row that was folded into another, and of its fields that differ.

    >>> folded_into(2, []), folded_into(2, ["email"])
    ('folded into row 2, the same person', 'folded into row 2, the same person; its email differs and is left out')
    """
    if not differ:
        return say("folded into row {row}, the same person", row=row)
    return say_count(
        "folded into row {row}, the same person; its {fields} differs and is left out",
        "folded into row {row}, the same person; its {fields} differ and are left out",
        len(differ),
        row=row,
        fields=listed(differ),
    )


def take_over(people: People, draft: Draft, names: Sequence[str], lists: Sequence[str]) -> None:
    """A draft in which every row is somebody else's: its columns are the people's."""
    base, blank = len(people), [""] * len(draft)
    for name in (*FIELDS, *names):
        joined(people.columns, name, draft.columns.get(name, blank))
    for name in lists:
        joined(people.columns, name, draft.answers.get(name) or [None if name == "capacity" else []] * len(draft))
    people.sources.add(draft.frame.file, draft.frame.sheet, draft.numbers)
    people.further.update({base + row: found for row, found in draft.further.items()})
    own_keys(people, base)


def joined(columns: dict[str, list[Any]], name: str, more: Sequence[Any]) -> None:
    """A column with more rows; the first ones are taken over without a copy."""
    if columns[name]:
        columns[name] = [*columns[name], *more]
    else:
        columns[name] = more if isinstance(more, list) else list(more)


def is_somebody(people: People, draft: Draft, rows: Sequence[int], named: bool, log: Log) -> bool:
    """Whether rows name a person: by a name with letters, an address, or an id where names are not told."""
    if any(row not in draft.unnamed for row in rows):
        return True
    columns = draft.columns
    told = any(columns[field][row] for row in rows for field in ("employee_id", "person_key", "orcid"))
    if told and not (draft.frame.header.row and named):
        return True
    for row in rows:
        done, mend = say("set aside: the row names nobody"), say("add a name, if this is a person")
        log.add(draft.frame, draft.numbers[row], "", draft.unnamed[row], done, mend, ERROR)
    people.set_aside += len(rows)
    return False


def has_names(draft: Draft) -> bool:
    """Whether most rows have a name, so that one without is no person."""
    named = sum(bool(family) for family in draft.columns["family"])
    return named > len(draft) / 2


def first_hired(people: People, folding: Folding, ordered: Sequence[Sequence[int]], base: int) -> None:
    """In a file of dated steps the first step is the hiring, where no column says it."""
    columns = folding.draft.columns
    if "effective_date" not in columns or any(columns["hire_date"]):
        return
    people.columns["hire_date"] = list(people.columns["hire_date"])
    for position, rows in enumerate(ordered):
        own = [row for row in rows if not folding.record or folding.record[row] == folding.record[rows[0]]]
        hired = [row for row in own if "action" in columns and columns["action"][row].upper() in ("HIR", "HIRE")] or own
        people.columns["hire_date"][base + position] = first_known(columns["effective_date"], hired, min)


def own_keys(people: People, base: int) -> None:
    """The key of each person: what the file calls so, else the employee id, else the address, else the place."""
    keys, ids, emails = (people.columns[name] for name in ("person_key", "employee_id", "email"))
    table = f"table {len(people.sources.tables)}, " if len(people.sources.tables) > 1 else ""
    people.columns["person_key"] = keys[:base] + [
        keys[at] or ids[at] or emails[at] or f"{table}row {people.sources[at].row}"
        for at in range(base, len(people.sources))
    ]
