"""Every key that the loader knows is explained on the page about packs, under the table it belongs to."""

import re
from pathlib import Path

import pytest

from constellation.packs.schema import FAQ, FOLDERS, NEEDED, READING, known_keys
from constellation.packs.texts import LETTER_GAPS, LETTERS, MESSAGE_GAPS, MESSAGES

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "packs.md").read_text(encoding="utf-8")


def section(title):
    """The text below a heading, up to the next one."""
    found = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


@pytest.mark.parametrize(("table", "keys"), known_keys().items(), ids=known_keys())
def test_every_key_of_a_table_is_explained_below_its_heading(table, keys):
    explained = section(table)

    assert [key for key in keys if f"`{key}`" not in explained] == []


@pytest.mark.parametrize(("table", "keys"), known_keys().items(), ids=known_keys())
def test_no_key_is_explained_that_the_loader_does_not_know(table, keys):
    first_cells = [line.split("|")[1] for line in section(table).splitlines() if line.startswith("| ")]

    written = {key for cell in first_cells for key in re.findall(r"`([\w-]+)`", cell)}

    assert written <= set(keys)


def test_every_file_occasion_and_gap_is_named():
    files = (*NEEDED, READING, FAQ, *(f"{name}/*.md" for name in FOLDERS))
    gaps = [f"{{{gap}}}" for gap in (*MESSAGE_GAPS, *LETTER_GAPS)]

    assert [word for word in (*files, *MESSAGES, *LETTERS, *gaps) if f"`{word}`" not in PAGE] == []
