"""Departments and colleges: one spelling for each in a file, cut names said, what may be the same only proposed."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from constellation.intake.content.unit_words import (
    LONGEST_NAME,
    core_of,
    key_of,
    likely_same,
    names_of_two_parts,
    shouted_name,
    words,
)
from constellation.words import mark, say

CODE = re.compile(
    r"^\s*[A-Z]{0,3}\d{2,8}\s*[-–—:.]\s+|\s*[(\[][A-Z]{0,3}\d{2,8}[)\]]\s*$|^\s*[(\[][A-Z]{0,3}\d{2,8}[)\]]\s*|\s+[-–—]\s*\d{3,8}\s*$"
)
HIERARCHY = re.compile(r"\s+(?:Superior(?:y)? )?(?:Hierarchy|Sup(?:ervisory)? Org(?:ani[sz]ation)?)\s*$", re.IGNORECASE)
SPLIT = re.compile(r"[\n\r;|]+")
CUT = re.compile(r"(?:\.{1,3}|…|~|-)$")
ACRONYM = 4  # letters that a lone shouted word may have in a file that is not shouted

SAME = mark("the same name but for capitals, marks or the word department")
FULL_NAME = mark("cut; the only name in this file that begins so")
FIRST_WORD = mark("one abbreviated word; the only name in this file that begins so")
CUT_MANY = mark("cut; {names} begin so: kept as it is, ask which one")
CUT_NONE = mark("cut; no full name in this file begins so: its end is lost")
WORD_MANY = mark("only the first word of {names}: kept as it is, ask which one")
SHOUTED = mark("written in capitals")
LISTED = 4  # names shown in a sentence
SURE, CUT_SCORE, WORD_SCORE, LOST_SCORE = 1.0, 0.95, 0.85, 0.4

Unit = tuple[str, str, float]
Alike = tuple[str, str, float, str]


@dataclass
class Groups:
    """Spellings that are one name: key → spellings; `cut`: spellings that end in a mark of a cut."""

    spellings: dict[str, list[str]] = field(default_factory=dict)
    cut: dict[str, str] = field(default_factory=dict)


def canonical_units(names: Iterable[str], counts: Mapping[str, int]) -> tuple[dict[str, Unit], list[Alike]]:
    """For each spelling the name, the reason, the score 0–1; then the pairs of names that may be one unit.

    Spellings that differ in capitals, marks, `&` and the word department become one; a cut name becomes the only name
    that begins so.  A score below 1 with an unchanged name means a doubt.  `counts`: how often each spelling stands in
    the file.

    >>> units, alike = canonical_units(["Dept of Statistics", "STATISTICS", "Statistics", "Comp Sci", "Computer Science"], {})
    >>> units["STATISTICS"][0], alike[0][:2]
    ('Statistics', ('Comp Sci', 'Computer Science'))
    """
    spellings = list(dict.fromkeys(names))
    groups = grouped(spellings)
    in_capitals = mostly_capitals(spellings)
    chosen = {key: best(found, counts, in_capitals) for key, found in groups.spellings.items()}
    units = {
        name: (chosen[key], reason_of(name, chosen[key]), SURE)
        for key, found in groups.spellings.items()
        for name in found
    }
    begins = Beginnings(chosen)
    width = width_of_cut(groups.cut.values())
    for name, core in groups.cut.items():
        units[name] = uncut(name, core, begins, width, in_capitals)
    for key, name in chosen.items():
        if (said := first_word(key, name, begins)) is not None:
            units.update(dict.fromkeys(groups.spellings[key], said))
    kept = sorted({name for name, _, _ in units.values()})
    return {name: units[name] for name in spellings}, likely_same(kept)


def grouped(spellings: Iterable[str]) -> Groups:
    """Spellings by what they have in common; those with a dot at the end stand apart unless the name is there too."""
    groups = Groups()
    for name in spellings:
        core = core_of(without_code(name))
        if CUT.search(core) and len(core) > 2:
            groups.cut[name] = CUT.sub("", core) if not core.endswith("...") else core[:-3]
        else:
            groups.spellings.setdefault(key_of(core) or name, []).append(name)
    for name, core in list(groups.cut.items()):
        if (key := key_of(core)) and key in groups.spellings:
            groups.spellings[key].append(name)
            del groups.cut[name]
    return groups


def best(spellings: list[str], counts: Mapping[str, int], in_capitals: bool) -> str:
    """The name that stands for a group: in mixed letters, without the word department, the most frequent."""
    weights: Counter[str] = Counter()
    for name in spellings:
        weights[core_of(without_code(name))] += counts.get(name, 1)
    for core in list(weights):
        if CUT.sub("", core) in weights:
            weights[CUT.sub("", core)] += weights.pop(core) if CUT.search(core) else 0
    mixed = [core for core in weights if not core.isupper()]
    if mixed:
        return max(mixed, key=lambda core: (not core.islower(), weights[core], core))
    name = max(weights, key=lambda core: (weights[core], core))
    return name if is_acronym(name, in_capitals) else shouted_name(name)


def is_acronym(name: str, in_capitals: bool) -> bool:
    return not in_capitals and len(name) <= ACRONYM and name.isalpha() and name.isascii()


def mostly_capitals(spellings: list[str]) -> bool:
    return sum(name.isupper() for name in spellings) * 2 > len(spellings)


def reason_of(name: str, chosen: str) -> str:
    if name == chosen:
        return ""
    return say(SHOUTED if name.isupper() and key_of(name) == key_of(chosen) else SAME)


class Beginnings:
    """Which names of a file begin with given letters, found without comparing all with all."""

    def __init__(self, chosen: Mapping[str, str]) -> None:
        self.names = sorted((name.casefold(), name) for name in chosen.values())

    def of(self, start: str) -> list[str]:
        """Longer names that begin so, at most `LISTED` and one."""
        start = start.casefold()
        first = bisect_left(self.names, (start, "")) if len(start) > 1 else len(self.names)
        near = islice(self.names, first, first + LISTED + 2)
        return [name for folded, name in near if folded.startswith(start) and folded != start][: LISTED + 1]


def uncut(name: str, core: str, begins: Beginnings, width: int, in_capitals: bool) -> Unit:
    """The full name of one that was cut, or the name without its dot, or the name as it is with what is lost."""
    found = begins.of(core)
    if len(found) == 1:
        return found[0], say(FULL_NAME), CUT_SCORE
    if found:
        return name, say(CUT_MANY, names=listed(found)), LOST_SCORE
    if len(core) == width or not core[-1:].isalpha() or name.endswith(("…", "...", "~", "-")):
        return name, say(CUT_NONE), LOST_SCORE
    full = core_of(without_code(name)) if "." in core else core
    full = shouted_name(full) if full.isupper() and not is_acronym(full, in_capitals) else full
    return full, say(SAME) if full != name else "", SURE


def width_of_cut(cores: Iterable[str]) -> int:
    """Where a program cut names off: as long as the longest of several names with a dot, 0 if only one is that long.

    >>> width_of_cut(["Landscape Ar", "Music & Thea", "Comp. Sci"]), width_of_cut(["Statistics", "History"])
    (12, 0)
    """
    lengths = Counter(len(core) for core in cores)
    longest = max(lengths, default=0)
    return longest if lengths[longest] > 1 else 0


def first_word(key: str, name: str, begins: Beginnings) -> Unit | None:
    """What to make of a name of a single word that begins other names; None for a name that stands on its own."""
    if " " in key or not name.isalpha():
        return None
    found = [other for other in begins.of(name) if not other[len(name)].isalpha()]
    abbreviated = name.casefold() in words()
    if len(found) == 1 and abbreviated and not names_of_two_parts(found[0]):
        return found[0], say(FIRST_WORD), WORD_SCORE
    if len(found) > 1 and abbreviated:
        return name, say(WORD_MANY, names=listed(found)), LOST_SCORE
    return None


def listed(names: list[str]) -> str:
    return ", ".join(names[:LISTED]) + (" …" if len(names) > LISTED else "")


def without_code(name: str) -> str:
    """A unit without its number: `1196 - Horticulture` or `Horticulture (1196)`.

    >>> without_code("1196 - Horticulture"), without_code("Studio 54")
    ('Horticulture', 'Studio 54')
    """
    name = " ".join(name.split())
    return (CODE.sub("", name).strip() or name) if len(name) <= LONGEST_NAME else name


def read_college(text: str) -> str:
    """A college in its official spelling, without the word Hierarchy at its end and without its number.

    >>> read_college("COLLEGE of AGRICULTURE & LIFE SCIENCES Hierarchy"), read_college("1234 - COLLEGE OF DESIGN")
    ('COLLEGE of AGRICULTURE & LIFE SCIENCES', 'COLLEGE OF DESIGN')
    """
    text = " ".join(text.split())
    return without_code(HIERARCHY.sub("", without_code(text))) if len(text) <= LONGEST_NAME else text


def split_units(text: str) -> list[str]:
    """Several units of one cell, apart at line ends, semicolons and bars only.

    >>> split_units("Pl Path & Micro\\nStatistics"), split_units("Elec Eng/Cp Eng")
    (['Pl Path & Micro', 'Statistics'], ['Elec Eng/Cp Eng'])
    """
    return [" ".join(part.split()) for part in SPLIT.split(text) if part.strip()] or [""]
