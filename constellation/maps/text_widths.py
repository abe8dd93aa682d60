"""How wide a text will be, never less than it is: a table of letters for what we write in, bounds for the rest.

The tables hold the greatest width from 11 to 44 pixels of our own fonts (Inter 4.001 at 400 and 600, Source Serif 4.004
at 600) and of a wide substitute (DejaVu), in hundredths of the letter's size, from the blank to the tilde.
"""

import unicodedata
from functools import lru_cache

REGULAR = (
    32, 41, 47, 84, 65, 99, 78, 30, 39, 39, 51, 84, 32, 46, 32, 37, 64, 64, 64, 64, 65, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 54, 100, 72, 69, 74, 77, 64, 60, 78, 76, 30, 58, 68, 57, 91, 76, 79,
    64, 79, 70, 65, 65, 75, 71, 101, 69, 68, 69, 39, 37, 39, 84, 50, 50, 62, 64, 58, 64, 62, 37, 64,
    64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 56, 64, 34, 64, 84,
)  # fmt: skip
BOLD = (
    35, 46, 53, 84, 70, 101, 88, 33, 46, 46, 54, 84, 38, 47, 38, 38, 70, 70, 70, 70, 70, 70, 70, 70,
    70, 70, 40, 40, 84, 84, 84, 58, 100, 78, 77, 74, 83, 69, 69, 83, 84, 38, 58, 78, 64, 100, 84, 85,
    74, 85, 77, 73, 71, 82, 78, 111, 78, 73, 73, 46, 38, 46, 84, 50, 50, 68, 72, 60, 72, 68, 41, 72,
    72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37, 72, 84,
)  # fmt: skip
SERIF = (
    35, 44, 53, 84, 70, 95, 91, 31, 48, 48, 53, 84, 35, 42, 35, 37, 70, 70, 70, 70, 70, 70, 70, 70,
    70, 70, 37, 37, 84, 84, 84, 59, 100, 78, 85, 80, 87, 77, 71, 86, 95, 47, 48, 87, 71, 111, 92, 88,
    76, 88, 84, 73, 75, 88, 78, 113, 78, 72, 73, 48, 37, 48, 84, 53, 50, 65, 70, 61, 70, 64, 42, 70,
    73, 38, 37, 70, 38, 106, 73, 67, 70, 70, 53, 57, 47, 73, 59, 87, 60, 60, 57, 65, 37, 65, 84,
)  # fmt: skip
TABLES = {"regular": REGULAR, "bold": BOLD, "serif": SERIF}
ASCENT, DESCENT = 0.97, 0.25  # of the taller of both fonts; the serif one: 1.04 and 0.34
WIDE_ARABIC = "سشصضﷺﷻ"
KERNING = 1.01  # pairs that stand apart
ELLIPSIS = "…"


@lru_cache(maxsize=20000)
def width(text: str, size: float, face: str = "regular") -> float:
    """An upper bound of the width of one line; `face`: regular, bold or serif.

    >>> width("Near peer", 10), width("Near peer", 10, "bold"), width("", 10)
    (50.9, 56.86, 0.0)
    """
    table = TABLES[face]
    return round(sum(hundredths(letter, table) for letter in text) * size / 100 * KERNING, 2)


def hundredths(letter: str, table: tuple[int, ...]) -> int:
    code = ord(letter)
    if 32 <= code < 127:
        return table[code - 32]
    return foreign(letter, table)


@lru_cache(maxsize=4000)
def foreign(letter: str, table: tuple[int, ...]) -> int:
    """A bound for letters outside ASCII: as wide as what they are made of, or as the widest of their script."""
    taken_apart = unicodedata.normalize("NFKD", letter)
    if taken_apart != letter and not 0xAC00 <= ord(letter) < 0xD7B0:
        return max(hundredths(part, table) for part in taken_apart) if len(taken_apart) < 3 and unicodedata.combining(
            taken_apart[-1]
        ) else sum(hundredths(part, table) for part in taken_apart)  # fmt: skip
    kind = unicodedata.category(letter)
    code = ord(letter)
    if kind in ("Cf", "Mn", "Me"):
        return 0 if kind == "Cf" or code < 0x700 or 0xFE00 <= code < 0xFE10 else 70
    if code >= 0x1F000 or kind in ("So", "Sk"):
        return 145
    if unicodedata.east_asian_width(letter) in "WF":
        return 105
    return widest_of_script(letter, code, kind)


def widest_of_script(letter: str, code: int, kind: str) -> int:
    if 0x590 <= code < 0x600:
        return 80
    if 0x600 <= code < 0x780:
        return 140 if letter in WIDE_ARABIC else 108
    if code < 0x250 or 0x370 <= code < 0x530:
        return 130 if kind == "Lu" else 112
    if 0x2010 <= code < 0x2030:
        return 104
    return 145


def clusters(text: str) -> list[str]:
    """What must stay together when a text is cut: letters with their accents, joined or coloured emoji, flags.

    >>> [len(part) for part in clusters("e\\u0301a")], [len(part) for part in clusters("👩‍🔬!")]
    ([2, 1], [3, 1])
    """
    parts: list[str] = []
    for letter in text:
        if parts and (belongs(letter) or parts[-1].endswith("\u200d") or closes_flag(parts[-1], letter)):
            parts[-1] += letter
        else:
            parts.append(letter)
    return parts


def belongs(letter: str) -> bool:
    return letter == "\u200d" or 0x1F3FB <= ord(letter) <= 0x1F3FF or unicodedata.category(letter) in ("Mn", "Mc", "Me")


def closes_flag(before: str, letter: str) -> bool:
    return len(before) == 1 and all(0x1F1E6 <= ord(sign) <= 0x1F1FF for sign in before + letter)


@lru_cache(maxsize=8000)
def shortened(text: str, room: float, size: float, face: str = "regular") -> str:
    """The text, or as much of its beginning as fits into the room with an ellipsis; "" where not even that fits.

    >>> shortened("Near peer", 60, 10), shortened("Near peer", 40, 10), shortened("Near peer", 5, 10)
    ('Near peer', 'Near…', '')
    """
    if width(text, size, face) <= room:
        return text
    room -= width(ELLIPSIS, size, face)
    kept, used = 0, 0.0
    parts = clusters(text[:400])
    for part in parts:
        used += width(part, size, face)
        if used > room:
            break
        kept += 1
    return "".join(parts[:kept]).rstrip(" ,;:-–·") + ELLIPSIS if kept else ""


@lru_cache(maxsize=8000)
def wrapped(text: str, room: float, size: float, face: str = "regular", lines: int = 2) -> tuple[str, ...]:
    """The text in at most so many lines, broken between words where possible, the last one shortened.

    >>> wrapped("Senior colleague", 60, 10, lines=2), wrapped("", 60, 10)
    (('Senior', 'colleague'), ())
    """
    rest = text
    told: list[str] = []
    while rest and len(told) < lines - 1:
        head = first_line(rest, room, size, face)
        told.append(head)
        rest = rest[len(head) :].strip()
    if rest:
        told.append(shortened(rest, room, size, face))
    return tuple(line for line in told if line)


def first_line(text: str, room: float, size: float, face: str) -> str:
    """As many words as fit, broken at blanks and hyphens; of a single word too long, as many letters."""
    if width(text, size, face) <= room:
        return text
    line = ""
    for end in (place for place, letter in enumerate(text[:200]) if letter in " -" and place):
        longer = text[:end] if text[end] == " " else text[: end + 1]
        if width(longer, size, face) > room:
            break
        line = longer
    if line:
        return line
    for part in clusters(text.split(" ")[0]):
        if width(line + part, size, face) > room and line:
            break
        line += part
    return line
