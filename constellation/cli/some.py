"""Some of many: the first names of a long list, and how many more there are."""

from collections.abc import Sequence

from constellation.words import say_count


def some_of(words: Sequence[str], most: int, count: int | None = None) -> str:
    """The first words and how many are left; `count` says how many there are where `words` holds but the first.

    >>> some_of(["a", "b", "c"], most=2), some_of(["a", "b"], most=2), some_of(["a"], most=2, count=1201)
    ('a, b and 1 more', 'a, b', 'a and 1,199 more')
    """
    named, more = ", ".join(words[:most]), (len(words) if count is None else count) - most
    return say_count("{words} and {n} more", "{words} and {n} more", more, words=named) if more > 0 else named
