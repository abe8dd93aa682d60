"""Whether one given name is short for another: Bill and William, Mary and Mary Ann, JF and Jean-François."""

import tomllib
from functools import cache
from pathlib import Path

from constellation.intake.content.text import same

TABLE = Path(__file__).with_name("nicknames.toml")


def is_nickname(a: str, b: str) -> bool:
    """Whether two different given names may be one person's.

    >>> is_nickname("Bill", "William"), is_nickname("Peggy", "Margaret"), is_nickname("JF", "Jean-François")
    (True, True, True)
    >>> is_nickname("Mary", "Mary Ann"), is_nickname("Ana", "Ana"), is_nickname("Bill", "Robert")
    (True, False, False)
    """
    one, other = same(a), same(b)
    if not one or not other or one == other:
        return False
    rows = read_table()
    if not rows.get(one, NOTHING).isdisjoint(rows.get(other, NOTHING)):
        return True
    return is_part(one, other) or is_part(other, one) or any_word_short_for(one, other, rows)


def is_given_name(name: str) -> bool:
    """Whether a word stands among the given names that have short forms.

    >>> is_given_name("Robert"), is_given_name("Achterberg")
    (True, False)
    """
    return same(name) in read_table()


NOTHING: frozenset[int] = frozenset()


def is_part(short: str, long: str) -> bool:
    """Whether one name is a whole word of the other, its initials, or it without blanks."""
    words = long.split()
    if len(words) < 2:
        return False
    return short in (words[0], words[-1], "".join(words)) or short.replace(" ", "") == "".join(
        word[0] for word in words
    )


def any_word_short_for(one: str, other: str, rows: dict[str, frozenset[int]]) -> bool:
    """Bill is short for William Henry."""
    if " " not in one and " " not in other:
        return False
    first, second = one.split()[0], other.split()[0]
    return (first != one or second != other) and not rows.get(first, NOTHING).isdisjoint(rows.get(second, NOTHING))


@cache
def read_table() -> dict[str, frozenset[int]]:
    """For each name the numbers of the rows of `nicknames.toml` it stands in."""
    table: dict[str, set[int]] = {}
    for number, row in enumerate(tomllib.loads(TABLE.read_text(encoding="utf-8"))["names"]):
        for name in row:
            table.setdefault(same(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in table.items()}
