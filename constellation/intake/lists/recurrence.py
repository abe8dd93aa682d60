"""How often a repeated event may happen: rules that would never end are refused before anything runs."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import vRecur

from constellation.words import say

MOST_TIMES = 20_000  # of one event within the asked dates; a year of half-hours is 17,520
_SECONDS = {
    "YEARLY": 365 * 86_400,
    "MONTHLY": 28 * 86_400,
    "WEEKLY": 7 * 86_400,
    "DAILY": 86_400,
    "HOURLY": 3600,
    "MINUTELY": 60,
    "SECONDLY": 1,
}
_DAYS = {"YEARLY": 366, "MONTHLY": 31, "WEEKLY": 7}
_DAY_PARTS = ("BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYEASTER")
_CLOCK_PARTS = ("BYHOUR", "BYMINUTE", "BYSECOND")


def obstacle_to_repeating(rule: Any, begin: date, end: date) -> str:
    """Why a rule is not followed from `begin` to `end`; blank where it may be.

    `rule`: the RRULE as a mapping of lists.  The count is an upper bound: filters such as BYMONTH only lower it.

    >>> obstacle_to_repeating({"FREQ": ["SECONDLY"]}, date(2018, 9, 1), date(2018, 12, 1))
    'an entry was left out: it repeats more than 20,000 times'
    >>> obstacle_to_repeating({"FREQ": ["WEEKLY"], "BYDAY": ["MO", "WE"]}, date(2018, 9, 1), date(2018, 12, 1))
    ''
    """
    often = str(_first(rule, "FREQ", "")).upper()
    interval = _first(rule, "INTERVAL", 1)
    if often not in _SECONDS or not isinstance(interval, int) or interval < 1:
        return say("an entry was left out: its rule of repetition cannot be read")
    if _times(rule, often, interval, begin, _stop(rule, end)) > MOST_TIMES:
        return say("an entry was left out: it repeats more than {most:,} times", most=MOST_TIMES)
    return "" if _ever(rule, begin) else say("an entry was left out: its rule of repetition fits no day")


def clipped(rule: Any, begin: date, end: date) -> dict[str, Any]:
    """The rule with an end no later than the day after `end`, so that one that never fits stops as well.

    >>> clipped({"FREQ": ["DAILY"]}, date(2018, 9, 1), date(2018, 12, 1))["UNTIL"]
    [datetime.date(2018, 12, 2)]
    """
    last: date = end + timedelta(days=1)
    if isinstance(begin, datetime):
        zone = None if begin.tzinfo is None else UTC
        last = datetime(last.year, last.month, last.day, tzinfo=zone)
    until = _first(rule, "UNTIL", None)
    if isinstance(until, date) and _day(until) <= end:
        return dict(rule)
    return {**rule, "UNTIL": [last]}


def _times(rule: Any, often: str, interval: int, begin: date, stop: date) -> float:
    seconds = max((stop - _day(begin)).days + 1, 1) * 86_400
    times = seconds / (_SECONDS[often] * interval) + 1
    if any(part in rule for part in _DAY_PARTS):
        times *= _DAYS.get(often, 1)
    for part in _CLOCK_PARTS:
        times *= max(len(_all(rule, part)), 1)
    return times


def _ever(rule: Any, begin: date) -> bool:
    """Whether the rule fits any day.  Weekdays repeat every 400 years, and a search ends with the year 9999."""
    day = datetime(begin.year % 400 + 9600, begin.month, begin.day)
    if isinstance(begin, datetime):
        day = day.replace(hour=begin.hour, minute=begin.minute, second=begin.second)
    kept = {part: value for part, value in rule.items() if part not in ("COUNT", "UNTIL")}
    words: str = vRecur(kept).to_ical().decode()  # type: ignore[no-untyped-call]
    return next(iter(rrulestr(words, dtstart=day)), None) is not None


def _stop(rule: Any, end: date) -> date:
    until = _first(rule, "UNTIL", None)
    return min(_day(until), end) if isinstance(until, date) else end


def _day(when: date) -> date:
    return when.date() if isinstance(when, datetime) else when


def _all(rule: Any, part: str) -> list[Any]:
    value = rule.get(part, [])
    return value if isinstance(value, list) else [value]


def _first(rule: Any, part: str, otherwise: Any) -> Any:
    values = _all(rule, part)
    return values[0] if values else otherwise
