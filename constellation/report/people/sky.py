"""A person's page as a network to draw: sectors by place, rings by how much of what was asked for a partner brings."""

from collections.abc import Sequence

from constellation.maps import CLOSE, CURRENT, NOW_AND_THEN, PLANNED, REGULAR, Area, Gap, Network, Sector
from constellation.maps import Partner as Drawn
from constellation.report.people.told import Partner, Told
from constellation.words import mark, say

RINGS = (mark("helps most"), mark("helps much"), mark("helps some"))
MORE, LESS = 1.25, 0.75  # of what partners bring on average
DEPARTMENT, CAMPUS, OTHER_CAMPUS, BEYOND, UNKNOWN = "department", "campus", "other campus", "beyond", "unknown"
PLACES = {
    DEPARTMENT: mark("My department"),
    CAMPUS: mark("Elsewhere on campus"),
    OTHER_CAMPUS: mark("Another campus"),
    BEYOND: mark("Beyond"),
    UNKNOWN: mark("Place not given"),
}
FROM_BEYOND = ("alumna/us", "regional colleague", "external scholar", "professional coach", "editor")


def network_of(told: Told, steps: Sequence[str]) -> Network:
    """Everybody on the page; `steps`: a line for each open area, on what could be done."""
    placed = bool(told.me.department)
    keys = [sector_of(told, one) if placed else one.role for one in told.partners]
    names = PLACES if placed else {one.role: capital(one.role) for one in told.partners}
    mean = sum(one.brings for one in told.partners) / max(1, len(told.partners))
    partners = [
        drawn(str(number), one, key, ring_of(one.brings, mean))
        for number, (one, key) in enumerate(zip(told.partners, keys, strict=True))
    ]
    return Network(
        owner="",
        partners=tuple(partners),
        gaps=tuple(Gap(area, step) for area, step in zip(told.open_areas, steps, strict=True)),
        sectors=tuple(Sector(key, capital(name)) for key, name in names.items() if key in keys),
        areas=areas_of([need.area for need in told.needs]),
        date=say("suggested"),
        rings=tuple(map(say, RINGS)),
    )


def drawn(key: str, one: Partner, sector: str, ring: int) -> Drawn:
    """The partner as a mark.  Help is drawn towards the person alone: what flows back is not for them to know."""
    return Drawn(
        key=key,
        name=one.profile.name,
        sector=sector,
        ring=ring,
        detail=one.profile.department or capital(one.role),
        areas=one.areas,
        status=CURRENT if one.kept else PLANNED,
    )


def ring_of(brings: float, mean: float) -> int:
    """
    >>> [ring_of(brings, mean=2.0) for brings in (3, 2, 1)]
    [0, 1, 2]
    """
    if not brings:
        return REGULAR
    return CLOSE if brings > MORE * mean else NOW_AND_THEN if brings < LESS * mean else REGULAR


def sector_of(told: Told, one: Partner) -> str:
    """Where the partner is, seen from the person."""
    if one.role in FROM_BEYOND or one.profile.role in FROM_BEYOND:
        return BEYOND
    if is_on_another_campus(told, one):
        return OTHER_CAMPUS
    if one.inside:
        return DEPARTMENT
    return CAMPUS if one.profile.department else UNKNOWN


def is_on_another_campus(told: Told, one: Partner) -> bool:
    mine, theirs = told.me.campus.casefold(), one.profile.campus.casefold()
    return bool(mine and theirs and mine != theirs)


def areas_of(names: Sequence[str]) -> tuple[Area, ...]:
    """Areas with letters that differ: the first, then the first and another.

    >>> [area.letter for area in areas_of(["Teaching", "Tenure", "Balance", "Talks"])]
    ['T', 'Te', 'B', 'Ta']
    """
    taken: set[str] = set()
    found: list[Area] = []
    for name in names:
        spoken = say(name)
        letters = [spoken[:1].upper()] + [spoken[:1].upper() + sign for sign in spoken[1:] if sign.isalpha()]
        letter = next((one for one in letters if one not in taken), str(len(found) + 1))
        taken.add(letter)
        found.append(Area(name, spoken, letter))
    return tuple(found)


def capital(words: str) -> str:
    """Said, with a capital to begin with."""
    said = say(words)
    return said[:1].upper() + said[1:]
