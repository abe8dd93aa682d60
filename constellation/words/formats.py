"""Dates, lists and words within a sentence as the language in force writes them."""

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date
from babel.lists import format_list

from constellation.words.catalogue import language, say


def long_day(day: date) -> str:
    """
    >>> long_day(date(2026, 6, 1))
    'June 1, 2026'
    """
    return format_date(day, "long", locale=language())


def short_day(day: date) -> str:
    """
    >>> short_day(date(2026, 6, 1))
    'Jun 1, 2026'
    """
    return format_date(day, "medium", locale=language())


def listed(words: Sequence[str], style: str = "standard") -> str:
    """A list as it is said; `style`: standard (and) or `or`.

    >>> listed(["teaching", "balance"]), listed(["teaching", "balance", "networks"]), listed([])
    ('teaching and balance', 'teaching, balance and networks', '')
    """
    if len(words) < 2:
        return "".join(words)
    return format_list(words, "or" if style == "or" else "standard", locale=en_without_oxford(language()))


def in_a_sentence(title: str) -> str:
    """A title, such as an area of a list, said as it stands within a sentence: without capital, unless by itself.

    >>> in_a_sentence("Work-life balance"), in_a_sentence("NSF grants")
    ('work-life balance', 'NSF grants')
    """
    said = say(title)
    return said[:1].lower() + said[1:] if said[1:2].islower() else said


def en_without_oxford(code: str) -> str:
    """British English joins without a comma before the last, as our pages do."""
    return "en_GB" if code == "en" else code
