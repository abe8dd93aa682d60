"""Rank, career stage and role: the words of the field, and the numbers the engine knows them by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from constellation.cli.files.cells import shown
from constellation.cli.files.tables import Table
from constellation.intake.content.ranks import NO_RANK, Rank, read_rank
from constellation.packs.spelling import same_words
from constellation.report.results import Note
from constellation.words import say

RANKS = ("professor", "associate", "assistant", "instructor", "lecturer", NO_RANK)  # the highest first
LEVEL = {"professor": 3, "associate": 2, "assistant": 1, "instructor": 1, "lecturer": 1, NO_RANK: 1}
STUDENT_LEVEL, UNKNOWN_LEVEL = 0, -1
STAGES = (
    "instructor/lecturer",
    "pre-tenure",
    "newly tenured",
    "mid-career associate",
    "full",
    "near retirement",
    "non-tenure-track continuing",
    "librarian",
    "chair/leader",
)
SETTLED = ("mid-career associate", "near retirement")
FACULTY, CHAIR, DEAN, LIBRARIAN = "faculty", "chair", "dean/provost/administrator", "librarian"
STUDENTS = ("graduate student", "undergraduate")
LEADERS = (CHAIR, DEAN)
ROLE_CODE = {
    FACULTY: 0,
    CHAIR: 1,
    DEAN: 2,
    LIBRARIAN: 3,
    "graduate student": 4,
    "undergraduate": 4,
    "staff expert": 5,
    "alumna/us": 6,
    "regional colleague": 7,
    "external scholar": 8,
    "professional coach": 9,
    "editor": 10,
}
# other words for a role: its parts, and what a ranked colleague is to somebody else
ROLE_WORDS = {role: role for role in ROLE_CODE} | {
    "dean": DEAN,
    "provost": DEAN,
    "administrator": DEAN,
    "alumna": "alumna/us",
    "alumnus": "alumna/us",
    "coach": "professional coach",
    "peer": FACULTY,
    "near peer": FACULTY,
    "senior faculty": FACULTY,
}
STAGE_ROLE = {"chair/leader": CHAIR, "librarian": LIBRARIAN}
EXAMPLES_NAMED = 3


@dataclass(frozen=True)
class Career:
    """One appointment: `rank` and `stage` blank if unknown, `role` always a word of the field."""

    rank: str
    stage: str
    role: str


def careers_of(table: Table) -> tuple[list[Career], list[Note]]:
    """Each row's rank, stage and role: from their columns, what is blank there from the title."""
    notes: list[Note] = []
    stage_words = {same_words(stage): stage for stage in STAGES}
    rank = words_read(table, "rank", {text: rank_in(text) for text in set(table["rank"])}, RANKS, notes)
    stage = words_read(table, "stage", {t: stage_words.get(same_words(t)) for t in table["stage"]}, STAGES, notes)
    roles = {text: ROLE_WORDS.get(same_words(text)) for text in table["role"]}
    role = words_read(table, "role", roles, tuple(ROLE_CODE), notes)
    titles = titles_needed(table, [all(given) for given in zip(rank, stage, role, strict=True)], notes)
    read = []
    for row, title in enumerate(titles):
        one = Career(rank[row], stage[row], role[row])
        if title is not None:
            one = Career(one.rank or title.ipeds, one.stage or title.stage, one.role or title.role)
        read.append(Career(one.rank, one.stage, role_in(one.stage, one.role)))
    return read, notes


def rank_in(text: str) -> str | None:
    """The rank that a word of a column of ranks stands for, None for what is no rank."""
    read = read_rank(text, column="rank")
    known = read is not None and (read.ipeds != NO_RANK or same_words(text) == NO_RANK)
    return read.ipeds if read is not None and known else None


def words_read(
    table: Table, column: str, meaning: dict[str, str | None], known: Sequence[str], notes: list[Note]
) -> list[str]:
    """A column in the field's words; one note for all that are unknown."""
    texts = table[column]
    unknown = [row for row, text in enumerate(texts) if text and meaning[text] is None]
    if unknown:
        sentence = say(
            "Words we do not know as {column}: {count} ({examples}), read as {meaning}; use one of {known}.",
            column=column, count=len(unknown), examples=examples(texts[row] for row in unknown),
            meaning=FACULTY if column == "role" else say("blank"), known=", ".join(known),
        )  # fmt: skip
        notes.append(table.note(unknown, sentence))
    return [meaning[text] or "" for text in texts]


def titles_needed(table: Table, told: Sequence[bool], notes: list[Note]) -> list[Rank | None]:
    """What each title says, None where the columns told it all; one note for those that cannot be read."""
    read = {text: read_rank(text) for text in set(table["title"])}
    titles = [None if told[row] else read[text] for row, text in enumerate(table["title"])]
    unknown = [r for r, text in enumerate(table["title"]) if text and not told[r] and titles[r] is None]
    if unknown:
        sentence = say(
            "Titles that cannot be read: {count} ({examples}); add the columns rank, stage and role to tell.",
            count=len(unknown), examples=examples(table["title"][row] for row in unknown),
        )  # fmt: skip
        notes.append(table.note(unknown, sentence))
    return titles


def examples(texts: Iterable[str]) -> str:
    distinct = list(dict.fromkeys(shown(text) for text in texts))
    return ", ".join(distinct[:EXAMPLES_NAMED]) + (", …" if len(distinct) > EXAMPLES_NAMED else "")


def role_in(stage: str, role: str) -> str:
    """The role, which a leader's or librarian's stage gives where the role says no more than faculty."""
    return role if role not in ("", FACULTY) else STAGE_ROLE.get(stage, FACULTY)


def folded(careers: Sequence[Career]) -> Career:
    """One person's appointments, the main one first, as one career.

    The highest rank counts; leading anywhere makes a leader; otherwise the main appointment gives the role.
    """
    main = careers[0]
    rank = min((one.rank for one in careers if one.rank), key=RANKS.index, default="")
    role = next((one.role for one in careers if one.role in LEADERS), main.role)
    stages = [one.stage for one in careers]
    for decisive in ("chair/leader", "near retirement"):
        if decisive in stages:
            return Career(rank, decisive, role_in(decisive, role))
    at_rank = [one.stage for one in careers if one.rank == rank or rank in ("", NO_RANK)]
    first = [main.stage] if role != FACULTY else []
    stage = next((stage for stage in first + at_rank if stage), "")
    return Career(rank, stage, role_in(stage, role))


def level(career: Career) -> int:
    return STUDENT_LEVEL if career.role in STUDENTS else LEVEL.get(career.rank, UNKNOWN_LEVEL)
