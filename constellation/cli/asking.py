"""Questions at a terminal: what the columns are that could not be read for sure, one at a time."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from constellation.cli.outputs.reading_words import clean, meaning, sureness, whole_percent
from constellation.words import mark, say, say_count

if TYPE_CHECKING:
    from constellation.intake import Column, Reading, Remembered, TableMapping

LEFT_OUT = "-"
IN_A_LINE = 7


def is_wanted(asked: argparse.Namespace) -> bool:
    """Whether somebody is there to answer."""
    return (
        not asked.quiet and not asked.json and all(one is not None and one.isatty() for one in (sys.stdin, sys.stderr))
    )


def ask(path: Path, reading: "Reading") -> "list[Remembered]":
    """Each unsure column of each shape once; how the tables are then to be read, nothing where nothing was unsure.

    At the end of input (Ctrl-D) the best readings are taken for what was not asked yet.
    """
    from constellation.cli.originals import examples
    from constellation.intake import unsure

    doubtful: dict[str, list[tuple[TableMapping, Column]]] = {}
    for table, column in unsure(reading):
        if all(table.file == other.file and table.sheet == other.sheet for other, _ in doubtful.get(table.shape, ())):
            doubtful.setdefault(table.shape, []).append((table, column))
    if not doubtful:
        return []
    seen = examples(path, reading, [pair for pairs in doubtful.values() for pair in pairs])
    tell(introduction(sum(map(len, doubtful.values()))))
    answers = []
    for pairs in doubtful.values():
        table = pairs[0][0]
        fields = [column.field for column in table.columns]
        for _, column in pairs:
            cells = seen[table.file, table.sheet, column.number]
            fields[column.number - 1] = answer_for(column, cells, fields)
        answers.append(remembered(table, fields))
    return answers


def introduction(count: int) -> str:
    from constellation.intake.mapping.remembered import known_fields

    fields = known_fields()
    lines = ["  " + ", ".join(fields[at : at + IN_A_LINE]) for at in range(0, len(fields), IN_A_LINE)]
    asked = say_count(
        "One column is not sure. Press Enter to take the reading, - to leave the column out, or name a field:",
        "{n} columns are not sure. Press Enter to take the reading, - to leave the column out, or name a field:",
        count,
    )
    known = ",\n".join(lines)
    return f"\n{asked}\n{known}\n"


def answer_for(column: "Column", cells: Sequence[str], fields: Sequence[str]) -> str:
    """The field of a column as somebody at the terminal says it; the best reading for a blank line or the end of input."""
    from constellation.intake.mapping.remembered import known_fields

    tell("\n" + question(column))
    tell("  " + such_as(cells))
    while True:
        tell("  " + say("field [{field}]:", field=column.field) + " ", end="")
        answer = sys.stdin.readline()
        word = answer.strip().casefold().replace(" ", "_")
        if not word or word == column.field:
            if not answer:
                tell("")
            return column.field
        if word == LEFT_OUT:
            return ""
        if word in fields:
            sentence = mark("{field} is another column already: give that one, or leave this one out with -")
            tell("  " + say(sentence, field=word))
        elif word in known_fields():
            return word
        else:
            tell("  " + say("there is no field {field}; the fields are listed above", field=clean(word)))


def question(column: "Column") -> str:
    """What a column is taken for, how sure that is, and why."""
    header = clean(column.header) or say("column {number}, without a header", number=column.number)
    return say(
        "“{column}”: {meaning}? ({sureness}, {share}: {why})",
        column=header,
        meaning=meaning(column.field),
        sureness=sureness(column.confidence),
        share=whole_percent(column.confidence),
        why=clean(column.why),
    )


def such_as(cells: Sequence[str]) -> str:
    if not cells:
        return say("no cell of it is filled")
    return say("such as {examples}", examples="; ".join(say("“{cell}”", cell=clean(cell, 40)) for cell in cells))


def remembered(table: "TableMapping", fields: Sequence[str]) -> "Remembered":
    from constellation.intake import Remembered

    columns = tuple((column.header, field) for column, field in zip(table.columns, fields, strict=True))
    return Remembered(table.shape, table.kind, columns)


def save_is_wanted() -> bool:
    tell("\n" + say("Keep these answers for the next file with the same columns? [Y/n]:") + " ", end="")
    answer = sys.stdin.readline()
    return bool(answer) and not answer.strip().casefold().startswith("n")


def tell(text: str, end: str = "\n") -> None:
    print(text, end=end, file=sys.stderr, flush=True)
