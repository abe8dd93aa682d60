"""The computational heart: arrays in, frozen dataclasses out; no clock, no files, no hidden chance.

This list is the table of contents.
"""

from constellation.engine.certificate import Columns, Design, Fair, Sample
from constellation.engine.design import design
from constellation.engine.problem import BadProblem, Pairs, Population, Problem, Rows, Rules

__all__ = [
    "BadProblem",
    "Columns",
    "Design",
    "Fair",
    "Pairs",
    "Population",
    "Problem",
    "Rows",
    "Rules",
    "Sample",
    "design",
]
