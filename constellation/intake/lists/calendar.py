"""Calendars (iCalendar) as busy times per person; what an event is about is never kept."""

import re
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any, NamedTuple

import recurring_ical_events  # type: ignore[import-untyped]
from icalendar import Calendar, Component
from icalendar.timezone import tzp

from constellation.intake.lists.attendance import owner_of, people_at
from constellation.intake.lists.recurrence import clipped, obstacle_to_repeating
from constellation.intake.reading import ERROR, INFO, WARNING
from constellation.words import mark, say, say_count

MOST_ENTRIES = 20_000
MOST_BUSY_TIMES = 200_000
MOST_BAD_RULES = 10  # to find that a rule fits no day takes up to half a second
CORRECT_IT = mark("correct it in the calendar")
Remark = tuple[int, str, str, str, str]  # row or 0, found, done, mend, severity

# whatever a damaged calendar makes its readers raise: the entry is set aside, the others are read
_DAMAGE = (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError, AssertionError)
_FOLD = re.compile(r"\r?\n[ \t]|\r(?!\n)[ \t]")
_BLOCK = re.compile(r"^BEGIN:(VEVENT|VFREEBUSY)\s*$.*?^END:\1\s*$", re.M | re.S | re.I)
_ZONE = re.compile(r"^BEGIN:VTIMEZONE\s*$.*?^END:VTIMEZONE\s*$\n?", re.M | re.S | re.I)
_BEGIN = re.compile(r"^BEGIN:(?:VEVENT|VFREEBUSY)\s*$", re.M | re.I)
_FAST_RULE = re.compile(r"FREQ=(?:SECOND|MINUTE|HOUR|DAI|WEEK)", re.I)
_FREE_PERIOD = re.compile(r"FREE$", re.I)


class Busy(NamedTuple):
    """A time at which somebody is busy, local time of the calendar; `person`: e-mail, blank where none is given."""

    person: str
    start: datetime
    end: datetime


@dataclass(frozen=True)
class CalendarReading:
    """Busy times, sorted; `zone`: the name of the zone they are in, blank where the file has none."""

    zone: str
    busy: list[Busy]
    remarks: list[Remark] = field(default_factory=list)


def read_calendar(data: bytes, *, start: date, end: date) -> CalendarReading:
    """Who is busy from `start` to `end`, both included; entries that cannot be read are said one by one.

    Cancelled, transparent and declined entries are free.  Times without a zone are taken as they are written.

    >>> reading = read_calendar(
    ...     b"BEGIN:VCALENDAR\\nBEGIN:VEVENT\\nDTSTART:20180903T090000\\nDURATION:PT50M\\n"
    ...     b"ORGANIZER:mailto:mwang@univ.example\\nEND:VEVENT\\nEND:VCALENDAR",
    ...     start=date(2018, 9, 1), end=date(2018, 9, 30))
    >>> reading.busy
    [Busy(person='mwang@univ.example', start=datetime.datetime(2018, 9, 3, 9, 0), end=datetime.datetime(2018, 9, 3, 9, 50))]
    """
    text = _FOLD.sub("", _decoded(data))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # guesses about zones are told as remarks
        return _Reader(text, start, end).read()


class _Reader:
    def __init__(self, text: str, start: date, end: date) -> None:
        self.start, self.end = start, end
        self.remarks: list[Remark] = []
        self.text = self._without_bad_zones(text)
        self.lines = [text.count("\n", 0, found.start()) + 1 for found in _limited(_BEGIN.finditer(text))]
        self.rows: dict[int, int] = {}
        self.zone: tzinfo | None = None
        self.bad_rules = 0

    def read(self) -> CalendarReading:
        calendars = self._calendars()
        entries = [part for calendar in calendars for part in calendar.walk() if part.name in ("VEVENT", "VFREEBUSY")]
        if len(self.lines) > MOST_ENTRIES:
            done = say("only the first {most:,} entries were read", most=MOST_ENTRIES)
            self._say(0, done, say("export one term at a time"), WARNING)
            entries = entries[:MOST_ENTRIES]
        if len(entries) == min(len(self.lines), MOST_ENTRIES):
            self.rows = {id(entry): row for entry, row in zip(entries, self.lines, strict=False)}
        else:
            done = say_count(
                "{n} of {all} entries cannot be read",
                "{n} of {all} entries cannot be read",
                len(self.lines) - len(entries),
                all=len(self.lines),
            )
            self._say(0, done, say("export the calendar again"), ERROR)
        name, self.zone = _zone(calendars, entries)
        owner = owner_of(calendars)
        busy = sorted(set(self._capped(self._busy(entries, owner))))
        return CalendarReading(name, busy, self.remarks)

    def _calendars(self) -> list[Any]:
        try:
            return list(Calendar.from_ical(self.text, multiple=True))
        except _DAMAGE:
            return [part for block in _BLOCK.finditer(self.text) if (part := self._alone(block)) is not None]

    def _alone(self, block: re.Match[str]) -> Any:
        try:
            return Calendar.from_ical(f"BEGIN:VCALENDAR\n{block.group()}\nEND:VCALENDAR\n")
        except _DAMAGE:
            return None

    def _without_bad_zones(self, text: str) -> str:
        """Definitions of zones that have no name or repeat more than monthly stop a reader, or keep it busy for ever."""

        def kept(block: re.Match[str]) -> str:
            words = block.group()
            if re.search(r"^TZID[:;].*\S", words, re.M | re.I) and not _FAST_RULE.search(words):
                return words
            self._say(0, say("a definition of a time zone was left out"), "", WARNING)
            return ""

        return _ZONE.sub(kept, text)

    def _busy(self, entries: list[Any], owner: str) -> Iterator[Busy]:
        series: dict[str, list[Any]] = {}
        for number, entry in enumerate(entries):
            if entry.name == "VFREEBUSY":
                yield from self._tried(entry, self._periods, owner)
            elif _repeats(entry):
                series.setdefault(str(entry.get("UID", "")) or str(number), []).append(entry)
            else:
                yield from self._tried(entry, self._once, owner)
        singles = {uid: entry for uid, group in series.items() for entry in group}
        for uid, group in series.items():
            if self.bad_rules >= MOST_BAD_RULES:
                done = say("too many rules cannot be followed: the other repeated entries were left out")
                self._say(0, done, "", ERROR)
                return
            yield from self._tried(singles[uid], self._repeated, owner, group)

    def _tried(self, entry: Any, expand: Any, *more: Any) -> list[Busy]:
        row = self.rows.get(id(entry), 0)
        unread = {str(name).upper() for name, _ in entry.errors if name}
        if entry.name == "VEVENT" and ("DTSTART" not in entry or "DTSTART" in unread):
            done = say("an entry has no start that can be read and was left out")
            self._say(row, done, say("correct its start"), ERROR)
            return []
        for name in sorted(unread):
            done = say("{field} of an entry cannot be read and was left out", field=name)
            self._say(row, done, say(CORRECT_IT), WARNING)
        try:
            return list(expand(entry, *more))
        except _DAMAGE:
            mend = say("correct or delete it in the calendar")
            self._say(row, say("an entry cannot be read and was left out"), mend, ERROR)
            return []

    def _once(self, entry: Any, owner: str) -> Iterator[Busy]:
        if _is_free(entry):
            return
        begin, stop = self._span(entry)
        if begin == stop:
            self._say(self.rows.get(id(entry), 0), say("an entry without an end is counted as free"), "", INFO)
        elif stop > _midnight(self.start) and begin < _midnight(self.end + timedelta(days=1)):
            yield from (Busy(person, begin, stop) for person in people_at(entry, owner))

    def _repeated(self, entry: Any, owner: str, group: list[Any]) -> Iterator[Busy]:
        calendar: Any = Calendar()
        for part in group:
            obstacle = self._obstacle(part)
            if obstacle:
                self.bad_rules += 1
                self._say(self.rows.get(id(part), 0), obstacle, say(CORRECT_IT), WARNING)
                return
            calendar.add_component(part)
        day_after = self.end + timedelta(days=1)
        for happening in recurring_ical_events.of(calendar).between(self.start, day_after):
            yield from self._once(happening, owner)

    def _obstacle(self, entry: Any) -> str:
        """Why a repeated entry is left out; a rule that is followed gets an end within the dates asked for."""
        rules = entry.get("RRULE", [])
        for rule in rules if isinstance(rules, list) else [rules]:
            if not isinstance(rule, dict):
                del entry["RRULE"]  # told already, with its name
                return ""
            obstacle = obstacle_to_repeating(rule, entry["DTSTART"].dt, self.end)
            if obstacle:
                return obstacle
            rule.update(clipped(rule, entry["DTSTART"].dt, self.end))
        return ""

    def _periods(self, entry: Any, owner: str) -> Iterator[Busy]:
        lines = entry.get("FREEBUSY", [])
        for line in lines if isinstance(lines, list) else [lines]:
            if _FREE_PERIOD.match(str(line.params.get("FBTYPE", "BUSY"))):
                continue
            for period in getattr(line, "dts", None) or [line]:
                begin, stop = (self._local(end) for end in _ends(period))
                if stop > _midnight(self.start) and begin < _midnight(self.end + timedelta(days=1)):
                    yield from (Busy(person, begin, stop) for person in people_at(entry, owner))

    def _span(self, entry: Any) -> tuple[datetime, datetime]:
        begin, stop = entry.start, entry.end
        zone = entry["DTSTART"].params.get("TZID", "")
        if zone and isinstance(begin, datetime) and begin.tzinfo is None:
            done = say("the time zone of an entry is not known: its time is taken as written")
            self._say(self.rows.get(id(entry), 0), done, "", WARNING)
        if (stop - begin) < timedelta(0):
            raise ValueError("ends before it starts")
        return self._local(begin), self._local(stop)

    def _local(self, when: date) -> datetime:
        if not isinstance(when, datetime):
            return _midnight(when)
        if when.tzinfo is not None and self.zone is not None:
            when = when.astimezone(self.zone)
        return when.replace(tzinfo=None)

    def _capped(self, busy: Iterable[Busy]) -> Iterator[Busy]:
        for number, one in enumerate(busy):
            if number == MOST_BUSY_TIMES:
                done = say("reading stopped at {most:,} busy times", most=MOST_BUSY_TIMES)
                self._say(0, done, say("ask for a shorter time"), WARNING)
                return
            yield one

    def _say(self, row: int, done: str, mend: str, severity: str) -> None:
        remark = (row, "", done, mend, severity)
        if remark not in self.remarks[-50:]:
            self.remarks.append(remark)


def _limited(found: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    for number, one in enumerate(found):
        if number > MOST_ENTRIES:
            return
        yield one


def _decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return text.replace("\0", "")


def _repeats(entry: Any) -> bool:
    return any(name in entry for name in ("RRULE", "RDATE", "RECURRENCE-ID"))


def _is_free(entry: Any) -> bool:
    return (
        str(entry.get("TRANSP", "")).upper() == "TRANSPARENT"
        or str(entry.get("STATUS", "")).upper() == "CANCELLED"
        or str(entry.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper() == "FREE"
    )


def _zone(calendars: list[Any], entries: list[Component]) -> tuple[str, tzinfo | None]:
    """The zone that the calendar names, or the one that most of its entries are in."""
    named = [str(calendar.get("X-WR-TIMEZONE", "")) for calendar in calendars]
    starts: list[Any] = [entry.get("DTSTART") for entry in entries]
    counted = Counter(str(start.params["TZID"]) for start in starts if "TZID" in getattr(start, "params", {}))
    for name in [*filter(None, named), *(name for name, _ in counted.most_common(5))]:
        zone = tzp.timezone(name)
        if zone is not None:
            return str(getattr(zone, "key", None) or name), zone
    return "", None


def _ends(period: Any) -> tuple[Any, Any]:
    begin, stop = period.dt if isinstance(getattr(period, "dt", None), tuple) else (period.start, period.end)
    return begin, begin + stop if isinstance(stop, timedelta) else stop


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
