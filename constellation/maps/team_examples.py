"""A team of four for doctests and pictures: before the grant, as it is planned, and two years on."""

from constellation.maps.network import COLLECTIVE, GROUP, PLACEHOLDER, PLANNED, Area
from constellation.maps.team_data import WHOLE_TEAM, Member, Team, TeamPartner, TeamTie

AREAS = (
    Area("writing", "Writing", "W"),
    Area("grants", "Grants", "G"),
    Area("promotion", "Promotion to full", "P"),
    Area("balance", "Balance", "B"),
    Area("networks", "Networks", "N"),
)
CORE = (
    Member("ana", "Ana Ruiz", "Sociology"),
    Member("ben", "Ben Okafor", "Public Health"),
    Member("chloe", "Chloé Laurent", "Afro-American Studies"),
    Member("dina", "Dina Shah", "Nursing"),
)
LIBRARIAN = TeamPartner("librarian", "Subject librarian", True, "University Library")
DEAN = TeamPartner("dean", "Associate dean for research", True, "Social and Behavioral Sciences")
FULL = TeamPartner("full", "Women at full", True, "all colleges", COLLECTIVE)
WRITERS = TeamPartner("writers", "Thursday writing pair", True, "Nursing", GROUP)
SCHOLAR = TeamPartner("scholar", "External scholar", False, "to be found", PLACEHOLDER, PLANNED)
COACH = TeamPartner("coach", "Writing coach", False, "New England")
EDITOR = TeamPartner("editor", "Acquisitions editor", False, "a university press")
COLLEGES = TeamPartner("colleges", "Five Colleges", False, "faculty of color network", COLLECTIVE)
MATES = (TeamTie("ana", "dina", True, ("writing",)), TeamTie("ben", "chloe", True, ("balance",)))
EARLY = (
    *MATES,
    TeamTie("librarian", "ana", areas=("grants",)),
    TeamTie("editor", "chloe", areas=("writing",)),
    TeamTie("dean", "ben", areas=("grants", "promotion")),
)
COMING = (
    TeamTie("scholar", "ana", areas=("grants",), status=PLANNED),
    TeamTie("scholar", "ben", areas=("networks",), status=PLANNED),
    TeamTie("coach", WHOLE_TEAM, areas=("writing",)),
    TeamTie("full", "chloe", True, ("promotion",)),
    TeamTie("full", "dina", True, ("promotion", "balance")),
    TeamTie("writers", "dina", True, ("writing", "balance")),
    TeamTie("colleges", "chloe", True, ("networks",)),
    TeamTie("ben", "colleges", areas=("networks",)),
)


def small_team(name: str = "Paths to full") -> Team:
    """The team as its proposal plans it.

    >>> team = small_team()
    >>> len(team.core), len(team.internal), len(team.external), [one.name for one in team.still_open]
    (4, 4, 4, ['External scholar'])
    """
    partners = (LIBRARIAN, DEAN, FULL, WRITERS, SCHOLAR, COACH, EDITOR, COLLEGES)
    return Team(name, CORE, partners, EARLY + COMING, AREAS, "Planned")


def earlier_team(name: str = "Paths to full") -> Team:
    """The same people before the grant.

    >>> [one.name for one in earlier_team().partners]
    ['Subject librarian', 'Associate dean for research', 'Acquisitions editor']
    """
    return Team(name, CORE, (LIBRARIAN, DEAN, EDITOR), EARLY, AREAS, "Before the grant")


def later_team(name: str = "Paths to full") -> Team:
    """Two years on: the scholar has been found, the dean's help has ended.

    >>> [one.name for one in later_team().external][0], later_team().still_open
    ('Prof. Mireille Achebe', ())
    """
    found = TeamPartner("scholar", "Prof. Mireille Achebe", False, "Ann Arbor")
    partners = (LIBRARIAN, FULL, WRITERS, found, COACH, EDITOR, COLLEGES)
    kept = tuple(tie for tie in EARLY + COMING if "dean" not in (tie.helper, tie.helped) and tie.helper != "scholar")
    new = (TeamTie("scholar", "ana", True, ("grants", "networks")), TeamTie("scholar", "ben", areas=("networks",)))
    return Team(name, CORE, partners, kept + new, AREAS, "May 2029")
