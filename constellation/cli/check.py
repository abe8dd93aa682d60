"""`constellation check`: an output again, by code the solver does not use: feasibility, value, bound."""

import argparse
import io
import json
import math
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from constellation.cli.refusal import Refusal, refused
from constellation.words import as_written, mark, say, say_count

if TYPE_CHECKING:
    from constellation.cli.files import Inputs

EXIT_DISAGREES = 1
SAME = 2e-6  # relative: float64 sums in another order, and data rounded up to float32 in the bound
WORDS = {
    "barred": mark("{a} and {b} must not be paired, and are"),
    "kept": mark("{a} and {b} are partners already, and are tied again"),
    "self": mark("{a} is tied to {a}"),
    "repeated": mark("{a} and {b} are tied twice"),
    "seeks": mark("{a} has more new partners than {a} seeks"),
    "gives": mark("{a} gives more places than {a} offers"),
}


def add_to(commands: Any) -> None:
    words = say("An output again, by code the solver does not use: feasibility, value, bound.")
    one = commands.add_parser("check", help=say("check an output by independent code"), description=words)
    one.add_argument("folder", type=Path, help=say("folder that `constellation design` wrote"))
    one.add_argument("--pack", help=say("the pack's folder, where it was not one of ours"))
    one.add_argument("--quiet", action="store_true", help=say("no progress"))
    one.set_defaults(run=run)


@dataclass(frozen=True)
class Output:
    """What an output folder states, by position: ties, prices by person, lists, and the columns of a proof."""

    inputs: "Inputs"
    summary: dict[str, Any]
    ties: list[dict[str, str]]
    people: list[dict[str, str]]
    person: np.ndarray
    partner: np.ndarray
    price: np.ndarray
    lists: tuple[np.ndarray, np.ndarray] | None
    columns: list[tuple[int, tuple[int, ...]]] | None


def run(asked: argparse.Namespace) -> int:
    output = read_output(asked.folder, asked.pack)
    found = list(disagreements(output, asked.quiet))
    for sentence in found:
        print(sentence)
    if not found:
        print(agrees(len(output.person), output.summary["value"], output.summary["bound"]))
    return EXIT_DISAGREES if found else 0


def agrees(ties: int, value: float, bound: float) -> str:
    return say_count(
        "Agrees: {n} tie keeps every rule; value {value}, bound {bound}.",
        "Agrees: {n} ties keep every rule; value {value}, bound {bound}.",
        ties,
        value=as_written(f"{value:,.6f}"),
        bound=as_written(f"{bound:,.6f}"),
    )


def read_output(folder: Path, pack: str | None) -> Output:
    from constellation import packs
    from constellation.cli.files import find_files, load_inputs

    if not (folder / "summary.json").is_file() or not (folder / "inputs").is_dir():
        problem = say("no summary.json and inputs/ here")
        raise Refusal(refused(folder.name, problem, say("name a folder that design wrote")))
    try:
        summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
        rules = json.loads((folder / "inputs" / "rules.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        problem = say("summary.json or inputs/rules.json cannot be read")
        raise Refusal(refused(folder.name, problem, say("design again"))) from None
    if not isinstance(summary, dict) or not isinstance(rules, dict):
        problem = say("summary.json or inputs/rules.json is not what design wrote")
        raise Refusal(refused(folder.name, problem, say("design again")))
    inputs = load_inputs(find_files(folder / "inputs", {}), packs.load(pack or rules["pack"]), {}, False, 0)
    place = inputs.roster.place
    ties = rows_of(folder / "networks.csv", ("person_id", "partner_id", "contribution"))
    person = positions(place, ties, "person_id", "networks.csv")
    price = np.zeros(len(place))
    prices = rows_of(folder / "prices.csv", ("person_id", "price"))
    price[positions(place, prices, "person_id", "prices.csv")] = numbers(prices, "price", "prices.csv")
    return Output(
        inputs, summary, ties, rows_of(folder / "people.csv", ("person_id", "value")), person,
        positions(place, ties, "partner_id", "networks.csv"), price, lists_of(folder, place),
        columns_of(folder, place),
    )  # fmt: skip


def rows_of(path: Path, wanted: tuple[str, ...]) -> list[dict[str, str]]:
    import csv

    from constellation.cli.files.cells import read_cell
    from constellation.cli.files.tables import place

    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = [{key: read_cell(cell or "") for key, cell in row.items() if key} for row in csv.DictReader(file)]
    except (OSError, ValueError, csv.Error):
        raise Refusal(refused(path.name, say("cannot be read"), say("design again"))) from None
    if rows and (missing := sorted(set(wanted) - rows[0].keys())):
        problem = say("has no column {columns}", columns=", ".join(missing))
        raise Refusal(refused(place(path.name, [1]), problem, say("design again")))
    return rows


def positions(place: dict[str, int], rows: list[dict[str, str]], column: str, file: str) -> np.ndarray:
    known(place, ((line, row[column]) for line, row in enumerate(rows, 2)), file)
    return np.array([place[row[column]] for row in rows], np.int64)


def known(position: dict[str, int], ids: Iterable[tuple[int, str]], file: str) -> None:
    """Refusal for the first (line, id) that is nobody's."""
    from constellation.cli.files.tables import place

    for line, one in ids:
        if one not in position:
            problem = say("{person} is nobody in inputs/people.csv", person=one)
            raise Refusal(refused(place(file, [line]), problem, say("design again")))


def numbers(rows: list[dict[str, str]], column: str, file: str) -> np.ndarray:
    from constellation.cli.files.cells import as_number
    from constellation.cli.files.tables import place

    values = [as_number(row[column]) for row in rows]
    for line, value in enumerate(values, 2):
        if value is None or (column == "price" and value < 0):
            problem = say("{column} is not a number from 0 up", column=column)
            raise Refusal(refused(place(file, [line]), problem, say("design again")))
    return np.array(values, float)


def lists_of(folder: Path, place: dict[str, int]) -> tuple[np.ndarray, np.ndarray] | None:
    path = folder / "inputs" / "lists.csv"
    if not path.is_file():
        return None
    rows = rows_of(path, ("person_id", "partner_id"))
    return positions(place, rows, "person_id", "lists.csv"), positions(place, rows, "partner_id", "lists.csv")


def columns_of(folder: Path, place: dict[str, int]) -> list[tuple[int, tuple[int, ...]]] | None:
    """(person, partners) of every set that a proof is about."""
    import csv

    path = folder / "columns.csv"
    if not path.is_file():
        return None
    rows = rows_of(path, ("person_id", "partners"))
    person = positions(place, rows, "person_id", "columns.csv")
    sets = [next(csv.reader(io.StringIO(row["partners"], newline=""), delimiter=";"), []) for row in rows]
    known(place, ((line, one) for line, members in enumerate(sets, 2) for one in members), "columns.csv")
    return [(i, tuple(place[one] for one in members)) for i, members in zip(person.tolist(), sets, strict=True)]


def disagreements(output: Output, quiet: bool) -> Iterator[str]:
    """A sentence for each thing that is not as stated."""
    from constellation.engine import check, evaluate

    problem, ids = output.inputs.problem, output.inputs.roster.ids
    broken = list(check.broken_rules(problem, output.person, output.partner))
    for finding in broken:
        b = ids[finding.partner] if finding.partner >= 0 else ""
        yield say("networks.csv: {problem}.", problem=say(WORDS[finding.rule], a=ids[finding.person], b=b))
    if broken:
        return  # of ties that may not be, neither value nor bound means anything
    yield from stated_rows(output)
    value = float(evaluate.values(problem, output.person, output.partner).sum())
    yield from stated_summary(output, value)
    bound = output.summary.get("bound")
    if not isinstance(bound, int | float) or not math.isfinite(bound):
        yield say("summary.json: bound is not a number.")
        return
    certified = min(1.0, value / bound) if bound > 0 else 1.0
    yield from unlike("summary.json: certified", output.summary.get("certified"), certified)
    yield from stated_bound(output, value, bound, quiet)


def stated_summary(output: Output, value: float) -> Iterator[str]:
    """summary.json but for the bound."""
    problem = output.inputs.problem
    yield from unlike("summary.json: value", output.summary.get("value"), value)
    yield from unlike("summary.json: filled", output.summary.get("filled"), len(output.person))
    yield from unlike("summary.json: people", output.summary.get("people"), problem.people)
    yield from unlike("summary.json: seats", output.summary.get("seats"), int(problem.gives.sum()))
    scope = "optimum proven" if output.columns is not None else "candidate lists" if output.lists else "all pairs"
    if output.summary.get("bound_scope") != scope:
        yield otherwise("summary.json: bound_scope", output.summary.get("bound_scope"), scope)


def stated_bound(output: Output, value: float, bound: float, quiet: bool) -> Iterator[str]:
    """The bound against what proves it, and against what the networks are worth."""
    from constellation.engine import check

    proven = proven_bound(output, bound, quiet)
    if proven == math.inf:
        yield say("prices.csv: with these prices too many sets come near the optimum to confirm it.")
        return
    if bound < proven - SAME * max(1.0, abs(proven)):
        sentence = mark("summary.json: bound {bound} is lower than what the prices prove, {proven}.")
        yield say(sentence, bound=f"{bound:.6f}", proven=f"{proven:.6f}")
    reached = bound if output.columns is None else check.reached(output.inputs.problem, output.columns)
    if bound > reached + SAME * max(1.0, abs(reached)):
        sentence = mark(
            "summary.json: bound {bound} is called the optimum, and the sets of columns.csv reach {reached}."
        )
        yield say(sentence, bound=f"{bound:.6f}", reached=f"{reached:.6f}")
    if bound < value - SAME * max(1.0, abs(value)):
        sentence = mark("summary.json: bound {bound} is lower than the value of the networks, {value}.")
        yield say(sentence, bound=f"{bound:.6f}", value=f"{value:.6f}")


def proven_bound(output: Output, bound: float, quiet: bool) -> float:
    """The bound again: the optimum where columns claim a proof, else from the prices."""
    from tqdm import tqdm

    from constellation.engine import check

    problem = output.inputs.problem
    if output.columns is not None:
        return check.optimum(problem, output.price, bound)
    total = int((problem.seeks > 0).sum())
    answers = check.dual_bound(problem, output.price, output.lists)
    shown = tqdm(answers, total=total, desc=say("bound"), disable=quiet or not sys.stderr.isatty(), leave=False)
    return check.price_of_seats(problem, output.price) + sum(net for _, net in shown)


def stated_rows(output: Output) -> Iterator[str]:
    """networks.csv and people.csv, number by number."""
    from constellation.cli.account.needs import Needs
    from constellation.engine import evaluate
    from constellation.engine.reasons import contributions, covered

    problem, ids = output.inputs.problem, output.inputs.roster.ids
    worth = contributions(problem, output.person, output.partner).total
    for row, found in zip(output.ties, worth.tolist(), strict=True):
        ends = {"partner": row["partner_id"], "person": row["person_id"]}
        where = say("networks.csv: contribution of {partner} to {person}", **ends)
        yield from unlike(where, row["contribution"], found)
    utility = evaluate.values(problem, output.person, output.partner)
    partners, load = (np.bincount(end, minlength=len(ids)) for end in (output.person, output.partner))
    needs = Needs(problem.needs.owner(), problem.needs.ids, covered(problem, output.person, output.partner))
    columns: dict[str, Iterable[float | None]] = {
        "seeks": problem.seeks, "partners": partners, "value": utility, "gives": problem.gives, "load": load,
        "coverage": needs.coverage(len(ids)),
    }  # fmt: skip
    if [row["person_id"] for row in output.people] != ids:
        yield say("people.csv: the people are not those of inputs/people.csv.")
        return
    for name, column in columns.items():
        for row, one in zip(output.people, column, strict=True):
            where = say("people.csv: {column} of {person}", column=name, person=row["person_id"])
            yield from unlike(where, row.get(name), one)


def unlike(what: str, stated: object, found: float | None) -> Iterator[str]:
    if found is None:
        if stated not in (None, ""):
            yield say("{what} is stated as {stated}, and there is none.", what=what, stated=stated)
        return
    try:
        number = float(str(stated))
    except ValueError:
        number = float("nan")
    if not abs(number - found) <= SAME * max(1.0, abs(found)):
        yield otherwise(what, stated, f"{found:.6f}")


def otherwise(what: str, stated: object, found: str) -> str:
    return say("{what} is stated as {stated}, and is {found}.", what=what, stated=stated, found=found)
