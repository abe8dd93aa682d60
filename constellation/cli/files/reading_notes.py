"""What a design tells of a file that intake read: whatever somebody should know, and what became of its rows."""

from collections.abc import Sequence

from constellation.cli.some import some_of
from constellation.intake import Reading
from constellation.intake.reading import ERROR, QUESTION, WARNING, Entry
from constellation.intake.table_remarks import MEANS_NOTHING
from constellation.report.numbers import count
from constellation.report.results import Note
from constellation.words import say, say_count

LOGGED = (QUESTION, WARNING, ERROR)
ROWS_NAMED = 3


def notes_of(reading: Reading) -> list[Note]:
    """What somebody should know of a reading before a design: equal sentences once, with the first rows."""
    told: dict[tuple[str, str, str, str], list[Entry]] = {}
    left_out = say(MEANS_NOTHING)  # somebody may have meant something by these columns
    for entry in reading.log:
        if entry.severity in LOGGED or entry.done == left_out:
            told.setdefault((entry.file, entry.sheet, entry.column, entry.done), []).append(entry)
    notes = []
    for (file, sheet, _, done), entries in told.items():
        where = " ".join(filter(None, (file, sheet)))
        notes.append(Note(rows_in_words(where, [entry.row for entry in entries if entry.row]),
                          note_of(entries[0], with_found=done == left_out)))  # fmt: skip
    file = reading.mapping[0].file if reading.mapping else ""
    counts = say("{counts}; `constellation read` tells all that was done.", counts=counted(reading))
    return [*notes, Note(file, counts)]


def note_of(entry: Entry, with_found: bool) -> str:
    """What was done in one column, and what would mend it."""
    done = say("{done} ({found})", done=entry.done, found=entry.found) if with_found else entry.done
    if entry.column:
        done = say("{column}: {done}", column=entry.column, done=done)
    return say("{done}; {mend}.", done=done, mend=entry.mend) if entry.mend else say("{done}.", done=done)


def rows_in_words(file: str, rows: Sequence[int]) -> str:
    """The first rows of a file as a note names them.

    >>> rows_in_words("form.xlsx", [2]), rows_in_words("form.xlsx", [2, 5, 7, 9]), rows_in_words("form.xlsx", [])
    ('form.xlsx row 2', 'form.xlsx rows 2, 5, 7 and 1 more', 'form.xlsx')
    """
    if not rows:
        return file
    named = some_of([str(row) for row in rows], ROWS_NAMED)
    return say_count("{file} row {rows}", "{file} rows {rows}", len(rows), file=file, rows=named)


def counted(reading: Reading) -> str:
    """What became of the rows; only those of people are people."""
    counts = reading.counts
    aside = count(counts.set_aside)
    if reading.kind != "people":
        used = counts.people + counts.folded
        return say_count(
            "{n} row was read, {aside} set aside", "{n} rows were read, {aside} set aside", used, aside=aside
        )
    return say_count(
        "{n} row is {people}, {folded} folded, {aside} set aside",
        "{n} rows are {people}, {folded} folded, {aside} set aside",
        counts.rows_in,
        people=say_count("{n} person", "{n} people", counts.people),
        folded=count(counts.folded),
        aside=aside,
    )
