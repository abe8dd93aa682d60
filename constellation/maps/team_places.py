"""Which row everybody of a team stands in; rows that were given once stay, whatever comes or goes around them."""

from collections.abc import Mapping, Sequence

from constellation.maps.team_data import WHOLE_TEAM, Team

Rows = dict[str, float]  # key → row, 0 the topmost, halves allowed: the same for every form


def team_places(team: Team, *, before: Mapping[str, float] | None = None, along: Sequence[Team] = ()) -> Rows:
    """The row of each member and partner of the team and of the snapshots `along`, by key.

    Fresh: the core spread over the height in its own order, partners beside those they have ties with.  `before`: rows
    of an earlier snapshot, which stay; whoever is new takes the first free row of their column.

    >>> from constellation.maps.team_data import Member, TeamPartner
    >>> team = Team("T", (Member("a", "Ana"),), (TeamPartner("x", "X", True), TeamPartner("y", "Y", True)), ())
    >>> team_places(team)
    {'a': 0.5, 'x': 0.0, 'y': 1.0}
    >>> team_places(team, before={"a": 0.5, "y": 0.0})
    {'a': 0.5, 'y': 0.0, 'x': 1.0}
    """
    columns = columns_of([team, *along])
    if not any(key in (before or {}) for column in columns for key in column):
        return fresh(columns, [team, *along])
    rows: Rows = {}
    for column in columns:
        rows |= kept(column, before or {})
    return rows


def kept(column: Sequence[str], before: Mapping[str, float]) -> Rows:
    """The rows of one column: those of before where nobody else stands, the first free one for the others."""
    rows: Rows = {}
    for key in column:
        if key in before and all(abs(before[key] - row) >= 1 for row in rows.values()):
            rows[key] = before[key]
    for key in column:
        if key not in rows:
            rows[key] = first_free(list(rows.values()))
    return rows


def columns_of(teams: Sequence[Team]) -> list[list[str]]:
    """The keys of core, internal and external partners over all snapshots, each once."""
    core = dict.fromkeys(member.key for team in teams for member in team.core)
    internal = dict.fromkeys(partner.key for team in teams for partner in team.internal)
    external = dict.fromkeys(partner.key for team in teams for partner in team.external)
    return [list(core), list(internal), list(external)]


def fresh(columns: Sequence[Sequence[str]], teams: Sequence[Team]) -> Rows:
    core, *sides = columns
    many = max(len(column) for column in columns)
    rows = {key: (n + 0.5) * many / len(core) - 0.5 for n, key in enumerate(core)}
    wish = wishes(rows, teams, (many - 1) / 2)
    for side in sides:
        start = (many - len(side)) / 2
        for n, key in enumerate(sorted(side, key=lambda key: wish.get(key, many))):
            rows[key] = start + n
    return rows


def wishes(core: Mapping[str, float], teams: Sequence[Team], middle: float) -> Rows:
    """The mean row of the members each partner has ties with; with the whole team, the middle."""
    met: dict[str, list[float]] = {}
    at = {**core, WHOLE_TEAM: middle}
    for tie in (tie for team in teams for tie in team.ties):
        for one, other in ((tie.helper, tie.helped), (tie.helped, tie.helper)):
            if one in at and other not in at:
                met.setdefault(other, []).append(at[one])
    return {key: sum(rows) / len(rows) for key, rows in met.items()}


def first_free(taken: Sequence[float]) -> float:
    """The topmost row, in step with those that are taken, that none of them touches.

    >>> first_free([0.5, 2.5]), first_free([0.0, 1.0]), first_free([])
    (1.5, 2.0, 0.0)
    """
    row = min(taken, default=0.0) % 1
    while any(abs(row - other) < 1 for other in taken):
        row += 1
    return row
