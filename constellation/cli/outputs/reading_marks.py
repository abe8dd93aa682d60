"""What was done to a cell that a page shows: changed, doubtful or lost, and what stood there before."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from constellation.cli.outputs.reading_log import SECRET, clean
from constellation.intake.reading import ERROR, INFO, SEVERITIES, WARNING, Entry, Reading, Source

Originals = Mapping[Source, Mapping[str, str]]  # the cells as the file has them, by place and field

LETTERS = {"changed": "c", "doubtful": "d", "lost": "l"}
LEGEND = (
    ("changed", "written differently from how it stands in the file, and nothing is in doubt"),
    ("doubtful", "the best reading of what stands there: have a look"),
    ("lost", "the file has lost or damaged something here: only its owner can mend it"),
)
GONE = re.compile(r"\b(?:lost|loses|damaged|cut|rounded|missing|left blank|not known|no valid|wrong)\b", re.I)
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Mark:
    """`kind`: a key of LETTERS.  `was`: the original, blank where it is what is shown.  `said`: what was done."""

    kind: str
    was: str
    said: str

    @property
    def letter(self) -> str:
        return LETTERS[self.kind]


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
        for name in (column.header, f"column {column.number}")
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
        return "changed"
    gone = any(entry.severity == ERROR or (entry.severity == WARNING and GONE.search(entry.done)) for entry in entries)
    return "lost" if gone else "doubtful"


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
