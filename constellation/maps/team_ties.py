"""The lines of a team's map: each from port to port, arrowheads at who is helped, arcs between members."""

from collections import defaultdict
from collections.abc import Mapping

from constellation.maps.network import CURRENT, ENDED, PLANNED
from constellation.maps.svg import element, escaped, number
from constellation.maps.team_data import WHOLE_TEAM, Team, TeamTie
from constellation.maps.team_rows import names_of
from constellation.maps.team_signs import ARROW, Spot, arrow, curve
from constellation.words import say

Port = tuple[float, float]
LOOKS = {CURRENT: "", PLANNED: " planned", ENDED: " ended"}
LANES = (13.0, 18.0, 23.0)  # how far beside the column ties between members run
CORNER = 6.0


def tie_lines(team: Team, spots: Mapping[str, Spot]) -> list[str]:
    """Every tie of the team between its spots, mutual ones last and so on top.

    Ties with WHOLE_TEAM, whose spot is the frame of the core, arrive there level with the partner.
    """
    names = names_of(team)
    across = [tie for tie in team.ties if sides_of(tie, spots) == 2]
    ports = ports_of(across, spots)
    lines = [one_tie(tie, ports[n, tie.helper], ports[n, tie.helped], names) for n, tie in enumerate(across)]
    mates = [tie for tie in team.ties if sides_of(tie, spots) == 1]
    lines += [one_arc(tie, spots, lane, names) for tie, lane in zip(mates, lanes_of(mates, spots), strict=True)]
    return sorted(lines, key=lambda line: " both" in line.split(">", 1)[0])


def sides_of(tie: TeamTie, spots: Mapping[str, Spot]) -> int:
    """1 for a tie between two members, 2 for one between the core and a partner, 0 where an end is not drawn."""
    if tie.helper not in spots or tie.helped not in spots:
        return 0
    return len({spots[tie.helper].side, spots[tie.helped].side})


def ports_of(ties: list[TeamTie], spots: Mapping[str, Spot]) -> dict[tuple[int, str], Port]:
    """For each tie and end the point where it arrives: fanned out in the order of the other ends, so few cross."""
    fans: dict[tuple[str, int], list[tuple[float, int]]] = defaultdict(list)
    for n, tie in enumerate(ties):
        for one, other in ((tie.helper, tie.helped), (tie.helped, tie.helper)):
            fans[one, side_towards(spots[one], spots[other])].append((spots[other].y, n))
    ports = {}
    for (key, towards), fan in fans.items():
        for place, (_, n) in enumerate(sorted(fan)):
            other = ties[n].helped if ties[n].helper == key else ties[n].helper
            spot = spots[key]
            level = key == WHOLE_TEAM
            ports[n, key] = (
                (spot.x + towards * spot.half, clamped(spots[other].y, spot)) if level
                else spot.port(place, len(fan), towards)
            )  # fmt: skip
    return ports


def clamped(y: float, spot: Spot) -> float:
    return min(max(y, spot.y - spot.reach), spot.y + spot.reach)


def side_towards(one: Spot, other: Spot) -> int:
    return 1 if other.x > one.x else -1


def one_tie(tie: TeamTie, start: Port, end: Port, names: Mapping[str, str]) -> str:
    """Line, arrowheads and tooltip; the line stops at the foot of an arrowhead, so its tip stays sharp."""
    towards = 1 if end[0] > start[0] else -1
    heads = arrow(*end, towards) + (arrow(*start, -towards) if tie.both else "")
    stop = (end[0] - towards * ARROW / 2, end[1])
    begin = (start[0] + towards * ARROW / 2, start[1]) if tie.both else start
    return drawn(tie, curve(begin, stop), heads, names)


def one_arc(tie: TeamTie, spots: Mapping[str, Spot], lane: int, names: Mapping[str, str]) -> str:
    """A tie between two members: a bracket beside their column, in its lane."""
    start, end = spots[tie.helper], spots[tie.helped]
    down = 1 if end.y > start.y else -1
    y1, y2 = start.y + down * (start.reach - 4 * lane), end.y - down * (end.reach - 4 * lane)
    x, out = start.x - start.half - 2, start.x - start.half - LANES[lane]
    bend = min(CORNER, abs(y2 - y1) / 2)
    begin, stop = (x - ARROW / 2 if tie.both else x), x - ARROW / 2
    path = (
        f"M{number(begin)} {number(y1)}H{number(out + bend)}Q{number(out)} {number(y1)} {number(out)} {number(y1 + down * bend)}"
        f"V{number(y2 - down * bend)}Q{number(out)} {number(y2)} {number(out + bend)} {number(y2)}H{number(stop)}"
    )
    return drawn(tie, path, arrow(x, y2, 1) + (arrow(x, y1, 1) if tie.both else ""), names)


def lanes_of(mates: list[TeamTie], spots: Mapping[str, Spot]) -> list[int]:
    """For each tie between members a lane, inner ones for short ties, another where two would run along each other."""
    spans = [tuple(sorted((spots[tie.helper].y, spots[tie.helped].y))) for tie in mates]
    lanes: dict[int, int] = {}
    for n in sorted(range(len(mates)), key=lambda n: spans[n][1] - spans[n][0]):
        low, high = spans[n]
        met = {lane for other, lane in lanes.items() if spans[other][0] <= high and low <= spans[other][1]}
        lanes[n] = min(set(range(len(LANES))) - met, default=len(LANES) - 1)
    return [lanes[n] for n in range(len(mates))]


def drawn(tie: TeamTie, path: str, heads: str, names: Mapping[str, str]) -> str:
    look = f"tie{' both' if tie.both else ''}{LOOKS.get(tie.status, '')}"
    told = element("title", escaped(sentence(tie, names)))
    return element(
        "g", [told, element("path", class_="line", d=path), element("path", class_="tip", d=heads)], class_=look
    )


def sentence(tie: TeamTie, names: Mapping[str, str]) -> str:
    one, other = names[tie.helper], names[tie.helped]
    if tie.both:
        return say("{one} and {other} help each other", one=one, other=other)
    return say("{one} helps {other}", one=one, other=other)
