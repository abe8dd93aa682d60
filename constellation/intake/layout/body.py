"""The rows below a header as columns: blank rows, totals, trailers and repeated headers are not among them."""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from constellation.intake.layout.header import HEAD, Header, find_header
from constellation.intake.tables import Cancelled, Number, RawTable, Row

ROWS_AT_ONCE = 4096
MANY_DISTINCT = 1000
TOTAL = re.compile(
    r"(?:(?:grand|sub)?[ -]?total\b.*|(?:row|head|record)?[ ]?count\b.*|sum\b.*|trl|trailer|eof|end of (?:report|file|list)\b.*|n ?=.*|"
    r"gesamt(?:summe|zahl)?\b.*|summe\b.*|anzahl\b.*|somme\b.*|effectif\b.*|totale?\b.*|toplam\b.*|合计|总计|總計|合計|小计|итого\b.*|razem\b.*|"
    r"total de .*|número de .*|average\b.*|mean\b.*|records?:.*|rows?:.*)\W*(?:\d[\d ,.]*)?",
    re.I,
)
LEGEND = re.compile(
    r"[*†‡§¹²³#^]+|note[s]?:?.*|source:.*|legend:?.*|key:.*|confidential\b.*|page \d+.*|generated (?:on|by)\b.*|as of\b.*|end of\b.*",
    re.I,
)


@dataclass(frozen=True)
class Frame:
    """A table as columns of text.

    `columns[c][r]`: a cell as it stands.  `numbers`: each row's number in the file.  `aside`: rows that name nobody, as
    (number, its words, why).  `numeric[c]`: how many cells of a column the file holds as numbers.  `ragged`: rows with
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
    """A raw table told into header and columns; Cancelled where the caller asks for it.

    `tell`: called with the number of rows read so far, every few thousand.
    """
    rows = iter(raw.rows)
    head = list(islice(rows, HEAD))
    header = named_header(head) if raw.named else find_header(head, raw.merged)
    width = wide_enough(header, head)
    body = Body(len(header.names), width, header)
    for block in blocks(chain(head[header.at :], rows)):
        if cancelled is not None and cancelled():
            raise Cancelled
        body.take(block)
        if tell is not None:
            tell(len(body.numbers))
    names = (header.names + [""] * width)[:width]
    header = Header(names, header.row, header.at, header.above)
    return Frame(raw.file, raw.sheet, header, body.columns, body.numbers, body.aside, body.ragged, body.short,
                 body.blank, raw.named, raw.hidden, raw.remarks)  # fmt: skip


def named_header(head: Sequence[Row]) -> Header:
    return Header(list(head[0][1]), 0, 1, []) if head else Header([], 0, 0, [])


def wide_enough(header: Header, head: Sequence[Row]) -> int:
    """The width of the table: of the header without blank names at its end, but as wide as most rows are filled."""
    last = max((at + 1 for at, name in enumerate(header.names) if name), default=0)
    filled = [
        max((at + 1 for at, cell in enumerate(cells) if cell.strip()), default=0) for _, cells in head[header.at :]
    ]
    common = sorted(filter(None, filled))
    return max(last, common[(len(common) - 1) // 2] if common else 0)


def blocks(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while block := list(islice(rows, ROWS_AT_ONCE)):
        yield block


class Body:
    """Columns that grow block by block; cells that are equal are one object."""

    def __init__(self, named: int, width: int, header: Header) -> None:
        self.width, self.header = width, header
        self.columns: list[list[str]] = [[] for _ in range(width)]
        self.known: list[dict[str, str] | None] = [{} for _ in range(width)]
        self.numbers = array("l")
        self.aside: list[tuple[int, str, str]] = []
        self.ragged: list[tuple[int, str]] = []
        self.short: list[int] = []
        self.blank = 0
        self.own = [name.casefold() for name in header.names[:width] if name]

    def take(self, block: Sequence[Row]) -> None:
        kept = [(number, cells) for number, cells in block if self.is_person(number, cells)]
        if not kept:
            return
        self.numbers.extend([number for number, _ in kept])
        for at, cells in enumerate(zip(*(self.fitted(number, cells) for number, cells in kept), strict=True)):
            self.columns[at].extend(self.shared(at, cells))

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
        why = self.why_aside(words)
        if why:
            self.aside.append((number, " | ".join(words), why))
        return not why

    def why_aside(self, words: Sequence[str]) -> str:
        if len(words) <= 3 and TOTAL.fullmatch(words[0]) and all(is_figure(word) for word in words[1:]):
            return "a total or the end of the list"
        if words[0].startswith('{"ImportId"'):
            return "a row of technical names"
        if len(self.own) > 1 and [word.casefold() for word in words] == self.own:
            return "the header, repeated"
        if len(words) <= 2 < self.width and LEGEND.fullmatch(words[0]):
            return "a note below the list"
        return ""


def is_figure(word: str) -> bool:
    return isinstance(word, Number) or re.fullmatch(r"[\d.,: %]+", word) is not None
