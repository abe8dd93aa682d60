"""Names of people: given, middle, family and preferred name out of whatever a file has, and doubt where there is any.

`read_name` reads one; `full` and `initials` write it; `is_nickname` compares two given names; `looks_like_name` tells
whether a cell holds a name at all.
"""

from constellation.intake.content.names.looks import looks_like_name
from constellation.intake.content.names.name import Name, full, initials
from constellation.intake.content.names.nicknames import is_nickname
from constellation.intake.content.names.read import read_name

__all__ = ["Name", "full", "initials", "is_nickname", "looks_like_name", "read_name"]
