"""Given names told from middle names."""

from itertools import pairwise

from constellation.intake.content.names.casing import is_initial
from constellation.intake.content.names.split import MAY_BE_MIDDLE_NAME, MAY_BELONG_TO_FAMILY, PATRONYMIC, Doubts
from constellation.intake.content.names.tables import DOUBLE_GIVEN, NEVER_ALONE, PARTICLES
from constellation.intake.content.text import same
from constellation.intake.unsaid import Unsaid
from constellation.words import mark


def given_and_middle(words: list[str], small: bool, sure: bool) -> tuple[list[str], list[str], Doubts]:
    """Initials behind a given name, patronymics and stray particles are middle; two full words stay together."""
    if len(words) < 2:
        return words, [], ()
    cut = len(words)
    first_full = next((position for position, word in enumerate(words) if not is_initial(word)), 0)
    for position in range(first_full + 1, len(words)):
        if is_initial(words[position]):
            cut = position
            break
    if cut == len(words):
        while cut > 1 and is_stray_particle(words[cut - 1], small):
            cut -= 1
        if cut == len(words) == 2 and PATRONYMIC.fullmatch(words[1]):
            return words[:1], words[1:], ()
    given, middle = words[:cut], words[cut:]
    if small:
        middle = [PARTICLES[word.lower()] if is_stray_particle(word, small) else word for word in middle]
    stray = next((word for word in middle if is_stray_particle(word, small)), "")
    if stray and not sure:
        return given, middle, (Unsaid.of(MAY_BELONG_TO_FAMILY, word=stray),)
    return given, middle, doubt_about_given(given)


def is_stray_particle(word: str, small: bool) -> bool:
    low = word.lower()
    return low in PARTICLES and (low not in NEVER_ALONE if small else word.islower())


def doubt_about_given(given: list[str]) -> Doubts:
    full = [word for word in given if not is_initial(word)]
    if len(full) < len(given):
        sentence = mark("“{initial}” stands before “{name}”, which of them is used is not told")
        open_ = full and is_initial(given[0])
        return (Unsaid.of(sentence, mild=True, initial=given[0], name=full[0]),) if open_ else ()
    if len(full) < 2 or any(f"{same(one)} {same(two)}" in DOUBLE_GIVEN for one, two in pairwise(full[-2:])):
        return ()
    return (Unsaid.of(MAY_BE_MIDDLE_NAME, mild=True, word=full[-1]),)
