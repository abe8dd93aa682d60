"""Two letters for a name, for marks too small for the name itself."""

import unicodedata

from constellation.maps.text_widths import clusters

TITLES = {"dr", "prof", "professor", "mr", "mrs", "ms", "mx", "sir", "dame", "the"}


def initials(name: str) -> str:
    """The first letters of the first and the last word; titles do not count.

    >>> initials("Prof. Ana de Ruiz"), initials("Peer"), initials("陈小明"), initials("🌟 (the star)"), initials("")
    ('AR', 'P', '陈', 'S', '')
    """
    words = [start for word in name.split() if (start := first_letter(word)) and bare(word) not in TITLES]
    if not words:
        return "".join(clusters(name)[:1])
    return (words[0] + (words[-1] if len(words) > 1 else "")).upper()


def first_letter(word: str) -> str:
    """The first letter or digit with what belongs to it; "" where there is none."""
    return next((part for part in clusters(word) if unicodedata.category(part[0])[0] in "LN"), "")


def bare(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalpha())
