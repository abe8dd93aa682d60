"""The privacy gate: a count, a mean or a network figure leaves only through here.

This list is the table of contents.
"""

from constellation.engine.privacy.figure import Figure, count, figure, mean_of
from constellation.engine.privacy.log import EMPTY, Entry, Past, ReleaseLog
from constellation.engine.privacy.merged import merged
from constellation.engine.privacy.release import Release, release
from constellation.engine.privacy.released import Released
from constellation.engine.privacy.table import Table
from constellation.engine.privacy.why import COMPLEMENTARY, RELEASED_BEFORE, SMALL, UNANIMOUS, ZERO_COMPLEMENT

__all__ = [
    "Table",
    "merged",
    "release",
    "Release",
    "Released",
    "figure",
    "mean_of",
    "count",
    "Figure",
    "SMALL",
    "UNANIMOUS",
    "ZERO_COMPLEMENT",
    "RELEASED_BEFORE",
    "COMPLEMENTARY",
    "ReleaseLog",
    "EMPTY",
    "Entry",
    "Past",
]
