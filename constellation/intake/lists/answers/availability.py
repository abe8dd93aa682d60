"""When somebody is usually free, from an answer in words; what is not understood stays as it was written."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WORKING_DAYS = DAYS[:5]
_WORDS = tomllib.loads(Path(__file__).with_name("availability.toml").read_text(encoding="utf-8"))
_CODES = re.compile(r"(?:m|tu|th|t|w|r|f){2,}")  # MWF, TTh, TR
_CODE = re.compile(r"tu|th|[mtwrf]")
_CLOCK = r"(\d{1,2})(?:[:.h](\d\d))?\s*(am|pm|a\.m\.?|p\.m\.?|h|uhr)?"
_SPAN = re.compile(rf"{_CLOCK}\s*(?:-|to|bis|until|till|a)\s*{_CLOCK}(?![\w:])")
_TIME = re.compile(rf"{_CLOCK}(?![\w:])")
_WORD = re.compile(r"[^\W\d_]+(?:[.'][^\W\d_]+)*\.?|[-/&,;.+]")
_SPACE = re.compile(r"\s+")
_EARLIEST_HOUR = 7  # an hour below it, without am or pm, is in the afternoon

Time = dict[str, str]


def read_availability(text: str) -> list[Time]:
    """Each time as day, from and to (HH:MM, blank where it is open) and free (yes or no).

    An answer that is not understood as a whole is one mapping with its `text` alone: a person has to read it.
    "any" is every working day.  Hours without am or pm are those of a working day: "after 2" is 14:00.

    >>> read_availability("Tues 10-12")
    [{'day': 'Tue', 'from': '10:00', 'to': '12:00', 'free': 'yes'}]
    >>> read_availability("not Fridays")
    [{'day': 'Fri', 'from': '', 'to': '', 'free': 'no'}]
    >>> read_availability("week A only"), read_availability("")
    ([{'text': 'week A only'}], [])
    """
    if not text.strip():
        return []
    try:
        clauses = _clauses(_folded(text))
    except _NotUnderstood:
        return [{"text": text.strip()}]
    times = [time for clause in clauses for time in clause.times()]
    return times or [{"text": text.strip()}]


class _NotUnderstood(ValueError):
    pass


@dataclass
class _Clause:
    """Days with the times that hold on each of them."""

    free: bool = True
    days: list[str] = field(default_factory=list)
    spans: list[tuple[str, str]] = field(default_factory=list)
    said: bool = False

    def times(self) -> Iterator[Time]:
        if not (self.days or self.spans or self.said):
            return
        for day in self.days or WORKING_DAYS:
            for begin, end in self.spans or [("", "")]:
                yield {"day": day, "from": begin, "to": end, "free": "yes" if self.free else "no"}


def _clauses(plain: str) -> list[_Clause]:
    clauses = [_Clause()]
    reach = ""  # "after", "before" or "to", said of what comes next
    for kind, value in _tokens(plain):
        if _starts_a_clause(kind, clauses[-1]):
            clauses.append(_Clause(free=kind != "not"))
            reach = ""
        clause = clauses[-1]
        if kind == "day":
            clause.days += _through(clause.days, value) if reach == "to" else value.split()
        elif kind == "time":
            if reach not in ("after", "before"):
                raise _NotUnderstood(plain)  # a single hour says neither from when nor until when
            clause.spans.append((value, "") if reach == "after" else ("", value))
        elif kind == "span":
            begin, _, end = value.partition("-")
            clause.spans.append((begin, end))
        clause.said = clause.said or kind == "any"
        reach = kind if kind in ("after", "before", "to") else ""
    if any(not clause.free and not (clause.days or clause.spans) for clause in clauses):
        raise _NotUnderstood(plain)
    return clauses


def _starts_a_clause(kind: str, clause: _Clause) -> bool:
    if kind == "not":
        return clause.free or bool(clause.days)
    return kind in ("day", "any") and bool(clause.days and clause.spans)


def _through(days: list[str], last: str) -> list[str]:
    if not days or last not in DAYS:
        raise _NotUnderstood(last)
    return list(DAYS[DAYS.index(days[-1]) + 1 : DAYS.index(last) + 1])


def _tokens(plain: str) -> Iterator[tuple[str, str]]:
    place = 0
    while place < len(plain):
        for pattern, read in ((_SPACE, None), (_SPAN, _span), (_TIME, _time), (_WORD, _word)):
            if found := pattern.match(plain, place):
                if read is not None:
                    yield from read(found)
                place = found.end()
                break
        else:
            raise _NotUnderstood(plain)


def _word(found: re.Match[str]) -> Iterator[tuple[str, str]]:
    word = found.group()
    meaning = _meanings().get(word) or _meanings().get(word.rstrip("."))
    if meaning is None and _CODES.fullmatch(word):
        codes = _CODE.findall(word)
        meaning = ("day", " ".join(_meanings()[code][1] for code in codes))
    if meaning is None:
        raise _NotUnderstood(word)
    if meaning[0] != "nothing":
        yield meaning


@cache
def _meanings() -> dict[str, tuple[str, str]]:
    words: dict[str, tuple[str, str]] = {}
    for kind in ("nothing", "to", "after", "before", "not", "any"):
        words |= dict.fromkeys(_WORDS["words"][kind], (kind, ""))
    words |= dict.fromkeys(_WORDS["words"]["noon"], ("time", "12:00"))
    words |= {word: ("span", span) for span, names in _WORDS["parts"].items() for word in names}
    return words | {word: ("day", day) for day, names in _WORDS["days"].items() for word in names}


def _span(found: re.Match[str]) -> Iterator[tuple[str, str]]:
    first, second = found.groups()[:3], found.groups()[3:]
    begin, end = _minutes(first, second[2] if first[2] is None else None), _minutes(second)
    if begin >= end and first[2] is None:
        begin = _minutes(first)
    if begin >= end and second[2] is None:
        end += 12 * 60
    if not begin < end <= 24 * 60:
        raise _NotUnderstood(found.group())
    yield "span", f"{_clock(begin)}-{_clock(end)}"


def _time(found: re.Match[str]) -> Iterator[tuple[str, str]]:
    minutes = _minutes(found.groups())
    if minutes > 24 * 60:
        raise _NotUnderstood(found.group())
    yield "time", _clock(minutes)


def _minutes(clock: tuple[str | None, ...], half: str | None = None) -> int:
    """Minutes since midnight; `half`: am or pm said of the end of a span."""
    hour, minute = int(clock[0] or 0), int(clock[1] or 0)
    half = (clock[2] or half or "")[:1]
    if half in ("a", "p"):
        hour = hour % 12 + (12 if half == "p" else 0)
    elif hour < _EARLIEST_HOUR and half == "":
        hour += 12
    return hour * 60 + minute


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[‐‑‒–—−]", "-", plain).replace("apres-midi", "tarde").replace("’", "'").strip()
