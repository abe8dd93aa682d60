"""A pack of one's own: a copy of another pack that names what it descends from."""

import json
import re
import shutil
from pathlib import Path
from tempfile import mkdtemp

from constellation.packs.lines import line_of, places
from constellation.packs.loader import folder_of, load
from constellation.packs.pack import Pack
from constellation.packs.problems import PackError
from constellation.packs.schema import PACK
from constellation.words import say

NO_PART = shutil.ignore_patterns(".*", "__pycache__")
NAME = re.compile(r"""^(\s*name\s*=\s*)("(?:[^"\\]|\\.)*"|'[^']*')""")


def copy(name_or_folder: str | Path, folder: Path) -> Pack:
    """Copy a pack into a new folder, named after it, and return the copy; comments stay.

    It is written beside its place and renamed when it loads, so that it is there whole or not at all.  Raises
    PackError where the folder is there already or the pack is wrong, OSError where nothing can be written.
    """
    folder = folder.absolute()
    original = load(name_or_folder)
    if folder.exists() or folder.is_symlink():
        raise PackError(say("{folder} is there already; name a new folder.", folder=folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(mkdtemp(prefix=f".{folder.name[:40]}.", dir=folder.parent))
    try:
        fresh = beside / folder.name
        shutil.copytree(folder_of(name_or_folder), fresh, ignore=NO_PART, copy_function=shutil.copyfile)
        file = fresh / PACK
        file.write_text(descended(file.read_text(encoding="utf-8-sig"), folder.name, original), encoding="utf-8")
        pack = load(fresh)
        fresh.rename(folder)
    finally:
        shutil.rmtree(beside)
    return pack


def descended(text: str, name: str, original: Pack) -> str:
    """The text of pack.toml under another name, with the original as its first ancestor.

    >>> from constellation.packs.loader import load
    >>> print(descended('name = "umass"  # ours\\n', "ours", load("umass")).splitlines()[0])
    name = "ours"  # ours
    """
    lines = text.splitlines(keepends=True)
    at = line_of(text, ("name",)) - 1
    lines[at] = NAME.sub(lambda found: found[1] + json.dumps(name, ensure_ascii=False), lines[at])
    first_table = next((number - 1 for number, place in places(text) if len(place) > 1), len(lines))
    while first_table and lines[first_table - 1].lstrip().startswith("#"):
        first_table -= 1  # the comment above a table stays with it
    return "".join([*lines[:first_table], *ancestor(original), *lines[first_table:]])


def ancestor(original: Pack) -> list[str]:
    return [
        "\n[[ancestry]]\n",
        f"pack_or_program = {json.dumps(original.name, ensure_ascii=False)}\n",
        f"version = {original.version}\n",
        f"what = {json.dumps(say('everything'), ensure_ascii=False)}\n\n",
    ]
