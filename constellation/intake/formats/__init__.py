"""Every file a program office has, as tables of cells: open_tables, read_file, kind_of and the limits they keep."""

from constellation.intake.formats.files import read_file
from constellation.intake.formats.kinds import kind_of
from constellation.intake.formats.limits import LIMITS, Limits
from constellation.intake.formats.opening import open_tables

__all__ = ["open_tables", "read_file", "kind_of", "Limits", "LIMITS"]
