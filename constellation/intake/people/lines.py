"""Files that list something else than people: pairings, conflicts, ties, calendars; a row of the answer a line."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from constellation.intake.formats.text import decode
from constellation.intake.layout.body import Frame
from constellation.intake.lists import network
from constellation.intake.lists.calendar import Busy, read_calendar
from constellation.intake.lists.conflicts import Side, read_conflicts
from constellation.intake.lists.pairings import read_pairings
from constellation.intake.lists.weekly import weekly_availability
from constellation.intake.log import Log
from constellation.intake.mapping.kinds import CALENDAR, CONFLICTS, PAIRINGS
from constellation.intake.people.match import Match
from constellation.intake.people.resolve import Directory
from constellation.intake.reading import QUESTION, Column, Counts, Entry, Reading, Rows, Source, TableMapping
from constellation.words import say

Found = dict[str, object]
BEGINS = re.compile(r"DT(?:START|END)[^:\r\n]*:(\d{4})(\d\d)(\d\d)")
COMPONENT = re.compile(r"^BEGIN:(?:VEVENT|VFREEBUSY)\b", re.M | re.I)
LONGEST = timedelta(days=366)


def lines_of(
    kind: str, tables: Sequence[tuple[Frame, TableMapping]], roster: Reading | None, today: date, log: Log
) -> Reading:
    """The lines of lists of one kind; names are looked up in the roster, where there is one."""
    directory = Directory(roster.rows.columns) if roster is not None and roster.kind == "people" else None
    found: list[Found] = []
    sources: list[Source] = []
    used = aside = 0
    for frame, _ in tables:
        rows = [(number, [column[at] for column in frame.columns]) for at, number in enumerate(frame.numbers)]
        mine, notes = read_list(kind, frame, rows, directory, today)
        for row, column, text, done, mend, severity in notes:
            log.add(frame, row, column, text, done, mend, severity)
        numbers = [int(str(one.pop("row"))) for one in mine]
        sources += [Source(frame.file, frame.sheet, number) for number in numbers]
        found += mine
        used += len(set(numbers))
        aside += len(frame) - len(set(numbers)) + len(frame.aside)
    columns = as_columns(found)
    mapping = [TableMapping(t.file, t.sheet, t.kind, t.shape, tuple(list_columns(t.columns))) for _, t in tables]
    entries = log.in_order()
    return Reading(kind, Rows(columns, sources), entries, mapping, [], Counts(used, 0, aside),
                   [entry for entry in entries if entry.severity == QUESTION])  # fmt: skip


Notes = list[tuple[int, str, str, str, str, str]]


def read_list(
    kind: str, frame: Frame, rows: list[tuple[int, list[str]]], directory: Directory | None, today: date
) -> tuple[list[Found], Notes]:
    """The lines of one table, and what is to be said of them as (row, column, found, done, mend, severity)."""
    if kind == PAIRINGS:
        return read_pairings(frame.header.names, rows, directory, today=today)
    if kind == CONFLICTS:
        return read_conflicts(frame.header.names, rows, directory, today)
    what = network.kind_of_header(frame.header.names)
    if what == "ego":
        return network.read_egos(frame.header.names, rows), []
    if what == "alters":
        return network.read_alters(frame.header.names, rows), []
    return network.read_edges(frame.header.names, rows), []


def list_columns(columns: Sequence[Column]) -> list[Column]:
    """The columns of a list: they are read by their headers, not as fields of a person."""
    return [Column(column.number, column.header, "", 1.0, say("read as part of the list")) for column in columns]


def as_columns(rows: Sequence[Found]) -> dict[str, list[object]]:
    """The rows of a list as columns; what was found of a person as plain words and numbers."""
    plain = [dict(item for name, value in row.items() for item in told(name, value)) for row in rows]
    names = list(dict.fromkeys(name for row in plain for name in row))
    return {name: [row.get(name, "") for row in plain] for name in names}


def told(name: str, value: object) -> list[tuple[str, object]]:
    if isinstance(value, Side):
        return [(f"person_{name}", value.text), (f"person_{name}_match", as_found(value.match)),
                (f"person_{name}_group", None if value.group is None else list(value.group))]  # fmt: skip
    return [(name, as_found(value) if isinstance(value, Match) else value)]


def as_found(match: Match) -> dict[str, object]:
    """`position`: of the person in the roster, None where nobody is meant or several may be."""
    return {
        "position": match.position,
        "score": round(match.score, 2),
        "reason": match.reason,
        "others": list(match.others),
    }


def calendar_lines(data: bytes, name: str, today: date) -> Reading:
    """Who is busy when, a row a person: times in the calendar's own zone, and the share of weeks each half day is free."""
    text = decode(data)[0]
    start, end = span(text, today)
    calendar = read_calendar(data, start=start, end=end)
    people: dict[str, list[Busy]] = {}
    for busy in calendar.busy:
        people.setdefault(busy.person, []).append(busy)
    entries = len(COMPONENT.findall(text))
    log = [
        Entry(name, "", row, "", found, done, mend, severity) for row, found, done, mend, severity in calendar.remarks
    ]
    rows: list[Found] = [
        {
            "email": person,
            "zone": calendar.zone,
            "from": start.isoformat(),
            "until": end.isoformat(),
            "busy": [[busy.start.isoformat(" "), busy.end.isoformat(" ")] for busy in times],
            "free": weekly_availability(times, start=start, end=end).get(person, {}),
        }
        for person, times in people.items()
    ]
    table = TableMapping(name, "", CALENDAR, CALENDAR, ())
    named = min(len(people), entries)
    told = Counts(named, 0, entries - named) if not people else Counts(len(people), max(0, entries - len(people)), 0)
    return Reading(CALENDAR, Rows(as_columns(rows), [Source(name, "", 1) for _ in rows]), log, [table], [], told)


def span(text: str, today: date) -> tuple[date, date]:
    """The days a calendar speaks of: from its first date, a year at most."""
    days = []
    for year, month, day in BEGINS.findall(text):
        try:
            days.append(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    days = [day for day in days if day.year > 1971] or [today]
    start = min(days)
    return start, min(max(max(days), start + timedelta(days=130)), start + LONGEST)
