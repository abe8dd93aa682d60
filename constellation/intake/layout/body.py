"""The rows below a header as columns: blank rows, totals, trailers and repeated headers are not among them."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from constellation.intake.formats.limits import LIMITS
from constellation.intake.layout.closing import is_figure, is_named, is_note, is_total
from constellation.intake.layout.header import HEAD, Header, filled, find_header, is_surely_header
from constellation.intake.mapping.headers import aliases
from constellation.intake.reading import INFO
from constellation.intake.tables import Cancelled, RawTable, Row, Unreadable
from constellation.words import mark, say, say_count

ROWS_AT_ONCE = 4096
MANY_DISTINCT = 1000
TECHNICAL = '{"ImportId"'
TABLES = 50  # tables below each other; what comes after is read with the last header


@dataclass(frozen=True)
class Frame:
    """A table as columns of text.

    `columns[c][r]`: a cell as it stands.  `numbers`: each row's number in the file.  `aside`: rows that name nobody, as
    (number, its words, why in marked words).  `numeric[c]`: how many cells of a column the file holds as numbers.  `ragged`: rows with
    more cells than the header, as (number, cells beyond); `short`: the numbers of those with fewer.  `blank`: how many
    rows were blank.
    """

    file: str
    sheet: str
    header: Header
    columns: list[list[str]]
    numbers: "array[int]"
    aside: list[tuple[int, str, str]]
    ragged: list[tuple[int, str]]
    short: list[int]
    blank: int
    named: bool = False
    hidden: bool = False
    remarks: list[tuple[int, str, str, str, str]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.numbers)


def frame_of(
    raw: RawTable, tell: Callable[[int], None] | None = None, cancelled: Callable[[], bool] | None = None
) -> Frame:
    """The first of `frames_of`, for tables that are known to be alone."""
    return frames_of(raw, tell, cancelled)[0]


def frames_of(
    raw: RawTable, tell: Callable[[int], None] | None = None, cancelled: Callable[[], bool] | None = None
) -> list[Frame]:
    """A raw table told into header and columns, at least one; Cancelled where the caller asks for it.

    Tables with other columns that stand below it are frames of their own.  `tell`: called with the number of rows read
    so far, every few thousand.

    >>> rows = [["Name", "Email"], ["Ana Wang", "a@b.edu"], [], ["Name", "Rank"], ["Bo Lee", "Lecturer"]]
    >>> [frame.columns for frame in frames_of(RawTable("staff.csv", "", list(enumerate(rows, start=1))))]
    [[['Ana Wang'], ['a@b.edu']], [['Bo Lee'], ['Lecturer']]]
    """
    rows, left, frames = iter(raw.rows), list[Row](), list[Frame]()
    done = 0
    while left or not frames:
        head = left[:HEAD] + list(islice(rows, max(0, HEAD - len(left))))
        waiting = left[HEAD:]
        header = named_header(head) if raw.named else find_header(head, () if frames else raw.merged)
        if raw.merged and not frames:
            rows = spread(raw, chain(head[header.at :], rows))
            head[header.at :] = islice(rows, len(head) - header.at)
        body = Body(header, head, single=raw.named or len(frames) + 1 >= TABLES)
        left = []
        for block in blocks(head[header.at :] + waiting, rows):
            if cancelled is not None and cancelled():
                raise Cancelled
            left = body.take(block)
            if tell is not None:
                tell(done + len(body.numbers))
            if left:
                break
        done += len(body.numbers)
        frames.append(framed(raw, header, body, raw.remarks if not frames else []))
    return frames


def spread(raw: RawTable, rows: Iterable[Row]) -> Iterator[Row]:
    """Rows where each cell merged over several of them has its value in each, but not in rows that are blank beside."""
    tall = {(top + 1, left): low + 1 for top, left, low, right in raw.merged if low > top and left == right}
    starts: dict[int, list[int]] = {}
    for top, column in tall:
        starts.setdefault(top, []).append(column)
    going, count, given = dict[int, tuple[int, str]](), 0, 0  # column → the last row of the cell, its value
    for number, cells in rows:
        going = {column: cell for column, cell in going.items() if cell[0] >= number}
        if going and any(map(str.strip, cells)):
            given += len(going)
            if given > LIMITS.cells:
                sentence = mark("{file} has merged cells over too many rows; unmerge them and save it again")
                raise Unreadable(say(sentence, file=raw.file))
            cells = cells + [""] * (max(going) + 1 - len(cells))
            for column, (_, value) in going.items():
                cells[column] = cells[column] if cells[column].strip() else value
        for column in starts.get(number, ()):
            if column < len(cells) and cells[column].strip():
                going[column] = tall[number, column], cells[column]
                count += 1
        yield number, cells
    if count:
        done = say_count(
            "their value is given to each of the rows ({n} cell)",
            "their value is given to each of the rows ({n} cells)",
            count,
        )
        raw.remarks.append((0, say("cells merged over several rows"), done, "", INFO))


def framed(raw: RawTable, header: Header, body: "Body", remarks: list[tuple[int, str, str, str, str]]) -> Frame:
    names = (header.names + [""] * body.width)[: body.width]
    header = Header(names, header.row, header.at, header.above)
    return Frame(raw.file, raw.sheet, header, body.columns, body.numbers, body.aside, body.ragged, body.short,
                 body.blank, raw.named, raw.hidden, remarks)  # fmt: skip


def named_header(head: Sequence[Row]) -> Header:
    return Header(list(head[0][1]), 0, 1, []) if head else Header([], 0, 0, [])


def wide_enough(header: Header, usual: int) -> int:
    """The width of the table: of the header without blank names at its end, but as wide as most rows are filled."""
    return max(max((at + 1 for at, name in enumerate(header.names) if name), default=0), usual)


def blocks(first: Sequence[Row], rows: Iterator[Row]) -> Iterator[list[Row]]:
    if first:
        yield list(first)
    while block := list(islice(rows, ROWS_AT_ONCE)):
        yield block


class Body:
    """Columns that grow block by block, until another header comes; cells that are equal are one object."""

    def __init__(self, header: Header, head: Sequence[Row], single: bool) -> None:
        self.header, self.single, self.width = header, single, 0
        self.own = [name.casefold() for name in header.names if name]
        self.begun = self.gap = False
        below = head[header.at :]
        sample = below[: self.other_header(below)]
        self.begun = self.gap = False
        ends = [max((at + 1 for at, cell in enumerate(cells) if cell.strip()), default=0) for _, cells in sample]
        common, counts = sorted(filter(None, ends)), sorted(filter(None, (filled(cells) for _, cells in sample)))
        self.usual = counts[len(counts) // 2] if counts else 0
        self.width = wide_enough(header, common[(len(common) - 1) // 2] if common else 0)
        self.own = [name.casefold() for name in header.names[: self.width] if name]
        self.columns: list[list[str]] = [[] for _ in range(self.width)]
        self.known: list[dict[str, str] | None] = [{} for _ in range(self.width)]
        self.numbers = array("l")
        self.aside: list[tuple[int, str, str]] = []
        self.ragged: list[tuple[int, str]] = []
        self.short: list[int] = []
        self.blank = 0

    def take(self, block: list[Row]) -> list[Row]:
        """Take the rows of a block; those from another table's header on are given back."""
        end = self.other_header(block)
        kept = [(number, cells) for number, cells in block[:end] if self.is_person(number, cells)]
        if kept:
            self.numbers.extend([number for number, _ in kept])
            for at, cells in enumerate(zip(*(self.fitted(number, cells) for number, cells in kept), strict=True)):
                self.columns[at].extend(self.shared(at, cells))
        return block[end:]

    def other_header(self, block: Sequence[Row]) -> int:
        """Where the header of another table stands among rows, below people of this one; their number where none does."""
        known = aliases()
        for at, (_, cells) in enumerate(block):
            first = cells[0] if cells else ""
            if self.begun and first and not self.gap and first.replace(" ", "").casefold() not in known:
                continue  # a header in the midst of people begins with a word that is plainly one
            count = filled(cells)
            if count > 1 and not self.single and is_surely_header(cells):
                if self.begun and not self.repeats(cells):
                    return at - titled(block[:at])
            elif count > 1 and not first.startswith(TECHNICAL):
                self.begun = True
            self.gap = count < 2 < len(self.own) or not count
        return len(block)

    def repeats(self, cells: Sequence[str]) -> bool:
        """Whether each word of a row stands where the header has it."""
        names = [name.casefold() for name in self.header.names]
        words = [(at, cell.strip().casefold()) for at, cell in enumerate(cells) if cell.strip()]
        return len(words) > 1 and all(at < len(names) and names[at] == word for at, word in words)

    def shared(self, at: int, cells: Sequence[str]) -> Iterable[str]:
        """Cells with one object for equal texts, as long as a column repeats itself enough to be worth it."""
        known = self.known[at]
        if known is None or len(known) > len(self.columns[at]) / 3 > MANY_DISTINCT:
            self.known[at] = None
            return cells
        if set(map(type, cells)) == {str}:
            return map(known.setdefault, cells, cells)
        return [known.setdefault(cell, cell) if type(cell) is str else cell for cell in cells]

    def fitted(self, number: int, cells: list[str]) -> list[str]:
        width = len(cells)
        if width == self.width:
            return cells
        if width < self.width:
            if self.header.row or self.header.names:
                self.short.append(number)
            return cells + [""] * (self.width - width)
        if beyond := " | ".join(cell.strip() for cell in cells[self.width :] if cell.strip()):
            self.ragged.append((number, beyond))
        return cells[: self.width]

    def is_person(self, number: int, cells: Sequence[str]) -> bool:
        """Whether a row is one of the table's; what is not is counted, or put aside with the reason."""
        if not cells:
            self.blank += 1
            return False
        if (
            len(cells) > 3
            and cells[0]
            and cells[1]
            and cells[2]
            and cells[0] not in self.header.names
            and cells[0][0] != "{"
        ):
            return True
        words = [cell.strip() for cell in cells if cell.strip()]
        if not words:
            self.blank += 1
            return False
        why = self.why_aside(words, cells)
        if why:
            self.aside.append((number, " | ".join(words), why))
        return not why

    def why_aside(self, words: Sequence[str], cells: Sequence[str]) -> str:
        """What a row is that is no person's, in marked words; blank for a person's."""
        if len(words) <= 3 and is_total(words[0]) and all(is_figure(word) for word in words[1:]):
            return mark("a total or the end of the list")
        if words[0].startswith(TECHNICAL):
            return mark("a row of technical names")
        if len(self.own) > 1 and ([word.casefold() for word in words] == self.own or self.repeats(cells)):
            return mark("the header, repeated")
        if len(words) <= 2 < self.width and is_note(words) and (len(words) < self.usual or len(words) == 1):
            return mark("a note below the list")
        return ""


def titled(rows: Sequence[Row]) -> int:
    """1 where the last row is a title of what follows: words alone below a blank row, else 0."""
    if len(rows) < 2 or filled(rows[-1][1]) != 1 or filled(rows[-2][1]):
        return 0
    return int(not any(is_named(cell.strip()) for cell in rows[-1][1]))
