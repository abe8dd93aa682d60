"""Who must not be matched with whom, why, and until when.  Reasons are confidential: no sentence quotes them."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from constellation.intake.content.dates import Style, leaves_the_year, read_date, style_of
from constellation.intake.content.text import same
from constellation.intake.people.match import Match, unknown
from constellation.intake.people.resolve import Directory
from constellation.intake.reading import INFO, QUESTION, WARNING
from constellation.words import say, say_count

OTHER = "other"
_WORDS = Path(__file__).with_name("conflicts.toml")
_DOMAIN = re.compile(r"\*?@([\w.-]+\.\w+)")
_UNIT = re.compile(
    r"(?:dept|department|unit|school)\s*[:=]\s*(.+)|(?:all of|everybody in|everyone in|anyone in|all in)\s+(.+)", re.I
)
_MAIL = re.compile(r"[^\s<>@;,/()\"]+@[^\s<>@;,/()\"]+")
_NAMED_MAIL = re.compile(rf"[^@;]*[<(]{_MAIL.pattern}[>)]")
_ID = re.compile(r"(?=\S*\d)[\w.-]+")
_BETWEEN = tuple(map(re.compile, (r"[;\r\n]+", r"[;\r\n/&]+|\s+and\s+", r"(?:[;\r\n/&,]|\s+and\s+)+")))
_SURE = 0.9  # family name and initial; a family name alone may be the half of "Last, First"
_IDS = {"first": ["person id"], "second": ["partner id", "mentor id", "partner"]}  # of the tidy list of a design
_ALL = {"*", "all", "everybody", "everyone", "anyone"}

Row = tuple[int, list[str]]
Conflict = dict[str, object]
Note = tuple[int, str, str, str, str, str]  # row or 0, column, found, done, mend, severity


class Conflicts(NamedTuple):
    """One mapping a conflict; what a person has to look at, without names and reasons."""

    conflicts: list[Conflict]
    notes: list[Note]


class Side(NamedTuple):
    """Whom one cell means: somebody (`match`), or everybody whom a pattern fits or a list names (`group`, positions).

    `missing`: how many of those listed in the cell were not found.
    """

    text: str
    match: Match
    group: tuple[int, ...] | None
    missing: int = 0

    @property
    def positions(self) -> tuple[int, ...]:
        if self.group is not None:
            return self.group
        return () if self.match.position is None else (self.match.position,)


def is_conflicts(header: Sequence[str]) -> bool:
    """Whether the columns are those of a list of conflicts: two people, and a reason or an end.

    >>> is_conflicts(["Person A", "Person B", "Reason", "Until"]), is_conflicts(["Name", "Department", "Notes"])
    (True, False)
    """
    places = _places(header)
    return "first" in places and "second" in places and ("reason" in places or "until" in places)


def read_conflicts(header: Sequence[str], rows: Iterable[Row], directory: Directory | None, today: date) -> Conflicts:
    """The conflicts of a list, those that are over as well.

    A conflict: a, b (each a `Side`), reason (as found), kind (family, grievance, supervises, committee, adviser,
    co-author, whole unit, other), until (ISO, blank while open), condition (words such as "until tenure"), expired,
    doubt, row.  `*@math.univ.example` is everybody with such an address, `dept:Statistics` a department, `*` all.

    >>> found = read_conflicts(["Person A", "Person B", "Reason", "Until"],
    ...     [(2, ["a@x.example", "b@x.example", "spouse", "2019-06-30"])], None, date(2019, 7, 1)).conflicts[0]
    >>> found["kind"], found["until"], found["expired"]
    ('family', '2019-06-30', True)
    """
    places = _places(header)
    filled = [(number, [cell.strip() for cell in cells]) for number, cells in rows]
    filled = [(number, cells) for number, cells in filled if any(cells)]
    if "first" not in places or "second" not in places:
        done = say_count(
            "{n} row was not read: no columns for two people",
            "{n} rows were not read: no columns for two people",
            len(filled),
        )
        return Conflicts([], [(0, "", "", done, say("name them Person A and Person B"), WARNING)])
    style = style_of([_cell(cells, places, "until") for _, cells in filled])
    conflicts = [_conflict(number, cells, places, directory, style, today) for number, cells in filled]
    notes = [note for conflict in conflicts for note in _notes(conflict, header, places, directory is not None)]
    return Conflicts(conflicts, notes)


def reason_kind(reason: str) -> str:
    """The kind of a reason: the words of `conflicts.toml`, `other` where none is found or the reason is blank.

    >>> reason_kind("serves on P&T committee for A"), reason_kind("co-PI"), reason_kind("")
    ('committee', 'co-author', 'other')
    """
    folded = "".join(c for c in unicodedata.normalize("NFKD", reason.casefold()) if not unicodedata.combining(c))
    return next((kind for kind, found in _reasons() if any(pattern.search(folded) for pattern in found)), OTHER)


def _conflict(
    number: int, cells: list[str], places: dict[str, int], directory: Directory | None, style: Style, today: date
) -> Conflict:
    reason = _cell(cells, places, "reason")
    until, condition, doubt = _until(_cell(cells, places, "until"), style, today)
    return {
        "a": _side(_cell(cells, places, "first"), directory),
        "b": _side(_cell(cells, places, "second"), directory),
        "reason": reason,
        "kind": reason_kind(reason),
        "until": until,
        "condition": condition,
        "expired": bool(until) and today.isoformat()[: len(until)] > until,
        "doubt": doubt,
        "row": number,
    }


def _until(text: str, style: Style, today: date) -> tuple[str, str, str]:
    """ISO date, condition, doubt; of what is no day of the calendar the condition is kept and nothing ends by itself."""
    if same(text) in _tables()["until"]["open"] or not same(text):
        return "", "", ""
    # an end lies ahead: 30 is 2030
    until, said = read_date(text, style, today=date(min(today.year + 50, date.max.year - 1), 1, 1))
    if until and leaves_the_year(said):
        return until, "", say(style.doubt) if "/" in text else ""
    plain = "until" in text.casefold() or "while" in text.casefold()
    return "", text, "" if plain else say("its end is no date: ask when it ends")


def _side(text: str, directory: Directory | None) -> Side:
    parts = people_in(text, directory)
    if directory is not None and len(parts) > 1:
        return _listed(text, [_side(part, directory) for part in parts])
    group = group_of(text, directory)
    if group is not None:
        reason = say_count("{n} person fits the pattern", "{n} people fit the pattern", len(group))
        return Side(text, Match(None, 1.0 if group else 0.0, reason, group), group)
    if directory is None:
        return Side(text, unknown(say("no roster to look in")), None)
    return Side(text, directory.find(text), None)


def _listed(text: str, sides: Sequence[Side]) -> Side:
    """The people of one cell together; a name beside its own address is one person."""
    missing = sum(not side.positions for side in sides)
    group = tuple(dict.fromkeys(position for side in sides for position in side.positions))
    if len(group) == 1 and not missing:
        return Side(text, next(side.match for side in sides), None)
    reason = say_count("{n} person in one cell", "{n} people in one cell", len(group))
    return Side(text, Match(None, 0.0 if missing else 1.0, reason, group), group, missing)


def people_in(text: str, directory: Directory | None) -> list[str]:
    """The people that one cell lists, or the cell as it is where it names one.

    It is cut only where every part is an address, an id, or a name or pattern found in the directory; what stands
    beside whole addresses stays one text.

    >>> people_in("a@u.example and b@u.example", None), people_in("Lee, Bo", None), people_in("Lee, Bo, b@u.example", None)
    (['a@u.example', 'b@u.example'], ['Lee, Bo'], ['b@u.example', 'Lee, Bo'])
    """
    if group_of(text, directory) or _is_one(text, directory):
        return [text]
    for between in _BETWEEN:
        parts = [part.strip() for part in between.split(text) if part.strip()]
        found = [people_in(part, directory) for part in parts] if len(parts) > 1 else []
        if found and all(_is_known(part, directory) for some in found for part in some):
            return [part for some in found for part in some]
    mails = [part for part in parts if _MAIL.fullmatch(part)]
    rest = ", ".join(part for part in parts if not _MAIL.fullmatch(part))
    return [*mails, rest] if mails and rest else [text]


def _is_one(text: str, directory: Directory | None) -> bool:
    """Whether a cell is one person as it stands: an address, an id, or all the words of a name."""
    if _MAIL.fullmatch(text):
        return True
    if directory is None:
        return False
    whole = "@" not in text and directory.find(text).score == 1.0
    return whole or directory.find_id(text).position is not None


def _is_known(text: str, directory: Directory | None) -> bool:
    if _MAIL.fullmatch(text) or _NAMED_MAIL.fullmatch(text) or _ID.fullmatch(text):
        return True
    if directory is None or "@" in text:
        return bool(group_of(text, directory))
    match = directory.find(text)
    return bool(group_of(text, directory)) or (match.position is not None and match.score >= _SURE)


def group_of(text: str, directory: Directory | None) -> tuple[int, ...] | None:
    """Everybody a pattern fits, as positions in the directory; empty where nobody does, `None` where it is no pattern.

    >>> people = Directory({"family": ["Xu", "Lee"], "department": ["Physics", "Music"]})
    >>> group_of("Everyone in Physics", people), group_of("dept:Botany", people), group_of("Xu", people)
    ((0,), (), None)
    """
    unit = _UNIT.fullmatch(text)
    domain = _DOMAIN.fullmatch(text)
    if not (unit or domain or text.casefold() in _ALL):
        return None
    if directory is None:
        return ()
    if domain:
        return directory.at_domain(domain[1])
    return directory.in_department(unit[1] or unit[2]) if unit else tuple(range(directory.length))


def _notes(conflict: Conflict, header: Sequence[str], places: dict[str, int], looked: bool) -> Iterable[Note]:
    row: Any = conflict["row"]
    for name, place in (("a", "first"), ("b", "second")):
        side: Any = conflict[name]
        column = header[places[place]]
        if not looked:
            continue
        if side.missing:
            done = say_count(
                "{n} of those in this cell not found: not kept apart yet",
                "{n} of those in this cell not found: not kept apart yet",
                side.missing,
            )
            yield row, column, "", done, say("give the e-mail or the id"), QUESTION
        elif side.group == ():
            done, mend = say("nobody of the roster fits this pattern"), say("check its spelling")
            yield row, column, side.text, done, mend, WARNING
        elif side.group is None and side.match.position is None:
            done = say("who is meant was not found: this conflict is not kept apart yet")
            yield row, column, "", done, say("give the e-mail or the id"), QUESTION
    a, b = conflict["a"], conflict["b"]
    if isinstance(a, Side) and isinstance(b, Side) and a.positions and a.positions == b.positions and a.group is None:
        yield row, "", "", say("both sides are one person"), say("correct one of them"), WARNING
    if conflict["condition"]:
        done = say("it ends with an event, not with a date: kept until somebody ends it")
        yield row, header[places["until"]], "", done, "", INFO
    if conflict["doubt"]:
        yield row, header[places["until"]], "", str(conflict["doubt"]), "", QUESTION


def _places(header: Sequence[str]) -> dict[str, int]:
    keys = [same(cell) for cell in header]
    found: dict[str, int] = {}
    for name, words in _tables()["headers"].items():
        place = next(
            (
                keys.index(word)
                for word in [*_IDS.get(name, ()), *words]
                if word in keys and keys.index(word) not in found.values()
            ),
            None,
        )
        if place is not None:
            found[name] = place
    return found


def _cell(cells: Sequence[str], places: dict[str, int], name: str) -> str:
    place = places.get(name)
    return cells[place] if place is not None and place < len(cells) else ""


@cache
def _reasons() -> list[tuple[str, list[re.Pattern[str]]]]:
    return [(one["kind"], [re.compile(words) for words in one["found"]]) for one in _tables()["reason"]]


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(_WORDS.read_text(encoding="utf-8"))
