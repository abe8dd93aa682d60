"""What a grant team's map is drawn of: the funded core, the partners it draws on, and who helps whom."""

from collections import Counter
from dataclasses import dataclass

from constellation.maps.network import CURRENT, PERSON, PLACEHOLDER, Area

WHOLE_TEAM = "*"  # an end of a tie that is the core team together: a coach for all of them


@dataclass(frozen=True)
class Member:
    """A funded member of the core team."""

    key: str
    name: str
    detail: str = ""


@dataclass(frozen=True)
class TeamPartner:
    """Somebody the team draws on: a person, a group, a collective ("women at full") or a placeholder ("external
    scholar, to be found").

    `internal`: at the team's own institution.  `key` stays from snapshot to snapshot, so that rows can stay: a
    placeholder that has found its person keeps its key.
    """

    key: str
    name: str
    internal: bool
    detail: str = ""
    end: str = PERSON
    status: str = CURRENT


@dataclass(frozen=True)
class TeamTie:
    """`helper` helps `helped`, both keys of members or partners, one of them at least a member or WHOLE_TEAM.

    `both`: help in both directions.  `areas`: keys of areas of the team.
    """

    helper: str
    helped: str
    both: bool = False
    areas: tuple[str, ...] = ()
    status: str = CURRENT


@dataclass(frozen=True)
class Team:
    """A team at one date; `date` as it is shown ("Planned", "May 2027").  The order of the core is the order drawn.

    Raises ValueError where two ends have one key, or a tie names an end or an area that is not there.
    """

    name: str
    core: tuple[Member, ...]
    partners: tuple[TeamPartner, ...]
    ties: tuple[TeamTie, ...]
    areas: tuple[Area, ...] = ()
    date: str = ""

    def __post_init__(self) -> None:
        members = {member.key for member in self.core} | {WHOLE_TEAM}
        keys = [WHOLE_TEAM, *(one.key for one in self.ends)]
        ends = set(keys)
        areas = {area.key for area in self.areas}
        if twice := [key for key, count in Counter(keys).items() if count > 1]:
            raise ValueError(f"two ends of the team have the key {twice[0]!r}")
        for tie in self.ties:
            if not {tie.helper, tie.helped} <= ends or not {tie.helper, tie.helped} & members:
                raise ValueError(f"a tie joins {tie.helper!r} and {tie.helped!r}: no member and partner of the team")
            if missing := set(tie.areas) - areas:
                raise ValueError(f"a tie names the area {min(missing)!r}, which the team does not have")

    @property
    def internal(self) -> tuple[TeamPartner, ...]:
        return tuple(partner for partner in self.partners if partner.internal)

    @property
    def external(self) -> tuple[TeamPartner, ...]:
        return tuple(partner for partner in self.partners if not partner.internal)

    @property
    def ends(self) -> tuple[Member | TeamPartner, ...]:
        """The core, then the partners."""
        return (*self.core, *self.partners)

    @property
    def still_open(self) -> tuple[TeamPartner, ...]:
        """The placeholders: known by kind, not yet by name."""
        return tuple(partner for partner in self.partners if partner.end == PLACEHOLDER)

    def areas_of(self, key: str) -> list[Area]:
        """The areas of all ties of one end, in the team's order.

        >>> grants = Area("grants", "Grants", "G")
        >>> ties = (TeamTie("lib", "ana", areas=("grants",)),)
        >>> Team("T", (Member("ana", "Ana"),), (TeamPartner("lib", "Library", True),), ties, (grants,)).areas_of("lib")
        [Area(key='grants', name='Grants', letter='G')]
        """
        served = {area for tie in self.ties if key in (tie.helper, tie.helped) for area in tie.areas}
        return [area for area in self.areas if area.key in served]
