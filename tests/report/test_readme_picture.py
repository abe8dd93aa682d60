"""The picture that README begins with is the map of a person of the example, as a run draws it."""

from constellation.maps import WIDE, person_map
from constellation.packs import load
from constellation.report.people.guidance import Guidance
from constellation.report.people.sky import network_of
from constellation.report.people.steps import short_steps
from constellation.report.people.told import everybody_told
from tests.architecture.tree import ROOT
from tests.report.programs import small

PICTURE = ROOT / "docs" / "pictures" / "map.svg"
WHO = "p10"


def picture() -> str:
    """Drawn anew; `python -m tests.report.test_readme_picture` writes it where README shows it."""
    told = next(told for person, told in everybody_told(small()) if person == WHO)
    steps = short_steps(told.open_areas, Guidance.of(load("umass")))
    return person_map(network_of(told, steps), form=WIDE, prefix="map").svg + "\n"


def test_the_picture_is_drawn_from_the_example():
    assert PICTURE.read_text(encoding="utf-8") == picture()


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
