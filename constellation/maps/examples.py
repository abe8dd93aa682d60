"""A small network for doctests and pictures: eight partners, four sectors, two open places."""

from dataclasses import replace

from constellation.maps.network import (
    CLOSE,
    NOW_AND_THEN,
    PLACEHOLDER,
    PLANNED,
    REGULAR,
    Area,
    Gap,
    Network,
    Partner,
    Sector,
)

AREAS = (
    Area("research", "Research and grants", "R"),
    Area("teaching", "Teaching", "T"),
    Area("promotion", "Promotion", "P"),
    Area("balance", "Balance", "B"),
    Area("networks", "Networks", "N"),
    Area("leadership", "Leadership", "L"),
)
SECTORS = (
    Sector("department", "My department"),
    Sector("campus", "Elsewhere on campus"),
    Sector("universities", "Other universities"),
    Sector("beyond", "Beyond academia"),
)
PARTNERS = (
    Partner("peer", "Near peer", "department", CLOSE, "History", i_help=True, areas=("promotion", "balance"), core=True),
    Partner("senior", "Senior colleague", "department", REGULAR, "History", areas=("research",)),
    Partner("artist", "Peer", "campus", CLOSE, "Art History", i_help=True, areas=("teaching", "balance")),
    Partner("librarian", "Subject librarian", "campus", REGULAR, "Library", areas=("research",)),
    Partner("designer", "Course designer", "campus", NOW_AND_THEN, "Teaching center", areas=("teaching",)),
    Partner(
        "scholar", "External scholar", "universities", REGULAR, "Ann Arbor", i_help=True, areas=("research", "networks")
    ),
    Partner("coach", "Writing coach", "beyond", REGULAR, areas=("research",)),
    Partner(
        "new", "New colleague", "department", NOW_AND_THEN, "History", helps_me=False, i_help=True, areas=("teaching",)
    ),
)  # fmt: skip
GAPS = (Gap("leadership", "nobody yet", "campus"), Gap("promotion", "nobody outside History", "universities"))


def small_network(owner: str = "", date: str = "November 2026") -> Network:
    """
    >>> network = small_network()
    >>> len(network.partners), len(network.gaps)
    (8, 2)
    """
    return Network(owner, PARTNERS, GAPS, SECTORS, AREAS, date)


def planned_network(owner: str = "") -> Network:
    """The same person a year on: the writing coach has ended, two partners are planned, one of them to be found.

    >>> [one.status for one in planned_network().partners if one.status != "current"]
    ['planned', 'planned']
    """
    stay = tuple(one for one in PARTNERS if one.key != "coach")
    coming = (
        Partner("dean", "Associate dean", "campus", REGULAR, "Humanities", areas=("leadership",), status=PLANNED),
        Partner(
            "recent", "Promoted since 2022", "universities", REGULAR, "Five Colleges", PLACEHOLDER,
            areas=("promotion",), status=PLANNED,
        ),
    )  # fmt: skip
    return replace(small_network(owner, "Planned"), partners=stay + coming, gaps=())
