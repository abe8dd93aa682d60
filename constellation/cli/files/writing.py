"""The inputs as they were used, as tidy tables that can be read again to the same problem."""

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from constellation.cli.files import answers, pairs
from constellation.cli.files.answers import Needs, Offers
from constellation.cli.files.cells import safe_cell
from constellation.cli.files.inputs import RULES_FILE, Inputs
from constellation.cli.files.roster import WISHES, WRITTEN, Roster
from constellation.cli.files.ties import CURRENT_COLUMNS
from constellation.engine.problem import Pairs
from constellation.report.results import SIMULATED

CONFLICTS_WRITTEN = ("person_id", "partner_id")  # the reason stays where it was said


def write_inputs(inputs: Inputs, folder: Path) -> None:
    """Write the tables and `rules.json` into the folder, which is made if need be.

    A file that was not among the inputs is not written, except the answers that were drawn and the needs of pairs.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ids, areas, problem = inputs.roster.ids, inputs.area_names, inputs.problem
    ready = isinstance(problem, Pairs)
    note = SIMULATED if inputs.simulated else ""
    write_rows(folder / "people.csv", [*WRITTEN, *wishes_in(inputs.roster)], people_rows(inputs.roster), note)
    if isinstance(problem, Pairs):
        write_rows(folder / "pairs.csv", pairs.COLUMNS, pair_rows(problem, ids, areas), note)
    if ready or inputs.simulated or "needs" in inputs.files:
        rows = answer_rows(inputs.needs, inputs.needs.weight.tolist(), ids, areas)
        write_rows(folder / "needs.csv", answers.NEEDS_COLUMNS, rows, note)
    if not ready and (inputs.simulated or "offers" in inputs.files):
        rows = answer_rows(inputs.offers, inputs.offers.level.tolist(), ids, areas)
        write_rows(folder / "offers.csv", answers.OFFERS_COLUMNS, rows, note)
    if "conflicts" in inputs.files:
        ends = [(ids[a], ids[b]) for a, b in inputs.barred.tolist() if a < b]
        write_rows(folder / "conflicts.csv", CONFLICTS_WRITTEN, ends, note)
    if "current" in inputs.files:
        write_rows(folder / "current.csv", CURRENT_COLUMNS, current_rows(inputs), note)
    mode = "pairs" if ready else "answers"
    said = {"pack": inputs.pack.name, "mode": mode, "simulated": inputs.simulated, "rules": inputs.rules}
    said |= {"watermark": note} if note else {}
    (folder / RULES_FILE).write_text(json.dumps(said, indent=2) + "\n", encoding="utf-8")


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str | float]], note: str) -> None:
    """A table as `read_table` reads it: text made safe, numbers in full; where there is a note, every row ends with it."""
    more = (["note"], [note]) if note else ([], [])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*columns, *more[0]])
        safe = ([safe_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
        writer.writerows(row + more[1] for row in safe)


def people_rows(roster: Roster) -> Iterable[tuple[str | int, ...]]:
    words = roster.ids, roster.name, roster.department, roster.college, roster.campus
    career = roster.rank, roster.stage, roster.role
    lists = [getattr(roster, column) for column in ("interests", *wishes_in(roster))]
    phrases = [[";".join(one) for one in column] for column in lists]
    return zip(*words, *career, roster.seeks.tolist(), roster.gives.tolist(), *phrases, strict=True)


def wishes_in(roster: Roster) -> list[str]:
    return [column for column in WISHES if any(getattr(roster, column))]


def answer_rows(
    given: Needs | Offers, numbers: Sequence[float], ids: Sequence[str], areas: Sequence[str]
) -> Iterable[tuple[str | float, ...]]:
    for person, area, number, topics in zip(
        given.person.tolist(), given.area.tolist(), numbers, given.topics, strict=True
    ):
        yield ids[person], areas[area], number, ";".join(topics)


def pair_rows(problem: Pairs, ids: Sequence[str], areas: Sequence[str]) -> Iterable[tuple[str | float, ...]]:
    ends = zip(problem.person.tolist(), problem.partner.tolist(), problem.area.tolist(), strict=True)
    for (person, partner, area), help_, extra in zip(ends, problem.help.tolist(), problem.extra.tolist(), strict=True):
        yield ids[person], ids[partner], areas[area], help_, extra


def current_rows(inputs: Inputs) -> Iterable[tuple[str, ...]]:
    """As stated: a tie that a conflict undid still says keep, so that nothing tells which it is."""
    names = inputs.area_names
    if not isinstance(inputs.problem, Pairs):
        names = [area.key for area in inputs.pack.areas]
    for tie in inputs.current:
        areas = ";".join(names[area] for area in tie.areas)
        yield inputs.roster.ids[tie.person], inputs.roster.ids[tie.partner], areas, "yes" if tie.keep else "no"
