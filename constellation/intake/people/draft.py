"""One frame's people, a row each, clean and not yet folded."""

import re
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from constellation.intake.content.text import mend
from constellation.intake.content.units import canonical_units, read_college, split_units
from constellation.intake.layout.body import Frame
from constellation.intake.log import Log
from constellation.intake.mapping.headers import meaning
from constellation.intake.people import cells
from constellation.intake.people.answers import answers_of
from constellation.intake.people.careers import Appointment, Career, careers_of, further_appointments
from constellation.intake.people.cells import Cleaning
from constellation.intake.people.names import names_of
from constellation.intake.people.status import status_of
from constellation.intake.reading import FIELDS, INFO, WARNING, Column, named
from constellation.words import say

PASSED_THROUGH = (
    "campus",
    "manager",
    "primary",
    "year",
    "seeks",
    "gives",
    "interests",
    "tenure_date",
)
OF_STEPS = ("job_record", "action", "effective_sequence")  # of use only where rows are dated
TITLES = ("department of ", "dept of ", "dept. of ", "department: ", "unit: ")
CLOCK = re.compile(r"\b(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*(?:([ap])\.?m)?", re.I)
CONFIDENTIAL = ("avoid", "comments")
CLEANERS = {"email": cells.email, "orcid": cells.orcid, "tenure": cells.tenure, "tenure_clock": cells.tenure, "gender": cells.gender,
            "fte": cells.share_cleaner(percent=False), "percent": cells.share_cleaner(percent=True)}  # fmt: skip


@dataclass
class Draft:
    """Columns of equal length, one entry a row of the file; `further`: appointments beside the row's own."""

    frame: Frame
    columns: dict[str, list[str]]
    answers: dict[str, list[object]]
    further: dict[int, list[Appointment]]
    numbers: "array[int]" = field(default_factory=lambda: array("l"))
    moments: list[str] = field(default_factory=list)  # of answers: when each was given, to the second, sortable
    unnamed: dict[int, str] = field(default_factory=dict)  # the words of rows without name and address

    def __len__(self) -> int:
        return len(self.numbers)


def draft_of(
    frame: Frame, mapping: Sequence[Column], log: Log, today: date, step: Callable[[], None] = lambda: None
) -> Draft:
    """The people of a frame whose columns are understood; `step` is called before each column is cleaned."""
    cleaning = Cleaning(frame, log, today, step)
    by_field = {column.field: column for column in mapping if column.field}
    found = {name: cleaning.column(by_field[name], clean) for name, clean in CLEANERS.items() if name in by_field}
    found |= {
        name: cleaning.dates(by_field[name])
        for name in ("hire_date", "end_date", "effective_date", "timestamp")
        if name in by_field
    }
    found |= {name: cleaning.ids(by_field[name]) for name in ("employee_id", "person_key") if name in by_field}
    found |= {name: cleaning.text(by_field[name]) for name in PASSED_THROUGH if name in by_field}
    if "effective_date" in by_field:
        found |= {name: cleaning.text(by_field[name]) for name in OF_STEPS if name in by_field}
    names = names_of(cleaning, by_field, found.get("email", [])) if by_field else {}
    careers = careers_of(cleaning, by_field)
    found |= status_of(cleaning, by_field, names.pop("status", []))
    found |= names | career_columns(careers)
    units = units_of(cleaning, by_field)
    draft = Draft(
        frame, found | {"department": units, "college": colleges_of(cleaning, by_field)}, {}, {}, frame.numbers
    )
    draft.further = further_appointments(careers, units)
    draft.columns["department"] = [split_units(unit)[0] if "\n" in unit else unit for unit in units]
    tenures(draft, careers)
    draft.columns["fte"] = found.get("fte") or found.get("percent") or [""] * len(frame)
    draft.answers = answers_of(cleaning, by_field)
    if "timestamp" in by_field:
        draft.moments = moments_of(frame.columns[by_field["timestamp"].number - 1], draft.columns["timestamp"])
    blank = [""] * len(frame)
    for name in FIELDS:
        draft.columns.setdefault(name, blank)
    secret = {column.number - 1 for column in mapping if is_confidential(column)}
    draft.unnamed = unnamed_rows(draft, secret)
    frame.columns.clear()  # everything is in the draft now: a large file need not be in memory twice
    return draft


def is_confidential(column: Column) -> bool:
    """Whether no sentence may quote a column: by what it is read as, and by what its header says."""
    return column.field in CONFIDENTIAL or meaning(column.header)[0] in CONFIDENTIAL


def moments_of(cells: Sequence[str], days: Sequence[str]) -> list[str]:
    """The day of each answer with its time of day, as text that sorts.

    >>> moments_of(["9/1/2019 3:04:00 PM", "9/1/2019 9:15"], ["2019-09-01", "2019-09-01"])
    ['2019-09-01 15:04:00', '2019-09-01 09:15:00']
    """
    found = []
    for cell, day in zip(cells, days, strict=True):
        clock = CLOCK.search(cell)
        hour = int(clock[1]) if clock else 0
        if clock and clock[4]:
            hour = hour % 12 + (12 if clock[4].lower() == "p" else 0)
        found.append(f"{day} {hour:02}:{clock[2]}:{clock[3] or '00'}" if clock else f"{day} 00:00:00")
    return found


def unnamed_rows(draft: Draft, confidential: set[int]) -> dict[int, str]:
    """By row the words of those without name and address, but for the columns that no sentence may quote."""
    columns = draft.columns
    quoted = [column for at, column in enumerate(draft.frame.columns) if at not in confidential]
    people = zip(columns["given"], columns["family"], columns["email"], strict=True)
    return {
        row: " | ".join(filter(None, (column[row].strip() for column in quoted)))
        for row, (given, family, email) in enumerate(people)
        if not email and not (family and (family + given)[0].isalpha()) and not any(map(str.isalpha, family + given))
    }


def career_columns(careers: Sequence[Career]) -> dict[str, list[str]]:
    return {
        name: [getattr(one, name) for one in careers]
        for name in ("rank", "title", "ipeds_rank", "stage", "role", "kind")
    }


def tenures(draft: Draft, careers: Sequence[Career]) -> None:
    """A tenure column counts first, then a tenure clock, then what the title itself says."""
    columns = draft.columns
    told = columns.get("tenure") or [""] * len(draft)
    clock = columns.pop("tenure_clock", None) or [""] * len(draft)
    columns["tenure"] = [a or b or one.tenure for a, b, one in zip(told, clock, careers, strict=True)]


def units_of(cleaning: Cleaning, by_field: dict[str, Column]) -> list[str]:
    """Departments in one spelling each; several in a cell stay apart by line breaks."""
    if "department" not in by_field:
        return titled_department(cleaning)
    column = by_field["department"]
    texts = cleaning.text(column)
    lines = {text: split_units(text) for text in set(texts)}
    counts: dict[str, int] = {}
    for text in texts:
        for unit in lines[text]:
            counts[unit] = counts.get(unit, 0) + 1
    canonical, alike = canonical_units(counts, counts)
    header = named(column)
    for unit, (name, reason, score) in canonical.items():
        if name != unit or (reason and score < 1):
            severity = INFO if name != unit else WARNING
            done = say("read as {name}: {reason}", name=name, reason=reason) if name != unit else reason
            cleaning.log.habit(cleaning.frame, header, unit, done, counts[unit], "", severity)
    for one, other, score, reason in alike[:20]:
        done = say("perhaps one unit ({score:.0%}): {reason}; kept as two", score=score, reason=reason)
        cleaning.log.add(cleaning.frame, 0, header, f"{one} / {other}", done, say("write both alike, if they are one"))
    spelled = {text: "\n".join(canonical[unit][0] for unit in units) for text, units in lines.items()}
    return [spelled[text] for text in texts]


def titled_department(cleaning: Cleaning) -> list[str]:
    """The department that a title above the table, or the sheet's name, gives to all its rows."""
    frame = cleaning.frame
    above = [(number, mend(cell)[0].strip()) for number, row in frame.header.above for cell in row if cell.strip()]
    titles = [(number, text) for number, text in above if text.casefold().startswith(TITLES)]
    if not titles:
        return [""] * len(frame)
    number, title = titles[-1]
    (name, _, _), *_ = canonical_units([title], {title: 1})[0].values()
    done = say("{department} is the department of every row of this table", department=name)
    cleaning.log.add(frame, number, "", title, done)
    return [name] * len(frame)


def colleges_of(cleaning: Cleaning, by_field: dict[str, Column]) -> list[str]:
    """Colleges as they are written; one written only at the top of its block counts for the rows below it."""
    if "college" not in by_field:
        return [""] * len(cleaning.frame)
    column = by_field["college"]
    written = cleaning.text(column)
    read = {text: read_college(text) if text else "" for text in set(written)}
    texts = [read[text] for text in written]
    told = [text for text in texts if text]
    if texts and texts[0] and len(set(told)) == len(told) and 1 < len(told) <= len(texts) / 2:
        blank = len(texts) - len(told)
        done = say("written at the top of each block: given to the rows below it")
        cleaning.log.habit(cleaning.frame, column.header, told[0], done, blank)
        filled, last = [], ""
        for text in texts:
            last = text or last
            filled.append(last)
        return filled
    return texts
