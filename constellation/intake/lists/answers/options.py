"""Cells of "check all that apply" cut into options, which may hold the comma that joins them."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

# `\n`, `;` and `|` are hardly ever part of an option; a comma without a blank joins options of which some hold commas
_JOINERS = tuple(re.compile(pattern) for pattern in (r"\s*;?\s*\n\s*", r"\s*;\s*", r"\s*\|\s*", r"\s*,(?=\S)"))
_COMMA = re.compile(r"\s*[,、，]\s*")
_OTHER = re.compile(r"(?:other|sonstige[sr]?|andere[sr]?|autres?|otr[oa]s?|outr[oa]s?)\b[^:]*:", re.I)
_CHANCE = 0.001  # that two options always meet by chance
_OPEN, _CLOSE = "([{“«", ")]}”»"

Cell = tuple[str, ...]  # the fragments between commas


def split_options(cells: Sequence[str], known: Iterable[str] = ()) -> list[list[str]]:
    """The options of each cell of a column, in their order; a blank cell has none.

    What one option is, the column itself tells: a piece that never stands without the piece before it belongs to it,
    so do pieces with half a bracket and pieces that start small where the others do not.  `known`: options that are
    known to exist, whole.  An own answer ("Other: …") stays in one piece.

    >>> split_options(["Grants", "Teaching, course design (incl. online), Grants", "", "Grants, Teaching, course design (incl. online)"])
    [['Grants'], ['Teaching, course design (incl. online)', 'Grants'], [], ['Grants', 'Teaching, course design (incl. online)']]
    """
    plain = [cell.strip() for cell in cells]
    joiner = next((joiner for joiner in _JOINERS if _joins(joiner, plain)), None)
    if joiner is not None:
        return [_once(joiner.split(cell.strip(";|"))) for cell in plain]
    pieces: dict[str, Cell] = {cell: tuple(filter(None, _COMMA.split(cell))) for cell in set(plain)}
    learned = _Vocabulary([pieces[cell] for cell in plain if cell], known)
    made = {cell: _once(learned.options(fragments)) for cell, fragments in pieces.items()}
    return [list(made[cell]) for cell in plain]


def _once(options: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(option for option in map(str.strip, options) if option))


def _joins(joiner: re.Pattern[str], cells: list[str]) -> bool:
    """Whether it separates options: most of what stands between it comes back in other cells."""
    cut = [[piece for piece in joiner.split(cell) if piece] for cell in cells if cell]
    several = [pieces for cell, pieces in zip(filter(None, cells), cut, strict=True) if joiner.search(cell)]
    counted = Counter(piece for pieces in cut for piece in set(pieces))
    found = [counted[piece] > 1 for pieces in several for piece in pieces]
    return bool(found) and (2 * sum(found) > len(found) or (2 * len(several) > len(cut) and joiner is not _JOINERS[-1]))


@dataclass
class _Vocabulary:
    """Which fragments belong together, learned from the fragments of every cell."""

    cells: list[Cell]
    known: Iterable[str] = ()
    before: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    after: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    count: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.whole = {key: option for option in self.known if (key := tuple(_folded(_COMMA.split(option))))}
        self.longest = max(map(len, self.whole), default=0)
        for cell in self.cells:
            self.count.update(set(cell))
            for first, second in zip(("", *cell), (*cell, ""), strict=True):
                self.after[first][second] += 1
                self.before[second][first] += 1
        starts = [cell[0] for cell in self.cells if cell]
        self.starts_large = 2 * sum(start[0].islower() for start in starts) < len(starts)

    def options(self, cell: Cell) -> list[str]:
        """The fragments of a cell put together again."""
        made: list[str] = []
        place = 0
        while place < len(cell):
            size = self._known_size(cell[place:]) or self._size(cell, place)
            made.append(", ".join(cell[place : place + size]))
            place += size
        return made

    def _known_size(self, rest: Cell) -> int:
        folded = tuple(_folded(rest[: self.longest]))
        return next((size for size in range(len(folded), 0, -1) if folded[:size] in self.whole), 0)

    def _size(self, cell: Cell, place: int) -> int:
        own = bool(_OTHER.match(cell[place]))
        belongs: Callable[[int], bool] = (lambda at: self.count[cell[at]] < 2) if own else self._belongs_in(cell, place)
        end = place + 1
        while end < len(cell) and not self._known_size(cell[end:]) and belongs(end):
            end += 1
        return end - place

    def _belongs_in(self, cell: Cell, place: int) -> Callable[[int], bool]:
        def belongs(at: int) -> bool:
            so_far = ", ".join(cell[place:at])
            return (_is_open(so_far) and _closes(cell[at:])) or self._follows(cell[at - 1], cell[at])

        return belongs

    def _follows(self, first: str, second: str) -> bool:
        """Whether the second fragment belongs to the one before it, wherever it stands."""
        if set(self.before[second]) != {first}:
            return False
        if self.starts_large and _is_small(second):
            return True
        share = self.count[first] / len(self.cells)
        chance = share ** self.count[second]
        inseparable = set(self.after[first]) == {second} and self.count[second] > 2
        return chance < _CHANCE or (inseparable and chance < 0.02)


def _folded(fragments: Iterable[str]) -> list[str]:
    return [" ".join(fragment.casefold().split()) for fragment in fragments if fragment.strip()]


def _is_small(fragment: str) -> bool:
    """Whether it starts as the middle of a sentence does."""
    return fragment[0].islower() or fragment[0].isdigit() or fragment[0] in "&+"


def _is_open(text: str) -> bool:
    """Whether a bracket or a quotation mark is open at the end."""
    brackets = any(text.count(left) > text.count(right) for left, right in zip(_OPEN, _CLOSE, strict=True))
    return brackets or text.count('"') % 2 == 1


def _closes(rest: Cell) -> bool:
    """Whether something still to come closes what is open; a bracket that nobody closes joins nothing."""
    return any(mark in fragment for fragment in rest for mark in (*_CLOSE, '"'))
