"""Needs, offers, conflicts and current ties that intake read, as the tidy tables of a design.

No sentence here says whom somebody would rather avoid, or who is in conflict with whom.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from constellation.cli.files.options import area_of_option
from constellation.cli.files.reading_notes import rows_in_words
from constellation.cli.files.tables import Table
from constellation.intake import Reading
from constellation.intake.lists.conflicts import group_of, people_in
from constellation.intake.people.resolve import Directory
from constellation.packs.pack import Pack
from constellation.report.results import Note
from constellation.words import say_count

OFFERED = "0.8"  # the level of an offer on a form that asks whether, not how well
BY_PLACE = re.compile(r"(?:table \d+, )?row \d+")  # a key that only says where somebody stands in one file
Row = tuple[int, dict[str, str]]  # its number in the file, its cells by column
Found = tuple[list[Row] | None, list[Note]]


@dataclass
class Lookup:
    """Who somebody named in a file is, by the ids of the run; and which area an option of a form is."""

    file: str
    directory: Directory
    ids: Sequence[str]
    pack: Pack
    missing: list[int] = field(default_factory=list)

    def person(self, row: int, name: str, *ids: str, department: str = "") -> str:
        """The id of whom the first of `ids` finds, else of whom the name means; blank, and remembered, where none does.

        `ids`: ids and e-mail addresses, which are never taken for a part of a name.
        """
        positions = (self.directory.find_id(text).position for text in ids if text)
        at = next((position for position in positions if position is not None), None)
        if at is None and name:
            at = self.directory.find(name, department=department).position
        if at is None:
            self.missing.append(row)
        return "" if at is None else self.ids[at]

    def nobody(self, told: Callable[[int], str], named: bool = True) -> list[Note]:
        """A note on who was not found, in the sentence `told`; without rows where already the asking is confidential."""
        if not self.missing:
            return []
        where = rows_in_words(self.file, sorted(set(self.missing))) if named else self.file
        return [Note(where, told(len(self.missing)))]


def people_not_found(count: int) -> str:
    return say_count(
        "{n} person cannot be found among the people, or could be several: left out; write the id or the e-mail address.",
        "{n} persons cannot be found among the people, or could be several: left out; write the id or the e-mail address.",
        count,
    )


def names_not_found(count: int) -> str:
    return say_count(
        "{n} name cannot be found among the people, or could be several: left out; write the id or the e-mail address.",
        "{n} names cannot be found among the people, or could be several: left out; write the id or the e-mail address.",
        count,
    )


def answers_not_found(count: int) -> str:
    return say_count(
        "{n} confidential answer cannot be found among the people, or could be several: left out; "
        "`constellation read` with --roster shows the office which.",
        "{n} confidential answers cannot be found among the people, or could be several: left out; "
        "`constellation read` with --roster shows the office which.",
        count,
    )


def ends_not_found(count: int) -> str:
    return say_count(
        "{n} end of a conflict cannot be found among the people, or could be several: left out; "
        "`constellation read` with --roster shows the office which.",
        "{n} ends of a conflict cannot be found among the people, or could be several: left out; "
        "`constellation read` with --roster shows the office which.",
        count,
    )


def tidy_table(file: str, columns: Sequence[str], rows: Sequence[Row], notes: list[Note]) -> Table:
    cells = {name: [row.get(name, "") for _, row in rows] for name in columns}
    return Table(
        file, cells, frozenset(name for name in columns if any(cells[name])), [number for number, _ in rows], notes
    )


def needs(reading: Reading, lookup: Lookup) -> Found:
    return asked(reading, lookup, "needs")


def offers(reading: Reading, lookup: Lookup) -> Found:
    return asked(reading, lookup, "offers")


def asked(reading: Reading, lookup: Lookup, field: str) -> Found:
    """A row for each option that somebody chose; options that are no area of the pack are said once each."""
    columns = reading.rows.columns
    if field not in columns:
        return None, []
    rows: list[Row] = []
    outside: dict[str, int] = {}
    for at, options in enumerate(columns[field]):
        if not options:
            continue
        number = reading.rows.sources[at].row
        person = lookup.person(number, *who(columns, at), department=str(columns["department"][at]))
        for option in as_list(options):
            area = area_of_option(option, lookup.pack)
            if area is None:
                outside[option] = outside.get(option, 0) + 1
            elif person:
                topic = "" if option.casefold() in (area.key, area.name.casefold()) else option.replace(";", ",")
                rows.append((number, {"person_id": person, "area": area.key, "topics": topic, "level": OFFERED}))
    known = ", ".join(area.key for area in lookup.pack.areas)
    notes = [Note(lookup.file, no_area(option, count, lookup.pack.name, known)) for option, count in outside.items()]
    return rows, notes + lookup.nobody(people_not_found)


def no_area(option: str, count: int, pack: str, known: str) -> str:
    return say_count(
        "The option {option}, chosen {n} time, is no area of pack {pack} ({known}): left out; "
        "add it to an area's `also` in the pack.",
        "The option {option}, chosen {n} times, is no area of pack {pack} ({known}): left out; "
        "add it to an area's `also` in the pack.",
        count, option=repr(option), pack=pack, known=known,
    )  # fmt: skip


def as_list(options: object) -> list[str]:
    return [str(one) for one in options] if isinstance(options, list) else []


def who(columns: object, at: int) -> list[str]:
    """The name of a person, then the ids and the address, the surest first."""
    assert hasattr(columns, "__getitem__")
    name = f"{columns['given'][at]} {columns['family'][at]}".strip()
    ids = [str(columns[field][at]) for field in ("employee_id", "email", "person_key")]
    return [name, *(text for text in ids if not BY_PLACE.fullmatch(text))]


def conflicts(reading: Reading, lookup: Lookup) -> Found:
    """Pairs that must not be: of a list of conflicts those in force, of a form whom somebody would rather avoid."""
    if reading.kind == "conflicts" and {"person_a", "person_b"} <= reading.rows.columns.keys():
        return listed_conflicts(reading, lookup)
    columns = reading.rows.columns
    if "avoid" not in columns:
        return None, []
    rows: list[Row] = []
    for at, names in enumerate(columns["avoid"]):
        number = reading.rows.sources[at].row
        for name in as_list(names):
            person, partner = lookup.person(number, *who(columns, at)), lookup.person(number, name)
            if person and partner and person != partner:
                rows.append((number, {"person_id": person, "partner_id": partner}))
    return rows, lookup.nobody(answers_not_found, named=False)


def listed_conflicts(reading: Reading, lookup: Lookup) -> Found:
    rows: list[Row] = []
    ended = 0
    for row in reading.rows:
        if row.get("expired"):
            ended += 1
            continue
        number = reading.rows.sources[0].row if "source" not in row else row["source"]["row"]
        some, others = (dict.fromkeys(ends(row, end, lookup, number)) for end in "ab")
        rows += [(number, {"person_id": a, "partner_id": b}) for a in some for b in others if a != b]
    return rows, over(lookup.file, ended) + lookup.nobody(ends_not_found, named=False)


def over(file: str, count: int) -> list[Note]:
    """A note on how many conflicts have ended."""
    if not count:
        return []
    sentence = say_count("{n} conflict has ended: it bars nobody.", "{n} conflicts have ended: they bar nobody.", count)
    return [Note(file, sentence)]


def ends(row: dict[str, object], end: str, lookup: Lookup, number: int) -> Iterable[str]:
    """The ids of an end of a conflict: one, or everybody that a list, a wildcard or a department means."""
    for text in people_in(str(row[f"person_{end}"]), lookup.directory):
        yield from meant(text, lookup, number)


def meant(text: str, lookup: Lookup, number: int) -> list[str]:
    everybody = group_of(text, lookup.directory)
    if everybody is None:
        found = lookup.person(number, text)
        return [found] if found else []
    if not everybody:
        lookup.missing.append(number)
    return [lookup.ids[position] for position in everybody]


def current(reading: Reading, lookup: Lookup) -> Found:
    """The partners people have: ties that have not ended are kept."""
    if reading.kind != "pairings":
        return None, []
    rows: list[Row] = []
    for row in reading.rows:
        number = int(row["source"]["row"])
        person, partner = lookup.person(number, str(row["person"])), lookup.person(number, str(row["partner"]))
        if person and partner and person != partner:
            rows.append(
                (number, {"person_id": person, "partner_id": partner, "keep": "no" if row.get("ended") else "yes"})
            )
    return rows, lookup.nobody(names_not_found)
