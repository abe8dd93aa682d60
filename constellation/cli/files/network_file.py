"""From tables of ties, people and needs to the network that is measured."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from constellation.cli.files.cells import phrases, shown
from constellation.cli.files.columns import compared
from constellation.cli.files.tables import Table, place
from constellation.cli.refusal import Refusal
from constellation.engine.measures.network import Network
from constellation.engine.problem import Floats, Ints, Rows
from constellation.packs.spelling import same_words
from constellation.report.results import Note
from constellation.words import listed, say, say_count

HELPED, HELPS, BOTH = (True, False), (False, True), (True, True)  # the partner helps, the person helps
DIRECTIONS = {"": HELPED, "me": HELPED, "helpsme": HELPED, "partner": HELPS, "ihelp": HELPS, "both": BOTH}
MOST = 1e12


@dataclass(frozen=True)
class Program:
    """A network with the ids and names of its people; `unit`: department, college, or blank where neither is known."""

    ids: list[str]
    names: list[str]
    unit: str
    network: Network
    notes: list[Note]


@dataclass(slots=True)
class Tie:
    """One tie as somebody states it, its rows folded."""

    person: int
    partner: int
    helped: bool = False
    helps: bool = False
    closeness: float = np.nan
    frequency: float = np.nan
    arena: str = ""
    role: str = ""
    areas: tuple[str, ...] = ()  # in which the person is helped
    areas_given: tuple[str, ...] = ()  # in which the partner is, named where help goes only that way

    def by_direction(self) -> "Iterator[Tie]":
        """The tie as a network has it, in two where the areas of each direction are its own.

        >>> [(one.helped, one.helps, one.areas) for one in Tie(0, 1, True, True, areas_given=("grants",)).by_direction()]
        [(True, False, ()), (False, True, ('grants',))]
        """
        if self.helped and self.areas_given:
            yield replace(self, helps=False, areas_given=())
            given = replace(self, helped=False, areas=self.areas_given, areas_given=())
            yield replace(given, closeness=np.nan, frequency=np.nan)  # the other has said them
        else:
            yield replace(self, areas=self.areas or self.areas_given)


def program_of(ties: Table, people: Table | None, needs: Table | None, relation: str = "") -> Program:
    """Refusal, at the line, for an unknown person, a tie to oneself, a number below zero, an unknown direction."""
    listed_ids = dict.fromkeys(row_ids(people)) if people is not None else {}
    position = {person: number for number, person in enumerate(listed_ids)}
    stated, notes = folded(ties, chosen(ties, relation), position, people)
    ids = list(position)
    known = own_words(people, ids)
    areas = [tie.areas for tie in stated]
    needed, more = needed_areas(known["needs"], needs, position)
    numbers = {
        area: n for n, area in enumerate(dict.fromkeys(word for row in (*areas, *(needed or ())) for word in row))
    }
    arena, own_arena = codes([tie.arena for tie in stated], known["arena"])
    role, own_role = codes([tie.role for tie in stated], known["role"])
    unit, of_people = units(known)
    given = {"areas": area_rows(areas, numbers)} if "areas" in ties.found else {}
    network = Network.of(
        len(ids), ints(tie.person for tie in stated), ints(tie.partner for tie in stated),
        is_helped=np.array([tie.helped for tie in stated], bool), helps=np.array([tie.helps for tie in stated], bool),
        closeness=floats(tie.closeness for tie in stated), frequency=floats(tie.frequency for tie in stated),
        arena=arena, own_arena=own_arena, role=role, own_role=own_role, unit=of_people,
        needs=None if needed is None else area_rows(needed, numbers), **given,
    )  # fmt: skip
    return Program(ids, known["name"], unit, network, [*ties.notes, *(people.notes if people else []), *notes, *more])


def row_ids(people: Table) -> list[str]:
    for row, person in enumerate(people["person_id"]):
        if not person:
            sentence = say(
                "{file} line {line}: the id is blank; give each person an id.", file=people.file, line=people.lines[row]
            )
            raise Refusal(sentence)
    return people["person_id"]


def chosen(ties: Table, relation: str) -> list[int]:
    """The rows of the relation that was asked for, all where none was."""
    if not relation:
        return list(range(len(ties)))
    rows = [row for row, word in enumerate(ties["relation"]) if same_words(word) == same_words(relation)]
    if not rows:
        there = list(dict.fromkeys(filter(None, ties["relation"])))[:12]
        if there:
            sentence = say("{file}: no tie has the relation {relation}; there are {relations}.", file=ties.file, relation=shown(relation), relations=listed([shown(one) for one in there]))  # fmt: skip
        else:
            sentence = say("{file}: no column says the relation of a tie; leave --relation out.", file=ties.file)
        raise Refusal(sentence)
    return rows


def folded(
    ties: Table, rows: Sequence[int], position: dict[str, int], people: Table | None
) -> tuple[list[Tie], list[Note]]:
    """Each tie once, or once in each direction, in the order of the file; where no people are given, those of the ties get a position."""
    found: dict[tuple[int, int], Tie] = {}
    again: list[int] = []
    none: list[int] = []
    for row in rows:
        ends = ends_in(ties, row, position, people)
        if ties["weight"][row] and ties.number(row, "weight", MOST) == 0:
            none.append(row)
            continue
        if ends in found:
            again.append(row)
        add_row(found.setdefault(ends, Tie(*ends)), ties, row)
    notes = []
    if again:
        sentence = say_count(
            "{n} row about a tie that was named before: areas and directions are joined, of closeness and frequency the largest counts.",
            "{n} rows about ties that were named before: areas and directions are joined, of closeness and frequency the largest counts.",
            len(again),
        )
        notes.append(ties.note(again, sentence))
    if none:
        sentence = say_count(
            "{n} row of weight 0 is no tie and left out.", "{n} rows of weight 0 are no ties and left out.", len(none)
        )
        notes.append(ties.note(none, sentence))
    return [one for tie in found.values() for one in tie.by_direction()], notes


def ends_in(ties: Table, row: int, position: dict[str, int], people: Table | None) -> tuple[int, int]:
    person, partner = ties["person_id"][row], ties["partner_id"][row]
    where = {"file": ties.file, "line": ties.lines[row]}
    for end in (person, partner):
        if not end:
            raise Refusal(say("{file} line {line}: one end of the tie is blank; name both people.", **where))
        if people is not None and end not in position:
            sentence = say("{file} line {line}: {person} is not among the people of {people}; add them there, or correct the id.", **where, person=shown(end), people=people.file)  # fmt: skip
            raise Refusal(sentence)
    if person == partner:
        raise Refusal(
            say("{file} line {line}: {person} has a tie to themselves; remove the row.", **where, person=shown(person))
        )
    return position.setdefault(person, len(position)), position.setdefault(partner, len(position))


def add_row(tie: Tie, ties: Table, row: int) -> None:
    direction = direction_in(ties["helps"][row])
    if direction is None:
        sentence = say("{file} line {line}: helps is {word}; write me (the partner helps the person), partner, or both.", file=ties.file, line=ties.lines[row], word=shown(ties["helps"][row]))  # fmt: skip
        raise Refusal(sentence)
    tie.helped, tie.helps = tie.helped or direction[0], tie.helps or direction[1]
    for column in ("closeness", "frequency"):
        if ties[column][row]:
            setattr(tie, column, np.fmax(getattr(tie, column), ties.number(row, column, MOST)))
    tie.arena, tie.role = tie.arena or ties["arena"][row], tie.role or ties["role"][row]
    named = area_keys(ties["areas"][row])
    if direction == HELPS:
        tie.areas_given = joined(tie.areas_given, named)
    else:
        tie.areas = joined(tie.areas, named)


@lru_cache(10_000)
def direction_in(cell: str) -> tuple[bool, bool] | None:
    return DIRECTIONS.get(compared(cell))


@lru_cache(10_000)
def area_keys(cell: str) -> tuple[str, ...]:
    """The areas of a cell as they are compared.

    >>> area_keys("Work-life  balance; tenure")
    ('work-life balance', 'tenure')
    """
    return tuple(map(same_words, phrases(cell)))


def joined(before: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(before + more)) if before else more


def own_words(people: Table | None, ids: Sequence[str]) -> dict[str, list[str]]:
    """What the people file says of each person, of several rows the first that says it; blank where nothing does."""
    told: dict[str, dict[str, str]] = {}
    columns = ("name", "department", "college", "campus", "role", "arena", "needs")
    if people is not None:
        for column in columns:
            mine = told[column] = {}
            for person, word in zip(people["person_id"], people[column], strict=True):
                if word:
                    mine.setdefault(person, word)
    return {column: [told.get(column, {}).get(person, "") for person in ids] for column in columns}


def needed_areas(
    own: Sequence[str], needs: Table | None, position: dict[str, int]
) -> tuple[list[list[str]] | None, list[Note]]:
    """Each person's needed areas, None where nobody's are known; people whom nobody knows are left out and said so."""
    if needs is None and not any(own):
        return None, []
    rows = [list(area_keys(cell)) for cell in own]
    strangers: list[int] = []
    if needs is not None:
        for row, (person, area) in enumerate(zip(needs["person_id"], needs["area"], strict=True)):
            if person not in position:
                strangers.append(row)
            elif area:
                rows[position[person]].append(same_words(area))
    if needs is None or not strangers:
        return rows, list(needs.notes) if needs else []
    sentence = say_count("{n} need of a person who is not in the network is left out.", "{n} needs of people who are not in the network are left out.", len(strangers))  # fmt: skip
    where = place(needs.file, [needs.lines[row] for row in strangers])
    return rows, [*needs.notes, Note(where, sentence)]


def area_rows(areas: Sequence[Sequence[str]], numbers: dict[str, int]) -> Rows:
    owner = np.repeat(np.arange(len(areas)), [len(row) for row in areas])
    return Rows.of(len(areas), owner, ints(numbers[word] for row in areas for word in row))


def units(known: dict[str, list[str]]) -> tuple[str, Ints]:
    """What somebody is inside or outside of: the department where departments are known, else the college."""
    for unit, above in (("department", ("campus", "college")), ("college", ("campus",))):
        if any(known[unit]):
            places = zip(*(known[column] for column in above), known[unit], strict=True)
            keys = [tuple(map(same_words, words)) if words[-1] else "" for words in places]
            return unit, numbered(keys, {})
    return "", np.full(len(known["name"]), -1)


def codes(stated: Iterable[str], own: Iterable[str]) -> tuple[Ints, Ints]:
    """A number for each word, however capitalised, -1 where it is blank; one numbering for both."""
    number: dict[Hashable, int] = {}
    alike = lru_cache(10_000)(same_words)
    return numbered(map(alike, stated), number), numbered(map(alike, own), number)


def numbered(keys: Iterable[Hashable], number: dict[Hashable, int]) -> Ints:
    return ints(number.setdefault(key, len(number)) if key else -1 for key in keys)


def ints(numbers: Iterable[int]) -> Ints:
    return np.fromiter(numbers, np.int64)


def floats(numbers: Iterable[float]) -> Floats:
    return np.fromiter(numbers, np.float64)
