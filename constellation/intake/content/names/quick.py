"""Names of plain words that have one reading only, read quickly: most of any roster."""

import re

from constellation.intake.content.names.casing import doubt_about_capitals, recase
from constellation.intake.content.names.evidence import SHORTEST_CUT, folded, own_part
from constellation.intake.content.names.middle import doubt_about_given
from constellation.intake.content.names.name import Name
from constellation.intake.content.names.tables import (
    EAST_ASIAN,
    HONORIFICS,
    MAY_BE_MIDDLE,
    NOT_NAMES,
    PARTICLES,
    SPANISH,
    STATUS,
    SUFFIXES,
    SUFFIXES_BEHIND_COMMA,
    TWO_WORDS,
)

LETTERS = [chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isalpha()]
UPPER = f"[{''.join(filter(str.isupper, LETTERS))}]"
WORD = f"{UPPER}[{''.join(filter(str.islower, LETTERS))}]+"
GIVEN = rf"({WORD}(?:-{WORD})?(?: {WORD})?)"
INITIALS = rf"((?: (?![ÓÒ] ){UPPER}\.?)*)"
SMALL = "(?:(?:van (?:de[nr]?|het|'t)|von der|von|van|de l[ao]s?|de|del|dos|das|da|du|ter|ten|zu) )?"
FAMILY = rf"(?:[OD]'|Mc)?{WORD}(?:-{WORD})?"
PLAIN = re.compile(rf"{GIVEN}{INITIALS} ({SMALL}{WORD}(?:-{WORD})?|{FAMILY})")
PLAIN_COMMA = re.compile(rf"({SMALL}{FAMILY}), ?{GIVEN}{INITIALS}")
PLAIN_FAMILY = re.compile(f"{SMALL}{FAMILY}")
PLAIN_GIVEN = re.compile(rf"{GIVEN}{INITIALS}")
# words that the quick reading leaves to the careful one
WITH_OTHER_MEANINGS = frozenset((*PARTICLES, *HONORIFICS, *SUFFIXES, *SUFFIXES_BEHIND_COMMA, *STATUS, *NOT_NAMES))
NOT_PLAIN_COMMA = frozenset(word.capitalize() for word in WITH_OTHER_MEANINGS)
NOT_PLAIN = NOT_PLAIN_COMMA | frozenset(
    word.capitalize() for word in (*SPANISH, *EAST_ASIAN, *(first for first, _ in TWO_WORDS))
)
CAPITALS = f"{UPPER}{{3,}}"
LAST_IN_CAPITALS = re.compile(rf"{GIVEN}{INITIALS} ({CAPITALS}(?:-{CAPITALS})?)")
FIRST_IN_CAPITALS = re.compile(rf"({CAPITALS}(?:-{CAPITALS})?) {GIVEN}{INITIALS}")
ALL_IN_CAPITALS = re.compile(rf"({CAPITALS}(?:-{CAPITALS})?), ?({CAPITALS}(?: {CAPITALS})?){INITIALS}")
LATIN_PATRONYMICS = ("ovich", "evich", "ovna", "evna", "ivna", "ichna")


def read_quickly(text: str, email: str, family: str) -> Name | None:
    """The name, None for one that has to be read with care.

    >>> read_quickly("Achterberg, Mary Ann Q. R.", "", "").middle, read_quickly("ACHTERBERG William", "", "").family
    ('Q. R.', 'Achterberg')
    >>> read_quickly("Margaret van O'Connor", "", ""), read_quickly("Wang Mei", "", "")
    (None, None)
    """
    if family:
        return read_beside(text, family)
    return read_plain(text, email) or read_capitals(text, email)


def read_capitals(text: str, email: str) -> Name | None:
    """A plain name whose family name, or all of it, is in capitals."""
    if found := ALL_IN_CAPITALS.fullmatch(text):
        family, given, middle = found.groups()
        given = " ".join(recase(given.split(), given=True))
    elif found := LAST_IN_CAPITALS.fullmatch(text):
        given, middle, family = found.groups()
    elif found := FIRST_IN_CAPITALS.fullmatch(text):
        family, given, middle = found.groups()
    else:
        return None
    family = recase([family])[0]
    if not NOT_PLAIN_COMMA.isdisjoint((*given.split(), family)) or any(map(str.isupper, given.split())):
        return None
    if (
        doubt_about_capitals([family])
        or given.endswith(LATIN_PATRONYMICS)
        or (email and not fits_plainly(given, family, email))
    ):
        return None
    return plain_name(given, middle, family)


def read_plain(text: str, email: str) -> Name | None:
    """A name of plain words that has one reading only; None for any other."""
    if "," in text:
        found = PLAIN_COMMA.fullmatch(text)
        if not found or not NOT_PLAIN_COMMA.isdisjoint(text.replace(",", " ").split()):
            return None
        family, given, middle = found.groups()
    else:
        found = PLAIN.fullmatch(text)
        if not found or not NOT_PLAIN.isdisjoint(text.split() if text.isascii() else plainly_spelt(text)):
            return None
        given, middle, family = found.groups()
        if email and not fits_plainly(given, family, email):
            return None
        if not email and family.count(" ") == 1 and family.split()[0] in MAY_BE_MIDDLE:
            return None  # doubtful
    return None if given.endswith(LATIN_PATRONYMICS) else plain_name(given, middle, family)


def plain_name(given: str, middle: str, family: str) -> Name:
    return Name(given, middle.strip(), family, doubts=doubt_about_given(given.split()) if " " in given else ())


def plainly_spelt(text: str) -> list[str]:
    """Its words, and those with a capital without accents too."""
    words = text.split()
    return [*words, *(folded(word).capitalize() for word in words if not word.isascii())]


def read_beside(text: str, family: str) -> Name | None:
    """A plain name whose family name another column holds in the same spelling."""
    if text.endswith(f" {family}"):
        rest = text[: -len(family) - 1]
    elif text.startswith(f"{family},"):
        rest = text[len(family) + 1 :].lstrip(" ")
    else:
        rest = text
    found = PLAIN_GIVEN.fullmatch(rest)
    if not found or not NOT_PLAIN_COMMA.isdisjoint(rest.split()) or rest.endswith(LATIN_PATRONYMICS):
        return None
    if family in rest.split() or not PLAIN_FAMILY.fullmatch(family):
        return None
    return plain_name(found[1], found[2], family)


def fits_plainly(given: str, family: str, email: str) -> bool:
    """Whether an address is initial and family name, the usual way."""
    own, begun = own_part(email), given[0] + family
    begun = begun.lower().replace("'", "").replace("-", "").replace(" ", "") if begun.isascii() else folded(begun)
    return own == begun or (len(own) > SHORTEST_CUT and begun.startswith(own))
