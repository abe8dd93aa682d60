"""The log of a reading as people take it in: what was done alike stands together, questions first."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from constellation.intake.reading import ERROR, INFO, QUESTION, WARNING, Counts, Entry, Reading, Source
from constellation.report.numbers import counted

ORDER = (QUESTION, ERROR, WARNING, INFO)
HEADINGS = {QUESTION: "Questions", ERROR: "Set aside", WARNING: "Warnings", INFO: "Done without asking"}
# what differs between two places where the same was done: words in quotation marks, what a word is read as, numbers
PARTICULAR = re.compile(
    r"“[^”]*”|‘[^’]*’|\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)|(?<=read as )[^:;,()“”]*[^:;,()“”\s]|(?<=\(rank: )[^()]*|[^\s()“”,;]*\d[^\s()“”,;:]*"
)
READ_AS = "read as "
CELLS = re.compile(r" \(([\d,]+) cells?\)$")  # how an entry for a whole column ends
LONGEST = 60
SECRET = {"avoid", "reason"}  # fields of which no cell is ever quoted
KEPT_QUIET = "(confidential)"
ONE_AND_MANY = {
    "people": ("person", "people"),
    "pairings": ("pairing", "pairings"),
    "conflicts": ("pair to keep apart", "pairs to keep apart"),
    "ties": ("tie", "ties"),
    "calendar": ("event", "events"),
}


@dataclass(frozen=True)
class Group:
    """Entries of one severity in which the same was done; `done` has gaps (…) where they differ.

    `cells`: in how many places, for an entry for a whole column says its number.
    """

    severity: str
    done: str
    mend: str
    entries: list[Entry]
    cells: int


def grouped(log: Iterable[Entry]) -> list[Group]:
    """What was done alike together: questions, then errors, warnings and the rest; the most frequent first.

    >>> entries = [Entry("a.csv", "", row, "Hired", "8/20/2012", f"read as 2012-08-{row}", "", INFO) for row in (2, 3)]
    >>> [(group.done, group.cells) for group in grouped([*entries, entries[0]._replace(row=0, done="cut (5 cells)")])]
    [('cut', 5), ('read as …', 2)]
    """
    alike: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    patterns: dict[str, str] = {}
    for entry in log:
        done = said_of(entry)
        for text in (done, entry.mend):
            if text not in patterns:
                patterns[text] = pattern(text)
        alike[entry.severity, patterns[done], patterns[entry.mend]].append(entry)
    groups = [group_of(key, entries) for key, entries in alike.items()]
    return sorted(groups, key=lambda group: (ORDER.index(group.severity), -group.cells))


def said_of(entry: Entry) -> str:
    """What was done, without what was found where the sentence begins with it, and without the number of cells.

    >>> said_of(Entry("a.csv", "", 0, "Track", "Tenured", "Tenured is read as T (50 cells)", "", INFO))
    'read as T'
    """
    done = CELLS.sub("", entry.done)
    for words in (" is ", ": ") if entry.found else ():
        done = done.removeprefix(entry.found + words)
    return done


def group_of(key: tuple[str, str, str], entries: list[Entry]) -> Group:
    """The words themselves where all entries have the same, else their pattern; what is frequent comes first."""
    severity, done, mend = key
    same_done = len({said_of(entry) for entry in entries}) == 1
    same_mend = len({entry.mend for entry in entries}) == 1
    return Group(
        severity,
        said_of(entries[0]) if same_done else done,
        entries[0].mend if same_mend else mend,
        sorted(entries, key=lambda entry: -cells_in(entry)),
        sum(map(cells_in, entries)),
    )


def pattern(text: str) -> str:
    """The sentence without what is particular to one place.

    >>> pattern("taken as “Ana”, id 0012 kept (3 cells)"), pattern("read as Art History: an alias")
    ('taken as …, id … kept', 'read as …: an alias')
    """
    return PARTICULAR.sub("…", CELLS.sub("", text)).replace("… …", "…")


def particular(group: Group, entry: Entry) -> str:
    """What fills the gaps of a group's words at one place, above all what it is read as; blank where there are none.

    >>> entry = Entry("a.csv", "", 0, "Hired", "8/20/2012", "read as 2012-08-20 (2 cells)", "", INFO)
    >>> particular(Group(INFO, "read as …", "", [entry], 2), entry)
    '2012-08-20'
    """
    done = said_of(entry)
    if done == group.done:
        return ""
    _, sign, read_as = done.rpartition(READ_AS)
    pieces = PARTICULAR.findall(sign + read_as)[:1] if sign else PARTICULAR.findall(done)
    return ", ".join(piece for piece in pieces if piece != entry.found)


def cells_in(entry: Entry) -> int:
    """How many cells an entry tells of: an entry for a whole column may say it."""
    found = CELLS.search(entry.done)
    return int(found[1].replace(",", "")) if found else 1


def discreet(reading: Reading) -> list[Entry]:
    """The log without a cell from a confidential column, whoever wrote the entry: `found` is taken out.

    An entry about a whole row quotes all its cells, so it is taken out too where the table has such a column.
    """
    secret = secret_columns(reading)
    if not secret:
        return reading.log
    return [
        entry._replace(found=KEPT_QUIET) if entry.found and (entry.file, entry.sheet, entry.column) in secret else entry
        for entry in reading.log
    ]


def secret_columns(reading: Reading) -> set[tuple[str, str, str]]:
    """File, sheet and name of each confidential column, and the blank name; of a list of conflicts all columns are."""
    tables = [
        (table, [column for column in table.columns if column.field in SECRET or table.kind == "conflicts"])
        for table in reading.mapping
    ]
    return {
        (table.file, table.sheet, name)
        for table, columns in tables
        for column in columns
        for name in ("", column.header, f"column {column.number}")
    }


def many_tables(log: Iterable[Entry | Source]) -> tuple[bool, bool]:
    """Whether the places stand in several files, and in several sheets: what need not be said is not."""
    files, sheets = set(), set()
    for entry in log:
        files.add(entry.file)
        sheets.add(entry.sheet)
    return len(files) > 1, len(sheets) > 1


def place(entry: Entry | Source, many: tuple[bool, bool] = (True, True)) -> str:
    """Where it stands, in words: file, sheet, row and column as far as they are needed.

    >>> place(Entry("a.csv", "", 7, "Hired", "", "", "", INFO), (False, False)), place(Source("a.xlsx", "Art", 3))
    ('row 7, Hired', 'a.xlsx, Art, row 3')
    """
    row = f"row {entry.row:,}" if entry.row else ""
    column = entry.column if isinstance(entry, Entry) else ""
    said = [entry.file if many[0] else "", entry.sheet if many[1] else "", row, clean(column)]
    return ", ".join(part for part in said if part) or "the whole file"


def counts_sentence(counts: Counts, kind: str = "people") -> str:
    """Rows in = people, or whatever the file holds, + folded + set aside.

    >>> counts_sentence(Counts(60, 6, 0)), counts_sentence(Counts(1, 0, 0), "ties")
    ('66 rows in = 60 people + 6 folded + 0 set aside', '1 row in = 1 tie + 0 folded + 0 set aside')
    """
    one, many = ONE_AND_MANY.get(kind, ("line", "lines"))
    return (
        f"{counted(counts.rows_in, 'row', 'rows')} in = {counted(counts.people, one, many)}"
        f" + {counts.folded:,} folded + {counts.set_aside:,} set aside"
    )


def clean(text: str, longest: int = LONGEST) -> str:
    """Text of a file on one short line without what could move a terminal's cursor.

    >>> clean("Ana\\x1b[2J  Ruiz\\n"), clean("x" * 70, 10)
    ('Ana [2J Ruiz', 'xxxxxxxxx…')
    """
    if not text.isprintable():
        text = "".join(sign if sign.isprintable() else " " for sign in text)
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
