"""The reasons of ties are sentences: an area of a list stands in them as any other words do."""

from constellation.words import in_language
from tests.cli.design_runs import table
from tests.report.made_networks import ran

PEOPLE = table(
    [("ada", "Ada", "History", "assistant", 1, 1), ("bo", "Bo", "Law", "professor", 1, 1)],
    "person_id", "name", "department", "rank", "seeks", "gives",
)  # fmt: skip
NEEDS = table([("ada", "tenure", ""), ("ada", "balance", "saying no"), ("bo", "skills", "")], "person_id", "area", "topics")  # fmt: skip
OFFERS = table(
    [("bo", "tenure", 0.8, ""), ("bo", "balance", 0.8, "saying no"), ("ada", "skills", 0.9, "")],
    "person_id", "area", "level", "topics",
)  # fmt: skip


def reasons(folder):
    results = ran(folder, people=PEOPLE, needs=NEEDS, offers=OFFERS)
    return {tie.person_id: tie.reason for tie in results.ties}


def test_areas_begin_with_a_small_letter_within_a_sentence(tmp_path):
    told = reasons(tmp_path)

    assert told["ada"].startswith("Helps with saying no (work-life balance) and navigating the tenure track. ")
    assert told["bo"].startswith("Helps with building ")
    assert "Can be helped in return with navigating the tenure track." in told["bo"]


def test_in_spanish_too(tmp_path):
    with in_language("es"):
        told = reasons(tmp_path)

    assert told["bo"].startswith("Ayuda con ")
    assert told["bo"].removeprefix("Ayuda con ")[0].islower()
