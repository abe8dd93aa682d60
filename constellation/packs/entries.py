"""One table of a pack file, read with care: what is wrong is noted at its line, and reading goes on."""

import re
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from constellation.packs.lines import Place, line_of
from constellation.packs.problems import Problem
from constellation.packs.spelling import closest
from constellation.words import say

LONGEST = 60


@dataclass(frozen=True)
class Entry:
    """A table of a pack file and where it stands.

    Every reader notes what it refuses in `problems`, with the mend, and gives a neutral value instead.  A key
    that may be left out is read with its `default`.
    """

    file: str
    text: str
    place: Place
    table: dict[str, Any]
    problems: list[Problem]

    def refuse(self, sentence: str, key: str | None = None) -> None:
        """Note a sentence about one key of this table, or about the table itself."""
        line = line_of(self.text, self.place if key is None else (*self.place, key))
        self.problems.append(Problem(self.file, line, sentence))

    def only(self, known: Iterable[str]) -> "Entry":
        """This table with known keys alone: another one is refused, and read as the one that was probably meant."""
        known = tuple(known)
        table = {key: value for key, value in self.table.items() if key in known}
        for key in self.table.keys() - table.keys():
            self.refuse(unknown_key(key, known), key)
            table.setdefault(closest(key, known), self.table[key])
        return replace(self, table=table)

    def value(self, key: str) -> Any:
        if key not in self.table:
            self.refuse(say("{table} has no {key}; add {key} = ….", table=self.called(), key=key))
        return self.table.get(key)

    def words(self, key: str, default: str | None = None) -> str:
        value = self.table.get(key, "")
        if not isinstance(value, str):
            self.refuse(say("{key} is {value}; put words in quotation marks.", key=key, value=shown(value)), key)
        elif value.strip():
            return value.strip()
        elif default is None:
            self.refuse(say('{table} has no {key}; add {key} = "…" in words.', table=self.called(), key=key), key)
        return default or ""

    def phrases(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of words."""
        value = self.value(key) if default is None else self.table.get(key, [])
        if isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value):
            return tuple(one.strip() for one in value)
        if value is not None:
            mend = say('{key} is {value}; give a list of words in quotation marks, as in ["grants", "teaching"].',
                       key=key, value=shown(value))  # fmt: skip
            self.refuse(mend, key)
        return ()

    def one_of(self, key: str, choices: Iterable[str]) -> str:
        choices = tuple(choices)
        value = self.words(key)
        if value and value not in choices:
            known = ", ".join(choices)
            self.refuse(
                say("the {key} {value} is unknown; use one of {known}.", key=key, value=shown(value), known=known), key
            )
        return value

    def yes_or_no(self, key: str, default: bool | None = None) -> bool:
        value = self.table.get(key, default) if default is not None else self.value(key)
        if value is not None and not isinstance(value, bool):
            self.refuse(say("{key} is {value}; write true or false.", key=key, value=shown(value)), key)
        return value is True

    def whole(self, key: str, default: int | None = None) -> int:
        value = self.table.get(key, default) if default is not None else self.value(key)
        least = 1 if default is None else 0
        if type(value) is int and value >= least:
            return value
        if value is not None:
            mend = say(
                "{key} is {value}; give a whole number from {least} up.", key=key, value=shown(value), least=least
            )
            self.refuse(mend, key)
        return 1

    def number(self, key: str, most: float = 1.0) -> float:
        """A number from 0 to `most` (by default a share)."""
        value = self.value(key)
        if type(value) in (int, float) and 0 <= value <= min(most, sys.float_info.max):
            return float(value)
        if value is not None and most < float("inf"):
            mend = say(
                "{key} is {value}; give a number from 0 to {most}.", key=key, value=shown(value), most=f"{most:g}"
            )
            self.refuse(mend, key)
        elif value is not None:
            self.refuse(say("{key} is {value}; give a number from 0 up.", key=key, value=shown(value)), key)
        return 0.0

    def whole_range(self, key: str, least: int = 0) -> tuple[int, int]:
        value = self.value(key)
        if is_range(value, (int,)) and value[0] >= least:
            return value[0], value[1]
        if value is not None:
            mend = say(
                "{key} is {value}; give two whole numbers from {least} up, the smaller first, as in {example}.",
                key=key, value=shown(value), least=least, example=[least + 1, least + 3],
            )  # fmt: skip
            self.refuse(mend, key)
        return least, least

    def share_range(self, key: str) -> tuple[float, float]:
        value = self.value(key)
        if is_range(value, (int, float)) and 0 <= value[0] <= value[1] <= 1:
            return float(value[0]), float(value[1])
        if value is not None:
            mend = say("{key} is {value}; give two numbers from 0 to 1, the smaller first, as in [0.3, 0.7].",
                       key=key, value=shown(value))  # fmt: skip
            self.refuse(mend, key)
        return 0.0, 0.0

    def inner(self, key: str) -> "Entry":
        """The table under a key."""
        value = self.value(key)
        if not isinstance(value, dict | None):
            mend = say("{key} is {value}; make it a table with its own keys, under {key}.", key=key, value=shown(value))
            self.refuse(mend, key)
        table = value if isinstance(value, dict) else {}
        return Entry(self.file, self.text, (*self.place, key), table, self.problems)

    def each(self, key: str, needed: bool = False) -> list["Entry"]:
        """The tables of an array, as in [[areas]]."""
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value) or (needed and not value):
            self.refuse(say("{key} lists nothing; begin each one with [[{key}]].", key=key), key)
            return []
        return [Entry(self.file, self.text, (*self.place, key, n), one, self.problems) for n, one in enumerate(value)]

    def called(self) -> str:
        """What a refusal calls this table."""
        names = (self.table.get("key"), self.table.get("name"), *reversed(self.place))
        return next((str(name) for name in names if isinstance(name, str) and name), say("the pack"))


def read_toml(file: str, text: str, problems: list[Problem]) -> Entry | None:
    """The whole file as one entry; None, and why, where it is not TOML or sets a key twice."""
    try:
        return Entry(file, text, (), tomllib.loads(text), problems)
    except RecursionError:
        problems.append(Problem(file, 0, say("not TOML (tables within tables without end); mend this file.")))
    except ValueError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        line = int(found[1]) if found else max(1, len(text.splitlines()))
        problems.append(Problem(file, line, not_toml(str(error))))
    return None


def not_toml(reason: str) -> str:
    if re.search(r"overwrite|twice|mutate", reason):
        return say("a duplicate key; keep one of the two.")
    reason = reason.split(" (at")[0]
    return say("not TOML ({reason}); mend this line or put words in quotation marks.", reason=reason)


def shown(value: object) -> str:
    """A value as a refusal quotes it: not longer than it needs.

    >>> shown("x" * 100)[-5:]
    'xxxx…'
    """
    try:
        text = str(value)
    except ValueError:  # more digits than Python writes
        return "…"
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def unknown_key(key: str, known: tuple[str, ...]) -> str:
    if close := closest(key, known):
        return say("the key {key} is not known here; write {close}.", key=key, close=close)
    return say("the key {key} is not known here; use one of {known}.", key=key, known=", ".join(known))


def is_range(value: object, types: tuple[type, ...]) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(end) in types for end in value)
        and value[0] <= value[1]
    )
