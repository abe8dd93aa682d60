"""Peer groups: people who have much in common meet, within sizes, departments and what must not be.

This list is the table of contents.
"""

from constellation.engine.groups.check import broken_rules
from constellation.engine.groups.divide import divide
from constellation.engine.groups.facilitators import Facilitation, facilitate
from constellation.engine.groups.gathering import ANY, DISTINCT, SAME, Gathering
from constellation.engine.groups.grouping import Grouping

__all__ = ["Gathering", "ANY", "SAME", "DISTINCT", "divide", "Grouping", "facilitate", "Facilitation", "broken_rules"]
