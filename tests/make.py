"""Made results of a design run: small enough to check by eye, believable enough to look at."""

from collections import Counter, defaultdict
from random import Random

from constellation.report.results import (
    Changes,
    Coverage,
    Load,
    Mend,
    Note,
    PersonRow,
    Results,
    TieRow,
    UnmetRow,
)

DEPARTMENTS = {
    "History": "Arts and Sciences", "Sociology": "Arts and Sciences", "Biology": "Arts and Sciences",
    "Physics and Astronomy": "Arts and Sciences", "Mathematics": "Arts and Sciences",
    "Computer Science": "Engineering", "Civil Engineering": "Engineering", "Nursing": "Health",
    "Public Health": "Health", "Library": "",
}  # fmt: skip
AREAS = (
    "Getting started and oriented", "Building teaching, research and service skills", "Navigating the tenure track",
    "Work-life balance", "Professional networks", "Promotion to full, leadership, retirement", "Choosing among paths",
)  # fmt: skip
FIRST = (
    "Amara",
    "Celia",
    "Dmitri",
    "Elena",
    "Farid",
    "Grace",
    "Hiro",
    "Ines",
    "Jonas",
    "Keiko",
    "Lior",
    "Mei",
    "Nadia",
)
LAST = ("Okonski", "Drummond", "Abara", "Lindqvist", "Moreau", "Tanaka", "Osei", "Haddad", "Novak", "Silva", "Brandt")
RANKS = ("assistant", "associate", "professor", "instructor")
HOSTILE = {
    0: "<script>document.title='taken'</script>",
    1: "=HYPERLINK(\"http://example.org\")",
    2: "Maximiliana " + "Featherstonehaugh-" * 10 + "Smith",
    3: "نورا الفاسي",
    4: "Zoë 🌟 Ångström",
    5: "@SUM(A1)",
}  # fmt: skip


def make_results(people=120, seed=7, hostile=True, **changed) -> Results:
    """A run over `people` persons; names that attack files are among them unless `hostile` is off."""
    chance = Random(seed)
    persons = [make_person(number, chance, hostile) for number in range(people)]
    wanted = {p[0]: chance.sample(AREAS, chance.choice((2, 3, 3, 4))) for p in persons if chance.random() < 0.8}
    offered = {p[0]: chance.sample(AREAS, 3) for p in persons if chance.random() < 0.65}
    seats = {who: chance.randint(1, 4) for who in offered}
    ties, unmet, load = make_ties(persons, wanted, offered, seats, chance)
    rows = make_rows(persons, wanted, seats, ties, unmet, load)
    needs = Counter(area for areas in wanted.values() for area in areas)
    missing = Counter(row.area for row in unmet)
    value = sum(row.value for row in rows)
    made = {
        "title": "Riverton faculty, spring cycle",
        "simulated": False,
        "stopped": False,
        "summary": make_summary(value),
        "ties": ties,
        "unmet": unmet,
        "people": rows,
        "prices": [(who, chance.random() / 3) for who in offered],
        "coverage_by_area": [Coverage(a, people, needs[a], needs[a] - missing[a]) for a in AREAS],
        "coverage_by_department": by_department(persons, wanted, unmet),
        "load": by_load(persons, seats, load),
        "mends": make_mends(persons, unmet),
        "changes": Changes(kept=14, proposed_again=6, not_proposed=3, new=max(0, len(ties) - 20)),
        "notes": make_notes(),
    }
    return Results(**{**made, **changed})


def make_person(number, chance, hostile):
    """Id, name, department, rank."""
    name = f"{FIRST[number * 5 % len(FIRST)]} {LAST[number * 3 % len(LAST)]}"
    return (
        f"p{number + 1:03d}",
        HOSTILE.get(number, name) if hostile else name,
        chance.choice(list(DEPARTMENTS)),
        chance.choice(RANKS),
    )


def make_ties(persons, wanted, offered, seats, chance):
    """First come, first served: not a good design, but one that keeps the seats."""
    department = {who: unit for who, _, unit, _ in persons}
    ties, unmet, load = [], [], Counter()
    for who, areas in wanted.items():
        partners = defaultdict(list)
        for area in areas:
            free = [j for j, gives in offered.items() if j != who and area in gives and load[j] < seats[j]]
            if not free or chance.random() < 0.1:
                unmet.append(UnmetRow(who, area, "no suitable partner free", f"A seat more for {area} would serve."))
                continue
            partner = next((j for j in free if j in partners), chance.choice(free))
            load[partner] += partner not in partners
            partners[partner].append(area)
        for partner, helps in partners.items():
            inside = department[who] == department[partner]
            share = len(helps) / len(areas) * chance.uniform(0.6, 0.95)
            reason = f"Offers {helps[0].lower()}; {'in' if inside else 'outside'} the department."
            ties.append(TieRow(who, partner, "near peer", tuple(helps), share, inside, reason))
    return ties, unmet, load


def make_rows(persons, wanted, seats, ties, unmet, load):
    value, partners = Counter(), Counter(tie.person_id for tie in ties)
    for tie in ties:
        value[tie.person_id] += tie.contribution
    still_open = Counter(row.person_id for row in unmet)
    rows = []
    for who, name, unit, rank in persons:
        needs = len(wanted.get(who, ()))
        coverage = (needs - still_open[who]) / needs if needs else None
        best = value[who] / max(value[who], 0.97) if needs else None
        counts = (needs, partners[who], coverage, value[who], best, seats.get(who, 0), load[who])
        rows.append(PersonRow(who, name, unit, DEPARTMENTS[unit], rank, *counts))
    return rows


def make_summary(value):
    return {
        "value": value,
        "bound": value * 1.0004,
        "bound_scope": "all pairs",
        "objective": {"alpha": 1.0, "value": -21.404, "bound": -21.331},
        "worst_share": 0.412,
        "pack": "umass",
        "rules": ["one partner inside the department where possible", "nobody who evaluates a person"],
        "seed": 20260917,
        "version": "0.1.0",
        "seconds": 4.37,
    }


def by_department(persons, wanted, unmet):
    department = {who: unit for who, _, unit, _ in persons}
    size = Counter(department.values())
    needs = Counter(department[who] for who, areas in wanted.items() for _ in areas)
    missing = Counter(department[row.person_id] for row in unmet)
    return [Coverage(unit, size[unit], needs[unit], needs[unit] - missing[unit]) for unit in DEPARTMENTS]


def by_load(persons, seats, load):
    groups = defaultdict(lambda: [0, 0, 0])
    for who, _, _, rank in persons:
        if who in seats:
            group = groups[rank]
            group[0], group[1], group[2] = group[0] + 1, group[1] + seats[who], group[2] + load[who]
    return [Load(rank, *counts) for rank, counts in groups.items()]


def make_mends(persons, unmet):
    department = {who: unit for who, _, unit, _ in persons}
    waiting = Counter((row.area, department[row.person_id]) for row in unmet)
    return [Mend(area, unit, seats=n, people=n, offered=unit != "Library") for (area, unit), n in waiting.items()]


def make_notes():
    return [
        Note("people.csv line 31", "Rank “Asst Prof” was read as assistant. Write assistant to silence this."),
        Note("needs.csv line 7", "The weights of p004 add up to 1.2 and were scaled to 1. Mend the column weight."),
        Note("offers.csv line 52", "“Tenure” was read as “Navigating the tenure track”. Use the area’s name or key."),
        Note("conflicts.csv line 3", "<img src=x onerror=alert(1)> is nobody on the roster; the row was left out."),
    ]
