"""Last year's pairings, a partner a row or several beside each other, with both people found in the roster."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from constellation.intake.content.dates import Style, read_date, style_of
from constellation.intake.content.text import same
from constellation.intake.people.match import Match, unknown
from constellation.intake.people.nobody import PLACEHOLDER
from constellation.intake.people.resolve import Directory
from constellation.intake.reading import INFO, QUESTION, WARNING
from constellation.words import say, say_count

_WORDS = Path(__file__).with_name("pairings.toml")
_NUMBERED = re.compile(r"(.*?)\s*#?\s*(\d{1,2})?$")
_APART = re.compile(r"\s*[;\n|]\s*|\s+(?:and|&|und|et)\s+(?![^(]*\))")
_SEEKERS = ("mentee", "person")  # whose row it is where both are there

Row = tuple[int, list[str]]
Tie = dict[str, object]
Note = tuple[int, str, str, str, str, str]  # row or 0, column, found, done, mend, severity
Slot = tuple[str, str]  # role and number


class Pairings(NamedTuple):
    """One mapping a tie; what stood where a partner should, and was no name."""

    ties: list[Tie]
    notes: list[Note]


def is_pairings(header: Sequence[str]) -> bool:
    """Whether the columns are those of a list of pairings.

    >>> is_pairings(["Mentee", "Mentor 1", "Mentor 2"]), is_pairings(["Name", "Department"])
    (True, False)
    """
    return _Layout.of(header).person is not None


def read_pairings(header: Sequence[str], rows: Iterable[Row], directory: Directory | None, *, today: date) -> Pairings:
    """The ties of a list, wide (a column for each partner) or long (a row for each tie).

    A tie: person, partner (as found), person_role, partner_role, person_match, partner_match, slot (the header),
    started (ISO date, year-month or year; blank where unknown), started_text, ended (True, False, None where nothing
    or nothing sure is said), status (its words), doubt (what to ask), more (other columns), row.

    >>> tie, = read_pairings(["Mentee", "Mentor 1", "Started", "Ended/notes"],
    ...     [(2, ["Robert Tran", "Muñoz (Elec Eng)", "F17", "ended - moved"])], None, today=date(2019, 1, 1)).ties
    >>> tie["person"], tie["partner"], tie["started"], tie["ended"]
    ('Robert Tran', 'Muñoz (Elec Eng)', '2017', True)
    """
    layout = _Layout.of(header)
    filled = [(number, [cell.strip() for cell in cells]) for number, cells in rows]
    filled = [(number, cells) for number, cells in filled if any(cells)]
    if layout.person is None:
        done = say_count(
            "{n} row was not read: no columns for two people",
            "{n} rows were not read: no columns for two people",
            len(filled),
        )
        return Pairings([], [(0, "", "", done, say("name the columns Mentee and Mentor"), WARNING)])
    reader = _Reader(layout, directory, today, _style(layout, filled))
    for number, cells in filled:
        reader.read(number, cells)
    return Pairings(reader.ties, reader.notes + reader.blanks())


@dataclass(frozen=True)
class _Layout:
    """Where everything stands: of each slot its details, of each field its column."""

    header: Sequence[str]
    slots: Mapping[Slot, Mapping[str, int]]
    fields: Mapping[str, int]
    person: Slot | None

    @classmethod
    def of(cls, header: Sequence[str]) -> "_Layout":
        slots: dict[Slot, dict[str, int]] = {}
        fields: dict[str, int] = {}
        for place, cell in enumerate(header):
            key = same(cell)
            name = next((name for name, words in _tables()["fields"].items() if key in words), "")
            slot, detail = ("", ""), ""
            if name:
                fields.setdefault(name, place)
            else:
                slot, detail = _slot(key)
            if slot[0]:
                slots.setdefault(slot, {}).setdefault(detail, place)
        return cls(header, slots, fields, _person(slots))

    def partners(self) -> list[Slot]:
        role = self.person[0] if self.person else ""
        return [
            slot for slot in self.slots if slot != self.person and (slot[0] != role or role in ("person", "partner"))
        ]

    def column(self, slot: Slot) -> int:
        places = self.slots[slot]
        return next(
            places[detail] for detail in ("name", "last", "first", "email", "id", "department") if detail in places
        )

    def taken(self) -> set[int]:
        read = [self.person, *self.partners()] if self.person else []
        return {place for slot in read for place in self.slots[slot].values()} | set(self.fields.values())


def _slot(key: str) -> tuple[Slot, str]:
    """The role, number and detail of a header: mentor, 2, email."""
    tables = _tables()
    for detail, details in tables["details"].items():
        for words in sorted(details, key=len, reverse=True):
            role, number = _role(key.removesuffix(f" {words}")) if key.endswith(f" {words}") else ("", "")
            if role:
                return (role, number), detail
    return _role(key), "name"


def _role(key: str) -> Slot:
    found = _NUMBERED.fullmatch(key)
    words, number = (found[1], found[2] or "") if found else (key, "")
    return next((role for role, names in _tables()["roles"].items() if words in names), ""), number


def _person(slots: Mapping[Slot, object]) -> Slot | None:
    """The slot that a row is of: the one that comes once, the mentee where both do; none without a second slot."""
    counted = Counter(role for role, _ in slots)
    if len(slots) < 2 or not (set(counted) & {"mentor", "partner", "mentee"} or counted["person"] == 2):
        return None
    single = [slot for slot in slots if counted[slot[0]] == 1]
    ordered = sorted(
        single or slots,
        key=lambda slot: (slot[0] not in _SEEKERS, _SEEKERS.index(slot[0]) if slot[0] in _SEEKERS else 0),
    )
    return ordered[0]


@dataclass
class _Reader:
    layout: _Layout
    directory: Directory | None
    today: date
    style: Style
    ties: list[Tie] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    empty: Counter[str] = field(default_factory=Counter)

    def read(self, number: int, cells: list[str]) -> None:
        layout = self.layout
        assert layout.person is not None
        person, person_match = self.who(cells, layout.person)
        if not person:
            column, done = layout.header[layout.column(layout.person)], say("a pairing without its person")
            self.notes.append((number, column, "", done, say("say whose it is"), QUESTION))
        common = self.common(number, cells)
        for slot in layout.partners():
            text, match = self.who(cells, slot)
            column = layout.header[layout.column(slot)]
            for partner, found in self.several(text, match):
                if found.kind == PLACEHOLDER:
                    self.left_out(number, column, partner)
                    continue
                roles = {"person_role": layout.person[0], "partner_role": slot[0]}
                matches = {"person_match": person_match, "partner_match": found}
                self.ties.append({"person": person, "partner": partner, **roles, **matches, "slot": column, **common})

    def who(self, cells: list[str], slot: Slot) -> tuple[str, Match]:
        """The text of a slot, and whom it means; an id or an address beside the name is asked first."""
        details = {
            detail: cells[place]
            for detail, place in self.layout.slots[slot].items()
            if place < len(cells) and cells[place]
        }
        name = details.get("name") or " ".join(filter(None, (details.get("first"), details.get("last"))))
        text = name or details.get("email") or details.get("id", "")
        for sure in (details.get("email"), details.get("id")):
            if sure and self.directory is not None:
                match = self.find(sure)
                if match.position is not None:
                    return text, match
        return text, self.find(text, details.get("department", ""))

    def find(self, text: str, department: str = "") -> Match:
        if self.directory is None:
            return unknown(say("no roster to look in")) if same(text) else Match(None, 0.0, "", (), PLACEHOLDER)
        return self.directory.find(text, department=department)

    def several(self, text: str, match: Match) -> list[tuple[str, Match]]:
        """The partners of one cell; a cell that is one name stays one."""
        parts = [part for part in _APART.split(text) if part]
        if match.position is not None or len(parts) < 2:
            return [(text, match)]
        return [(part, self.find(part)) for part in parts]

    def left_out(self, number: int, column: str, found: str) -> None:
        if found:
            done, mend = say("names nobody: no pairing was made of it"), say("say who is meant, if anybody")
            self.notes.append((number, column, found, done, mend, INFO))
        else:
            self.empty[column] += 1

    def blanks(self) -> list[Note]:
        told = {column: say("blank cells: {count}", count=count) for column, count in self.empty.items()}
        return [(0, column, "", done, "", INFO) for column, done in told.items()]

    def common(self, number: int, cells: list[str]) -> Tie:
        """What a row says of all its ties."""
        layout = self.layout
        texts = {name: cells[place] for name, place in layout.fields.items() if place < len(cells)}
        started_text = texts.get("started", "")
        started, said = read_date(started_text, self.style, today=self.today)
        status = "; ".join(filter(None, (texts.get(name, "") for name in ("ended", "status", "notes"))))
        ended, doubt = _ended(texts, self.style, self.today)
        unclear = say('"{text}" says no date', text=started_text) if started_text and not started else ""
        taken = layout.taken()
        more = {
            name: cell
            for place, (name, cell) in enumerate(zip(layout.header, cells, strict=False))
            if cell and place not in taken
        }
        beyond = cells[len(layout.header) :]
        if any(beyond):
            more["beyond the header"] = "; ".join(filter(None, beyond))
        return {
            "started": started,
            "started_text": started_text,
            "started_note": said if started else "",
            "ended": ended,
            "status": status,
            "doubt": "; ".join(filter(None, (unclear, doubt))),
            "more": more,
            "row": number,
        }


def _ended(texts: Mapping[str, str], style: Style, today: date) -> tuple[bool | None, str]:
    """Whether a pairing has ended, and what is doubtful about it."""
    ended, _ = read_date(texts.get("ended", ""), style, today=today)
    if ended:
        return today.isoformat()[: len(ended)] > ended or today.isoformat() == ended, ""
    words = " ".join(texts.get(name, "") for name in ("ended", "status", "notes")).strip().casefold()
    if not words:
        return None, ""
    over, goes_on = (any(pattern.search(words) for pattern in _patterns(kind)) for kind in ("ended", "ongoing"))
    if "?" in words or over == goes_on:
        return None, say("whether it has ended is not sure: ask") if "?" in words or over else ""
    return over, ""


def _style(layout: _Layout, rows: Sequence[Row]) -> Style:
    places = [layout.fields[name] for name in ("started", "ended") if name in layout.fields]
    return style_of([cells[place] for _, cells in rows for place in places if place < len(cells)])


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(words) for words in _tables()["words"][kind])


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_WORDS.read_text(encoding="utf-8"))
