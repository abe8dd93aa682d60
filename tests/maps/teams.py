"""Teams and programs made by chance with a seed, and what is measured in their drawings."""

import random
from collections import Counter
from itertools import combinations

from lxml import etree

from constellation.maps.network import COLLECTIVE, ENDED, GROUP, PERSON, PLACEHOLDER, PLANNED, Area
from constellation.maps.program_data import ProgramPerson, ProgramTie
from constellation.maps.team_data import WHOLE_TEAM, Member, Team, TeamPartner, TeamTie

SVG = "{http://www.w3.org/2000/svg}"
WORDS = [
    "Ana",
    "Okafor",
    "Chloé",
    "Wu",
    "Maximiliana-Featherstonehaugh",
    "Li",
    "Women",
    "at",
    "full",
    "Five",
    "Colleges",
    "الفاسي",
    "工学部",
    "Writing",
    "coach",
    "Associate",
    "dean",
    "Ng",
    "WWWW",
    "external",
    "scholar",
    "University",
    "of",
    "Massachusetts",
]
AREAS = tuple(Area(f"a{n}", f"Area number {n}", "ABCDEFGHIJ"[n]) for n in range(10))


def random_team(seed: int, most_core: int = 12, most_partners: int = 20) -> Team:
    chance = random.Random(seed)

    def words(most):
        return " ".join(chance.choices(WORDS, k=chance.randint(0 if most < 5 else 1, most)))

    core = tuple(Member(f"m{n}", words(6), words(4)) for n in range(chance.randint(1, most_core)))
    partners = tuple(
        TeamPartner(
            f"p{n}", words(40 if chance.random() < 0.1 else 6), chance.random() < 0.5, words(4),
            chance.choice([PERSON, PERSON, GROUP, COLLECTIVE, PLACEHOLDER]),
            chance.choice(["current", "current", PLANNED, ENDED]),
        )
        for n in range(chance.randint(0, most_partners))
    )  # fmt: skip
    members = [member.key for member in core] + [WHOLE_TEAM]
    ties = []
    for partner in partners:
        for member in chance.sample(members, min(len(members), chance.randint(1, 4))):
            ends = (partner.key, member) if chance.random() < 0.7 else (member, partner.key)
            areas = tuple(area.key for area in chance.sample(AREAS, chance.randint(0, 3)))
            ties.append(TeamTie(*ends, chance.random() < 0.4, areas))
    mates = [TeamTie(a.key, b.key, True) for a, b in combinations(core, 2) if chance.random() < 0.2]
    return Team(words(8), core, partners, (*ties, *mates), AREAS, "Planned")


def random_program(people: int, ties: int, units: int, seed: int = 1) -> tuple[list[ProgramPerson], list[ProgramTie]]:
    """Units of very different sizes, two ties in three inside one, one in four mutual."""
    chance = random.Random(seed)
    weights = [1 / (unit + 1.5) for unit in range(units)]
    homes = chance.choices(range(units), weights, k=people)
    colleagues = [[n for n, home in enumerate(homes) if home == unit] for unit in range(units)]
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < ties:
        one = chance.randrange(people)
        other = chance.choice(colleagues[homes[one]]) if chance.random() < 0.65 else chance.randrange(people)
        if one != other:
            pairs.add((one, other))
            if chance.random() < 0.25 and len(pairs) < ties:
                pairs.add((other, one))
    load = Counter(one for one, _ in pairs)
    return (
        [ProgramPerson(f"key-{n}", f"Unit {home}", load[n], f"Person Name{n}") for n, home in enumerate(homes)],
        [ProgramTie(f"key-{one}", f"key-{other}") for one, other in sorted(pairs)],
    )


def parsed(svg: str) -> etree._Element:
    return etree.fromstring(svg)


def texts(svg: str, *looks: str) -> list[tuple[str, float, float, float, float]]:
    """Each text of these classes with left, top, right, bottom, its letters taken as 0.5 of their size wide."""
    found = []
    for text in parsed(svg).iter(f"{SVG}text"):
        if text.get("class") in looks:
            told, size = text.text or "", float(text.get("font-size"))
            x, y, wide = float(text.get("x")), float(text.get("y")), 0.5 * size * len(told)
            anchor = text.get("text-anchor", "start")
            if text.get("direction") == "rtl":
                anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
            left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
            found.append((told, left, y - 0.72 * size, left + wide, y + 0.2 * size))
    return found


def meeting(boxes: list[tuple[float, float, float, float]]) -> list[tuple[int, int]]:
    """Numbers of each two boxes that share more than half a unit each way."""
    return [
        (one, other)
        for (one, a), (other, b) in combinations(enumerate(boxes), 2)
        if min(a[2], b[2]) - max(a[0], b[0]) > 0.5 and min(a[3], b[3]) - max(a[1], b[1]) > 0.5
    ]
