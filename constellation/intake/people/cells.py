"""Columns of a frame made clean: each distinct cell is judged once, and what was done to it is logged."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from constellation.intake.content.blanks import is_blank
from constellation.intake.content.dates import is_doubt, is_future, read_date, style_of
from constellation.intake.content.email import read_email
from constellation.intake.content.gender import read_gender
from constellation.intake.content.ids import judge_ids
from constellation.intake.content.orcid import read_orcid
from constellation.intake.content.shares import read_share
from constellation.intake.content.tenure import read_tenure, tenure_clock
from constellation.intake.content.text import is_formula, lost_letters, mend, neutral
from constellation.intake.layout.body import Frame
from constellation.intake.log import Log
from constellation.intake.reading import INFO, WARNING, Column, named
from constellation.intake.tables import Day, Number
from constellation.words import mark, say

NAMES = ("name", "given", "middle", "family", "preferred", "native_name")
CODES = ("orcid", "employee_id", "fte", "percent")
OFTEN = 50  # what is sure and was done to more cells of a column than this is said once
LONGEST_BLANK = 12  # letters of the longest word that says nothing is known
LOST = mark("letters are lost (? stands for them)")
LOST_MEND = mark("ask for the export in UTF-8; nobody can tell from this file which letters they were")


class Cell(NamedTuple):
    """What a cell became; `done` blank where it stayed as it was; `habit`: to be said once for the whole column."""

    value: str
    done: str = ""
    mend: str = ""
    severity: str = INFO
    habit: bool = False


Cleaner = Callable[[str], str | Cell]  # a text where nothing is to be said
ADDRESS = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
SMALL = mark("addresses are written in small letters")
UNKNOWN = mark("{text} is read as unknown")
READ_AS = mark("{text} is read as {value}")


class Cleaning:
    """A frame with the log that its cleaning is written into."""

    def __init__(self, frame: Frame, log: Log, today: date, step: Callable[[], None] = lambda: None) -> None:
        """`step` is called before each column; it may tell progress, and raise to stop."""
        self.frame, self.log, self.today, self.step = frame, log, today, step

    def column(self, column: Column, clean: Cleaner) -> list[str]:
        """Every cell of a column, cleaned."""
        self.step()
        cells = self.frame.columns[column.number - 1]
        memo: dict[str, str] = {}
        told: dict[str, Cell] = {}
        for cell in cells:
            if cell not in memo:
                one = clean(cell)
                if isinstance(one, Cell):
                    memo[cell] = one.value
                    if one.done:
                        told[cell] = one
                else:
                    memo[cell] = one
        if told:
            self.tell(column, cells, told)
        return [memo[cell] for cell in cells]

    def tell(self, column: Column, cells: Sequence[str], told: dict[str, Cell]) -> None:
        header = named(column)
        if all(one.habit for one in told.values()):
            self.tell_habits(header, Counter(map({cell: one.done for cell, one in told.items()}.get, cells)), told)
            return
        often = Counter(one.done for cell in cells if (one := told.get(cell)) is not None and one.severity == INFO)
        habits: Counter[str | None] = Counter()
        for number, cell in zip(self.frame.numbers, cells, strict=True):
            one = told.get(cell)
            if one is None:
                continue
            if one.habit or often[one.done] > OFTEN:
                habits[one.done] += 1
            else:
                self.log.add(self.frame, number, header, cell, one.done, one.mend, one.severity)
        self.tell_habits(header, habits, told)

    def tell_habits(self, header: str, habits: Mapping[str | None, int], told: dict[str, Cell]) -> None:
        """What was done to many cells alike, with the first of them."""
        first: dict[str, tuple[str, Cell]] = {}
        for cell, one in told.items():
            first.setdefault(one.done, (cell, one))
        for done, count in habits.items():
            if done is not None:
                found, one = first[done]
                self.log.habit(self.frame, header, found, done, count, one.mend, one.severity)

    def text(self, column: Column) -> list[str]:
        """A column of words."""
        kind = "name" if column.field in NAMES else "code" if column.field in CODES else "text"
        return self.column(column, lambda cell: plain(cell, kind))

    def dates(self, column: Column) -> list[str]:
        """A column of dates as ISO, some of reduced precision; the whole column tells day from month."""
        cells = self.frame.columns[column.number - 1]
        texts = {cell for cell in cells if cell and not isinstance(cell, Day)}
        style = style_of((mend(cell)[0].strip() for cell in texts), serials=True)

        examples: dict[tuple[str, int], str] = {}

        def clean(cell: str) -> str | Cell:
            if isinstance(cell, Day) or not cell:
                return str(cell)
            text = mend(cell)[0].strip()
            if is_blank(text, "date"):
                return Cell("", say("nothing is known") if text else "", habit=True)
            value, said = read_date(text, style, today=self.today)
            if is_doubt(said):
                return Cell(value, said, say("write the dates as YYYY-MM-DD"), WARNING, habit=True)
            if said or not value:
                way_on = "" if value else say("write the date as YYYY-MM-DD")
                return Cell(value, said or say("read as no date"), way_on, INFO if value else WARNING)
            if value == text:
                return value
            shape = pattern(text), len(value)
            if shape not in examples:
                examples[shape] = say("dates written like {text} are read like {value}", text=text, value=value)
            return Cell(value, examples[shape], habit=True)

        return self.column(column, clean)

    def ids(self, column: Column) -> list[str]:
        """A column of ids, with what has been lost of them said."""
        cells = self.frame.columns[column.number - 1]
        texts = [cell.strip() if cell.isascii() else mend(cell)[0].strip() for cell in cells]
        texts = (
            ["" if is_blank(text, "text") else text for text in texts]
            if any(len(text) < 8 for text in texts)
            else texts
        )
        judged = judge_ids(texts, [isinstance(cell, Number) for cell in cells])
        header, mend_it = named(column), say("ask for the file with this column as text")
        told = {words: say(words) for words in set(judged.damaged.values())}
        for position, words in judged.damaged.items():
            number, found = self.frame.numbers[position], cells[position]
            self.log.add(self.frame, number, header, found, told[words], mend_it, WARNING)
        return list(judged.values)


def pattern(text: str) -> str:
    """A date's shape in words that show it: digits as 9.

    >>> pattern("20-AUG-12")
    '99-AAA-99'
    """
    return "".join(
        "9" if sign.isdigit() else "A" if sign.isupper() else "a" if sign.isalpha() else sign for sign in text[:24]
    )


def plain(cell: str, kind: str = "text") -> Cell:
    """A cell of words: mended, blank where it says that nothing is known, formulas kept as text."""
    if cell.isalpha() and cell.isascii() and (len(cell) > LONGEST_BLANK or (kind == "name" and cell.istitle())):
        return Cell(cell)
    text, done = mend(cell)
    text = text.strip()
    if is_blank(text, kind):
        return Cell("", say(UNKNOWN, text=text) if text else "", habit=True)
    if kind == "name" and lost_letters(text):
        return Cell(text, say(LOST), say(LOST_MEND), WARNING)
    if is_formula(text):
        return Cell(neutral(text), say("kept as text, never run as a formula"))
    return Cell(text, done)


def email(cell: str) -> str | Cell:
    if ADDRESS.fullmatch(cell) and ".." not in cell:
        small = cell.lower()
        return cell if small == cell else Cell(small, say(SMALL), habit=True)
    text, done = mend(cell)
    if is_blank(text.strip()):
        return Cell("")
    value, said = read_email(text.strip())
    if said or not value:
        return Cell(
            value,
            said or say("no e-mail address"),
            "" if value else say("write one address, as in name@university.edu"),
            INFO if value else WARNING,
        )
    return Cell(value, done or (say(SMALL) if value != text.strip() else ""), habit=not done)


def orcid(cell: str) -> str | Cell:
    if not cell:
        return cell
    text = cell if cell.isascii() and cell.isalnum() else mend(cell)[0].strip()
    if len(text) < 16 and is_blank(text, "orcid"):
        return Cell("", say(UNKNOWN, text=text) if text else "", habit=True)
    value, said = read_orcid(text)
    if said:
        mend_it = "" if value else say("ask the person for the whole ORCID iD")
        return Cell(value, said, mend_it, INFO if value else WARNING)
    return Cell(value, say("ORCID iDs are written as 0000-0000-0000-0000") if value != text else "", habit=True)


def tenure(cell: str) -> Cell:
    text = mend(cell)[0].strip()
    value = read_tenure(text) or ("TT" if tenure_clock(text) else "")
    if value or is_blank(text):
        return Cell(value, say(READ_AS, text=text, value=value) if value and value != text else "", habit=True)
    return Cell("", say("not known as a tenure status"), say("use T, TT or NTT"), WARNING)


def gender(cell: str) -> Cell:
    text = mend(cell)[0].strip()
    if is_blank(text):
        return Cell("")
    value = read_gender(text)
    return Cell(value, say(READ_AS, text=text, value=value) if value != text else "", habit=True)


def share_cleaner(percent: bool) -> Cleaner:
    def clean(cell: str) -> Cell:
        text = mend(cell)[0].strip()
        if is_blank(text):
            return Cell("")
        value, said = read_share(text, percent=percent)
        if said or not value:
            return Cell(
                value,
                said or say("no share of full time"),
                "" if value else say("write a number from 0 to 1"),
                INFO if value else WARNING,
            )
        done = say("percent are read as a share of full time") if percent or "%" in text else ""
        return Cell(value, done, habit=True)

    return clean


__all__ = ["Cell", "Cleaning", "email", "gender", "is_future", "orcid", "plain", "share_cleaner", "tenure"]
