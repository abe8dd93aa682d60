"""Where in a TOML text a value is set."""

import re
from collections.abc import Iterator

Place = tuple[str | int, ...]  # the way to a value: ("areas", 2, "kind")

HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
SETTING = re.compile(r"""^\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
STEP = re.compile(r""""[^"]*"|'[^']*'|[\w-]+""")


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
            table = place_of_header(header[1], steps(header[2]), counts)
            yield number, table
        elif setting := SETTING.match(line):
            yield number, table + steps(setting[1])


def place_of_header(brackets: str, named: Place, counts: dict[Place, int]) -> Place:
    """The table that a header opens: of an array the next one, below an array a part of its last one."""
    if brackets == "[[":
        counts[named] = counts.get(named, -1) + 1
        return (*named, counts[named])
    above = next((named[:n] for n in range(len(named) - 1, 0, -1) if named[:n] in counts), None)
    return named if above is None else (*above, counts[above], *named[len(above) :])


def steps(dotted: str) -> Place:
    """The steps of a dotted TOML key.

    >>> steps('stages."full"')
    ('stages', 'full')
    """
    return tuple(step.strip("\"'") for step in STEP.findall(dotted))
