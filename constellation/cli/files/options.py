"""Which area of a pack an option of a form means."""

from functools import cache

from rapidfuzz import fuzz

from constellation.intake.content.text import same
from constellation.packs.areas import Area, spellings
from constellation.packs.pack import Pack

NEAR = 90  # of 100: the same words in another order, or a slip of the pen
ASIDE = (" e g ", " eg ", " such as ", " for example ", " incl ", " including ")


def area_of_option(option: str, pack: Pack) -> Area | None:
    """The area whose key, name or other names an option has, however it is spelled; None where none comes near.

    >>> from constellation.packs import load
    >>> area_of_option("Grant-Writing", load("umass")).key, area_of_option("Parking", load("umass")) is None
    ('skills', True)
    """
    words = bare(option)
    best, closest = None, 0.0
    for area, spelling in spelled(pack.areas):
        alike = 100.0 if words == spelling else fuzz.token_sort_ratio(words, spelling)
        if alike > closest:
            best, closest = area, alike
    return best if closest >= NEAR else None


def bare(option: str) -> str:
    """An option without what it says aside."""
    words = f" {same(option.replace('&', ' and ').split('(')[0])} "
    for aside in ASIDE:
        words = words.split(aside)[0]
    return words.strip()


@cache
def spelled(areas: tuple[Area, ...]) -> list[tuple[Area, str]]:
    return [(area, bare(text)) for area in areas for text in spellings(area)]
