"""People as vCards, versions 2.1 to 4.0, through the vobject library, one card at a time."""

import re
from collections.abc import Iterator
from typing import Any

import vobject  # type: ignore[import-untyped]

from constellation.intake.formats.limits import LIMITS, Limits
from constellation.intake.formats.records import Records
from constellation.intake.formats.text import Remark
from constellation.intake.reading import ERROR
from constellation.intake.tables import NOT_READ, RawTable, Unreadable
from constellation.words import say

BEGIN = re.compile(r"[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*$", re.IGNORECASE)
END = re.compile(r"[ \t]*END[ \t]*:[ \t]*VCARD[ \t]*$", re.IGNORECASE)
# as the card has it → the columns
PLAIN = ("fn", "title", "role", "email", "nickname", "uid", "tel", "gender", "url", "note", "x-orcid", "categories")
NAME_PARTS = ("family", "given", "additional", "prefix", "suffix")
KNOWN = {"BEGIN", "VERSION", "END", "N", "ORG", *(name.upper() for name in PLAIN)}
# a property: perhaps a group, its name, up to ten parameters
HEAD = re.compile(
    r"[ \t]*(?:[\w-]+\.)?([\w-]+)[ \t]*(?:;[\w-]+(?:=(?:\"[^\"]*\"|[^\";:,]*)(?:,(?:\"[^\"]*\"|[^\";:,]*))*+)?){0,10}+:"
)
LONGEST = 10_000


def vcard_table(text: str, name: str, remarks: list[Remark], limits: Limits = LIMITS) -> RawTable:
    """A row for each card, numbered by the line of its BEGIN; a bad card is a remark, the others are read.

    >>> card = "BEGIN:VCARD\\nVERSION:3.0\\nN:Wang;Ana;M.;;\\nFN:Ana Wang\\nORG:University;History\\nEND:VCARD\\n"
    >>> list(vcard_table(card, "a.vcf", []).rows)[0]
    (0, ['n.family', 'n.given', 'n.additional', 'fn', 'org.name', 'org.unit'])
    """
    records = Records(name, limits)
    for line, card in cards(text):
        pairs = parsed(card)
        if pairs:
            records.add(line, pairs)
        else:  # one for each, they are counted
            remarks.append(
                (line, say("a card that cannot be read"), say(NOT_READ), say("export this card again"), ERROR)
            )
    if not records.rows:
        raise Unreadable(say("{file} has no card that can be read; export it again", file=name))
    return records.table(remarks)


def cards(text: str) -> Iterator[tuple[int, str]]:
    """Each card with its first line; one that never ends, ends where the next begins.

    A card within a card, as an assistant's, belongs to the outer one and is left out.
    """
    kept: list[str] = []
    start, depth = 0, 0
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        begins, ends = BEGIN.match(line) is not None, END.match(line) is not None
        if begins and kept and not kept[-1].upper().rstrip().endswith("AGENT:"):
            yield start, "\n".join(kept)
            kept, depth = [], 0
        if begins and not kept:
            start = number
        depth += begins - ends
        if begins or kept:
            kept.append(line)
        elif ends:
            yield number, line  # its beginning is lost
            depth = 0
        if ends and depth <= 0 and kept:
            yield start, "\n".join(kept)
            kept, depth = [], 0
    if kept:
        yield start, "\n".join(kept)


def parsed(card: str) -> list[tuple[str, str]]:
    """The named texts of a card; none for one that cannot be read."""
    lines = properties(card)
    if not lines or not END.match(lines[-1]):
        return []
    try:
        return list(pairs_of(vobject.readOne("\r\n".join(lines), allowQP=True)))
    except Exception:  # the library raises whatever it comes across
        return []


def properties(card: str) -> list[str]:
    """The lines of a card that matter, each whole.

    The library takes for ever on some lines, so it sees only those that are well formed and not endless.
    """
    return [
        line
        for line in whole_lines(card)
        if len(line) < LONGEST and (head := HEAD.match(line)) and head[1].upper() in KNOWN
    ]


def whole_lines(card: str) -> list[str]:
    """Lines that were folded, by a space or as quoted-printable, put together again."""
    lines: list[list[str]] = []
    soft = False
    for line in card.split("\n"):
        if soft and lines:
            lines[-1][-1] = lines[-1][-1][:-1]
            lines[-1].append(line)
        elif line[:1] in (" ", "\t") and lines and not END.match(line) and not BEGIN.match(line):
            lines[-1].append(line[1:])
        else:
            lines.append([line])
        soft = line.endswith("=") and "QUOTED-PRINTABLE" in lines[-1][0].upper()
    return ["".join(parts) for parts in lines]


def pairs_of(card: Any) -> Iterator[tuple[str, str]]:
    """Name parts, organisation parts and plain values of a card, as far as it has them."""
    for part in NAME_PARTS:
        for content in card.contents.get("n", [])[:1]:
            if (text := joined(getattr(content.value, part, ""))) or part in NAME_PARTS[:3]:
                yield f"n.{part}", text
    for key in PLAIN:
        for content in preferred(card.contents.get(key, [])):
            if text := joined(content.value):
                yield key, text
        if key == "fn":
            yield from organisation(card)


def organisation(card: Any) -> Iterator[tuple[str, str]]:
    """The organisation and its units, as far as they are named: the last is the unit, what is above it the college."""
    for content in card.contents.get("org", []):
        parts = content.value if isinstance(content.value, list) else str(content.value).split(";")
        name, *units = [joined(part) for part in parts] or [""]
        units = [unit for unit in units if unit]
        if name:
            yield "org.name", name
        college, between, last = units[:-1][:1], units[1:-1], units[-1:]
        for column, texts in (("org.college", college), ("org.division", between), ("org.unit", last)):
            yield from ((column, text) for text in texts)


def preferred(contents: list[Any]) -> list[Any]:
    """The values that the card prefers first."""
    return sorted(contents, key=lambda content: "PREF" not in {str(kind).upper() for kind in kinds(content)})


def kinds(content: Any) -> list[str]:
    params = getattr(content, "params", {})
    return [*params.get("TYPE", []), *(key for key in params if key == "PREF")]


def joined(value: Any) -> str:
    """A value as text; lists are several names in a row."""
    if isinstance(value, list | tuple):
        return " ".join(text for item in value if (text := joined(item)))
    return str(value).strip() if value is not None else ""
