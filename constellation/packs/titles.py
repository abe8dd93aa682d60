"""From a job title, as personnel offices write it, to rank, career stage and partner role."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("titles.toml")
NO_RANK = "no academic rank"

Rows = tuple[tuple[re.Pattern[str], str], ...]


@dataclass(frozen=True)
class Title:
    """What a job title says.

    `rank`: professor, associate, assistant, instructor, lecturer, no academic rank (the title names none;
    that of a chair may stand in another row of the roster).  `stage`: a career stage, blank where a title
    cannot tell; an associate is taken as mid-career, an emeritus as near retirement, a clinical, research
    or teaching professor as non-tenure-track continuing.  `role`: faculty (a ranked colleague) or another
    partner role.  `faculty`: whether the title appoints somebody to the faculty.
    """

    rank: str
    stage: str
    role: str
    faculty: bool


@dataclass(frozen=True)
class Table:
    """The rows of `titles.toml`, in order; the first that fits counts."""

    spelling: Rows
    ranks: Rows
    stages: Rows
    roles: Rows
    not_faculty: Rows


def read_title(title: str) -> Title | None:
    """The meaning of a title, None if it is unknown.

    A title, not a rank: in a column of ranks the word ASSOCIATE is the rank; as a title alone it may be any
    added appointment and carries no rank.

    >>> read_title("CLINICAL ASST PROFESSOR (C/T)")
    Title(rank='assistant', stage='non-tenure-track continuing', role='faculty', faculty=True)
    >>> read_title("Groundskeeper") is None
    True
    """
    table, words = read_table(), written_out(title)
    rank, role = first(table.ranks, words), first(table.roles, words)
    if rank is None and role is None:
        return None
    faculty = rank not in (None, NO_RANK) or "FACULTY" in words or first(table.not_faculty, words) is None
    return Title(rank or NO_RANK, first(table.stages, words) or "", role or "faculty", faculty)


def written_out(title: str) -> str:
    """The title in capitals, without marks, abbreviations written out.

    >>> written_out("Sr. Instrctr")
    'SENIOR INSTRUCTOR'
    """
    words = re.sub(r"(?<=[A-Z])(?=\d)", " ", re.sub(r"[\W_]+", " ", title.upper()))
    for pattern, text in read_table().spelling:
        words = " ".join(pattern.sub(text, words).split())
    return words


def first(rows: Rows, words: str) -> str | None:
    """What the first row that fits stands for."""
    return next((meaning for pattern, meaning in rows if pattern.search(words)), None)


@cache
def read_table() -> Table:
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    table["not_faculty"] = [[pattern, "not faculty"] for pattern in table["not_faculty"]]
    return Table(**{name: tuple((whole_words(p), meaning) for p, meaning in rows) for name, rows in table.items()})


def whole_words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})(?!\w)")
