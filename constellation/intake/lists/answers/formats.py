"""How somebody would like to take part: as mentor or mentee, alone or in a group, in person or online."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from constellation.intake.content.text import same

_FORMATS = Path(__file__).with_name("formats.toml")


def read_formats(options: Iterable[str]) -> list[str]:
    """The formats that the options name, each once, in the order of `formats.toml`; unknown options name none.

    >>> read_formats(["Matched with mentors", "Part of a peer writing group"])
    ['mentee', 'peer writing group']
    >>> read_formats(["Both"]), read_formats(["One-on-one (Zoom)"]), read_formats(["Whatever"])
    (['mentor', 'mentee'], ['one-on-one', 'online'], [])
    """
    keys = [same(option) for option in options]
    return [
        name for name, found in _patterns().items() if any(pattern.search(key) for key in keys for pattern in found)
    ]


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    formats = tomllib.loads(_FORMATS.read_text(encoding="utf-8"))["format"]
    return {one["name"]: tuple(map(re.compile, one["found"])) for one in formats}
