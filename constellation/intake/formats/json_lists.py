"""Finds the lists of objects in a JSON text, with the line that each object begins in."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from constellation.intake.tables import Number

# numbers stay as they are written: an id of eighteen digits, or 1.0
DECODER = json.JSONDecoder(parse_float=Number, parse_int=Number, parse_constant=str, strict=False)
SPACE = re.compile(r"[ \t\r\n]*")
DEPTH = 3
FAULTS = (ValueError, IndexError, RecursionError)


class Broken(ValueError):
    """The text is no JSON from some place on."""


@dataclass
class Found:
    """A list of objects: the keys that lead to it, and each object with its line."""

    path: tuple[str, ...]
    items: list[tuple[int, Any]] = field(default_factory=list)


@dataclass
class Walk:
    """What a JSON text holds: its lists, the plain values beside them, and the line where it breaks off, or 0."""

    text: str
    lists: list[Found] = field(default_factory=list)
    beside: dict[tuple[str, ...], Any] = field(default_factory=dict)
    broken: int = 0
    line: int = 1
    counted: int = 0

    def line_of(self, place: int) -> int:
        """The line of a place, from 1; places are asked for in rising order."""
        self.line += self.text.count("\n", self.counted, place)
        self.counted = max(self.counted, place)
        return self.line


def walked(text: str) -> Walk:
    """The lists of a text; several values one after the other are a list too, and what is cut off ends there.

    >>> walk = walked('{"total": 2,\\n"data": [{"id": 1},\\n{"id": 2}]}')
    >>> walk.lists[0].path, [line for line, _ in walk.lists[0].items], walk.beside[("total",)]
    (('data',), [2, 3], '2')
    """
    walk = Walk(text)
    alone = Found(())
    place = after_space(text, 0)
    try:
        while place < len(text):
            start = walk.line_of(place)
            if text[place] == "[":
                place = array(walk, place, ())
            elif text[place] == "{" and not alone.items:
                place = first_object(walk, place, alone, start)
            else:
                value, place = DECODER.raw_decode(text, place)
                alone.items.append((start, value))
            place = after_space(text, place)
    except FAULTS as fault:
        at = fault.pos if isinstance(fault, json.JSONDecodeError) else place
        walk.broken = 1 + text.count("\n", 0, at)
    if alone.items:
        walk.lists.append(alone)
    return walk


def first_object(walk: Walk, place: int, alone: Found, line: int) -> int:
    """An object at the top: an envelope around lists, or a record itself."""
    before = len(walk.lists)
    end = members(walk, place, ())
    if len(walk.lists) == before or is_record(walk):
        del walk.lists[before:]
        alone.items.append((line, DECODER.raw_decode(walk.text, place)[0]))
    return end


def is_record(walk: Walk) -> bool:
    """Whether the object around the lists is a person itself, with appointments or addresses in lists."""
    names = {path[0].lower() for path in walk.beside}
    return bool(names & {"name", "names", "username", "givenname", "family", "last_name", "lastname", "email", "orcid"})


def array(walk: Walk, place: int, path: tuple[str, ...]) -> int:
    """A list: its items are kept with their lines."""
    text, found = walk.text, Found(path)
    walk.lists.append(found)
    place = after_space(text, place + 1)
    while text[place] != "]":
        line = walk.line_of(place)
        value, place = DECODER.raw_decode(text, place)
        found.items.append((line, value))
        place = separator(text, place, "]")
    return place + 1


def members(walk: Walk, place: int, path: tuple[str, ...]) -> int:
    """The members of an object: lists are kept, objects looked into, plain values remembered."""
    text = walk.text
    place = after_space(text, place + 1)
    while text[place] != "}":
        key, place = DECODER.raw_decode(text, place)
        place = after_space(text, place)
        if text[place] != ":" or not isinstance(key, str):
            raise json.JSONDecodeError("a name and a colon are missing", text, place)
        place = value_of(walk, after_space(text, place + 1), (*path, key))
        place = separator(text, place, "}")
    return place + 1


def value_of(walk: Walk, place: int, path: tuple[str, ...]) -> int:
    """The value of a member, and where it ends."""
    text = walk.text
    if text[place] == "[" and text[after_space(text, place + 1)] in "{[":
        walk.beside.setdefault(path, None)
        return array(walk, place, path)
    if text[place] == "{" and len(path) < DEPTH:
        walk.beside.setdefault(path, None)
        return members(walk, place, path)
    walk.beside[path], place = DECODER.raw_decode(text, place)
    return place


def separator(text: str, place: int, end: str) -> int:
    """The place behind a comma, or of the end."""
    place = after_space(text, place)
    if text[place] == ",":
        return after_space(text, place + 1)
    if text[place] != end:
        raise json.JSONDecodeError("a comma is missing", text, place)
    return place


def after_space(text: str, place: int) -> int:
    found = SPACE.match(text, place)
    return found.end() if found else place
