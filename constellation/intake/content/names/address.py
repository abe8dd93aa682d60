"""Names in natural order, where the e-mail address decides between the usual reading and others."""

from constellation.intake.content.names.casing import is_initial
from constellation.intake.content.names.evidence import CUT, support
from constellation.intake.content.names.split import A_SINGLE_WORD, SURE, Reading, usual_reading
from constellation.intake.content.names.tables import ONE_LETTER, PARTICLES, VIETNAMESE
from constellation.intake.content.text import same


def natural(words: list[str], own: str, order: str, small: bool) -> Reading:
    """The best reading of a name without a comma.

    `own`: the letters of the e-mail address, blank where none is known.  `order`: given first, family first, or blank.
    `small`: capitals tell nothing here, the text has only them or none.
    """
    if len(words) == 1:
        return Reading([], words, A_SINGLE_WORD)
    usual = usual_reading(words, order, small)
    return by_address(words, usual, own, order, small) if own else usual


def by_address(words: list[str], usual: Reading, own: str, order: str, small: bool) -> Reading:
    """The reading that the e-mail address supports best; the usual one where it tells nothing."""
    value = support([*usual.given, *usual.middle], usual.family, own)
    if value >= CUT:
        turned = usual.doubts and any(
            reading.family[0] == words[0] and support(reading.given, reading.family, own) >= CUT
            for reading in other_readings(words, order)
        )
        return usual if turned else usual._replace(doubts=(), middle=usual.middle or SURE)
    best = usual
    for reading in other_readings(words, order):
        supported = support(reading.given, reading.family, own)
        keeps_order = reading.family[-1] == words[-1]
        if supported > value and (keeps_order or supported >= CUT):
            best, value = reading, supported
    return best._replace(middle=best.middle or SURE) if value >= CUT else best


def other_readings(words: list[str], order: str) -> list[Reading]:
    """Every split with the family name last, then those with it first."""
    readings = [Reading(words[:start], words[start:]) for start in range(len(words) - 1, 0, -1)]
    if order != "given first":
        readings += [Reading(words[count:], words[:count]) for count in range(1, len(words))]
        if len(words) > 2 and same(words[0]) in VIETNAMESE:
            readings.append(Reading(words[-1:], words[:1], middle=tuple(words[1:-1])))
    return [reading for reading in readings if is_whole(reading, len(words))]


def is_whole(reading: Reading, count: int) -> bool:
    """Whether the family name starts and ends with a name, and no Ó was left behind: it is no middle name."""
    if reading.given[-1].lower() in ONE_LETTER:
        return False
    if count == 2 and len(reading.family[0]) == 1:
        return True
    return is_name(reading.family[0]) and is_name(reading.family[-1])


def is_name(word: str) -> bool:
    return not is_initial(word) or word.lower() in PARTICLES
