"""What an e-mail address tells about a name: initial and family name, or given and family name, are in it."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from constellation.intake.content.names.tables import ONE_LETTER
from constellation.intake.content.text import same

AT_THE_END = re.compile(r"[\d_.-]+$")
SEPARATOR = re.compile(r"[._+]+")
BETWEEN = re.compile(r"[._+-]+")
A_LETTER = "\u01c3"  # one that no name has
UMLAUT = re.compile("[äöüåøÄÖÜÅØ]")
SHORTEST_CUT = 6
TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
NOTHING, FAMILY_ONLY, CUT, WHOLE = range(4)


def own_part(email: str) -> str:
    """The letters of an address before the @, digits at the end left out.

    >>> own_part("MOConnor25@univ.example"), own_part("maria.garcia-lopez2@univ.example")
    ('moconnor', 'maria.garcia-lopez')
    """
    return AT_THE_END.sub("", email.partition("@")[0].strip().lower())


def letters(words: Sequence[str]) -> list[str]:
    """The words as an address writes them; a lost letter stays ?."""
    return [bare for word in words if (bare := folded(word))]


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    if "?" in word or "\ufffd" in word:
        return same(word.replace("?", A_LETTER).replace("\ufffd", A_LETTER)).replace(" ", "").replace(A_LETTER, "?")
    return same(word).replace(" ", "")


def support(given: Sequence[str], family: Sequence[str], own: str) -> int:
    """How well an address supports a split: 3 whole, 2 cut short (gvanderb), 1 the family name only, 0 not at all.

    >>> support(["Margaret"], ["O'Connor"], "moconnor"), support(["Gréta"], ["van", "der", "Berg"], "gvanderb")
    (3, 2)
    >>> support(["Margaret"], ["van", "O'Connor"], "moconnor"), support(["Ana"], ["Xu"], "xu")
    (0, 1)
    """
    best = support_as_written(given, family, own)
    if best < CUT and UMLAUT.search(" ".join((*given, *family))):
        return max(best, support_as_written(with_two_letters(given), with_two_letters(family), own))
    return best


def with_two_letters(words: Sequence[str]) -> list[str]:
    """Müller as an address may spell it: mueller."""
    return [unicodedata.normalize("NFC", word).lower().translate(TWO_LETTERS) for word in words]


def support_as_written(given: Sequence[str], family: Sequence[str], own: str) -> int:
    if (
        len(family) > 1
        and family[0].lower() in ONE_LETTER
        and (bare := support_as_written(given, family[1:], own)) >= CUT
    ):
        return bare  # Ó Briain as tbriain
    first, last = letters(given), "".join(letters(family))
    joined = BETWEEN.sub("", own)
    if not last or not joined:
        return NOTHING
    if first:
        short = "".join([word[0] for word in first])
        begun = (short[0] + last, short + last, first[0] + last)
        if any_agrees(begun, joined) or any_agrees(rarer_patterns(first, short, last), joined):
            return WHOLE
        if len(joined) >= SHORTEST_CUT and any_agrees([pattern[: len(joined)] for pattern in begun], joined):
            return CUT
    if is_behind_separator(last, own):
        return CUT
    return FAMILY_ONLY if agrees(last, joined) else NOTHING


def is_behind_separator(last: str, own: str) -> bool:
    """Whether the address ends with the family name, whatever given name it begins with: elizabeth.quintero for Liz."""
    pieces = SEPARATOR.split(own)
    return len(pieces) == 2 and agrees(last, pieces[1].replace("-", ""))


def rarer_patterns(first: list[str], short: str, last: str) -> tuple[str, ...]:
    given = "".join(first)
    return (
        given + last,
        first[0] + short[1:] + last,
        first[0] + last[0],
        last + short,
        last + short[0],
        last + first[0],
        last + given,
    )


def any_agrees(patterns: Sequence[str], text: str) -> bool:
    return text in patterns or any("?" in pattern and agrees(pattern, text) for pattern in patterns)


def agrees(pattern: str, text: str) -> bool:
    """Whether two words are equal, where ? in the first stands for any letter."""
    if "?" not in pattern:
        return pattern == text
    return len(pattern) == len(text) and all(a in ("?", b) for a, b in zip(pattern, text, strict=True))
