"""Pieces of text that show a pack at a terminal: a heading and the paragraphs below it."""

import shutil
import textwrap

from constellation.packs.pack import Pack
from constellation.packs.program import Ancestor
from constellation.words import listed, say

WIDEST = 100


def block(heading: str, *paragraphs: str, indent: str = "  ") -> str:
    """A heading with paragraphs set in below it, as wide as the terminal; blank ones are left out.

    >>> print(block("Coaching", "", "A coach asks."))
    Coaching
      A coach asks.
    """
    lines = [wrapped(heading)]
    for paragraph in paragraphs:
        for line in paragraph.splitlines() if paragraph.strip() else ():
            lines.append(wrapped(line, indent))
    return "\n".join(lines)


def long_text(heading: str, text: str) -> str:
    """A heading and a text of several paragraphs, with space between them."""
    return "\n\n".join([wrapped(heading), *(block("", part).lstrip("\n") for part in text.split("\n\n"))])


def wrapped(line: str, indent: str = "") -> str:
    """A line broken between words where the terminal ends; addresses stay whole."""
    width = min(WIDEST, shutil.get_terminal_size().columns)
    return textwrap.fill(
        plain(line),
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def plain(text: str) -> str:
    """Text without what could move a terminal's cursor.

    >>> plain("Ana\\x1b[2J")
    'Ana [2J'
    """
    return "".join(sign if sign.isprintable() else " " for sign in text)


def listed_packs(pack: Pack) -> str:
    """One pack in a list of packs."""
    head = say("{name}: {title}, version {version}", name=pack.name, title=pack.title, version=pack.version)
    return block(head, pack.summary, descent(pack))


def descent(pack: Pack) -> str:
    """What a pack descends from, in one sentence; empty where it names nothing."""
    if not pack.ancestry:
        return ""
    return say("Descends from {ancestors}.", ancestors=listed([ancestor_name(one) for one in pack.ancestry]))


def ancestor_name(one: Ancestor) -> str:
    if one.version:
        return say("{pack} (version {version})", pack=one.pack_or_program, version=one.version)
    return say("{program} ({year})", program=one.pack_or_program, year=one.year) if one.year else one.pack_or_program
