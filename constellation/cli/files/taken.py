"""Files that are no tidy table, read by intake and handed on as the tables that a design takes.

A file may answer for several tables: a form tells people, needs, offers and whom somebody would rather avoid.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from constellation.cli.files import answers, lists_taken, people_taken
from constellation.cli.files.reading_notes import notes_of
from constellation.cli.files.tables import NotTidy, Table, open_sheet, read_table, refuse_no_text
from constellation.cli.outputs.reading_words import kind_word
from constellation.cli.refusal import Refusal, refused, system_says
from constellation.cli.some import some_of
from constellation.intake import (
    ENDING,
    Column,
    Counts,
    Reading,
    Remembered,
    Rows,
    TableMapping,
    Unreadable,
    load_remembered,
    mapping_text,
    read,
    unsure,
)
from constellation.intake.people.resolve import Directory
from constellation.intake.reading import named
from constellation.packs.pack import Pack
from constellation.words import mark, say

Ask = Callable[[Path, Reading], Sequence[Remembered]]
FORMS = {
    "needs": (answers.NEEDS_COLUMNS, answers.REQUIRED),
    "offers": (answers.OFFERS_COLUMNS, answers.OFFERS_REQUIRED),
}
NOT_FOUND = {
    "needs": mark("no needs were found in this file, it was read as {kind}"),
    "offers": mark("no offers were found in this file, it was read as {kind}"),
    "conflicts": mark("no conflicts were found in this file, it was read as {kind}"),
    "current": mark("no current ties were found in this file, it was read as {kind}"),
}
COLUMNS_NAMED = 4
ROUNDED = re.compile(r"\d(?:\.\d+)?E\+\d+")  # 8.59E+07 is what is left of many ids


class Takings:
    """The files of one run: tidy ones as they are, others through intake, each read once.

    `ask`: called with a file and a reading that is unsure of its columns, returns what a person decided; where nobody
    can be asked the run is refused.  Either way the mapping lies beside the file afterwards.
    """

    def __init__(self, pack: Pack, today: date, ask: Ask | None = None) -> None:
        self.pack, self.today, self.ask = pack, today, ask
        self.readings: dict[Path, Reading] = {}
        self.refusals: dict[Path, NotTidy] = {}  # why each of them is no tidy table
        self.directory: Directory | None = None
        self.roster: Reading | None = None  # the people of the run, as intake looks names up among them
        self.ids: list[str] = []

    def people(self, path: Path, columns: Sequence[str], required: Sequence[str]) -> Table:
        """The people of a file, tidy or not; everybody who is named later is looked up among them."""
        try:
            table = read_table(path, columns, required)
            if any(ROUNDED.fullmatch(person) for person in table["person_id"]):
                raise NotTidy(say("{file}: a spreadsheet has rounded ids; ask for the ids as text.", file=path.name))
        except NotTidy as refusal:
            reading = self.reading(path, refusal)
            if reading.kind != "people" or not len(reading.rows):
                raise refusal from None
            table = people_taken.people_table(path.name, reading, columns, notes_of(reading))
            known = reading.rows.columns
        else:
            known = people_taken.directory_columns(table, people_taken.addresses(path, columns, required))
        self.directory, self.ids = Directory(known), table["person_id"]
        self.roster = Reading("people", Rows(known, []), [], [], [], Counts(0, 0, 0))
        return table

    def table(self, meaning: str, path: Path, columns: Sequence[str], required: Sequence[str]) -> Table:
        """Needs, offers, conflicts or current ties of a file; Refusal for what neither way of reading can make one of."""
        try:
            if path in self.refusals:
                raise self.refusals[path]
            return read_table(path, columns, required)
        except NotTidy as refusal:
            known = path in self.readings
            reading = self.reading(path, refusal)
            assert self.directory is not None
            lookup = lists_taken.Lookup(path.name, self.directory, self.ids, self.pack)
            rows, notes = getattr(lists_taken, meaning)(reading, lookup)
            if rows is None:
                raise other_kind(meaning, path, reading, refusal) from None
            return lists_taken.tidy_table(path.name, columns, rows, notes + ([] if known else notes_of(reading)))

    def forms(self, files: Mapping[str, Path]) -> dict[str, Path]:
        """The files of a run, and under each table that a form answers as well that form, unless a file says it.

        Reads whatever among people, needs and offers is no tidy table.
        """
        for name, (columns, required) in FORMS.items():
            if name in files and files[name] not in self.readings:
                try:
                    open_sheet(files[name], columns, required)
                except NotTidy as refusal:
                    self.reading(files[name], refusal)
        more = {table: path for path, reading in self.readings.items() for table in answers_in(reading)}
        return {**more, **files}

    def with_places(self, table: Table) -> Table:
        """People with the places that forms of their own tell, where the people file has no such columns.

        Of several forms each counts for what it asks; one that leaves a number open does not undo another's.
        """
        told: dict[str, dict[str, str]] = {column: {} for column in people_taken.PLACES if column not in table.found}
        asked: set[str] = set()
        for path, reading in self.readings.items():
            if told and reading.kind == "people" and people_taken.asked(reading) and self.directory is not None:
                lookup = lists_taken.Lookup(path.name, self.directory, self.ids, self.pack)
                for person, cells in people_taken.places_told(reading, lookup).items():
                    for column in told.keys() & cells.keys():
                        asked.add(column)
                        if cells[column] != "0" or person not in told[column]:
                            told[column][person] = cells[column]
        columns = {column: [told[column].get(person, "") for person in table["person_id"]] for column in asked}
        return replace(table, columns={**table.columns, **columns}, found=table.found | asked) if asked else table

    def avoided(self, columns: Sequence[str]) -> list[Table]:
        """Whom people said on forms they would rather not be matched with, a table a form."""
        tables = []
        for path, reading in self.readings.items():
            if "conflicts" in answers_in(reading) and self.directory is not None:
                lookup = lists_taken.Lookup(path.name, self.directory, self.ids, self.pack)
                rows, notes = lists_taken.conflicts(reading, lookup)
                tables.append(lists_taken.tidy_table(path.name, columns, rows or [], notes))
        return tables

    def reading(self, path: Path, tidy: NotTidy) -> Reading:
        """What intake makes of a file, asked about where it is unsure; the tidy reader's refusal where it makes nothing."""
        if path in self.readings:
            return self.readings[path]
        memory = remembered_for(path)
        reading = self.read(path, memory)
        if reading.kind == "unknown":
            raise tidy from None
        if unsure(reading):
            decided = self.ask(path, reading) if self.ask else []
            if not decided:
                raise Refusal(unanswered(path, reading))
            reading = self.read(path, [*decided, *memory])
            keep_mapping(path, reading)
        self.readings[path], self.refusals[path] = reading, tidy
        return reading

    def read(self, path: Path, memory: Sequence[Remembered]) -> Reading:
        try:
            return read(path, today=self.today, remembered=memory, roster=self.roster)
        except Unreadable as error:
            raise Refusal(ended(str(error))) from None


def other_kind(meaning: str, path: Path, reading: Reading, tidy: NotTidy) -> Refusal:
    """The sentence for a file that was read, but as something else than was asked for.

    Of a file of plain text the tidy reader says more: which column is missing.
    """
    try:
        refuse_no_text(path.name, path.read_bytes())
    except NotTidy:
        found = say(NOT_FOUND[meaning], kind=kind_word(reading.kind))
        return Refusal(refused(path.name, found, say("give the list as a file of its own")))
    return tidy


def unanswered(path: Path, reading: Reading) -> str:
    """The sentence for a file whose columns nobody was asked about; the mapping to correct lies beside it."""
    columns = [say("{column} (as {field})", column=named(column), field=column.field) for _, column in unsure(reading)]
    doubt = say("it is not sure what these columns mean: {columns}", columns=some_of(columns, COLUMNS_NAMED))
    if problem := keep_mapping(path, reading):
        sentence = mark(
            "{file}: {doubt}; the mapping file could not be written ({problem}): "
            "run `constellation read` on a copy elsewhere."
        )
        return say(sentence, file=path.name, doubt=doubt, problem=problem)
    sentence = mark("{file}: {doubt}; look at {mapping} beside it, correct it or leave it as it is, and run again.")
    return say(sentence, file=path.name, doubt=doubt, mapping=path.name + ENDING)


def keep_mapping(path: Path, reading: Reading) -> str:
    """Writes the mapping beside the file, whole or not at all; why it could not be, or blank.

    What was decided there for tables of other shapes stays in it.
    """
    file = path.with_name(path.name + ENDING)
    shapes = {table.shape for table in reading.mapping}
    earlier = [as_mapping(one) for one in decisions([file]) if one.shape not in shapes] if file.is_file() else []
    reading = replace(reading, mapping=[*reading.mapping, *earlier])
    try:
        beside = file.with_name(file.name + ".part")
        beside.write_text(mapping_text(reading), encoding="utf-8")
        beside.replace(file)
    except OSError as error:
        return system_says(error)
    return ""


def as_mapping(one: Remembered) -> TableMapping:
    """What was decided earlier, to be written once more; which file it was decided for is not known any longer."""
    told = say("decided earlier")
    columns = [
        Column(at, header, field, 1.0 if field else 0.0, told)
        for at, (header, field) in enumerate(one.columns, start=1)
    ]
    return TableMapping(told, "", one.kind, one.shape, tuple(columns))


def answers_in(reading: Reading) -> list[str]:
    """Which tables a form answers for."""
    asked = {"needs": "needs", "offers": "offers", "avoid": "conflicts"}
    return [
        table for field, table in asked.items() if reading.kind == "people" and any(reading.rows.columns.get(field, ()))
    ]


def remembered_for(path: Path) -> list[Remembered]:
    """What the mapping files beside a file say, its own first: of two for one shape it counts."""
    beside = (file for file in path.parent.glob(f"*{ENDING}") if file.is_file())
    return decisions(sorted(beside, key=lambda file: (file.name != path.name + ENDING, file.name)))


def decisions(files: Sequence[Path]) -> list[Remembered]:
    """What mapping files say; Refusal for one that is wrong."""
    try:
        return [one for file in files for one in load_remembered(file)]
    except Unreadable as error:
        raise Refusal(ended(str(error))) from None


def ended(sentence: str) -> str:
    return f"{sentence.rstrip('.')}."
