"""The one entry: any file that lists people becomes clean rows, a log, a mapping, likely duplicates and counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from constellation.intake.formats import LIMITS, Limits, kind_of, open_tables, read_file
from constellation.intake.layout.body import Frame, frames_of
from constellation.intake.log import Log
from constellation.intake.mapping.columns import columns_of, shape_of
from constellation.intake.mapping.kinds import CALENDAR, PEOPLE, UNKNOWN, kind_of_table
from constellation.intake.mapping.remembered import Remembered, decided
from constellation.intake.people.across import fold_across
from constellation.intake.people.draft import draft_of
from constellation.intake.people.duplicates import find_duplicates
from constellation.intake.people.gather import People, gather
from constellation.intake.people.lines import calendar_lines, lines_of
from constellation.intake.reading import ERROR, QUESTION, Column, Counts, Reading, Rows, TableMapping
from constellation.intake.table_remarks import doubtful, remarks, set_displaced_aside, tell_columns, tell_left_out
from constellation.intake.tables import BROKEN, Cancelled, RawTable
from constellation.words import say, say_count


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reading is: a stage in words, and the share done, 0–1."""

    stage: str
    done: float


FEW_PEOPLE = 10  # a list that is longer by this factor is what a file is about
Tell = Callable[[Progress], None]


def read(
    path: Path,
    *,
    today: date,
    remembered: Sequence[Remembered] = (),
    roster: Reading | None = None,
    limits: Limits = LIMITS,
    progress: Tell | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Reading:
    """Read a file; Unreadable, one sentence with place and mend, for one that cannot be read; Cancelled if asked to stop.

    `today`: what lies after it is in the future.  `remembered`: mappings that a person decided.  `roster`: an earlier
    reading whose people the names of a list are looked up among.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = (file := Path(folder) / "staff.csv").write_text("Name;Dept.\\nWang, Ana M.;History\\n")
    ...     reading = read(file, today=date(2026, 1, 1))
    >>> reading.rows[0]["given"], reading.rows[0]["middle"], reading.rows[0]["department"], reading.counts.rows_in
    ('Ana', 'M.', 'History', 1)
    """
    return read_bytes(read_file(path, limits), path.name, today=today, remembered=remembered, roster=roster, limits=limits,
                      progress=progress, cancelled=cancelled)  # fmt: skip


def read_bytes(
    data: bytes,
    name: str,
    *,
    today: date,
    remembered: Sequence[Remembered] = (),
    roster: Reading | None = None,
    limits: Limits = LIMITS,
    progress: Tell | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Reading:
    """As `read`, of a file that is in memory, such as an upload."""
    told = Telling(progress, cancelled)
    if kind_of(data, name) == CALENDAR:
        return calendar_lines(data, name, today)
    told.stage(say("reading"), 0.0)
    frames = [frame for raw in open_tables(data, name, limits) for frame in told.frames(raw)]
    del data
    return judged(frames, today, remembered, roster, told)


class Telling:
    """Progress told and cancellation heard, whether or not anybody listens."""

    def __init__(self, progress: Tell | None, cancelled: Callable[[], bool] | None) -> None:
        self.progress, self.cancelled = progress, cancelled
        self.table = self.cleaned = 0

    def stage(self, words: str, done: float) -> None:
        if self.cancelled is not None and self.cancelled():
            raise Cancelled
        if self.progress is not None:
            self.progress(Progress(words, done))

    def column(self, table: int, tables: int, columns: int) -> None:
        """One more column of a table is about to be cleaned."""
        self.cleaned = self.cleaned + 1 if table == self.table else 0
        self.table = table
        self.stage(say("cleaning"), 0.3 + 0.4 * min(1.0, (table + min(1.0, self.cleaned / columns)) / tables))

    def frames(self, raw: RawTable) -> list[Frame]:
        return frames_of(raw, self.rows, self.cancelled)

    def rows(self, count: int) -> None:
        """So many rows of a table are read."""
        self.stage(say_count("reading, {n} row", "reading, {n} rows", count), 0.1)


def judged(
    frames: Sequence[Frame], today: date, remembered: Sequence[Remembered], roster: Reading | None, told: Telling
) -> Reading:
    """Frames understood, cleaned and put together."""
    log = Log()
    tables = [understood(frame, remembered) for frame in frames]
    for frame, table in zip(frames, tables, strict=True):
        remarks(frame, table, log)
    kind = main_kind(frames, tables)
    chosen = [at for at, table in enumerate(tables) if table.kind == kind != UNKNOWN and not frames[at].hidden]
    for at, table in enumerate(tables):
        if at not in chosen:
            tell_left_out(frames[at], table, kind, log)
    if kind not in (PEOPLE, UNKNOWN):
        return lines_of(kind, [(frames[at], tables[at]) for at in chosen], roster, today, log)
    drafts, displaced = [], 0
    for done, at in enumerate(chosen if kind == PEOPLE else []):
        step = partial(told.column, done, len(chosen), max(1, len(tables[at].columns)))
        tell_columns(frames[at], tables[at], log)
        displaced += set_displaced_aside(frames[at], tables[at], log)
        drafts.append(draft_of(frames[at], tables[at].columns, log, today, step))
    told.stage(say("folding"), 0.7)
    people = fold_across(gather(drafts, log, today), log)
    told.stage(say("looking for duplicates"), 0.8)
    duplicates = find_duplicates(people.columns, cancelled=told.cancelled)
    told.stage(say("done"), 1.0)
    left_out = sum(len(frame) for at, frame in enumerate(frames) if at not in chosen and not frame.hidden)
    lost = {say(words) for words in BROKEN}
    broken = sum(done in lost and severity == ERROR for one in frames for _, _, done, _, severity in one.remarks)
    aside = people.set_aside + displaced + broken + left_out + sum(len(one.aside) for one in frames if not one.hidden)
    entries = log.in_order()
    return Reading(kind, rows_of(people), entries, tables, duplicates, Counts(len(people), people.folded, aside),
                   [entry for entry in entries if entry.severity == QUESTION])  # fmt: skip


def understood(frame: Frame, remembered: Sequence[Remembered]) -> TableMapping:
    columns = columns_of(frame)
    shape = shape_of(frame, columns)
    known = decided(shape, columns, remembered)
    if known:
        columns, kind = known
    else:
        kind = kind_of_table(frame, columns)
    return TableMapping(frame.file, frame.sheet, kind, shape, columns)


def main_kind(frames: Sequence[Frame], tables: Sequence[TableMapping]) -> str:
    """The kind that most rows are of; people before lists, unless they are but a few beside a long list."""
    rows: dict[str, int] = {}
    for frame, table in zip(frames, tables, strict=True):
        if not frame.hidden:
            rows[table.kind] = rows.get(table.kind, 0) + len(frame)
    known = {kind: count for kind, count in rows.items() if kind != UNKNOWN}
    if not known:
        return UNKNOWN
    longest = max(known, key=lambda kind: known[kind])
    return PEOPLE if known.get(PEOPLE, 0) * FEW_PEOPLE >= known[longest] and PEOPLE in known else longest


def unsure(reading: Reading) -> list[tuple[TableMapping, Column]]:
    """The columns that a person should decide about: those read with little confidence."""
    return [(table, column) for table in reading.mapping if table.kind == reading.kind for column in doubtful(table)]


def rows_of(people: People) -> Rows:
    return Rows(people.columns, people.sources, people.further)
