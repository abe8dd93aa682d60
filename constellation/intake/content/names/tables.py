"""The words that tell the parts of a name: particles, honorifics, suffixes, family names; read once."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).parent


def read(name: str) -> dict[str, list[str]]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def lowered(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def undotted(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower().replace(".", "") for word in words)


_particles, _trappings, _surnames = read("particles.toml"), read("trappings.toml"), read("surnames.toml")

# how a particle is written, by its lower case
PARTICLES = {word.lower(): word for word in (*_particles["capital"], *_particles["lower"])}
ALSO_GIVEN = lowered(_particles["also_given"])
USUALLY_GIVEN = lowered(_particles["usually_given"])
NEVER_ALONE = lowered(_particles["never_alone"])
MAY_BE_MIDDLE = lowered(_particles["may_be_middle"])
FIRST_OF_TWO = lowered(_particles["first_of_two"])
SECOND_OF_TWO = lowered(_particles["second_of_two"])
CONNECTING = lowered(_particles["connecting"])
ONE_LETTER = lowered(_particles["one_letter"])
GENERATION = lowered(_particles["generation"])
GIVEN_AFTER_PARTICLE = lowered(_particles["given_after_particle"])
DOUBLE_GIVEN = lowered(_particles["double_given"])
CAPITAL_AFTER = lowered(_particles["capital_after"])
MAC = lowered(_particles["mac"])
ARTICLES = lowered(_particles["articles"])
SHARP_S = tuple(_particles["sharp_s"])
SHORT_NAMES = lowered(_particles["short_names"])

HONORIFICS = lowered(_trappings["honorifics"])
AFTER_HONORIFIC = lowered(_trappings["after_honorific"])
ONLY_IN_COMPANY = lowered(_trappings["only_in_company"])
SUFFIXES = lowered(_trappings["suffixes"])
SUFFIXES_BEHIND_COMMA = lowered(_trappings["suffixes_behind_comma"])
STATUS = frozenset(_trappings["status"])
FORMER = lowered(_trappings["former"])
CALLED = tuple(sorted(_trappings["called"], key=len, reverse=True))
SUBJECTS = lowered(_trappings["subjects"])
NOT_NAMES = lowered(_trappings["not_names"])
BEHIND_EAST_ASIAN = tuple(sorted(_trappings["behind_east_asian"], key=len, reverse=True))

VIETNAMESE = frozenset(_surnames["vietnamese"])
EAST_ASIAN = frozenset(_surnames["east_asian"]) | VIETNAMESE
SPANISH = frozenset(_surnames["spanish"])
TWO_WORDS = frozenset(tuple(name.split()) for name in _surnames["two_words"])
KOREAN_TWO = frozenset(_surnames["korean_two"])
CHINESE_TWO = frozenset(_surnames["chinese_two"])
JAPANESE_TWO = frozenset(_surnames["japanese_two"])
