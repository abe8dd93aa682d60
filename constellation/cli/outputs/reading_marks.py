"""What was done to a cell that a page shows: changed, doubtful or lost, and what stood there before."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from constellation.cli.outputs.reading_log import SECRET, names_of
from constellation.cli.outputs.reading_words import clean
from constellation.intake.reading import ERROR, INFO, SEVERITIES, WARNING, Entry, Reading, Source
from constellation.words import mark, say

Originals = Mapping[Source, Mapping[str, str]]  # the cells as the file has them, by place and field

CHANGED, DOUBTFUL, LOST = mark("changed"), mark("doubtful"), mark("lost")
LEGEND = (
    (CHANGED, mark("written differently from how it stands in the file, and nothing is in doubt")),
    (DOUBTFUL, mark("the best reading of what stands there: have a look")),
    (LOST, mark("the file has lost or damaged something here: only its owner can mend it")),
)
# the words by which a sentence of the log says that something is gone, in all their forms
GONE = mark("lost|loses|damaged|cut|rounded|missing|left blank|not known|no valid|wrong")
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Mark:
    """`kind`: CHANGED, DOUBTFUL or LOST.  `was`: the original, blank where it is what is shown.  `said`: what was done."""

    kind: str
    was: str
    said: str

    @property
    def letter(self) -> str:
        return letter_of(self.kind)

    @property
    def word(self) -> str:
        return say(self.kind)


def letter_of(kind: str) -> str:
    """The letter that stands beside a mark: the first of its word.

    >>> letter_of("doubtful")
    'd'
    """
    return say(kind)[:1]


class Marks:
    """Finds the mark of a cell: by the log's entries for its row, and for its spelling where a column is meant."""

    def __init__(self, reading: Reading, log: Sequence[Entry], originals: Originals) -> None:
        self.originals = originals
        fields = fields_of(reading)
        self.places: dict[tuple[Source, str], list[Entry]] = defaultdict(list)
        self.spellings: dict[tuple[str, str, str, str], list[Entry]] = defaultdict(list)
        shown = set(originals) | set(reading.rows.sources)
        for entry in log:
            field = fields.get((entry.file, entry.sheet, entry.column), "" if entry.column else "row")
            if not entry.row:
                self.spellings[entry.file, entry.sheet, field, entry.found].append(entry)
            elif (source := Source(entry.file, entry.sheet, entry.row)) in shown:
                self.places[source, field].append(entry)

    def of(self, source: Source, fields: Sequence[str], shown: Sequence[str]) -> Mark | None:
        """The mark of what is shown of these fields of a row; None where it is what stands in the file.

        `shown`: every text beside which the original would be no news, the cell's own first.
        """
        entries = [entry for field in fields for entry in self.entries(source, field)]
        before = self.originals.get(source, {})
        was = [text for field in fields if field not in SECRET and (text := before.get(field, "").strip())]
        was = was or [entry.found for entry in entries if entry.found][:1]
        together = bool(shown) and same(" ".join(was), shown[0])
        news = [text for text in was if not together and not any(same(text, other) for other in shown)]
        if not news and all(entry.severity == INFO for entry in entries):
            return None
        said = list(dict.fromkeys(said_by(entry) for entry in entries))
        return Mark(worst(entries), ", ".join(map(clean, news)), " ".join(said))

    def entries(self, source: Source, field: str) -> list[Entry]:
        found = list(self.places.get((source, field), ()))
        if before := self.originals.get(source, {}).get(field, "").strip():
            found += self.spellings.get((source.file, source.sheet, field, before), ())
        return found


def fields_of(reading: Reading) -> dict[tuple[str, str, str], str]:
    """The field of each column by file, sheet and what the log calls it."""
    return {
        (table.file, table.sheet, name): column.field
        for table in reading.mapping
        for column in table.columns
        for name in names_of(column)
        if name and column.field
    }


def worst(entries: Sequence[Entry]) -> str:
    """
    >>> lost = Entry("a.csv", "", 2, "Id", "7.9E+08", "the number is rounded: left blank", "", WARNING)
    >>> worst([lost]), worst([lost._replace(severity="question")]), worst([])
    ('lost', 'doubtful', 'changed')
    """
    severity = max((SEVERITIES.index(entry.severity) for entry in entries), default=0)
    if SEVERITIES[severity] == INFO:
        return CHANGED
    gone = any(
        entry.severity == ERROR or (entry.severity == WARNING and tells_of_loss(entry.done)) for entry in entries
    )
    return LOST if gone else DOUBTFUL


def tells_of_loss(done: str) -> bool:
    return re.search(rf"\b(?:{say(GONE)})\b", done, re.IGNORECASE) is not None


def said_by(entry: Entry) -> str:
    done = entry.done[:1].upper() + entry.done[1:]
    return f"{done}{'.' if done and done[-1] not in '.?!' else ''}"


def same(one: str, other: str) -> bool:
    """Whether two texts hold the same words: capitals, commas and blanks are no news, nor is the order of names.

    >>> same("ACHTERBERG, Mary Ann", "Mary Ann Achterberg"), same("8/20/2012", "2012-8-20"), same("79", "079")
    (True, False, False)
    """
    if one == other:
        return True
    words, others = WORD.findall(one.casefold()), WORD.findall(other.casefold())
    ordered = any(word.isdigit() for word in words)  # of a date the order is all that tells the day from the month
    return words == others if ordered else sorted(words) == sorted(others)
