"""A column of ids or codes: what spreadsheets have done to it, said and never made up for."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from constellation.words import mark

PLAIN = re.compile(r"\d+")
WHOLE = re.compile(r"(\d+)\.0+")
SCIENTIFIC = re.compile(r"\d[.,]\d+E[+-]?\d+|\dE\+\d+", re.IGNORECASE)
FORMULA = re.compile(r'="?([^"]*)"?')
MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juin|juil|août"
AS_DATE = re.compile(
    rf"\d{{1,4}}[-. /](?:{MONTHS})\.?(?:[-. /]\d{{2,4}})?|(?:{MONTHS})\.?[-. /]\d{{1,4}}", re.IGNORECASE
)
LIKE_DATE = re.compile(r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)-?\d{1,2}", re.IGNORECASE)
TOO_NARROW = re.compile(r"#{3,}")

ZEROS = mark("leading zeros may be lost; ask for the ids as text")
SHORTER = mark("shorter than the other ids: leading zeros may be lost; ask for the ids as text")
ROUNDED = mark("a spreadsheet rounded this number, its digits are lost: left blank; ask for the ids as text")
DIGITS = mark("a spreadsheet keeps 15 digits, the last ones are lost: left blank; ask for the ids as text")
DATE = mark("a spreadsheet turned this code into a date, the code is lost: left blank; ask for the codes as text")
NARROW = mark("the column was too narrow when it was saved, the id is lost: left blank; ask for the file again")
LOOKS_LIKE_DATE = mark(
    "a spreadsheet has damaged this column and takes codes like this one for dates: "
    "kept, check it; ask for the codes as text"
)
NO_DECIMALS = mark("the decimals that a spreadsheet added were taken off")
NO_APOSTROPHE = mark("the apostrophe or formula that marks text was taken off")

COMMON = 0.7  # share of plain numbers that have the full width where only leading zeros make the others shorter
KEPT_DIGITS = 15  # of a number in a spreadsheet
NEAR = 3  # so many zeros are lost at most
FEWEST = 5  # plain numbers, below that widths say nothing
DENSE = 0.2  # numbers that fill their range so far are counted one by one
SMALL = 10_000  # below it numbers are counters as a rule


@dataclass
class IdColumn:
    """A judged column: `width` of most ids (0 where they have none in common), `values` by position, cleaned, blank
    where lost; `damaged`: position → a marked sentence; `mended`: position → what was taken off, in marked words.
    """

    width: int
    values: list[str]
    damaged: dict[int, str] = field(default_factory=dict)
    mended: dict[int, str] = field(default_factory=dict)


def judge_ids(values: Sequence[str], numbers: Sequence[bool]) -> IdColumn:
    """What is left of a column of ids; `numbers[i]`: the cell was a number in the file.  No zero is ever put back.

    Numbers counted one by one, and ids of one width, are not damaged.

    >>> column = judge_ids(["79918134", "8.59E+07", "9755281"], [False] * 3)
    >>> column.values, column.damaged[0]
    (['79918134', '', '9755281'], 'leading zeros may be lost; ask for the ids as text')
    >>> judge_ids(["1", "2", "10"], [True] * 3).damaged
    {}
    """
    column = IdColumn(0, list(values))
    scientific = False
    for position, value in enumerate(values):
        if value and not value.isdecimal():
            scientific |= clean(column, position, value)
    if column.damaged:
        like_dates(column)
    plain = [at for at, value in enumerate(column.values) if value and value.isdecimal() and value.isascii()]
    short = [at for at in plain if len(column.values[at]) <= KEPT_DIGITS]
    widths = Counter(len(column.values[at]) for at in short)
    column.width = widths.most_common(1)[0][0] if widths else 0
    too_long(column, [at for at in plain if len(column.values[at]) > KEPT_DIGITS], numbers)
    lost_zeros(column, short, widths, scientific)
    return column


def clean(column: IdColumn, position: int, value: str) -> bool:
    """Judge one id that is not digits alone; true where it shows that the column went through a spreadsheet."""
    text = value.strip()
    if SCIENTIFIC.fullmatch(text):
        return lost(column, position, ROUNDED)
    if TOO_NARROW.fullmatch(text):
        return lost(column, position, NARROW)
    if AS_DATE.fullmatch(text):
        lost(column, position, DATE)
    elif found := WHOLE.fullmatch(text):
        column.values[position], column.mended[position] = found[1], NO_DECIMALS
    elif text.startswith("'") or (text.startswith("=") and FORMULA.fullmatch(text)):
        stripped = text[1:] if text.startswith("'") else text[1:].strip('"')
        column.values[position], column.mended[position] = stripped, NO_APOSTROPHE
    else:
        column.values[position] = text
    return False


def like_dates(column: IdColumn) -> None:
    """Codes such as MAR3 in a column that a spreadsheet has damaged."""
    for position, value in enumerate(column.values):
        if LIKE_DATE.fullmatch(value):
            column.damaged[position] = LOOKS_LIKE_DATE


def lost(column: IdColumn, position: int, said: str) -> bool:
    column.values[position], column.damaged[position] = "", said
    return True


def too_long(column: IdColumn, long: Sequence[int], numbers: Sequence[bool]) -> None:
    """Ids of more than 15 digits that all end in zeros after the fifteenth were rounded."""
    rounded = [at for at in long if not column.values[at][KEPT_DIGITS:].strip("0")]
    if rounded and len(rounded) == len(long) and (len(long) > 1 or any(numbers[at] for at in rounded)):
        for position in rounded:
            lost(column, position, DIGITS)


def lost_zeros(column: IdColumn, plain: Sequence[int], widths: Counter[int], scientific: bool) -> None:
    """Say where leading zeros may be missing: only where something in the column shows that they are."""
    texts = {at: column.values[at] for at in plain if column.values[at]}
    kept = any(text[0] == "0" and len(text) == column.width for text in texts.values())
    if not texts or (not scientific and (len(widths) == 1 or counted(texts.values()) or not near_one_width(widths))):
        return
    for position, text in texts.items():
        if len(text) < column.width:
            column.damaged[position] = SHORTER if kept else ZEROS
        elif not kept and text[0] != "0":
            column.damaged[position] = ZEROS


def near_one_width(widths: Counter[int]) -> bool:
    """Whether most numbers have the greatest width and the others are a little shorter, as when zeros were lost."""
    widest, count, total = max(widths), widths[max(widths)], widths.total()
    return total >= FEWEST and count >= COMMON * total and widest - min(widths) <= NEAR


def counted(texts: Iterable[str]) -> bool:
    """Whether numbers were counted one by one, so that their widths differ by nature."""
    found = {int(text) for text in texts}
    return max(found) < SMALL or len(found) >= DENSE * (max(found) - min(found) + 1)
