"""What a map is drawn of: one person's network at one date, in the field's words, without any coordinates."""

from dataclasses import dataclass

CLOSE, REGULAR, NOW_AND_THEN = 0, 1, 2  # rings of closeness, the innermost first
PERSON, GROUP, COLLECTIVE, PLACEHOLDER = "person", "group", "collective", "placeholder"  # what an end of a tie is
CURRENT, PLANNED, ENDED = "current", "planned", "ended"


@dataclass(frozen=True)
class Sector:
    """A part of the sky: a partner role or an arena, such as "My department" or "Other universities"."""

    key: str
    name: str


@dataclass(frozen=True)
class Area:
    """An area as the map marks it: `letter`, one or two signs that no other area of the map has."""

    key: str
    name: str
    letter: str


@dataclass(frozen=True)
class Partner:
    """The other end of a tie.

    `key` stays the same from snapshot to snapshot, so that positions can stay.  `detail`: a short line under the
    name (department, place).  `helps_me`, `i_help`: the direction of help; both is a mutual tie.  `areas`: keys.
    """

    key: str
    name: str
    sector: str
    ring: int = REGULAR
    detail: str = ""
    end: str = PERSON
    helps_me: bool = True
    i_help: bool = False
    areas: tuple[str, ...] = ()
    core: bool = False
    status: str = CURRENT


@dataclass(frozen=True)
class Gap:
    """A needed area without a partner: drawn as an open place.  `step`: one line on what could be done."""

    area: str
    step: str = ""
    sector: str = ""


@dataclass(frozen=True)
class Network:
    """All ties of one focal person at one date.

    `date` as it is shown ("September 2025", "Planned"); `rings`: what the three rings are called, from the innermost,
    where nearness means something else than closeness.
    """

    owner: str
    partners: tuple[Partner, ...]
    gaps: tuple[Gap, ...]
    sectors: tuple[Sector, ...]
    areas: tuple[Area, ...]
    date: str = ""
    rings: tuple[str, ...] = ()
