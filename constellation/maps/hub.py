"""The name in the middle: "Me", or the focal person's where others read the map."""

import math

from constellation.maps.initials import initials
from constellation.maps.sky import Sky
from constellation.maps.svg import text_line
from constellation.maps.text_widths import ASCENT, DESCENT, width
from constellation.words import say

LEAST = 12.0  # size of letters


def hub_lines(sky: Sky, owner: str) -> str:
    """The owner's name in the disc, word under word if they fit, else the initials."""
    words = owner.split() if owner else [say("Me")]
    size = max(sky.hub * (0.36 if owner else 0.42), LEAST)
    if not fits(words, size, sky.hub):
        words, size = [initials(" ".join(words))], max(sky.hub * 0.5, LEAST)
    line = (ASCENT + DESCENT) * size
    top = sky.y - line * len(words) / 2 + ASCENT * size
    return "".join(
        text_line(word, sky.x, top + place * line, "middle", class_="on", font_size=size)
        for place, word in enumerate(words)
    )


def fits(words: list[str], size: float, radius: float) -> bool:
    """Whether lines of words stay inside the disc, the outer ones too.

    >>> fits(["Me"], 14, 40), fits(["Maximiliana", "Ruiz"], 14, 40)
    (True, False)
    """
    for place, word in enumerate(words):
        off = abs(place - (len(words) - 1) / 2) * size * (ASCENT + DESCENT) + size * 0.4
        if off >= radius or width(word, size, "bold") / 2 > math.sqrt(radius**2 - off**2) - 3:
            return False
    return True
