"""Given names told from middle names."""

from itertools import pairwise

from constellation.intake.content.names.casing import is_initial
from constellation.intake.content.names.split import MILD, PATRONYMIC
from constellation.intake.content.names.tables import DOUBLE_GIVEN, NEVER_ALONE, PARTICLES
from constellation.intake.content.text import same


def given_and_middle(words: list[str], small: bool, sure: bool) -> tuple[list[str], list[str], str]:
    """Initials behind a given name, patronymics and stray particles are middle; two full words stay together."""
    if len(words) < 2:
        return words, [], ""
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
            return words[:1], words[1:], ""
    given, middle = words[:cut], words[cut:]
    if small:
        middle = [PARTICLES[word.lower()] if is_stray_particle(word, small) else word for word in middle]
    stray = next((word for word in middle if is_stray_particle(word, small)), "")
    return given, middle, f"“{stray}” may belong to the family name" if stray and not sure else doubt_about_given(given)


def is_stray_particle(word: str, small: bool) -> bool:
    low = word.lower()
    return low in PARTICLES and (low not in NEVER_ALONE if small else word.islower())


def doubt_about_given(given: list[str]) -> str:
    full = [word for word in given if not is_initial(word)]
    if len(full) < len(given):
        return (
            f"{MILD} “{given[0]}” stands before “{full[0]}”, which of them is used is not told"
            if full and is_initial(given[0])
            else ""
        )
    if len(full) < 2 or any(f"{same(one)} {same(two)}" in DOUBLE_GIVEN for one, two in pairwise(full[-2:])):
        return ""
    return f"{MILD} “{full[-1]}” may be a middle name"
