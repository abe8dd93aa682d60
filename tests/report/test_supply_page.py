"""What a bare roster leads one to expect."""

from constellation.packs import load, supply_study
from constellation.report.page import supply_page


def test_a_supply_study_says_why_nobody_has_a_network_and_what_to_do():
    study = supply_study(["pre-tenure"] * 9, [1] * 9, ["History"] * 9, ["Arts"] * 9, ["North"] * 9, load("umass"))

    page = supply_page(study, "Roster", [])

    assert "Nobody was given a network because nobody asked for one" in page
    assert "--simulate-answers" in page
    assert study.note.split(":")[0] in page
