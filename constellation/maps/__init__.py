"""Maps: a network as a picture (SVG) and as an equal list; pure, data in and text out.

This list is the table of contents.
"""

from constellation.maps.boxes import Box
from constellation.maps.forms import PHONE, POSTER, WIDE, Form
from constellation.maps.network import (
    CLOSE,
    COLLECTIVE,
    CURRENT,
    ENDED,
    GROUP,
    NOW_AND_THEN,
    PERSON,
    PLACEHOLDER,
    PLANNED,
    REGULAR,
    Area,
    Gap,
    Network,
    Partner,
    Sector,
)
from constellation.maps.person import Map, person_map
from constellation.maps.places import Place, Places
from constellation.maps.rows import ListRow, person_rows
from constellation.maps.theme import AUTO, DARK, LIGHT, PRINT, map_style

__all__ = [
    # what is drawn
    "Network", "Partner", "Gap", "Sector", "Area",
    "CLOSE", "REGULAR", "NOW_AND_THEN", "PERSON", "GROUP", "COLLECTIVE", "PLACEHOLDER", "CURRENT", "PLANNED", "ENDED",
    # how
    "Form", "WIDE", "PHONE", "POSTER", "AUTO", "LIGHT", "DARK", "PRINT",
    # a person's constellation, its equal list, positions that stay, and the style for pages of many maps
    "person_map", "Map", "person_rows", "ListRow", "Place", "Places", "Box", "map_style",
]  # fmt: skip
