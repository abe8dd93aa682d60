"""Lists in which some people stand two or three times, written differently each time, and who is who is known."""

import random
from itertools import combinations

from constellation.intake.content.names import read_name
from constellation.intake.content.ranks import read_rank
from constellation.intake.content.text import mend, same

GIVEN = """Agnieszka Amara Anselm Beatriz Björn Carmen Cillian Dagmar Dimitra Eleonora Farouk Fiona Giovanni Haruka Ilse
Ingrid Jamal João Katarzyna Keiko Lucía Magnus Marek Nadia Niamh Olumide Paloma Pedro Rafael Renée Ruth Salma Sanjay
Sigrid Stefan Tadeusz Uma Viktor Wanjiru Yusuf Zainab William Robert Margaret""".split()  # noqa: SIM905
FAMILY = """Adeyemi Almeida Bergström Bhattacharya Chowdhury Costa Czerny Dupont Eriksson Fernández Fitzgerald Gonçalves
Haraldsson Iyer Jansen Kaplan Kimura Lindqvist Mbeki Moreau Nakamura Nwosu Ortega Özdemir Petrov Quinn Rossi Sørensen
Tanaka Ueda Vasquez Weiß Xiong Yıldız Zieliński O'Neill Mac-Donald""".split()  # noqa: SIM905
PARTICLES = ["de la Cruz", "von Stein", "al-Rashid", "St. Clair", "ter Horst"]
NICKNAMES = {"William": "Bill", "Robert": "Bob", "Margaret": "Peggy"}
UNITS = """Anthropology,Art History,Astronomy,Bio Chem/Molec,Botany,Civil/Envir Eng,Classics,Curric/Instruct,
Dairy Science,Econ & Finance,Entomology,Food Sc/Nutr,Forest Ecol,Geography,German/Slavic,Hort Science,Journalism,
Kinesiol/Health,Linguistics,Nuclear Eng,Ophthalmology,Plant Path,Political Sc,Soil Science,Zoology""".replace(
    "\n", ""
).split(",")
TITLES = [
    ["Professor", "Prof.", "PROF"],
    ["Associate Professor", "Associate Prof.", "ASSOC PROF"],
    ["Assistant Professor", "Assistant Prof.", "ASST PROF"],
]
Row = dict[str, str]


def people(chance: random.Random, number: int = 60, siblings: int = 4) -> list[Row]:
    """Invented people, each with another name; the last ones are siblings of others, in one department and rank."""
    made: list[Row] = []
    names: set[tuple[str, str]] = set()
    while len(made) < number:
        given, family = chance.choice(GIVEN), chance.choice(FAMILY + PARTICLES)
        if (given, family) not in names:
            names.add((given, family))
            made.append(person(chance, len(made), given, family, chance.choice(UNITS)))
    for one in chance.sample(made, siblings):
        others = [g for g in GIVEN if g[0] == one["given"][0] and (g, one["family"]) not in names]
        if others:
            sibling = person(chance, len(made), chance.choice(others), one["family"], one["unit"])
            one["sibling"] = sibling["sibling"] = "yes"
            made.append(sibling | {"title": one["title"]})
    return made


def person(chance: random.Random, number: int, given: str, family: str, unit: str) -> Row:
    plain = same(family).replace(" ", "")
    digits = "".join(str(chance.randrange(10)) for _ in range(12))
    return {
        "key": str(number),
        "given": given,
        "middle": chance.choice(["", "", "J", "M."]),
        "family": family,
        "unit": unit,
        "title": str(chance.randrange(len(TITLES))),
        "email": f"{given[0].lower()}{plain[:7]}{number}@college.example",
        "office": f"{plain}@dept.college.example",
        "orcid": f"0000-{digits[:4]}-{digits[4:8]}-{digits[8:]}" if chance.random() < 0.7 else "",
    }


def rows(chance: random.Random, someone: Row) -> list[Row]:
    """One to three rows of a person, in different hands; of siblings also one that nobody can tell whose it is."""
    hands = [natural, shouted, comma, initial, informal]
    if "sibling" in someone:
        known = [hand(chance, someone) for hand in chance.sample([natural, shouted, comma], 2)]
        unknown = initial(chance, someone | {"orcid": ""}) | {"truth": f"unknown {someone['key']}"}
        return [row | {"truth": someone["key"]} for row in known] + [unknown] * (int(someone["key"]) >= 60)
    return [
        hand(chance, someone) | {"truth": someone["key"]}
        for hand in chance.sample(hands, chance.choice([1, 1, 2, 2, 3]))
    ]


def row(chance: random.Random, someone: Row, name: str, email: str, orcid: bool) -> Row:
    unit = someone["unit"]
    written = chance.choice([unit, f"Dept of {unit}", f"{unit}.", f"{unit[: max(len(unit) - 2, 8)]}."])
    title = chance.choice(TITLES[int(someone["title"])])
    return {"name": name, "email": email, "dept": written, "title": title, "orcid": someone["orcid"] if orcid else ""}


def natural(chance: random.Random, who: Row) -> Row:
    return row(chance, who, f"{who['given']} {who['family']}", who["email"], chance.random() < 0.5)


def shouted(chance: random.Random, who: Row) -> Row:
    return row(chance, who, f"{who['family'].upper()} {who['given']}", who["email"], chance.random() < 0.5)


def comma(chance: random.Random, who: Row) -> Row:
    return row(
        chance,
        who,
        f"{who['family']}, {who['given']} {who['middle']}".strip(),
        who["email"].upper(),
        chance.random() < 0.5,
    )


def initial(chance: random.Random, who: Row) -> Row:
    return row(chance, who, f"{who['given'][0]}. {who['family']}", who["office"], chance.random() < 0.3)


def informal(chance: random.Random, who: Row) -> Row:
    return row(chance, who, f"{NICKNAMES.get(who['given'], who['given'])} {who['family']}", "", False)


def columns(found: list[Row]) -> dict[str, list[str]]:
    """The rows as clean columns."""
    names = [read_name(mend(one["name"])[0]) for one in found]
    return {
        "given": [name.given for name in names],
        "middle": [name.middle for name in names],
        "family": [name.family for name in names],
        "preferred": [name.preferred for name in names],
        "email": [one["email"].lower() for one in found],
        "department": [one["dept"] for one in found],
        "title": [one["title"] for one in found],
        "rank": [read_rank(one["title"]).rank for one in found],
        "orcid": [one["orcid"] for one in found],
    }


def true_pairs(keys: list[str]) -> set[tuple[int, int]]:
    return {(i, j) for i, j in combinations(range(len(keys)), 2) if keys[i] == keys[j]}
