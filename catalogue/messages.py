"""Every sentence that people read: those that the code says, those of templates, and the texts of shipped packs."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from constellation.packs import load, names
from constellation.packs.spoken import texts_to_say

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "constellation"
KEYWORDS = {"say": None, "mark": None, "say_count": (1, 2)}
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2.ext:babel_extract")]


def gathered() -> Catalog:
    """All messages, in the order of their files and lines."""
    messages = Catalog(domain="constellation", charset="utf-8")
    for file, _, message, _, _ in extract_from_dir(PACKAGE, METHODS, keywords=KEYWORDS):
        if message and message != "":
            messages.add(message, locations=[(file, 0)])
    for pack, text in texts_of_packs():
        messages.add(text, locations=[(f"packs/{pack}", 0)])
    return messages


def texts_of_packs() -> Iterator[tuple[str, str]]:
    """Each text of each shipped pack, with the name of the pack."""
    for pack in names():
        for text in texts_to_say(load(pack)):
            yield pack, text
