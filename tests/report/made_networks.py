"""Made results around one person with so many partners, and small programs run through the engine."""

from dataclasses import replace

import numpy as np

from constellation.cli.account import results_of
from constellation.cli.files import find_files, load_inputs
from constellation.engine import design
from constellation.packs import load
from constellation.report.facts import Facts
from constellation.report.results import KeptRow, PersonRow, Results, TieRow, UnmetRow
from tests.cli.design_runs import write
from tests.make import AREAS, HOSTILE, make_results

LONG = ("Maximiliana " + "Featherstonehaugh-" * 12)[:200]
NAMES = (LONG, "نورا الفاسي", "שרה כהן־לוי", "Zoë 🌟 Ångström", "李 小龍", HOSTILE[0], "O’Brien & Söhne", "Ana Ruiz")
DEPARTMENTS = (("History", "Arts", "North"), ("Law", "Law", "North"), ("History", "Arts", "South"), ("", "", ""))
ROLES = ("near peer", "peer", "senior faculty", "librarian", "external scholar", "staff expert")


def person_with(partners, open_needs=1, kept=0, needs=4) -> Results:
    """Results in which `me` has so many new and kept partners; names are long, right to left, hostile, emoji."""
    rows = [person("me", "Ana Ruiz", ("History", "Arts", "North"), seeks=partners)]
    everybody = [f"q{number:03d}" for number in range(partners + kept)]
    rows += [
        person(key, NAMES[n % len(NAMES)], DEPARTMENTS[n % len(DEPARTMENTS)], gives=2)
        for n, key in enumerate(everybody)
    ]
    wanted = AREAS[:needs]
    ties = [tie("me", key, n, wanted) for n, key in enumerate(everybody[:partners])]
    had = [KeptRow("me", key, "peer", (wanted[0],), True) for key in everybody[partners:]]
    unmet = [UnmetRow("me", area, "no suitable partner free", "mend") for area in AREAS[needs : needs + open_needs]]
    stated = [*wanted, *(row.area for row in unmet)] if partners + kept + open_needs else []
    return made_of(rows, ties, had, unmet, stated)


def person(key, name, place, **changed) -> PersonRow:
    counts = {"seeks": 0, "partners": 0, "coverage": None, "value": 0.0, "share_of_best": None, "gives": 0, "load": 0}
    interests = ("oral history", "migration and the city", LONG)
    return PersonRow(
        key, name, place[0], place[1], "professor", **(counts | changed), campus=place[2], interests=interests
    )


def tie(person_id, partner_id, number, wanted) -> TieRow:
    areas = tuple(wanted[: 1 + number % 3])
    told = f"Helps with {areas[0]}."
    topics = ("tenure file",) if number % 2 else ()
    inside = DEPARTMENTS[number % len(DEPARTMENTS)][0] == "History" if number % 4 != 3 else None
    role = ROLES[number % len(ROLES)]
    return TieRow(person_id, partner_id, role, areas, 0.2, inside, told + " And back.", topics, number % 2 == 0, told)


def made_of(rows, ties, kept, unmet, stated) -> Results:
    needs = [AREAS.index(area) for area in stated]
    made = make_results(people=0, ties=ties, unmet=unmet, mends=[], changes=None, notes=[])
    return replace(made, people=rows, kept=kept, facts=facts(len(rows), needs, unmet))


def facts(people, needs, unmet) -> Facts:
    """What `me`, the first of all, needs; nobody else anything."""
    nothing, words = np.zeros(people, np.int64), [""] * people
    still = {row.area for row in unmet}
    covered = np.array([AREAS[area] not in still for area in needs], bool)
    area = np.array(needs, np.int64)
    return Facts(
        AREAS, words, words, words, words, nothing, nothing, nothing, nothing, nothing, nothing,
        nothing > 0, np.zeros(len(needs), np.int64), area, covered, covered, area[:0], area[:0], False,
    )  # fmt: skip


def ran(folder, simulate=False, **tables) -> Results:
    """Results of a whole run over tables."""
    pack = load("umass")
    inputs = load_inputs(find_files(write(folder, **tables), {}), pack, {}, simulate, 0)
    return results_of(inputs, design(inputs.problem, seed=0), pack.title, {"seed": 0})
