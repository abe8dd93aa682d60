"""Reading one name: quickly where it is plain, with every rule where it is not."""

import re

from constellation.intake.content.names.address import natural
from constellation.intake.content.names.casing import (
    all_lower,
    are_initials_together,
    doubt_about_capitals,
    first_up,
    is_capitals,
    is_initial,
    recase,
    recase_word,
)
from constellation.intake.content.names.evidence import CUT, agrees, letters, own_part, support
from constellation.intake.content.names.middle import given_and_middle, is_stray_particle
from constellation.intake.content.names.name import Name
from constellation.intake.content.names.quick import read_quickly
from constellation.intake.content.names.scripts import EAST_ASIAN, honorific_behind, in_other_script
from constellation.intake.content.names.split import SURE, Doubts, Reading
from constellation.intake.content.names.tables import NOT_NAMES, PARTICLES
from constellation.intake.content.names.trappings import LATIN, OTHER_SCRIPT, Bare, take_off
from constellation.intake.unsaid import Unsaid
from constellation.words import mark

TWO_PEOPLE = re.compile(r"\w\s*[&;+]\s*\w|\w\s*/\s*\w{2}|\w\s+(?:and|(?<!von )(?<!zu )und|et|y/o)\s+\w")
LONGEST = 200
WRITTEN_SMALL = mark("written without capitals")


def read_name(text: str, *, email: str = "", family: str = "", order: str = "") -> Name:
    """The parts of a name in any usual form: First Middle Last; Last, First Middle; Mary LAST; LAST Mary.

    `email`: the person's address, which often holds the family name and so decides between two readings.
    `family`: the family name if another column holds it; the rest is given and middle then.
    `order`: "given first" or "family first" where the whole column is known to be so; a comma always puts the family
    name first.  Every letter of the text is in a field of the answer; never raises.

    >>> name = read_name("Mary Ann Q. R. Achterberg")
    >>> name.given, name.middle, name.family, name.doubt
    ('Mary Ann', 'Q. R.', 'Achterberg', '')
    >>> name = read_name("Margaret van O'Connor (Peggy)", email="moconnor25@univ.example")
    >>> name.given, name.middle, name.family, name.preferred
    ('Margaret', 'van', "O'Connor", 'Peggy')
    >>> read_name("Margaret van O'Connor").family, read_name("VAN DER BERG Gréta").family
    ("van O'Connor", 'van der Berg')
    """
    if order != "family first" and (quick := read_quickly(text, email, family)):
        return quick
    return read_carefully(text, email, family, order)


def read_carefully(text: str, email: str, family: str, order: str) -> Name:
    bare = take_off(text[:LONGEST])
    if len(text) > LONGEST:
        bare.notes.append(text[LONGEST:])
    own = own_part(email)
    if not family and not any(letter.isalpha() for part in bare.parts for word in part for letter in word):
        bare.notes += [" ".join(part) for part in bare.parts]
        return finished(bare, Reading([], [], (Unsaid(mark("no name stands here")),)), small=False)
    if family:
        return with_known_family(bare, family)
    small = tells_nothing_by_case([word for part in bare.parts for word in part])
    together = ", ".join(" ".join(part) for part in bare.parts)
    if TWO_PEOPLE.search(together):
        return finished(bare, Reading([], [together], (Unsaid(mark("two people may stand here")),)), small=False)
    set_job_aside(bare)
    set_other_script_aside(bare)
    reading = behind_comma(bare, own) if len(bare.parts) > 1 else without_comma(bare, own, order, small)
    return finished(bare, reading, small=small)


def tells_nothing_by_case(words: list[str]) -> bool:
    """Whether a name is in capitals only, or in small letters only."""
    names = [word for word in words if not is_initial(word)]
    return bool(names) and (all(is_capitals(word) or word.isupper() for word in names) or all_lower(words))


def set_other_script_aside(bare: Bare) -> None:
    """Mei Wang 王梅: the name in a second script is a note."""
    words = [word for part in bare.parts for word in part]
    if sum(bool(LATIN.search(word)) for word in words) < 2 or not any(OTHER_SCRIPT.search(word) for word in words):
        return
    aside = [word for word in words if OTHER_SCRIPT.search(word) and not LATIN.search(word)]
    if aside:
        bare.notes.append(" ".join(aside))
        bare.parts = [kept for part in bare.parts if (kept := [word for word in part if word not in aside])]


def without_comma(bare: Bare, own: str, order: str, small: bool) -> Reading:
    words = bare.parts[0]
    if EAST_ASIAN.search("".join(words)):
        words, title = honorific_behind(words)
        bare.honorific += [title] if title else []
    return in_other_script(words, order) or natural(words, own, order, small)


def set_job_aside(bare: Bare) -> None:
    """Jane Doe, Director of Studies: behind the comma stands no name."""
    if len(bare.parts[0]) > 1 and len(bare.parts) > 1 and any(word.lower() in NOT_NAMES for word in bare.parts[1]):
        bare.notes.append(", ".join(" ".join(part) for part in bare.parts[1:]))
        del bare.parts[1:]


def behind_comma(bare: Bare, own: str) -> Reading:
    """Last, First Middle: the e-mail address may give a particle at the end to the family name."""
    family, given = bare.parts[0], bare.parts[1]
    bare.notes += [" ".join(part) for part in bare.parts[2:]]
    doubts = (Unsaid(mark("more than one comma")),) if len(bare.parts) > 2 else ()
    if own and support(given, family, own) < CUT:
        for start in range(len(given) - 1, 0, -1):
            if given[start].lower() in PARTICLES and support(given[:start], [*given[start:], *family], own) >= CUT:
                return Reading(given[:start], [*given[start:], *family], doubts)
        if support(family, given, own) >= CUT:
            doubts = doubts or (Unsaid(mark("by the e-mail address the family name may stand behind the comma")),)
    elif own:
        return Reading(given, family, doubts, SURE)
    return Reading(given, family, doubts)


def with_known_family(bare: Bare, family: str) -> Name:
    """What is left beside a family name that another column holds."""
    known = take_off(family)
    bare.suffix += [word for word in known.suffix if word not in bare.suffix]
    bare.notes += [note for note in known.notes if note not in bare.notes]
    name = [word for part in known.parts for word in part]
    if len(bare.parts) > 1 and alike(bare.parts[0], name):
        bare.notes += [" ".join(part) for part in bare.parts[2:]]
        given = bare.parts[1]
    else:
        given = without(bare.parts, name)
    family_words, doubts = family_as_written(name, tells_nothing_by_case(name))
    return put_together(bare, Reading(given, family_words, doubts, SURE), tells_nothing_by_case(given))


def without(parts: list[list[str]], family: list[str]) -> list[str]:
    """The words that are not the family name, which stands at one end or not at all."""
    words = [word for part in parts for word in part]
    for count in range(min(len(words) - 1, len(family) + 2), 0, -1):
        if alike(words[-count:], family):
            return words[:-count]
        if alike(words[:count], family):
            return words[count:]
    return [] if alike(words, family) else words


def alike(words: list[str], family: list[str]) -> bool:
    one, other = "".join(letters(words)), "".join(letters(family))
    return bool(one) and (agrees(one, other) or agrees(other, one))


def finished(bare: Bare, reading: Reading, *, small: bool) -> Name:
    """The name with its capitals as people write them."""
    family, hidden = family_as_written(reading.family, small)
    low = small and all_lower([*reading.given, *reading.middle, *reading.family])
    written_small = (Unsaid(WRITTEN_SMALL),) if low else ()
    return put_together(bare, reading._replace(family=family, doubts=reading.doubts + written_small + hidden), small)


def family_as_written(family: list[str], small: bool) -> tuple[list[str], Doubts]:
    """A family name in capitals, or where case tells nothing, as people write it, and what that leaves open."""
    if not (small or (any(map(is_capitals, family)) and all(map(may_be_capitals, family)))):
        return family, ()
    family = recase(family)
    return family, doubt_about_capitals(family)


def may_be_capitals(word: str) -> bool:
    return is_capitals(word) or len(word) == 1 or not word.isalpha() or word.lower() in PARTICLES


def put_together(bare: Bare, reading: Reading, small: bool) -> Name:
    """The parts as text, middle names told from given ones, and every doubt."""
    if any(reading.middle):
        given, middle, why = reading.given, list(reading.middle), Doubts()
    else:
        given, middle, why = given_and_middle(reading.given, small, reading.middle == SURE)
    if small and given:
        given = with_first_word(given)
    given, middle, preferred = (recased(words, small) for words in (given, middle, bare.preferred))
    number = any(letter.isdigit() for word in (*given, *middle, *reading.family) for letter in word)
    return Name(
        " ".join(given),
        " ".join(middle),
        " ".join(reading.family),
        " ".join(preferred),
        " ".join(bare.suffix),
        " ".join(bare.honorific),
        (*reading.doubts, *why, *([Unsaid(mark("a number stands in the name"))] if number else ())),
        "; ".join(bare.notes),
    )


def recased(words: list[str], small: bool) -> list[str]:
    """Given names as people write them: those in capitals, and all where case tells nothing."""
    if small:
        return [
            word if is_stray_particle(word, small) and not word.isupper() else recase_given(word, not place)
            for place, word in enumerate(words)
        ]
    return [recase_given(word) if is_capitals(word) and not are_initials_together(word) else word for word in words]


def with_first_word(given: list[str]) -> list[str]:
    """La Toya, Abd al-Rahman: what opens a name is written large, though it looks like a particle."""
    first, *rest = given
    if first.lower() in PARTICLES and (rest or first.islower()):
        first = first_up(first.lower())
    return [first, *rest]


def recase_given(word: str, first: bool = True) -> str:
    return recase_word(word, given=True, first=first)
