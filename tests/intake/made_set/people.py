"""Sixty invented people on real department, rank and first-year combinations: the right answers of a made set."""

import csv
import random
import unicodedata
from dataclasses import dataclass
from pathlib import Path

GIVEN = """María José|Mary Jo|Anna Lena|Thị Lan|Maria Luísa|Ji-woo|Soo-jin|Wei|Xiaoming|Guðrún|Björk|Mehmet|İpek|Ayşe|Zsófia
László|Agnieszka|Paweł|Oluwaseun|Ngozi|Keanu|Leilani|Caoimhe|Pádraig|Jean-Luc|Geneviève|João|Beatriz|Lakshmi|Arjun
Abd al-Rahman|Omar|Layla|Hendrik|Femke|Jürgen|Björn|Astrid|Elizabeth|Katherine|James|Richard|Christopher|Thomas
Antonio|Guillermo|Yuki|Kenji|Dmitri|Olena|Đorđe|Ștefan|Ruth|Grace|D'Shawn|Mary Kate|Li|Cyril|Ömer|Éva"""
FAMILY = """García Márquez|Ibarra Quintero|da Silva|dos Santos|van den Heuvel|de Vries|von der Leyen|de la Tour|D'Angelo
MacLeod|Abd al-Rahman|al-Masri|Venkataraman|Chatterjee|Kim|Choi|Zhang|Liu|Phạm|Jónsdóttir|Guðmundsson|Yıldız|Çelik|Şahin
Wiśniewska|Szczepański|Nagy|Szőke|Adebayo|Eze|Kamehameha|Kealoha|Ní Bhriain|O'Keeffe|Taylor-Greene|Lindström|Horák
Petrović|Popescu|Yamamoto|Ito|Hernández|Schäfer|Weiß|Li|Ng|Fitzgerald|Ben-David|Mbeki|Van Dyke|De Luca|Du Bois
St. Clair|Ó Briain|Silva|Cohen|Patel|Roosevelt|Ek|Żak"""
MIDDLE = ["", "", "", "J", "M.", "A.", "Q. R.", "van", "B", "T. S."]
PREFERRED = {
    "Elizabeth": "Liz", "Katherine": "Kate", "James": "Jim", "Richard": "Dick", "Christopher": "Chris", "Thomas": "Tom",
    "Antonio": "Tony", "María José": "María", "Mary Jo": "Mary", "Jean-Luc": "JL", "Guillermo": "Memo",
}  # fmt: skip
TITLES = {
    "professor": "Professor", "associate": "Associate Professor", "assistant": "Assistant Professor",
    "distinguished": "Distinguished Professor", "university": "University Professor", "chair": "Professor and Chair",
    "adjunct": "Adjunct Assistant Professor",
}  # fmt: skip
CODES = {
    "professor": "PROF", "associate": "ASSOC PROF", "assistant": "ASST PROF", "distinguished": "DIST PROF",
    "university": "UNIV PROF", "chair": "PROF & CHAIR", "adjunct": "ADJ ASST PROF",
}  # fmt: skip
JOBS = {
    "assistant": "AP1", "associate": "AP2", "professor": "AP3", "distinguished": "AP4", "university": "AP5", "chair": "AP6",
    "adjunct": "NT1",
}  # fmt: skip
COLUMNS = (
    "person_key", "employee_id", "given", "middle", "family", "preferred", "email", "department", "college", "rank", "title",
    "hire_date", "gender", "orcid", "tenure", "fte",
)  # fmt: skip
LETTERS = str.maketrans({"ß": "ss", "þ": "th", "ð": "d", "đ": "d", "ł": "l", "ø": "o", "æ": "ae", "ı": "i"})
Person = dict[str, str]


@dataclass
class Made:
    """What every writer of a file needs."""

    folder: Path
    people: list[Person]
    chance: random.Random

    def orgn(self) -> dict[str, int]:
        """The number of each department."""
        return {unit: 1000 + 7 * at for at, unit in enumerate(sorted({one["department"] for one in self.people}))}

    def units(self) -> list[str]:
        return sorted({one["department"] for one in self.people})


def make_people(roster: Path, seed: int, number: int = 60) -> list[Person]:
    """The last two bear the names of two others, in other departments."""
    chance = random.Random(seed)
    posts = real_posts(roster)
    names: list[tuple[str, str]] = []
    while len(names) < number - 2:
        name = chance.choice(words(GIVEN)), chance.choice(words(FAMILY))
        if name not in names:
            names.append(name)
    names += chance.sample(names[:20], 2)
    chosen = chance.sample(posts, number)
    ids = chance.sample(range(1_000_000, 99_999_999), number)
    return [
        person(chance, at, name, post, f"{ids[at]:09d}")
        for at, (name, post) in enumerate(zip(names, chosen, strict=True))
    ]


def words(text: str) -> list[str]:
    return text.replace("\n", "|").split("|")


def real_posts(roster: Path) -> list[Person]:
    """Each person's last department, college, rank, gender and first year in the real roster."""
    first: dict[str, int] = {}
    last: dict[str, Person] = {}
    with roster.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            first[row["person_id"]] = min(first.get(row["person_id"], 9999), int(row["fiscal_year"]))
            last[row["person_id"]] = row
    return [
        row | {"first": str(first[key])}
        for key, row in sorted(last.items())
        if row["rank"] in TITLES
        and row["department"]
        and row["college"].upper().startswith("COLLEGE")
        and row["gender"] in "MF"
    ]


def person(chance: random.Random, at: int, name: tuple[str, str], post: Person, number: str) -> Person:
    given, family = name
    year = int(post["first"]) if int(post["first"]) > 2007 else chance.randrange(1975, 2008)
    tenure = {"assistant": "TT", "adjunct": "NTT"}.get(post["rank"], "T")
    return {
        "person_key": f"K{at:04d}",
        "employee_id": number,
        "given": given,
        "middle": chance.choice(MIDDLE),
        "family": family,
        "preferred": PREFERRED.get(given, ""),
        "email": f"{plain(given)[0]}{plain(family)[:7]}{at}@univ.example",
        "department": post["department"].title(),
        "college": post["college"],
        "rank": post["rank"],
        "title": TITLES[post["rank"]],
        "hire_date": f"{year}-{chance.choice(['01', '07', '08'])}-{chance.choice(['01', '15', '16', '20'])}",
        "gender": post["gender"],
        "orcid": orcid(chance) if chance.random() < 0.6 else "",
        "tenure": tenure,
        "fte": chance.choice(["1.0", "1.0", "1.0", "0.75", "0.5"]),
    }


def plain(text: str) -> str:
    """Small ASCII letters only, as an address has them."""
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(LETTERS))
    return "".join(c for c in decomposed if c.isascii() and c.isalpha())


def orcid(chance: random.Random) -> str:
    digits = f"00000002{chance.randrange(10**7):07d}"
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    whole = digits + ("X" if check == 10 else str(check))
    return "-".join(whole[at : at + 4] for at in range(0, 16, 4))


def write_truth(made: Made) -> None:
    with (made.folder / "_truth_people.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(made.people)
