"""Busy times of a term as a small table: how often somebody's mornings and afternoons are free."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from constellation.intake.lists.calendar import Busy

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")
PARTS = {"morning": (time(8), time(12)), "afternoon": (time(12), time(17))}


def weekly_availability(busy: Iterable[Busy], *, start: date, end: date) -> dict[str, dict[str, float]]:
    """Of each person, for each half-day of the working week, the share 0–1 of weeks in which nothing touches it.

    Half-days are named like `Mon morning`; only those with a date from `start` to `end` are given.  Somebody who is
    never busy is not in the answer.

    >>> busy = [Busy("mwang@univ.example", datetime(2018, 9, 3, 9), datetime(2018, 9, 3, 10))]
    >>> table = weekly_availability(busy, start=date(2018, 9, 3), end=date(2018, 9, 16))
    >>> table["mwang@univ.example"]["Mon morning"], table["mwang@univ.example"]["Mon afternoon"]
    (0.5, 1.0)
    """
    weeks = _weeks(start, end)
    taken: dict[str, set[tuple[date, str]]] = {}
    for one in busy:
        taken.setdefault(one.person, set()).update(_half_days(one, start, end))
    return {
        person: {name: round(1 - _count(days, name) / number, 3) for name, number in weeks.items()}
        for person, days in sorted(taken.items())
    }


def _weeks(start: date, end: date) -> dict[str, int]:
    """How often each half-day comes."""
    counted: dict[str, int] = {f"{day} {part}": 0 for day in WEEKDAYS for part in PARTS}
    for day in _days(start, end):
        for part in PARTS:
            counted[f"{WEEKDAYS[day.weekday()]} {part}"] += 1
    return {name: number for name, number in counted.items() if number}


def _half_days(busy: Busy, start: date, end: date) -> set[tuple[date, str]]:
    touched = set()
    for day in _days(max(start, busy.start.date()), min(end, busy.end.date())):
        for part, (opens, closes) in PARTS.items():
            if busy.start < datetime.combine(day, closes) and busy.end > datetime.combine(day, opens):
                touched.add((day, f"{WEEKDAYS[day.weekday()]} {part}"))
    return touched


def _days(start: date, end: date) -> list[date]:
    """The working days from `start` to `end`, both included."""
    days = [start + timedelta(days=number) for number in range((end - start).days + 1)]
    return [day for day in days if day.weekday() < len(WEEKDAYS)]


def _count(days: set[tuple[date, str]], name: str) -> int:
    return sum(half_day == name for _, half_day in days)
