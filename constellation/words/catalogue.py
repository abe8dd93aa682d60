"""Sentences and their translations: gettext's catalogues, one language at a time in each context of execution."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

DOMAIN = "constellation"
CATALOGUES = Path(__file__).parent / "locale"
SEPARATORS: dict[str, dict[str, str | int | None]] = {
    "en": {},
    "es": {",": ".", ".": ","},
}  # of thousands and decimals, as English has them → as they are
LANGUAGES = ("en", "es")  # English is what the code itself is written in

spoken: ContextVar[str] = ContextVar("language", default="en")


def say(sentence: str, **gaps: object) -> str:
    """The sentence in the language in force, its named gaps filled; a sentence without translation stays English.

    `sentence` is written out where this is called, or was marked with `mark`: that is how it comes into the
    catalogue.  Raises KeyError where a gap is not given.

    >>> say("{person} has {seats} seats.", person="Ana", seats=3)
    'Ana has 3 seats.'
    """
    told = catalogue(spoken.get()).gettext(sentence) if sentence else ""
    return told.format(**gaps) if gaps else told


def say_count(one: str, many: str, number: int, **gaps: object) -> str:
    """The sentence for one or for many, as the language in force counts; the gap {n} is the number, with thousands.

    >>> say_count("{n} person", "{n} people", 1), say_count("{n} person", "{n} people", 1200)
    ('1 person', '1,200 people')
    """
    told = catalogue(spoken.get()).ngettext(one, many, number)
    return told.format(**{"n": as_written(f"{number:,}")} | gaps)


def as_written(number: str) -> str:
    """A number, written as English writes it, as the language in force does.

    >>> with in_language("es"):
    ...     as_written("1,365.27")
    '1.365,27'
    """
    return number.translate(str.maketrans(SEPARATORS[spoken.get()]))


def mark(sentence: str) -> str:
    """The sentence itself: for constants, which are said later with `say`.

    >>> mark("no suitable partner free")
    'no suitable partner free'
    """
    return sentence


def language() -> str:
    """The language in force: en or es."""
    return spoken.get()


@contextmanager
def in_language(wanted: str) -> Iterator[None]:
    """Everything inside is said in this language: a code such as es, es_MX or es_ES.UTF-8; English where unknown.

    >>> with in_language("es_MX.UTF-8"):
    ...     language()
    'es'
    """
    code = wanted.replace("-", "_").split("_")[0].split(".")[0].casefold()
    before = spoken.set(code if code in LANGUAGES else "en")
    try:
        yield
    finally:
        spoken.reset(before)


@cache
def catalogue(code: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, CATALOGUES, [code], fallback=True)
