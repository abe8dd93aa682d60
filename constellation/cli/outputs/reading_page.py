"""The page of a reading, for the coordinator: questions first, then columns, people with marks, and the log."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from constellation.cli.outputs.log_words import cells_in
from constellation.cli.outputs.reading_log import (
    Group,
    counts_sentence,
    discreet,
    grouped,
    many_tables,
    particular,
    place,
)
from constellation.cli.outputs.reading_marks import LEGEND, Marks, Originals, letter_of, same
from constellation.cli.outputs.reading_rows import MOST_PEOPLE, avoided, columns_and_lines, own_key, whole_name
from constellation.cli.outputs.reading_text import distinct, name_of
from constellation.cli.outputs.reading_words import PEOPLE, clean, in_words, sureness, taken_for, whole_percent
from constellation.intake.reading import QUESTION, Duplicate, Entry, Reading
from constellation.report.numbers import count
from constellation.report.pages import render
from constellation.words import mark, say, say_count

TEMPLATES = Path(__file__).parent / "templates"
FIRST_PLACES = 4
MOST_PLACES = 200  # of one question
MOST_TABLES = 60
FIRST_PAIRS, MOST_PAIRS = 6, 200
FIRST_GROUPS, MOST_GROUPS = 12, 400
MOST_ENTRIES = 3000
KINDS = {"question": mark("question"), "error": mark("set aside"), "warning": mark("warning"), "info": mark("done")}
HEADINGS = {
    "people": mark("The people"),
    "pairings": mark("The pairings"),
    "conflicts": mark("The conflicts"),
    "ties": mark("The ties"),
    "calendar": mark("The calendar"),
    "unknown": mark("The lines"),
}
UNITS: dict[str, Callable[[int], str]] = {
    "people": lambda count: say_count("person", "people", count),
    "pairings": lambda count: say_count("pairing", "pairings", count),
    "conflicts": lambda count: say_count("pair to keep apart", "pairs to keep apart", count),
    "ties": lambda count: say_count("tie", "ties", count),
    "calendar": lambda count: say_count("event", "events", count),
    "unknown": lambda count: say_count("line", "lines", count),
}
COMPARED = {
    "email": mark("e-mail"),
    "employee_id": mark("employee"),
    "orcid": mark("ORCID"),
    "department": mark("department"),
    "title": mark("title"),
    "rank": mark("rank"),
    "hire_date": mark("hired"),
    "gender": mark("gender"),
}

Place = tuple[str, str, str, str]  # where, what stood there, what it became where that differs, in how many cells


def reading_page(reading: Reading, name: str, originals: Originals | None = None) -> str:
    """The page as one text; the log holds no cell of a confidential column, whatever the reading says.

    `originals`: cells as the file has them, by place and field, to show beside what was changed; at most the first
    2,000 rows are shown, so no more are needed.
    """
    log = discreet(reading)
    groups = grouped(log)
    asks = [group for group in groups if group.severity == QUESTION]
    return render(
        "reading.html",
        TEMPLATES,
        name=name,
        marks=[],
        sentence=counts_sentence(reading.counts, reading.kind),
        numbers=numbers(reading, len(asks)),
        questions=[asked(group, many_tables(log)) for group in asks],
        **duplicates(reading),
        **columns(reading),
        **rows(reading, Marks(reading, log, originals or {})),
        **secrets(reading),
        **whole_log(log, groups),
    )


def numbers(reading: Reading, questions: int) -> list[tuple[str, str, str]]:
    """Number, label, and what it is of."""
    counts = reading.counts
    people, rows = UNITS[reading.kind](counts.people), say_count("from {n} row", "from {n} rows", counts.rows_in)
    asked = say_count("question", "questions", questions)
    return [
        (count(counts.people), people, rows),
        (count(counts.folded), say("folded"), say("rows more about somebody who is there already")),
        (count(counts.set_aside), say("set aside"), say("rows that name nobody, with the reason in the log")),
        (count(questions), asked, say("where an answer may change something")),
    ]


def asked(group: Group, many: tuple[bool, bool]) -> dict[str, Any]:
    """A question with its first places, more places to unfold, and how many are left out."""
    told = [place_of(group, entry, many) for entry in group.entries[:MOST_PLACES]]
    return {
        "done": sentence(group.done),
        "mend": sentence(group.mend),
        "first": told[:FIRST_PLACES],
        "more": told[FIRST_PLACES:],
        "left": max(0, len(group.entries) - MOST_PLACES),
    }


def sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def place_of(group: Group, entry: Entry, many: tuple[bool, bool]) -> Place:
    found = "" if entry.found == entry.column else clean(entry.found, 80)
    cells = say_count("{n} cell", "{n} cells", cells_in(entry)) if cells_in(entry) > 1 else ""
    return place(entry, many), found, clean(particular(group, entry), 120), cells


def duplicates(reading: Reading) -> dict[str, Any]:
    surest = sorted(reading.duplicates, key=lambda pair: -pair.score)[:MOST_PAIRS]
    many = many_tables(reading.rows.sources)
    return {
        "duplicates": [side_by_side(pair, reading, many) for pair in surest],
        "duplicates_total": len(reading.duplicates),
        "first_pairs": FIRST_PAIRS,
    }


def side_by_side(pair: Duplicate, reading: Reading, many: tuple[bool, bool]) -> dict[str, Any]:
    """Two rows line by line, with what differs; what neither has is left out."""
    one, other = reading.rows[pair.first], reading.rows[pair.second]
    places = [place(reading.rows.sources[at], many) for at in (pair.first, pair.second)]
    told = [(say("name"), whole_name(one), whole_name(other)), (say("key"), own_key(one), own_key(other))]
    told += [(say(label), in_words(one.get(field)), in_words(other.get(field))) for field, label in COMPARED.items()]
    return {
        "score": whole_percent(pair.score),
        "reason": pair.reason,
        "places": places,
        "caption": say("{one} beside {other}", one=places[0], other=places[1]),
        "lines": [(label, a, b, not same(a, b)) for label, a, b in told if a or b],
    }


def columns(reading: Reading) -> dict[str, Any]:
    tables, others = distinct(reading)
    shown = [
        {
            "name": name_of(table),
            "others": alike - 1,
            "columns": [
                {
                    "header": column.header,
                    "number": column.number,
                    "field": column.field,
                    "out": not column.field and table.kind in PEOPLE,
                    "meaning": taken_for(table.kind, column.field),
                    "sure": sureness(column.confidence),
                    "percent": whole_percent(column.confidence),
                    "why": column.why,
                }
                for column in table.columns
            ],
        }
        for table, alike in tables[:MOST_TABLES]
    ]
    return {
        "tables": shown,
        "tables_left": max(0, len(tables) - MOST_TABLES),
        "others": [name_of(table) for table in others],
    }


def rows(reading: Reading, marks: Marks) -> dict[str, Any]:
    names, lines = columns_and_lines(reading, marks)
    used = {part.mark.kind for line in lines for cell in line.cells for part in cell if part.mark}
    used |= {line.mark.kind for line in lines if line.mark}
    return {
        "heading": say(HEADINGS[reading.kind]),
        "conflicts": reading.kind == "conflicts",
        "columns": names,
        "lines": lines,
        "left": max(0, len(reading.rows) - MOST_PEOPLE),
        "legend": [(kind, say(kind), letter_of(kind), say(words)) for kind, words in LEGEND if kind in used],
    }


def secrets(reading: Reading) -> dict[str, Any]:
    """Who is named in confidence: of people the avoid lists, of a list of conflicts all of it."""
    if reading.kind == "conflicts":
        return {"secret": len(reading.rows), "avoided": []}
    listed = avoided(reading.rows)
    many = many_tables(reading.rows.sources)
    return {
        "secret": len(listed),
        "avoided": [(name, place(source, many), said) for name, source, said in listed[:MOST_PEOPLE]],
    }


def whole_log(log: Sequence[Entry], groups: Sequence[Group]) -> dict[str, Any]:
    many = many_tables(log)
    return {
        "groups": [line_of(group, many) for group in groups[:MOST_GROUPS]],
        "groups_left": max(0, len(groups) - MOST_GROUPS),
        "first_groups": FIRST_GROUPS,
        "entries": list(entries(log, many)),
        "entries_total": len(log),
    }


def line_of(group: Group, many: tuple[bool, bool]) -> dict[str, Any]:
    return {
        "severity": group.severity,
        "word": say(KINDS[group.severity]),
        "done": sentence(group.done),
        "mend": sentence(group.mend),
        "count": group.cells,
        "first": [place_of(group, entry, many) for entry in group.entries[:FIRST_PLACES]],
    }


def entries(log: Sequence[Entry], many: tuple[bool, bool]) -> Iterable[tuple[Entry, str, str]]:
    return ((entry, place(entry, many), say(KINDS[entry.severity])) for entry in islice(log, MOST_ENTRIES))
