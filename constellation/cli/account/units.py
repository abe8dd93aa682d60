"""What units are called, so that one name always means one unit."""

from constellation.cli.files import Inputs
from constellation.words import mark, say

NO_UNIT = mark("department not given")
EVERYWHERE = mark("the program")


def department_names(inputs: Inputs) -> list[str]:
    """Department by person; one name in several colleges or campuses is told apart."""
    roster = inputs.roster
    places: dict[str, set[tuple[str, str]]] = {}
    for name, college, campus in zip(roster.department, roster.college, roster.campus, strict=True):
        places.setdefault(name, set()).add((college, campus))
    told = []
    for name, college, campus in zip(roster.department, roster.college, roster.campus, strict=True):
        where = ", ".join(filter(None, (college, campus)))
        told.append(f"{name} ({where})" if name and len(places[name]) > 1 and where else name or say(NO_UNIT))
    return told


def unit_of(inputs: Inputs, person: int) -> str:
    """Where a mend is looked for: the college, told apart by campus where one name stands on several."""
    roster = inputs.roster
    parts = [text for text in (roster.college[person], roster.campus[person]) if text]
    return ", ".join(parts) or say(EVERYWHERE)
