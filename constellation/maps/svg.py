"""SVG as text: elements, attributes, numbers and letters that are safe to stand there."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# what XML 1.0 forbids, halves of surrogates, and signs that would turn the text around them
FORBIDDEN = re.compile(
    "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
TURNED = {"start": "end", "end": "start"}
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def number(value: float) -> str:
    """A coordinate with one decimal, without a needless one.

    >>> number(3.0), number(-0.04), number(2.25)
    ('3', '0', '2.2')
    """
    told = f"{value:.1f}"
    if told.endswith(".0"):
        told = told[:-2]
    return "0" if told == "-0" else told


def escaped(text: str) -> str:
    """
    >>> escaped("R&D <b>")
    'R&amp;D &lt;b&gt;'
    """
    return text.translate(ESCAPES)


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """One line of text as it can stand in XML: no control signs, single blanks.

    >>> plain("  Ana\\x00\\n Ruiz ")
    'Ana Ruiz'
    """
    return " ".join(unicodedata.normalize("NFC", FORBIDDEN.sub("", text)).split())


def element(tag: str, content: str | Iterable[str] | None = None, **attributes: object) -> str:
    """An element; attributes with `_` for `-`, `class_` for class; None leaves an attribute out; content is XML.

    >>> element("circle", cx=1.5, cy=2, class_="ring")
    '<circle cx="1.5" cy="2" class="ring"/>'
    >>> element("text", escaped("<3"), text_anchor="end")
    '<text text-anchor="end">&lt;3</text>'
    """
    told = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{number(value) if isinstance(value, float) else escaped(str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    if content is None:
        return f"<{tag}{told}/>"
    return f"<{tag}{told}>{content if isinstance(content, str) else ''.join(content)}</{tag}>"


def circle(x: float, y: float, radius: float, look: str) -> str:
    """
    >>> circle(1, 2, 3.25, "ring")
    '<circle cx="1.0" cy="2.0" r="3.2" class="ring"/>'
    """
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" class="{look}"/>'


def line(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
    """
    >>> line(1, 2, 3, 4, "tie")
    '<line x1="1.0" y1="2.0" x2="3.0" y2="4.0" class="tie"/>'
    """
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{look}"/>'


@lru_cache(maxsize=8192)
def runs_leftwards(text: str) -> bool:
    """Whether the first letter with a direction is Hebrew, Arabic or the like.

    >>> runs_leftwards("(دينا)"), runs_leftwards("Dina"), runs_leftwards("2026")
    (True, False, False)
    """
    if text.isascii():
        return False
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def text_line(
    text: str, x: float, y: float, anchor: str = "start", content: str | None = None, **attributes: object
) -> str:
    """One line of text with its direction; `anchor` is meant as seen: start is the left edge, end the right one.

    `content`: the same as XML where parts of it differ in look.
    """
    turned = runs_leftwards(text)
    seen = TURNED.get(anchor, anchor) if turned else anchor
    told = f' text-anchor="{seen}"' if seen != "start" else ""
    told += ' direction="rtl" unicode-bidi="embed"' if turned else ""
    for name, value in attributes.items():
        told += f' {name.rstrip("_").replace("_", "-")}="{number(value) if isinstance(value, float) else value}"'
    return f'<text x="{x:.1f}" y="{y:.1f}"{told}>{escaped(text) if content is None else content}</text>'
