"""People as vCards, versions 2.1 to 4.0, through the vobject library, one card at a time."""

import re
from collections.abc import Iterator
from typing import Any

import vobject  # type: ignore[import-untyped]

from constellation.intake.formats.limits import LIMITS, Limits
from constellation.intake.formats.records import Records
from constellation.intake.formats.text import Remark
from constellation.intake.reading import ERROR
from constellation.intake.tables import RawTable, Unreadable

BEGIN = re.compile(r"[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*$", re.IGNORECASE)
END = re.compile(r"[ \t]*END[ \t]*:[ \t]*VCARD[ \t]*$", re.IGNORECASE)
# as the card has it → the columns
PLAIN = ("fn", "title", "role", "email", "nickname", "uid", "tel", "gender", "url", "note", "x-orcid", "categories")
NAME_PARTS = ("family", "given", "additional", "prefix", "suffix")
REMARKS_AT_MOST = 50
LONGEST_CARD = 2_000_000


def vcard_table(text: str, name: str, remarks: list[Remark], limits: Limits = LIMITS) -> RawTable:
    """A row for each card, numbered by the line of its BEGIN; a bad card is a remark, the others are read.

    >>> card = "BEGIN:VCARD\\nVERSION:3.0\\nN:Wang;Ana;M.;;\\nFN:Ana Wang\\nORG:University;History\\nEND:VCARD\\n"
    >>> list(vcard_table(card, "a.vcf", []).rows)[0]
    (0, ['n.family', 'n.given', 'n.additional', 'fn', 'org.name', 'org.unit'])
    """
    records, bad = Records(name, limits), 0
    for line, card in cards(text):
        pairs = parsed(card)
        if pairs:
            records.add(line, pairs)
            continue
        bad += 1
        if bad <= REMARKS_AT_MOST:
            remarks.append((line, "a card that cannot be read", "set aside", "export this card again", ERROR))
    if bad > REMARKS_AT_MOST:
        remarks.append((0, f"{bad - REMARKS_AT_MOST:,} more cards", "set aside", "export the file again", ERROR))
    if not records.rows:
        raise Unreadable(f"{name} has no card that can be read; export it again")
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
        if ends and depth <= 0 and kept:
            yield start, "\n".join(kept)
            kept, depth = [], 0
    if kept:
        yield start, "\n".join(kept)


def parsed(card: str) -> list[tuple[str, str]]:
    """The named texts of a card; none for one that cannot be read."""
    if len(card) > LONGEST_CARD or not END.match(card.rsplit("\n", 1)[-1]):
        return []
    try:
        return list(pairs_of(vobject.readOne(card, allowQP=True)))
    except Exception:  # the library raises whatever it comes across
        return []


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
    """The organisation and its units, as far as they are named."""
    for content in card.contents.get("org", []):
        parts = content.value if isinstance(content.value, list) else str(content.value).split(";")
        units = [joined(part) for part in parts]
        yield from zip(("org.name", "org.unit", "org.subunit"), [unit for unit in units[:3] if unit], strict=False)


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
