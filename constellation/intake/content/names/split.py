"""Which words of a name are the family name: by order, particles, capitals, patronymics."""

import re
from typing import NamedTuple

from constellation.intake.content.names.casing import are_initials_together, is_capitals, is_east_asian_pair, is_initial
from constellation.intake.content.names.nicknames import is_given_name
from constellation.intake.content.names.tables import (
    ALSO_GIVEN,
    CONNECTING,
    EAST_ASIAN,
    FIRST_OF_TWO,
    GENERATION,
    GIVEN_AFTER_PARTICLE,
    MAY_BE_MIDDLE,
    NEVER_ALONE,
    PARTICLES,
    SECOND_OF_TWO,
    SPANISH,
    TWO_WORDS,
    USUALLY_GIVEN,
    VIETNAMESE,
)
from constellation.intake.content.text import same
from constellation.intake.unsaid import Unsaid
from constellation.words import mark

PATRONYMIC = re.compile(
    r"\w{2,}(?:ович|евич|йович|овна|евна|івна|ївна|ична|инична)|Ильич|Кузьмич|Лукич|Фомич|\w{2,}(?:ovich|evich|yevich|ovna|evna|yevna|ivna|ichna|inichna)"
)
SLAVIC_FAMILY = re.compile(r"\w{2,}(?:ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|ская|цкий|цкая|енко|ук|юк|чук|ян)")
CYRILLIC = re.compile("[\u0400-\u052f]")


SURE = ("",)
Doubts = tuple[Unsaid, ...]
A_SINGLE_WORD = (Unsaid(mark("a single word: it may be a given name")),)
MAY_BE_MIDDLE_NAME = mark("“{word}” may be a middle name")
MAY_BE_GIVEN = mark("“{word}” may be a given name")
MAY_BELONG_TO_FAMILY = mark("“{word}” may belong to the family name")


class Reading(NamedTuple):
    """One way to split a name; `middle` only where the split itself tells it, SURE where a small word there is no doubt."""

    given: list[str]
    family: list[str]
    doubts: Doubts = ()
    middle: tuple[str, ...] = ()


def usual_reading(words: list[str], order: str, small: bool) -> Reading:
    if not small and order != "given first" and (reading := in_capitals(words)):
        return reading
    if order == "family first":
        return family_first(words, small)
    if order != "given first":
        for rule in (behind_initials, with_patronymic, korean):
            if reading := rule(words):
                return reading
    usual = family_last(words, small)
    if order or usual.doubts:
        return usual
    return usual._replace(doubts=doubt_about_order(words, len(usual.given), small))


def in_capitals(words: list[str]) -> Reading | None:
    """ACHTERBERG Mary Ann, Mary Ann ACHTERBERG: the family name is what stands in capitals at one end."""
    if not any(letter.islower() for word in words for letter in word.replace("ß", "")):
        return None
    first, last = run_of_capitals(words), run_of_capitals(words[::-1])
    if 0 < last < len(words) and words[-last - 1] in ("Ó", "Ò"):  # Tariq Ó SÚILLEABHÁIN
        last += 1
    if first and are_initials_together(words[0]) and first == 1:
        first = 0
    if last and last < len(words):
        start, doubts = small_particle_before(words, len(words) - last)
        both_ends = (Unsaid(mark("capitals stand at both ends")),)
        return Reading(words[:start], words[start:], both_ends if first else doubts)
    if first and first < len(words):
        clear = len(words[0]) > 2 or first > 1 or same(words[0]) in EAST_ASIAN
        doubts = () if clear else (Unsaid.of(mark("“{word}” may be initials"), word=words[0]),)
        return Reading(words[first:], words[:first], doubts)
    return None


def small_particle_before(words: list[str], start: int) -> tuple[int, Doubts]:
    """Charles de GAULLE; but in Anna van DE WIT the family name has its own particle."""
    if words[start].lower() in PARTICLES or not (
        start > 1 and words[start - 1].islower() and words[start - 1].lower() in PARTICLES
    ):
        return start, ()
    doubts = (Unsaid.of(MAY_BE_MIDDLE_NAME, word=words[start - 1]),)
    while start > 1 and words[start - 1].islower() and words[start - 1].lower() in PARTICLES:
        start -= 1
    return start, doubts


def run_of_capitals(words: list[str]) -> int:
    """How many words from the first on are in capitals; single letters such as Ó and Y only between or before them."""
    count = 0
    for ahead, word in enumerate(words, 1):
        if is_capitals(word):
            count = ahead
        elif not (word in ("Ó", "Ò", "Y", "E", "I", "O'", "D'") or (word.islower() and word in PARTICLES)):
            break
    return count


def behind_initials(words: list[str]) -> Reading | None:
    """Achterberg W. J.; Tran Robert J: initials at the end follow a given name or stand for it."""
    if not is_initial(words[-1]) or is_initial(words[0]) or words[-1] in CONNECTING:
        return None
    if is_letter_as_family_name(words):
        return Reading(words[:1], words[1:], (Unsaid.of(mark("“{word}” may be an initial"), word=words[1]),))
    start = len(words) - 1
    while start > 1 and is_initial(words[start - 1]):
        start -= 1
    count = 1
    while count < start and words[count - 1].lower() in PARTICLES:
        count += 1
    sentence = mark("“{name}” was taken as the family name: initials end the text")
    return Reading(words[count:], words[:count], (Unsaid.of(sentence, name=" ".join(words[:count])),))


def is_letter_as_family_name(words: list[str]) -> bool:
    """Grace O, where O is written like a name of one letter: a vowel without a full stop, or behind a known given name."""
    if len(words) != 2 or len(words[1]) != 1:
        return False
    return words[1] in "AEIOUÓY" or is_given_name(words[0])


def with_patronymic(words: list[str]) -> Reading | None:
    """Иванов Иван Иванович, Иван Иванович Иванов."""
    if len(words) == 3:
        if PATRONYMIC.fullmatch(words[1]):
            return Reading(words[:1], words[2:], middle=(words[1],))
        if PATRONYMIC.fullmatch(words[2]):
            return Reading([words[1]], words[:1], middle=(words[2],))
    if (
        len(words) == 2
        and CYRILLIC.search(words[0])
        and has_family_ending(words[0])
        and not has_family_ending(words[1])
    ):
        sentence = mark("“{name}” was taken as the family name by its ending")
        return Reading(words[1:], words[:1], (Unsaid.of(sentence, name=words[0]),))
    return None


def has_family_ending(word: str) -> bool:
    return SLAVIC_FAMILY.fullmatch(word) is not None


def korean(words: list[str]) -> Reading | None:
    """Park Min-jun: a family name of East Asia before a hyphenated given name."""
    if len(words) != 2 or words[0].lower() not in EAST_ASIAN:
        return None
    parts = words[1].partition("-")
    if not parts[1] or not parts[2].islower() or not is_east_asian_pair([part.lower() for part in parts]):
        return None
    sentence = mark("“{name}” was taken as the family name, as is usual in Korea and China")
    return Reading(words[1:], words[:1], (Unsaid.of(sentence, name=words[0]),))


def family_first(words: list[str], small: bool) -> Reading:
    count = 1
    while count < len(words) - 1 and is_particle(words, count - 1, small):
        count += 1
    return Reading(words[count:], words[:count])


def family_last(words: list[str], small: bool) -> Reading:
    """The last word with the particles before it; two of them where that is the custom."""
    last = len(words) - 1
    if stands_alone(words, small):
        return Reading([], words, (Unsaid(mark("no given name stands before the family name")),))
    start, doubts = with_particles(words, last, small)
    if start == last:
        start, doubts = with_second_family_name(words, small)
    return Reading(words[:start], words[start:], doubts)


def stands_alone(words: list[str], small: bool) -> bool:
    """van der Berg, St. John: but Del Nagy and li zhang have a given name that looks like a particle."""
    if not all(word.lower() in PARTICLES for word in words[:-1]):
        return False
    if len(words) > 2 and small:
        return True
    return words[0].lower() not in ALSO_GIVEN or (words[0].islower() and not small)


def with_particles(words: list[str], start: int, small: bool) -> tuple[int, Doubts]:
    doubts: Doubts = ()
    if words[start].lower() in GENERATION and start >= 2:
        start -= 1
    while start >= 2:
        if is_particle(words, start - 1, small):
            if start < len(words) - 1 and words[start].lower() == words[start - 1].lower():
                return start, (Unsaid.of(MAY_BELONG_TO_FAMILY, word=words[start - 1]),)
            if words[start].lower() in PARTICLES or starts_with_particle(words[start]):
                doubts = doubt_about_two(words, start)
            elif not doubts and start == len(words) - 1:
                doubts = doubt_about_one(words[start - 1])
            start -= 1
            if words[start].lower() in USUALLY_GIVEN and not small and not words[start].islower():
                doubts = (Unsaid.of(MAY_BE_GIVEN, word=words[start]),)
        elif start >= 3 and words[start - 1] in CONNECTING:
            start -= 2
        else:
            break
    return start, doubts


def doubt_about_two(words: list[str], start: int) -> Doubts:
    """van St. John, van al-Haddad: two particles that do not go together as van der do."""
    outer, inner = words[start - 1], words[start]
    if outer.lower() in FIRST_OF_TWO and inner.lower() in SECOND_OF_TWO:
        return ()
    return (Unsaid.of(MAY_BE_MIDDLE_NAME, word=outer),)


def doubt_about_one(particle: str) -> Doubts:
    return (Unsaid.of(MAY_BE_MIDDLE_NAME, mild=True, word=particle),) if particle in MAY_BE_MIDDLE else ()


def starts_with_particle(word: str) -> bool:
    return word.lower().startswith(("al-", "el-", "o'", "o’", "d'"))


def is_particle(words: list[str], position: int, small: bool) -> bool:
    """Whether the word goes with the one that follows it."""
    word = words[position]
    low = word.lower()
    if low not in PARTICLES:
        return False
    if low in NEVER_ALONE and (small or not word.islower()):
        follows = words[position + 1]
        if low == "do":
            return same(follows) in SPANISH and follows.lower() not in EAST_ASIAN
        return position + 2 < len(words) and low in FIRST_OF_TWO and follows.lower() in SECOND_OF_TWO
    if low in ALSO_GIVEN and (small or not word.islower()):
        return same(words[-1]) not in EAST_ASIAN and not (low == "van" and same(words[0]) in VIETNAMESE)
    return True


def with_second_family_name(words: list[str], small: bool) -> tuple[int, Doubts]:
    """María García López, Ana de Souza Lima."""
    last = len(words) - 1
    if last < 2 or is_initial(words[last - 1]):
        return last, ()
    before = last - 1
    if before >= 2 and is_particle(words, before - 1, small) and words[before].lower() not in GIVEN_AFTER_PARTICLE:
        start, _ = with_particles(words, before, small)
        return start, (Unsaid.of(MAY_BE_GIVEN, word=words[before]),)
    names = same(words[before]), same(words[last])
    if SPANISH.issuperset(names) or names in TWO_WORDS:
        return before, (Unsaid.of(MAY_BE_GIVEN, word=words[before]),)
    return last, ()


def doubt_about_order(words: list[str], start: int, small: bool) -> Doubts:
    """Why the family name may stand first."""
    if any(is_initial(word) for word in words[:start]):
        return ()
    first, last = same(words[0]), same(words[-1])
    if first in EAST_ASIAN and (small or last not in EAST_ASIAN) and len(words) - start == 1:
        return (Unsaid.of(mark("“{word}” may be the family name, written first"), word=words[0]),)
    in_capitals = Unsaid(mark("in capitals without a comma: the family name may stand first"))
    return (in_capitals,) if small and words[0].isupper() else ()
