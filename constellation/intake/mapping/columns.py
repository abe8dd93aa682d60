"""Which column of a table is which field: by the header, held against the cells, each field once."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from constellation.intake.content.names import looks_like_name
from constellation.intake.layout.body import Frame
from constellation.intake.mapping.content import fit, guess, sample_of, share
from constellation.intake.mapping.headers import PART, compared, meaning
from constellation.intake.mapping.pairs_of_names import named_parts
from constellation.intake.reading import Column, named
from constellation.words import mark, say

DOUBTFUL = 0.7  # below this a person should look
KEYS = ("employee_id", "person_key")  # where the header is not plain, only cells that differ can be ids
SURVEY = {
    "responseid",
    "progress",
    "finished",
    "recordeddate",
    "durationinseconds",
    "ipaddress",
    "distributionchannel",
    "userlanguage",
}
NAMES_MOSTLY = 0.8
REFUTED = 0.25  # a header whose cells hardly fit means something else
REFUTES = mark("the header says {field}, the cells do not")
SEVERAL = (
    "job_record",
    "department_code",
    "comments",
    "phone",
    "interests",
)  # more than one column of these is no question


def shape_of(frame: Frame, columns: Sequence[Column] = ()) -> str:
    """A short name for tables with the same columns, whatever stands in them.

    Of a table without a header the shape is what its columns look like, in their order.
    """
    words = (
        [compared(name) for name in frame.header.names]
        if frame.header.row or frame.named
        else [f"{len(frame.columns)} columns", *(column.field for column in columns)]
    )
    return hashlib.sha256("\x1f".join(words).encode()).hexdigest()[:12]


def columns_of(frame: Frame) -> tuple[Column, ...]:
    """Each column of a frame, in order, as it is best understood."""
    headed = bool(frame.header.row) or frame.named
    samples = [sample_of(column) for column in frame.columns]
    found = [headed_column(at, name, samples[at]) if headed else bare_column(at, samples[at], frame)
             for at, name in enumerate(frame.header.names)]  # fmt: skip
    found = [column if column.field else unknown_column(column, samples[at], frame) for at, column in enumerate(found)]
    found = [of_names(of_faculty(column, frame), samples[at], found) for at, column in enumerate(found)]
    return tuple(each_field_once(named_parts(of_a_survey(found), frame, samples), ranks_of(found)))


def of_names(column: Column, values: Sequence[str], columns: Sequence[Column]) -> Column:
    """A column called Person or the like that holds names, where no other does."""
    told = {one.field for one in columns} & {"name", "family", "given", "native_name"}
    if column.field != "employee_id" or told or not values or share(looks_like_name, values) < NAMES_MOSTLY:
        return column
    if any(sign.isdigit() for value in values for sign in value):
        return column
    return replace(column, field="name", why=say("its cells are names, not ids"))


def of_faculty(column: Column, frame: Frame) -> Column:
    """A column called Faculty: of people where its cells differ, of colleges where they repeat."""
    if compared(column.header) != "faculty" or column.field != "name":
        return column
    cells = [cell for cell in frame.columns[column.number - 1][:2000] if cell.strip()]
    repeats = len(set(cells)) < len(cells) / 2
    return replace(column, field="college", why=say("its cells repeat: faculties, not people")) if repeats else column


def of_a_survey(columns: Sequence[Column]) -> list[Column]:
    """In the export of a survey dates of beginning and end are those of filling it in."""
    if sum(compared(column.header) in SURVEY for column in columns) < 2:
        return list(columns)
    told = any(column.field == "timestamp" for column in columns)
    kept = []
    for column in columns:
        if column.field in ("hire_date", "end_date"):
            field = "timestamp" if column.field == "end_date" and not told else ""
            column = replace(column, field=field, why=say("when the form was filled in"))
        kept.append(column)
    return kept


def headed_column(at: int, name: str, values: Sequence[str]) -> Column:
    field, sure, _ = meaning(name) if name else ("", 0.0, 0)
    if not field:
        return Column(at + 1, name, "", 0.0, say("its header is not known") if name else say("it has no header"))
    fits = fit(field, values) if field not in KEYS or sure >= PART else len(set(values)) / max(1, len(values))
    if values and fits < REFUTED:
        if field == "rank" and fit("title", values) > 0.5:
            return Column(at + 1, name, "title", 0.6, say("the header says rank, the cells are titles we do not know"))
        return Column(at + 1, name, "", 0.0, say(REFUTES, field=field))
    return Column(at + 1, name, field, round(sure * (0.6 + 0.4 * fits), 2), why_headed(sure >= PART, fits))


def why_headed(plain: bool, fits: float) -> str:
    """Why a column is what its header says; `fits`: the share of its cells that can be that, 0-1.

    >>> why_headed(True, 1.0), why_headed(False, 0.5)
    ('the header says so', 'the header looks like it; 50% of the cells fit')
    """
    if fits > 0.9:
        return say("the header says so") if plain else say("the header looks like it")
    if plain:
        return say("the header says so; {share:.0%} of the cells fit", share=fits)
    return say("the header looks like it; {share:.0%} of the cells fit", share=fits)


def is_refuted(column: Column) -> bool:
    """Whether a column is left out because its cells cannot be what its header says."""
    return not column.field and column.why == say(REFUTES, field=meaning(column.header)[0])


def bare_column(at: int, values: Sequence[str], frame: Frame) -> Column:
    field, sure = guess(values, len(set(frame.columns[at][:2000])), min(len(frame), 2000))
    return Column(
        at + 1,
        "",
        field,
        sure,
        say("no header; the cells look like it") if field else say("no header, and the cells do not tell"),
    )


def unknown_column(column: Column, values: Sequence[str], frame: Frame) -> Column:
    """A column whose header says nothing: only cells that can be nothing else are believed."""
    if not column.header or is_refuted(column):
        return column
    field, sure = guess(values, len(values), len(values))
    if field in ("email", "orcid"):
        return replace(column, field=field, confidence=sure - 0.1, why=say("the cells look like it"))
    return column


def ranks_of(columns: Sequence[Column]) -> dict[int, int]:
    """How well each header names its field: the place among the field's words."""
    return {column.number: meaning(column.header)[2] if column.header else 0 for column in columns}


def each_field_once(columns: Sequence[Column], order: dict[int, int]) -> list[Column]:
    """Of several columns for one field the surest, of equally sure the one with the most telling header."""
    best: dict[str, Column] = {}
    for column in columns:
        now = best.get(column.field)
        if column.field and (
            now is None or (-column.confidence, order[column.number]) < (-now.confidence, order[now.number])
        ):
            best[column.field] = column
    taken = {column.field for column in columns}
    kept = []
    for column in columns:
        winner = best.get(column.field)
        if winner is not None and winner.number != column.number:
            if column.field == "employee_id" and "person_key" not in taken:
                taken.add("person_key")
                why = say("a second id beside the employee id")
                kept.append(replace(column, field="person_key", why=why))
                continue
            words = say("{column} is read as {field} already", column=named(winner), field=column.field)
            column = replace(column, field="", confidence=0.0, why=words)
        kept.append(column)
    return kept
