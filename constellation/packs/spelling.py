"""When two ways of writing are the same words."""

from collections.abc import Iterable
from difflib import get_close_matches


def same_words(text: str) -> str:
    """Text as compared: small letters, single spaces.

    >>> same_words("  Work-Life   Balance ")
    'work-life balance'
    """
    return " ".join(text.split()).casefold()


def closest(written: str, known: Iterable[str]) -> str:
    """The known word that was probably meant; empty where none is near.

    >>> closest("explnation", ["explanation", "kind"])
    'explanation'
    """
    return next(iter(get_close_matches(written, list(known), n=1)), "")
