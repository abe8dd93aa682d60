"""People that intake read, as the tidy table of people; and a tidy table as the columns that names are looked up in."""

from collections.abc import Sequence
from pathlib import Path

from constellation.cli.files.columns import compared
from constellation.cli.files.lists_taken import Lookup, who
from constellation.cli.files.tables import Table, header, open_sheet
from constellation.intake import Reading
from constellation.intake.content.names import full, read_name
from constellation.report.results import Note

MOST_WANTED = 3  # partners sought by somebody who names needs and says no number
PLACES = {"seeks": {"seeks", "needs"}, "gives": {"gives", "capacity", "offers"}}  # and the fields that tell them
NO_LIMIT = 10  # places of somebody who takes as many as needed
MAIL = ("email", "mail", "emailaddress")
WORDS = ("department", "college", "campus", "stage", "role", "title")


def people_table(file: str, reading: Reading, columns: Sequence[str], notes: list[Note]) -> Table:
    """One line a person; places sought and offered come from their columns, else from needs and capacity."""
    rows = reading.rows
    blank = [""] * len(rows)
    given = {name: list(rows.columns.get(name, blank)) for name in WORDS}
    given["person_id"] = [str(key) for key in rows.columns["person_key"]]
    given["name"] = [
        shown_name(row)
        for row in zip(*(rows.columns[part] for part in ("preferred", "given", "middle", "family")), strict=True)
    ]
    given["rank"] = [str(rank) for rank in rows.columns.get("ipeds_rank", blank)]
    given["seeks"] = [str(number) for number in sought(reading)]
    given["gives"] = [str(number) for number in offered(reading)]
    given["interests"] = [";".join(text.split("\n")) for text in map(str, rows.columns.get("interests", blank))]
    found = asked(reading) | {name for name, cells in given.items() if name not in PLACES and any(cells)}
    table = {name: [str(cell) for cell in given[name]] if name in found else blank for name in given}
    return Table(
        file, dict.fromkeys(columns, blank) | table, frozenset(found), [one.row for one in rows.sources], notes
    )


def asked(reading: Reading) -> set[str]:
    """Which of seeks and gives the columns of a reading tell, whatever their cells hold."""
    return {column for column, fields in PLACES.items() if fields & reading.rows.columns.keys()}


def shown_name(parts: Sequence[object]) -> str:
    preferred, given, middle, family = map(str, parts)
    return full(preferred or given, "" if preferred else middle, family)


def sought(reading: Reading) -> list[object]:
    """New partners sought: as said, else one for each need, up to `MOST_WANTED`."""
    columns = reading.rows.columns
    needs = columns.get("needs", [[]] * len(reading.rows))
    said = columns.get("seeks", [""] * len(reading.rows))
    return [number or min(MOST_WANTED, len(wanted)) for number, wanted in zip(said, needs, strict=True)]


def offered(reading: Reading) -> list[object]:
    """New places: as said, else the most of the capacity, else one for whoever offers anything."""
    columns, rows = reading.rows.columns, len(reading.rows)
    said, capacity = columns.get("gives", [""] * rows), columns.get("capacity", [None] * rows)
    offers = columns.get("offers", [[]] * rows)
    return [number or places(room, bool(offer)) for number, room, offer in zip(said, capacity, offers, strict=True)]


def places(capacity: object, offers: bool) -> int:
    """Places of a capacity [least, most]; None as most is no limit.

    >>> places([1, 2], True), places([1, None], True), places(None, True), places(None, False)
    (2, 10, 1, 0)
    """
    if not isinstance(capacity, list):
        return int(offers)
    return NO_LIMIT if capacity[1] is None else int(capacity[1])


def addresses(path: Path, columns: Sequence[str], required: Sequence[str]) -> list[str]:
    """The e-mail of each row of a tidy file that has such a column, else nothing; no design has use for it itself."""
    sheet = open_sheet(path, columns, required)
    head = header(sheet.data, sheet.delimiter)
    names = [compared(cell) for cell in head[3]] if head else []
    at = next((names.index(name) for name in MAIL if name in names), None)
    return [] if at is None else [(cells[at].strip() if at < len(cells) else "") for _, cells in sheet.rows()]


def directory_columns(table: Table, emails: Sequence[str]) -> dict[str, list[str]]:
    """A tidy table's people as intake's columns, so that names can be looked up; `emails` are one a row, or none."""
    names = [read_name(name) for name in table["name"]]
    blank = [""] * len(table)
    return {
        "person_key": table["person_id"], "employee_id": table["person_id"], "email": list(emails) or blank, "orcid": blank,
        "given": [one.given for one in names], "middle": [one.middle for one in names], "family": [one.family for one in names],
        "preferred": [one.preferred for one in names], "department": table["department"], "college": table["college"],
        "rank": table["rank"], "title": table["title"],
    }  # fmt: skip


def places_told(reading: Reading, lookup: Lookup) -> dict[str, dict[str, str]]:
    """What a form asks of places sought and offered, by the id of each person whom its answers are found to be."""
    columns, found, told = reading.rows.columns, dict[str, dict[str, str]](), asked(reading)
    for at, (seeks, gives) in enumerate(zip(sought(reading), offered(reading), strict=True)):
        person = lookup.person(
            reading.rows.sources[at].row, *who(columns, at), department=str(columns["department"][at])
        )
        if person:
            cells = {"seeks": str(seeks), "gives": str(gives)}
            found[person] = {column: cells[column] for column in told}
    return found
