"""Several rows of one person folded into one: appointments, effective-dated rows, later answers."""

from collections.abc import Callable, Sequence
from datetime import date

from rapidfuzz import fuzz

from constellation.intake.content.dates import is_future
from constellation.intake.content.text import same
from constellation.intake.log import Log
from constellation.intake.people.careers import Appointment
from constellation.intake.people.draft import Draft
from constellation.intake.people.likeness import CLASH, first_names
from constellation.intake.people.status import GONE
from constellation.intake.reading import QUESTION, WARNING
from constellation.words import mark, say

MOST_NAMES = 25  # of one id; more say that it is none
ONE_PERSON = 90  # of 100: names as alike as spellings of one name are
SHOWN = ("title", "rank", "kind", "department", "college", "hire_date", "end_date", "fte", "status")
HIRED_FIRST = ("HIR", "HIRE", "REH", "REHIRE")
NO_ID = mark("the same id for more than {most} names: this is no id, every row is kept as somebody")
OWN_ID = mark("give each person their own id, or write the name alike")
PRIMARY = ("yes", "y", "true", "1", "primary", "x")


def keys_of(draft: Draft) -> Sequence[str]:
    """What tells one person from another in a file: employee ids, else its own keys, on forms the addresses."""
    columns = draft.columns
    keys = [columns.get("employee_id") or [], columns.get("person_key") or []]
    if "timestamp" in columns:
        keys.append(columns["email"])
    return next((one for one in keys if any(one)), [])


def is_alone(draft: Draft) -> bool:
    """Whether no two rows have one key."""
    key = keys_of(draft)
    return not key or len(set(key)) == len(key)


def groups_of(draft: Draft, log: Log) -> list[list[int]]:
    """Rows that are one person's, in order of appearance: by employee id, by the file's own key, on forms by e-mail."""
    key = keys_of(draft)
    if is_alone(draft):
        return [[row] for row in range(len(draft))]
    groups: dict[object, list[int]] = {}
    for row, value in enumerate(key):
        groups.setdefault(value or row, []).append(row)
    return [part for rows in groups.values() for part in ([rows] if len(rows) == 1 else of_one_name(draft, rows, log))]


def of_one_name(draft: Draft, rows: Sequence[int], log: Log) -> list[list[int]]:
    """Rows of one id in groups of one name each: two names with one id stay two people, and somebody is asked."""
    parts: list[tuple[str, str, list[int]]] = []
    for row in rows:
        if len(parts) == MOST_NAMES:
            done = say(NO_ID, most=MOST_NAMES)
            log.add(draft.frame, draft.numbers[row], "", "", done, say("name the column that holds the ids"), QUESTION)
            return [[one] for one in rows]
        given, family = (same(draft.columns[name][row]) for name in ("given", "family"))
        part = next((p for p in parts if is_one(p[0], p[1], given, family)), None)
        if part is None:
            parts.append((given, family, [row]))
        else:
            part[2].append(row)
    for _, _, mine in parts[1:]:
        done, family = say("the same id as another name: kept as two people"), draft.columns["family"][mine[0]]
        log.add(draft.frame, draft.numbers[mine[0]], "", family, done, say(OWN_ID), QUESTION)
    return [mine for _, _, mine in parts]


def is_one(given: str, family: str, other_given: str, other_family: str) -> bool:
    """Whether two names under one id can be one person's: a name that is missing is no other name."""
    if not (given or family) or not (other_given or other_family):
        return True
    names = f"{given} {family}", f"{other_given} {other_family}"
    return fuzz.token_sort_ratio(*names) >= ONE_PERSON or (
        family == other_family and first_names(given, other_given) != CLASH
    )


class Folding:
    """The order of a person's rows, the row that speaks for them, and what the others add."""

    def __init__(self, draft: Draft, log: Log, today: date) -> None:
        self.draft, self.log, self.today = draft, log, today
        columns = draft.columns
        self.when = columns.get("effective_date") or columns.get("timestamp") or columns.get("year")
        self.answers = "timestamp" in columns and "effective_date" not in columns
        self.record = columns.get("job_record") if "effective_date" in columns else None

    def main_first(self, rows: list[int]) -> list[int]:
        """The rows, the one that counts today first; future and superseded ones are logged."""
        if len(rows) == 1 and not self.is_future(rows[0]):
            return rows
        if self.answers:
            return self.latest_answer(rows)
        if self.when is not None:
            return self.in_force(rows)
        shares = [as_float(self.draft.columns["fte"][row]) for row in rows]
        primary = self.draft.columns.get("primary")
        marked = [primary is not None and primary[row].casefold() in PRIMARY for row in rows]
        admin = [self.draft.columns["kind"][row] not in ("rank", "") for row in rows]
        order = sorted(range(len(rows)), key=lambda at: (not marked[at], -shares[at], admin[at], rows[at]))
        return [rows[at] for at in order]

    def of_today(self, rows: Sequence[int]) -> Sequence[int]:
        """The rows that are in force, or were; all where every one lies ahead."""
        return [row for row in rows if not self.is_future(row)] or rows

    def is_future(self, row: int) -> bool:
        return "effective_date" in self.draft.columns and is_future(
            self.draft.columns["effective_date"][row], self.today
        )

    def latest_answer(self, rows: list[int]) -> list[int]:
        assert self.when is not None
        when = self.when
        exact = self.draft.moments or when
        order = sorted(rows, key=lambda row: (exact[row], row), reverse=True)
        for row in order[1:]:
            done = say("an earlier answer: the one in row {row} replaces it", row=self.draft.numbers[order[0]])
            self.log.add(self.draft.frame, self.draft.numbers[row], "", when[row], done)
        return order

    def in_force(self, rows: list[int]) -> list[int]:
        """Of each appointment the latest row that is in force; the lowest appointment number comes first."""
        for row in rows:
            if self.is_future(row):
                self.say_ahead(row, alone=all(map(self.is_future, rows)))
        records: dict[str, list[int]] = {}
        for row in rows:
            records.setdefault(self.record[row] if self.record else "", []).append(row)
        mains = []
        for mine in records.values():
            started = [row for row in mine if not self.is_future(row)] or mine
            mains.append(max(started, key=self.age))
        mains.sort(
            key=lambda row: (
                self.draft.columns.get("status", [""] * len(self.draft))[row] in GONE,
                self.record[row] if self.record else "",
            )
        )
        self.say_out_of_order(rows, mains[0])
        return mains + [row for row in rows if row not in mains]

    def say_ahead(self, row: int, alone: bool) -> None:
        """`alone`: every row of the person lies ahead."""
        day = self.draft.columns["effective_date"][row]
        applied = mark("takes effect on {day}: applied, for nothing else is known")
        done = say(applied if alone else mark("takes effect on {day}: not applied yet"), day=day)
        mend = say("read the file again after that day")
        self.log.add(self.draft.frame, self.draft.numbers[row], "", day, done, mend)

    def age(self, row: int) -> tuple[bool, str, str, int]:
        """Later rows are larger; a hiring is never later than what follows it, whatever its date says."""
        columns = self.draft.columns
        hired = "action" in columns and columns["action"][row].upper() in HIRED_FIRST
        sequence = columns["effective_sequence"][row].zfill(6) if "effective_sequence" in columns else ""
        return not hired, self.when[row] if self.when else "", sequence, row

    def say_out_of_order(self, rows: Sequence[int], main: int) -> None:
        if self.when and "effective_date" in self.draft.columns:
            later = [row for row in rows if row != main and not self.is_future(row) and self.when[row] > self.when[main]
                     and (not self.record or self.record[row] == self.record[main])]  # fmt: skip
            for row in later:
                done = say("a hiring dated after what follows it ({day}): the later step counts", day=self.when[main])
                mend = say("check the two dates")
                self.log.add(self.draft.frame, self.draft.numbers[row], "", self.when[row], done, mend, WARNING)

    def history(self, rows: Sequence[int]) -> list[Appointment]:
        """The appointments beside the main row: each distinct title, unit and kind once, the current ones first."""
        columns, seen, found = self.draft.columns, set(), []
        main = rows[0]
        seen.add((columns["title"][main], columns["department"][main]))
        for row in rows[1:]:
            key = columns["title"][row], columns["department"][row]
            if key in seen or not any(key) or (self.answers):
                continue
            seen.add(key)
            found.append(appointment(columns, row) | ({"starts": "in the future"} if self.is_future(row) else {}))
        counted = rows[:1] if self.answers else rows
        return [further for row in counted for further in self.draft.further.get(row, [])] + found


def appointment(columns: dict[str, list[str]], row: int) -> Appointment:
    """A row's appointment, without what is unknown.

    >>> appointment({"title": ["Dean"], "fte": [""]}, 0)
    {'title': 'Dean'}
    """
    return {name: columns[name][row] for name in SHOWN if name in columns and columns[name][row]}


def first_known(column: Sequence[str], rows: Sequence[int], least: Callable[[Sequence[str]], str] | None = None) -> str:
    known = [column[row] for row in rows if column[row]]
    return (least(known) if least else known[0]) if known else ""


def as_float(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
