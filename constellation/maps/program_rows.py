"""The equal list of a program's map: a row for each unit, nobody named."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from constellation.maps.program_data import ProgramPerson, ProgramTie, ProgramUnit, UnitTie
from constellation.maps.svg import plain
from constellation.words import as_written, mark, say

BLANK = mark("no unit given")
HIDDEN = mark("too few to tell")


@dataclass(frozen=True)
class ProgramRow:
    """One unit: its sign in the picture ("" for the grey ones), people, ties inside it, given to and received from
    other units, how many pairs are mutual, how many people are in no tie; None: not to be told, or not known."""

    unit: str
    sign: str
    people: int | None
    inside: int | None
    gives: int | None
    receives: int | None
    mutual: int | None = None
    alone: int | None = None


def said(number: int | None) -> str:
    """A number of a row as it is said.

    >>> said(1200), said(None)
    ('1,200', 'too few to tell')
    """
    return say(HIDDEN) if number is None else as_written(f"{number:,}")


def unit_name(unit: str) -> str:
    return plain(unit) or say(BLANK)


def program_rows(
    people: Sequence[ProgramPerson], ties: Sequence[ProgramTie], signs: dict[str, str]
) -> tuple[ProgramRow, ...]:
    """The units from the largest on.

    >>> people = [ProgramPerson("a", "Law"), ProgramPerson("b", "Law"), ProgramPerson("c", "Music")]
    >>> ties = [ProgramTie("a", "b"), ProgramTie("b", "a"), ProgramTie("b", "c")]
    >>> program_rows(people, ties, {"Law": "A"})[0]
    ProgramRow(unit='Law', sign='A', people=2, inside=2, gives=1, receives=0, mutual=1, alone=0)
    """
    home = {person.key: person.unit for person in people}
    pairs = {(tie.helper, tie.helped) for tie in ties if tie.helper in home and tie.helped in home}
    busy = {key for pair in pairs for key in pair}
    sizes = Counter(home.values())
    inside = Counter(home[one] for one, other in pairs if home[one] == home[other])
    gives = Counter(home[one] for one, other in pairs if home[one] != home[other])
    receives = Counter(home[other] for one, other in pairs if home[one] != home[other])
    mutual = Counter(unit for one, other in pairs if one < other and (other, one) in pairs
                     for unit in {home[one], home[other]})  # fmt: skip
    alone = Counter(unit for key, unit in home.items() if key not in busy)
    return tuple(
        ProgramRow(
            unit_name(unit), signs.get(unit, ""), sizes[unit], inside[unit], gives[unit], receives[unit],
            mutual[unit], alone[unit],
        )
        for unit in by_size(people)
    )  # fmt: skip


def by_size(people: Sequence[ProgramPerson]) -> list[str]:
    """The units, the largest first; of equals in the order of the alphabet."""
    sizes = Counter(person.unit for person in people)
    return sorted(sizes, key=lambda unit: (-sizes[unit], unit))


def unit_rows(units: Sequence[ProgramUnit], ties: Sequence[UnitTie]) -> tuple[ProgramRow, ...]:
    """The units in their order; a sum with a hidden part is hidden too.

    >>> units = [ProgramUnit("l", "Law", 12), ProgramUnit("m", "Music", None, None)]
    >>> [row.gives for row in unit_rows(units, [UnitTie("l", "m", 7), UnitTie("m", "l", None)])]
    [7, None]
    """
    return tuple(
        ProgramRow(
            unit_name(unit.name), str(n), unit.people, unit.inside,
            total([tie.ties for tie in ties if tie.helper == unit.key != tie.helped]),
            total([tie.ties for tie in ties if tie.helped == unit.key != tie.helper]),
        )
        for n, unit in enumerate(units, 1)
    )  # fmt: skip


def total(parts: Sequence[int | None]) -> int | None:
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None
