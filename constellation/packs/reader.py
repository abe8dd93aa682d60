"""A table of a pack file becomes a value: the class says which keys there are and what each may hold."""

import re
from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, get_args, get_type_hints

from constellation.packs.entries import Entry
from constellation.packs.spelling import same_words
from constellation.packs.values import AtLeast, Beside, Mail, MonthAndDay, OneOf
from constellation.words import say

T = TypeVar("T")
LEAP_YEAR = 2024  # so that 02-29 is a day

READERS: dict[object, Callable[..., Any]] = {
    str: Entry.words,
    int: Entry.whole,
    bool: Entry.yes_or_no,
    float: Entry.number,
    tuple[str, ...]: Entry.phrases,
    tuple[int, int]: Entry.whole_range,
    tuple[float, float]: Entry.share_range,
}


class Row(NamedTuple):
    """A value and the table it was read from, for what is found wrong later."""

    entry: Entry
    value: Any


def read(made: type[T], entry: Entry, **given: Any) -> T:
    """The table as a value of this class; the fields in `given` are not read from the table."""
    read_here = [field for field in fields(made) if field.name not in given]  # type: ignore[arg-type]
    known = entry.only(map(key_of, read_here))
    return made(**given, **{field.name: read_field(made, field, known) for field in read_here})


def read_rows(made: type[T], entries: list[Entry]) -> list[Row]:
    """One value for each table; a key that an earlier one has is refused."""
    taken: set[str] = set()
    rows = [Row(entry, read(made, entry)) for entry in entries]
    for entry, value in rows:
        key = same_words(getattr(value, "key", ""))
        if key in taken:
            mend = say("a duplicate key, {key}, which another one has; give each its own key.", key=value.key)
            entry.refuse(mend, "key")
        taken |= {key} - {""}
    return rows


def read_field(made: type, field: "Field[Any]", entry: Entry) -> Any:
    hint, marks = hint_of(made, field.name)
    key = key_of(field)
    for mark in marks:
        match mark:
            case OneOf(choices):
                return entry.one_of(key, choices)
            case AtLeast(least):
                return entry.whole_range(key, least)
    default = {} if field.default is MISSING else {"default": field.default}
    value = READERS[hint](entry, key, **default)
    for mark in marks:
        if value and (sentence := objection(mark, key, value, entry)):
            entry.refuse(sentence, key)
    return value


def objection(mark: object, key: str, value: str, entry: Entry) -> str:
    """Why words are not of their kind; empty where they are."""
    match mark:
        case MonthAndDay() if not is_day(value):
            return say("{key} is {value}; write month and day, as in 09-30, or leave it blank.", key=key, value=value)
        case Mail() if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value):
            return say("{key} is {value}; write an e-mail address.", key=key, value=value)
        case Beside() if not is_beside(Path(entry.file).parent, value):
            return say(
                "the file {value} is missing; put it beside this file or leave {key} blank.", key=key, value=value
            )
    return ""


def is_beside(folder: Path, name: str) -> bool:
    """Whether a file of this name is in the folder itself or below it."""
    file = (folder / name).resolve()
    return file.is_file() and file.is_relative_to(folder.resolve())


def is_day(text: str) -> bool:
    """Whether text is a day as MM-DD.

    >>> is_day("02-29"), is_day("02-30"), is_day("9-30")
    (True, False, False)
    """
    if not re.fullmatch(r"\d\d-\d\d", text):
        return False
    try:
        date.fromisoformat(f"{LEAP_YEAR}-{text}")
    except ValueError:
        return False
    return True


def key_of(field: "Field[Any]") -> str:
    """How a field is written in the file: from_ as from."""
    return field.name.rstrip("_")


def hint_of(made: Any, name: str) -> tuple[Any, tuple[Any, ...]]:
    """The plain type of a field of a class, and the marks on it."""
    hint = hints_of(made)[name]
    marks = getattr(hint, "__metadata__", ())
    return (get_args(hint)[0] if marks else hint), marks


@cache
def hints_of(made: Any) -> dict[str, Any]:
    return get_type_hints(made, include_extras=True)
