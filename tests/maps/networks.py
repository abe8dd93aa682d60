"""Random networks for tests of maps: any number of partners, names of every kind, the same for the same seed."""

from random import Random

from constellation.maps.network import (
    COLLECTIVE,
    ENDED,
    GROUP,
    PERSON,
    PLACEHOLDER,
    PLANNED,
    Area,
    Gap,
    Network,
    Partner,
    Sector,
)

FIRST = [
    "Ana",
    "Wolfgang",
    "Li",
    "Siobhán",
    "Oluwaseun",
    "Maria-Fernanda",
    "Jo",
    "Ahmed",
    "Priya",
    "Þórdís",
    "WILHELMINA",
]
LAST = [
    "Ruiz", "Ng", "Featherstonehaugh", "O’Connor", "Schwarzenegger-Kowalski", "García Márquez", "Li", "Adeyemi",
    "van der Westhuizen", "MMMMWWWW", "Smith",
]  # fmt: skip
STRANGE = [
    "Maximiliana" * 18,
    "W" * 200,
    "نورا عبد الرحمن الفاسي",
    "שירה בן־דוד לוי",
    "陈小明与李华的写作小组",
    "工学部🌟 design 👩‍🔬 circle",
    "A",
    "<b>&\"quoted\"</b>",
    "Prof. Dr. h.c. " + "lorem ipsum " * 14,
    "🇦🇷🇯🇵🇺🇸",
]  # fmt: skip
DETAILS = [
    "",
    "",
    "History",
    "Chemistry and Biochemistry",
    "Department of Spanish, Portuguese and Latin American Studies",
]
SECTORS = ["My department", "Elsewhere on campus", "Other universities", "Beyond academia", "Professional society",
           "Family and friends", "Graduate school", "Teaching center"]  # fmt: skip
AREAS = [
    "Research and grants",
    "Teaching",
    "Promotion",
    "Balance",
    "Networks",
    "Leadership",
    "Getting started",
    "Writing",
]


def random_network(seed: int, partners: int | None = None, gaps: int | None = None, strange: float = 0.08) -> Network:
    """A network of up to 25 partners and 5 gaps unless told otherwise; `strange`: share of unusual names."""
    chance = Random(seed)
    sectors = tuple(Sector(f"s{n}", name) for n, name in enumerate(chance.sample(SECTORS, chance.randint(1, 8))))
    areas = tuple(Area(f"a{n}", name, name[0]) for n, name in enumerate(AREAS))
    favourite, crowded = chance.choice(sectors), chance.random() < 0.3
    ring_weights = chance.choice([(1, 1, 1), (3, 2, 1), (0, 0, 1), (1, 0, 0), (0, 1, 0), (1, 2, 4)])
    count = chance.randint(0, 25) if partners is None else partners
    people = tuple(
        random_partner(
            chance, n, favourite if crowded and chance.random() < 0.8 else chance.choice(sectors), ring_weights, strange
        )
        for n in range(count)
    )
    open_places = chance.randint(0, 5) if gaps is None else gaps
    missing = tuple(
        Gap(
            area.key,
            chance.choice(["", "nobody yet", "nobody outside History"]),
            chance.choice(["", *(s.key for s in sectors)]),
        )
        for area in chance.sample(areas, open_places)
    )
    return Network(chance.choice(["", "Ana Ruiz"]), people, missing, sectors, areas, "November 2026")


def random_partner(chance: Random, n: int, sector: Sector, ring_weights: tuple[int, ...], strange: float) -> Partner:
    odd = chance.random() < strange
    direction = chance.choice([(True, False), (True, True), (False, True), (True, False)])
    return Partner(
        key=f"p{n}",
        name=chance.choice(STRANGE) if odd else f"{chance.choice(FIRST)} {chance.choice(LAST)}",
        sector=sector.key,
        ring=chance.choices((0, 1, 2), ring_weights)[0],
        detail=chance.choice(DETAILS),
        end=chance.choices((PERSON, GROUP, COLLECTIVE, PLACEHOLDER), (12, 1, 1, 1))[0],
        helps_me=direction[0],
        i_help=direction[1],
        areas=tuple(f"a{k}" for k in sorted(chance.sample(range(len(AREAS)), chance.choice([0, 1, 1, 1, 2, 2, 3, 5])))),
        core=chance.random() < 0.15,
        status=chance.choices(("current", PLANNED, ENDED), (10, 2, 1))[0],
    )
