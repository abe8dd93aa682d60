"""The names of a frame's people: given, middle, family, preferred, from whatever columns hold them."""

import re
from collections.abc import Sequence

from constellation.intake.content.blanks import is_placeholder
from constellation.intake.content.names import Name, read_name
from constellation.intake.content.text import lost_letters
from constellation.intake.mapping.headers import order_of_names
from constellation.intake.people.cells import Cleaning
from constellation.intake.reading import INFO, WARNING, Column, named
from constellation.words import say

PARTS = ("given", "middle", "family", "preferred")
EXTRA = ("suffix", "honorific", "status")
NOBODY = Name()

SUSPECT = re.compile(
    r"[^\w .'’-]|(?:vacan|hired|open|test|tb[adhn]|new|staff|position|user|nobody|dummy|pending|faculty|guest|tba)",
    re.I,
)
NOBODY_WORDS = frozenset(
    [
        "vacant",
        "vacancy",
        "vacated",
        "hired",
        "open",
        "test",
        "tbd",
        "tba",
        "tbh",
        "tbn",
        "new",
        "staff",
        "position",
        "user",
        "nobody",
        "dummy",
        "sample",
        "pending",
        "faculty",
        "guest",
        "unknown",
        "none",
        "null",
    ]
)
LAST_LATIN = "\u024f"  # names in other scripts are looked at as a whole

Columns = dict[str, list[str]]


def names_of(cleaning: Cleaning, by_field: dict[str, Column], emails: Sequence[str]) -> Columns:
    """Columns given, middle, family, preferred, and suffix, honorific, status where any name holds them."""
    texts = {
        field: cleaning.text(column)
        for field, column in by_field.items()
        if field in (*PARTS, "name", "native_name", "honorific")
    }
    rows = len(cleaning.frame)
    blank = [""] * rows
    if "family" in texts and "given" in texts:
        names, column = from_parts(texts, rows), by_field["family"]
        if "name" in texts:
            whole = from_whole(texts["name"], blank, emails or blank, "")
            names = [part if part.given or part.family else other for part, other in zip(names, whole, strict=True)]
    elif "name" not in texts and not {"family", "given"} & texts.keys() and "native_name" in texts:
        names, column = from_whole(texts["native_name"], blank, emails or blank, ""), by_field["native_name"]
    elif "name" in texts:
        order = "family first" if order_of_names(by_field["name"].header)[:1] == ("family",) else ""
        names = from_whole(texts["name"], texts.get("family", blank), emails or blank, order)
        column = by_field["name"]
    else:
        names, column = from_one_part(texts, by_field, emails or blank, blank)
    tell_doubts(cleaning, column, names, texts.get(column.field, blank))
    return in_columns(names, texts)


def from_one_part(
    texts: Columns, by_field: dict[str, Column], emails: Sequence[str], blank: list[str]
) -> tuple[list[Name], Column]:
    """Names of a file with a column of family or of first names alone; whole names where most cells hold two words."""
    part = "family" if "family" in texts else "given"
    cells = texts.get(part, blank)
    column = by_field.get(part) or next(iter(by_field.values()))
    filled = [cell for cell in cells if cell]
    if sum(" " in cell or "," in cell for cell in filled) > len(filled) / 2:
        return from_whole(cells, blank, emails, ""), column
    if part == "family":
        return [Name(family=cell) if cell else NOBODY for cell in cells], column
    middles = texts.get("middle", blank)
    return [
        Name(given=cell, middle=middle) if cell else NOBODY for cell, middle in zip(cells, middles, strict=True)
    ], column


def from_parts(texts: Columns, rows: int) -> list[Name]:
    """Names told apart by the file itself; only capitals and particles are judged."""
    middle = texts.get("middle", [""] * rows)
    memo: dict[tuple[str, str, str], Name] = {}
    for key in zip(texts["given"], middle, texts["family"], strict=True):
        if key not in memo:
            memo[key] = from_three(*key)
    return [memo[key] for key in zip(texts["given"], middle, texts["family"], strict=True)]


def from_three(given: str, middle: str, family: str) -> Name:
    if not (given or family):
        return NOBODY
    suspect = not (given and family) or is_suspect(given) or is_suspect(family)
    if suspect and is_placeholder(f"{given} {family}".strip()):
        return NOBODY
    if not given.isupper() and not family.isupper() and "(" not in given:
        return Name(given, middle, family)
    read = read_name(f"{family}, {given} {middle}".strip() if given else family)
    if read.family and (read.given or not given):
        kept_middle = middle if middle and not middle.isupper() else (read.middle or middle)
        return Name(
            read.given,
            kept_middle,
            read.family,
            read.preferred,
            read.suffix,
            "",
            read.doubts if any("capital" in one.sentence for one in read.doubts) else (),
            read.note,
        )
    return Name(given, middle, family)


def is_suspect(text: str) -> bool:
    """Whether a name needs a closer look; the rest of names costs none."""
    if text.isalpha() and text[0] <= LAST_LATIN:
        return text.lower() in NOBODY_WORDS
    return SUSPECT.search(text) is not None or text[:1] > LAST_LATIN


def from_whole(texts: Sequence[str], families: Sequence[str], emails: Sequence[str], order: str) -> list[Name]:
    """Names in one cell; an e-mail address of the same row helps to tell given from family names."""
    memo: dict[tuple[str, str, str], Name] = {}
    names: list[Name] = []
    for key in zip(texts, families, emails, strict=True):
        if key not in memo:
            text, family, email = key
            nobody = not text or (is_suspect(text) and is_placeholder(text))
            memo[key] = (
                NOBODY if nobody else read_name(text, email=email, family=family, order="" if "," in text else order)
            )
        names.append(memo[key])
    return names


def tell_doubts(cleaning: Cleaning, column: Column, names: Sequence[Name], found: Sequence[str]) -> None:
    header = named(column)
    for number, name, text in zip(cleaning.frame.numbers, names, found, strict=True):
        if name.doubts and not lost_letters(text):
            severity = INFO if name.is_mild else WARNING
            split = " | ".join(part for part in (name.given, name.middle, name.family) if part)
            done = say("read as {name}: {doubt}", name=split, doubt=name.doubt)
            mend = say("tell given and family names in two columns, if this is not right")
            cleaning.log.add(cleaning.frame, number, header, text, done, mend, severity)


def in_columns(names: Sequence[Name], texts: Columns) -> Columns:
    found: Columns = {
        "given": [name.given for name in names],
        "middle": [name.middle for name in names],
        "family": [name.family for name in names],
        "preferred": [name.preferred for name in names],
    }
    if "preferred" in texts:
        found["preferred"] = [told or read for told, read in zip(texts["preferred"], found["preferred"], strict=True)]
    if "middle" in texts and "given" not in texts:
        found["middle"] = [told or read for told, read in zip(texts["middle"], found["middle"], strict=True)]
    for column, values in (
        ("suffix", [n.suffix for n in names]),
        ("honorific", [n.honorific for n in names]),
        ("status", [n.note for n in names]),
    ):
        if any(values):
            found[column] = values
    if "honorific" in texts:
        found["honorific"] = texts["honorific"]
    if "native_name" in texts:
        found["native_name"] = ["" if is_placeholder(text) else text for text in texts["native_name"]]
    return found
