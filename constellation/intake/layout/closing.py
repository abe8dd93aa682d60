"""Cells that close a list instead of naming somebody: totals, notes and legends."""

import re
from collections.abc import Sequence

from constellation.intake.tables import Number

LONGEST_NOTE = 200  # a longer cell is a text about somebody
COUNTED = r"(?:\W*|\s*[:=].*|[\s(=–—-]*\d[\d\s.,)%]*|\s+(?:of|for)\b.*)"
TOTAL = re.compile(
    rf"(?:grand|sub)?[ -]?total\b.*|(?:row|head|record)[ ]?count\b.*|(?:count|sum|mean|average){COUNTED}|"
    rf"(?:summe|anzahl|somme|effectif){COUNTED}|(?:trl|trailer|eof)\W*(?:\d[\d ,.]*)?|end of (?:report|file|list)\b.*|"
    r"n ?=.*|gesamt(?:summe|zahl)?\b.*|anzahl der\b.*|totale\b.*|toplam\b.*|(?:合计|总计|總計|合計|小计)[\W\d]*|итого\b.*|"
    r"razem\b.*|número de .*|records?:.*|rows?:.*",
    re.I | re.S,
)
LEGEND = re.compile(
    r"[*†‡§¹²³#^]+|notes?(?: ?\d+)?(?:\W{0,3}|[:.].*)|source:.*|legend(?:[:.].*)?|key:.*|confidential\b.*|page \d+.*|"
    r"generated (?:on|by)\b.*|as of\b.*|end of\b.*",
    re.I | re.S,
)
NAMED = re.compile(r"([^\W\d_])[^\W\d_]*\s*,\s*([^\W\d_])")
ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")


def is_total(word: str) -> bool:
    """Whether a cell says that figures follow: "Total: 12", not "Sum, Yi".

    >>> is_total("Total workers: 2"), is_total("Sum of FTE"), is_total("Sum, Yi"), is_total("Count Basie")
    (True, True, False, False)
    """
    return len(word) <= LONGEST_NOTE and TOTAL.fullmatch(word) is not None and not is_named(word)


def is_note(words: Sequence[str]) -> bool:
    """Whether the first of a row's words begins a note, and none is somebody's address."""
    if any(len(word) <= LONGEST_NOTE and ADDRESS.fullmatch(word) for word in words):
        return False
    return LEGEND.fullmatch(words[0][:LONGEST_NOTE]) is not None and not is_named(words[0])


def is_named(word: str) -> bool:
    """Whether a comma stands between two words that are written alike: family and given name."""
    found = NAMED.match(word[:LONGEST_NOTE])
    return found is not None and found[1].isupper() == found[2].isupper()


def is_figure(word: str) -> bool:
    return isinstance(word, Number) or re.fullmatch(r"[\d.,: %]+", word) is not None
