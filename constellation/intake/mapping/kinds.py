"""What a table is a list of: people, last year's pairings, conflicts, somebody's ties."""

from collections.abc import Sequence

from constellation.intake.layout.body import Frame
from constellation.intake.mapping.headers import compared
from constellation.intake.reading import Column

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
NETWORK = ("networkcanvasegouuid", "networkcanvasuuid")


def kind_of_table(frame: Frame, columns: Sequence[Column]) -> str:
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
