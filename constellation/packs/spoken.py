"""A pack in the reader's language: the one place where its texts are looked up in the catalogue."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from constellation.packs.pack import Pack
from constellation.packs.reader import hint_of
from constellation.packs.values import Said
from constellation.words import say

BETWEEN_PARAGRAPHS = "\n\n"


def in_words(pack: Pack) -> Pack:
    """The pack with every text that people read in the language in force; keys and what forms say stay.

    It is for showing: areas are looked up in the pack as it was loaded.

    >>> from constellation.packs.loader import load
    >>> in_words(load("umass")) == load("umass")
    True
    """
    spoken: Pack = with_texts(pack, said)
    return spoken


def said(text: str) -> str:
    """Each paragraph in the language in force."""
    return BETWEEN_PARAGRAPHS.join(map(say, paragraphs(text)))


def texts_to_say(pack: Pack) -> Iterator[str]:
    """Every paragraph that `in_words` looks up, once, in the pack's order: what the catalogue is made from.

    >>> from constellation.packs.loader import load
    >>> "Work-life balance" in texts_to_say(load("umass"))
    True
    """
    found: list[str] = []

    def noted(text: str) -> str:
        found.extend(paragraphs(text))
        return text

    with_texts(pack, noted)
    return iter(dict.fromkeys(found))


def paragraphs(text: str) -> list[str]:
    return text.split(BETWEEN_PARAGRAPHS)


def with_texts(value: Any, change: Callable[[str], str]) -> Any:
    """The value with every field that is said changed, all the way down."""
    if isinstance(value, tuple):
        return type(value)(with_texts(one, change) for one in value)
    if isinstance(value, Mapping):
        return {key: with_texts(one, change) for key, one in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {}
    for field in fields(value):
        held = getattr(value, field.name)
        if Said() not in hint_of(type(value), field.name)[1]:
            changed[field.name] = with_texts(held, change)
        else:
            changed[field.name] = change(held) if isinstance(held, str) else tuple(map(change, held))
    return replace(value, **changed)
