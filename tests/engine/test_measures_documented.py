"""Every measure can be looked up: the list names it, the page defines it, its file says where it is from."""

from pathlib import Path

from constellation.engine import measures as contents
from constellation.engine.measures import MEASURES
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "measures.md").read_text(encoding="utf-8")


def test_every_measure_stands_on_the_page():
    section = PAGE.partition("## Network measures")[2]

    missing = [measure.key for measure in MEASURES if f"`{measure.key}`" not in section]

    assert section
    assert not missing, f"docs/measures.md does not define {missing}"


def test_every_measure_has_a_key_of_its_own_and_a_sentence():
    keys = [measure.key for measure in MEASURES]

    assert len(set(keys)) == len(keys)
    assert all(measure.name and measure.definition.endswith(".") for measure in MEASURES)


def test_the_page_says_that_more_is_not_better():
    assert "no “more is better” score" in PAGE


def test_every_measuring_file_names_its_source():
    folder = Path(contents.__file__).parent
    machinery = {"__init__", "everybody", "matrices", "network", "quotients", "registry", "served", "triangles"}

    silent = [
        path.name
        for path in sorted(folder.glob("*.py"))
        if path.stem not in machinery and "Source:" not in path.read_text(encoding="utf-8")
    ]

    assert not silent, f"these measures name no source: {silent}"
