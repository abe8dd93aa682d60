"""Which column of a file means what."""

from collections.abc import Sequence

# what personnel offices and forms call our columns; letters and digits alone are compared, capitals are not
SYNONYMS = {
    "person_id": ("id", "person", "employee_id", "roster_id", "mentee_id"),
    "partner_id": ("partner", "mentor_id"),
    "name": ("full_name",),
    "department": ("dept", "unit"),
    "college": ("dept_group", "school"),
    "title": ("job_title",),
    "percent": ("share", "fte"),
    "stage": ("career_stage",),
    "interests": ("interest",),
    "area": ("need", "offer", "topic_area"),
    "areas": ("area",),
    "weight": ("priority",),
    "level": ("proficiency",),
    "topics": ("topic",),
}


def meanings(header: Sequence[str], columns: Sequence[str]) -> list[str | None]:
    """What each cell of a header means among `columns`, None where nothing.

    >>> meanings(["Employee ID", "Dept.", "Parking"], ["person_id", "department"])
    ['person_id', 'department', None]
    """
    known = {compared(word): column for column in columns for word in SYNONYMS.get(column, ())}
    known |= {compared(column): column for column in columns}
    return [known.get(compared(cell)) for cell in header]


def compared(word: str) -> str:
    return "".join(sign for sign in word.casefold() if sign.isalnum())
