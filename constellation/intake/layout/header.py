"""Which rows of a table are its header, and which words above it are only a preamble."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from constellation.intake.content.text import mend
from constellation.intake.mapping.headers import compared, is_known, meaning
from constellation.intake.mapping.kinds import IDENTIFYING, words_of_a_list
from constellation.intake.tables import Number, Row

HEAD = 60  # a header stands among the first rows
LONGEST = 200  # a longer cell is a text, no header
DATA = re.compile(
    r"[^@\s]+@[^@\s]+\.\w+|\d{4}-\d{4}-\d{4}-\d{3}[\dX]|(?=[^\d]*\d)[\d.,/:%E+-]+|\d{1,2}[-. ]\w{3,9}[-. ]\d{2,4}"
)


@dataclass(frozen=True, slots=True)
class Header:
    """A header: the words of each column, the row its last line stands in, what stood above it.

    `row`: its number in the file, 0 where the table has none and `names` are blank.  `at`: how many rows of the table
    it and the preamble take.  `above`: the rows of the preamble that are not blank.
    """

    names: list[str]
    row: int
    at: int
    above: list[Row]


def find_header(head: Sequence[Row], merged: Sequence[tuple[int, int, int, int]] = ()) -> Header:
    """The header among the first rows of a table.

    A row is a header when its words are known as headers or, where none is, when it is text above data.

    >>> find_header([(1, ["Report of May", ""]), (2, ["Name", "Rank"]), (3, ["Ana Wang", "Professor"])]).names
    ['Name', 'Rank']
    >>> find_header([(1, ["a@b.edu", "Wang"]), (2, ["c@b.edu", "Lee"])]).row
    0
    """
    width = max((len(cells) for _, cells in head), default=0)
    sure = [is_surely_header(cells) for _, cells in head]
    scores = [
        score(
            cells, [row for row, other in zip(head[at + 1 : at + 12], sure[at + 1 : at + 12], strict=True) if not other]
        )
        for at, (_, cells) in enumerate(head)
    ]
    best = first_table(head, scores, sure, max(range(len(head)), key=lambda at: (scores[at], -at), default=-1))
    if best < 0 or scores[best] <= 0:
        above = leading_titles(head)
        return Header([""] * width, 0, len(above), [head[at] for at in range(len(above)) if any(head[at][1])])
    names = [mend(cell)[0].strip() for cell in head[best][1]]
    names += [""] * (width - len(names))
    groups = group_row(head, best, merged)
    if groups:
        names = with_groups(names, filled_right(groups, width, merged, best - 1))
    first = best - bool(groups)
    return Header(names, head[best][0], best + 1, [row for row in head[:first] if any(map(str.strip, row[1]))])


def first_table(head: Sequence[Row], scores: Sequence[float], sure: Sequence[bool], best: int) -> int:
    """The place of the best header, or of an earlier one that has people of its own below it."""
    for at in range(best):
        if not sure[at] or scores[at] <= 1:
            continue
        needed = max(2, filled(head[at][1]) / 2)
        for person in range(at + 1, best):
            cells = head[person][1]
            if sure[person] or scores[person] > 1 or filled(cells) < needed or any(":" in cell[-2:] for cell in cells):
                continue
            if any(is_data(cell.strip()) for cell in cells) or not all(filled(row) for _, row in head[person:best]):
                return max(range(at, person), key=lambda one: (scores[one], -one))
        break
    return best


def is_surely_header(cells: Sequence[str]) -> bool:
    """Whether a row alone tells that it is a header: its words are known, mean different fields, one of them somebody.

    >>> is_surely_header(["Name", "E-mail", "Parking", "Rank"]), is_surely_header(["Ana Wang", "Professor"])
    (True, False)
    """
    words = [cell.strip() for cell in cells if cell.strip()]
    if len(words) < 2 or any(len(word) > LONGEST or is_data(word) for word in words) or len(set(words)) < len(words):
        return False
    listed = words_of_a_list(words)
    known = [word for word in words if is_known(word) or compared(word) in listed]
    if len(known) < 2 or len(known) < 0.75 * len(words):
        return False
    fields = {meaning(word)[0] or compared(word) for word in known}
    return len(fields) >= 2 and (bool(listed) or not fields.isdisjoint(IDENTIFYING))


def filled(cells: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)


def is_data(word: str) -> bool:
    """Whether a cell is an address, a date, an id or a figure; never a long one, which would be slow to tell."""
    return isinstance(word, Number) or (len(word) <= LONGEST and DATA.fullmatch(word) is not None)


def score(cells: Sequence[str], below: Sequence[Row]) -> float:
    """How much a row looks like a header; 0 or less where it cannot be one."""
    words = [cell if isinstance(cell, Number) else cell.strip() for cell in cells if cell.strip()]
    if not words or any(len(word) > LONGEST for word in words):
        return 0.0
    data = sum(map(is_data, words))
    # group names above a list's header have blank cells between them
    listed = words_of_a_list(words) if all(cell.strip() for cell in cells[: len(words)]) else set()
    known = sum(
        (is_known(cell.strip()) or compared(cell) in listed) and not recurs(at, cells, below)
        for at, cell in enumerate(cells)
        if cell.strip()
    )
    if known and data <= len(words) / 4:
        return 1 + known + known / len(words) - data
    if data or not below or len(set(words)) < len(words):
        return 0.0
    return plain_score(words, cells, below)


def recurs(at: int, cells: Sequence[str], below: Sequence[Row]) -> bool:
    """Whether a cell stands again in other rows right below: then it is a value, whatever it is called."""
    return any(at < len(row) and row[at] == cells[at] and list(row) != list(cells) for _, row in below)


def plain_score(words: Sequence[str], cells: Sequence[str], below: Sequence[Row]) -> float:
    """Of a row of unknown words: above 0 where the rows below are fuller or hold other kinds of cells."""
    rows = [row for _, row in below if any(map(str.strip, row))]
    if not rows:
        return 0.0
    usual = sorted(sum(bool(cell.strip()) for cell in row) for row in rows)[len(rows) // 2]
    if len(words) < usual or len(words) < 2 <= usual:
        return 0.0
    differs = 0
    for at, cell in enumerate(cells):
        column = [row[at].strip() for row in rows if at < len(row) and row[at].strip()]
        if cell.strip() and column and sum(map(is_data, column)) > len(column) / 2:
            differs += 1
    return 0.1 + 0.5 * differs / len(words) if differs else 0.0


def leading_titles(head: Sequence[Row]) -> list[Row]:
    """Rows at the beginning with one cell where the others have more: a title above a table without header."""
    counts = [filled(cells) for _, cells in head]
    usual = sorted(counts)[len(counts) // 2] if counts else 0
    count = 0
    while usual > 2 and count < len(counts) and counts[count] <= 1:
        count += 1
    return list(head[:count])


def group_row(head: Sequence[Row], at: int, merged: Sequence[tuple[int, int, int, int]]) -> list[str]:
    """The cells of a row of group names directly above the header, none where there is no such row."""
    if at == 0:
        return []
    above = [mend(cell)[0].strip() for cell in head[at - 1][1]]
    words = [word for word in above if word]
    spans = any(first == last == at - 1 and right > left for first, left, last, right in merged)
    below = sum(bool(cell.strip()) for cell in head[at][1])
    short = all(len(word) <= 40 and not word.endswith(":") and not is_data(word) for word in words)
    several = len(words) >= 2 and len(words) < below and not any(":" in word for word in words)
    return above if words and short and (several or (spans and len(words) > 1)) else []


def filled_right(groups: list[str], width: int, merged: Sequence[tuple[int, int, int, int]], row: int) -> list[str]:
    """Each group's name over all its columns: as far as cells are merged, elsewhere up to the next name."""
    groups = groups + [""] * (width - len(groups))
    spans = {left: right for first, left, last, right in merged if first <= row <= last}
    names, name, until = [], "", width
    for at, group in enumerate(groups):
        if group:
            name, until = group, spans.get(at, width) if spans else width
        names.append(name if at <= until else "")
    return names


def with_groups(names: Sequence[str], groups: Sequence[str]) -> list[str]:
    """A column's own name; with its group's where it has none, or where two columns have the same."""
    twice = {name for name in names if name and list(names).count(name) > 1}
    return [
        f"{group}: {name}" if group and name in twice else name or group
        for name, group in zip(names, groups, strict=True)
    ]
