"""Introductions: through whom somebody could come to know somebody.

This list is the table of contents.
"""

from constellation.engine.introductions.acquaintance import Acquaintance
from constellation.engine.introductions.introduce import MOST_STEPS, Path, acquainted, introduce

__all__ = ["Acquaintance", "introduce", "acquainted", "Path", "MOST_STEPS"]
