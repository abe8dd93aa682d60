"""From a folder of tidy tables, or single files, to the problem that the engine solves."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np

from constellation.cli.files import answers, pairs, ties
from constellation.cli.files import roster as people_file
from constellation.cli.files.answers import Needs, Offers
from constellation.cli.files.answers_read import read_answers
from constellation.cli.files.population import pairs_of, population_of
from constellation.cli.files.roster import Roster, read_roster
from constellation.cli.files.rules import engine_rules, read_rules_file, rules_in_force
from constellation.cli.files.tables import Table, place
from constellation.cli.files.taken import Ask, Takings
from constellation.cli.files.ties import CurrentTie, Kept, kept_and_compared
from constellation.cli.refusal import Refusal, refused
from constellation.engine.problem import BadProblem, Ints, Pairs, Population
from constellation.packs.answers import simulate as draw_answers
from constellation.packs.pack import Pack
from constellation.report.numbers import count
from constellation.report.results import Note
from constellation.words import listed, mark, say

FILES = ("people", "needs", "offers", "conflicts", "current", "pairs")
RULES_FILE = "rules.json"
ANSWERS = ("needs", "offers", "pairs")
ENDINGS = (
    ".csv",
    ".tsv",
    ".txt",
    ".xlsx",
    ".xls",
    ".ods",
    ".fods",
    ".html",
    ".json",
    ".jsonl",
    ".ldif",
    ".vcf",
    ".zip",
)
FILES_NAMED = 6


@dataclass(frozen=True)
class Inputs:
    """A problem with the words behind its numbers.

    `rules`: by the pack's names.  `area_names`, `topic_names`, `interest_words`: by the numbers in the problem (a pairs problem has
    areas alone).  `needs`, `offers`: as stated, in the order of `problem.needs` and by person.  `current`: the partners
    people have; `kept` of them count, `compared` (m, 2) do not.  `barred`: (m, 2), both directions.
    """

    problem: Population | Pairs
    roster: Roster
    pack: Pack
    rules: dict[str, float]
    area_names: list[str]
    topic_names: list[str]
    interest_words: list[str]
    needs: Needs
    offers: Offers
    current: list[CurrentTie]
    kept: list[Kept]
    compared: Ints
    barred: Ints
    notes: list[Note]
    files: dict[str, Path]
    simulated: bool


def is_bare(inputs: Inputs) -> bool:
    """Whether nobody was asked anything: a roster alone, which allows a study of supply and no design."""
    return not inputs.simulated and not set(ANSWERS) & inputs.files.keys()


def find_files(folder: Path | None, options: Mapping[str, Path | None]) -> dict[str, Path]:
    """The files of a run by their meaning: those of the folder, and over them those named one by one.

    Refusal for a folder or roster that is missing, and for pairs beside offers.
    """
    found: dict[str, Path] = {}
    if folder is not None:
        if not folder.is_dir():
            raise Refusal(say("{folder}: there is no such folder; name one with people.csv in it.", folder=folder.name))
        found = {name: path for name in FILES if (path := named_in(folder, name)) is not None}
        if (path := folder / RULES_FILE).is_file():
            found["rules"] = path
    found |= {name: path for name, path in options.items() if path is not None}
    if "people" not in found:
        raise Refusal(without_people(folder))
    if "pairs" in found and "offers" in found:
        raise Refusal(say("Pairs and offers are both given: pairs say already who would help whom; leave one out."))
    return found


def without_people(folder: Path | None) -> str:
    """The sentence for a run without a roster: what there is, and what was looked for."""
    wanted = ", ".join(f"{name}.csv" for name in FILES)
    if folder is None:
        sentence = mark("Without a folder: people.csv is needed, with seeks and gives; looked for were {wanted}.")
        return say(sentence, wanted=wanted)
    where, need = folder.resolve().name, say("people.csv is needed, with seeks and gives")
    if there := ", ".join(sorted(path.name for path in folder.glob("*.csv"))[:FILES_NAMED]):
        sentence = mark("{folder}: no people.csv in this folder (it has {files}): {need}; looked for were {wanted}.")
        return say(sentence, folder=where, files=there, need=need, wanted=wanted)
    sentence = mark("{folder}: no people.csv in this folder: {need}; looked for were {wanted}.")
    return say(sentence, folder=where, need=need, wanted=wanted)


def named_in(folder: Path, name: str) -> Path | None:
    """The file of this name in a folder, whatever its format; a tidy one first."""
    return next((path for ending in ENDINGS if (path := folder / f"{name}{ending}").is_file()), None)


def load_inputs(
    files: Mapping[str, Path],
    pack: Pack,
    rules: Mapping[str, object],
    simulate: bool,
    seed: int,
    today: date | None = None,
    ask: Ask | None = None,
) -> Inputs:
    """Everything a run needs; Refusal, one sentence with file, line and mend, for what cannot be used.

    `simulate`: needs, offers and places are drawn from the pack's rates with this seed.  `today` and `ask`: for files
    that are no tidy tables, see `Takings`.
    """
    if simulate and set(ANSWERS) & files.keys():
        if "pairs" in files:
            raise Refusal(say("--simulate-answers replaces answers; leave --pairs out."))
        raise Refusal(say("--simulate-answers replaces answers; leave --needs and --offers out."))
    said = read_rules_file(files["rules"]) if "rules" in files else {"rules": {}}
    in_force = rules_in_force(pack, said["rules"], rules)
    takings = Takings(pack, today or date.today(), ask)
    table = takings.people(files["people"], people_file.COLUMNS, people_file.REQUIRED)
    if not simulate and "pairs" not in files:
        files = takings.forms(files)
        table = takings.with_places(table)
    roster, notes = read_roster(table)
    notes = table.notes + notes + blanks(table) + places_missing(table, files)
    try:
        if "pairs" in files:
            inputs = from_pairs(dict(files), roster, pack, in_force, takings)
        else:
            inputs = from_answers(dict(files), roster, pack, in_force, seed if simulate else None, takings)
        engine_rules(in_force)
    except BadProblem as error:
        raise Refusal(str(error)) from None
    return replace(inputs, notes=notes + inputs.notes, simulated=simulate or said.get("simulated") is True)


def blanks(table: Table) -> list[Note]:
    """A note that counts the blank cells of the columns that are there."""
    blank = [(column, table[column].count("")) for column in people_file.WRITTEN if column in table.found]
    told = ", ".join(say("{count} in {column}", count=count(cells), column=column) for column, cells in blank if cells)
    sentence = mark("Blank cells stand for what is not known, in seeks and gives for none: {cells}.")
    return [Note(table.file, say(sentence, cells=told))] if told else []


def places_missing(table: Table, files: Mapping[str, Path]) -> list[Note]:
    """A note where answers come with people of whom nobody says how many they seek or give; Refusal for pairs."""
    missing = listed([column for column in ("seeks", "gives") if column not in table.found])
    if not missing or not set(ANSWERS) & files.keys():
        return []
    if "pairs" in files:
        problem = say("pairs need people with seeks and gives, and there is no column {columns}", columns=missing)
        raise Refusal(refused(place(table.file, [1]), problem, say("add it with the number of new partners")))
    sentence = say("There is no column {columns}: read as 0 for everybody; add it.", columns=missing)
    return [Note(place(table.file, [1]), sentence)]


def from_answers(
    files: dict[str, Path],
    roster: Roster,
    pack: Pack,
    rules: dict[str, float],
    seed: int | None,
    takings: Takings,
) -> Inputs:
    """Needs and offers read, or drawn where a seed is given."""
    areas, notes = answers.areas_of(pack), list[Note]()
    if seed is not None:
        roster, needs, offers = simulated(roster, pack, seed)
    else:
        needs, offers, notes = read_answers(files, roster, takings, areas)
    barred, current, said = read_ties(files, roster, takings, *areas)
    kept, compared = kept_and_compared(current, barred)
    problem, topics, interests = population_of(roster, needs, offers, barred, kept, pack, engine_rules(rules))
    return Inputs(
        problem=problem,
        roster=roster,
        pack=pack,
        rules=rules,
        area_names=answers.area_names(pack),
        topic_names=topics,
        interest_words=interests,
        needs=needs,
        offers=offers,
        current=current,
        kept=kept,
        compared=compared,
        barred=barred,
        notes=notes + said,
        files=files,
        simulated=seed is not None,
    )


def simulated(roster: Roster, pack: Pack, seed: int) -> tuple[Roster, Needs, Offers]:
    try:
        drawn = draw_answers(roster.stage, pack, seed=seed)
    except ValueError as error:
        raise Refusal(str(error)) from None
    needs = Needs(*drawn.needs, topics=[()] * len(drawn.needs.person))
    offers = Offers(*drawn.offers, topics=[()] * len(drawn.offers.person))
    return replace(roster, seeks=drawn.seeks, gives=drawn.gives), needs, offers


def from_pairs(files: dict[str, Path], roster: Roster, pack: Pack, rules: dict[str, float], takings: Takings) -> Inputs:
    """Pairs, and the areas they and the needs name, in alphabetical order."""
    rows, notes = pairs.read_pairs(files["pairs"], roster.place)
    names = {name: number for number, name in enumerate(rows.areas)}
    if "needs" in files:
        table = takings.table("needs", files["needs"], answers.NEEDS_COLUMNS, answers.REQUIRED)
        needs, said = answers.read_needs(
            table, roster.place, lambda area: names.setdefault(area, len(names)), answers.no_area_of_pairs
        )
        notes += table.notes + said
    else:
        needs = equal_needs(rows)
        sentence = say("No needs are given: the areas of a person's rows weigh equally.")
        notes.append(Note(files["pairs"].name, sentence))
    used = np.bincount(rows.block.area, minlength=len(names)) + np.bincount(needs.area, minlength=len(names)) > 0
    words = list(names)
    area_names = sorted(words[area] for area in np.flatnonzero(used).tolist())
    position = {name: number for number, name in enumerate(area_names)}
    order = np.array([position.get(name, -1) for name in words], np.int64)
    needs = replace(needs, area=order[needs.area])
    barred, current, said = read_ties(files, roster, takings, position.get, answers.no_area_of_pairs)
    kept, compared = kept_and_compared(current, barred)
    return Inputs(
        problem=pairs_of(roster, needs, rows, barred, kept, order),
        roster=roster,
        pack=pack,
        rules=rules,
        area_names=area_names,
        topic_names=[],
        interest_words=[],
        needs=needs,
        offers=answers.no_offers(),
        current=current,
        kept=kept,
        compared=compared,
        barred=barred,
        notes=notes + said,
        files=files,
        simulated=False,
    )


def equal_needs(rows: pairs.PairRows) -> Needs:
    """Every area that a person's rows name, with weight 1."""
    areas = max(1, len(rows.areas))
    asked = np.sort(rows.block.person * areas + rows.block.area)  # for millions faster than np.unique
    person, area = np.divmod(asked[np.append(True, asked[1:] != asked[:-1])[: len(asked)]], areas)
    return Needs(person, area, np.ones(len(person)), [()] * len(person))


def read_ties(
    files: Mapping[str, Path], roster: Roster, takings: Takings, area_of: answers.AreaOf, no_area: answers.NoArea
) -> tuple[Ints, list[CurrentTie], list[Note]]:
    """Who must not be paired, and the partners people have."""
    barred, current, notes = np.zeros((0, 2), np.int64), list[CurrentTie](), list[Note]()
    tables = takings.avoided(ties.CONFLICTS_COLUMNS)
    if "conflicts" in files and not (
        tables and files["conflicts"] in takings.readings and takings.readings[files["conflicts"]].kind == "people"
    ):
        tables.append(takings.table("conflicts", files["conflicts"], ties.CONFLICTS_COLUMNS, ties.REQUIRED))
    for table in tables:
        more, said = ties.read_conflicts(table, roster.place)
        barred = np.unique(np.concatenate([barred, more]), axis=0)
        notes += table.notes + said
    if "current" in files:
        table = takings.table("current", files["current"], ties.CURRENT_COLUMNS, ties.REQUIRED)
        current, said = ties.read_current(table, roster.place, area_of, no_area)
        notes += table.notes + said
    return barred, current, notes
