"""Cells that name nobody where a name should stand: placeholders, roles, people elsewhere, answers that refuse."""

import tomllib
from functools import cache
from pathlib import Path

from constellation.intake.content.text import same

PLACEHOLDER, EXTERNAL, ROLE, REFUSAL = "placeholder", "external", "role", "refusal"
_WORDS = Path(__file__).with_name("nobody.toml")


def names_nobody(text: str) -> str:
    """placeholder, external, role, refusal; blank where the text may be a name.

    A text without letters, such as "?" or "--", is a placeholder, and so is a blank.

    >>> [names_nobody(text) for text in ("TBD", "external: Prof. at other univ.", "my chair", "I'd rather not say here, call me")]
    ['placeholder', 'external', 'role', 'refusal']
    >>> names_nobody("?"), names_nobody("Mei Wang"), names_nobody("Chair, Ana")
    ('placeholder', '', '')
    """
    key = same(text)
    if not key or (not any(letter.isalpha() for letter in key) and len(key) < 4):
        return PLACEHOLDER
    return _kind(key)


def _kind(key: str) -> str:
    """The refusals first: they may hold the words of the others."""
    spaced = f" {key} "
    for kind in (REFUSAL, PLACEHOLDER, EXTERNAL, ROLE):
        words = _words()[kind]
        if (
            key in words["whole"]
            or any(f"{key} ".startswith(f"{start.strip()} ") for start in words["starts"])
            or any(f" {held} " in spaced for held in words["holds"])
        ):
            return kind
    return ""


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_WORDS.read_text(encoding="utf-8"))
