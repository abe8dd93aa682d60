"""The people of a program: one entry each, however many appointments the roster lists."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from constellation.cli.files.career import Career, careers_of, folded, level
from constellation.cli.files.cells import as_number, phrases, shown
from constellation.cli.files.tables import Table, cell_is
from constellation.engine.problem import MOST_SOUGHT, Ints
from constellation.packs.spelling import same_words
from constellation.report.results import Note
from constellation.words import say

WRITTEN = (
    "person_id",
    "name",
    "department",
    "college",
    "campus",
    "rank",
    "stage",
    "role",
    "seeks",
    "gives",
    "interests",
)
WISHES = ("findable_as", "prefers")  # written only where somebody filled them in
COLUMNS = (*WRITTEN, *WISHES, "title", "percent")
REQUIRED = ("person_id",)
MOST_PLACES = 10**6


@dataclass(frozen=True)
class Roster:
    """N people in the order of the file; words are blank where unknown, `role` never is.

    `seeks`, `gives`: new places, shape (N,).  `findable_as`: identities by which a person chose to be found for matching;
    `prefers`: those a person would like in a partner.  `place`: the position of each id.
    """

    ids: list[str]
    name: list[str]
    department: list[str]
    college: list[str]
    campus: list[str]
    rank: list[str]
    stage: list[str]
    role: list[str]
    seeks: Ints
    gives: Ints
    interests: list[tuple[str, ...]]
    findable_as: list[tuple[str, ...]]
    prefers: list[tuple[str, ...]]
    place: dict[str, int]

    def __len__(self) -> int:
        return len(self.ids)

    def campus_codes(self) -> Ints:
        return unit_codes([(same_words(one),) for one in self.campus])

    def college_codes(self) -> Ints:
        """A college is one within its campus."""
        return unit_codes([tuple(map(same_words, one)) for one in zip(self.campus, self.college, strict=True)])

    def department_codes(self) -> Ints:
        """A department is one within its campus and college: two Histories on two campuses are two."""
        units = zip(self.campus, self.college, self.department, strict=True)
        return unit_codes([tuple(map(same_words, one)) for one in units])

    def levels(self) -> Ints:
        careers = zip(self.rank, self.stage, self.role, strict=True)
        return np.array([level(Career(*one)) for one in careers], np.int64)


def unit_codes(units: Sequence[tuple[str, ...]]) -> Ints:
    """A number for each unit in order of appearance, -1 where its own name, the last, is blank.

    >>> unit_codes([("North", "History"), ("South", "History"), ("North", ""), ("North", "History")]).tolist()
    [0, 1, -1, 0]
    """
    code: dict[Hashable, int] = {}
    return np.array([code.setdefault(unit, len(code)) if unit[-1] else -1 for unit in units], np.int64)


def read_roster(table: Table) -> tuple[Roster, list[Note]]:
    """The people of a table with `COLUMNS`; Refusal for a blank id, one id with two names, impossible places."""
    careers, notes = careers_of(table)
    people = appointments(table)
    rows = list(people.values())
    if several := [row for mine in rows for row in sorted(mine)[1:]]:
        sentence = say(
            "Further appointments of people named before: {count}. "
            "Each person counts once, with the highest rank and the unit of the largest percent.",
            count=len(several),
        )
        notes.append(table.note(several, sentence))
    career = [folded([careers[row] for row in mine]) for mine in rows]
    seeks, gives = places(table, "seeks", rows), places(table, "gives", rows)
    if many := [mine[0] for mine, places in zip(rows, seeks.tolist(), strict=True) if places > MOST_SOUGHT]:
        sentence = say(
            "More than {most} partners are sought: {most} are counted; ask for fewer at a time.", most=MOST_SOUGHT
        )
        notes.append(table.note(many, sentence))
    main = {column: [table[column][mine[0]] for mine in rows] for column in ("department", "college", "campus")}
    roster = Roster(
        ids=list(people),
        name=[next((table["name"][row] for row in mine if table["name"][row]), "") for mine in rows],
        **main,
        rank=[one.rank for one in career],
        stage=[one.stage for one in career],
        role=[one.role for one in career],
        seeks=np.minimum(seeks, MOST_SOUGHT),
        gives=gives,
        interests=phrases_of(table, "interests", rows),
        findable_as=phrases_of(table, "findable_as", rows),
        prefers=phrases_of(table, "prefers", rows),
        place={person: number for number, person in enumerate(people)},
    )
    return roster, notes


def phrases_of(table: Table, column: str, people: Sequence[Sequence[int]]) -> list[tuple[str, ...]]:
    """Every phrase that any of a person's rows has in a column."""
    return [phrases(";".join(table[column][row] for row in mine)) for mine in people]


def appointments(table: Table) -> dict[str, list[int]]:
    """Each person's rows, the one with the largest percent first, of equals the first in the file."""
    rows: dict[str, list[int]] = {}
    for row, person in enumerate(table["person_id"]):
        if not person:
            raise table.refusal(row, say("person_id is blank"), say("give each person an id"))
        rows.setdefault(person, []).append(row)
    percent = [percent_in(table, row) for row in range(len(table))]
    for mine in rows.values():
        refuse_two_names(table, mine)
        mine.sort(key=lambda row: -percent[row])
    return rows


def percent_in(table: Table, row: int) -> float:
    text = table["percent"][row].removesuffix("%")
    value = as_number(text) if text.strip() else 0.0
    if value is None or value < 0:
        mend = say("give a number from 0 up, or leave it blank")
        raise table.refusal(row, cell_is("percent", table["percent"][row]), mend)
    return value


def refuse_two_names(table: Table, rows: Sequence[int]) -> None:
    named = [row for row in rows if table["name"][row]]
    for row in named[1:]:
        first, second = table["name"][named[0]], table["name"][row]
        if same_words(first) != same_words(second):
            problem = say(
                "one id with two names: {id} is {name}, in line {line} {other}",
                id=shown(table["person_id"][row]), name=shown(second), line=table.lines[named[0]], other=shown(first),
            )  # fmt: skip
            raise table.refusal(row, problem, say("give each person their own id"))


def places(table: Table, column: str, people: Sequence[Sequence[int]]) -> Ints:
    """New places of each person: the most that any of their rows says, 0 where all are blank."""
    told = [0] * len(table)
    for row, text in enumerate(table[column]):
        if text:
            told[row] = int(table.number(row, column, MOST_PLACES, whole=True))
    return np.array([max(told[row] for row in mine) for mine in people], np.int64)
