"""How many people a page holds, and who is found where."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from constellation.report.office.entries import Entry

PEOPLE_A_PAGE = 200
NAMES_A_PAGE = 4000
SIGNS_A_PAGE = 1_000_000
OTHER_SIGNS = "#"

One = TypeVar("One")


@dataclass(frozen=True)
class Page:
    """A page of networks: `units` with their people, in order."""

    number: int
    units: tuple[tuple[str, tuple[Entry, ...]], ...]

    @property
    def file(self) -> str:
        return f"networks-{self.number:03d}.html"

    @property
    def people(self) -> int:
        return sum(len(some) for _, some in self.units)

    @property
    def first(self) -> str:
        return self.units[0][0]

    @property
    def last(self) -> str:
        return self.units[-1][0]


@dataclass(frozen=True)
class Names:
    """A page of names: each letter with the people it begins, and the file where their network stands."""

    number: int
    letters: tuple[tuple[str, tuple[tuple[Entry, str], ...]], ...]

    @property
    def file(self) -> str:
        return f"names-{self.number:03d}.html"

    @property
    def people(self) -> int:
        return sum(len(some) for _, some in self.letters)


def network_pages(everybody: Sequence[Entry]) -> list[Page]:
    """Everybody in the order given, a new page where one is full."""
    return [
        Page(number, tuple((unit, tuple(some)) for unit, some in groupby(part, lambda one: one.unit)))
        for number, part in enumerate(parts(everybody, PEOPLE_A_PAGE, lambda one: one.size), start=1)
    ]


def names_pages(pages: Sequence[Page]) -> list[Names]:
    """Everybody by name, with the page of their network."""
    where = [(entry, page.file) for page in pages for _, some in page.units for entry in some]
    where.sort(key=lambda one: (letter(one[0].name) == OTHER_SIGNS, plain(one[0].name), one[0].row.person_id))
    return [
        Names(number, tuple((sign, tuple(some)) for sign, some in groupby(part, lambda one: letter(one[0].name))))
        for number, part in enumerate(parts(where, NAMES_A_PAGE, lambda one: 250 + 2 * len(one[0].name)), start=1)
    ]


def parts(everything: Sequence[One], most: int, size: Callable[[One], int]) -> list[list[One]]:
    """Cut so that no part holds more than `most`, nor more signs than a page bears, unless one alone does.

    >>> parts("abcde", 2, lambda one: 1)
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    found: list[list[One]] = []
    room = 0
    for one in everything:
        if not found or len(found[-1]) == most or size(one) > room:
            found.append([])
            room = SIGNS_A_PAGE
        found[-1].append(one)
        room -= size(one)
    return found


def letter(name: str) -> str:
    """The letter a name is found under, without accents.

    >>> letter("Ángström"), letter("نورا"), letter("🌟"), letter("")
    ('A', 'ن', '#', '#')
    """
    first = plain(name)[:1].upper()
    return first if first.isalpha() else OTHER_SIGNS


def plain(name: str) -> str:
    """As names are put in order: without accents and capitals."""
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", name.strip().casefold()) if not unicodedata.combining(sign)
    )
