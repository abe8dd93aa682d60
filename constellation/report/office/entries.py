"""Everybody's network as the office reads it: partners with reasons, what is open, by unit and name."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from constellation.report.results import KeptRow, PersonRow, Results, TieRow, UnmetRow
from constellation.report.sections import BLANK
from constellation.words import say

Place = tuple[str, str, str]  # campus, college, department


@dataclass
class Entry:
    """One person.  `file`: of their own page, its stem the anchor here; `unit`: as it is called on the page."""

    row: PersonRow
    file: str
    unit: str
    new: list[tuple[str, TieRow]] = field(default_factory=list)
    kept: list[tuple[str, KeptRow]] = field(default_factory=list)
    open: list[UnmetRow] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.row.name or self.row.person_id

    @property
    def anchor(self) -> str:
        return f"p-{self.file.removesuffix('.html')}"

    @property
    def size(self) -> int:
        """Roughly how many signs the person takes on a page."""
        ties = sum(300 + len(name) + len(tie.reason) + sum(map(len, tie.areas)) for name, tie in self.new)
        kept = sum(200 + len(name) + sum(map(len, one.areas)) for name, one in self.kept)
        return 700 + 2 * len(self.name) + ties + kept + sum(200 + len(row.area) + len(row.mend) for row in self.open)


def entries(results: Results, file_of: Mapping[str, str]) -> list[Entry]:
    """Everybody, unit by unit and within each by name; people without a unit last."""
    called = unit_names(results)
    people = sorted(
        results.people,
        key=lambda row: (
            not row.department,
            called[place(row)].casefold(),
            place(row),
            row.name.casefold(),
            row.person_id,
        ),
    )
    found = {row.person_id: Entry(row, file_of[row.person_id], called[place(row)]) for row in people}
    names = {key: entry.name for key, entry in found.items()}
    for tie in results.ties:
        found[tie.person_id].new.append((names[tie.partner_id], tie))
    for one in filter(lambda row: row.counts, results.kept):
        found[one.person_id].kept.append((names[one.partner_id], one))
    for row in results.unmet:
        found[row.person_id].open.append(row)
    return list(found.values())


def place(row: PersonRow) -> Place:
    return row.campus, row.college, row.department


def unit_names(results: Results) -> dict[Place, str]:
    """What each unit is called: its department, with college and campus where two departments share a name."""
    places = dict.fromkeys(map(place, results.people))
    alike = Counter(department for _, _, department in places)
    told = {}
    for campus, college, department in places:
        parts = (department or say(BLANK), *((college, campus) if alike[department] > 1 else ()))
        told[campus, college, department] = " · ".join(dict.fromkeys(filter(None, parts)))
    return told
