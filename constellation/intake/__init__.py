"""Any roster-like file becomes clean rows, with a log of what was done, questions, likely duplicates and counts."""

from constellation.intake.mapping.remembered import ENDING, Remembered, load_remembered, mapping_text
from constellation.intake.read import Progress, read, read_bytes, unsure
from constellation.intake.reading import (
    FIELDS,
    Column,
    Counts,
    Duplicate,
    Entry,
    Reading,
    Rows,
    Source,
    TableMapping,
)
from constellation.intake.tables import Cancelled, Unreadable

__all__ = [
    "read", "read_bytes", "unsure", "load_remembered", "mapping_text",
    "Reading", "Rows", "Entry", "Source", "TableMapping", "Column", "Duplicate", "Counts", "Progress", "Remembered",
    "Cancelled", "Unreadable", "FIELDS", "ENDING",
]  # fmt: skip
