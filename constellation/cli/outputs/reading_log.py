"""The log of a reading as people take it in: what was done alike stands together, questions first."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from constellation.cli.outputs.log_words import cells_in, pattern, pieces, said_of
from constellation.cli.outputs.reading_words import clean
from constellation.intake.reading import ERROR, INFO, QUESTION, WARNING, Column, Counts, Entry, Reading, Source, named
from constellation.report.numbers import count
from constellation.words import mark, say, say_count

ORDER = (QUESTION, ERROR, WARNING, INFO)
HEADINGS = {
    QUESTION: mark("Questions"),
    ERROR: mark("Set aside"),
    WARNING: mark("Warnings"),
    INFO: mark("Done without asking"),
}
SECRET = {"avoid", "reason"}  # fields of which no cell is ever quoted
KEPT_QUIET = mark("(confidential)")
COUNTED: dict[str, Callable[[int], str]] = {
    "people": lambda n: say_count("{n} person", "{n} people", n),
    "pairings": lambda n: say_count("{n} pairing", "{n} pairings", n),
    "conflicts": lambda n: say_count("{n} pair to keep apart", "{n} pairs to keep apart", n),
    "ties": lambda n: say_count("{n} tie", "{n} ties", n),
    "calendar": lambda n: say_count("{n} event", "{n} events", n),
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


def particular(group: Group, entry: Entry) -> str:
    """What fills the gaps of a group's words at one place, above all what it is read as; blank where there are none.

    >>> entry = Entry("a.csv", "", 0, "Hired", "8/20/2012", "read as 2012-08-20 (2 cells)", "", INFO)
    >>> particular(Group(INFO, "read as …", "", [entry], 2), entry)
    '2012-08-20'
    """
    done = said_of(entry)
    if done == group.done:
        return ""
    return ", ".join(piece for piece in pieces(done) if piece != entry.found)


def discreet(reading: Reading) -> list[Entry]:
    """The log without a cell from a confidential column, whoever wrote the entry: `found` is taken out.

    An entry about a whole row quotes all its cells, so it is taken out too where the table has such a column.
    """
    secret = secret_columns(reading)
    if not secret:
        return reading.log
    return [
        entry._replace(found=say(KEPT_QUIET))
        if entry.found and (entry.file, entry.sheet, entry.column) in secret
        else entry
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
        for name in ("", *names_of(column))
    }


def names_of(column: Column) -> tuple[str, str]:
    """What the log calls a column: its header, or its number in words where it has none."""
    return column.header, named(replace(column, header=""))


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
    row = say("row {row}", row=count(entry.row)) if entry.row else ""
    column = entry.column if isinstance(entry, Entry) else ""
    said = [entry.file if many[0] else "", entry.sheet if many[1] else "", row, clean(column)]
    return ", ".join(part for part in said if part) or say("the whole file")


def counts_sentence(counts: Counts, kind: str = "people") -> str:
    """Rows in = people, or whatever the file holds, + folded + set aside.

    >>> counts_sentence(Counts(60, 6, 0)), counts_sentence(Counts(1, 0, 0), "ties")
    ('66 rows in = 60 people + 6 folded + 0 set aside', '1 row in = 1 tie + 0 folded + 0 set aside')
    """
    return say_count(
        "{n} row in = {people} + {folded} folded + {aside} set aside",
        "{n} rows in = {people} + {folded} folded + {aside} set aside",
        counts.rows_in,
        people=counted(kind, counts.people),
        folded=count(counts.folded),
        aside=count(counts.set_aside),
    )


def counted(kind: str, number: int) -> str:
    """How many of what a file lists.

    >>> counted("pairings", 2), counted("unknown", 1)
    ('2 pairings', '1 line')
    """
    return COUNTED[kind](number) if kind in COUNTED else say_count("{n} line", "{n} lines", number)
