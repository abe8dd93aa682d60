"""What was done to a file, entry by entry, in the order of its rows."""

from collections.abc import Sequence

from constellation.intake.layout.body import Frame
from constellation.intake.reading import INFO, QUESTION, Entry
from constellation.words import say_count

LONGEST_FOUND = 120


class Log:
    """Entries as they come, and habits of a whole column: those are said once, with a count and an example."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def add(
        self, frame: Frame, row: int, column: str, found: str, done: str, mend: str = "", severity: str = INFO
    ) -> None:
        self.entries.append(Entry(frame.file, frame.sheet, row, column, shortened(found), done, mend, severity))

    def ask(self, frame: Frame, column: str, found: str, done: str, mend: str) -> None:
        self.add(frame, 0, column, found, done, mend, QUESTION)

    def habit(
        self, frame: Frame, column: str, example: str, done: str, count: int, mend: str = "", severity: str = INFO
    ) -> None:
        """Something that was done to many cells of a column alike."""
        self.add(frame, 0, column, example, to_cells(done, count), mend, severity)

    def in_order(self) -> list[Entry]:
        """The entries by file, sheet and row; what concerns a whole table or column comes before its rows."""
        places: dict[tuple[str, str], int] = {}
        for entry in self.entries:
            places.setdefault((entry.file, entry.sheet), len(places))
        return sorted(self.entries, key=lambda entry: (places[entry.file, entry.sheet], entry.row))


def to_cells(done: str, count: int) -> str:
    """What was done, and to how many cells.

    >>> to_cells("put into small letters", 1200)
    'put into small letters (1,200 cells)'
    """
    return say_count("{done} ({n} cell)", "{done} ({n} cells)", count, done=done)


def shortened(text: str) -> str:
    return text if len(text) <= LONGEST_FOUND else text[: LONGEST_FOUND - 1] + "…"


def listed(words: Sequence[str], most: int = 6) -> str:
    """Words as a sentence lists them.

    >>> listed(["a", "b", "c"], most=2)
    'a, b and 1 more'
    """
    named = ", ".join(words[:most])
    more = len(words) - most
    return say_count("{words} and {n} more", "{words} and {n} more", more, words=named) if more > 0 else named
