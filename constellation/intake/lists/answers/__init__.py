"""Answers of a web form: options, capacity, formats, free times, the people to avoid."""

from constellation.intake.lists.answers.availability import read_availability
from constellation.intake.lists.answers.avoid import avoid_doubt, read_avoid
from constellation.intake.lists.answers.capacity import capacity_doubt, read_capacity
from constellation.intake.lists.answers.formats import read_formats
from constellation.intake.lists.answers.options import split_options

__all__ = [
    "split_options",
    "read_capacity",
    "capacity_doubt",
    "read_formats",
    "read_availability",
    "read_avoid",
    "avoid_doubt",
]
