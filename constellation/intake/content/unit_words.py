"""Names of units word by word: what counts when two are compared, and which two may be one."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain, combinations, islice
from pathlib import Path
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

from constellation.words import say

TABLE = Path(__file__).with_name("units.toml")
ACCENTS = re.compile("[\u0300-\u036f]")
MARKS = re.compile(r"[\W_]+")
APOSTROPHE = re.compile(r"(?<=\w)['’](?=s\b|S\b)")
AFTER_APOSTROPHE = re.compile(r"(?<=[a-z]['’])S\b")
PARTS = re.compile(r"-\w+$")
WRITTEN_OUT, BEGINNING, TYPING = 0.95, 0.85, 0.8
LONGEST_NAME = 200  # a longer text is prose, not a unit
LONG_WORD = 6  # letters a word has at least before one of them counts as mistyped
SHORTEST_BEGINNING = 3
MOST_PAIRS = 200  # proposals for one file
MOST_COMPARED = 20_000  # pairs of names compared; a file with that many has no column of units
FIRST_WORD = 0.7

Alike = tuple[str, str, float, str]


def core_of(name: str) -> str:
    """The name without the word department and without spaces around it.

    >>> core_of("Dept. of  Statistics"), core_of("Statistics Dept."), core_of("Department")
    ('Statistics', 'Statistics', 'Department')
    """
    name = " ".join(name.split())
    if len(name) > LONGEST_NAME:
        return name
    core = after().sub("", before().sub("", name))
    return core if core.strip(" .") else name


def key_of(name: str) -> str:
    """What two spellings of one name have in common: letters and digits of the words that count.

    >>> key_of("Music & Théâtre."), key_of("music and theatre")
    ('music and theatre', 'music and theatre')
    >>> key_of("Economics-Agls") == key_of("Economics-Las")
    False
    """
    text = name.casefold().replace("&", " and ")
    if not text.isascii():
        text = unicodedata.normalize("NFC", ACCENTS.sub("", unicodedata.normalize("NFKD", text)))
    return " ".join(MARKS.sub(" ", APOSTROPHE.sub("", text)).split())


def shouted_name(name: str) -> str:
    """A name in capitals in title case, every word alike.

    >>> shouted_name("PL PATH & MICRO"), shouted_name("WOMEN'S STUDIES"), shouted_name("EEOB-LAS")
    ('Pl Path & Micro', "Women's Studies", 'Eeob-Las')
    """
    return AFTER_APOSTROPHE.sub("s", name.title())


def names_of_two_parts(name: str) -> bool:
    """Whether a name ends in a part after a hyphen, as Economics-Agls: another part may exist."""
    return PARTS.search(name) is not None


def likely_same(names: Sequence[str]) -> list[Alike]:
    """Pairs of names that may be one unit, with score and reason, the likeliest first; nothing is renamed.

    >>> likely_same(["Civil & Env. Engr.", "Civil and Environmental Engineering", "Economics-Agls", "Economics-Las"])
    [('Civil & Env. Engr.', 'Civil and Environmental Engineering', 0.95, 'the same words, some abbreviated')]
    """
    tokens = {name: counting_words(name) for name in names}
    blocks: dict[str, list[str]] = {}
    for name, found in tokens.items():
        blocks.setdefault("".join([word[0] for word in found]), []).append(name)
    pairs = first_words(tokens)
    every = chain.from_iterable(combinations(block, 2) for block in blocks.values())
    for one, other in islice(every, MOST_COMPARED):
        if (judged := compare(tokens[one], tokens[other])) is not None:
            pairs.append((one, other, *judged))
    return sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1]))[:MOST_PAIRS]


def first_words(tokens: Mapping[str, Sequence[str]]) -> list[Alike]:
    """Names of one word that begin one other name only, as World and World Lang/Cult."""
    starts: dict[str, list[str]] = {}
    for name, found in tokens.items():
        if len(found) > 1 and not names_of_two_parts(name):
            starts.setdefault(found[0], []).append(name)
    one_word = ((name, starts.get(found[0], [])) for name, found in tokens.items() if len(found) == 1)
    said = say("the first word of the only name that begins so")
    return [(name, longer[0], FIRST_WORD, said) for name, longer in one_word if len(longer) == 1]


def compare(one: Sequence[str], other: Sequence[str]) -> tuple[float, str] | None:
    """Score and reason of two names with the same initials, None if they are two units."""
    if not one or len(one) != len(other):
        return None
    differ = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if not differ:
        return WRITTEN_OUT, say("the same words, some abbreviated")
    if all(begins(a, b) or begins(b, a) for a, b in differ):
        return BEGINNING, say("the same words, some shortened")
    if len(differ) == 1 and mistyped(*differ[0]):
        return TYPING, say("one word may be mistyped")
    return None


def begins(short: str, long: str) -> bool:
    return len(short) >= SHORTEST_BEGINNING and long.startswith(short)


def mistyped(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= LONG_WORD and DamerauLevenshtein.distance(one, other) == 1


def counting_words(name: str) -> tuple[str, ...]:
    """The words that count, each in one spelling."""
    found = (word for word in key_of(name).split() if word not in small())
    return tuple(expanded for word in found for expanded in words().get(word, word).split())


@cache
def words() -> dict[str, str]:
    """Abbreviation → word."""
    return dict(read_table()["words"])


@cache
def small() -> frozenset[str]:
    return frozenset(read_table()["small"]["words"].split())


@cache
def before() -> re.Pattern[str]:
    return re.compile(rf"^{read_table()['before']}(?=\S)", re.IGNORECASE)


@cache
def after() -> re.Pattern[str]:
    return re.compile(rf"{read_table()['after']}$", re.IGNORECASE)


@cache
def read_table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
