"""One table of a pack file, read with care: every refusal names the file, the line and the mend."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

Place = tuple[str | int, ...]  # the way to a value: ("areas", 2, "kind")

HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
SETTING = re.compile(r"""^\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
STEP = re.compile(r""""[^"]*"|'[^']*'|[\w-]+""")


class PackError(ValueError):
    """A pack that is refused; one sentence names the file, the line and the mend."""


@dataclass(frozen=True)
class Entry:
    """A table of a pack file and where it stands.  Every reader raises PackError for what it refuses."""

    file: str
    text: str
    place: Place
    table: dict[str, Any]

    def refusal(self, problem: str, mend: str, key: str | None = None) -> PackError:
        """The error to raise about one key of this table, or about the table itself."""
        line = line_of(self.text, self.place if key is None else (*self.place, key))
        return PackError(f"{self.file}, line {line}: {problem}; {mend}.")

    def only(self, *known: str) -> None:
        """Refuse a key that is not known."""
        for key in self.table:
            if key not in known:
                close = get_close_matches(key, known, n=1)
                mend = f"write {close[0]}" if close else f"use one of {', '.join(known)}"
                raise self.refusal(f"the key {key} is not known here", mend, key)

    def value(self, key: str) -> Any:
        if key not in self.table:
            raise self.refusal(f"{self.called()} has no {key}", f"add {key} = …")
        return self.table[key]

    def words(self, key: str) -> str:
        value = self.table.get(key, "")
        if not isinstance(value, str):
            raise self.refusal(f"{key} is {value}", "put words in quotation marks", key)
        if not value.strip():
            raise self.refusal(f"{self.called()} has no {key}", f'add {key} = "…" in words', key)
        return value.strip()

    def phrases(self, key: str) -> tuple[str, ...]:
        """A list of words that may be left out."""
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            raise self.refusal(
                f"{key} is {value}", 'give a list of words in quotation marks, as in ["grants", "teaching"]', key
            )
        return tuple(one.strip() for one in value)

    def one_of(self, key: str, choices: Iterable[str]) -> str:
        value = self.words(key)
        if value not in choices:
            raise self.refusal(f"the {key} {value} is unknown", f"use one of {', '.join(choices)}", key)
        return value

    def whole(self, key: str) -> int:
        value = self.value(key)
        if type(value) is not int or value < 1:
            raise self.refusal(f"{key} is {value}", "give a whole number from 1 up", key)
        return value

    def number(self, key: str, most: float = 1.0) -> float:
        """A number from 0 to `most` (by default a share)."""
        value = self.value(key)
        if type(value) not in (int, float) or not 0 <= value <= most:
            mend = f"give a number from 0 to {most:g}" if most < float("inf") else "give a number from 0 up"
            raise self.refusal(f"{key} is {value}", mend, key)
        return float(value)

    def whole_range(self, key: str, least: int = 0) -> tuple[int, int]:
        value = self.value(key)
        if not is_range(value, (int,)) or value[0] < least:
            mend = f"give two whole numbers from {least} up, the smaller first, as in [{least + 1}, {least + 3}]"
            raise self.refusal(f"{key} is {value}", mend, key)
        return value[0], value[1]

    def share_range(self, key: str) -> tuple[float, float]:
        value = self.value(key)
        if not is_range(value, (int, float)) or not 0 <= value[0] <= value[1] <= 1:
            mend = "give two numbers from 0 to 1, the smaller first, as in [0.3, 0.7]"
            raise self.refusal(f"{key} is {value}", mend, key)
        return float(value[0]), float(value[1])

    def inner(self, key: str) -> "Entry":
        """The table under a key."""
        value = self.value(key)
        if not isinstance(value, dict):
            raise self.refusal(f"{key} is {value}", f"make it a table with its own keys, under {key}", key)
        return Entry(self.file, self.text, (*self.place, key), value)

    def each(self, key: str) -> list["Entry"]:
        """The tables of an array, as in [[areas]]; at least one."""
        value = self.value(key)
        if not isinstance(value, list) or not value or not all(isinstance(one, dict) for one in value):
            raise self.refusal(f"{key} lists nothing", f"begin each one with [[{key}]]", key)
        return [Entry(self.file, self.text, (*self.place, key, n), one) for n, one in enumerate(value)]

    def called(self) -> str:
        """What a refusal calls this table."""
        names = (self.table.get("key"), self.table.get("name"), *reversed(self.place))
        return next((str(name) for name in names if isinstance(name, str) and name), "the pack")


def read_entry(file: str, text: str) -> Entry:
    """The whole file as one entry; PackError where it is not TOML or sets a key twice."""
    try:
        return Entry(file, text, (), tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        line = int(found[1]) if found else max(1, len(text.splitlines()))
        twice = re.search(r"overwrite|twice|mutate", str(error))
        problem = "a duplicate key" if twice else f"not TOML ({str(error).split(' (at')[0]})"
        mend = "keep one of the two" if twice else "mend this line or put words in quotation marks"
        raise PackError(f"{file}, line {line}: {problem}; {mend}.") from None


def is_range(value: object, types: tuple[type, ...]) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(end) in types for end in value)
        and value[0] <= value[1]
    )


def line_of(text: str, place: Place) -> int:
    """The line (from 1) where a place of a TOML text is set: of its longest part that is written there.

    >>> line_of("a = 1\\n[b.c]\\nd = { e = 2 }\\n", ("b", "c", "d", "e"))
    3
    """
    best, best_length = 1, 0
    for number, written in places(text):
        if best_length < len(written) <= len(place) and place[: len(written)] == written:
            best, best_length = number, len(written)
    return best


def places(text: str) -> Iterator[tuple[int, Place]]:
    """Each line that opens a table or sets a key, with its place."""
    table: Place = ()
    counts: dict[Place, int] = {}
    in_words = False  # inside a value of several lines
    for number, line in enumerate(text.splitlines(), start=1):
        begins_inside = in_words
        in_words ^= (line.count('"""') + line.count("'''")) % 2 == 1
        if begins_inside:
            continue
        if header := HEADER.match(line):
            table = steps(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            yield number, table
        elif setting := SETTING.match(line):
            yield number, table + steps(setting[1])


def steps(dotted: str) -> Place:
    """The steps of a dotted TOML key.

    >>> steps('stages."full"')
    ('stages', 'full')
    """
    return tuple(step.strip("\"'") for step in STEP.findall(dotted))
