"""What a table is a list of: people, last year's pairings, conflicts, somebody's ties."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from constellation.intake.mapping.headers import compared
from constellation.intake.reading import Column

if TYPE_CHECKING:  # the layout asks for the words of lists, so that this module cannot ask for it in turn
    from constellation.intake.layout.body import Frame

PEOPLE, PAIRINGS, CONFLICTS, TIES, CALENDAR, UNKNOWN = "people", "pairings", "conflicts", "ties", "calendar", "unknown"
HELPED = ("mentee", "protege", "protegee", "mentoree", "menteename", "telemaque", "mentorado")
HELPER = ("mentor", "partner", "coach", "adviser", "advisor", "match", "matchedwith", "buddy", "tutor")
ENDS = (
    ("from", "to"),
    ("source", "target"),
    ("ego", "alter"),
    ("personid", "partnerid"),
    ("person1", "person2"),
    ("persona", "personb"),
)
AGAINST = ("reason", "conflict", "until", "type", "conflicttype", "grund", "motif", "raison")
IDENTIFYING = ("name", "family", "given", "email", "employee_id", "person_key", "orcid", "native_name")
OF_SOMEBODY = r"s?\d*(?:(?:full|first|last)?names?|e?mail|id|netid|department|dept)?"
HELPED_WORD = re.compile(f"(?:{'|'.join(HELPED)}){OF_SOMEBODY}")
HELPER_WORD = re.compile(f"(?:{'|'.join(HELPER)}){OF_SOMEBODY}")
LONGEST_WORD = 60  # a longer cell is a sentence
NETWORK = ("networkcanvasegouuid", "networkcanvasuuid")


def kind_of_table(frame: "Frame", columns: Sequence[Column]) -> str:
    """The kind of a table, `unknown` where nothing in it names a person."""
    words = [compared(name) for name in frame.header.names if name]
    if any(word in NETWORK for word in words) and not any(word.startswith("session") for word in words):
        return TIES
    if any(word.startswith(HELPED) for word in words) and any(word.startswith(HELPER) for word in words):
        return PAIRINGS
    for one, other in ENDS:
        if one in words and other in words:
            return CONFLICTS if any(word in AGAINST for word in words) else TIES
    if any(column.field in IDENTIFYING for column in columns):
        return PEOPLE
    return UNKNOWN


def words_of_a_list(cells: Sequence[str]) -> set[str]:
    """The words of a row, as `compared`, that are the header of a list of pairs; none where the row names no two ends.

    >>> sorted(words_of_a_list(["Person A", "Person B", "Reason"])), words_of_a_list(["Source", "Banner"])
    (['persona', 'personb', 'reason'], set())
    """
    words = {compared(cell) for cell in cells if 0 < len(cell) <= LONGEST_WORD}
    helped, helper = set(filter(HELPED_WORD.fullmatch, words)), set(filter(HELPER_WORD.fullmatch, words))
    found = helped | helper if helped and helper else set()
    for one, other in ENDS:
        if one in words and other in words:
            found |= {one, other}
    return found | words.intersection(AGAINST) if found else found
