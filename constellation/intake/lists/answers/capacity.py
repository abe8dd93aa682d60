"""How many colleagues somebody would meet, from an answer in figures or in words."""

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

from constellation.words import say

MOST = 99  # a larger figure is a year, a room or a telephone
_WORDS = tomllib.loads(Path(__file__).with_name("capacity.toml").read_text(encoding="utf-8"))
_DAY = re.compile(r"\d{4}-\d\d?-\d\d?(?:[ T].*)?|\d\d?[-/ .](?:[a-z]{3,9}|\d\d?[/.-]\d{2,4})|[a-z]{3,9}[- ]\d\d?", re.I)
_FIGURE = r"\d+(?:[.,]0+)?"

Range = tuple[int, int | None]


def read_capacity(text: str) -> Range | None:
    """Least and most, the most `None` where there is no limit; `None` for a blank and for what is no number.

    A single number is both.  "up to 3" starts at 0.  "as many as needed" and "∞" mean at least one, without a limit.
    English, German, French and Spanish.

    >>> [read_capacity(text) for text in ("one or two", "2–3", "3 (max!)", "up to 3", "mindestens zwei", "∞", "none")]
    [(1, 2), (2, 3), (3, 3), (0, 3), (2, None), (1, None), (0, 0)]
    >>> read_capacity("call me") is None
    True
    """
    plain = text.strip()
    if plain.isdecimal() and len(plain) < 3:
        return int(plain), int(plain)
    return None if not plain or _is_day(plain) else _in_words(_folded(plain))


def capacity_doubt(text: str) -> str:
    """What to ask about an answer, as one sentence; blank where nothing is in doubt.

    >>> capacity_doubt("a few")
    '"a few" was taken as 3'
    >>> capacity_doubt("3-Feb")
    'a spreadsheet has made a date of it, perhaps from "2-3"'
    """
    plain = text.strip()
    if not plain:
        return ""
    if _is_day(plain):
        return _made_a_date(plain)
    found = read_capacity(plain)
    if found is None:
        return say("no number was found in it")
    if set(_WORDS["rough"]["words"]) & set(_folded(plain).split()):
        return say('"{text}" was taken as {number}', text=plain, number=found[1] or found[0])
    return say("it is in doubt itself") if "?" in plain else ""


def _in_words(plain: str) -> Range | None:
    words = _patterns()
    if found := words.between.search(plain):
        return _checked(*sorted((_number(found["n"]), _number(found["m"]))))
    low, high = _least(plain, words), _most(plain, words)
    if low is not None or high is not None:
        return _checked(low or 0, high)
    if len(plain.split()) > 3:
        plain = words.weak.sub(" ", plain)
    if words.no_limit.search(plain) and not re.search(r"\d", plain):
        return 1, None
    found = words.one.search(plain)
    return _checked(_number(found["n"]), _number(found["n"])) if found else None


def _least(plain: str, words: "_Patterns") -> int | None:
    if found := words.more.search(plain):
        return _number(found["n"]) + 1
    found = words.least.search(plain) or words.or_more.search(plain)
    return _number(found["n"]) if found else None


def _most(plain: str, words: "_Patterns") -> int | None:
    if found := words.fewer.search(plain):
        return _number(found["n"]) - 1
    found = words.most.search(plain)
    return _number(found["n"]) if found else None


def _checked(low: int, high: int | None) -> Range | None:
    return None if max(low, high or 0) > MOST or (high is not None and high < low) else (low, high)


class _Patterns(NamedTuple):
    weak: re.Pattern[str]
    no_limit: re.Pattern[str]
    fewer: re.Pattern[str]
    more: re.Pattern[str]
    most: re.Pattern[str]
    least: re.Pattern[str]
    or_more: re.Pattern[str]
    between: re.Pattern[str]
    one: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    number = rf"(?<![\w.])(?<!^-){{}}(?P<{{}}>{_FIGURE}|{_either(_numbers())})(?![\w])"
    n, m = number.format("", "n"), number.format("", "m")

    def then_number(key: str) -> re.Pattern[str]:
        return re.compile(rf"{_alone(_WORDS[key]['words'])}\s*{n}")

    return _Patterns(
        weak=re.compile(_alone(_WORDS["weak"]["words"])),
        no_limit=re.compile(_alone(_WORDS["no_limit"]["words"])),
        fewer=then_number("fewer_than"),
        more=re.compile(rf"(?<!no )(?<!not ){then_number('more_than').pattern}"),
        most=then_number("at_most"),
        least=then_number("at_least"),
        or_more=re.compile(rf"{n}\s*{_alone(_WORDS['at_least']['after'])}"),
        between=re.compile(rf"{n}\s*\(?{_alone(_WORDS['between']['words'])}\s*{m}"),
        one=re.compile(n),
    )


@cache
def _numbers() -> dict[str, int]:
    return {word: int(number) for number, words in _WORDS["numbers"].items() for word in words}


def _number(words: str) -> int:
    named = _numbers().get(words)
    return int(float(words.replace(",", "."))) if named is None else named


def _either(words: list[str] | dict[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _alone(words: list[str]) -> str:
    """Any of the words, not as a part of another word; signs may touch what is beside them."""
    return (
        "(?:"
        + "|".join(rf"\b{re.escape(w)}\b" if w[0].isalpha() else re.escape(w) for w in sorted(words, key=len)[::-1])
        + ")"
    )


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.casefold())
    return " ".join(
        "".join(c for c in letters if not unicodedata.combining(c)).replace("'", " ").replace("’", " ").split()
    )


def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    letters = re.findall(r"[a-z]{3,}", text.casefold())
    return not letters or letters[0][:3] in _MONTHS


_MONTHS = {
    month: number
    for number, month in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}


def _made_a_date(text: str) -> str:
    """The doubt, with the range that a spreadsheet may have taken for a day and a month; both orders are possible."""
    month = next((_MONTHS[word[:3]] for word in re.findall(r"[a-z]{3,}", text.casefold())), 0)
    day = re.findall(r"\d+", text)
    if month == 0 and len(day) > 2 and len(day[0]) == 4:
        month, day = int(day[1]), day[2:]
    if not month or not day:
        return say("a spreadsheet has made a date of it")
    low, high = sorted((month, int(day[0])))
    return say('a spreadsheet has made a date of it, perhaps from "{low}-{high}"', low=low, high=high)
