"""Whom somebody would rather not meet.  Nothing of it is ever thrown away, or written into a log."""

import re

from constellation.intake.people.nobody import PLACEHOLDER, REFUSAL, ROLE, names_nobody
from constellation.words import say

_APART = re.compile(r"\s*[;|\n、；]\s*|\s+(?:and|und|et)\s+|\s*&\s*|\s*/\s*")
_COMMA = re.compile(r"\s*,\s*")
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|esq)\.?", re.I)


def read_avoid(text: str) -> list[str]:
    """Each name or sentence as it was written; none for a blank and for "none", "N/A" and the like.

    "Wang, Mei" is one name, "Mei Wang, Ana Le" are two.  A sentence and a role ("my chair") stay whole:
    `avoid_doubt` says what the office has to ask.

    >>> read_avoid("Mei Wang, Prof al-Haddad"), read_avoid("Wang, Mei"), read_avoid("N/A")
    (['Mei Wang', 'Prof al-Haddad'], ['Wang, Mei'], [])
    >>> read_avoid("I'd rather not say here, call me")
    ["I'd rather not say here, call me"]
    """
    plain = " ".join(text.split()) if "\n" not in text else text.strip()
    kind = names_nobody(plain)
    if kind == PLACEHOLDER:
        return []
    if kind == REFUSAL or _is_a_sentence(plain):
        return [plain]
    return [name for part in _APART.split(plain) for name in _by_comma(part) if names_nobody(name) != PLACEHOLDER]


def avoid_doubt(text: str) -> str:
    """What the office has to ask, without a word of the answer; blank where names were given, or nobody.

    >>> avoid_doubt("my chair"), avoid_doubt("call me"), avoid_doubt("Mei Wang")
    ('an answer names a role: ask who is meant', 'an answer asks for a talk: ask in person', '')
    """
    named = read_avoid(text)
    kinds = {names_nobody(name) for name in named}
    if REFUSAL in kinds:
        return say("an answer asks for a talk: ask in person")
    if ROLE in kinds:
        return say("an answer names a role: ask who is meant")
    if any(_is_a_sentence(name) for name in named):
        return say("an answer is a sentence: read it and ask who is meant")
    two_words = any(len(words) == 2 and words[0].endswith(",") for words in map(str.split, named))
    return say("an answer may name one person or two: ask who is meant") if two_words else ""


def _is_a_sentence(text: str) -> bool:
    """More words than names have, most of them small."""
    words = text.split()
    return len(words) > 4 and 2 * sum(word[:1].islower() for word in words) > len(words)


def _by_comma(part: str) -> list[str]:
    """Names between commas; "Wang, Mei" and "Wang, Mei J." are one."""
    names = [name for name in _COMMA.split(part) if name]
    if len(names) < 2:
        return names
    if _SUFFIX.fullmatch(names[1]):
        return [", ".join(names[:2]), *_by_comma(", ".join(names[2:]))]
    several = [len(name.split()) > 1 for name in names]
    if all(several[: len(names)]) or len(names) % 2 or (several[0] and not _has_particle(names[0])):
        return names
    return [", ".join(names[place : place + 2]) for place in range(0, len(names), 2)]


def _has_particle(name: str) -> bool:
    """Whether it starts small or with a short word, as "van der Berg" and "De la Cruz" do."""
    first = name.split()[0]
    return first[:1].islower() or len(first) < 4
