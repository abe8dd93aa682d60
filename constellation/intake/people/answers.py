"""What people answered on a form: needs, offers, capacity, formats, availability, and whom they would rather avoid."""

from collections import Counter
from collections.abc import Callable, Sequence

from constellation.intake.content.text import mend
from constellation.intake.lists.answers import read_availability, read_avoid, read_capacity, read_formats, split_options
from constellation.intake.people.cells import Cleaning, plain
from constellation.intake.reading import WARNING, Column
from constellation.words import say, say_count

Answers = dict[str, list[object]]
OPTIONS = ("needs", "offers")


def answers_of(cleaning: Cleaning, by_field: dict[str, Column]) -> Answers:
    """One entry a row for each question that the file asks; nobody's avoid list is ever written into the log."""
    found: Answers = {}
    for field in OPTIONS:
        if field in by_field:
            found[field] = list(split_options(words(cleaning, by_field[field])))
    if "formats" in by_field:
        options = split_options(words(cleaning, by_field["formats"]))
        found["formats"] = [read_formats(one) for one in options]
    if "availability" in by_field:
        found["availability"] = judged(words(cleaning, by_field["availability"]), read_availability)
    if "avoid" in by_field:
        cells = avoid_cells(cleaning, by_field["avoid"])
        found["avoid"] = judged(cells, read_avoid)
        say_how_many_avoid(cleaning, by_field["avoid"], found["avoid"])
    if "capacity" in by_field:
        found["capacity"] = capacities(cleaning, by_field["capacity"])
    return found


def avoid_cells(cleaning: Cleaning, column: Column) -> list[str]:
    """The cells as they stand; of the last column with what a separator inside has pushed beyond the header."""
    frame = cleaning.frame
    beyond = dict(frame.ragged) if column.number == len(frame.columns) else {}
    cells = zip(frame.numbers, frame.columns[column.number - 1], strict=True)
    return [mend(f"{cell}, {beyond[number]}" if number in beyond else cell)[0].strip() for number, cell in cells]


def words(cleaning: Cleaning, column: Column) -> list[str]:
    return cleaning.column(column, lambda cell: plain(cell))


def judged(texts: Sequence[str], read: Callable[[str], object]) -> list[object]:
    memo = {text: read(text) for text in set(texts)}
    return [memo[text] for text in texts]


def capacities(cleaning: Cleaning, column: Column) -> list[object]:
    """[least, most] of each row, most None where somebody sets no limit; None where nothing can be read."""
    texts = [mend(cell)[0].strip() for cell in cleaning.frame.columns[column.number - 1]]
    read = {text: read_capacity(text) for text in dict.fromkeys(texts)}
    for number, text in zip(cleaning.frame.numbers, texts, strict=True):
        if text and read[text] is None and plain(text).value:
            done, mend_it = say("no number can be read: left blank"), say("ask how many")
            cleaning.log.add(cleaning.frame, number, column.header, text, done, mend_it, WARNING)
    counts = Counter(texts)
    for text, value in read.items():
        if value is not None and not text.isdigit():
            cleaning.log.habit(cleaning.frame, column.header, text, read_as(*value), counts[text])
    return [list(value) if (value := read[text]) is not None else None for text in texts]


def read_as(least: int, most: int | None) -> str:
    if most is None:
        return say("read as {least} to any number", least=least)
    return say("read as {least} to {most}", least=least, most=most)


def say_how_many_avoid(cleaning: Cleaning, column: Column, avoid: Sequence[object]) -> None:
    if count := sum(bool(one) for one in avoid):
        done = say_count(
            "{n} answer names somebody; kept for the office alone, in no other sentence here",
            "{n} answers name somebody; kept for the office alone, in no other sentence here",
            count,
        )
        cleaning.log.add(cleaning.frame, 0, column.header, "", done)
