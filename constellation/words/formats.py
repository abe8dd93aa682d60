"""Dates and lists as the language in force writes them."""

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date
from babel.lists import format_list

from constellation.words.catalogue import language


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


def en_without_oxford(code: str) -> str:
    """British English joins without a comma before the last, as our pages do."""
    return "en_GB" if code == "en" else code
