"""Whether a cell holds the name of a person, for columns without a header."""

import re

from constellation.intake.content.blanks import is_placeholder
from constellation.intake.content.names.casing import is_initial
from constellation.intake.content.names.scripts import EAST_ASIAN
from constellation.intake.content.names.tables import CONNECTING, NOT_NAMES, PARTICLES
from constellation.intake.content.names.trappings import take_off

WORD = re.compile(r"[^\W\d_?][^\W\d_]*(?:['’ʼ?\ufffd.-]+[^\W\d_]*)*|[?\ufffd][^\W\d_]+")
IMPOSSIBLE = re.compile(r"[@\d:;=<>|\\%$#_+]|/|&|\n")
MOST_WORDS, LONGEST = 7, 80


def looks_like_name(text: str) -> bool:
    """Whether the text reads like a whole name: two words or more, or letters of East Asia, and none of an office.

    >>> [looks_like_name(text) for text in ("Mary Ann Achterberg", "van der Berg, Gréta", "王梅", "LEE Åsa", "Dr. A. Singh")]
    [True, True, True, True, True]
    >>> [looks_like_name(text) for text in ("Animal Science", "Associate Professor", "AP3", "VACANT", "ana@x.edu", "Lee")]
    [False, False, False, False, False, False]
    """
    if not text or len(text) > LONGEST or IMPOSSIBLE.search(text) or is_placeholder(text):
        return False
    parts = take_off(text).parts
    words = [word for part in parts for word in part]
    if len(parts) > 2 or len(words) > MOST_WORDS or not all(map(WORD.fullmatch, words)):
        return False
    if words and all(map(EAST_ASIAN.search, words)):
        return 2 <= len("".join(words)) <= 8
    return len(words) > 1 and not any(map(is_of_an_office, words)) and all(map(fits_a_name, words))


def is_of_an_office(word: str) -> bool:
    return not NOT_NAMES.isdisjoint((bare := word.lower().strip("."), *bare.split("-")))


def fits_a_name(word: str) -> bool:
    return (
        not word[0].islower()
        or word.lower() in PARTICLES
        or word in CONNECTING
        or is_initial(word)
        or word[:3].lower() in ("al-", "el-", "d'a")
    )
