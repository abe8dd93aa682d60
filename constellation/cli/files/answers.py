"""What people answered: the needs and offers of each, by area and topic."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from constellation.cli.files.cells import phrases, shown
from constellation.cli.files.tables import Table
from constellation.engine.problem import Floats, Ints
from constellation.packs.pack import Pack
from constellation.packs.spelling import same_words
from constellation.report.results import Note
from constellation.words import mark, say, say_count

NEEDS_COLUMNS = ("person_id", "area", "weight", "topics")
OFFERS_COLUMNS = ("person_id", "area", "level", "topics")
REQUIRED = ("person_id", "area")
OFFERS_REQUIRED = ("person_id", "area", "level")
MOST_WEIGHT = 10**9

AreaOf = Callable[[str], int | None]
NoArea = Callable[[str], str]  # what is wrong with a text that is none of the areas


@dataclass(frozen=True)
class Needs:
    """One entry for each person and area, persons in order; `weight` above 0, as stated, of any sum."""

    person: Ints
    area: Ints
    weight: Floats
    topics: list[tuple[str, ...]]

    def shares(self) -> Floats:
        """Weights as shares of each person's sum."""
        return self.weight / np.bincount(self.person, self.weight)[self.person] if len(self.person) else self.weight


@dataclass(frozen=True)
class Offers:
    """One entry for each person and area, persons in order; `level`: proficiency 0-1."""

    person: Ints
    area: Ints
    level: Floats
    topics: list[tuple[str, ...]]


def no_needs() -> Needs:
    return Needs(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0), [])


def no_offers() -> Offers:
    return Offers(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0), [])


def read_needs(table: Table, place: dict[str, int], area_of: AreaOf, no_area: NoArea) -> tuple[Needs, list[Note]]:
    """The needs of a table; weights of one person and area add up."""
    rows, person, area, notes = usable_rows(table, place, area_of, no_area)
    weight = [table.number(row, "weight", MOST_WEIGHT) if table["weight"][row] else 1.0 for row in rows]
    if idle := [row for row, one in zip(rows, weight, strict=True) if not one]:
        notes.append(table.note(idle, say("A need of weight 0 is none and left out.")))
    found: dict[tuple[int, int], tuple[float, str]] = {}
    again: list[int] = []
    for row, key, one in zip(rows, zip(person, area, strict=True), weight, strict=True):
        if one:
            if key in found:
                again.append(row)
            before, topics = found.get(key, (0.0, ""))
            found[key] = before + one, f"{topics};{table['topics'][row]}"
    if again:
        notes.append(table.note(again, say("The need was named before: the weights are added.")))
    return Needs(*entries(found)), notes


def read_offers(table: Table, place: dict[str, int], area_of: AreaOf, no_area: NoArea) -> tuple[Offers, list[Note]]:
    """The offers of a table; of two levels of one person in an area the larger counts."""
    rows, person, area, notes = usable_rows(table, place, area_of, no_area)
    if blank := [row for row in rows if not table["level"][row]]:
        notes.append(table.note(blank, say("An offer without a level is left out; give a number from 0 to 1.")))
    found: dict[tuple[int, int], tuple[float, str]] = {}
    again: list[int] = []
    for row, key in zip(rows, zip(person, area, strict=True), strict=True):
        if table["level"][row]:
            if key in found:
                again.append(row)
            before, topics = found.get(key, (0.0, ""))
            found[key] = max(before, table.number(row, "level", 1)), f"{topics};{table['topics'][row]}"
    if again:
        notes.append(table.note(again, say("The offer was named before: the larger level counts.")))
    return Offers(*entries(found)), notes


def entries(
    found: dict[tuple[int, int], tuple[float, str]],
) -> tuple[Ints, Ints, Floats, list[tuple[str, ...]]]:
    """Person, area, number and topics of each entry; persons in order, each one's entries as they were found."""
    keys = sorted(found, key=lambda key: key[0])
    person, area = np.array(keys, np.int64).reshape(-1, 2).T
    number = np.array([found[key][0] for key in keys], np.float64)
    return person.copy(), area.copy(), number, [phrases(found[key][1]) for key in keys]


def usable_rows(
    table: Table, place: dict[str, int], area_of: AreaOf, no_area: NoArea
) -> tuple[list[int], list[int], list[int], list[Note]]:
    """The rows of known people and areas, with both as numbers, and notes on the others."""
    rows: list[int] = []
    blank: list[int] = []
    strangers: list[int] = []
    outside: dict[str, list[int]] = {}
    people = [place.get(person) for person in table["person_id"]]
    codes = {text: area_of(text) for row, text in enumerate(table["area"]) if text and people[row] is not None}
    for row, (person, area) in enumerate(zip(table["person_id"], table["area"], strict=True)):
        if not person or not area:
            blank.append(row)
        elif people[row] is None:
            strangers.append(row)
        elif codes[area] is None:
            outside.setdefault(same_words(area), []).append(row)
        else:
            rows.append(row)
    notes = []
    if blank:
        notes.append(table.note(blank, say("A row without person_id or area is left out; fill both in.")))
    if strangers:
        notes.append(table.note(strangers, unknown_people(len(strangers))))
    for where in outside.values():
        notes.append(table.note(where[:1], rows_left_out(len(where), no_area(table["area"][where[0]]))))
    return rows, [people[row] or 0 for row in rows], [codes[table["area"][row]] or 0 for row in rows], notes


def unknown_people(rows: int) -> str:
    return rows_left_out(rows, say("a person who is not in the people file; add them there"))


def rows_left_out(rows: int, reason: str) -> str:
    return say_count("The row is left out: {reason}.", "{n} rows are left out: {reason}.", rows, reason=reason)


def areas_of(pack: Pack) -> tuple[AreaOf, NoArea]:
    """How an area's key or name becomes its number in the pack, and what is said where it is none of the pack's."""
    keys = ", ".join(area.key for area in pack.areas)
    sentence = mark("the area {area} is not among the areas of pack {pack}: use one of {keys}")
    return pack.area_index, lambda area: say(sentence, area=shown(area), pack=pack.name, keys=keys)


def no_area_of_pairs(area: str) -> str:
    return say("the area {area} is not among the areas of the pairs", area=shown(area))


def area_names(pack: Pack) -> list[str]:
    return [area.name for area in pack.areas]


def topic_numbers(answers: Sequence[Needs | Offers]) -> dict[tuple[int, str], tuple[int, str]]:
    """Number and word of each area's topics, in alphabetical order so that the order of rows does not matter."""
    words: dict[tuple[int, str], str] = {}
    for one in answers:
        for area, topics in zip(one.area.tolist(), one.topics, strict=True):
            for topic in topics:
                words.setdefault((area, same_words(topic)), topic)
    return {key: (number, words[key]) for number, key in enumerate(sorted(words))}
